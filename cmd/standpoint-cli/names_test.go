//go:build unix && !darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Names of files are bytes: those that an old system wrote need not be UTF-8. What is said of them is.
func TestFilesWhoseNamesAreNotUTF8AreReadAndWritten(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	run := func(args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), program, args...)
		c.Args[0] = "standpoint"
		said, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v: %s", args, err, said)
		}
		if !utf8.Valid(said) {
			t.Errorf("%q says what is not UTF-8: %q", args, said)
		}
		return string(said)
	}
	if err := os.WriteFile(at("caf\xe9.txt"), []byte("Title: The café\n\nThe harbour is open."), 0o600); err != nil {
		t.Skip("this file system has only names in UTF-8:", err)
	}
	run("new", at("pro\xe9.standpoint"))
	run("import", at("pro\xe9.standpoint"), at("caf\xe9.txt"))
	run("backup", at("pro\xe9.standpoint"), at("copy\xe9.standpoint"))
	run("export", at("copy\xe9.standpoint"), "--format", "json", "--output", at("all\xe9.json"))
	run("new", at("other.standpoint"))
	run("import", at("other.standpoint"), at("all\xe9.json"))
	run("merge", at("other.standpoint"), at("copy\xe9.standpoint"))
	if said := run("list", at("other.standpoint"), "articles"); !strings.Contains(said, "The café") {
		t.Errorf("the article is not there: %s", said)
	}
}
