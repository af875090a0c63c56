package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/paint"
)

// line is a hairline between two areas of the window.
func line() fyne.CanvasObject {
	r := paint.NewArea()
	r.SetMinSize(fyne.NewSize(1, 1))
	return control.Backed(look.ColorBorder, r)
}

// stacked puts objects under one another without a gap.
func stacked(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), objects...)
}

// fixedWidth gives its one object that width and all the height.
type fixedWidth struct{ width float32 }

func (l *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

func (l *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(l.width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}

// columns lays out three objects side by side: the outer two have fixed widths,
// the middle one has the rest.
type columns struct{ left, right float32 }

func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(c.left+c.right+320, 240)
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := c.left, c.right
	if size.Width < 1240 { // a small window: the text keeps its width longest
		left, right = left*0.86, right*0.92
	}
	for i, x := range []struct{ at, width float32 }{
		{0, left}, {left, size.Width - left - right}, {size.Width - right, right},
	} {
		objects[i].Move(fyne.NewPos(x.at, 0))
		objects[i].Resize(fyne.NewSize(x.width, size.Height))
	}
}
