package textview

import (
	"time"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

const (
	noGesture gesture = iota
	selecting
	draggingBar
	pressingMargin
	draggingEnd
)

// gesture is what the mouse button that is held down does.
type gesture uint8

// pointer is what is known of the mouse.
type pointer struct {
	at       fyne.Position // where it was last, in the view
	absolute fyne.Position // where a button went down, in the canvas
	over     MarkID        // the mark below it
	onBar    bool
	gesture  gesture
	moved    bool // the mouse moved since the button went down

	elsewhere fyne.Focusable // what had the keyboard when the first of several clicks took it; nil: the view had it

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

func (p *pointer) stopEdge() {
	if p.edge != nil {
		p.edge()
		p.edge = nil
	}
}

// adjusting is what the mouse has hold of: an end of the current mark.
type adjusting struct {
	mark  Mark
	grip  spanEnd
	spans []text.Span // as they would become
}

// spanEnd names the start or the end of one span of a mark.
type spanEnd struct {
	span int // index into the mark's spans
	end  bool
}
