package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
	"standpoint/store/storetest"
)

// key presses a key in what has the focus.
func (a *App) key(t *testing.T, names ...fyne.KeyName) {
	t.Helper()
	for _, name := range names {
		f := a.Window.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the focus for %s", name)
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (a *App) keyboard() fyne.Focusable { return a.Window.Canvas().Focused() }

// searchFor types a query into the search field.
func (a *App) searchFor(query string) {
	a.choose("Search Project")
	a.searchField().SetText(query)
}

func TestDeletedArticleIsOpenedAgainAfterUndo(t *testing.T) {
	a := newSampleApp(t)
	list, id := a.leftList(), a.articles.Article().ID
	a.Do(storetest.Titled("Delete article"), func(b *store.Batch) error { return b.Delete(store.EntityArticle, id) },
		func(err error) { a.Failed(err) })
	if got := list.Selected(); got != -1 || a.hasArticle() {
		t.Fatalf("after the deletion row %d is selected, an article open: %v", got, a.hasArticle())
	}
	if a.keyboard() != fyne.Focusable(list) {
		t.Errorf("the focus is in %T, want the list: the text is gone", a.keyboard())
	}
	a.edits.undo()
	if got := list.Selected(); a.articles.Article().ID != id || got != slices.Index(a.listed(t), id) {
		t.Errorf("after Undo row %d is selected, and %q is open", got, a.articles.Article().Title)
	}
}

func TestUndoneImportLeavesNothingSelectedAndIsOpenedAgainByRedo(t *testing.T) {
	a := newHarbour(t)
	list := a.leftList()
	a.edits.undo()
	if lengthOf(list) != 0 || list.Selected() != -1 || a.hasArticle() {
		t.Fatalf("after Undo: %d articles, row %d selected", lengthOf(list), list.Selected())
	}
	a.edits.redo()
	if lengthOf(list) != 1 || list.Selected() != 0 || !a.hasArticle() {
		t.Fatalf("after Redo: %d articles, row %d selected", lengthOf(list), list.Selected())
	}
}

func TestSearchIsWalkedFromItsField(t *testing.T) {
	a := newSampleApp(t)
	a.searchFor("toll")
	list, hits := a.leftList(), a.hits(t, "toll")
	if list.Selected() != 0 || lengthOf(list) != len(hits) {
		t.Fatalf("row %d of %d is highlighted, want the first of %d", list.Selected(), lengthOf(list), len(hits))
	}
	open := a.articles.Article().ID
	for range hits {
		a.key(t, fyne.KeyDown)
	}
	a.key(t, fyne.KeyUp)
	at := len(hits) - 2
	if !a.searchField().Focused() || list.Selected() != at || a.articles.Article().ID != open {
		t.Fatalf("row %d of %d is highlighted, the field has the focus: %v", list.Selected(), len(hits), a.searchField().Focused())
	}
	a.key(t, fyne.KeyReturn)
	if a.articles.Article().ID != hits[at].Article || a.searchField().Focused() {
		t.Errorf("Enter must open the highlighted result and leave the field")
	}
}

func TestResultsAreLookedThroughBeforeOneIsOpened(t *testing.T) {
	a := newSampleApp(t)
	a.searchFor("toll")
	list, open := a.leftList(), a.articles.Article().ID
	list.Focus()
	hits := a.hits(t, "toll")
	last := slices.IndexFunc(hits, func(h store.Hit) bool { return h.Article != open && h.ID != hits[0].ID })
	if last < 1 {
		t.Fatalf("no later result of %d is in another article", len(hits))
	}
	for range last {
		a.key(t, fyne.KeyDown)
	}
	hit := hits[last]
	if a.articles.Article().ID != open {
		t.Fatalf("the arrow keys opened %v; the result is in %v", a.articles.Article().ID, hit.Article)
	}
	a.key(t, fyne.KeyReturn)
	if a.articles.Article().ID != hit.Article {
		t.Error("Enter must open the result")
	}
	list.Focus()
	a.key(t, fyne.KeyEscape)
	if a.isSearching() || a.searchField().Text() != "" {
		t.Error("Esc must end the search")
	}
}

func TestSearchIsTakenUpAgainFromAnotherView(t *testing.T) {
	a := newSampleApp(t)
	a.searchFor("freight toll")
	a.key(t, fyne.KeyReturn)
	if a.current != a.view("issues") {
		t.Fatalf("the first result must be an issue; %T is in front", a.current)
	}
	a.choose("Search Project")
	if a.current != desk.View(a.articles) || !a.isSearching() || !a.searchField().Focused() {
		t.Errorf("in front %T, results shown: %v, the field has the focus: %v", a.current, a.isSearching(),
			a.searchField().Focused())
	}
}

func TestTypingASearchInAnotherViewStaysInTheField(t *testing.T) {
	a := newSampleApp(t)
	a.Show(a.view("actors"))
	a.choose("Search Project")
	for _, r := range "toll" {
		a.keyboard().TypedRune(r)
	}
	if got := a.searchField().Text(); got != "toll" || !a.isSearching() {
		t.Errorf("the field has %q, results shown: %v", got, a.isSearching())
	}
}

func TestFindingInAListSelectsTheOldWordsSoThatTypingReplacesThem(t *testing.T) {
	a := newSampleApp(t)
	for _, view := range []string{"actors", "issues"} {
		a.Show(a.view(view))
		for _, words := range []string{"an", "or"} {
			a.view(view).(desk.Filterable).FilterList()
			a.typeName(words)
			if got := a.keyboard().(*control.Input).Text; got != words {
				t.Errorf("%s: %q is looked for, want %q", view, got, words)
			}
		}
	}
}
