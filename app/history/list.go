package history

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

// List lists what was done, newest first, in place of the article list: to one
// article, actor or issue, or to the whole project. From it single actions are taken back,
// and the project is looked at as it was.
type List struct {
	desk    *desk.Desk
	Of      desk.Subject
	close   func()
	heading *control.RichLine
	rows    *desk.RowList[store.HistoryEntry]
	list    *control.VirtualList
	Content fyne.CanvasObject

	unfolded map[store.ID]bool // actions whose changes are all shown
}

// NewList makes the list of what was done to something; it is filled when it is opened. end brings back what it stands in place of.
func NewList(d *desk.Desk, of desk.Subject, end func()) *List {
	h := &List{desk: d, Of: of, close: end, unfolded: map[store.ID]bool{}}
	keys := words.Sentence("%s takes one back, %s shows all as it was then, %s closes", desk.KeyTakeBack, desk.KeyLookBack, desk.KeyGiveUp)
	if of.ID != (store.ID{}) {
		keys = words.Sentence("%s takes one back, %s sets this back to what it was then, %s shows all as it was then, %s closes",
			desk.KeyTakeBack, desk.KeySetBack, desk.KeyLookBack, desk.KeyGiveUp)
	}
	h.heading = control.NewRichLine(4,
		control.Run{Text: words.Sentence("History of %s", of.Name), Bold: true},
		control.Run{Text: "  " + keys, Size: look.CaptionSize, Colour: look.ColorMuted},
	)
	rows := background.NewRows(d.Reader(), h.source, func(e store.HistoryEntry) []store.ID { return []store.ID{e.Action} }, h.loaded)
	h.list = desk.NewTallList(rows, func() desk.TallRow[store.HistoryEntry] { return newActionRow(h) })
	h.rows = desk.NewRowList(rows, h.list, func(store.HistoryEntry) {})
	h.list.OnLetter = d.TypedLetter
	h.list.OnKey = h.key
	h.list.OnMenu = func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionHistory) }
	h.Relist()
	h.list.Name = words.Sentence("History of %s", of.Name)
	h.Content = control.Between(container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), h.heading), h.list, control.Stacked())
	return h
}

// source is the history that is listed.
func (h *List) source() background.Source[store.HistoryEntry] {
	q := store.HistoryQuery{Entity: h.Of.Entity, ID: h.Of.ID}
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

// Open reads what is listed, and gives the list the keyboard.
func (h *List) Open() {
	h.rows.Reload()
	h.list.Focus()
}

// Relist shows the rows as tall as they are to be now.
func (h *List) Relist() { h.list.SetTight(h.desk.Prefs.HasDenseLists()) }

func (h *List) loaded() { h.rows.Show() }

// key runs what a key does in the list: what closes it and what folds its rows are the list's own, all else is the window's.
func (h *List) key(e *fyne.KeyEvent) {
	switch {
	case desk.KeyGiveUp.IsPlain(e.Name):
		h.close()
	case desk.KeyUnfold.IsPlain(e.Name), desk.KeyFold.IsPlain(e.Name):
		if row, ok := h.rows.Row(h.list.Selected()); ok {
			h.unfold(row.Action, desk.KeyUnfold.IsPlain(e.Name))
		}
	case desk.KeyDelete.IsPlain(e.Name):
		h.desk.Tell(words.Sentence("What was done stays in the history. %s takes it back.", desk.KeyTakeBack))
	default:
		h.desk.ListKey(e)
	}
}

// unfold shows all changes of an action, or only how many there are.
func (h *List) unfold(action store.ID, on bool) {
	if h.unfolded[action] == on {
		return
	}
	h.unfolded[action] = on
	h.list.Reload()
}

// Chosen is the action that is chosen in the list, if the list has the keyboard.
func (h *List) Chosen() (store.HistoryEntry, bool) {
	if h == nil || !h.list.Focused() {
		return store.HistoryEntry{}, false
	}
	return h.rows.Row(h.list.Selected())
}

// SetBack makes what the history is of what it was after an action.
func (h *List) SetBack(e store.HistoryEntry) {
	SetBack(h.desk, h.Of.Entity, h.Of.ID, e, func() { h.rows.Reload() })
}

// TakeBack asks whether an action is to be taken back.
func (h *List) TakeBack(e store.HistoryEntry) {
	question := words.Sentence("Take back “%s”? What has been set since stays as it is. Undo brings it back.", words.Title(e.Title))
	h.desk.Ask(lang.L("Take back"), question, lang.L("Take back"), func() {
		h.desk.TakeBackAction(e.Action)
	})
}

// actionRow is one action.
type actionRow struct {
	*control.Flow

	of    *List
	lines *control.Flow
	card  *control.RowCard
}

// newActionRow makes an empty row of a list.
func newActionRow(of *List) *actionRow {
	r := &actionRow{of: of, lines: control.NewFlow(3)}
	r.card = control.NewRowCard(r.lines)
	r.Flow = control.NewFlow(0, r.card)
	return r
}

// SetHighlight implements control.Highlighted.
func (r *actionRow) SetHighlight(on control.Highlight) { r.card.SetHighlight(on) }

// Fill shows an action in the row.
func (r *actionRow) Fill(e store.HistoryEntry) {
	on := r.of.unfolded[e.Action]
	if r.of.desk.Prefs.HasDenseLists() && !on {
		r.lines.SetObjects(oneLine(e))
		return
	}
	r.lines.SetObjects(Lines(e, Folding{
		Unfolded: on, Turn: func() { r.of.unfold(e.Action, !on) }, unfold: desk.KeyUnfold, fold: desk.KeyFold,
	})...)
}
