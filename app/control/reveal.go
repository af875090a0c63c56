package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls as little as needed to show an object of a form whole.
func Reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	up := trail(scroll.Content, o)
	if up == nil {
		return
	}
	top := placeIn(up).Y
	bottom := top + o.Size().Height + PagePad
	switch height := scroll.Size().Height; {
	case top-PagePad < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-PagePad, 0)))
	case bottom > scroll.Offset.Y+height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
	followLists()
}

// IsInView reports whether the part of a form that a scroll shows in a height has all of an object, but for what is hidden.
func IsInView(scroll *container.Scroll, o fyne.CanvasObject, height float32) bool {
	up := trail(scroll.Content, o)
	if up == nil || !o.Visible() {
		return true
	}
	top := placeIn(up).Y - scroll.Offset.Y
	return top >= 0 && top+o.Size().Height <= height
}
