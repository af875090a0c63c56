package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What can be done about a project is named as it is done here: nobody on a terminal has a menu.
func TestWhatCanBeDoneIsNamedAsASubcommand(t *testing.T) {
	project := filepath.Join(t.TempDir(), "talks.standpoint")
	if status, _, stderr := run(nil, "new", project); status != 0 {
		t.Fatal(stderr)
	}
	if err := os.Link(project, project+"-second"); err != nil {
		t.Skip("no second names here:", err)
	}
	status, _, stderr := run(strings.NewReader("{}"), "import", project, "-")
	if status != 1 || !strings.Contains(stderr, "“standpoint backup PROJECT DEST”") || strings.Contains(stderr, " > ") {
		t.Errorf("status %d, said: %s", status, stderr)
	}
	kept := filepath.Join(t.TempDir(), "kept.standpoint")
	if status, _, stderr := run(nil, "backup", project, kept); status != 0 {
		t.Errorf("the advice does not help: %s", stderr)
	}
	if status, _, stderr := run(strings.NewReader("{}"), "import", kept, "-"); strings.Contains(stderr, "hard links") {
		t.Errorf("the copy is as the project was: status %d, %s", status, stderr)
	}
}
