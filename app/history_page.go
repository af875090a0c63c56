package app

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/store"
)

// historyPage shows who changed what of one thing, and when, newest first.
type historyPage struct {
	inspector *inspector
	entity    store.Entity
	id        store.ID
	entries   []store.HistoryEntry
	back      func()

	unfolded map[store.ID]bool // actions
}

const historyLength = 50

// showHistory turns the inspector to the history of a row.
func (i *inspector) showHistory(entity store.Entity, id store.ID) {
	i.keepDraft()
	read(i.app, &i.loading, func(ctx context.Context, p *store.Project) ([]store.HistoryEntry, error) {
		entries, _, err := p.History(ctx, store.HistoryQuery{Entity: entity, ID: id, Page: store.Page{Limit: historyLength}})
		return entries, err
	}, func(entries []store.HistoryEntry) {
		i.keepDraft() // somebody may have gone on typing while the history was read
		i.turn(&historyPage{
			inspector: i, entity: entity, id: id, entries: entries, back: func() { i.show(id) }, unfolded: map[store.ID]bool{},
		})
		i.page.focus()
	})
}

func (p *historyPage) focus() {}

func (p *historyPage) footer() fyne.CanvasObject {
	return container.NewHBox(control.NewTextButton(lang.L("Back"), lang.L("Back to the annotation"), keyGiveUp.String(), p.back))
}

func (p *historyPage) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		heading(lang.L("History"), counted(len(p.entries), "{{.Count}} change"), ""),
	}
	for n, e := range p.entries {
		objects = append(objects, p.entry(e, n == 0))
	}
	return objects
}

// entry is one action: what it was, who did it when, and what it set; all but the latest
// with a way back to it.
func (p *historyPage) entry(e store.HistoryEntry, latest bool) fyne.CanvasObject {
	lines := historyLines(e, p.unfolded[e.Action], func() {
		p.unfolded[e.Action] = !p.unfolded[e.Action]
		p.inspector.turn(p)
	})
	if !latest && !p.inspector.app.project.ReadOnly() {
		lines = append(lines, control.NewWrap(2, control.NewQuietButton(lang.L("As it was then"),
			lang.L("Give it all fields that it had after this; Undo brings back what it is now"), "", func() { p.inspector.app.setBack(p.entity, p.id, e, p.back) })))
	}
	return control.NewCard(control.NewFlow(3, lines...))
}

// setBack makes something what it was after an action of its history.
func (d *Desk) setBack(entity store.Entity, id store.ID, e store.HistoryEntry, done func()) {
	when := momentWords(e.At)
	d.do(sentence("Set back to %s", when), func(b *store.Batch) error { return b.SetBack(entity, id, e.Action) }, func(err error) {
		if d.failed(err) {
			return
		}
		d.tell(sentence("It is as it was on %s.", when))
		done()
	})
}

// historyLines is what one action was, who did it when, and what it set: of one that set much the numbers of what it touched,
// and the rest only when it is unfolded.
func historyLines(e store.HistoryEntry, unfolded bool, unfold func()) []fyne.CanvasObject {
	title := e.Title
	switch e.Kind {
	case store.ActionUndo:
		title = sentence("Undo: %s", e.Title)
	case store.ActionRedo:
		title = sentence("Redo: %s", e.Title)
	}
	lines := []fyne.CanvasObject{
		control.NewRichLine(2, control.Run{Text: title, Bold: true}),
		control.NewRichLine(1, control.Run{
			Text: e.Coder.Name + " · " + momentWords(e.At), Size: look.CaptionSize, Colour: look.ColorMuted,
		}),
	}
	told := e.Lines
	if len(told) > fewLines {
		lines = append(lines, control.NewCaption(historyCounts(e)))
		lines = append(lines, control.NewWrap(2, foldButton(len(told), unfolded, unfold)))
		if !unfolded {
			told = nil
		}
	}
	for _, l := range told {
		lines = append(lines, historyLine(l))
	}
	if unfolded && e.Rows > rowsTold {
		lines = append(lines, control.NewCaption(counted(e.Rows, "… of the first %d of {{.Count}} row", rowsTold)))
	}
	return lines
}

// foldButton shows or hides that many changes.
func foldButton(n int, unfolded bool, unfold func()) *control.Button {
	if unfolded {
		return control.NewQuietButton(lang.L("Fold the changes"), lang.L("Show only the numbers"), "←", unfold)
	}
	return control.NewQuietButton(counted(n, "Show all {{.Count}} changes"), lang.L("Show what changed, one by one"), "→", unfold)
}

const (
	fewLines = 8   // of an action are shown at once
	rowsTold = 100 // rows of an action whose changes the store tells one by one
)

// historyCounts says how much an action touched: "3 articles · 12 actors".
func historyCounts(e store.HistoryEntry) string {
	var parts []string
	for _, c := range e.Counts {
		parts = append(parts, entityCount(c.Entity, c.N))
	}
	if len(parts) == 0 {
		parts = append(parts, counted(e.Rows, "{{.Count}} row"))
	}
	return strings.Join(parts, " · ")
}

// historyLine is one thing that an action did: "speaker  + Mara Ellin". What was
// done to a position of the statement is under its target's name.
func historyLine(l store.HistoryLine) fyne.CanvasObject {
	word := historyWord(l)
	if l.Of != "" {
		word = l.Of + " · " + word
	}
	change := l.Change(func(value string) string { return historyValue(l, value) })
	return control.NewRichLine(3,
		control.Run{Text: word, Size: look.CaptionSize, Colour: look.ColorMuted},
		control.Run{Text: "  " + change, Size: look.CaptionSize},
	)
}

// madeBy says who made an annotation, and how long ago: "by you · 2 min ago".
func madeBy(d *Desk, n store.Annotation) string {
	who := lang.L("by you")
	if n.Coder != d.project.Coder().ID {
		who = sentence("by %s", d.names.coder(n.Coder))
	}
	return who + " · " + ago(time.Since(n.Created))
}
