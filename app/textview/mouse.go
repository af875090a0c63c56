package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	clickPause = 450 * time.Millisecond // two clicks within it count as two
	clickSlop  = 5                      // and not further apart than this
	edgePause  = 30 * time.Millisecond  // between two steps of scrolling beyond an edge
	edgeShare  = 0.35                   // of the distance beyond the edge that a step scrolls
)

// MouseDown implements desktop.Mouseable.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	before := v.takeFocus()
	if e.Button != desktop.MouseButtonPrimary || !v.layOut() {
		return
	}
	p := &v.pointer
	p.at, p.absolute, p.moved = e.Position, e.AbsolutePosition, false
	if v.countClicks(e.Position); p.clicks == 1 || before != nil {
		p.elsewhere = before
	}
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

// takeFocus gives the view the keyboard, and returns what had it; nil if nothing had, or the view.
func (v *View) takeFocus() (before fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.focused {
		before = c.Focused()
		c.Focus(v)
	}
	return before
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
		v.fetch()
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

// mostFetching is how many clicks at most select words for what had the keyboard: more are about the text.
const mostFetching = 2

// fetch tells that words were selected while something else had the keyboard.
func (v *View) fetch() {
	p := &v.pointer
	if s := v.Selection(); p.elsewhere != nil && v.OnFetch != nil && !s.Empty() && p.clicks <= mostFetching {
		v.OnFetch(p.elsewhere, s)
		p.elsewhere = nil
	}
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

// TappedSecondary implements fyne.SecondaryTappable.
func (v *View) TappedSecondary(e *fyne.PointEvent) { v.openMenu(e.AbsolutePosition) }

// openMenuAtCaret opens the menu below the caret, which is brought into view.
func (v *View) openMenuAtCaret() {
	v.followCaret()
	row := v.column.RowAt(v.selection.caret)
	y, _ := v.nearY(row)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
	v.openMenu(at.AddXY(v.measures.columnX+row.X(v.selection.caret.Pos), float32(y)+v.measures.rowHeight))
}

func (v *View) openMenu(at fyne.Position) {
	if v.OnMenu != nil {
		v.OnMenu(at)
	}
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
