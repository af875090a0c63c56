package standings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/record"
	"standpoint/app/words"
	"standpoint/store"
)

// behind lists the positions that stand behind a mark.
type behind struct {
	title   *control.RichLine
	all     []store.ID // that were to be listed
	ids     []store.ID // those of them that are there
	of      []discourse.Node
	seen    *store.Holdings // among which they were looked for last
	group   store.Grouping  // what goes without saying in the rows
	list    *record.List[store.PositionRow]
	content *fyne.Container
}

func newBehind(d *desk.Desk, leave func()) *behind {
	b := &behind{title: control.NewRichLine(3)}
	b.list = record.NewList(d, b.source, func(into *record.Row, row store.PositionRow, _ *store.PositionRow) {
		into.ShowPosition(row, b.group, false, true)
	}, func(r store.PositionRow) []store.ID { return []store.ID{r.ID} })
	b.list.Widget.Name = lang.L("Positions")
	b.list.OnOpen = func(r store.PositionRow) {
		d.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: r.ID, Article: r.Article})
	}
	b.list.Widget.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			leave()
			return
		}
		d.ListKey(e)
	}
	b.invite(tabTable, true)
	title := container.New(layout.NewCustomPaddedLayout(10, 6, pad, pad), b.title)
	b.content = control.Between(title, b.list.Object(), container.NewStack())
	return b
}

// invite says how to come to a list on a tab: a change has its positions before one's eyes, and its keys lead to their words. Where nothing
// is shown, there is no way.
func (b *behind) invite(tab string, isEmpty bool) {
	if isEmpty {
		b.list.SetEmpty("")
		return
	}
	if tab == tabChanges {
		b.list.SetEmpty(words.Sentence("Choose a change: %s leads to its new words, %s to the old ones.", keyGo, keyOld))
		return
	}
	b.list.SetEmpty(words.Sentence("Choose a mark and press %s: the positions behind it are listed here.", desk.KeyEdit))
}

// show lists other positions, with one of them chosen.
func (b *behind) show(of []discourse.Node, ids []store.ID, chosen store.ID) {
	b.all, b.ids, b.of = ids, ids, of
	b.group = store.PositionsByTarget
	if slices.ContainsFunc(of, func(n discourse.Node) bool { return n.Variable == discourse.VariableHolder }) && len(of) < 3 &&
		countOf(of, discourse.VariableHolder) == 1 {
		b.group = store.PositionsByHolder
	}
	b.head()
	if chosen == (store.ID{}) && len(ids) > 0 {
		chosen = ids[0]
	}
	b.list.Reload()
	b.list.Choose(chosen)
	b.content.Refresh()
}

// head tells what stands behind what.
func (b *behind) head() {
	b.title.SetRuns(control.Run{Text: strings.Join(labelsOf(b.of), " – "), Bold: true},
		control.Caption("   "+words.Counted(len(b.ids), "{{.Count}} position")))
}

// follow lists those that are still there, and again those that came back.
func (b *behind) follow(h *store.Holdings) {
	if len(b.all) == 0 || h == nil || h == b.seen {
		return
	}
	b.seen = h
	there := make(map[store.ID]bool, len(h.Positions))
	for _, p := range h.Positions {
		there[p.ID] = true
	}
	b.ids = slices.DeleteFunc(slices.Clone(b.all), func(id store.ID) bool { return !there[id] })
	b.head()
	b.list.Reload()
	b.content.Refresh()
}

func countOf(nodes []discourse.Node, v discourse.Variable) (n int) {
	for _, node := range nodes {
		if node.Variable == v {
			n++
		}
	}
	return n
}

// forget lists nothing.
func (b *behind) forget() {
	b.all, b.ids, b.of = nil, nil, nil
	b.list.GiveUp()
	b.title.SetRuns(control.Run{Text: lang.L("Positions"), Bold: true})
	b.list.Reload()
}

// source is where the rows come from: which ones is known, they are read a page at a time.
func (b *behind) source() background.Source[store.PositionRow] {
	ids := b.ids
	return background.Source[store.PositionRow]{
		Page: func(ctx context.Context, p *store.Project, asked store.Page) ([]store.PositionRow, int, error) {
			rows, err := positions(ctx, p, page(ids, asked))
			return rows, len(ids), err
		},
		Rank: func(_ context.Context, _ *store.Project, id store.ID) (int, error) { return slices.Index(ids, id), nil },
		IDs: func(_ context.Context, _ *store.Project, asked store.Page) ([]store.ID, error) {
			return page(ids, asked), nil
		},
	}
}
