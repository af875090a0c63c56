//go:build unix

package watched

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestLinksToFilesAndToTheFolderAreFollowedAndWhatIsNoFileIsPassedOver(t *testing.T) {
	place := t.TempDir()
	folder, elsewhere := filepath.Join(place, "folder"), filepath.Join(place, "elsewhere")
	target := write(t, elsewhere, "target.txt", "The talks began.", 0)
	write(t, folder, "within/plain.txt", "The talks ended.", 0)
	write(t, folder, "download.html.crdownload", "The", 0)
	write(t, folder, "~$talks.docx", "Ada", 0)
	write(t, folder, ".hidden.txt", "Nobody came.", 0)
	write(t, folder, "left.standpoint", "Nobody came.", 0)
	for link, to := range map[string]string{
		"linked.txt": target, "loop": folder, "device": os.DevNull, "nothing": filepath.Join(place, "none"),
	} {
		if err := os.Symlink(to, filepath.Join(folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(place, "named")
	if err := os.Symlink(folder, named); err != nil {
		t.Fatal(err)
	}
	f := NewFolder(named, nil, func(path string) bool { return filepath.Ext(path) == ".standpoint" })
	f.look(t)
	expect(t, f.look(t), "linked.txt", "within/plain.txt")
}
