package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"standpoint/store"
)

// onReadOnlyDisk puts a project on a small disk that can then only be read, or makes its file alone so.
func onReadOnlyDisk(t *testing.T, fileAlone bool) string {
	t.Helper()
	from := closedScene(t)
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=16m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	path := filepath.Join(folder, "p.standpoint")
	copyProject(t, from, path)
	target := folder
	if fileAlone {
		target = path
		must(t, syscall.Mount(path, path, "", syscall.MS_BIND, ""))
		t.Cleanup(func() { _ = syscall.Unmount(path, syscall.MNT_DETACH) })
	}
	must(t, syscall.Mount("", target, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""))
	return path
}

// On a disk or in a folder that cannot be written to, a project is told as one that can be read, is read, merged from and backed up.
func TestAProjectThatCannotBeWrittenToIsRead(t *testing.T) {
	for name, fileAlone := range map[string]bool{"the disk": false, "the file": true} {
		t.Run(name, func(t *testing.T) {
			path := onReadOnlyDisk(t, fileAlone)
			_, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
			if store.CodeOf(err) != store.CodeReadOnly || !strings.Contains(err.Error(), "can only be read") {
				t.Fatalf("opened for writing: %v", err)
			}
			p := openProject(t, path, store.Options{Coder: "Ada", ReadOnly: true})
			mustPass(t, p)
			if rows, _, err := p.Positions(t.Context(), store.PositionQuery{}); err != nil || len(rows) == 0 {
				t.Errorf("positions: %v, %v", rows, err)
			}
			must(t, p.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.standpoint")))
			ours := newScene(t)
			if r := merge(t, ours.Project, path, nil); r.Changes == 0 {
				t.Error("nothing came by the merge")
			}
		})
	}
}

// What is no file is not waited for.
func TestPipesAreRefused(t *testing.T) {
	s := newScene(t)
	must(t, s.Close())
	pipe := filepath.Join(t.TempDir(), "pipe.standpoint")
	must(t, syscall.Mkfifo(pipe, 0o600))
	refused := func(path string) {
		t.Helper()
		done := make(chan struct{})
		go func() {
			defer close(done)
			for _, readOnly := range []bool{true, false} {
				if _, err := store.Open(t.Context(), path, store.Options{Coder: "Ada", ReadOnly: readOnly}); store.CodeOf(err) != store.CodeNotProject {
					t.Errorf("%s is opened with %v", path, err)
				}
			}
			if _, err := store.Recover(t.Context(), path, path+"-saved"); store.CodeOf(err) != store.CodeNotProject {
				t.Errorf("%s is recovered with %v", path, err)
			}
		}()
		select {
		case <-done:
		case <-time.After(patience):
			t.Fatalf("%s is waited for", path)
		}
	}
	refused(pipe)
	for _, suffix := range []string{"-wal", "-journal", "-shm", "-lock"} {
		must(t, syscall.Mkfifo(s.Path()+suffix, 0o600))
		refused(s.Path())
		must(t, os.Remove(s.Path()+suffix))
	}
}
