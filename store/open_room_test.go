package store

import (
	"errors"
	"os"
	"strings"
	"testing"

	"standpoint/store/workfolder"
)

func TestWhatNeedsRoomIsDoneInTheFirstFolderThatHasIt(t *testing.T) {
	folders := []string{t.TempDir(), t.TempDir() + "/gone", t.TempDir(), t.TempDir()}
	broken := errors.New("broken")
	for name, c := range map[string]struct {
		fails []error // of each folder that there is, in their order
		tried int
		want  error
	}{
		"the first has room":     {[]error{nil}, 1, nil},
		"the last has room":      {[]error{errFull, errFull, nil}, 3, nil},
		"room is not what lacks": {[]error{errFull, broken}, 2, broken},
		"none has room":          {[]error{errFull, errFull, errFull}, 3, errFull},
	} {
		t.Run(name, func(t *testing.T) {
			tried := 0
			err := withRoom(t.Context(), "p.standpoint", folders, func(folder *workfolder.Folder) (bool, error) {
				tried++
				return false, errors.Join(os.WriteFile(folder.Path("half"), nil, 0o600), c.fails[tried-1])
			})
			if tried != c.tried || !errors.Is(err, c.want) {
				t.Errorf("%d folders were tried, want %d; %v, want %v", tried, c.tried, err, c.want)
			}
			if errors.Is(c.want, errFull) && (CodeOf(err) != CodeNotSaved || !strings.Contains(err.Error(), folders[3])) {
				t.Errorf("no sentence that names the folders: %v", err)
			}
			for _, folder := range folders {
				if left, _ := os.ReadDir(folder); len(left) > 0 {
					t.Errorf("in %s is left %v", folder, left)
				}
			}
		})
	}
}
