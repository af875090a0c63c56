package outfile_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"standpoint/app/outfile"
	"standpoint/store/workfolder"
)

// The child that is killed is this test program with a variable that names the file which it replaces.
const (
	killedFile = "STANDPOINT_KILLED_FILE"
	killCount  = "STANDPOINT_KILLS" // how often, in the long form
)

func TestMain(m *testing.M) {
	if path := os.Getenv(killedFile); path != "" {
		fmt.Fprintln(os.Stderr, replaceForEver(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// version is a content that tells whether all of it is there: one letter, many times.
func version(n int) string { return strings.Repeat(string(rune('a'+n%26)), 1<<16) }

func replaceForEver(path string) error {
	for n := 0; ; n++ {
		if err := outfile.Replace(path, put(version(n))); err != nil {
			return err
		}
		if n == 0 {
			fmt.Fprintln(os.Stdout, "begun")
		}
	}
}

func TestAFileIsWholeWhenItsWriterIsKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.md")
	r := rand.New(rand.NewPCG(3, 1))
	kills, left := 40, 0
	if given := os.Getenv(killCount); given != "" {
		var err error
		if kills, err = strconv.Atoi(given); err != nil {
			t.Fatal(err)
		}
	}
	for range kills {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), killedFile+"="+path)
		said, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(said, make([]byte, len("begun"))); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(r.IntN(20))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() >= 0 {
			t.Fatalf("the child ended by itself: %v", cmd.ProcessState)
		}
		got, err := os.ReadFile(path)
		if err != nil || len(got) != 1<<16 || strings.Trim(string(got), string(got[:1])) != "" {
			t.Fatalf("%d bytes, %v: that is no version as it was written", len(got), err)
		}
		if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) > 1 {
			left++
		}
		workfolder.Sweep(filepath.Dir(path), time.Now().Add(2*time.Hour))
		wantOnly(t, path, string(got))
	}
	if left == 0 {
		t.Error("no kill came amid the writing")
	}
}
