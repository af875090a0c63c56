package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// historyList lists what was done, newest first, in place of the article list: to one
// article, actor or issue, or to the whole project. From it single actions are taken back,
// and the project is looked at as it was.
type historyList struct {
	app     *desk.Desk
	of      desk.Subject
	close   func()
	heading *control.RichLine
	rows    *desk.RowList[store.HistoryEntry]
	list    *control.VirtualList
	content fyne.CanvasObject

	unfolded map[store.ID]bool // actions whose changes are all shown
}

func newHistoryList(d *desk.Desk, of desk.Subject, end func()) *historyList {
	h := &historyList{app: d, of: of, close: end, unfolded: map[store.ID]bool{}}
	keys := words.Sentence("Enter takes one back, %s shows all as it was then, Esc closes", desk.KeyLookBack)
	if of.ID != (store.ID{}) {
		keys = words.Sentence("Enter takes one back, %s sets this back to what it was then, %s shows all as it was then, Esc closes", desk.KeySetBack, desk.KeyLookBack)
	}
	h.heading = control.NewRichLine(4,
		control.Run{Text: words.Sentence("History of %s", of.Name), Bold: true},
		control.Run{Text: "  " + keys, Size: look.CaptionSize, Colour: look.ColorMuted},
	)
	rows := background.NewRows(d.Reader(), h.source, func(e store.HistoryEntry) []store.ID { return []store.ID{e.Action} }, h.loaded)
	h.list = desk.NewTallList(rows, func() desk.TallRow[store.HistoryEntry] { return newHistoryRow(h) })
	h.rows = desk.NewRowList(rows, h.list, func(store.HistoryEntry) {})
	h.list.OnActivated = h.takeBack
	h.list.OnLetter = d.TypedLetter
	h.list.OnKey = h.key
	h.content = container.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), h.heading), nil, nil, nil, h.list)
	return h
}

// source is the history that is listed.
func (h *historyList) source() background.Source[store.HistoryEntry] {
	q := store.HistoryQuery{Entity: h.of.Entity, ID: h.of.ID}
	return background.Source[store.HistoryEntry]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.HistoryEntry, int, error) {
			q := q
			q.Page = page
			return p.History(ctx, q)
		},
		Rank: func(ctx context.Context, p *store.Project, action store.ID) (int, error) {
			return p.HistoryRank(ctx, q, action)
		},
	}
}

func (h *historyList) loaded() { h.rows.Show() }

func (h *historyList) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		h.close()
		return
	}
	if e.Name == fyne.KeyRight || e.Name == fyne.KeyLeft {
		if row, ok := h.rows.Row(h.list.Selected()); ok {
			h.unfold(row.Action, e.Name == fyne.KeyRight)
		}
		return
	}
	h.app.ListKey(e)
}

// unfold shows all changes of an action, or only how many there are.
func (h *historyList) unfold(action store.ID, on bool) {
	if h.unfolded[action] == on {
		return
	}
	h.unfolded[action] = on
	h.list.Reload()
}

// chosen is the action that is chosen in the list, if the list has the keyboard.
func (h *historyList) chosen() (store.HistoryEntry, bool) {
	if h == nil || !h.list.Focused() {
		return store.HistoryEntry{}, false
	}
	return h.rows.Row(h.list.Selected())
}

// setBack makes what the history is of what it was after an action.
func (h *historyList) setBack(e store.HistoryEntry) {
	setBack(h.app, h.of.Entity, h.of.ID, e, func() { h.rows.Reload() })
}

// takeBack asks whether the chosen action is to be taken back.
func (h *historyList) takeBack(i int) {
	e, ok := h.rows.Row(i)
	if !ok || h.app.Project.ReadOnly() {
		return
	}
	h.app.Ask(lang.L("Take back"), words.Sentence("Take back “%s”? What has been set since stays as it is. Undo brings it back.", e.Title), lang.L("Take back"), func() {
		h.app.TakeBack(func(p *store.Project, ctx context.Context) (store.UndoResult, error) {
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

func (r *historyRow) Fill(e store.HistoryEntry) {
	on := r.of.unfolded[e.Action]
	r.lines.SetObjects(historyLines(e, on, func() { r.of.unfold(e.Action, !on) })...)
}
