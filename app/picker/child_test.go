package picker

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets the tests be the process that shows a dialog, as a program with
// a picker is.
func TestMain(m *testing.M) {
	if serveParent(scripted) {
		return
	}
	os.Exit(m.Run())
}

// scripted is a dialog that answers what the title of the question asks for.
func scripted(_ context.Context, q question) ([]string, error) {
	switch q.Title {
	case "give up":
		return nil, ErrGivenUp
	case "elsewhere":
		return nil, errElsewhere
	case "panic":
		panic("no display")
	case "die":
		os.Exit(3)
	}
	told, err := json.Marshal(q)
	return []string{string(told), "/names/\xff.txt"}, err
}

func TestDialogInAnotherProcessIsAskedAllThatTheRequestSays(t *testing.T) {
	asked := question{
		Save: true, Title: "Save “the notes”", Folder: []byte("/home/ann/My notes \xff"), Name: "Переговори.md",
		Filters: []Filter{Document("Markdown", "md")},
	}
	paths, err := showInChild(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) != 2 || paths[1] != "/names/\xff.txt" {
		t.Fatalf("got %q", paths)
	}
	var got question
	if err := json.Unmarshal([]byte(paths[0]), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asked, got); diff != "" {
		t.Error(diff)
	}
}

func TestDialogInAnotherProcessTellsHowItEnded(t *testing.T) {
	for title, want := range map[string]error{"give up": ErrGivenUp, "elsewhere": errElsewhere} {
		if _, err := showInChild(t.Context(), question{Title: title}); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", title, err, want)
		}
	}
	for _, title := range []string{"panic", "die"} {
		path, err := showInChild(t.Context(), question{Title: title})
		if err == nil || errors.Is(err, ErrGivenUp) {
			t.Errorf("%s: got %q, %v, want an error that brings Fyne's dialog", title, path, err)
		}
	}
}
