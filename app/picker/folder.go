package picker

import (
	"os"
	"path/filepath"
)

// Folders remembers the folder last used for each purpose. fyne.Preferences is
// one.
type Folders interface {
	String(key string) string
	SetString(key, value string)
}

func folderKey(p Purpose) string { return "folder." + string(p) }

// lastFolder is the folder remembered for p, or "" if there is none. It may not be there any more.
func lastFolder(f Folders, p Purpose) string { return f.String(folderKey(p)) }

func rememberFolder(f Folders, p Purpose, path string) { f.SetString(folderKey(p), filepath.Dir(path)) }

// startIn is the folder in which a dialog begins: the one used last, the nearest folder above it that is still there, else the
// person's documents, else their home. "" leaves it to the dialog. It looks at the disk, which may be one that hangs: it is not
// for the UI goroutine.
func startIn(last string) string {
	if folder := nearest(last); folder != "" {
		return folder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, folder := range []string{documents(home), home} {
		if isFolder(folder) {
			return folder
		}
	}
	return ""
}

// nearest is the folder, or the first one above it that is there; "" where that is only the root of a disk, which says nothing
// of where somebody works.
func nearest(folder string) string {
	if isFolder(folder) {
		return filepath.Clean(folder)
	}
	above := filepath.Dir(folder)
	if above == folder || filepath.Dir(above) == above {
		return ""
	}
	return nearest(above)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
