//go:build unix

package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"modernc.org/sqlite"

	"standpoint/store"
	"standpoint/store/storetest"
)

// Where SQLite's locks belong to the process and not to the open file, closing any descriptor of the file takes them away. A child process
// looks at the project that it has open in all ways there are, and then holds it until its standard input ends.

const (
	lookingProject = "STANDPOINT_LOOKING_PROJECT"
	lookingLocks   = "STANDPOINT_LOOKING_LOCKS" // "of the process" has SQLite take such
)

func lookOften(path string) error {
	ctx := context.Background()
	if os.Getenv(lookingLocks) != "" {
		if err := lockByProcess(path + "-other"); err != nil {
			return err
		}
	}
	p, err := store.Open(ctx, path, store.Options{Coder: "Ada"})
	if err != nil {
		return err
	}
	for n := range 3 {
		_, looked := p.Look(ctx)
		_, done := p.Do(ctx, storetest.Titled("Add"), func(b *store.Batch) error {
			_, err := b.AddActor(store.Actor{Name: fmt.Sprint("Looked ", n)})
			return err
		})
		if err := errors.Join(looked, done, p.Checkpoint(), readBesideItself(ctx, path)); err != nil {
			return err
		}
		if _, err := store.Open(ctx, path, store.Options{}); store.CodeOf(err) != store.CodeInUse {
			return fmt.Errorf("it is opened twice: %w", err)
		}
	}
	fmt.Fprintln(os.Stdout, "looked")
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, p.Close())
}

// readBesideItself opens a project that this process writes to once more, to be read.
func readBesideItself(ctx context.Context, path string) error {
	reader, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	_, err = reader.Check(ctx, nil)
	_, recovered := store.Recover(ctx, path, filepath.Join(filepath.Dir(path), fmt.Sprint("saved-", store.NewID())))
	return errors.Join(err, recovered, reader.Close())
}

// lockByProcess has SQLite take locks that belong to the process, as on systems that have no others.
func lockByProcess(path string) error {
	if _, err := sqlite.OFDLocking(false); err != nil && !errors.Is(err, sqlite.ErrOFDLockingUnavailable) {
		return err
	}
	p, err := store.OpenPlainDatabase(path)
	if err != nil {
		return err
	}
	if sqlite.OFDLockingEnabled() {
		return errors.New("the locks still belong to the open file")
	}
	return p.Close()
}

func TestSQLitesLocksOutliveEveryLook(t *testing.T) {
	for _, locks := range []string{"", "of the process"} {
		t.Run("locks "+locks, func(t *testing.T) {
			path := closedScene(t)
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
			cmd.Env = append(os.Environ(), lookingProject+"="+path, lookingLocks+"="+locks)
			cmd.Stderr = os.Stderr
			in, err := cmd.StdinPipe()
			must(t, err)
			out, err := cmd.StdoutPipe()
			must(t, errors.Join(err, cmd.Start()))
			if said, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(said) != "looked" {
				t.Fatalf("the child says %q: %v", said, err)
			}
			if !isLockedBySQLite(t, path) {
				t.Error("SQLite's lock is gone")
			}
			if err := openElsewhere(t, path); err == nil {
				t.Error("another process opens it for writing")
			}
			must(t, errors.Join(in.Close(), cmd.Wait()))
			if isLockedBySQLite(t, path) {
				t.Error("the lock is still there after the child has ended")
			}
			addActors(t, path, "Later")
		})
	}
}

// isLockedBySQLite asks the system whether another process has the bytes of a file locked on which SQLite's readers and writers have a
// lock.
func isLockedBySQLite(t *testing.T, path string) bool {
	t.Helper()
	const first, count = 0x40000002, 510
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	defer f.Close()
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: first, Len: count}
	must(t, syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock))
	return lock.Type != syscall.F_UNLCK
}
