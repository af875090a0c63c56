package outfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"standpoint/app/outfile"
)

func put(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestReplaceWritesAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.md")
	if err := outfile.Replace(path, put("old")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("the disk is full")
	err := outfile.Replace(path, func(w io.Writer) error { return errors.Join(put("ne")(w), full) })
	if !errors.Is(err, full) {
		t.Errorf("error %v, want that of the writer", err)
	}
	wantOnly(t, path, "old")
	if err := outfile.Replace(path, put("new")); err != nil {
		t.Fatal(err)
	}
	wantOnly(t, path, "new")
}

// wantOnly fails if the file's content is another, or if its folder has more files.
func wantOnly(t *testing.T, path, content string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != content {
		t.Errorf("%q, %v, want %q", got, err, content)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("%d files are left in the folder, %v", len(files), err)
	}
}

// The files are for sharing: nobody is kept from reading them whom the umask lets.
func TestReplaceLeavesThePermissionsToTheSystem(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	path := filepath.Join(t.TempDir(), "notes.md")
	plain := filepath.Join(t.TempDir(), "plain")
	if err := outfile.Replace(path, put("words")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(plain, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.Stat(plain)
	if err != nil {
		t.Fatal(err)
	}
	if got.Mode() != want.Mode() {
		t.Errorf("mode %v, want %v", got.Mode(), want.Mode())
	}
}

// What is said names the file that somebody chose, not the one beside it.
func TestAFileThatCannotBeWrittenIsNamedInASentence(t *testing.T) {
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "full", "notes"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(folder, "nowhere", "notes.md"), filepath.Join(folder, "full")} {
		err := outfile.Replace(path, put("new"))
		if err == nil || !strings.HasPrefix(err.Error(), "The file "+path+" cannot be written: ") || strings.Contains(err.Error(), "part") {
			t.Errorf("it says %v", err)
		}
	}
}
