package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/reading"
	"standpoint/app/record"
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

// rowOf is where a row is in a list of annotations, by its own id.
func rowOf[T any](l *record.List[T], covers func(T) []store.ID, id store.ID) int {
	for i := range l.Rows.Len() {
		if row, ok := l.Rows.Row(i); ok && covers(row)[0] == id {
			return i
		}
	}
	return -1
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

func TestPanelHighlightsWhatWasChosenAndNothingElse(t *testing.T) {
	a := newSampleApp(t)
	p := a.articles.Panel
	row, _ := p.Positions.Rows.Row(2)
	p.Positions.List.OnTapped(2)
	selected := func(when string, want store.ID) {
		t.Helper()
		if got, at := p.Positions.List.Selected(), rowOf(p.Positions, panel.PositionCovers, want); got != at {
			t.Errorf("%s: row %d is highlighted, want %d", when, got, at)
		}
	}
	selected("after the click", row.ID)
	p.Scope.OnChanged("project")
	selected("in the whole project", row.ID)
	p.SetOrder(string(store.PositionsByTarget))
	selected("by target", row.ID)
	p.Filters.Words.SetText("no such words")
	p.Filters.Clear()
	selected("after filtering", row.ID)

	p.Show(panel.TabStatements)
	at := p.Statements.List.Selected()
	if s, ok := p.Statements.Rows.Row(at); !ok || s.ID != row.Statement {
		t.Errorf("statement %d is highlighted, want that of the position", at)
	}
	p.Show(panel.TabPositions)
	for i := range a.articles.List.Rows.Len() {
		if other, _ := a.articles.List.Rows.Row(i); other.ID != a.articles.Article().ID {
			a.articles.Open(other.ID)
			break
		}
	}
	selected("in another article", store.ID{})
}

func TestArrowsInThePanelLookOn(t *testing.T) {
	a := newSampleApp(t)
	p := a.articles.Panel
	p.Positions.List.Focus()
	a.key(t, fyne.KeyDown, fyne.KeyDown)
	if a.keyboard() != fyne.Focusable(p.Positions.List) || p.Positions.List.Selected() != 1 {
		t.Fatalf("the focus is in %T, row %d selected", a.keyboard(), p.Positions.List.Selected())
	}
	p.Reload()
	if p.Positions.List.Selected() != 1 {
		t.Error("a reload loses the row that the keys came to")
	}
	row, _ := p.Positions.Rows.Row(1)
	a.key(t, fyne.KeyReturn)
	if id, _ := a.articles.Reader.Current(); id != a.articles.MarkOf(row.ID) {
		t.Error("Enter must make the row's mark the current one")
	}
}

func TestProjectSwitchForgetsWhatThePanelShowed(t *testing.T) {
	a := newSampleApp(t)
	p := a.articles.Panel
	p.Positions.List.OnTapped(1)
	p.Filters.Unfold()
	p.Filters.Words.SetText("toll")
	path := a.Project.Path()
	a.setProject(nil)
	a.open(path)
	if p.Positions.List.Selected() != -1 || p.Filter != (panel.Filter{}) || p.Filters.Object().Visible() {
		t.Errorf("row %d is highlighted, the filter is %+v", p.Positions.List.Selected(), p.Filter)
	}
}

func TestFilterKeyLeadsToTheFieldsAndThenFoldsThem(t *testing.T) {
	a := newSampleApp(t)
	f := a.articles.Panel.Filters
	a.choose("Filter the List")
	if !f.Content.Visible() || !f.Words.Focused() {
		t.Fatal("the first press must unfold the fields and go there")
	}
	a.articles.Reader.Focus()
	a.choose("Filter the List")
	if !f.Content.Visible() || !f.Words.Focused() {
		t.Error("from elsewhere the key must lead back to the fields")
	}
	f.Stance.Focus()
	a.choose("Filter the List")
	if f.Content.Visible() || a.keyboard() != fyne.Focusable(a.articles.Reader.View) {
		t.Errorf("from within the key must fold them; the focus is in %T", a.keyboard())
	}
}

func TestFiltersLeaveRoomForTheListInALowWindow(t *testing.T) {
	a := newSampleApp(t)
	a.begin(t, store.KindStatement, "President")
	a.Window.Resize(fyne.NewSize(1024, 600))
	a.choose("Filter the List")
	p := a.articles.Panel
	if got := p.Lists.Size().Height; got < panel.LeastRows {
		t.Errorf("the list has %v pixels, want %v", got, panel.LeastRows)
	}
}

func TestWhoCarriedAPositionGivesWayToItsTarget(t *testing.T) {
	newSampleApp(t)
	row := store.PositionRow{
		Annotation: store.Annotation{Stance: store.StanceOppose},
		TargetRef:  store.PartyRef{Name: "A seat for the Pilots’ Guild"},
		Carriers:   []store.PartyRef{{Name: "Delta Telegraph Agency"}}, Date: "2026-03-03", Quote: "no",
	}
	card := record.NewCard()
	card.ShowPosition(row, store.PositionsByHolder, false, false)
	for width, want := range map[float32][2]string{
		700: {"3 March 2026 · via Delta Telegraph Agency", ""},
		340: {"3 March 2026", "via Delta Telegraph Agency"},
	} {
		card.Resize(fyne.NewSize(width, card.HeightFor(width)))
		got := [2]string{strings.ReplaceAll(card.Standings[0].Facts.Text(), "\u00a0", " "), ""}
		if card.Footer.Visible() {
			got[1] = card.Footer.Text()
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %v pixels (-want +got):\n%s", width, diff)
		}
	}
}

func TestGroupHeadingIsNoPartOfTheHighlight(t *testing.T) {
	newSampleApp(t)
	card := record.NewCard()
	var _ control.Highlighted = card
	card.SetHighlight(control.Highlight{Selected: true})
	if !card.Card.Highlight().Selected {
		t.Error("the card itself must be highlighted")
	}
}

// The text of an article with many marks is there to be read, and to be worked on, before
// they are.
func TestTheTextIsShownBeforeItsMarks(t *testing.T) {
	a := newHarbour(t)
	first := a.articles.Article().ID
	page := a.begin(t, store.KindMention, "Norvia")
	page.Form.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	a.current.(desk.Editor).Save()
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
	if _, ok := a.articles.Inspector.Form(); !ok || len(a.articles.Reader.View.Marks()) != 1 {
		t.Errorf("a form is open: %v; %d marks", ok, len(a.articles.Reader.View.Marks()))
	}
}
