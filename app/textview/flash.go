package textview

import (
	"time"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

const (
	flashTime  = 1100 * time.Millisecond
	flashAlpha = 0.42
	flashFades = 0.65 // the share of the time in which it fades
)

// glow is a span that is lit up for a moment.
type glow struct {
	span text.Span
	left float32 // of its time: 1 at first, 0 when it is over
	stop func()
}

// animate calls tick on the UI goroutine with the share of a flash's time that
// is over.
func animate(tick func(done float32)) (stop func()) {
	a := fyne.NewAnimation(flashTime, tick)
	a.Curve = fyne.AnimationLinear
	a.Start()
	return a.Stop
}

func (g glow) end() {
	if g.stop != nil {
		g.stop()
	}
}

// alpha is how bright the glow is now.
func (g glow) alpha() float32 {
	return flashAlpha * min(1, g.left/flashFades)
}
