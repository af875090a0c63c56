package control

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// VirtualList shows rows of different heights, and makes widgets only for those in
// sight. Rows are measured when they come into sight; until then their height is
// guessed, and what is on the screen stays where it is when a guess was wrong.
//
// The list has the focus as a whole: the arrow keys, Page Up and Down, Home and End
// select, Enter activates. With Shift they select rows together, as do a click with Shift or with Ctrl, Ctrl+Space and Ctrl+A.
type VirtualList struct {
	widget.BaseWidget
	// OnSelected is called when the person selects a row, by mouse or key.
	OnSelected func(i int)
	// OnActivated is called on Enter, which otherwise is handed on.
	OnActivated func(i int)
	// OnTapped is called instead of OnSelected when the person clicks a row, also on
	// the one that is selected already. It may be nil.
	OnTapped func(i int)
	// OnMenu is called on a second mouse button, and on the keys for a menu; the position is the window's.
	OnMenu func(i int, at fyne.Position)
	// OnVisible is called when other rows come into sight, so that a caller can load
	// them and call Reload.
	OnVisible func(first, last int)
	// OnLetter is given what is typed while the list has the focus; false if it means nothing.
	OnLetter func(rune) bool
	// OnKey is given keys the list has no use for.
	OnKey func(*fyne.KeyEvent)
	// OnCopy is asked for what the selected rows say, to be copied; nil where that cannot be.
	OnCopy func()
	// OnPressed is called with what a row holds when it is clicked without Shift or Ctrl, and where in that; true: the click meant something
	// there. It may be nil.
	OnPressed func(content fyne.CanvasObject, at fyne.Position) bool
	// OnTwice is called when a row is clicked for the second time at once; nil: that is another click.
	OnTwice func(i int)

	// Together are the rows that are selected together; nil where one row alone can be selected.
	Together Together

	// HasBoxes says that rows have boxes to tick of their own: what is selected together has a bar at its edge then, in place of a tick.
	HasBoxes bool

	// Name is what a screen reader calls the list.
	Name string

	length func() int
	height func(i int, width float32) float32
	create func() fyne.CanvasObject
	update func(i int, row fyne.CanvasObject)

	scroll   *container.Scroll
	ring     *canvas.Rectangle // round the list while it has the keyboard and none of its rows is chosen
	content  *listContent
	heights  heights
	width    float32 // what the heights are for
	shown    map[int]*listRow
	spare    []*listRow
	ruler    *listRow // filled to measure rows
	selected int
	at       int // the row at which the keyboard is while rows are selected together; -1: the selected one
	focused  bool
	shift    bool // is held down, as far as the list was told
	first    int
	last     int
	settling bool
	clicked  rowClick // the last one on a row
	inset    float32  // above and below what a row holds, in pixels
}

// rowSpace is the room between rows, in pixels.
const rowSpace float32 = look.Gap + 1

// ListInset is the room at the left and at the right of what a row holds, in pixels.
const ListInset = listEdge + look.Inset

// listEdge is the room round all rows, in pixels: for borders, and beside the scroll bar.
const listEdge float32 = 3

// NewVirtualList returns a list.
//
// Height is the height in pixels of a row's content in that width; when it is nil,
// the content itself is asked, by its HeightFor(width) or else its MinSize. Create
// makes the content of a row, update fills it for row i.
func NewVirtualList(
	length func() int, height func(i int, width float32) float32,
	create func() fyne.CanvasObject, update func(i int, row fyne.CanvasObject),
) *VirtualList {
	l := &VirtualList{
		length: length, height: height, create: create, update: update, selected: -1, at: -1,
		shown: map[int]*listRow{}, inset: cardInset, ring: newBox(),
	}
	l.content = newListContent(l)
	l.scroll = container.NewVScroll(l.content)
	l.scroll.OnScrolled = func(fyne.Position) { l.show() }
	l.heights.reset(0)
	l.ExtendBaseWidget(l)
	return l
}

// tightInset is the room above and below what a row of a tight list holds, in pixels.
const tightInset float32 = 1

// SetTight leaves the rows little room above and below what they hold, or as much as others, and shows them anew.
func (l *VirtualList) SetTight(tight bool) {
	l.inset = cardInset
	if tight {
		l.inset = tightInset
	}
	l.Reload()
}

// Selected is the selected row, or -1.
func (l *VirtualList) Selected() int { return l.selected }

// Select selects a row and brings it into sight, without calling OnSelected; -1
// selects none.
func (l *VirtualList) Select(i int) {
	if i >= l.length() {
		return
	}
	l.selected, l.at = max(i, -1), -1
	l.repaintRows()
	if i >= 0 {
		l.ScrollTo(i)
	}
}

// Focus gives the list the keyboard.
func (l *VirtualList) Focus() { focus(l, l) }

// ScrollTo brings a row into sight, moving no further than needed.
func (l *VirtualList) ScrollTo(i int) {
	l.sync()
	if i < 0 || i >= len(l.heights.row) || l.scroll.Size().Height <= 0 {
		return
	}
	l.measure(i)
	view := l.scroll.Size().Height
	if l.heights.top(i) < l.scroll.Offset.Y {
		l.scrollTo(l.heights.top(i))
		return
	}
	if l.bottom(i) > l.scroll.Offset.Y+view {
		// The rows that will stand above it must be measured first, or it moves.
		for above := i; above >= 0; above-- {
			if l.measure(above); l.bottom(i)-l.heights.top(above) >= view {
				break
			}
		}
		l.scrollTo(min(l.bottom(i)-view, l.heights.top(i)))
	}
}

// bottom is the offset at which the view ends just below a row.
func (l *VirtualList) bottom(i int) float32 { return l.heights.top(i+1) - rowSpace + 2*listEdge }

// ScrollToTop goes to the first row.
func (l *VirtualList) ScrollToTop() { l.scrollTo(0) }

// Reload shows the rows anew: their number or order has changed. The selection
// stays at its index.
func (l *VirtualList) Reload() {
	n := l.length()
	if l.selected >= n {
		l.selected = -1
	}
	if l.at >= n {
		l.at = -1
	}
	l.recycle()
	l.paint()
	l.first, l.last = -1, -1
	l.remeasure(n)
	l.scrollTo(l.scroll.Offset.Y)
}

// ReloadAt is Reload for rows of which the selected one has another index now, or none (-1).
func (l *VirtualList) ReloadAt(selected int) {
	l.selected = max(selected, -1)
	l.Reload()
}

// ReloadFrom is ReloadAt for rows of which the one at the top of the view has another index now, too; -1: the view begins with the first.
func (l *VirtualList) ReloadFrom(top, selected int) {
	within := float32(0)
	if at := l.Top(); at >= 0 && top >= 0 {
		within = l.scroll.Offset.Y - l.heights.top(at)
	}
	l.selected, l.at = max(selected, -1), -1
	l.recycle()
	l.paint()
	l.first, l.last = -1, -1
	l.heights.reset(l.length())
	l.layoutContent()
	l.scroll.Offset.Y = 0
	if top >= 0 {
		y := l.heights.top(top) + within
		for l.heights.at(y) < top { // it was rounded into the row before
			y = math.Nextafter32(y, math.MaxFloat32)
		}
		l.scroll.Offset.Y = y
	}
	l.scrollTo(l.scroll.Offset.Y)
}

// Update fills a row anew, if it is in sight. It stays as high as it is.
func (l *VirtualList) Update(i int) {
	if row, shown := l.shown[i]; shown {
		l.update(i, row.content)
	}
}

// InSight are the first and the last row in the view, as OnVisible was told; -1 before it was.
func (l *VirtualList) InSight() (first, last int) { return l.first, l.last }

// Top is the row at the top of the view; -1 if there are no rows.
func (l *VirtualList) Top() int {
	if len(l.heights.row) == 0 {
		return -1
	}
	return l.heights.at(l.scroll.Offset.Y)
}

// ShowsSelected reports whether the whole of the selected row is in the view.
func (l *VirtualList) ShowsSelected() bool {
	const rounding = 1 // of pixels
	i, y := l.selected, l.scroll.Offset.Y
	return l.inSight(i) && l.heights.top(i) >= y-rounding && l.bottom(i) <= y+l.scroll.Size().Height+rounding
}

// remeasure forgets all heights, and keeps the row that is at the top of the view there.
func (l *VirtualList) remeasure(n int) {
	top, within := 0, float32(0)
	if len(l.heights.row) > 0 {
		top = l.heights.at(l.scroll.Offset.Y)
		within = l.scroll.Offset.Y - l.heights.top(top)
	}
	l.heights.reset(n)
	l.layoutContent()
	if top < n {
		l.scroll.Offset.Y = l.heights.top(top) + within
	}
}

// Focused reports whether the list has the keyboard.
func (l *VirtualList) Focused() bool { return l.focused }

// FocusGained implements fyne.Focusable.
func (l *VirtualList) FocusGained() { l.focused = true; l.repaintRows() }

// FocusLost implements fyne.Focusable.
func (l *VirtualList) FocusLost() { l.focused, l.shift = false, false; l.repaintRows() }

// TypedRune implements fyne.Focusable.
func (l *VirtualList) TypedRune(r rune) {
	if l.OnLetter != nil {
		l.OnLetter(r)
	}
}

// TakesLetters says that letters mean something while the list has the keyboard.
func (l *VirtualList) TakesLetters() bool { return l.OnLetter != nil }

// TypedKey implements fyne.Focusable.
func (l *VirtualList) TypedKey(e *fyne.KeyEvent) {
	shift := l.isShifted()
	to, moves := l.target(e.Name)
	switch {
	case moves && shift && l.Together != nil:
		l.extendTo(to)
	case moves:
		l.step(to)
	case e.Name == desktop.KeyMenu, e.Name == fyne.KeyF10 && shift:
		l.openMenu()
	case e.Name == fyne.KeyEscape && l.dropTogether():
	case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && l.OnActivated != nil:
		if l.selected >= 0 {
			l.OnActivated(l.selected)
		}
	default:
		l.pass(e)
	}
}

// target is the row to which a key moves; false if it moves to none.
func (l *VirtualList) target(key fyne.KeyName) (i int, moves bool) {
	last, at := l.length()-1, l.keyboardAt()
	switch key {
	case fyne.KeyDown:
		return at + 1, true
	case fyne.KeyUp:
		if at < 0 {
			return last, true
		}
		return at - 1, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return last, true
	case fyne.KeyPageDown:
		return min(max(l.page(1), at+1), last), true
	case fyne.KeyPageUp:
		return max(min(l.page(-1), at-1), 0), true
	}
	return 0, false
}

// pass hands on a key that the list has no use for.
func (l *VirtualList) pass(e *fyne.KeyEvent) {
	if l.OnKey != nil {
		l.OnKey(e)
	}
}

// step selects row i, if there is one. Where several are selected, those at the ends are selected alone by it, too.
func (l *VirtualList) step(i int) {
	if l.Together != nil && l.Together.Len() > 0 && l.length() > 0 {
		l.choose(max(min(i, l.length()-1), 0))
		return
	}
	if i < 0 || i >= l.length() || i == l.selected && l.at < 0 {
		return
	}
	l.choose(i)
}

// page is the row one view further from the selected one.
func (l *VirtualList) page(by float32) int {
	l.sync()
	return l.heights.at(l.heights.top(max(l.keyboardAt(), 0)) + by*l.scroll.Size().Height)
}

func (l *VirtualList) choose(i int) {
	l.Select(i)
	if l.OnSelected != nil {
		l.OnSelected(i)
	}
}

func (l *VirtualList) tapped(i int, with fyne.KeyModifier) {
	focus(l, l)
	switch {
	case l.Together != nil && with&fyne.KeyModifierShift != 0:
		l.extendTo(i)
	case l.Together != nil && with&fyne.KeyModifierShortcutDefault != 0:
		l.turn(i)
	case l.OnTapped != nil:
		l.Select(i)
		l.OnTapped(i)
	case i != l.selected || l.at >= 0:
		l.choose(i)
	}
}

// sync notices a length that changed without Reload.
func (l *VirtualList) sync() {
	if l.length() != len(l.heights.row) {
		l.Reload()
	}
}

func (l *VirtualList) scrollTo(y float32) {
	y = max(min(y, l.content.least().Height-l.scroll.Size().Height), 0)
	l.scroll.Offset.Y = y
	l.scroll.Refresh()
	l.show()
}

func (l *VirtualList) layoutContent() {
	l.content.Resize(fyne.NewSize(l.width, max(l.content.least().Height, l.scroll.Size().Height)))
}

// show makes widgets for the rows in sight. A row that turns out to be of another
// height above the first one in sight moves the view with it.
func (l *VirtualList) show() {
	if l.settling || l.width <= 0 || l.scroll.Size().Height <= 0 {
		return
	}
	l.settling = true
	defer func() { l.settling = false }()

	first, last := l.settle()
	for i, row := range l.shown {
		if i < first || i > last {
			l.release(i, row)
		}
	}
	l.content.rows = l.content.rows[:0]
	y := l.heights.top(first)
	for i := first; i <= last; i++ {
		row := l.row(i)
		l.content.rows = append(l.content.rows, row)
		l.highlight(i, row)
		place(row, listEdge, listEdge+y, l.width-2*listEdge, l.heights.row[i]-rowSpace)
		y += l.heights.row[i]
	}
	l.layoutContent()
	l.content.Refresh()
	if l.OnVisible != nil && (first != l.first || last != l.last) && last >= first {
		l.first, l.last = first, last
		l.OnVisible(first, last)
	}
}

// settle measures the rows in sight until they fill the view.
func (l *VirtualList) settle() (first, last int) {
	n := len(l.heights.row)
	if n == 0 {
		return 0, -1
	}
	y := l.scroll.Offset.Y
	first = l.heights.at(y)
	anchor := y - l.heights.top(first)
	l.measure(first)
	for last = first; last < n-1; last++ {
		l.measure(last)
		if l.heights.top(last+1) >= y+l.scroll.Size().Height {
			break
		}
	}
	l.measure(last)
	if anchor > l.heights.row[first] {
		l.scroll.Offset.Y = l.heights.top(first) + l.heights.row[first]
	}
	return first, last
}

func (l *VirtualList) measure(i int) {
	if l.heights.measured[i] || l.width <= 0 {
		return
	}
	inner := l.width - 2*listEdge - 2*look.Inset
	var height float32
	if l.height != nil {
		height = l.height(i, inner)
	} else {
		if l.ruler == nil {
			l.ruler = l.newRow()
		}
		l.update(i, l.ruler.content)
		height = heightFor(l.ruler.content, inner)
	}
	above := i < l.heights.at(l.scroll.Offset.Y)
	more := l.heights.set(i, ceil(height)+2*l.inset+rowSpace)
	if above {
		l.scroll.Offset.Y += more
	}
}

// row is the widget of row i, filled.
func (l *VirtualList) row(i int) *listRow {
	if row, ok := l.shown[i]; ok {
		return row
	}
	row := l.spareFor(i)
	row.index = i
	row.backing.Hovered = false
	l.update(i, row.content)
	l.shown[i] = row
	return row
}

// spareFor is a widget for row i: the one that it had before, if that is there. When the list is shown anew between the press and the
// release of a button, both are then of one widget, as the driver wants it of a click.
func (l *VirtualList) spareFor(i int) *listRow {
	n := len(l.spare)
	if n == 0 {
		return l.newRow()
	}
	at := slices.IndexFunc(l.spare, func(r *listRow) bool { return r.index == i })
	if at < 0 {
		at = n - 1
	}
	row := l.spare[at]
	l.spare = slices.Delete(l.spare, at, at+1)
	return row
}

func (l *VirtualList) newRow() *listRow {
	row := &listRow{
		list: l, content: l.create(), backing: backing{style: backsRow, plate: newPlate()},
	}
	if _, ok := row.content.(Highlighted); ok {
		row.backing.style = backsNothing
	}
	row.ExtendBaseWidget(row)
	return row
}

func (l *VirtualList) release(i int, row *listRow) {
	delete(l.shown, i)
	l.spare = append(l.spare, row)
}

func (l *VirtualList) recycle() {
	for i, row := range l.shown {
		l.release(i, row)
	}
}

func (l *VirtualList) repaintRows() {
	for i, row := range l.shown {
		l.highlight(i, row)
	}
	l.paint()
	l.ring.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *VirtualList) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l) }

func (l *VirtualList) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.scroll, l.ring} }
func (l *VirtualList) least() fyne.Size             { return fyne.NewSize(100, 60) }

// paint shows where the keyboard is, if no row does.
func (l *VirtualList) paint() {
	l.ring.Hidden = !l.focused || l.keyboardAt() >= 0
	l.ring.StrokeColor, l.ring.StrokeWidth = look.Color(look.ColorAccent), focusBorder
}

func (l *VirtualList) arrange(size fyne.Size) {
	before := l.scroll.Size().Height
	follow := before == 0 || size.Height < before && l.inSight(l.selected)
	l.scroll.Resize(size)
	place(l.ring, focusBorder/2, focusBorder/2, size.Width-focusBorder, size.Height-focusBorder)
	if l.width != size.Width {
		l.width = size.Width
		l.remeasure(l.length())
	}
	l.sync()
	l.scrollTo(l.scroll.Offset.Y)
	if follow { // the selected row is in sight at first, and stays so when the list becomes lower
		l.ScrollTo(l.selected)
	}
}

// inSight says whether a row is in the view, at least in part.
func (l *VirtualList) inSight(i int) bool {
	if i < 0 || i >= len(l.heights.row) {
		return false
	}
	y := l.scroll.Offset.Y
	return l.heights.top(i+1) > y && l.heights.top(i) < y+l.scroll.Size().Height
}
