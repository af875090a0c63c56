package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

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
