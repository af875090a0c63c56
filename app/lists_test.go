package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/reading"
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
	a.articles.Results.Field.SetText(query)
}

func TestDeletedArticleIsOpenedAgainAfterUndo(t *testing.T) {
	a := newSampleApp(t)
	list, id := a.articles.List, a.articles.Article().ID
	a.Do(storetest.Titled("Delete article"), func(b *store.Batch) error { return b.Delete(store.EntityArticle, id) },
		func(err error) { a.Failed(err) })
	if got := list.List.Selected(); got != -1 || a.articles.HasArticle() {
		t.Fatalf("after the deletion row %d is selected, an article open: %v", got, a.articles.HasArticle())
	}
	if a.keyboard() != fyne.Focusable(list.List) {
		t.Errorf("the focus is in %T, want the list: the text is gone", a.keyboard())
	}
	a.undo()
	if got := list.List.Selected(); got != -1 {
		t.Errorf("after Undo row %d is selected, though no article is open", got)
	}
	for i := range list.Rows.Len() {
		if row, _ := list.Rows.Row(i); row.ID == id {
			list.List.OnTapped(i)
		}
	}
	if a.articles.Article().ID != id || list.List.Selected() < 0 {
		t.Error("a click must open the article that came back")
	}
}

func TestUndoneImportLeavesNothingSelected(t *testing.T) {
	a := newHarbour(t)
	list := a.articles.List
	a.undo()
	if list.Rows.Len() != 0 || list.List.Selected() != -1 || a.articles.HasArticle() {
		t.Fatalf("after Undo: %d articles, row %d selected", list.Rows.Len(), list.List.Selected())
	}
	a.redo()
	if list.Rows.Len() != 1 || list.List.Selected() != -1 {
		t.Fatalf("after Redo: %d articles, row %d selected", list.Rows.Len(), list.List.Selected())
	}
	list.List.Select(0)
	list.Focus()
	a.key(t, fyne.KeyReturn)
	if !a.articles.HasArticle() {
		t.Error("Enter must open the article")
	}
}

func TestSearchIsWalkedFromItsField(t *testing.T) {
	a := newSampleApp(t)
	a.searchFor("toll")
	r := a.articles.Results
	if r.List.Selected() != 0 {
		t.Fatalf("row %d is highlighted, want the first", r.List.Selected())
	}
	open := a.articles.Article().ID
	for range r.Rows.Len() {
		a.key(t, fyne.KeyDown)
	}
	a.key(t, fyne.KeyUp)
	at := r.Rows.Len() - 2
	if !a.articles.Results.Field.Focused() || r.List.Selected() != at || a.articles.Article().ID != open {
		t.Fatalf("row %d of %d is highlighted, the field has the focus: %v", r.List.Selected(), r.Rows.Len(), a.articles.Results.Field.Focused())
	}
	hit, _ := r.Rows.Row(at)
	a.key(t, fyne.KeyReturn)
	if a.articles.Article().ID != hit.Article || a.articles.Results.Field.Focused() {
		t.Errorf("Enter must open the highlighted result and leave the field")
	}
}

func TestResultsAreLookedThroughBeforeOneIsOpened(t *testing.T) {
	a := newSampleApp(t)
	a.searchFor("toll")
	r, open := a.articles.Results, a.articles.Article().ID
	r.List.Focus()
	a.key(t, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	hit, _ := r.Rows.Row(3)
	if a.articles.Article().ID != open || hit.Article == open {
		t.Fatalf("the arrow keys opened %v; the fourth result is in %v", a.articles.Article().ID, hit.Article)
	}
	a.key(t, fyne.KeyReturn)
	if a.articles.Article().ID != hit.Article {
		t.Error("Enter must open the result")
	}
	r.List.Focus()
	a.key(t, fyne.KeyEscape)
	if a.articles.Searching() || a.articles.Results.Field.Text() != "" {
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
	if a.current != desk.View(a.articles) || !a.articles.Searching() || !a.articles.Results.Field.Focused() {
		t.Errorf("in front %T, results shown: %v, the field has the focus: %v", a.current, a.articles.Searching(),
			a.articles.Results.Field.Focused())
	}
}

func TestTypingASearchInAnotherViewStaysInTheField(t *testing.T) {
	a := newSampleApp(t)
	a.Show(a.view("actors"))
	a.choose("Search Project")
	for _, r := range "toll" {
		a.keyboard().TypedRune(r)
	}
	if got := a.articles.Results.Field.Text(); got != "toll" || !a.articles.Searching() {
		t.Errorf("the field has %q, results shown: %v", got, a.articles.Searching())
	}
}

// The text of an article with many marks is there to be read, and to be worked on, before
// they are.
func TestTheTextIsShownBeforeItsMarks(t *testing.T) {
	a := newHarbour(t)
	first := a.articles.Article().ID
	a.link(t, "Norvia", "The Republic", store.ActorState)
	var other store.Article
	a.Do(storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		other, err = b.AddArticle(store.Article{Title: "Another"}, "Nothing happened.")
		return err
	}, func(err error) { a.Failed(err) })
	a.articles.Open(other.ID)
	shown := false
	a.Work.Later = func(d time.Duration, f func()) func() {
		if d == reading.SlowReading {
			f()
			shown = a.articles.Article().ID == first && a.articles.Reader.View.Body().String() == harbour && len(a.articles.Reader.View.Marks()) == 0
			a.articles.Open(first) // asked for again meanwhile
			a.begin(t, store.KindHighlight, "Meridian")
		}
		return func() {}
	}
	a.articles.Open(first)
	if !shown {
		t.Error("the text was not shown before its marks")
	}
	if open := a.articles.Editing(); !open || len(a.articles.Reader.View.Marks()) != 1 {
		t.Errorf("a form is open: %v; %d marks", open, len(a.articles.Reader.View.Marks()))
	}
}
