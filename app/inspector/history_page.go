package inspector

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/history"
	"standpoint/app/words"
	"standpoint/store"
)

// historyPage shows who changed what of one thing, and when, newest first.
type historyPage struct {
	stage   *stage
	entity  store.Entity
	id      store.ID
	actions []store.HistoryEntry
	back    func()

	unfolded map[store.ID]bool // actions
}

const historyLength = 50

// showHistory turns to the history of a row, from which back leads.
func (f *stage) showHistory(entity store.Entity, id store.ID, back func()) {
	f.KeepDraft()
	desk.Query(f.desk, &f.loading, func(ctx context.Context, p *store.Project) ([]store.HistoryEntry, error) {
		entries, _, err := p.History(ctx, store.HistoryQuery{Entity: entity, ID: id, Page: store.Page{Limit: historyLength}})
		return entries, err
	}, func(entries []store.HistoryEntry) {
		f.open(&historyPage{
			stage: f, entity: entity, id: id, actions: entries, back: back, unfolded: map[store.ID]bool{},
		}, false)
	})
}

func (p *historyPage) goBack() { p.back() }

func (p *historyPage) focus() {}

func (p *historyPage) footer() fyne.CanvasObject {
	return control.NewWrap(control.ButtonGap,
		control.NewTextButton(lang.L("Back"), lang.L("Back to the annotation"), desk.KeyGiveUp.String(), p.back))
}

func (p *historyPage) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		control.PageTitle(lang.L("History"), words.Counted(len(p.actions), "{{.Count}} change"), ""),
	}
	for n, e := range p.actions {
		objects = append(objects, p.entry(e, n == 0))
	}
	return objects
}

// entry is one action: what it was, who did it when, and what it set; all but the latest
// with a way back to it.
func (p *historyPage) entry(e store.HistoryEntry, latest bool) fyne.CanvasObject {
	lines := history.Lines(e, history.Folding{Unfolded: p.unfolded[e.Action], Turn: func() {
		p.unfolded[e.Action] = !p.unfolded[e.Action]
		p.stage.turn(p)
	}})
	if !latest && !p.stage.desk.Project.ReadOnly() {
		lines = append(lines, control.NewWrap(2, control.NewQuietButton(lang.L("As it was then"),
			lang.L("Give it all fields that it had after this; Undo brings back what it is now"), "",
			func() { history.SetBack(p.stage.desk, p.entity, p.id, e, p.back) })))
	}
	return control.NewRowCard(control.NewFlow(3, lines...))
}
