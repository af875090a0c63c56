package workfolder

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFoldersThatACrashLeftAreRemovedAndNoOthers(t *testing.T) {
	in := t.TempDir()
	used, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	left, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(left.Path("copy"), []byte("purged later"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := left.lock.Close(); err != nil { // as the system does when a program dies
		t.Fatal(err)
	}
	foreign := filepath.Join(in, prefix+"another")
	if err := os.Mkdir(foreign, 0o700); err != nil {
		t.Fatal(err)
	}
	Sweep(in, time.Now())
	if !exists(left.path) {
		t.Error("a folder was removed that may just have been made")
	}
	Sweep(in, time.Now().Add(2*settle))
	if exists(left.path) || !exists(used.path) || !exists(foreign) {
		t.Errorf("left behind is there: %v, in use: %v, another's: %v", exists(left.path), exists(used.path), exists(foreign))
	}
	probe := filepath.Join(in, prefix+"probe")
	if err := os.WriteFile(probe, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(in, prefix+"words")
	if err := os.WriteFile(kept, []byte("somebody's"), 0o600); err != nil {
		t.Fatal(err)
	}
	Sweep(in, time.Now().Add(2*forgotten))
	if exists(foreign) || exists(probe) || !exists(kept) || !exists(used.path) {
		t.Errorf("after long, the empty folder is there: %v, the empty file: %v, what holds words: %v, what is in use: %v",
			exists(foreign), exists(probe), exists(kept), exists(used.path))
	}
	if err := used.Remove(); err != nil || exists(used.path) {
		t.Errorf("the folder in use was not removed: %v", err)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
