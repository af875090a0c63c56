package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Layer holds what a window or a box over it shows, and above that the list of the field in which somebody is choosing. The list takes
// no room from what is below it and has no focus: the field steers it.
type Layer struct {
	widget.BaseWidget
	content fyne.CanvasObject
	above   *fyne.Container
	list    *pickList // nil while none is unfolded
	unhook  []func()  // ends looking whether the field is scrolled
}

// NewLayer returns the content with room for a list above it.
func NewLayer(content fyne.CanvasObject) *Layer {
	l := &Layer{content: content, above: container.NewWithoutLayout()}
	l.ExtendBaseWidget(l)
	return l
}

const (
	listGap  float32 = 2 // between a field and its list
	edgeGap  float32 = 4 // between a list and the edge of the window
	listMost float32 = 360
)

// unfold shows a list at its field, which the trail leads up from. The list is folded as soon as somebody scrolls the field away.
func (l *Layer) unfold(list *pickList, up []fyne.CanvasObject) {
	l.clear()
	l.list = list
	for _, o := range up {
		if scroll, ok := o.(*container.Scroll); ok {
			before := scroll.OnScrolled
			scroll.OnScrolled = func(to fyne.Position) {
				if before != nil {
					before(to)
				}
				list.field.Fold()
			}
			l.unhook = append(l.unhook, func() { scroll.OnScrolled = before })
		}
	}
	l.above.Objects = []fyne.CanvasObject{list}
	l.put(up)
	l.above.Refresh()
}

// fold takes a list away again, if it is the one in sight.
func (l *Layer) fold(list *pickList) {
	if l.list == list {
		l.clear()
		l.above.Refresh()
	}
}

func (l *Layer) clear() {
	for _, end := range l.unhook {
		end()
	}
	l.list, l.unhook, l.above.Objects = nil, nil, nil
}

// follow puts the list where its field is now; the list of a field that is gone goes as well.
func (l *Layer) follow() {
	if l.list == nil {
		return
	}
	up := trail(l.content, l.list.field)
	if up == nil {
		l.list.Hidden = true
		l.fold(l.list)
		return
	}
	l.put(append(up, l))
}

// put places the list below its field, or above it where there is more room. Which of both hangs on what the longest list would need, so
// that a list that becomes shorter while one types stays where it is.
func (l *Layer) put(up []fyne.CanvasObject) {
	field := l.list.field
	at, corner, whole := placeIn(up), fyne.Position{}, l.Size()
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil { // of a box, the list may be larger than the box
		whole = c.Size()
		corner = fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	}
	top, bottom := field.listAnchor()
	below := whole.Height - corner.Y - edgeGap - (at.Y + bottom + listGap)
	over := at.Y + top - listGap + corner.Y - edgeGap
	least := float32(pickRows)*pickHeight + 2*pickPadding
	unfoldsDown := below >= least || below >= over
	room := over
	if unfoldsDown {
		room = below
	}
	l.list.fit(room)
	width := min(max(field.Size().Width, min(l.list.natural(), listMost)), whole.Width-2*edgeGap)
	x := max(min(at.X, whole.Width-corner.X-edgeGap-width), edgeGap-corner.X)
	y := at.Y + bottom + listGap
	if !unfoldsDown {
		y = at.Y + top - listGap - l.list.height()
	}
	place(l.list, x, y, width, l.list.height())
}

// CreateRenderer implements fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l) }

func (l *Layer) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.content, l.above} }
func (l *Layer) least() fyne.Size             { return l.content.MinSize() }
func (l *Layer) paint()                       {}

func (l *Layer) arrange(size fyne.Size) {
	place(l.content, 0, 0, size.Width, size.Height)
	place(l.above, 0, 0, size.Width, size.Height)
	l.follow()
}

func (l *pickList) show(rows []pickRow, current int) {
	l.rows, l.current, l.first = rows, current, 0
	l.keepInSight()
	if l.Hidden = len(rows) == 0; l.Hidden {
		l.fold()
		return
	}
	up := trailUp(l.field)
	if up, layer, ok := upTo[*Layer](up); ok {
		layer.unfold(l, up)
	}
	l.Refresh()
}

// fold takes the list out of sight.
func (l *pickList) fold() {
	l.Hidden = true
	if _, layer, ok := upTo[*Layer](trailUp(l.field)); ok {
		layer.fold(l)
	}
}
