// Package paint draws areas of one colour the cheap way.
//
// Where there is no graphics card (a remote desktop, a virtual machine) the processor
// computes every pixel of every object, for each picture anew. Fyne's Rectangle knows
// borders, shadows and round corners, and asks about each of them at each pixel; that
// costs it two to three times as much as an image of one pixel, stretched to the same
// size. So what is only a colour is drawn as one here, and what has no colour of its
// own is not drawn at all.
package paint

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// NewArea returns an area that has no colour yet, and so is not seen. It is placed like
// any canvas object; its CornerRadius, in pixels, may be set.
func NewArea() *canvas.Image {
	// As pixels: a smooth stretch of one pixel looks the same, and costs more.
	area := &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScalePixels}
	area.Hidden = true
	return area
}

// Fill gives an area its colour. One that is fully transparent hides it.
func Fill(area *canvas.Image, c color.Color) {
	if IsClear(c) {
		hide(area)
		return
	}
	if area.Hidden {
		area.Hidden = false
		canvas.Refresh(area)
	}
	is := color.NRGBAModel.Convert(c).(color.NRGBA)
	if has, ok := area.Image.(*image.Uniform); ok && has.C == color.Color(is) {
		return
	}
	area.Image = image.NewUniform(is)
	area.Refresh()
}

// Ground is Fill for an area that lies right on the window, with nothing behind it. The
// window itself begins each picture with the colour of the theme's background, which
// costs next to nothing: an area of that colour is not drawn.
func Ground(area *canvas.Image, c color.Color) {
	if same(c, theme.Color(theme.ColorNameBackground)) {
		hide(area)
		return
	}
	Fill(area, c)
}

// IsClear says that nothing is seen of a colour. Fyne draws nothing of
// color.Transparent, but computes the pixels of any other colour that is transparent.
func IsClear(c color.Color) bool {
	return c == nil || color.AlphaModel.Convert(c).(color.Alpha).A == 0
}

// Seen is the colour itself, or color.Transparent for any other that is transparent.
func Seen(c color.Color) color.Color {
	if IsClear(c) {
		return color.Transparent
	}
	return c
}

func same(a, b color.Color) bool {
	return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
}

func hide(area *canvas.Image) {
	if !area.Hidden {
		area.Hide()
	}
}
