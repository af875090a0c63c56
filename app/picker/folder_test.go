//go:build !windows

package picker

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDocumentsAreWhereTheDesktopSays(t *testing.T) {
	home := t.TempDir()
	for _, c := range []struct{ name, settings, want string }{
		{"in the home", `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`, filepath.Join(home, "Dokumente")},
		{"elsewhere", "# of ann\nXDG_DESKTOP_DIR=\"$HOME/Desk\"\nXDG_DOCUMENTS_DIR=\"/srv/papers \\\"A\\\"\"\n", `/srv/papers "A"`},
		{"not named", `XDG_MUSIC_DIR="$HOME/Music"`, ""},
		{"not understood", `XDG_DOCUMENTS_DIR="papers"`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			settings := filepath.Join(t.TempDir(), "user-dirs.dirs")
			if err := os.WriteFile(settings, []byte(c.settings), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := namedDocuments(settings, home); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
