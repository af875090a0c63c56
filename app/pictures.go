package app

import (
	"image"

	"fyne.io/fyne/v2"
)

// Picture is one view of the window as it looks.
type Picture struct {
	Name  string // such as "actors-dark"
	Image image.Image
}

// Pictures opens the project at path and returns pictures of each view, light
// and dark, at a size in pixels. It is for a window that nobody sees, made with
// [Options.Inline] on Fyne's software driver.
func (a *App) Pictures(path string, size fyne.Size) []Picture {
	a.window.Resize(size)
	a.open(path)
	var pictures []Picture
	for _, appearance := range []string{appearanceLight, appearanceDark} {
		a.setAppearance(appearance)
		for _, v := range a.views {
			a.show(v.view)
			pickFirst(v.view)
			pictures = append(pictures, Picture{Name: v.name + "-" + appearance, Image: a.window.Canvas().Capture()})
		}
	}
	return pictures
}

// pickFirst opens the first actor or issue of a directory, so that there is
// something to see.
func pickFirst(v view) {
	if d, ok := v.(*directory); ok {
		d.pickFirst()
	}
}
