package storetest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk names, for a child process that sees disks of its own, the folder in which it mounts a small one.
const smallDisk = "STANDPOINT_SMALL_DISK"

// OnSmallDisk runs a test again in a process that sees disks of its own, and there works in a folder that is a disk of 4 MB. env is
// added to the environment of that process. The test is skipped where no disk can be mounted.
func OnSmallDisk(t *testing.T, work func(t *testing.T, folder string), env ...string) {
	t.Helper()
	if folder := os.Getenv(smallDisk); folder != "" {
		if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
			t.Skip("no disk can be mounted here:", err)
		}
		work(t, folder)
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(append(os.Environ(), smallDisk+"="+t.TempDir()), env...)
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

// FillDisk takes all room on the disk of a folder, with a file whose path it returns.
func FillDisk(t *testing.T, folder string) (ballast string) {
	t.Helper()
	ballast = filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 8<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	return ballast
}
