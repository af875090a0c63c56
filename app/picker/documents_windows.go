package picker

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// documents is the folder in which a person keeps documents, wherever they moved it.
func documents(home string) string {
	folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return filepath.Join(home, "Documents")
	}
	return folder
}
