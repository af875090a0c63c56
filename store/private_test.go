package store

import (
	"os"
	"testing"
	"time"
)

func TestFoldersThatACrashLeftAreRemovedAndNoOthers(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	used, err := newPrivateFolder()
	if err != nil {
		t.Fatal(err)
	}
	left, err := newPrivateFolder()
	if err != nil {
		t.Fatal(err)
	}
	if err := left.lock.Close(); err != nil { // as the system does when a program dies
		t.Fatal(err)
	}
	foreign, err := os.MkdirTemp("", privatePrefix)
	if err != nil {
		t.Fatal(err)
	}
	removeLeftFolders(time.Now())
	if !exists(left.path) {
		t.Error("a folder was removed that may just have been made")
	}
	removeLeftFolders(time.Now().Add(2 * privateSettle))
	if exists(left.path) || !exists(used.path) || !exists(foreign) {
		t.Errorf("left behind is there: %v, in use: %v, another's: %v", exists(left.path), exists(used.path), exists(foreign))
	}
	if err := used.remove(); err != nil || exists(used.path) {
		t.Errorf("the folder in use was not removed: %v", err)
	}
}
