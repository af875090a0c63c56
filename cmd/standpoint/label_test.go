//go:build window

package main_test

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"standpoint/app/look"
	"standpoint/app/textview"
)

// label is a word as the window draws it: the pixels of its letters and those
// between them.
type label struct {
	size            image.Point
	letters, spaces []image.Point
}

// newLabel draws a word of that size as the window does.
func newLabel(p *program, word string, size float32) label {
	p.t.Helper()
	return drawn(p, &canvas.Text{Text: word, TextSize: size})
}

// newReadingLabel draws a part of a line as the reading view does.
func newReadingLabel(p *program, words string) label {
	p.t.Helper()
	return drawn(p, &canvas.Text{Text: words, TextSize: textview.DefaultFace().TextSize, FontSource: look.Reading(false)})
}

func drawn(p *program, text *canvas.Text) label {
	p.t.Helper()
	test.NewTempApp(p.t).Settings().SetTheme(look.New(p.variant))
	text.Color = color.White
	w := test.NewWindow(container.NewStack(canvas.NewRectangle(color.Black), text))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(text.MinSize())
	shot := w.Canvas().Capture()
	img := image.NewGray(shot.Bounds())
	draw.Draw(img, img.Rect, shot, image.Point{}, draw.Src)
	return labelOf(img)
}

func labelOf(img *image.Gray) label {
	back := img.GrayAt(0, 0).Y
	l := label{size: img.Rect.Size()}
	var ink image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.GrayAt(x, y).Y != back {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	for y := ink.Min.Y; y < ink.Max.Y; y++ {
		for x := ink.Min.X; x < ink.Max.X; x++ {
			switch at := image.Pt(x, y); {
			case img.GrayAt(x, y).Y == back:
				l.spaces = append(l.spaces, at)
			case img.GrayAt(x, y).Y > 200:
				l.letters = append(l.letters, at)
			}
		}
	}
	return l
}

// in is where the label stands in an area of a picture, the uppermost first; empty
// if it stands nowhere.
func (l label) in(img *image.NRGBA, area image.Rectangle) image.Rectangle {
	for y := area.Min.Y; y+l.size.Y <= area.Max.Y; y++ {
		for x := area.Min.X; x+l.size.X <= area.Max.X; x++ {
			if at := image.Pt(x, y); l.standsAt(img, at) {
				return image.Rectangle{Min: at, Max: at.Add(l.size)}
			}
		}
	}
	return image.Rectangle{}
}

// standsAt reports whether the letters have one colour and the spaces another, but
// for a few pixels: the window smooths what it draws.
func (l label) standsAt(img *image.NRGBA, at image.Point) bool {
	const alike, unlike = 40, 90
	ink, back := light(img, at.Add(l.letters[0])), light(img, at.Add(l.spaces[0]))
	if abs(ink-back) < unlike {
		return false
	}
	wrong, most := 0, (len(l.letters)+len(l.spaces))/20
	for _, part := range []struct {
		points []image.Point
		light  int
	}{{l.letters, ink}, {l.spaces, back}} {
		for _, p := range part.points {
			if abs(light(img, at.Add(p))-part.light) > alike {
				if wrong++; wrong > most {
					return false
				}
			}
		}
	}
	return true
}

func light(img *image.NRGBA, at image.Point) int {
	c := img.NRGBAAt(at.X, at.Y)
	return (3*int(c.R) + 6*int(c.G) + int(c.B)) / 10
}

func abs(n int) int { return max(n, -n) }

// Sizes of the words that can be clicked.
const (
	itemText   = look.TextSize
	buttonText = look.TextSize - 1
)

// clickWord waits for a word in an area of the window and clicks it.
func (p *program) clickWord(word string, size float32, area image.Rectangle) {
	p.t.Helper()
	l := newLabel(p, word, size)
	var at image.Rectangle
	p.until("the word "+word+" to be on the screen", func() bool {
		at = l.in(p.screen(), area)
		return !at.Empty()
	})
	p.click(at.Min.X+at.Dx()/2, at.Min.Y+at.Dy()/2, 1)
	p.settled()
}
