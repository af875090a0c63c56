// Package standings is the view of who stands where: tables, changes, timelines, balances and networks of the project's positions, in which
// every mark leads to the words behind it.
package standings

import (
	"cmp"
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// View is the view of who stands where: a bar of tabs and a filter above, below them what the tab shows, and at the right the positions
// behind one of its marks.
type View struct {
	desk      *desk.Desk
	tab       string
	tabs      *control.TabBar
	form      *control.Select   // in which a tab is shown
	spread    *control.Select   // and how it is spread
	forms     map[string]string // both, by tab
	spreads   map[string]string
	hidden    map[discourse.Node]bool // of the table, by their keys
	pinned    map[discourse.Node]bool
	meant     []discourse.Node // of what a menu was opened; none: of that at which the keyboard is
	back      *control.Button  // to what is hidden
	filter    *filterBar
	picture   *picture
	network   *network
	changes   *changes
	behind    *behind
	measures  *measures
	side      *fyne.Container // one of the two
	empty     *control.EmptyState
	passing   *control.RichLine // how many positions count
	said      *control.RichLine // of the mark at which the keyboard is
	formBox   *fyne.Container
	spreadBox *fyne.Container
	below     *fyne.Container
	bottom    *fyne.Container // that, and the line above it
	body      *fyne.Container
	tools     []*control.Button // of pictures
	panes     *control.Panes
	top       *fyne.Container
	middle    *fyne.Container
	room      float32 // that the bars above take, in pixels
	folding   *folding

	read      reader
	asking    background.Latest
	preparing preparing
	quoting   background.Latest
	pointing  background.Latest
	copying   background.Latest
	known     known
	counted   *counted // nil where something else is asked
	made      made     // what is shown
	awaiting  awaiting
	stale     bool // the project changed since what is shown was made
	isMaking  bool
	arrives   bool                // the keyboard is to come to what is made,
	from      fyne.Focusable      // from there, unless somebody has taken it elsewhere by then
	anew      bool                // what is made next is another picture, which begins at its upper left
	quotes    map[store.ID]string // the exact words of positions that were asked for
}

// Room at the sides of the bars, above and below them, in pixels.
const pad, padAbove, padBelow = 12, 8, 6

// formWidth is the width of the choice of the form, in pixels.
const formWidth = 168

// saidRoom is the height of two lines of what is told, in pixels.
const saidRoom = 38

// steady gives what is in it a height in pixels, whatever it needs, so that what stands above it does not move.
type steady float32

// MinSize implements fyne.Layout.
func (s steady) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(s)) }

// Layout implements fyne.Layout.
func (s steady) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// New makes the view of who stands where.
func New(d *desk.Desk) *View {
	v := &View{
		asking: background.Latest{Rank: background.Awaited}, preparing: newPreparing(),
		desk: d, tab: tabTable, empty: control.NewEmptyState("", nil), passing: control.NewRichLine(2), said: control.NewRichLine(2),
		read: func(ctx context.Context, p *store.Project, before *store.Holdings, since []store.Event) (*store.Holdings, error) {
			return p.HoldingsAfter(ctx, before, since)
		},
	}
	v.tabs = control.NewTabBar(tabsOf())
	v.tabs.OnKey, v.tabs.OnCancel = d.TypedKey, v.toBody
	v.tabs.OnLetter = func(r rune) bool { v.typedRune(r); return true }
	v.tabs.OnChanged = v.turnTo
	v.picture = newPicture()
	v.network = newNetwork(v)
	v.picture.onSpot, v.picture.onPoint = v.tell, v.point
	v.picture.onOpen, v.picture.onGo = v.list, v.goTo
	v.picture.onPut, v.picture.onWide, v.picture.onMenu = v.put, v.widened, v.openMenu
	v.picture.onKey, v.picture.onRune = func(e *fyne.KeyEvent) { d.TypedKey(e) }, v.typedRune
	v.picture.told = func() string { return strings.ReplaceAll(v.toldOf(v.picture.shape()), "\n", ", ") }
	v.changes = newChanges(d, d.ListKey)
	v.behind = newBehind(d, v.leaveList)
	v.measures = newMeasures(v)
	v.side = container.NewStack(v.behind.content)
	v.newForms()
	v.newTools()
	v.body = container.NewStack(v.empty)
	v.below = container.New(layout.NewCustomPaddedLayout(5, 5, pad, pad), container.New(steady(saidRoom), v.said))
	v.filter = newFilterBar(d, []fyne.CanvasObject{v.formBox, v.spreadBox}, v.toBody, v.asked, v.fitTop)
	v.folding = newFolding(v)
	v.filter.unfold = v.folding.unfold
	bar := control.NewWrap(look.Gap, append([]fyne.CanvasObject{v.tabs}, objectsOf(append(v.tools, v.folding.button, v.back))...)...)
	v.folding.bars = control.NewFlow(6, bar, v.filter.content, v.network.box, v.passing)
	v.top = container.New(layout.NewCustomPaddedLayout(padAbove, padBelow, pad, pad), v.folding.bars)
	v.bottom = control.Stacked(control.Line(), v.below)
	v.middle = container.New(v.folding, v.top, v.body, v.bottom)
	v.panes = d.NewPanes("standings", nil, control.Backed(look.ColorPage, v.middle), control.Backed(look.ColorPanel, v.side),
		[...]float32{control.Left: 0, control.Right: 360}, control.Right)
	folded := v.panes.OnFolded
	v.panes.OnFolded = func() { v.showMeasured(); folded() }
	v.stale, v.quotes = true, map[store.ID]string{}
	return v
}

// tabsOf are the tabs in their order.
func tabsOf() []control.Tab {
	return []control.Tab{
		{Key: tabTable, Label: lang.L("Table")},
		{Key: tabChanges, Label: lang.L("Changes")},
		{Key: tabTimeline, Label: lang.L("Timeline")},
		{Key: tabBalance, Label: lang.L("Balance")},
		{Key: tabNetwork, Label: lang.L("Network")},
	}
}

func objectsOf(buttons []*control.Button) []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, len(buttons))
	for i, b := range buttons {
		list[i] = b
	}
	return list
}

// newTools makes the buttons for what is done with a picture.
func (v *View) newTools() {
	v.tools = []*control.Button{
		control.NewIconButton(theme.ZoomOutIcon(), lang.L("Make the figure smaller"), keySmaller.String(), v.smaller),
		control.NewIconButton(theme.ZoomInIcon(), lang.L("Make the figure larger"), keyLarger.String(), v.larger),
		control.NewIconButton(theme.ZoomFitIcon(), lang.L("Show the whole figure"), keyWhole.String(), v.picture.whole),
		control.NewTextButton(lang.L("Export…"), lang.L("Write the figure, or what stands behind it, into a file"), keyExport.String(), v.export),
	}
	for _, b := range v.tools {
		b.OnKey, b.OnLetter = v.desk.TypedKey, v.typedRune
	}
}

// Object is what the window shows of the view.
func (v *View) Object() fyne.CanvasObject { return v.panes }

// Panes are what the tab shows and the positions behind its marks.
func (v *View) Panes() *control.Panes { return v.panes }

// Opened begins anew with another project.
func (v *View) Opened() {
	v.filter.kept.forget()
	v.filter.forget()
	v.filter.kept.renew()
	v.behind.forget()
	v.measures.forget()
	v.measures.chance.forget()
	v.recall()
	v.network.offer(v.tab, v.forms[tabNetwork])
	v.quotes = map[store.ID]string{}
	v.stale, v.anew, v.preparing.isUsed = true, true, false
	v.known, v.awaiting.before = known{}, made{}
	v.showMade(made{})
	v.make()
	v.prepare(prepareOpened)
}

// Changed follows a write, at once if the view is in front. What is being read is read to its end first, so that one write after another
// does not keep it from being shown.
func (v *View) Changed(e store.Event) {
	if e.Touches(store.EntitySavedFilter) {
		v.filter.kept.renew()
		if !e.All && len(e.Touched) == 1 { // the positions are as they were
			return
		}
	}
	v.stale = true
	v.known.hear(e)
	v.quotes = map[store.ID]string{}
	if v.preparing.isUsed {
		v.prepare(prepareWritten)
	}
	if v.desk.IsInFront(v) {
		v.filter.show()
		v.behind.list.Reload()
		if !v.isMaking {
			v.make()
		}
	}
}

// Shown puts the keyboard into what the tab shows.
func (v *View) Shown() {
	v.preparing.isUsed = true
	v.filter.show()
	if v.stale {
		v.make()
	} else {
		v.measures.follow(v.made)
	}
	v.arrives = v.isMaking
	v.toBody()
	v.from = v.desk.Window.Canvas().Focused()
}

// Leave gives up what is being read.
func (v *View) Leave() {
	v.asking.Overtake()
	v.measures.leave()
	v.stale = v.stale || v.isMaking
	v.isMaking = false
}

// GoTo is for other views: nothing is here alone.
func (v *View) GoTo(desk.Place) bool { return false }

// FilterList leads to the filter.
func (v *View) FilterList() {
	v.folding.unfold()
	v.filter.issue.Focus()
}

// Relist shows the rows as tall as they are to be now.
func (v *View) Relist() { v.behind.list.Relist() }

// turnTo shows another tab.
func (v *View) turnTo(tab string) {
	if v.tab == tab {
		return
	}
	v.tab, v.anew = tab, true
	v.tabs.SetCurrent(tab)
	v.forgetMark()
	v.offerForms()
	v.keep()
	v.network.offer(tab, v.forms[tabNetwork])
	v.panes.Need(control.Right, false)
	v.make()
	v.desk.RefreshMenu()
}

// forgetMark lists nothing any more, as the mark is not shown of which it was. The keyboard does not stay there.
func (v *View) forgetMark() {
	if v.behind.list.Widget.Focused() || v.measures.list.Focused() {
		v.toBody()
	}
	v.behind.forget()
}

// asked follows that other positions are asked for.
func (v *View) asked() {
	v.counted = nil
	v.make()
}

// show shows what was made, and begins anew if the project has changed meanwhile.
func (v *View) show(m made) {
	v.counted = m.counted
	v.filter.offer(m.rows.Holdings, m.standing)
	v.showMade(m)
	v.followMark()
	if v.stale {
		v.make()
	}
}

// showMade shows what was made.
func (v *View) showMade(m made) {
	anew := v.anew || m.tab != v.made.tab || v.made.sheet == nil
	had := v.hasBodyFocus()
	v.made, v.anew = m, false
	shown := fyne.CanvasObject(v.empty)
	sentence, _ := v.lacking()
	switch {
	case sentence != "":
		v.sayLacking()
		if m.isAwaited() { // nothing is left of the figure before
			v.point(-1)
			v.picture.show(nil, true)
		}
	case m.tab == tabChanges:
		shown = v.changes.list
		v.changes.show(m)
	default:
		shown = v.picture
		v.picture.name = m.sheet.Title
		v.picture.fits = anew && m.tab == tabNetwork || v.picture.fits && !anew
		v.picture.show(m.sheet, anew)
	}
	v.behind.invite(m.tab, shown == fyne.CanvasObject(v.empty))
	v.network.show(m)
	v.measures.follow(m)
	for i, b := range v.tools {
		if shown == fyne.CanvasObject(v.picture) || i == len(v.tools)-1 && shown != fyne.CanvasObject(v.empty) { // the last one exports
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if hidden := shown != fyne.CanvasObject(v.picture); hidden != v.bottom.Hidden {
		v.bottom.Hidden = hidden
		v.middle.Layout.Layout(v.middle.Objects, v.middle.Size())
	}
	if had && m.isAwaited() && v.isMaking { // what has the keyboard goes; what comes takes it
		v.desk.Window.Canvas().Unfocus()
	}
	had = had || v.arrives && v.desk.Window.Canvas().Focused() == v.from
	if v.body.Objects[0] != shown {
		v.body.Objects = []fyne.CanvasObject{shown}
		v.body.Refresh()
	} else {
		had = had && shown == fyne.CanvasObject(v.empty) // whose button is another one
	}
	if had {
		v.toBody()
	}
	v.arrives = v.arrives && m.isAwaited()
	v.showHidden()
	v.showPassing()
	v.tell()
	v.desk.RefreshMenu()
}

// sayLacking says why nothing is shown.
func (v *View) sayLacking() {
	sentence, lead := v.lacking()
	if lead != nil {
		lead.OnKey, lead.OnLetter = v.desk.TypedKey, v.typedRune
	}
	v.empty.Set(sentence, lead)
}

// hasBodyFocus reports whether what the tab shows has the keyboard, or nothing has.
func (v *View) hasBodyFocus() bool {
	focused := v.desk.Window.Canvas().Focused()
	if lead := v.empty.Lead(); lead != nil && focused == fyne.Focusable(lead) {
		return v.desk.IsInFront(v)
	}
	return v.desk.IsInFront(v) && (focused == nil || focused == fyne.Focusable(v.picture) || focused == fyne.Focusable(v.changes.list))
}

// toBody puts the keyboard into what the tab shows.
func (v *View) toBody() {
	v.folding.open(false)
	switch v.body.Objects[0] {
	case v.picture:
		v.desk.Window.Canvas().Focus(v.picture)
	case v.changes.list:
		v.changes.list.Focus()
	default:
		if lead := v.empty.Lead(); lead != nil {
			v.desk.Window.Canvas().Focus(lead)
		}
	}
}

// showPassing says how many positions count, and in a network as what.
func (v *View) showPassing() {
	said := ""
	c := cmp.Or(v.made.counted, v.counted) // what counts is known of the figure that is being made
	if c != nil && c.fault == "" {
		said = words.Counted(c.passing, "{{.Count}} position counts")
		if v.made.tab == tabNetwork {
			said = words.Dotted(said, v.network.stances.inWords())
		}
	}
	v.passing.SetRuns(control.Caption(said))
	v.fitTop()
}

// fitTop gives the bars above the room that they need.
func (v *View) fitTop() {
	if v.top == nil {
		return
	}
	v.top.Refresh()
	if room := v.top.MinSize().Height; room != v.room { // to refresh the whole would draw the figure anew
		v.room = room
		v.middle.Layout.Layout(v.middle.Objects, v.middle.Size())
	}
}

// isPicture reports whether a picture is shown.
func (v *View) isPicture() bool {
	return v.desk.IsInFront(v) && v.body.Objects[0] == fyne.CanvasObject(v.picture)
}

// typedRune runs the command of a letter. On many keyboards = stands on the key with +.
func (v *View) typedRune(r rune) {
	if r == '=' {
		v.larger()
		return
	}
	v.desk.TypedLetter(r)
}

func (v *View) smaller() { v.picture.zoom(1/zoomStep, v.picture.middle()) }
func (v *View) larger()  { v.picture.zoom(zoomStep, v.picture.middle()) }

// toldOf is what a shape tells, with the exact words if they are known.
func (v *View) toldOf(shape int) string {
	if shape < 0 || v.made.sheet == nil {
		return ""
	}
	s := v.made.sheet.Shape(shape)
	if quote := v.quotes[s.Leads]; quote != "" {
		who, where, _ := strings.Cut(s.Tip, "\n")
		if first, _ := utf8.DecodeRuneInString(quote); !unicode.In(first, unicode.Pi, unicode.Ps) && first != '"' {
			quote = words.Sentence("“%s”", quote)
		}
		return who + "\n" + quote + "\n" + where
	}
	return s.Tip
}

// openMenu opens a menu with what can be done about a shape, and in a table about what stands in its row or column.
func (v *View) openMenu(shape int, at fyne.Position) {
	v.meant = nil
	if shape >= 0 {
		v.meant = v.made.sheet.Shape(shape).Of
	}
	v.desk.PopUpMenu(at, desk.SectionTable, desk.SectionNetwork, desk.SectionFigure)
}

// tell tells below of the mark at which the keyboard is, and reads its exact words.
func (v *View) tell() {
	shape := -1
	v.meant = nil
	if v.body.Objects[0] == fyne.CanvasObject(v.picture) {
		shape = v.picture.shape()
	}
	v.said.SetText(strings.ReplaceAll(v.toldOf(shape), "\n", "  ·  "))
	v.below.Refresh()
	v.quote(shape, &v.quoting, func() { v.said.SetText(strings.ReplaceAll(v.toldOf(v.picture.shape()), "\n", "  ·  ")) })
}

// quote reads the exact words to which a shape leads, if they are not known yet.
func (v *View) quote(shape int, l *background.Latest, then func()) {
	l.Overtake()
	if shape < 0 || v.made.sheet == nil {
		return
	}
	id := v.made.sheet.Shape(shape).Leads
	if _, known := v.quotes[id]; known || id == (store.ID{}) {
		return
	}
	desk.Query(v.desk, l, func(ctx context.Context, p *store.Project) (map[store.ID]string, error) {
		return discourse.Quotes(ctx, p, []store.ID{id})
	}, func(said map[store.ID]string) {
		v.quotes[id] = said[id]
		then()
	})
}

// point shows what a shape tells where the pointer is.
func (v *View) point(shape int) {
	v.pointing.Overtake()
	v.desk.Tooltips.HideTip()
	if shape < 0 {
		return
	}
	show := func() {
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.picture)
		low := v.made.sheet.Bounds(shape)
		v.desk.Tooltips.ShowTip(v.toldOf(shape), corner.Add(v.picture.positionOf(figure.Point{X: low.Low.X, Y: low.High.Y})))
	}
	show()
	v.quote(shape, &v.pointing, show)
}

// put puts the node at a spot to a place of the figure, where it stays.
func (v *View) put(spot int, at figure.Point) {
	if node, is := v.made.sheet.NodeAt(spot); is && v.made.woven.Web != nil {
		v.network.put(node, at)
	}
}

// turnSide shows something else at the right.
func (v *View) turnSide(to fyne.CanvasObject) {
	if v.side.Objects[0] != to {
		v.side.Objects = []fyne.CanvasObject{to}
		v.side.Refresh()
		v.showMeasured()
	}
}

// leaveList goes from the list at the right back to the figure, which has its room in a narrow window.
func (v *View) leaveList() {
	v.panes.Need(control.Right, false)
	v.toBody()
}

// goTo goes to the words to which a shape leads.
func (v *View) goTo(shape int) {
	id := v.made.sheet.Shape(shape).Leads
	for _, r := range v.made.rows.List {
		if r.Position.ID == id {
			v.desk.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: id, Article: r.Position.Article})
			return
		}
	}
}

// labelsOf are the names of nodes.
func labelsOf(nodes []discourse.Node) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.Label
	}
	return list
}
