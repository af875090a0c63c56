package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/names"
	"standpoint/app/textview"
	"standpoint/store"
)

// shown are the objects of a type that the view in front shows.
func shown[T fyne.CanvasObject](a *App) []T {
	var found []T
	for _, o := range test.LaidOutObjects(a.current.Object()) {
		if o, is := o.(T); is && o.Visible() {
			found = append(found, o)
		}
	}
	return found
}

// hasField reports whether the view in front shows a field with that caption.
func (a *App) hasField(caption string) (*control.Field, bool) {
	for _, f := range shown[*control.Field](a) {
		if strings.HasPrefix(said(f), caption) {
			return f, true
		}
	}
	return nil, false
}

// field is the field with that caption.
func (a *App) field(t *testing.T, caption string) *control.Field {
	t.Helper()
	f, ok := a.hasField(caption)
	if !ok {
		t.Fatalf("there is no field %q", caption)
	}
	return f
}

// leftList is the list at the left of the text: of articles, results, actions or places.
func (a *App) leftList() *control.VirtualList { return shown[*control.VirtualList](a)[0] }

// panelList is the list at the right of the text: of positions or of statements.
func (a *App) panelList() *control.VirtualList {
	lists := shown[*control.VirtualList](a)
	return lists[len(lists)-1]
}

// lengthOf is how many rows can be selected in a list.
func lengthOf(list *control.VirtualList) int {
	was, n := list.Selected(), 0
	for list.Select(n); list.Selected() == n; list.Select(n) {
		n++
	}
	list.Select(was)
	return n
}

// listsArticles reports whether the articles are listed at the left: each has a dot in the colour of its status.
func (a *App) listsArticles() bool {
	return slices.ContainsFunc(test.LaidOutObjects(a.leftList()), func(o fyne.CanvasObject) bool {
		_, dot := o.(*control.Dot)
		return dot
	})
}

// listed are the articles in the order of their list.
func (a *App) listed(t *testing.T) (ids []store.ID) {
	t.Helper()
	rows, _, err := a.Project.Articles(t.Context(), store.ArticleQuery{Sort: store.ArticlesByPublished})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

// hits are what a search finds, in the order of the results.
func (a *App) hits(t *testing.T, query string) []store.Hit {
	t.Helper()
	hits, err := a.Project.Search(t.Context(), store.SearchQuery{Text: query, Page: store.Page{Limit: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// searchField is where the person types what to look for in the whole project.
func (a *App) searchField() *control.Field { return a.articles.SearchField().(*control.Field) }

// isSearching reports whether results of a search are shown.
func (a *App) isSearching() bool {
	return slices.ContainsFunc(shown[*control.RichLine](a), func(l *control.RichLine) bool {
		return strings.Contains(l.Text(), " result") && strings.Contains(l.Text(), " for “") ||
			strings.HasPrefix(l.Text(), "Nothing in the project has")
	})
}

// text is the reading view, whichever of the window's views is in front.
func (a *App) text() *textview.View { return textIn(a.articles.Object()) }

// textIn looks for the reading view without laying out anything; nil while no article is open.
func textIn(o fyne.CanvasObject) *textview.View {
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *textview.View:
		return o
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		if v := textIn(part); v != nil {
			return v
		}
	}
	return nil
}

// middle is what stands where the text does.
func (a *App) middle() string { return said(test.WidgetRenderer(a.articles.Panes()).Objects()[1]) }

// hasArticle reports whether an article is open.
func (a *App) hasArticle() bool { return a.articles.Article().ID != store.ID{} }

// currentMark is the annotation whose mark is picked in the text.
func (a *App) currentMark() (store.ID, bool) {
	id, ok := a.text().Current()
	return store.ID(id), ok
}

// tipOf is what the mark of an annotation says when the mouse rests on it.
func (a *App) tipOf(id store.ID) string {
	for _, m := range a.text().Marks() {
		if store.ID(m.ID) == id {
			return m.Tip
		}
	}
	return ""
}

// draftCards are the cards of what was left unfinished, as the page at the side shows them.
func (a *App) draftCards() []*control.Card {
	var cards []*control.Card
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		if card, is := o.(*control.Card); is && strings.Contains(said(card), "Unfinished") {
			cards = append(cards, card)
		}
	}
	return cards
}

// takeUpDraft goes on with the one form that was left unfinished.
func (a *App) takeUpDraft(t *testing.T) {
	t.Helper()
	cards := a.draftCards()
	if a.articles.Editing() || len(cards) != 1 {
		t.Fatalf("a form is open: %v; %d drafts are offered", a.articles.Editing(), len(cards))
	}
	cards[0].OnTapped()
	if !a.articles.Editing() {
		t.Fatal("the draft is not open")
	}
}

// anIssue is what a position is about, where that is no actor.
const anIssue store.ActorKind = "issue"

// pick picks a name in the last field with that caption: the actor who is called so, else a new one of a kind.
func (a *App) pick(t testing.TB, caption, name string, kind store.ActorKind) {
	t.Helper()
	item := control.Item{Name: name, Kind: string(kind), New: true}
	if known := a.Names.Called(name).ID; known != (store.ID{}) && kind != anIssue {
		item = a.PartyItem(names.Party{Actor: known})
	}
	for _, o := range slices.Backward(test.LaidOutObjects(a.current.Object())) {
		if !o.Visible() || !strings.HasPrefix(said(o), caption) {
			continue
		}
		switch field := o.(type) {
		case *control.TypeAhead:
			field.SetItem(item)
			field.OnPick(item)
			return
		case *control.TokenField:
			field.Input().SetText(name) // typing takes the place of a guess
			field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			field.SetPending("")
			items := append(field.Items(), item)
			field.SetItems(items)
			field.OnChanged(items)
			return
		}
	}
	t.Fatalf("there is no field %q for a name", caption)
}

// choice is the last choice with that caption.
func (a *App) choice(t testing.TB, caption string) *control.Choice {
	t.Helper()
	for _, c := range slices.Backward(shown[*control.Choice](a)) {
		if strings.HasPrefix(said(c), caption) {
			return c
		}
	}
	t.Fatalf("there is no choice %q", caption)
	return nil
}

// tap presses the button in front whose tooltip begins so.
func (a *App) tap(t *testing.T, tooltip string) {
	t.Helper()
	for _, b := range shown[*control.Button](a) {
		if strings.HasPrefix(b.Tooltip(), tooltip) {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("no button would %q", tooltip)
}

// As the driver of a window does it: it takes the keyboard from what does not lie under the mouse, after it has told of the release.
func TestAfterWordsAreTakenByTheMouseTypingGoesOnInTheField(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	issue := a.Window.Canvas().Focused()
	var soon []func()
	a.Work.OnUI = func(do func()) { soon = append(soon, do) }
	a.text().MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	a.text().Select(a.words(t, "foreign observers"))
	a.text().MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	a.Window.Canvas().Unfocus()
	a.Work.OnUI = func(do func()) { do() }
	for _, do := range soon {
		do()
	}
	if got := a.Window.Canvas().Focused(); got != issue {
		t.Fatalf("the keyboard is in %T", got)
	}
	a.keyboard().TypedRune('!')
	if got := issue.(*control.Input).Text; got != "foreign observers!" {
		t.Errorf("the field has %q", got)
	}
}
