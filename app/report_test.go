package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// putIntoReport presses the key for the report on a position, whose row is chosen, and gives the report that is made for it a title.
func putIntoReport(t *testing.T, a *App) {
	t.Helper()
	ids, err := a.Project.PositionIDs(t.Context(), store.PositionQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(ids) == 0 {
		t.Fatal("there is no position", err)
	}
	p, err := a.Project.Annotation(t.Context(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	a.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: p.ID, Article: p.Article})
	a.menus.TypedLetter('q')
	if a.Window.Canvas().Overlays().Top() == nil {
		return // there is a report already
	}
	field := desktest.Find[*control.Field](t, a.Window.Canvas().Overlays().Top())
	test.Type(field.Input(), "For the minister")
	field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func (a *App) quotesInReport(t *testing.T) int {
	t.Helper()
	rows, err := a.Project.Reports(t.Context())
	if err != nil || len(rows) != 1 {
		t.Fatalf("there are %d reports: %v", len(rows), err)
	}
	return rows[0].Items
}

func TestTheKeyForTheReportQuotesWhatIsChosenWhereverThatIs(t *testing.T) {
	a := newSampleApp(t)
	putIntoReport(t, a) // from the text
	if n := a.quotesInReport(t); n != 1 || !strings.Contains(a.Told(), "For the minister") {
		t.Fatalf("from the text %d are put in, told is %q", n, a.Told())
	}
	actor := a.Names.Called("Ilse Varonne").ID
	a.GoTo(desk.Place{Entity: store.EntityActor, ID: actor})
	a.menus.TypedLetter('q')
	if got := a.quotesInReport(t); got != 2 {
		t.Errorf("with an actor it has %d parts, want %d", got, 2)
	}
	a.choose("Report")
	if _, ok := a.InFront().(interface{ Editing() bool }); !ok || a.views[3].View != a.InFront() {
		t.Error("the command does not lead to the report")
	}
	a.edits.undo()
	if got := a.quotesInReport(t); got != 1 {
		t.Errorf("after one Undo it has %d parts, want %d", got, 1)
	}
}

// A letter that is typed in a list means there what it means in the text.
func TestTheKeyForTheReportIsHeardInListsOfResultsAndInRecords(t *testing.T) {
	a := newSampleApp(t)
	putIntoReport(t, a)
	quote := func(name string) {
		t.Helper()
		before := a.quotesInReport(t)
		list := listNamed(t, a, name)
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		list.Focus()
		a.keyboard().TypedRune('q')
		if got := a.quotesInReport(t); got != before+1 {
			t.Errorf("from the list “%s” the report has %d parts, want %d; told is %q", name, got, before+1, a.Told())
		}
	}
	a.searchFor("duty") // which stands in a translation alone, so that an annotation is found
	quote("What was found")
	a.GoTo(desk.Place{Entity: store.EntityActor, ID: a.Names.Called("Casimir Dray").ID})
	quote("Statements and positions")
}

// listNamed is the list of that name in the window.
func listNamed(t *testing.T, a *App, name string) *control.VirtualList {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Content()) {
		if l, is := o.(*control.VirtualList); is && l.Name == name && l.Visible() {
			return l
		}
	}
	t.Fatalf("there is no list “%s”", name)
	return nil
}

// The menus, which run keys with a modifier, know of the part to which somebody came.
func TestThePartsOfAReportAreMovedByKey(t *testing.T) {
	a := newSampleApp(t)
	putIntoReport(t, a)
	a.choose("Report")
	a.menus.TypedLetter('h')
	for _, l := range "Who pays" {
		a.keyboard().TypedRune(l)
	}
	a.keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	kinds := func() (list []store.ItemKind) {
		rows, err := a.Project.Reports(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, items, err := a.Project.Report(t.Context(), rows[0].ID)
		for _, i := range items {
			list = append(list, i.Kind)
		}
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	for i, item := range a.menus.menuItems {
		if a.menus.commands[i].Label() == "Move Up" {
			if item.Disabled {
				t.Error("the entry is disabled after something was put in")
			}
			item.Action()
		}
	}
	if got := kinds(); len(got) != 2 || got[0] != store.ItemHeading {
		t.Errorf("the report has %v", got)
	}
}
