package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Wrap puts objects side by side, in as many lines as they need.
type Wrap struct {
	widget.BaseWidget
	Objects []fyne.CanvasObject
	gap     float32
}

// ButtonGap is between buttons that stand side by side, in pixels.
const ButtonGap = 4

// NewWrap returns a flow with that many pixels between its objects.
func NewWrap(gap float32, objects ...fyne.CanvasObject) *Wrap {
	w := &Wrap{Objects: objects, gap: gap}
	w.ExtendBaseWidget(w)
	return w
}

// HeightFor is the height of all lines in that width, in pixels.
func (w *Wrap) HeightFor(width float32) float32 { return w.flow(width, nil) }

// NaturalWidth is the width of all objects on one line, in pixels.
func (w *Wrap) NaturalWidth() float32 {
	width := -w.gap
	for _, o := range visible(w.Objects) {
		width += natural(o) + w.gap
	}
	return max(width, 0)
}

// CreateRenderer implements fyne.Widget.
func (w *Wrap) CreateRenderer() fyne.WidgetRenderer { return newDrawing(w) }

func (w *Wrap) objects() []fyne.CanvasObject { return w.Objects }
func (w *Wrap) paint()                       {}
func (w *Wrap) least() fyne.Size             { return leastFor(w, w.Objects, w.Size().Width) }

func (w *Wrap) arrange(size fyne.Size) {
	w.flow(size.Width, func(o fyne.CanvasObject, x, y, width, line float32) {
		height := heightFor(o, width)
		place(o, x, y+(line-height)/2, width, height)
	})
}

// flow walks the objects line by line, and returns the height they take.
func (w *Wrap) flow(width float32, put func(o fyne.CanvasObject, x, y, width, line float32)) float32 {
	all := visible(w.Objects)
	y := float32(0)
	for start := 0; start < len(all); {
		x, high, end := float32(0), float32(0), start
		for ; end < len(all); end++ {
			part := min(natural(all[end]), width)
			if end > start && x+part > width {
				break
			}
			x += part + w.gap
			high = max(high, heightFor(all[end], part))
		}
		x = 0
		for _, o := range all[start:end] {
			part := min(natural(o), width)
			if put != nil {
				put(o, x, y, part, high)
			}
			x += part + w.gap
		}
		y += high + w.gap
		start = end
	}
	return max(y-w.gap, 0)
}
