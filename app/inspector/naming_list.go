package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
)

// namingList lists where names stand, each with a tick that says whether it is to be
// linked, in place of the article list.
type namingList struct {
	desk    *desk.Desk
	host    namingHost
	titled  bool // the places are in many articles
	namings []suggest.Naming
	left    []bool // not ticked, by the index of the naming

	heading  *control.RichLine
	list     *control.VirtualList
	together *control.Indexes
	ruler    *namingRow
	content  fyne.CanvasObject
}

// namingHost is the page of which the places are.
type namingHost interface {
	ticked()                                  // others are ticked than before
	toggled(places []suggest.Naming, on bool) // by somebody
	goTo(suggest.Naming)
	link()
}

func newNamingList(d *desk.Desk, host namingHost) *namingList {
	l := &namingList{desk: d, host: host, heading: control.NewRichLine(3)}
	l.ruler = newNamingRow(nil)
	l.list = control.NewVirtualList(func() int { return len(l.namings) }, l.height,
		func() fyne.CanvasObject { return newNamingRow(l) }, l.update)
	l.together = control.NewIndexes(l.list)
	l.list.OnSelected = l.come
	l.list.OnTapped = l.come
	l.list.OnMenu = func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionSelected) }
	l.list.OnKey = l.key
	l.list.Name = lang.L("Places to link")
	heading := container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), l.heading)
	l.relist()
	l.content = control.Between(heading, l.list, control.Stacked())
	return l
}

// set lists other places, and which of them are ticked.
func (l *namingList) set(namings []suggest.Naming, on func(suggest.Naming) bool, titled bool) {
	l.namings, l.titled = namings, titled
	l.left = make([]bool, len(namings))
	for i, n := range namings {
		l.left[i] = !on(n)
	}
	l.list.Select(-1)
	l.together.Begin(-1)
	l.list.ScrollToTop()
	l.refresh()
}

// wait says how far the looking is; what was found last stays in view.
func (l *namingList) wait(done, total int) {
	l.say(words.Counted(total, "Looking: %d of {{.Count}} article", done))
}

func (l *namingList) say(s string) {
	l.heading.SetRuns(control.Run{Text: s, Size: look.CaptionSize, Colour: look.ColorMuted})
	if size := l.heading.Size(); l.heading.HeightFor(size.Width) != size.Height {
		l.content.Refresh()
	}
}

// ticked are the places to be linked.
func (l *namingList) ticked() []suggest.Naming {
	var list []suggest.Naming
	for i, n := range l.namings {
		if !l.left[i] {
			list = append(list, n)
		}
	}
	return list
}

func (l *namingList) refresh() {
	said := words.Sentence("%d found, %d to link.", len(l.namings), len(l.ticked()))
	if len(l.namings) > 0 {
		said = words.Together(said, words.Sentence("%s links a place or leaves it out.", desk.KeyTick))
	}
	l.say(said)
	l.list.Reload()
	l.host.ticked()
}

// chosen is the place that is chosen, if the list has the keyboard.
func (l *namingList) chosen() (int, bool) {
	at := l.list.Selected()
	if several := l.together.List(); len(several) > 0 {
		at = several[0]
	}
	return at, l.list.Focused() && at >= 0
}

// toggle turns a place over; if it is one of several that are selected, they all become what it becomes.
func (l *namingList) toggle(i int) {
	if i < 0 || i >= len(l.left) {
		return
	}
	all := []int{i}
	if l.together.Has(i) {
		all = l.together.List()
	}
	l.turn(all, !l.left[i])
}

// turn leaves places out, or takes them in.
func (l *namingList) turn(all []int, leave bool) {
	places := make([]suggest.Naming, len(all))
	for n, at := range all {
		l.left[at], places[n] = leave, l.namings[at]
	}
	l.refresh()
	l.host.toggled(places, !leave)
}

// key has Enter link, and Delete leave the selected places out; all else is the window's.
func (l *namingList) key(e *fyne.KeyEvent) {
	if desk.KeyLinkPlaces.IsPlain(e.Name) {
		l.host.link()
		return
	}
	i, is := l.chosen()
	if !is || !desk.KeyDelete.IsPlain(e.Name) {
		l.desk.ListKey(e)
		return
	}
	all := l.together.List()
	if len(all) == 0 {
		all = []int{i}
	}
	l.turn(all, true)
}

// come follows somebody to a place.
func (l *namingList) come(i int) {
	l.together.Begin(i)
	l.show(i)
}

// relist shows the rows as tall as they are to be now.
func (l *namingList) relist() { l.list.SetTight(l.desk.Prefs.HasDenseLists()) }

// show brings a place into view in its article.
func (l *namingList) show(i int) {
	if i >= 0 && i < len(l.namings) {
		l.host.goTo(l.namings[i])
	}
}

func (l *namingList) height(i int, width float32) float32 {
	l.fill(l.ruler, i)
	return l.ruler.HeightFor(width)
}

func (l *namingList) update(i int, o fyne.CanvasObject) {
	row := o.(*namingRow)
	l.fill(row, i)
	row.Refresh()
}

func (l *namingList) fill(row *namingRow, i int) {
	n := l.namings[i]
	title := ""
	if l.titled && (i == 0 || l.namings[i-1].Article != n.Article) {
		title = n.Title
	}
	taken := ""
	if n.Links != (store.ID{}) {
		taken = words.Sentence("linked to %s", l.desk.Names.Actor(n.Links).Name)
	}
	row.index = i
	row.show(n, title, taken, !l.left[i], l.desk.Prefs.HasDenseLists())
}

// namingRow is one place: its tick beside the words around it, below the title of
// the article where that is another one.
type namingRow struct {
	*control.Flow

	index int
	title *control.RichLine
	tick  *control.RowButton
	words *control.RichLine
	taken *control.RichLine
	card  *control.RowCard
}

// placeLines is on how many lines at most a place and the words around it stand.
const placeLines = 4

func newNamingRow(l *namingList) *namingRow {
	r := &namingRow{title: control.NewRichLine(2), words: control.NewRichLine(placeLines), taken: control.NewRichLine(1)}
	r.tick = control.NewRowButton("■", lang.L("Link these words, or leave them out"), desk.KeyTick.String(),
		func() { l.list.Focus(); l.toggle(r.index) })
	r.card = control.NewRowCard(control.NewSpread(r.tick, control.NewFlow(2, r.words, r.taken), nil))
	r.Flow = control.NewFlow(4, r.title, r.card)
	return r
}

// SetHighlight implements control.Highlighted.
func (r *namingRow) SetHighlight(on control.Highlight) { r.card.SetHighlight(on) }

// show fills the row with a place; if it is to be dense, on one line.
func (r *namingRow) show(n suggest.Naming, title, taken string, ticked, dense bool) {
	r.title.SetRuns(control.Run{Text: title, Bold: true})
	r.title.Hidden = title == ""
	r.tick.SetLabel(map[bool]string{true: "■", false: "□"}[ticked])
	linked := control.Run{Text: taken, Size: look.CaptionSize, Colour: look.ColorMuted}
	runs := []control.Run{
		{Text: n.Before, Colour: look.ColorMuted}, {Text: n.Words, Bold: true}, {Text: n.After, Colour: look.ColorMuted},
	}
	r.words.SetLines(placeLines)
	if dense {
		r.words.SetLines(1)
		if taken != "" {
			runs = append([]control.Run{linked, {Text: "   "}}, runs...)
		}
	}
	r.words.SetRuns(runs...)
	r.taken.SetRuns(linked)
	r.taken.Hidden = dense || taken == ""
}
