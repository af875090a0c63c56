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
