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
	"standpoint/app/figure"
	"standpoint/app/record"
	"standpoint/app/words"
	"standpoint/store"
)

// behind lists the positions that stand behind a mark.
type behind struct {
	title   *control.RichLine
	mark    figure.Shape     // behind which they stand, as it was when it was chosen
	of      []discourse.Node // whose it is now
	ids     []store.ID
	group   store.Grouping // what goes without saying in the rows
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

// show lists the positions behind another mark, with the one chosen to which it leads.
func (b *behind) show(mark figure.Shape, ids []store.ID) {
	of, chosen := mark.Of, mark.Leads
	b.mark, b.ids, b.of = mark, ids, of
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

// isShown reports whether the positions behind a mark are listed.
func (b *behind) isShown() bool { return len(b.mark.Of) > 0 }

// follow lists what stands behind the mark by now, and whose it is.
func (b *behind) follow(of []discourse.Node, ids []store.ID) {
	if slices.Equal(ids, b.ids) && slices.Equal(labelsOf(of), labelsOf(b.of)) {
		return
	}
	b.of, b.ids = of, ids
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
	b.mark, b.ids, b.of = figure.Shape{}, nil, nil
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

// list lists the positions behind a shape, and goes there with the keyboard, unless another tab is about to be shown.
func (v *View) list(shape int) {
	if v.made.tab != v.tab {
		return
	}
	mark := *v.made.sheet.Shape(shape)
	v.turnSide(v.behind.content)
	v.behind.show(mark, v.positionsBehind(mark))
	v.panes.Need(control.Right, true)
	v.behind.list.Focus()
}

// positionsBehind are the positions behind a mark of what is shown.
func (v *View) positionsBehind(mark figure.Shape) []store.ID {
	if len(mark.Behind) > 0 {
		return mark.Behind
	}
	rows := v.made.rows
	if v.made.tab == tabNetwork && len(mark.Of) > 1 { // only what the tie counts
		rows = rows.Counting(v.made.woven.way.values())
	}
	return discourse.Positions(rows.Of(mark.Of...))
}

// followMark lists what stands by now behind the mark whose positions are listed: it may have another name, be of what it was merged into,
// or other positions pass.
func (v *View) followMark() {
	if !v.behind.isShown() || v.made.tab != v.tab {
		return
	}
	mark := v.behind.mark
	mark.Of = slices.Clone(mark.Of)
	for i := range mark.Of {
		mark.Of[i] = v.made.named(mark.Of[i])
	}
	if v.made.sheet != nil {
		if spot := v.made.sheet.Like(&mark); spot >= 0 {
			mark = *v.made.sheet.Shape(v.made.sheet.Spot(spot).Shape)
		}
	}
	ids := v.positionsBehind(mark)
	if len(mark.Behind) > 0 { // those of them that still count
		count := map[store.ID]bool{}
		for _, id := range discourse.Positions(v.made.rows.Of(mark.Of...)) {
			count[id] = true
		}
		ids = slices.DeleteFunc(slices.Clone(ids), func(id store.ID) bool { return !count[id] })
	}
	v.behind.follow(mark.Of, ids)
}

// named is what stands for a node by now, as it is called.
func (m made) named(n discourse.Node) discourse.Node {
	if by, is := m.standing[n.ID]; is {
		n.ID = by
	}
	names, sign := m.rows.Holdings.Actors, ""
	if n.Variable == discourse.VariableIssue {
		names = m.rows.Holdings.Issues
	}
	if n.Conditional {
		sign = " ◇"
	}
	name, is := names[n.ID]
	isNumbered := strings.HasPrefix(n.Label, name.Name+" (") && strings.HasSuffix(n.Label, ")"+sign) // it is told from another
	if is && !isNumbered {
		n.Label = name.Name + sign
	}
	return n
}
