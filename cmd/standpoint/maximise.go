//go:build cgo && !ci

package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"standpoint/app"
)

// maximising asks the library below Fyne, which knows its window while that is drawn on.
var maximising = app.Maximising{
	Is: func(w fyne.Window) bool {
		is := false
		withWindow(w, func(below *glfw.Window) { is = below.GetAttrib(glfw.Maximized) == glfw.True })
		return is
	},
	Do: func(w fyne.Window) { withWindow(w, func(below *glfw.Window) { below.Maximize() }) },
}

// withWindow does something with the window below one of Fyne's, if there is one.
func withWindow(w fyne.Window, do func(*glfw.Window)) {
	drawn, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	drawn.RunWithContext(func() {
		if below := glfw.GetCurrentContext(); below != nil {
			do(below)
		}
	})
}
