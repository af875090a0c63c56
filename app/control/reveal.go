package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls as little as needed to show an object of a form whole. It goes
// by where the layout put the object, not by the screen: a field that was just
// added has not been painted yet.
func Reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	top, found := topIn(scroll.Content, o)
	if !found {
		return
	}
	bottom := top + o.Size().Height + PagePad
	switch height := scroll.Size().Height; {
	case top-PagePad < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-PagePad, 0)))
	case bottom > scroll.Offset.Y+height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}

// topIn is how far below the top of a group an object within it begins, in
// pixels.
func topIn(group, o fyne.CanvasObject) (float32, bool) {
	if group == o {
		return 0, true
	}
	for _, child := range childrenOf(group) {
		if top, found := topIn(child, o); found {
			return child.Position().Y + top, true
		}
	}
	return 0, false
}

func childrenOf(group fyne.CanvasObject) []fyne.CanvasObject {
	switch g := group.(type) {
	case *fyne.Container:
		return g.Objects
	case *Flow:
		return g.Objects()
	}
	return nil
}
