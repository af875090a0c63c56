package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// logTo keeps what is logged in a folder, as the window does, and gives the log back at the end.
func logTo(t *testing.T, folder string) {
	t.Helper()
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	in := keepLog()
	log.Println("before the folder is known")
	in(folder)
	log.Println("after it")
}

func TestWhatIsLoggedIsKeptInAFileAnewAtEachStart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not yet there")
	for range 2 {
		logTo(t, folder)
		kept, err := os.ReadFile(filepath.Join(folder, logName))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"before the folder is known", "after it"} {
			if strings.Count(string(kept), want) != 1 {
				t.Errorf("%q does not stand once in\n%s", want, kept)
			}
		}
	}
}

func TestALogThatRepeatsItselfDoesNotFillTheDisk(t *testing.T) {
	folder := t.TempDir()
	logTo(t, folder)
	for range 2000 {
		log.Println(strings.Repeat("again ", 200))
	}
	info, err := os.Stat(filepath.Join(folder, logName))
	if err != nil || info.Size() < logMost || info.Size() > logMost+1000 {
		t.Errorf("%v, %v", info, err)
	}
}
