package textview

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	clickPause = 450 * time.Millisecond // two clicks within it count as two
	clickSlop  = 5                      // and not further apart than this
	edgePause  = 30 * time.Millisecond  // between two steps of scrolling beyond an edge
	edgeShare  = 0.35                   // of the distance beyond the edge that a step scrolls
)

// gesture is what the mouse button that is held down does.
type gesture uint8

const (
	noGesture gesture = iota
	selecting
	draggingBar
	pressingMargin
	draggingEnd
)

// pointer is what is known of the mouse.
type pointer struct {
	at       fyne.Position // where it was last, in the view
	absolute fyne.Position // where a button went down, in the canvas
	over     MarkID        // the mark below it
	onBar    bool
	gesture  gesture
	moved    bool // the mouse moved since the button went down

	clicks   int // counted in a row at one place
	lastTime time.Time
	lastAt   fyne.Position
	unit     text.Span // what the first of several clicks selected
	from     int       // where the drag began
	grip     float32   // where on the thumb the bar is held

	pickedAt  int // the character that was clicked last, and
	pickDepth int // which of the marks over it was picked
	edge      func()

	adjusting adjusting
	onGrip    bool // over an end of the current mark
}

// MouseDown implements desktop.Mouseable.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.takeFocus()
	if e.Button != desktop.MouseButtonPrimary || !v.layOut() {
		return
	}
	p := &v.pointer
	p.at, p.absolute, p.moved = e.Position, e.AbsolutePosition, false
	v.countClicks(e.Position)
	if v.inBar(e.Position) {
		v.pressBar(e.Position.Y)
		return
	}
	if _, ok := v.drawn.marginAt(e.Position); ok {
		p.gesture = pressingMargin
		return
	}
	if grip, ok := v.gripAt(e.Position); ok && p.clicks == 1 && e.Modifier == 0 {
		p.gesture, p.adjusting = draggingEnd, grip
		return
	}
	p.gesture = selecting
	v.pressText(e.Position, e.Modifier&fyne.KeyModifierShift != 0)
	v.redraw()
}

func (v *View) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.focused {
		c.Focus(v)
	}
}

func (v *View) countClicks(at fyne.Position) {
	p := &v.pointer
	now := v.now()
	d := at.Subtract(p.lastAt)
	near := max(d.X, -d.X, d.Y, -d.Y) <= clickSlop
	if p.clicks > 0 && near && now.Sub(p.lastTime) <= clickPause {
		p.clicks++
	} else {
		p.clicks = 1
	}
	p.lastTime, p.lastAt = now, at
}

// pressText begins a selection: at a character, or with a word, a sentence, a
// paragraph.
func (v *View) pressText(at fyne.Position, extend bool) {
	place := v.placeAt(at)
	switch {
	case extend:
		v.selection.caret, v.selection.going = place, false
		v.pointer.clicks, v.pointer.from = 1, v.selection.fixed
	case v.pointer.clicks == 1:
		v.selection = selection{fixed: place.Pos, caret: place}
		v.pointer.from = place.Pos
	default:
		unit := v.units(v.pointer.clicks)
		pos := v.characterAt(at, place)
		v.pointer.unit = unit(pos)
		v.selectUnits(pos, unit)
	}
}

// placeAt is the place in the text nearest to a point of the view.
func (v *View) placeAt(at fyne.Position) layout.Place {
	row := v.rowAt(at.Y)
	return v.column.InRow(row, at.X-v.measures.columnX)
}

// rowAt is the row at a height of the view, or the nearest one.
func (v *View) rowAt(y float32) *layout.Row {
	seen := v.column.VisibleRows(v.anchor, float64(v.measures.size.Height))
	for i, row := range seen {
		if float64(y) < row.Y+float64(row.Height) || i == len(seen)-1 {
			return row.Row
		}
	}
	return v.column.Row(v.anchor.Block, v.column.BlockRows(v.anchor.Block)-1)
}

// characterAt is the character under a point: place, or what is before it.
func (v *View) characterAt(at fyne.Position, place layout.Place) int {
	if pos, ok := v.rowAt(at.Y).Under(at.X - v.measures.columnX); ok {
		return pos
	}
	return place.Pos
}

// Dragged implements fyne.Draggable.
func (v *View) Dragged(e *fyne.DragEvent) {
	p := &v.pointer
	p.at, p.moved = e.Position, true
	switch p.gesture {
	case draggingBar:
		v.dragBar(e.Position.Y - p.grip)
	case selecting, draggingEnd:
		v.hover(MarkID{}, p.onBar, fyne.Position{}) // what is dragged counts now
		v.dragOn()
		v.scrollBeyondEdge()
	}
}

// dragOn takes along what the mouse drags through the text.
func (v *View) dragOn() {
	switch at := v.pointer.at; {
	case v.pointer.gesture == draggingEnd:
		v.dragEnd()
		return
	case v.pointer.clicks > 1:
		v.selectUnits(v.characterAt(at, v.placeAt(at)), v.units(v.pointer.clicks))
	default:
		v.selectTo(v.placeAt(at))
	}
	v.redraw()
	if v.pointer.clicks <= 2 { // a sentence may end far from the mouse
		v.showWholeRow(v.column.RowAt(v.selection.caret))
	}
}

// selectTo selects from where the drag began to a place: letters within the first word, whole words beyond it.
func (v *View) selectTo(place layout.Place) {
	from, to := v.snapped(v.pointer.from, place.Pos)
	if to != place.Pos {
		place = layout.Place{Pos: to, Upstream: to > from}
	}
	v.selection.fixed, v.selection.caret, v.selection.going = from, place, false
}

// snapped is the stretch that a drag from one position to another takes. As in word processors it cuts no word, unless it
// lies within one, or the key for single letters is held down.
func (v *View) snapped(from, to int) (int, int) {
	if v.picksLetters() || v.withinAWord(from, to) {
		return from, to
	}
	whole := v.body.WholeWords(text.Span{Start: min(from, to), End: max(from, to)})
	if to < from {
		return whole.End, whole.Start
	}
	return whole.Start, whole.End
}

// withinAWord says that a drag has not left the word in which it began; at the edge of two, that towards which it goes.
func (v *View) withinAWord(from, to int) bool {
	if to < from {
		return to >= v.body.WordAt(v.body.PrevGrapheme(from)).Start
	}
	return to <= v.body.WordAt(from).End
}

// picksLetters says that the key is held down with which a drag takes single letters: Control, or Option on a Mac, where
// a click with Control asks for the context menu.
func (v *View) picksLetters() bool { return v.held()&letterModifier(runtime.GOOS) != 0 }

func letterModifier(system string) fyne.KeyModifier {
	if system == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

// scrollBeyondEdge scrolls, again and again, while the mouse drags above or
// below the view.
func (v *View) scrollBeyondEdge() {
	if v.pointer.edge != nil {
		return
	}
	y := v.pointer.at.Y
	beyond := min(y, 0) + max(y-v.measures.size.Height, 0)
	if beyond == 0 {
		return
	}
	v.pointer.edge = v.later(edgePause, func() {
		v.pointer.edge = nil
		if g := v.pointer.gesture; g == selecting || g == draggingEnd {
			v.scrollBy(float64(beyond) * edgeShare)
			v.dragOn()
			v.scrollBeyondEdge()
		}
	})
}

func (p *pointer) stopEdge() {
	if p.edge != nil {
		p.edge()
		p.edge = nil
	}
}

// DragEnd implements fyne.Draggable.
func (v *View) DragEnd() { v.release() }

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		v.release()
	}
}

// release ends what the mouse button did. Fyne tells of it twice after a drag.
func (v *View) release() {
	p := &v.pointer
	gesture := p.gesture
	p.gesture = noGesture
	p.stopEdge()
	switch gesture {
	case selecting:
		v.selected()
		if !p.moved && p.clicks == 1 && v.Selection().Empty() {
			v.pickAt(p.at)
		}
	case draggingEnd:
		v.endAdjusting()
	case pressingMargin:
		if box, ok := v.drawn.marginAt(p.at); ok {
			v.pickInMargin(box)
		}
	case draggingBar:
		p.onBar = v.inBar(p.at)
		v.redraw()
	}
}

// pickAt picks the mark under a point: the shortest, and the next longer one
// each time the same character is clicked again. Where there is none, the current one
// is no more.
func (v *View) pickAt(at fyne.Position) {
	pos, onText := v.rowAt(at.Y).Under(at.X - v.measures.columnX)
	var ids []MarkID
	if onText {
		ids = v.marks.over(pos)
	}
	if len(ids) == 0 {
		v.unpick()
		return
	}
	p := &v.pointer
	if again := p.pickedAt == pos && v.marks.current == ids[p.pickDepth%len(ids)]; again {
		p.pickDepth++
	} else {
		p.pickDepth = 0
	}
	p.pickedAt = pos
	p.pickDepth %= len(ids)
	v.pick(ids[p.pickDepth])
}

// pickInMargin picks the mark whose stripe or label was clicked. A count asks
// which of its marks is meant.
func (v *View) pickInMargin(box marginBox) {
	switch {
	case box.crowd == nil:
		v.pick(box.mark)
	case v.OnCrowd != nil:
		v.OnCrowd(box.crowd, v.pointer.absolute)
	}
}

func (v *View) pick(id MarkID) {
	v.SetCurrent(id, true)
	if v.OnPick != nil {
		v.OnPick(id)
	}
}

// unpick leaves no mark the current one.
func (v *View) unpick() {
	if _, picked := v.Current(); !picked {
		return
	}
	v.SetCurrent(MarkID{}, false)
	if v.OnUnpick != nil {
		v.OnUnpick()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *View) TappedSecondary(e *fyne.PointEvent) {
	if v.OnMenu != nil {
		v.OnMenu(e.AbsolutePosition)
	}
}

func (v *View) inBar(at fyne.Position) bool {
	_, _, ok := v.thumb()
	return ok && at.X >= v.measures.size.Width-barWidth
}

func (v *View) pressBar(y float32) {
	v.pointer.gesture = draggingBar
	top, length, _ := v.thumb()
	v.pointer.grip = y - top
	if y < top || y > top+length {
		v.pointer.grip = length / 2
		v.dragBar(y - v.pointer.grip)
	}
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if !v.layOut() || v.drawn == nil {
		return
	}
	v.pointer.at = e.Position
	onBar := v.inBar(e.Position)
	_, v.pointer.onGrip = v.gripAt(e.Position)
	v.hover(v.markAt(e.Position), onBar, e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() { v.hover(MarkID{}, false, fyne.Position{}) }

func (v *View) hover(id MarkID, onBar bool, absolute fyne.Position) {
	p := &v.pointer
	if p.over == id && p.onBar == onBar {
		return
	}
	changed := p.over != id
	p.over, p.onBar = id, onBar
	v.redraw()
	if changed && v.OnHover != nil {
		v.OnHover(id, absolute)
	}
}

// markAt is the mark on top at a point of the view, in the text or the margin.
func (v *View) markAt(at fyne.Position) MarkID {
	if box, ok := v.drawn.marginAt(at); ok {
		return box.mark
	}
	pos, ok := v.rowAt(at.Y).Under(at.X - v.measures.columnX)
	if !ok {
		return MarkID{}
	}
	if ids := v.marks.over(pos); len(ids) > 0 {
		return ids[0]
	}
	return MarkID{}
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	at := v.pointer.at
	switch {
	case v.column == nil || v.drawn == nil:
		return desktop.DefaultCursor
	case v.pointer.gesture == selecting:
		return desktop.TextCursor
	case v.pointer.gesture == draggingEnd:
		return desktop.HResizeCursor
	case v.pointer.onBar || v.pointer.gesture == draggingBar:
		return desktop.DefaultCursor
	}
	if _, ok := v.drawn.marginAt(at); ok {
		return desktop.PointerCursor
	}
	if v.pointer.onGrip {
		return desktop.HResizeCursor
	}
	if at.X >= v.measures.columnX-columnSpace/2 && at.X <= v.measures.columnX+v.measures.columnWidth {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}
