package storetest

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Who is stopped while a project is filled finds no half of one the next time.
func TestWhatIsNotFilledToItsEndIsNotKept(t *testing.T) {
	folder, stopped := t.TempDir(), errors.New("stopped")
	path := filepath.Join(folder, "a.standpoint")
	for _, end := range []error{stopped, nil} {
		err := whole(path, func(path string) error {
			return errors.Join(os.WriteFile(path, []byte("filled"), 0o600), end)
		})
		if !errors.Is(err, end) {
			t.Fatal(err)
		}
		left, err := os.ReadDir(folder)
		if kept := len(left) == 1 && left[0].Name() == "a.standpoint"; err != nil || kept != (end == nil) || len(left) > 1 {
			t.Errorf("after %v there are %v, %v", end, left, err)
		}
	}
}
