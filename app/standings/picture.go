package standings

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/figure"
	"standpoint/app/look"
)

// picture shows a sheet through a window onto it, which is moved and zoomed. One stops at its spots with the arrow keys.
type picture struct {
	widget.BaseWidget
	name    string // what a screen reader calls it
	sheet   *figure.Sheet
	spot    int // at which the keyboard is; -1: at none
	from    figure.Point
	scale   float64 // pixels of the window to each of the sheet
	focused bool
	fits    bool // it is shown whole, in whatever room there is, until it is moved or zoomed
	via     int  // the spot of the node along whose ties one goes; -1: none
	drag    drag // of a node

	onSpot  func()          // the keyboard came to another spot
	onOpen  func(shape int) // Enter or a click on what stands for positions
	onGo    func(shape int) // two clicks on it
	onWide  func()          // it has another width
	onMenu  func(shape int, at fyne.Position)
	onKey   func(*fyne.KeyEvent)            // a key that means nothing here
	onRune  func(rune)                      // a letter
	onPut   func(spot int, at figure.Point) // a node was dragged there; nil: none can be
	onPoint func(shape int)                 // the pointer came to another shape; -1: to none
	told    func() string                   // what is said of the spot at which the keyboard is
	held    func() fyne.KeyModifier         // the modifiers that are held down
	now     func() time.Time                // the clock
	drawn   *canvas.Raster                  // the part that is seen
	ring    *canvas.Rectangle               // round the spot
	frame   *canvas.Rectangle               // round all while it has the keyboard and is at no spot
	pointed int                             // the shape at the pointer
	clicked struct {
		shape int
		at    time.Time
	} // the last click
	last  drawing                     // what was drawn last
	spare *image.RGBA                 // that is drawn on next
	later func(time.Duration, func()) // does something after a time
}

// Steps and limits of a picture.
const (
	zoomStep    = 1.25
	leastScale  = 0.1
	mostScale   = 6
	leastFitted = 0.75 // a picture is not made smaller than that to be seen whole
	ringRoom    = 3    // between a spot and the ring round it, in pixels
	edgeRoom    = 24   // that a spot is brought away from the edge, in pixels
	twice       = 500 * time.Millisecond
)

func newPicture() *picture {
	p := &picture{
		spot: -1, via: -1, scale: 1, pointed: -1, now: time.Now, held: heldKeys,
		later: func(d time.Duration, do func()) { time.AfterFunc(d, do) },
		ring:  &canvas.Rectangle{StrokeWidth: 2.5, CornerRadius: 4},
		frame: &canvas.Rectangle{StrokeWidth: 2},
	}
	p.clicked.shape = -1
	p.drawn = canvas.NewRaster(p.draw)
	p.drag.from = -1
	p.ExtendBaseWidget(p)
	return p
}

// heldKeys are the modifiers that are held down.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// show shows another sheet. One of the same kind is shown where the one before was, with the keyboard at the same positions.
func (p *picture) show(s *figure.Sheet, anew bool) {
	at := p.spot
	var before *figure.Shape
	if at >= 0 {
		before = p.sheet.Shape(p.sheet.Spot(at).Shape)
	}
	var origin figure.Point
	if p.sheet != nil {
		origin = p.sheet.Origin
	}
	p.sheet, p.spot, p.via, p.pointed = s, -1, -1, -1
	p.drag.from = -1
	if !anew && s != nil {
		p.from = figure.Point{X: p.from.X + s.Origin.X - origin.X, Y: p.from.Y + s.Origin.Y - origin.Y} // nodes stay where they are
	}
	switch {
	case anew:
		p.begin()
	case before != nil && s != nil:
		p.spot = s.Like(before)
	}
	p.fit()
	p.keepInside()
	p.Refresh()
	if anew {
		at = 0
	}
	if p.focused && p.spot < 0 {
		p.come(max(min(at, p.spots()-1), 0)) // what was there may have gone
	}
}

// spots is at how many places one can stop.
func (p *picture) spots() int {
	if p.sheet == nil {
		return 0
	}
	return p.sheet.Spots()
}

// begin shows a sheet from its upper left, so large that its width is seen if that can be read.
func (p *picture) begin() {
	p.scale = 1
	if p.sheet != nil && p.Size().Width > 0 {
		p.scale = min(max(float64(p.Size().Width)/p.sheet.Width, leastFitted), 1)
	}
	p.toEdge()
}

// toEdge begins at the upper left of the sheet.
func (p *picture) toEdge() {
	p.from = figure.Point{}
	if p.sheet != nil {
		p.from = p.sheet.Edges(p.scale).Low
	}
}

// zoom makes it larger by a factor, around a place of the widget that stays.
func (p *picture) zoom(by float64, around fyne.Position) {
	p.zoomTo(p.scale*by, around)
}

func (p *picture) zoomTo(scale float64, around fyne.Position) {
	if p.sheet == nil {
		return
	}
	p.fits = false
	p.point(-1)
	at := figure.Point{X: p.from.X + float64(around.X)/p.scale, Y: p.from.Y + float64(around.Y)/p.scale} // what stays is not zoomed around
	p.scale = min(max(scale, leastScale), mostScale)
	p.from = figure.Point{X: at.X - float64(around.X)/p.scale, Y: at.Y - float64(around.Y)/p.scale}
	p.keepInside()
	p.Refresh()
}

// whole shows all of the sheet, also when there is other room for it.
func (p *picture) whole() {
	if p.sheet != nil {
		p.fits = true
		p.fit()
		p.keepInside()
		p.Refresh()
	}
}

// fit makes the sheet as large as there is room for it, and for what of it keeps its size, if it is shown whole.
func (p *picture) fit() {
	if p.fits && p.sheet != nil && p.Size().Width > 0 {
		room := figure.Point{X: float64(p.Size().Width), Y: float64(p.Size().Height)}
		p.scale = max(min(p.sheet.Fitting(room, leastFitted), 1), leastScale)
		p.toEdge()
	}
}

// centre brings a spot into the middle, with the keyboard at it.
func (p *picture) centre(spot int) {
	p.spot = spot
	if !p.fits {
		middle := p.sheet.Spot(spot).Middle()
		p.from = figure.Point{X: middle.X - float64(p.Size().Width)/2/p.scale, Y: middle.Y - float64(p.Size().Height)/2/p.scale}
		p.keepInside()
	}
	p.come(spot)
}

// middle is the middle of the widget, or the spot at which the keyboard is.
func (p *picture) middle() fyne.Position {
	if p.spot >= 0 {
		return p.positionOf(p.sheet.Spot(p.spot).Middle())
	}
	return fyne.NewPos(p.Size().Width/2, p.Size().Height/2)
}

// keepInside has no part seen beyond the sheet; one that is smaller than the widget stands in its middle.
func (p *picture) keepInside() {
	if p.sheet == nil {
		return
	}
	edges := p.sheet.Edges(p.scale)
	keep := func(from, low, high float64, size float32) float64 {
		room := high - low - float64(size)/p.scale
		if room < 0 {
			return low + room/2
		}
		return min(max(from, low), low+room)
	}
	p.from.X = keep(p.from.X, edges.Low.X, edges.High.X, p.Size().Width)
	p.from.Y = max(keep(p.from.Y, edges.Low.Y, edges.High.Y, p.Size().Height), edges.Low.Y) // it begins at the top
}

// move moves the sheet by pixels of the widget.
func (p *picture) move(dx, dy float32) {
	p.point(-1) // something else is at the pointer then
	p.fits = false
	p.from.X -= float64(dx) / p.scale
	p.from.Y -= float64(dy) / p.scale
	p.keepInside()
	p.Refresh()
}

// come puts the keyboard at a spot, and brings that into sight.
func (p *picture) come(spot int) {
	if p.sheet == nil || spot < 0 || spot >= p.sheet.Spots() {
		return
	}
	p.spot = spot
	if _, is := p.sheet.NodeAt(spot); is {
		p.via = spot
	}
	p.reveal()
	p.Refresh()
	p.onSpot()
}

// reveal brings the spot at which the keyboard is into sight.
func (p *picture) reveal() {
	if p.sheet == nil || p.spot < 0 {
		return
	}
	s := p.sheet.Spot(p.spot)
	into := func(from, low, high float64, size, head float32) float64 {
		room := edgeRoom / p.scale
		before := room + float64(head)/p.scale // what stays covers the beginning
		seen := float64(size) / p.scale
		switch {
		case low-before < from || high-low+before+room > seen:
			return low - before
		case high+room > from+seen:
			return high + room - seen
		}
		return from
	}
	across, down := p.stays()
	if !across.holds(s.High.X) {
		p.from.X = into(p.from.X, s.Low.X, s.High.X, p.Size().Width, across.size(p.scale))
	}
	if !down.holds(s.High.Y) {
		p.from.Y = into(p.from.Y, s.Low.Y, s.High.Y, p.Size().Height, down.size(p.scale))
	}
	p.keepInside()
}

// shape is the shape of the spot at which the keyboard is; -1 if it is at none.
func (p *picture) shape() int {
	if p.sheet == nil || p.spot < 0 {
		return -1
	}
	return p.sheet.Spot(p.spot).Shape
}

// TypedKey implements fyne.Focusable.
func (p *picture) TypedKey(e *fyne.KeyEvent) {
	way := map[fyne.KeyName][2]int{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}
	step := map[fyne.KeyName]int{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1}
	switch to, is := way[e.Name]; {
	case p.sheet == nil:
		p.onKey(e)
	case is && p.sheet.Spots() == 0:
		p.move(float32(-to[0]*edgeRoom*2), float32(-to[1]*edgeRoom*2))
	case is:
		p.come(p.sheet.Next(p.spot, to[0], to[1]))
	case e.Name == fyne.KeyHome:
		p.come(0)
	case e.Name == fyne.KeyEnd:
		p.come(p.sheet.Spots() - 1)
	case step[e.Name] != 0 && p.via >= 0 && p.sheet.HasTies():
		p.come(p.sheet.Along(p.via, p.spot, step[e.Name]))
	case step[e.Name] != 0:
		p.come(min(max(p.spot+step[e.Name], 0), p.sheet.Spots()-1))
	case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace) && p.shape() >= 0:
		p.onOpen(p.shape())
	default:
		p.onKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (p *picture) TypedRune(r rune) { p.onRune(r) }

// FocusGained implements fyne.Focusable: the keyboard is at a spot from then on.
func (p *picture) FocusGained() {
	p.focused = true
	if p.spot < 0 && p.sheet != nil {
		p.come(0)
	}
	p.Refresh()
}

// FocusLost implements fyne.Focusable.
func (p *picture) FocusLost() { p.focused = false; p.Refresh() }

// Focus gives it the keyboard.
func (p *picture) Focus() {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.Canvas().Focus(p)
	}
}

// Tapped implements fyne.Tappable. Two clicks at once go to the words.
func (p *picture) Tapped(e *fyne.PointEvent) {
	p.Focus()
	shape := p.at(e.Position)
	again := shape >= 0 && shape == p.clicked.shape && p.now().Sub(p.clicked.at) < twice
	p.clicked.shape, p.clicked.at = shape, p.now()
	if shape < 0 || len(p.sheet.Shape(shape).Of) == 0 {
		return
	}
	if spot := p.sheet.Like(p.sheet.Shape(shape)); spot >= 0 {
		p.come(spot)
	}
	if again {
		p.onGo(shape)
		return
	}
	p.onOpen(shape)
}

// TappedSecondary implements fyne.SecondaryTappable: it opens the menu of what is there.
func (p *picture) TappedSecondary(e *fyne.PointEvent) {
	p.Focus()
	shape := p.at(e.Position)
	if shape >= 0 {
		if spot := p.sheet.Like(p.sheet.Shape(shape)); spot >= 0 {
			p.come(spot)
		}
	}
	p.point(-1)
	p.onMenu(shape, e.AbsolutePosition)
}

// isCovered reports whether the spot at which the keyboard is lies under what stays in sight.
func (p *picture) isCovered() bool {
	across, down := p.stays()
	s := p.sheet.Spot(p.spot)
	middle := s.Middle()
	at := p.positionOf(middle)
	under := func(kept stay, at float32, middle, from float64) bool {
		end := float32(kept.at(from, p.scale)) + kept.size(p.scale)
		return kept.from < kept.to && !kept.holds(middle) && at < end
	}
	return under(across, at.X, middle.X, p.from.X) || under(down, at.Y, middle.Y, p.from.Y)
}

// at is the shape that is seen at a position; -1 if there is none.
func (p *picture) at(at fyne.Position) int {
	if p.sheet == nil {
		return -1
	}
	return p.sheet.At(p.placeAt(at), p.scale)
}

// Scrolled implements fyne.Scrollable.
func (p *picture) Scrolled(e *fyne.ScrollEvent) {
	if p.held()&fyne.KeyModifierShortcutDefault != 0 {
		p.zoom(math.Pow(zoomStep, float64(e.Scrolled.DY)/25), e.Position)
		return
	}
	p.move(e.Scrolled.DX, e.Scrolled.DY)
}

// MouseIn implements desktop.Hoverable.
func (p *picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *picture) MouseMoved(e *desktop.MouseEvent) { p.point(p.at(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (p *picture) MouseOut() { p.point(-1) }

func (p *picture) point(shape int) {
	if shape != p.pointed {
		p.pointed = shape
		p.onPoint(shape)
	}
}

// Resize implements fyne.CanvasObject.
func (p *picture) Resize(size fyne.Size) {
	before := p.Size()
	if size == before {
		return
	}
	p.BaseWidget.Resize(size)
	if before.Width == 0 {
		p.begin()
	}
	if size.Width != before.Width {
		p.onWide()
	}
	p.fit()
	p.keepInside()
	if p.focused {
		p.reveal()
	}
	p.Refresh() // the ring is round the spot where that is now
}

// AccessibilityLabel implements fyne.Accessible.
func (p *picture) AccessibilityLabel() string {
	if told := p.told(); told != "" {
		return p.name + " · " + told
	}
	return p.name
}

// AccessibilityRole implements fyne.Accessible.
func (p *picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *picture) CreateRenderer() fyne.WidgetRenderer { return &pictureDrawing{p} }

// pictureDrawing draws a picture: the part that is seen, and what says where the keyboard is.
type pictureDrawing struct{ of *picture }

// Layout implements fyne.WidgetRenderer.
func (d *pictureDrawing) Layout(size fyne.Size) {
	p := d.of
	p.drawn.Resize(size)
	p.frame.Move(fyne.NewPos(1, 1))
	p.frame.Resize(size.SubtractWidthHeight(2, 2))
	p.frame.Hidden = !p.focused || p.spot >= 0
	p.ring.Hidden = !p.focused || p.spot < 0 || p.isCovered()
	p.drag.arrange(p)
	p.frame.StrokeColor, p.ring.StrokeColor = look.Color(look.ColorAccent), look.Color(look.ColorAccent)
	if !p.ring.Hidden {
		s := p.sheet.Spot(p.spot)
		low, high := p.positionOf(s.Low).SubtractXY(ringRoom, ringRoom), p.positionOf(s.High).AddXY(ringRoom, ringRoom)
		p.ring.Move(low)
		p.ring.Resize(fyne.NewSize(high.X-low.X, high.Y-low.Y))
	}
}

// MinSize implements fyne.WidgetRenderer.
func (d *pictureDrawing) MinSize() fyne.Size { return fyne.NewSize(120, 80) }

// Refresh implements fyne.WidgetRenderer.
func (d *pictureDrawing) Refresh() {
	d.Layout(d.of.Size())
	d.of.drawn.Refresh()
	d.of.drag.refresh()
	d.of.ring.Refresh()
	d.of.frame.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (d *pictureDrawing) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{d.of.drawn, d.of.ring, d.of.frame}, d.of.drag.objects()...)
}

// Destroy implements fyne.WidgetRenderer.
func (d *pictureDrawing) Destroy() {}

// IsClip tells Fyne to draw nothing outside of the picture.
func (d *pictureDrawing) IsClip() {}
