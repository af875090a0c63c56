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

// FixedWidth gives its one object that width and all the height; a choice gets more if one of its words needs it, but not without end.
type FixedWidth struct{ Width float32 }

// mostOfWords is how many times as wide a choice becomes for its words.
const mostOfWords = 1.7

func (l *FixedWidth) width(o fyne.CanvasObject) float32 {
	if choice, is := o.(*Select); is {
		return max(l.Width, min(choice.NaturalWidth(), l.Width*mostOfWords))
	}
	return l.Width
}

// MinSize implements fyne.Layout.
func (l *FixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width(objects[0]), objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (l *FixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(l.width(objects[0]), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}

// BetweenLayout is the layout of [Between].
var BetweenLayout fyne.Layout = between{}

// Between gives an object all the height that what is above and below it leaves, without gaps.
func Between(above, middle, below fyne.CanvasObject) *fyne.Container {
	return container.New(BetweenLayout, above, middle, below)
}

// between is the layout of three objects of which the middle one takes what is left.
type between struct{}

func (between) MinSize(o []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(o) {
		size := o.MinSize()
		least = fyne.NewSize(max(least.Width, size.Width), least.Height+size.Height)
	}
	return least
}

func (between) Layout(o []fyne.CanvasObject, size fyne.Size) {
	above, below := float32(0), float32(0)
	if o[0].Visible() {
		above = heightAt(o[0], size.Width)
	}
	if o[2].Visible() {
		below = heightAt(o[2], size.Width)
	}
	place(o[0], 0, 0, size.Width, above)
	place(o[1], 0, above, size.Width, max(size.Height-above-below, 0))
	place(o[2], 0, size.Height-below, size.Width, below)
}

// heightAt is the height that an object needs at a width. Fyne's containers know it only once all that is wrapped in them has its width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, 0)) // no height that it can have, so that what is in it is laid out anew for the one that it gets
	}
	return o.MinSize().Height
}
