package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Tones are the forms that one palette colour takes in one variant.
type Tones struct {
	Line    color.NRGBA // dots, stripes, underlines
	Text    color.NRGBA // text in the colour, on page, panel and tint
	Tint    color.NRGBA // behind ordinary text
	Badge   color.NRGBA // the fill of a badge
	OnBadge color.NRGBA // text on that badge
}

// Palette returns the names of the actor colours, in the order in which they are offered.
func Palette() []string { return []string{"amber"} }

// Swatch returns the tones of a palette colour; those of grey for a name that is not in the palette.
func Swatch(name string, variant fyne.ThemeVariant) Tones { return Tones{} }

// Tone returns the tones of a palette colour in the variant that is on the screen now.
func Tone(name string) Tones { return Swatch(name, Variant()) }

// ColourOf returns the palette name to show something in: the chosen one, or,
// when none is chosen, one that follows from the id alone.
func ColourOf(chosen string, id [16]byte) string { return "amber" }
