package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// inputWheel lies over an entry and takes the wheel, which the entry would keep even where it has nothing to scroll. It takes nothing
// else: clicks and the pointer go to what is below.
type inputWheel struct {
	widget.BaseWidget
	input *Input
	own   *container.Scroll // what the entry's text moves in
}

func newInputWheel(i *Input, inside []fyne.CanvasObject) *inputWheel {
	w := &inputWheel{input: i}
	for _, o := range inside {
		if scroll, ok := o.(*container.Scroll); ok {
			w.own = scroll
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable: an entry of several lines scrolls as long as there is more text that way; else the page does.
func (w *inputWheel) Scrolled(e *fyne.ScrollEvent) {
	if w.input.MultiLine && w.own != nil && hasMore(w.own, e.Scrolled.DY) {
		w.own.Scrolled(e)
		return
	}
	scrollPage(trailUp(w.input), e)
}

// scrollPage hands the wheel to the nearest of those in which an object is that has something to scroll.
func scrollPage(up []fyne.CanvasObject, e *fyne.ScrollEvent) {
	for _, over := range up {
		if page, ok := over.(*container.Scroll); ok && page.Content.MinSize().Height > page.Size().Height {
			page.Scrolled(e)
			return
		}
	}
}

// hasMore reports whether there is more to see that way; up is more than 0.
func hasMore(s *container.Scroll, by float32) bool {
	if by > 0 {
		return s.Offset.Y > 0
	}
	return by < 0 && s.Offset.Y+s.Size().Height < s.Content.MinSize().Height
}

// CreateRenderer implements fyne.Widget: there is nothing to see.
func (w *inputWheel) CreateRenderer() fyne.WidgetRenderer { return newDrawing(w) }

func (w *inputWheel) objects() []fyne.CanvasObject { return nil }
func (w *inputWheel) least() fyne.Size             { return fyne.Size{} }
func (w *inputWheel) paint()                       {}
func (w *inputWheel) arrange(fyne.Size)            {}
