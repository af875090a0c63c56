package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
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

// pickList is the list that unfolds below a field and pushes down what follows. It
// never has the focus: the field steers it. It holds no more widgets than rows in sight.
type pickList struct {
	widget.BaseWidget
	onPick  func(i int)
	onLeave func() // the pointer left with its button down

	// pressed is set while the mouse button is down on a row: the field has lost the
	// focus then, but must not fold before the button is up.
	pressed bool
	rows    []pickRow
	current int
	first   int // the first row in sight
	box     *canvas.Rectangle
	thumb   *canvas.Rectangle
	lines   [pickRows]*pickLine
}

func newPickList(onPick func(i int), onLeave func()) *pickList {
	l := &pickList{onPick: onPick, onLeave: onLeave, box: newBox(), thumb: &canvas.Rectangle{CornerRadius: 1.5}}
	for i := range l.lines {
		l.lines[i] = newPickLine(l, i)
	}
	l.Hidden = true
	l.ExtendBaseWidget(l)
	return l
}

func (l *pickList) show(rows []pickRow, current int) {
	l.rows, l.current, l.first = rows, current, 0
	l.keepInSight()
	l.Hidden = len(rows) == 0
	l.Refresh()
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
	l.first = max(l.first, l.current-pickRows+1, 0)
}

func (l *pickList) inSight() int { return min(len(l.rows), pickRows) }

func (l *pickList) scroll(by int) {
	l.first = min(max(l.first+by, 0), max(len(l.rows)-pickRows, 0))
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *pickList) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l) }

func (l *pickList) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{l.box}
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
	l.thumb.Hidden = len(l.rows) <= pickRows
	for i, line := range l.lines {
		at := l.first + i
		line.Hidden = at >= len(l.rows)
		if !line.Hidden {
			line.set(l.rows[at], at == l.current)
		}
	}
}

func (l *pickList) arrange(size fyne.Size) {
	outline(l.box, 0, size.Width, size.Height)
	for i, line := range l.lines {
		place(line, pickPadding, pickPadding+float32(i)*pickHeight, size.Width-2*pickPadding, pickHeight)
	}
	if n := float32(len(l.rows)); n > 0 {
		track := size.Height - 2*pickPadding
		place(l.thumb, size.Width-5, pickPadding+track*float32(l.first)/n, 3, track*min(pickRows/n, 1))
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

// Scrolled implements fyne.Scrollable.
func (p *pickLine) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY < 0:
		p.list.scroll(1)
	case e.Scrolled.DY > 0:
		p.list.scroll(-1)
	}
}

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
