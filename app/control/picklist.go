package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// pickRows is how many rows of an unfolded list are in sight.
const (
	pickRows            = 6
	pickHeight  float32 = 26
	pickPadding float32 = 3
)

// pickRow is one row of an unfolded list.
type pickRow struct {
	runs   []Run
	detail string // at the right, muted
	dotted bool   // with a dot, or room for one
	colour string
	// within is what runs are in so many pixels, if not merely cut at the end; it
	// may be nil.
	within func(width float32) []Run
}

// width is what the row needs to be shown whole, in pixels.
func (r pickRow) width() float32 {
	width := ceil(runsWidth(r.runs)) + 2*look.Inset - pickPadding
	if r.dotted {
		width += dotSize + 6
	}
	if r.detail != "" {
		width += ceil(Caption(r.detail).width()) + look.Inset
	}
	return width
}

// pickList is the list that unfolds at a field, above what else the window shows there: see [Layer]. It
// never has the focus: the field steers it. It holds no more widgets than rows in sight.
type pickList struct {
	widget.BaseWidget
	field   hasList
	onPick  func(i int)
	onLeave func() // the pointer left with its button down

	// pressed is set while the mouse button is down on a row: the field has lost the
	// focus then, but must not fold before the button is up.
	pressed bool
	rows    []pickRow
	current int
	first   int               // the first row in sight
	room    int               // how many rows there is room for, at most
	shade   *canvas.Rectangle // below the box, as Fyne's pictures put a box with a border beside its own shadow
	box     *canvas.Rectangle
	thumb   *canvas.Rectangle
	lines   [pickRows]*pickLine
}

func newPickList(field hasList, onPick func(i int), onLeave func()) *pickList {
	l := &pickList{
		field: field, onPick: onPick, onLeave: onLeave, room: pickRows,
		shade: &canvas.Rectangle{}, box: newBox(), thumb: &canvas.Rectangle{CornerRadius: 1.5},
	}
	for i := range l.lines {
		l.lines[i] = newPickLine(l, i)
	}
	l.Hidden = true
	l.ExtendBaseWidget(l)
	return l
}

// fit has the list take no more than so much room, in pixels; one row is in sight however little that is.
func (l *pickList) fit(height float32) {
	l.room = min(max(int((height-2*pickPadding)/pickHeight), 1), pickRows)
	l.keepInSight()
}

// natural is the width that shows all rows in full, in pixels.
func (l *pickList) natural() float32 {
	width := float32(0)
	for _, row := range l.rows {
		width = max(width, row.width())
	}
	return width + 2*pickPadding
}

// move goes that many rows on, round the ends when it is one row.
func (l *pickList) move(by int) {
	n := len(l.rows)
	if n == 0 {
		return
	}
	to := l.current + by
	switch {
	case by == 1 || by == -1:
		to = (to + n) % n
	default:
		to = min(max(to, 0), n-1)
	}
	l.point(to)
}

func (l *pickList) point(to int) {
	if l.current == to {
		return
	}
	l.current = to
	l.keepInSight()
	l.Refresh()
}

func (l *pickList) keepInSight() {
	l.first = min(l.first, l.current)
	l.first = max(l.first, l.current-l.room+1, 0)
}

func (l *pickList) inSight() int { return min(len(l.rows), l.room) }

func (l *pickList) scroll(by int) {
	l.first = min(max(l.first+by, 0), max(len(l.rows)-l.room, 0))
	l.Refresh()
}

// wheel goes through the rows; where all are in sight, it is the page's.
func (l *pickList) wheel(e *fyne.ScrollEvent) {
	switch {
	case len(l.rows) <= l.room:
		scrollPage(trailUp(l.field), e)
	case e.Scrolled.DY < 0:
		l.scroll(1)
	case e.Scrolled.DY > 0:
		l.scroll(-1)
	}
}

// Tapped implements fyne.Tappable: what lies below the list's edge is not pressed.
func (l *pickList) Tapped(*fyne.PointEvent) {}

// MouseDown implements desktop.Mouseable, as Tapped does.
func (l *pickList) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (l *pickList) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable: what lies below the list is not hovered.
func (l *pickList) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (l *pickList) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *pickList) MouseOut() {}

// Cursor implements desktop.Cursorable: what lies below may have another one.
func (l *pickList) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer implements fyne.Widget.
func (l *pickList) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l) }

func (l *pickList) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{l.shade, l.box}
	for _, line := range l.lines {
		all = append(all, line)
	}
	return append(all, l.thumb)
}

func (l *pickList) height() float32 { return float32(l.inSight())*pickHeight + 2*pickPadding }
func (l *pickList) least() fyne.Size {
	return fyne.NewSize(60, l.height())
}

func (l *pickList) paint() {
	l.box.FillColor, l.box.StrokeColor = look.Color(look.ColorField), look.Color(look.ColorFieldBorder)
	l.thumb.FillColor = look.Color(look.ColorFieldBorder)
	l.shade.FillColor = l.box.FillColor
	l.shade.Shadow = canvas.Shadow{Color: look.Color(theme.ColorNameShadow), BlurRadius: 8, Offset: fyne.NewPos(0, 3)}
	l.thumb.Hidden = len(l.rows) <= l.room
	for i, line := range l.lines {
		at := l.first + i
		line.Hidden = at >= len(l.rows) || i >= l.room
		if !line.Hidden {
			line.set(l.rows[at], at == l.current)
		}
	}
}

func (l *pickList) arrange(size fyne.Size) {
	outline(l.box, 0, size.Width, size.Height)
	place(l.shade, 2, 2, size.Width-5, size.Height-5)
	for i, line := range l.lines {
		place(line, pickPadding, pickPadding+float32(i)*pickHeight, size.Width-2*pickPadding, pickHeight)
	}
	if n := float32(len(l.rows)); n > 0 {
		track := size.Height - 2*pickPadding
		place(l.thumb, size.Width-5, pickPadding+track*float32(l.first)/n, 3, track*min(float32(l.room)/n, 1))
	}
}

// pickLine shows one row.
type pickLine struct {
	widget.BaseWidget
	list    *pickList
	index   int
	row     pickRow
	current bool
	back    *canvas.Rectangle
	dot     *Dot
	name    *RichLine
	detail  *RichLine
}

func newPickLine(list *pickList, index int) *pickLine {
	p := &pickLine{list: list, index: index, back: newBox(), dot: NewDot(""), name: NewRichLine(1), detail: NewCaption("")}
	p.back.StrokeWidth = 0
	p.ExtendBaseWidget(p)
	return p
}

func (p *pickLine) set(row pickRow, current bool) {
	p.row, p.current = row, current
	p.dot.SetColour(row.colour)
	p.name.SetRuns(row.runs...)
	p.detail.SetText(row.detail)
}

// MouseDown implements desktop.Mouseable.
func (p *pickLine) MouseDown(e *desktop.MouseEvent) {
	p.list.pressed = e.Button == desktop.MouseButtonPrimary
}

// MouseUp implements desktop.Mouseable.
func (p *pickLine) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (p *pickLine) Tapped(*fyne.PointEvent) {
	p.list.pressed = false
	p.list.onPick(p.list.first + p.index)
}

// MouseIn implements desktop.Hoverable.
func (p *pickLine) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable: the row under a moving pointer is the
// current one; a pointer that rests while one types changes nothing.
func (p *pickLine) MouseMoved(*desktop.MouseEvent) { p.list.point(p.list.first + p.index) }

// MouseOut implements desktop.Hoverable: a press that is let go elsewhere picks nothing.
func (p *pickLine) MouseOut() {
	if p.list.pressed {
		p.list.pressed = false
		p.list.onLeave()
	}
}

// Scrolled implements fyne.Scrollable. (The list itself cannot, as Fyne then cuts off what is drawn beyond its edge.)
func (p *pickLine) Scrolled(e *fyne.ScrollEvent) { p.list.wheel(e) }

// CreateRenderer implements fyne.Widget.
func (p *pickLine) CreateRenderer() fyne.WidgetRenderer { return newDrawing(p) }

func (p *pickLine) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.back, p.dot, p.name, p.detail}
}

func (p *pickLine) least() fyne.Size { return fyne.NewSize(60, pickHeight) }

func (p *pickLine) paint() {
	p.back.Hidden = !p.current
	p.back.FillColor = look.Color(look.ColorAccentTint)
	p.back.CornerRadius = look.Radius - 1
}

func (p *pickLine) arrange(size fyne.Size) {
	p.back.Resize(size)
	x := look.Inset - pickPadding
	if p.row.dotted {
		place(p.dot, x, 0, dotSize, size.Height)
		x += dotSize + 6
	}
	room := size.Width - x - look.Inset
	detail := min(p.detail.NaturalWidth(), room/2)
	name := min(ceil(runsWidth(p.row.runs)), room)
	if p.row.detail != "" {
		name = min(name, room-detail-look.Inset)
		detail = room - name - look.Inset
	}
	if p.row.within != nil {
		p.name.SetRuns(p.row.within(name)...)
	}
	nameHeight, detailHeight := p.name.HeightFor(name), p.detail.HeightFor(detail)
	top := (size.Height - nameHeight) / 2
	place(p.name, x, top, name, nameHeight)
	place(p.detail, x+name+look.Inset, top+nameHeight-detailHeight-1.5, max(detail, 0), detailHeight)
}

// hasList is a control with a list that unfolds above its window.
type hasList interface {
	fyne.CanvasObject
	Fold()
	// listAnchor is the part of the control, from its top in pixels, that the list must not cover.
	listAnchor() (top, bottom float32)
}

// runsWidth is that of all runs on one line, in pixels.
func runsWidth(runs []Run) float32 {
	width := float32(0)
	for _, r := range runs {
		width += r.width()
	}
	return width
}
