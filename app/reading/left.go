package reading

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/history"
	"standpoint/app/inspector"
	"standpoint/app/library"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// left is the pane beside the text. It shows the list of articles, or in its place what a search found, a history, or the places
// of a name that are to be linked.
type left struct {
	desk      seat
	inspector *inspector.Inspector // has the places to be linked
	list      *library.List
	listed    fyne.CanvasObject // the list as it is drawn
	results   *results
	history   *history.List // what was asked for last; nil before
	pane      *fyne.Container

	unmark func()     // takes what a search marked out of the text
	ask    func()     // brings the pane into sight, in a narrow window too
	need   func(bool) // the same as long as there is something in it that somebody works with
}

func newLeft(d seat, i *inspector.Inspector, list *library.List) *left {
	l := &left{desk: d, inspector: i, list: list, listed: list.Object(), unmark: func() {}, ask: func() {}, need: func(bool) {}}
	l.results = newResults(d.Desk, l.search, l.endSearch)
	l.pane = container.NewStack(l.listed)
	menu := func(at fyne.Position) { d.PopUpMenu(at, desk.SectionSelected, desk.SectionReport) }
	l.list.OnMenu(menu)
	l.results.list.OnMenu = func(_ int, at fyne.Position) { menu(at) }
	return l
}

// opened shows the list of another project.
func (l *left) opened() {
	l.results.field.SetText("")
	l.show(nil)
	l.list.Opened()
}

// relist shows the rows as tall as they are to be now.
func (l *left) relist() {
	l.list.Relist()
	l.results.relist()
	if l.history != nil {
		l.history.Relist()
	}
}

// show shows something in place of the list of articles; nil brings the list back.
func (l *left) show(o fyne.CanvasObject) {
	if o == nil {
		o = l.listed
	}
	l.pane.Objects = []fyne.CanvasObject{o}
	l.pane.Refresh()
	l.need(o != l.listed)
}

// search shows what the project holds for a query in place of the article list;
// an empty query brings the list back.
func (l *left) search(query string) {
	l.results.search(query)
	searching := strings.TrimSpace(query) != ""
	if searching {
		l.show(l.results.object())
	} else {
		l.show(l.inspector.AtLeft())
	}
	if searching && !l.desk.isInFront() {
		l.desk.comeToFront()
	}
}

// turnSearch has the search field take a regular expression, or words again.
func (l *left) turnSearch() {
	l.results.turn()
	l.results.field.Focus()
}

// step opens the article or the result so many rows on in the list that is shown.
func (l *left) step(by int) {
	if l.isSearching() {
		l.results.step(by)
	} else {
		l.list.Step(by)
	}
}

// searchFor searches for words as if they had been typed into the search field, which has the keyboard then.
func (l *left) searchFor(words string) {
	l.results.field.SetText(words)
	l.results.field.Focus()
}

// isSearching reports whether results of a search are shown.
func (l *left) isSearching() bool { return l.pane.Objects[0] == l.results.object() }

// isAsked reports whether somebody is typing what to look for.
func (l *left) isAsked() bool { return l.isSearching() && l.results.field.Focused() }

// endSearch brings the article list back.
func (l *left) endSearch() {
	l.results.field.SetText("")
	l.search("")
	l.unmark()
	l.desk.view.Shown()
}

// listFound has the list of articles show those that a search found, so that it can be saved like any other filter.
func (l *left) listFound() {
	typed := l.results.query
	l.endSearch()
	l.list.Ask(store.ArticleFilter{Text: typed})
}

// canList reports whether the list of articles can be shown: the places to be linked, which stand there, are not left by that.
func (l *left) canList() bool {
	return l.desk.Project != nil && l.inspector.AtLeft() == nil
}

// listArticles shows the list of articles, in place of a history or of what was found, and gives it the keyboard.
func (l *left) listArticles() {
	l.ask()
	l.endSearch()
	l.list.Focus()
}

// finish sets the open article to coded, unless it is reviewed already, and goes on to the next one of the list.
func (l *left) finish() {
	article := l.desk.open.article
	l.desk.Do(store.Title{Code: store.TitleSetStatus}, func(b *store.Batch) error {
		return b.UpdateArticle(article.ID, func(a *store.Article) {
			if a.Status != store.StatusReviewed {
				a.Status = store.StatusCoded
			}
		})
	}, func(err error) {
		if !l.desk.Failed(err) {
			l.list.Step(1)
			l.desk.Tell(words.Sentence("Coded: “%s”.", text.Title(article.Title, words.LongestTold)))
		}
	})
}

// unread leads to the next unread article, or the one before.
func (l *left) unread(forward bool) desk.Deed {
	return desk.When(l.desk.open.hasArticle, l.desk.inFront(func() { l.list.Unread(l.desk.open.article.ID, forward) }))
}

// listHistory lists what was done to something, in place of the list of articles.
func (l *left) listHistory(of desk.Subject) {
	l.desk.comeToFront()
	l.history = history.NewList(l.desk.Desk, of, func() { l.show(nil); l.desk.view.Shown() })
	l.show(l.history.Content)
	l.history.Open()
}

// takeable is the action chosen in a history, if it can be taken back.
func (l *left) takeable() (store.HistoryEntry, bool) {
	e, ok := l.history.Chosen()
	return e, ok && l.desk.CanWrite()
}

// changeableThen is the action chosen in a history to which what that is of can be set back.
func (l *left) changeableThen() (store.HistoryEntry, bool) {
	e, ok := l.history.Chosen()
	return e, ok && l.desk.CanWrite() && l.history.Of.ID != store.ID{}
}

// selected are the rows that are selected in the list that is shown, if it has the keyboard.
func (l *left) selected() (desk.Selected, bool) {
	if l.isSearching() {
		return l.results.selected()
	}
	ids, has := l.list.Selected()
	return desk.Selected{IDs: ids, Of: desk.KindOfArticles, Delete: l.delete}, has
}

// one is the article that is selected in the list, if it is one.
func (l *left) one() (store.ID, bool) {
	ids, selected := l.list.Selected()
	if !selected || len(ids) != 1 || !l.desk.isInFront() {
		return store.ID{}, false
	}
	return ids[0], true
}

// delete deletes articles; what is being filled in of the open one stays as a draft, for when it is restored.
func (l *left) delete(ids []store.ID) {
	l.inspector.KeepDraft()
	l.desk.DeleteSeveral(store.EntityArticle, ids, nil)
}

// changeable are the articles that are selected in the list, if they can be changed.
func (l *left) changeable() ([]store.ID, bool) {
	ids, selected := l.list.Selected()
	return ids, selected && l.desk.CanWrite() && l.desk.isInFront()
}

// commands are about the lists that are shown here.
func (l *left) commands() []desk.Command {
	return slices.Concat(l.selectedCommands(), l.list.SelectedCommands(l.changeable), l.historyCommands(), l.listCommands(),
		l.list.Commands())
}

// selectedCommands are about the articles that are selected in their list.
func (l *left) selectedCommands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Details of the Article")), Key: desk.CtrlShift(fyne.KeyY),
			Act: desk.With(l.one, func(id store.ID) {
				l.desk.GoTo(desk.Place{Entity: store.EntityArticle, ID: id, Article: id, Details: true})
			}),
		},
	}
}

// historyCommands are about the action that is chosen in the list of a history.
func (l *left) historyCommands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Take Back the Action…")), Key: desk.KeyTakeBack,
			Act: desk.With(l.takeable, func(e store.HistoryEntry) { l.history.TakeBack(e) }),
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Set Back to What It Was Then")), Key: desk.KeySetBack,
			Act: desk.With(l.changeableThen, func(e store.HistoryEntry) { l.history.SetBack(e) }),
		},
		{
			In: desk.SectionHistory, Label: desk.Fixed(lang.L("Show All as It Was Then")), Key: desk.KeyLookBack,
			Act: desk.With(func() (store.HistoryEntry, bool) { return l.history.Chosen() }, l.desk.LookBack),
		},
	}
}

// listCommands look for something in the project, and lead to other articles.
func (l *left) listCommands() []desk.Command {
	step := func(by int) desk.Deed {
		return desk.When(func() bool { return l.desk.open.hasArticle() || l.isSearching() }, l.desk.inFront(func() { l.step(by) }))
	}
	isOpen := func() bool { return l.desk.Project != nil }
	return []desk.Command{
		{In: desk.SectionFind, Label: desk.Fixed(lang.L("Search Project")), Key: desk.KeySearch, Act: desk.When(isOpen, l.results.ask)},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Search by Regular Expression")), Key: desk.KeyRegexp,
			Act: desk.When(isOpen, l.turnSearch), Checked: l.results.isPattern,
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("List the Articles That Are Found")), Key: desk.AltShift(fyne.KeyK),
			Act: desk.When(func() bool { return l.isSearching() && !l.results.isPattern() && l.results.query != "" }, l.listFound),
		},
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Next Article")), Key: desk.Alt(fyne.KeyDown), Act: step(1)},
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Previous Article")), Key: desk.Alt(fyne.KeyUp), Act: step(-1)},
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Next Unread Article")), Key: desk.KeyNextUnread, Act: l.unread(true)},
		{In: desk.SectionArticles, Label: desk.Fixed(lang.L("Previous Unread Article")), Key: desk.KeyPreviousUnread, Act: l.unread(false)},
		{
			In: desk.SectionArticles, Label: desk.Fixed(lang.L("Coded, and Next Article")), Key: desk.KeyCoded,
			Act: desk.When(func() bool { return l.desk.CanWrite() && l.desk.isReading() }, l.finish),
		},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("List of Articles")), Key: desk.Ctrl(fyne.KeyF6),
			Act: desk.When(l.canList, l.desk.inFront(l.listArticles)),
		},
	}
}
