package store_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"standpoint/store"
)

// smallDisk names, for a child process that sees disks of its own, the folder in which it mounts a small one, which it fills.
const smallDisk = "STANDPOINT_SMALL_DISK"

// With a full folder for temporary files a project is checked, recovered, merged, and looked at as it was: there is room elsewhere. What is
// made on a full disk is told in a sentence, and nothing is left there.
func TestAFullFolderForTemporaryFilesKeepsNobodyFromReading(t *testing.T) {
	if folder := os.Getenv(smallDisk); folder != "" {
		workOnSmallDisk(t, folder)
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), smallDisk+"="+t.TempDir(), "HOME="+t.TempDir(), "XDG_CACHE_HOME=")
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

func workOnSmallDisk(t *testing.T, small string) {
	t.Helper()
	s := newScene(t)
	other := filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Backup(t.Context(), other))
	must(t, store.AddToLastSession(t.Context(), other, "Tariffs"))
	history, _, err := s.History(t.Context(), store.HistoryQuery{})
	must(t, err)
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Setenv("TMPDIR", small)
	onFull := filepath.Join(small, "full.standpoint")
	copyProject(t, other, onFull)
	if err := os.WriteFile(filepath.Join(small, "ballast"), make([]byte, 8<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	if _, err := store.Open(t.Context(), onFull, store.Options{Coder: "Ada"}); store.CodeOf(err) != store.CodeNoRoom {
		t.Errorf("opened for writing on a full disk: %v", err)
	}
	if _, n, err := openProject(t, onFull, store.Options{ReadOnly: true}).Articles(t.Context(), store.ArticleQuery{}); err != nil || n == 0 {
		t.Errorf("of a project on a full disk %d articles are read, %v", n, err)
	}

	reader := openProject(t, s.Path(), store.Options{Coder: "Ada", ReadOnly: true})
	mustPass(t, reader)
	then, err := reader.At(t.Context(), history[0].Action)
	must(t, err)
	mustPass(t, then)
	must(t, then.Close())
	saved := other + "-saved.standpoint"
	if r, err := store.Recover(t.Context(), other, saved); err != nil || r.Changes == 0 {
		t.Errorf("recovered %+v, %v", r, err)
	}
	if r := merge(t, s.Project, other, nil); r.Changes == 0 {
		t.Error("nothing came by the merge")
	}

	name := filepath.Join(small, "new.standpoint")
	_, created := store.Create(t.Context(), name, store.Options{Coder: "Ada"})
	_, recovered := store.Recover(t.Context(), other, name)
	for what, err := range map[string]error{"new": created, "recover": recovered, "backup": s.Backup(t.Context(), name)} {
		if store.CodeOf(err) != store.CodeNotSaved || !strings.Contains(err.Error(), "its disk is full") || strings.Contains(err.Error(),
			"standpoint backup") {
			t.Errorf("%s on a full disk: %v", what, err)
		}
	}
	for _, folder := range []string{small, filepath.Dir(other), filepath.Dir(s.Path())} {
		hidden, err := filepath.Glob(filepath.Join(folder, ".*"))
		if err != nil || len(hidden) > 0 {
			t.Errorf("in %s stay %v, %v", folder, hidden, err)
		}
	}
	if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something has the name of what was not made: %v", err)
	}
}
