package control

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Together are the rows of a list that are selected together, by their indexes.
type Together interface {
	Has(i int) bool
	Turn(i int)     // takes a row in, or out
	ExtendTo(i int) // selects all rows from where the selection began
	All()
	Drop() // selects none together
	Len() int
}

// Indexes are rows that are selected together in a list whose rows stay where they are.
type Indexes struct {
	list *VirtualList
	on   map[int]bool
	from int // where a range begins; -1: nowhere
}

// NewIndexes lets rows of such a list be selected together.
func NewIndexes(l *VirtualList) *Indexes {
	x := &Indexes{list: l, from: -1}
	l.Together = x
	return x
}

// Begin selects none together; what is selected next is a range from a row, or an addition to it.
func (x *Indexes) Begin(i int) { x.set(i, nil) }

// Has reports whether a row is one of those that are selected together.
func (x *Indexes) Has(i int) bool { return x.on[i] }

// Len is how many rows are selected together.
func (x *Indexes) Len() int { return len(x.on) }

// List are the rows that are selected together, in their order.
func (x *Indexes) List() []int { return slices.Sorted(maps.Keys(x.on)) }

// Drop selects none together.
func (x *Indexes) Drop() { x.Begin(x.from) }

// All selects all rows.
func (x *Indexes) All() { x.set(x.from, indexes(0, x.list.length()-1)) }

// ExtendTo selects the rows from where the selection began to another.
func (x *Indexes) ExtendTo(i int) {
	if x.from < 0 {
		x.from = i
	}
	x.set(x.from, indexes(min(x.from, i), max(x.from, i)))
}

// Turn takes a row in, or out. The first that is taken in joins the one at which the selection begins.
func (x *Indexes) Turn(i int) {
	on := map[int]bool{}
	maps.Copy(on, x.on)
	if len(on) == 0 && x.from >= 0 && x.from != i {
		on[x.from] = true
	}
	if on[i] {
		delete(on, i)
	} else {
		on[i] = true
	}
	x.set(i, on)
}

func (x *Indexes) set(from int, on map[int]bool) {
	x.from, x.on = from, on
	x.list.ShowTogether()
}

// indexes are those from one to another.
func indexes(first, last int) map[int]bool {
	on := map[int]bool{}
	for i := first; i <= last; i++ {
		on[i] = true
	}
	return on
}

// ShowTogether shows which rows are selected together now.
func (l *VirtualList) ShowTogether() { l.repaintRows() }

// KeyDown implements desktop.Keyable.
func (l *VirtualList) KeyDown(e *fyne.KeyEvent) { l.shift = l.shift || isShift(e.Name) }

// KeyUp implements desktop.Keyable.
func (l *VirtualList) KeyUp(e *fyne.KeyEvent) { l.shift = l.shift && !isShift(e.Name) }

func isShift(key fyne.KeyName) bool {
	return key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight
}

// isShifted reports whether Shift is held down. The driver also knows of a key that went down before the list had the focus.
func (l *VirtualList) isShifted() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return l.shift
}

// At is the row at which the keyboard is, or -1: the selected one, but for when rows are selected together.
func (l *VirtualList) At() int { return l.keyboardAt() }

// keyboardAt is the row at which the keyboard is; -1 if it is at none.
func (l *VirtualList) keyboardAt() int {
	if l.at >= 0 {
		return l.at
	}
	return l.selected
}

// TypedShortcut implements fyne.Shortcutable.
func (l *VirtualList) TypedShortcut(s fyne.Shortcut) {
	if _, copies := s.(*fyne.ShortcutCopy); copies && l.OnCopy != nil {
		l.OnCopy()
		return
	}
	if l.Together == nil {
		return
	}
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		l.Together.All()
		return
	}
	pressed, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return
	}
	to, moves := l.target(pressed.KeyName)
	switch {
	case moves && pressed.Modifier&fyne.KeyModifierShift != 0:
		l.extendTo(to)
	case moves:
		l.goTo(to)
	case pressed.KeyName == fyne.KeySpace:
		l.turn(l.keyboardAt())
	}
}

// goTo moves the keyboard to a row and leaves what is selected as it is.
func (l *VirtualList) goTo(i int) bool {
	if i < 0 || i >= l.length() {
		return false
	}
	l.at = i
	l.repaintRows()
	l.ScrollTo(i)
	return true
}

// turn takes a row into the rows that are selected together, or out of them.
func (l *VirtualList) turn(i int) {
	if l.goTo(i) {
		l.Together.Turn(i)
	}
}

// extendTo selects all rows to that one together.
func (l *VirtualList) extendTo(i int) {
	if l.goTo(i) {
		l.Together.ExtendTo(i)
	}
}

// dropTogether selects none together; false if none are.
func (l *VirtualList) dropTogether() bool {
	if l.Together == nil || l.Together.Len() == 0 {
		return false
	}
	l.at = -1
	l.Together.Drop()
	return true
}

// highlight shows how a row stands out.
func (l *VirtualList) highlight(i int, row *listRow) {
	together := l.Together != nil && l.Together.Has(i)
	alone := i == l.selected && (l.Together == nil || l.Together.Len() == 0)
	row.highlight(Highlight{
		Selected: together || alone, Focused: l.focused && i == l.keyboardAt(), Hovered: row.backing.Hovered,
	}, together)
}

// menuAt asks for the menu of a row, which is the selected one then unless it is one of several.
func (l *VirtualList) menuAt(i int, at fyne.Position) {
	if l.OnMenu == nil {
		return
	}
	focus(l, l)
	if l.Together == nil || !l.Together.Has(i) {
		if i != l.selected || l.at >= 0 {
			l.choose(i)
		}
	}
	l.OnMenu(i, at)
}

// openMenu asks for the menu of the row at which the keyboard is.
func (l *VirtualList) openMenu() {
	row, shown := l.shown[l.keyboardAt()]
	if l.OnMenu == nil || !shown {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
	l.OnMenu(row.index, at.AddXY(row.Size().Width/4, row.Size().Height/2))
}
