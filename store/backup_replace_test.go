package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A restored file that does not get the project's name leaves the project as it was, with its logs.
func TestAReplacementThatFailsLeavesTheProjectWithItsLogs(t *testing.T) {
	for name, spoil := range map[string]func(path, fresh string) error{
		"the fresh file is gone":      func(_, fresh string) error { return os.Remove(fresh) },
		"a folder has taken the name": func(path, _ string) error { return errors.Join(os.Remove(path), os.MkdirAll(path+"/full", 0o700)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "p.standpoint")
			fresh := path + "-restored"
			for _, file := range []string{path, path + "-wal", path + "-shm", fresh} {
				if err := os.WriteFile(file, []byte(file), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := spoil(path, fresh); err != nil {
				t.Fatal(err)
			}
			if err := replaceProject(path, fresh); err == nil {
				t.Fatal("it is said to be replaced")
			}
			for _, file := range []string{path + "-wal", path + "-shm"} {
				if got, err := os.ReadFile(file); string(got) != file {
					t.Errorf("%s holds %q: %v", file, got, err)
				}
			}
			if info, err := os.Stat(path); err != nil {
				t.Error(err)
			} else if got, _ := os.ReadFile(path); !info.IsDir() && string(got) != path {
				t.Errorf("the project holds %q", got)
			}
		})
	}
}
