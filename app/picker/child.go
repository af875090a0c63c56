package picker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"standpoint/store/say"
)

// GTK's dialog runs in a process of its own. To show what a file is it opens
// every file of a folder, and when it closes the one that is the open project,
// the process loses all locks that SQLite has on it (fcntl(2), F_SETLK): another
// program could then take the write-ahead log away from under the window.

// childVariable is the environment variable that holds the question for such a
// process.
const childVariable = "STANDPOINT_FILE_DIALOG"

// reply is what the process prints. A path is bytes: names of files need not be UTF-8, as JSON's strings are.
type reply struct {
	Paths     [][]byte `json:"paths,omitempty"`
	GivenUp   bool     `json:"given_up,omitempty"`
	Elsewhere bool     `json:"elsewhere,omitempty"`
	Failed    string   `json:"failed,omitempty"`
}

// showInChild shows a dialog in a process of its own: this program, started
// anew with the question, answered by Serve.
func showInChild(ctx context.Context, q question) ([]string, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, say.Errorf("start the file dialog: %w", err)
	}
	asked, err := json.Marshal(q)
	if err != nil {
		return nil, say.Errorf("ask for a file: %w", err)
	}
	child := exec.CommandContext(ctx, program)
	child.Env = append(os.Environ(), childVariable+"="+string(asked))
	child.Stderr = os.Stderr
	printed, err := child.Output()
	if err != nil {
		return nil, say.Errorf("run the file dialog: %w", err)
	}
	return readReply(printed)
}

func readReply(printed []byte) ([]string, error) {
	var r reply
	if err := json.Unmarshal(printed, &r); err != nil {
		return nil, say.Errorf("understand the file dialog: %w", err)
	}
	switch {
	case r.GivenUp:
		return nil, ErrGivenUp
	case r.Elsewhere:
		return nil, errElsewhere
	case r.Failed == errNoDialog.Error():
		return nil, errNoDialog
	case r.Failed != "":
		return nil, errors.New(r.Failed)
	}
	paths := make([]string, len(r.Paths))
	for i, path := range r.Paths {
		paths[i] = string(path)
	}
	return paths, nil
}

// serveParent answers the question in the environment, if there is one.
func serveParent(show dialog) bool {
	asked, ok := os.LookupEnv(childVariable)
	if !ok {
		return false
	}
	runtime.LockOSThread() // GTK stays on the thread it began on
	if err := json.NewEncoder(os.Stdout).Encode(replyTo(asked, show)); err != nil {
		fmt.Fprintln(os.Stderr, "the file dialog cannot answer:", err)
	}
	return true
}

func replyTo(asked string, show dialog) reply {
	var q question
	if err := json.Unmarshal([]byte(asked), &q); err != nil {
		return reply{Failed: fmt.Sprintf("understand what file is asked for: %v", err)}
	}
	paths, err := recovered(context.Background(), show, q)
	switch {
	case errors.Is(err, ErrGivenUp):
		return reply{GivenUp: true}
	case errors.Is(err, errElsewhere):
		return reply{Elsewhere: true}
	case err != nil:
		return reply{Failed: err.Error()}
	}
	var r reply
	for _, path := range paths {
		r.Paths = append(r.Paths, []byte(path))
	}
	return r
}
