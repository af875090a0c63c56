package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/store"
)

// exported is what the keyboard alone writes from where it is now.
func (a *App) exported(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notes.md")
	a.Picker = &picker.Fake{Paths: []string{path}}
	a.press(fyne.KeyReturn)
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}

func TestExportNotesLeadsToTheViewOfNotesWithTheKeyboardOnExport(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Export Notes…")
	if a.current != a.view("notes") {
		t.Fatal("another view is in front")
	}
	if b, is := a.keyboard().(*control.Button); !is || b.AccessibilityLabel() != "Export…" {
		t.Errorf("the keyboard is at %T", a.keyboard())
	}
	if written := a.exported(t); !strings.HasPrefix(written, "# ") || !strings.Contains(written, "Who stands where") {
		t.Errorf("written is %.80q", written)
	}
}

// What is selected in a list is what the notes are on.
func TestThereAreNotesOnWhatIsSelected(t *testing.T) {
	a := newSampleApp(t)
	for _, c := range []struct {
		label string
		place desk.Place
		title string
	}{
		{"Notes on the Selected Actors", desk.Place{Entity: store.EntityActor, ID: a.Names.Called("Ilse Varonne").ID}, "## Ilse Varonne"},
		{"Notes on the Selected Issues", desk.Place{Entity: store.EntityIssue, ID: a.issueCalled(t, "Freight toll")}, "## Freight toll"},
	} {
		a.GoTo(c.place)
		a.choose(c.label)
		written := a.exported(t)
		if n := strings.Count(written, "\n## "); !strings.Contains(written, c.title) || n > 2 {
			t.Errorf("%s: %d parts, and with %q: %v", c.label, n, c.title, strings.Contains(written, c.title))
		}
	}
	a.Show(a.articles)
	a.leftList().Focus()
	a.leftList().Select(0)
	a.choose("Notes on the Selected Articles")
	if written := a.exported(t); !strings.Contains(written, "1 article,") {
		t.Errorf("of one article is written:\n%.300s", written)
	}
}

func (a *App) issueCalled(t *testing.T, name string) store.ID {
	t.Helper()
	for id, n := range a.Names.Issues {
		if n.Name == name {
			return id
		}
	}
	t.Fatal("no issue is called " + name)
	return store.ID{}
}
