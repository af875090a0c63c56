//go:build !windows

package picker

import (
	"bufio"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// documents is the folder in which a person keeps documents, whether or not it is there: the one that their desktop names
// (xdg-user-dirs), or Documents in their home.
func documents(home string) string {
	if runtime.GOOS != "darwin" {
		settings := os.Getenv("XDG_CONFIG_HOME")
		if settings == "" {
			settings = filepath.Join(home, ".config")
		}
		if named := namedDocuments(filepath.Join(settings, "user-dirs.dirs"), home); named != "" {
			return named
		}
	}
	return filepath.Join(home, "Documents")
}

// namedDocuments reads the folder for documents from the settings of a desktop, which are lines such as
// XDG_DOCUMENTS_DIR="$HOME/Dokumente"; "" if they name none.
func namedDocuments(settings, home string) string {
	f, err := os.Open(settings)
	if err != nil {
		return ""
	}
	defer f.Close()
	named := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\$`, `$`).Replace(strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`))
		if below, ok := strings.CutPrefix(value, "$HOME"); ok {
			value = filepath.Join(home, below)
		}
		if filepath.IsAbs(value) {
			named = filepath.Clean(value)
		}
	}
	return named
}
