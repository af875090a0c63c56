package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// Line is a hairline between two areas of the window.
func Line() fyne.CanvasObject {
	r := paint.NewArea()
	r.SetMinSize(fyne.NewSize(1, 1))
	return Backed(look.ColorBorder, r)
}

// Stacked puts objects under one another without a gap.
func Stacked(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), objects...)
}

// FixedWidth gives its one object that width and all the height.
type FixedWidth struct{ Width float32 }

// MinSize implements fyne.Layout.
func (l *FixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.Width, objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (l *FixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(l.Width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}
