package app

import (
	"image"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/directory"
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
	a.Window.Resize(size)
	a.projects.open(path)
	var pictures []Picture
	for _, appearance := range []string{desk.AppearanceLight, desk.AppearanceDark} {
		a.setAppearance(appearance)
		for _, v := range a.views {
			a.Show(v.View)
			pickFirst(v.View)
			pictures = append(pictures, Picture{Name: v.name + "-" + appearance, Image: a.Window.Canvas().Capture()})
		}
	}
	return pictures
}

// pickFirst opens the first actor or issue of a directory, so that there is
// something to see.
func pickFirst(v desk.View) {
	if d, ok := v.(*directory.Directory); ok {
		d.PickFirst()
	}
}
