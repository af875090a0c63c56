package paint

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var (
	teal   = color.NRGBA{R: 0x10, G: 0x80, B: 0x70, A: 0xff}
	unseen = color.NRGBA{R: 0x10, G: 0x80, B: 0x70}
)

// shown is the colour that an object shows in its middle and in its corners, in a window of Fyne's
// own theme.
func shown(t *testing.T, o fyne.CanvasObject) color.NRGBA {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(40, 30))
	picture := w.Canvas().Capture()
	middle := picture.At(20, 15)
	for _, corner := range []image.Point{{}, {39, 0}, {0, 29}, {39, 29}} {
		if c := picture.At(corner.X, corner.Y); c != middle {
			t.Errorf("%v at %v, but %v in the middle", c, corner, middle)
		}
	}
	return color.NRGBAModel.Convert(middle).(color.NRGBA)
}

func background() color.NRGBA {
	return color.NRGBAModel.Convert(theme.Color(theme.ColorNameBackground)).(color.NRGBA)
}

func TestAnAreaShowsItsColourUpToTheEdges(t *testing.T) {
	test.NewTempApp(t)
	area := NewArea()
	if got := shown(t, area); got != background() {
		t.Errorf("an area without a colour shows %v", got)
	}
	Fill(area, teal)
	if got := shown(t, area); got != teal {
		t.Errorf("shows %v, want %v", got, teal)
	}
	Fill(area, color.Black)
	if got := shown(t, area); got != (color.NRGBA{A: 0xff}) {
		t.Errorf("shows %v after another colour, want black", got)
	}
	Fill(area, unseen)
	if got := shown(t, area); got != background() || area.Visible() {
		t.Errorf("shows %v after a transparent colour, visible: %v", got, area.Visible())
	}
	Fill(area, color.Black)
	if got := shown(t, area); got != (color.NRGBA{A: 0xff}) {
		t.Errorf("shows %v when it has the same colour again, want black", got)
	}
}

func TestGroundOfTheWindowsColourIsNotDrawn(t *testing.T) {
	test.NewTempApp(t)
	area := NewArea()
	Ground(area, teal)
	if !area.Visible() {
		t.Error("another colour is not drawn")
	}
	Ground(area, background())
	if area.Visible() {
		t.Error("the colour of the window is drawn over the window")
	}
}

// Fyne compares with color.Transparent itself.
func TestColoursThatAreNotSeenAreFynesTransparent(t *testing.T) {
	if Seen(unseen) != color.Color(color.Transparent) || Seen(nil) != color.Color(color.Transparent) {
		t.Errorf("got %v and %v", Seen(unseen), Seen(nil))
	}
	if Seen(teal) != color.Color(teal) {
		t.Errorf("got %v for a colour that is seen", Seen(teal))
	}
}
