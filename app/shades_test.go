package app

import (
	"fmt"
	"image/color"
	"testing"

	"standpoint/app/look"
	"standpoint/app/notes"
)

// What is marked on paper has the colour that it has in the window by day.
func TestNotesHaveTheColoursOfTheWindow(t *testing.T) {
	shades := notes.Shades()
	hex := func(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
	for _, name := range look.Palette() {
		tones := look.Swatch(name, look.Light)
		if got, want := shades[name], hex(tones.Line); got != want {
			t.Errorf("%s is %s on paper, %s in the window", name, got, want)
		}
	}
	if len(shades) != len(look.Palette()) {
		t.Errorf("%d colours on paper, %d in the window", len(shades), len(look.Palette()))
	}
}
