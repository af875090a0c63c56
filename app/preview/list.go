package preview

import (
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/look"
	"standpoint/app/words"
)

// list shows the candidates, and above them what there is in all and what can be done with it.
type list struct {
	room     *Room
	object   fyne.CanvasObject
	body     *fyne.Container // the rows, or two texts side by side
	head     *fyne.Container
	heading  *control.RichLine
	question *fyne.Container // about dates that can be two days
	asks     *control.RichLine
	first    *control.Button // the day stands first
	second   *control.Button
	importer *control.Button
	list     *control.VirtualList
	together *selection
	ids      []int // of the rows, as they were shown last
	ruler    *row
	moves    bool        // a row was chosen by the person; until then the first is
	coming   atomic.Bool // that more was read is on its way to the window
}

func newList(r *Room) *list {
	l := &list{room: r}
	l.together = &selection{ids: func() []int { return l.ids }, changed: l.selected}
	l.together.renew(nil)
	l.ruler = newRow(nil)
	l.list = control.NewVirtualList(func() int { return len(l.ids) }, l.height,
		func() fyne.CanvasObject { return newRow(l.tickRow).object }, l.update)
	l.list.Name = lang.L("Articles that wait")
	l.list.Together, l.list.HasBoxes = l.together, true
	l.list.OnSelected = l.moved
	l.list.OnActivated = func(int) { r.ImportTicked() }
	l.list.OnMenu = func(_ int, at fyne.Position) { r.desk.PopUpMenu(at, desk.SectionWaiting) }
	l.list.OnKey = r.desk.ListKey
	l.heading = control.NewRichLine(4, control.Run{Text: " "})
	l.importer = r.button(control.NewMainButton, lang.L("Import"), lang.L("Add the ticked articles to the project; one Undo takes them back"),
		desk.KeyEdit, r.ImportTicked)
	giveUp := r.button(control.NewTextButton, lang.L("Give Up"), lang.L("Leave, without importing anything"), desk.KeyGiveUp, r.giveUp)
	bar := container.New(layout.NewCustomPaddedLayout(8, 6, 14, 10),
		control.NewSpread(nil, l.heading, control.NewWrap(control.ButtonGap, l.importer, giveUp)))
	l.asks = control.NewRichLine(3, control.Run{Text: " "})
	l.first = r.button(control.NewTextButton, "", lang.L("The day stands first in all such dates"), desk.Key{},
		func() { r.answer(intake.DayFirst) })
	l.second = r.button(control.NewTextButton, "", lang.L("The month stands first in all such dates"), desk.Key{},
		func() { r.answer(intake.MonthFirst) })
	l.question = container.NewStack(control.Backed(look.ColorAccentTint, container.New(layout.NewCustomPaddedLayout(6, 6, 14, 10),
		control.NewSpread(nil, l.asks, control.NewWrap(control.ButtonGap, l.first, l.second)))))
	l.question.Hide()
	l.head = control.Stacked(bar, control.Line(), l.question)
	l.body = container.NewStack(l.list)
	l.object = control.Backed(look.ColorPage, control.Between(l.head, l.body, control.Stacked()))
	return l
}

// come shows the rows that were read since the last time. It may be called on any goroutine, and often.
func (l *list) come(batch *candidates.Batch) {
	if l.coming.Swap(true) {
		return
	}
	l.room.desk.Work.OnUI(func() {
		l.coming.Store(false)
		switch {
		case l.room.batch != batch:
		case !l.room.appeared && batch.Len() > 1:
			l.room.Appear()
		case !l.room.shown:
		case l.isBehind(batch.Len()):
			l.refresh()
		default:
			l.showHead()
		}
	})
}

// isBehind reports whether so many more have come that it is worth to show all rows anew. The more there are, the more must come: else
// showing them would take longer with each file.
func (l *list) isBehind(n int) bool { return n > len(l.ids)+len(l.ids)/16 }

// reset begins with another batch, or with none.
func (l *list) reset() {
	l.ids, l.moves = nil, false
	l.together.renew(l.room.batch)
	l.body.Objects = []fyne.CanvasObject{l.list}
	l.list.Select(-1)
	l.refresh()
}

// refresh shows what is in the batch now.
func (l *list) refresh() {
	b := l.room.batch
	if b == nil {
		l.ids = nil
		l.list.Reload()
		return
	}
	selected := l.chosen()
	l.ids = b.IDs()
	l.together.prune()
	at := slices.Index(l.ids, selected)
	if _, typing := l.room.page.held(); !l.moves && !typing && len(l.ids) > 0 { // files before the first that was read have come
		at = 0
	}
	if at < 0 { // its file was read in another way, or it was imported: what stands in its place now
		at = min(max(l.list.Selected(), 0), len(l.ids)-1)
	}
	l.list.ReloadAt(at)
	if at >= 0 && l.ids[at] != selected {
		l.list.Select(at)
		l.together.begin(l.ids[at])
	}
	if l.together.edition != l.room.page.edition { // what is being typed there stays else
		l.room.page.fill()
	}
	l.showHead()
}

// showHead says what there is in all.
func (l *list) showHead() {
	r := l.room
	if r.batch == nil {
		return
	}
	t := r.batch.Totals()
	l.heading.SetRuns(control.Run{Text: r.summary(), Bold: true})
	l.importer.SetLabel(words.Counted(t.Ticked, "Import {{.Count}} Article"))
	if t.Ticked == 0 || r.isBusy {
		l.importer.Disable()
	} else {
		l.importer.Enable()
	}
	q, asks := r.batch.Question()
	l.question.Hidden = !asks || r.reading
	if asks {
		l.asks.SetRuns(control.Run{Text: words.Counted(t.Doubtful, "{{.Count}} date can be two days, such as “%s”.", q.Value)})
		l.first.SetLabel(words.Date(q.DayFirst))
		l.second.SetLabel(words.Date(q.MonthFirst))
	}
	l.head.Refresh()
	l.object.Refresh()
}

// chosen is the candidate of the selected row; None if there is none.
func (l *list) chosen() int {
	if i := l.list.Selected(); i >= 0 && i < len(l.ids) {
		return l.ids[i]
	}
	return candidates.None
}

// isChosen reports whether a candidate is selected.
func (l *list) isChosen(id int) bool {
	return id == l.chosen() || l.together.set != nil && l.together.set.Has(id)
}

// many is how many candidates are selected: those together, else the one.
func (l *list) many() int {
	if n := l.together.Len(); n > 0 || l.chosen() == candidates.None {
		return n
	}
	return 1
}

// all are the candidates that are selected: those together, else the one.
func (l *list) all() []int {
	if l.together.Len() == 0 {
		if id := l.chosen(); id != candidates.None {
			return []int{id}
		}
		return nil
	}
	var ids []int
	for _, id := range l.ids {
		if l.together.set.Has(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (l *list) moved(i int) {
	l.moves = true
	l.list.Select(i)
	l.together.begin(l.ids[i])
	l.room.page.fill()
	l.room.desk.RefreshMenu()
}

// selected follows that others are selected together.
func (l *list) selected() {
	l.moves = true
	l.list.ShowTogether()
	l.room.page.fill()
	l.room.desk.RefreshMenu()
}

// tick ticks the selected candidates, or unticks them if all are ticked.
func (l *list) tick() { l.tickAll(l.all()) }

func (l *list) tickRow(id int) { l.tickAll([]int{id}) }

func (l *list) tickAll(ids []int) {
	if len(ids) == 0 {
		return
	}
	l.moves = true
	before, _ := l.room.batch.Candidate(ids[0])
	was := before.Ticked
	l.room.batch.Toggle(ids...)
	if other, is := l.room.batch.InTheWay(ids[0]); is && len(ids) == 1 && !was {
		l.room.desk.Tell(words.Sentence("The same article is ticked already, and is added once: %s", other.Article.Title))
	}
	l.list.Reload()
	l.showHead()
	l.room.page.fill()
	l.room.desk.RefreshMenu()
}

func (l *list) row(i int) (candidates.Candidate, bool) {
	if l.room.batch == nil || i >= len(l.ids) {
		return candidates.Candidate{}, false
	}
	return l.room.batch.Candidate(l.ids[i])
}

func (l *list) height(i int, width float32) float32 {
	c, ok := l.row(i)
	if !ok {
		return unreadRow
	}
	l.ruler.fill(l.room, c)
	return l.ruler.heightFor(width)
}

func (l *list) update(i int, o fyne.CanvasObject) {
	shown := o.(*fyne.Container).Layout.(*row)
	if c, ok := l.row(i); ok {
		shown.fill(l.room, c)
	} else { // it is gone, and the rows are not yet shown anew: another has stood in this one
		shown.empty()
	}
	o.Refresh()
}
