package directory

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// answer presses the button of the message that is shown which says yes.
func (r *room) answer(t *testing.T) {
	t.Helper()
	var yes *control.Button
	for _, o := range test.LaidOutObjects(r.Window.Canvas().Overlays().Top()) {
		if b, ok := o.(*control.Button); ok {
			yes = b
		}
	}
	if yes == nil {
		t.Fatal("nothing is asked")
	}
	yes.Tapped(nil)
}

func TestSeveralActorsAndIssuesAreDeletedAtOnce(t *testing.T) {
	for name, of := range map[string]struct {
		make  func(*desk.Desk) *Directory
		first string
		count func(store.Counts) int
	}{
		"actors": {NewActors, "Ilse Varonne", func(c store.Counts) int { return c.Actors }},
		"issues": {NewIssues, "Freight toll", func(c store.Counts) int { return c.Issues }},
	} {
		t.Run(name, func(t *testing.T) {
			r := opened(t, of.make, of.first)
			counts := func() int {
				c, err := r.Project.Counts(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				return of.count(c)
			}
			before := counts()
			r.list.focus()
			r.list.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			r.list.focus()
			r.list.list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift})
			r.list.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
			if !r.IsCovered() || counts() != before {
				t.Fatalf("it is asked: %v; there are %d, were %d", r.IsCovered(), counts(), before)
			}
			r.answer(t)
			if got := counts(); got != before-2 {
				t.Errorf("there are %d of %d", got, before)
			}
			if want := "Deleted: 2 " + name; !strings.HasPrefix(r.Told(), want) {
				t.Errorf("told is %q, want %q", r.Told(), want)
			}
			if got, want := words.Title(r.Project.UndoTitle()), "Delete 2 "+name; got != want {
				t.Errorf("Undo takes back %q, want %q", got, want)
			}
			r.undo()
			if got := counts(); got != before {
				t.Errorf("after one Undo there are %d of %d", got, before)
			}
		})
	}
}
