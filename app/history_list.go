package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/store"
)

// historyList lists what was done, newest first, in place of the article list: to one
// article, actor or issue, or to the whole project. From it single actions are taken back,
// and the project is looked at as it was.
type historyList struct {
	app     *App
	entity  store.Entity
	id      store.ID // none: the whole project
	heading *control.RichLine
	pages   *pages[store.HistoryEntry]
	list    *control.VirtualList
	content fyne.CanvasObject

	unfolded map[store.ID]bool // actions whose changes are all shown
}

func newHistoryList(a *App, entity store.Entity, id store.ID, of string) *historyList {
	h := &historyList{app: a, entity: entity, id: id, unfolded: map[store.ID]bool{}}
	keys := lang.L("Enter takes one back, V shows all as it was then, Esc closes")
	if id != (store.ID{}) {
		keys = lang.L("Enter takes one back, R sets this back to what it was then, V shows all as it was then, Esc closes")
	}
	h.heading = control.NewRichLine(4,
		control.Run{Text: sentence("History of %s", of), Bold: true},
		control.Run{Text: "  " + keys, Size: look.CaptionSize, Colour: look.ColorMuted},
	)
	h.pages = newPages(a, h.read, h.loaded)
	h.list = newPagedList(h.pages, func() pagedRow[store.HistoryEntry] { return newHistoryRow(h) })
	h.list.OnActivated = h.takeBack
	h.list.OnLetter = func(r rune) bool { return h.letter(r) }
	h.list.OnKey = h.key
	h.content = container.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), h.heading), nil, nil, nil, h.list)
	return h
}

func (h *historyList) read(ctx context.Context, p *store.Project, page store.Page) ([]store.HistoryEntry, int, error) {
	return p.History(ctx, store.HistoryQuery{Entity: h.entity, ID: h.id, Page: page})
}

func (h *historyList) loaded() { h.list.Reload() }

func (h *historyList) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		h.app.articles.setLeft(h.app.articles.listPane)
		h.app.articles.shown()
		return
	}
	if e.Name == fyne.KeyRight || e.Name == fyne.KeyLeft {
		if row, ok := h.pages.row(h.list.Selected()); ok {
			h.unfold(row.Action, e.Name == fyne.KeyRight)
		}
		return
	}
	h.app.listKey(e)
}

// unfold shows all changes of an action, or only how many there are.
func (h *historyList) unfold(action store.ID, on bool) {
	if h.unfolded[action] == on {
		return
	}
	h.unfolded[action] = on
	h.list.Reload()
}

// letter shows the project as it was after the chosen action, or sets back to that what
// the history is of.
func (h *historyList) letter(r rune) bool {
	e, ok := h.pages.row(h.list.Selected())
	if !ok {
		return false
	}
	switch latinLetter(r) {
	case 'V':
		h.app.lookBack(e)
	case 'R':
		if h.id == (store.ID{}) || h.app.project.ReadOnly() {
			return false
		}
		h.app.setBack(h.entity, h.id, e, func() { h.pages.reload(0) })
	default:
		return false
	}
	return true
}

// takeBack asks whether the chosen action is to be taken back.
func (h *historyList) takeBack(i int) {
	e, ok := h.pages.row(i)
	if !ok || h.app.project.ReadOnly() {
		return
	}
	h.app.ask(lang.L("Take back"), sentence("Take back “%s”? What has been set since stays as it is. Undo brings it back.", e.Title), lang.L("Take back"), func() {
		h.app.takeBack(func(p *store.Project, ctx context.Context) (store.UndoResult, error) {
			return p.TakeBack(ctx, e.Action)
		}, lang.L("Taken back: %s"))
	})
}

// historyRow is one action.
type historyRow struct {
	*control.Flow

	of    *historyList
	lines *control.Flow
	card  *control.RowCard
}

func newHistoryRow(of *historyList) *historyRow {
	r := &historyRow{of: of, lines: control.NewFlow(3)}
	r.card = control.NewRowCard(r.lines)
	r.Flow = control.NewFlow(0, r.card)
	return r
}

// SetHighlight implements control.Highlighted.
func (r *historyRow) SetHighlight(on control.Highlight) { r.card.SetHighlight(on) }

func (r *historyRow) show(e store.HistoryEntry) {
	on := r.of.unfolded[e.Action]
	r.lines.SetObjects(historyLines(e, on, func() { r.of.unfold(e.Action, !on) })...)
}

// showHistoryOf lists what was done to what is in front: the open actor or issue, or the
// open article.
func (a *App) showHistoryOf() {
	if d, ok := a.current.(*directory); ok {
		name := a.names.actor(d.open)
		if d.subject.entity() == store.EntityIssue {
			name = a.names.issue(d.open)
		}
		a.listHistory(d.subject.entity(), d.open, name.Name)
		return
	}
	a.listHistory(store.EntityArticle, a.articles.article.ID, a.articles.article.Title)
}

// canShowHistory reports whether something is in front that has a history.
func (a *App) canShowHistory() bool {
	if d, ok := a.current.(*directory); ok {
		return d.open != store.ID{}
	}
	return a.project != nil && a.articles.hasArticle()
}

// showProjectHistory lists all that was done in the project.
func (a *App) showProjectHistory() { a.listHistory("", store.ID{}, a.project.Name()) }

func (a *App) listHistory(entity store.Entity, id store.ID, of string) {
	h := newHistoryList(a, entity, id, of)
	a.show(a.articles)
	a.articles.setLeft(h.content)
	h.pages.reload(0)
	h.list.Focus()
}

// lookBack opens the project as it was after an action, to be read.
func (a *App) lookBack(e store.HistoryEntry) {
	p := a.project
	if a.past != "" {
		a.tell(lang.L("Go back to the present first (Ctrl+Shift+P)."))
		return
	}
	a.work.Read(func(ctx context.Context) func() {
		then, err := p.At(ctx, e.Action)
		return func() {
			if a.failed(err) {
				return
			}
			present := p.Path()
			a.setProject(then)
			a.past = present
			when := e.At.Local().Format("2 Jan 2006, 15:04")
			a.window.SetTitle(sentence("%s as it was on %s (only read) – Standpoint", then.Name(), when))
			a.frame.setNotice(sentence("This is the project as it was on %s. Nothing in it can be changed.", when), control.NewTextButton(
				lang.L("Back to the Present"), lang.L("Open the project as it is now"), "Ctrl+Shift+P", a.leavePast))
			a.refreshMenu()
		}
	})
}

// leavePast opens the project again as it is now.
func (a *App) leavePast() { a.open(a.past) }
