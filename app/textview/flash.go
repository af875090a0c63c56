package textview

import (
	"time"

	"standpoint/store/text"
)

const (
	flashSteps = 24
	flashPause = 45 * time.Millisecond
	flashAlpha = 0.42
	flashHolds = 8 // steps before it begins to fade
)

// glow is a span that is lit up for a moment.
type glow struct {
	span   text.Span
	steps  int // left; 0 is dark
	cancel func()
}

// Flash brings the span into view and lights it up for a moment.
func (v *View) Flash(s text.Span) {
	if v.glow.cancel != nil {
		v.glow.cancel()
	}
	v.Reveal(s)
	v.glow = glow{span: s, steps: flashSteps}
	v.glow.cancel = v.later(flashPause, v.fade)
	v.redraw()
}

func (v *View) fade() {
	v.glow.steps--
	v.glow.cancel = nil
	if v.glow.steps > 0 {
		v.glow.cancel = v.later(flashPause, v.fade)
	}
	v.redraw()
}

// alpha is how bright the glow is now.
func (g glow) alpha() float32 {
	return flashAlpha * min(1, float32(g.steps)/float32(flashSteps-flashHolds))
}
