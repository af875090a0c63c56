package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// guessMark lies over the word that says that something is guessed, and tells under a resting pointer how a wrong guess goes. There is
// nothing else to see of it.
type guessMark struct {
	widget.BaseWidget
	tip tip
}

func newGuessMark() *guessMark {
	m := &guessMark{}
	m.ExtendBaseWidget(m)
	m.Hide()
	return m
}

// Tooltip says how a wrong guess goes.
func (m *guessMark) Tooltip() string { return m.tip.text }

// MouseIn implements desktop.Hoverable.
func (m *guessMark) MouseIn(*desktop.MouseEvent) {
	m.tip.text = guessTip()
	m.tip.in(m)
}

// MouseMoved implements desktop.Hoverable.
func (m *guessMark) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (m *guessMark) MouseOut() { m.tip.out(m) }

// CreateRenderer implements fyne.Widget.
func (m *guessMark) CreateRenderer() fyne.WidgetRenderer { return newDrawing(m) }

func (m *guessMark) objects() []fyne.CanvasObject { return nil }
func (m *guessMark) least() fyne.Size             { return fyne.Size{} }
func (m *guessMark) paint()                       {}
func (m *guessMark) arrange(fyne.Size)            {}
