package app

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// smallDisk names, for a child process that sees disks of its own, the folder in which it mounts a small one, which it fills.
const smallDisk = "STANDPOINT_WINDOW_ON_SMALL_DISK"

// A project on a full disk is opened to be read, and the window says why; when there is room again, its button opens it for writing. While
// it is open a full disk is told as one, and what was not saved can be done again.
func TestAFullDiskIsToldInTheWindowAndWrittenToAgainWhenThereIsRoom(t *testing.T) {
	if folder := os.Getenv(smallDisk); folder != "" {
		workOnSmallDisk(t, folder)
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), smallDisk+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
	}
	said, err := cmd.CombinedOutput()
	if err != nil && !errors.As(err, new(*exec.ExitError)) || strings.Contains(string(said), "--- SKIP") {
		t.Skipf("no disk can be mounted here: %v %s", err, said)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

func workOnSmallDisk(t *testing.T, folder string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	ballast := filepath.Join(folder, "ballast")
	fill := func() {
		t.Helper()
		if err := os.WriteFile(ballast, make([]byte, 8<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("the disk is not full: %v", err)
		}
	}
	a := newSampleApp(t)
	path := filepath.Join(folder, "harbour.standpoint")
	a.create(path)
	mustDo(t, a.addActor("Rhea Solm"))
	a.setProject(nil)

	fill()
	a.open(path)
	if said := a.said(); !strings.Contains(said, "The disk with harbour is full, or cannot be written to, so it is open only to be read.") {
		t.Fatalf("said: %s", said)
	}
	if len(a.Names.Actors) != 1 || !a.Project.ReadOnly() || !strings.Contains(a.Window.Title(), "only read") || !a.frame.notice.Visible() {
		t.Errorf("the window, %q, knows %v", a.Window.Title(), a.Names.Actors)
	}
	a.answer(t, true)
	mustDo(t, os.Remove(ballast))
	a.reopen(a.Project)
	if a.Project.ReadOnly() || a.frame.notice.Visible() || a.IsCovered() {
		t.Fatalf("there is room, and the project is only read: %s", a.said())
	}

	fill()
	add := func() (err error) {
		a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
			_, err := b.AddArticle(store.Article{Title: "Harbour talks", Source: "The Varro Courier"}, strings.Repeat(harbour, 200))
			return err
		}, func(e error) { err = e; a.Failed(e) })
		return err
	}
	if err := add(); store.CodeOf(err) != store.CodeNotSaved {
		t.Errorf("saved on a full disk with %v", err)
	}
	if said, status := a.said(), said(a.frame.status); !strings.Contains(said, "is full, so this was not saved") || !strings.Contains(status,
		"not saved") {
		t.Errorf("said %q, status %q", said, status)
	}
	a.answer(t, true)
	mustDo(t, os.Remove(ballast))
	mustDo(t, add())
	if status := said(a.frame.status); strings.Contains(status, "not saved") || !strings.Contains(status, "saved") {
		t.Errorf("there is room again, and the status is %q", status)
	}
}
