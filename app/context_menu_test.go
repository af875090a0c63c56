package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// menuOpen are the entries of the menu that is open, "-" for a separator; nil if none is.
func (a *App) menuOpen() (entries []string) {
	top := a.Window.Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	for _, o := range test.LaidOutObjects(top) {
		menu, ok := o.(*widget.PopUpMenu)
		if !ok {
			continue
		}
		for _, item := range menu.Items {
			label, _, _ := strings.Cut(strings.TrimSpace(said(item)), "\t")
			if label == "" {
				label = "-"
			}
			entries = append(entries, label)
		}
	}
	return entries
}

// closeMenu closes the menu that is open.
func (a *App) closeMenu() {
	for _, o := range a.Window.Canvas().Overlays().List() {
		a.Window.Canvas().Overlays().Remove(o)
	}
}

// mustOffer checks that the open menu has entries that begin so, in that order.
func mustOffer(t *testing.T, got []string, want ...string) {
	t.Helper()
	at := 0
	for _, entry := range want {
		i := slices.IndexFunc(got[at:], func(s string) bool { return s == entry || entry != "-" && strings.HasPrefix(s, entry) })
		if i < 0 {
			t.Errorf("after %d entries there is no %q in %q", at, entry, got)
			return
		}
		at += i + 1
	}
}

func TestTheMenuOfASelectionCopiesLinksAnnotatesAndSearches(t *testing.T) {
	a := newHarbour(t)
	a.link(t, "Mara Ellin", "Mara Ellin", store.ActorPerson)
	a.articles.GiveUp()
	a.articles.Focus()
	a.text().Select(a.words(t, "Norvia"))
	a.text().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	got := a.menuOpen()
	mustOffer(t, got, "Copy", "Copy with Citation", "-", "Actor (Mention)", "Link to Mara Ellin", "Statement", "-",
		"Search Project for the Selected Words")
	for _, entry := range got {
		for _, not := range []string{"Save", "Give Up", "Cut", "Paste", "No recent actor"} {
			if strings.HasPrefix(entry, not) {
				t.Errorf("the menu has %q", entry)
			}
		}
	}
	a.closeMenu()
	a.choose("Search Project for the Selected Words")
	if a.searchField().Text() != "Norvia" || !a.isSearching() {
		t.Errorf("the search field has %q", a.searchField().Text())
	}
}

func TestTheKeysOfAContextMenuStandInOneColumn(t *testing.T) {
	a := newHarbour(t)
	a.link(t, "Mara Ellin", "Mara Ellin", store.ActorPerson)
	a.articles.Focus()
	a.text().Select(a.words(t, "Norvia"))
	a.text().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	columns := map[int][]string{}
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		menu, ok := o.(*widget.PopUpMenu)
		if !ok {
			continue
		}
		for _, item := range menu.Items {
			label := said(item)
			if what, _, hasKey := strings.Cut(label, "\t"); hasKey {
				column := tabStops(what, 0) + strings.Count(label, "\t")
				columns[column] = append(columns[column], label)
			}
		}
	}
	if len(columns) != 1 {
		t.Errorf("by the column of its key: %v", columns)
	}
}

func TestTheMenuOfAMarkIsInOrderAndNotAboutTheForm(t *testing.T) {
	a, id := mentioned(t, "Norvia")
	a.articles.Pick(id)
	a.articles.Focus()
	a.text().TappedSecondary(&fyne.PointEvent{})
	got := a.menuOpen()
	mustOffer(t, got, "Copy with Citation", "-", "Edit Annotation", "Delete Annotation", "History of Annotation", "-", "Start a Word Earlier")
	for _, entry := range got {
		if strings.HasPrefix(entry, "Save") || strings.HasPrefix(entry, "Give Up") {
			t.Errorf("the menu has %q", entry)
		}
	}
}

func TestRowsOfListsHaveMenusOfTheirOwn(t *testing.T) {
	a := newSampleApp(t)
	menuKey := &fyne.KeyEvent{Name: desktop.KeyMenu}
	a.choose("List of Articles")
	a.leftList().TypedKey(menuKey)
	mustOffer(t, a.menuOpen(), "Details of the Article", "Delete Selected Article")
	a.closeMenu()

	a.choose("Statements")
	list := a.panelList()
	list.Focus()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	list.TypedKey(menuKey)
	mustOffer(t, a.menuOpen(), "Delete Selected Annotation")
	a.closeMenu()

	for _, view := range []string{"actors", "issues"} {
		a.Show(a.view(view))
		list := a.leftList()
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.Focus()
		list.TypedKey(menuKey)
		mustOffer(t, a.menuOpen(), "New", "Merge", "Delete", "-", "History")
		a.closeMenu()
	}
}

// What lies under the pointer is an actor, or an issue: nothing in its menu is about others, or about the whole project.
func TestAContextMenuHoldsOnlyWhatFitsWhatLiesUnderThePointer(t *testing.T) {
	a := newSampleApp(t)
	for view, want := range map[string][]string{
		"actors": {
			"New Actor", "Merge Actor Into…", "Delete Actor", "-",
			"To the Report: What the Actor Says", "To Another Report…", "-", "History",
		},
		"issues": {
			"New Issue", "Merge Issue Into…", "Delete Issue", "-",
			"To the Report: Who Stands Where on the Issue", "To Another Report…", "-", "History",
		},
	} {
		a.Show(a.view(view))
		list := a.leftList()
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
		if diff := cmp.Diff(want, a.menuOpen()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", view, diff)
		}
		a.closeMenu()
	}
}

// Ctrl+A in a list selects its rows, and what Delete then says it is about are all of those, and of no other list.
func TestSelectAllIsForTheListThatHasTheKeyboard(t *testing.T) {
	for of, show := range map[string]func(*App) *control.VirtualList{
		" Selected Articles":    func(a *App) *control.VirtualList { a.choose("List of Articles"); return a.leftList() },
		" Selected Annotations": func(a *App) *control.VirtualList { a.choose("Statements"); return a.panelList() },
		" Selected Results":     func(a *App) *control.VirtualList { a.searchFor("toll"); return a.leftList() },
		" Actors":               func(a *App) *control.VirtualList { a.Show(a.view("actors")); return a.leftList() },
		" Issues":               func(a *App) *control.VirtualList { a.Show(a.view("issues")); return a.leftList() },
	} {
		a := newSampleApp(t)
		list := show(a)
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.Focus()
		a.choose("Select All")
		n := list.Together.Len()
		if n < 2 {
			t.Errorf("of%s %d are selected", of, n)
		}
		var offered []string
		for _, c := range a.menus.commands {
			if c.Key == desk.KeyDelete && c.Act.IsPossible() {
				offered = append(offered, c.Label())
			}
		}
		if want := fmt.Sprint("Delete ", n, of); !slices.Equal(offered, []string{want}) {
			t.Errorf("the menus offer %q, want %q", offered, want)
		}
	}
}

func TestRowsOfResultsRecordsMentionsAndHistoriesHaveMenus(t *testing.T) {
	a := newSampleApp(t)
	menuKey := &fyne.KeyEvent{Name: desktop.KeyMenu}
	offered := func(list *control.VirtualList, want ...string) {
		t.Helper()
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.Focus()
		list.TypedKey(menuKey)
		mustOffer(t, a.menuOpen(), want...)
		a.closeMenu()
	}
	a.searchFor("toll")
	offered(a.leftList(), "Show Where It Stands", "Delete Selected Result")
	a.choose("History of the Project")
	offered(a.leftList(), "Take Back the Action…", "Show All as It Was Then")
	a.leftList().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if want := "What was done stays in the history."; !strings.HasPrefix(a.Told(), want) {
		t.Errorf("Delete in a history tells %q, want %q", a.Told(), want)
	}
	a.GoTo(desk.Place{Entity: store.EntityActor, ID: a.Names.Called("Ilse Varonne").ID})
	offered(a.listCalled(t, "Statements and positions"), "Show Where It Stands", "Delete Selected Annotation")
	a.choose("Mentions of the Actor")
	offered(a.listCalled(t, "Mentions"), "Show Where It Stands", "Delete Selected Annotation")
}

// listCalled is the list that is shown which a screen reader calls so.
func (a *App) listCalled(t *testing.T, name string) *control.VirtualList {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Content()) {
		if list, ok := o.(*control.VirtualList); ok && list.Name == name {
			return list
		}
	}
	t.Fatalf("there is no list %q", name)
	return nil
}
