package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TipLine is a line that tells more under a resting pointer.
type TipLine struct {
	widget.BaseWidget
	tip  tip
	line *RichLine
}

// NewTipLine returns a text on that many lines at most.
func NewTipLine(most int, run Run) *TipLine {
	l := &TipLine{line: NewRichLine(most, run)}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows a text in place of the one before, and tells more of it; "" tells nothing.
func (l *TipLine) Set(text, tip string) {
	l.tip.out(l) // which told of the text before
	l.tip.text = tip
	l.line.SetText(text)
}

// Text is the text that is shown.
func (l *TipLine) Text() string { return l.line.Text() }

// Tooltip is what it tells more.
func (l *TipLine) Tooltip() string { return l.tip.text }

// HeightFor is the height in that width, in pixels.
func (l *TipLine) HeightFor(width float32) float32 { return l.line.HeightFor(width) }

// MouseIn implements desktop.Hoverable.
func (l *TipLine) MouseIn(*desktop.MouseEvent) { l.tip.in(l) }

// MouseMoved implements desktop.Hoverable.
func (l *TipLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *TipLine) MouseOut() { l.tip.out(l) }

// CreateRenderer implements fyne.Widget.
func (l *TipLine) CreateRenderer() fyne.WidgetRenderer { return newDrawing(l) }

func (l *TipLine) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.line} }
func (l *TipLine) least() fyne.Size             { return l.line.MinSize() }
func (l *TipLine) paint()                       {}
func (l *TipLine) arrange(size fyne.Size)       { place(l.line, 0, 0, size.Width, size.Height) }
