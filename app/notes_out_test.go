package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
)

// chooseInMessage sets the choices of the message that is shown, by what they are called.
func (a *App) chooseInMessage(t *testing.T, chosen map[string]string) {
	t.Helper()
	found := 0
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if s, ok := o.(*control.Select); ok {
			for name, key := range chosen {
				if strings.HasPrefix(s.AccessibilityLabel(), name) {
					s.SetValue(key)
					found++
				}
			}
		}
	}
	if found != len(chosen) {
		t.Fatalf("%d of %d choices are offered", found, len(chosen))
	}
}

// Each document in each format is written as the dialog says, and the next dialog offers what was chosen last.
func TestNotesAreWrittenAsTheyAreChosen(t *testing.T) {
	a := newSampleApp(t)
	for name, begins := range map[string]string{"markdown": "# ", "html": "<!DOCTYPE html>", "docx": "PK", "odt": "PK"} {
		f, ok := render.Find(name)
		if !ok {
			t.Fatalf("there is no format %s", name)
		}
		path := filepath.Join(t.TempDir(), "notes"+f.Extension)
		fake := &picker.Fake{Paths: []string{path}}
		a.Picker = fake
		a.transfers.exportNotes()
		a.chooseInMessage(t, map[string]string{"Document": "issues", "Format": name, "Language of the notes": "de", "Sources": "author"})
		a.answer(t, true)
		written, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(written), begins) {
			t.Errorf("%s: begins with %.20q, %v", name, written, err)
		}
		if got := fake.Asked[0].Name; filepath.Ext(got) != f.Extension {
			t.Errorf("%s: %q is proposed", name, got)
		}
		if name == "markdown" && !strings.Contains(string(written), "Streitfragen") {
			t.Errorf("the notes are not on issues in German:\n%s", written)
		}
		if got := a.transfers.lastNotes.format; got != name {
			t.Errorf("the next notes are offered as %s, not as %s", got, name)
		}
	}
}

func TestNotesThatAreNotWantedAreNotWritten(t *testing.T) {
	a := newSampleApp(t)
	fake := &picker.Fake{}
	a.Picker = fake
	a.transfers.exportNotes()
	a.answer(t, false)
	if len(fake.Asked) != 0 || a.IsCovered() {
		t.Errorf("%d dialogs came", len(fake.Asked))
	}
}

// What has room in the window is seen whole, whatever the choice of the document leaves out.
func TestTheChoicesOfNotesAreSeenWithoutScrolling(t *testing.T) {
	a := newSampleApp(t)
	a.transfers.exportNotes()
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if s, ok := o.(*container.Scroll); ok && s.Size().Height < s.Content.MinSize().Height {
			t.Errorf("of %v of choices %v are seen", s.Content.MinSize().Height, s.Size().Height)
		}
	}
}
