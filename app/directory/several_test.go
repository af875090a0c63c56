package directory

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

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
			r.Agree(t)
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

// rowsOf are the rows of the list of the record that is shown, with the keyboard at the first.
func (r *room) rowsOf() *control.VirtualList {
	list := r.record.list.Widget
	if r.record.showsMentions() {
		list = r.record.mentions.Widget
	}
	list.Focus()
	list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	return list
}

func TestSeveralRowsOfARecordAreDeletedAtOnce(t *testing.T) {
	for name, of := range map[string]struct {
		make  func(*desk.Desk) *Directory
		first string
		turn  string // the command that shows the rows; "" if they are shown
		count func(store.Counts) int
	}{
		"of an actor":          {NewActors, "Ilse Varonne", "", func(c store.Counts) int { return c.Statements }},
		"mentions of an actor": {NewActors, "Ilse Varonne", "Mentions of the Actor", func(c store.Counts) int { return c.Mentions }},
		"of an issue":          {NewIssues, "Freight toll", "", func(c store.Counts) int { return c.Statements }},
	} {
		t.Run(name, func(t *testing.T) {
			r := opened(t, of.make, of.first)
			if of.turn != "" {
				r.choose(t, of.turn)
			}
			counts := func() store.Counts {
				c, err := r.Project.Counts(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				return c
			}
			before := counts()
			list := r.rowsOf()
			list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault})
			list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift})
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
			if got := counts(); of.count(got) != of.count(before)-2 || got.Actors != before.Actors || got.Issues != before.Issues {
				t.Errorf("of %+v there are %+v", before, got)
			}
			if want := "Deleted: 2 annotations."; !strings.HasPrefix(r.Told(), want) {
				t.Errorf("told is %q, want %q", r.Told(), want)
			}
			r.undo()
			if got := counts(); got != before {
				t.Errorf("after one Undo there are %+v of %+v", got, before)
			}
			r.rowsOf().TypedShortcut(&fyne.ShortcutSelectAll{})
			if all, has := r.Selected(); !has || len(all.IDs) < 3 {
				t.Errorf("Ctrl+A selects %d rows", len(all.IDs))
			}
		})
	}
}
