package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tones are the forms that one palette colour takes in one variant. Ordinary text
// on Tint, Text on Tint, page, panel and card, and OnBadge on Badge all have a
// contrast of 4.5 to 1 or more (WCAG 2.2, success criterion 1.4.3); Line has 3 to 1
// against the page (criterion 1.4.11).
type Tones struct {
	Line    color.NRGBA // dots, stripes, underlines
	Text    color.NRGBA // text in the colour
	Tint    color.NRGBA // behind ordinary text
	Badge   color.NRGBA // the fill of a badge
	OnBadge color.NRGBA // text on that badge
}

// Palette returns the names of the actor colours, in the order in which they are
// offered. A project file keeps these names: one that was ever offered stays.
func Palette() []string {
	names := make([]string, len(palette))
	for i, c := range palette {
		names[i] = c.name
	}
	return names
}

// Swatch returns the tones of a palette colour; those of grey for a name that the
// palette does not have.
func Swatch(name string, variant fyne.ThemeVariant) Tones {
	found := palette[len(palette)-1]
	for _, c := range palette {
		if c.name == name {
			found = c
			break
		}
	}
	if variant == Dark {
		return found.dark
	}
	return found.light
}

type paletteColour struct {
	name        string
	light, dark Tones
}

// palette has equal steps of lightness in the Oklch colour space; grey comes last.
var palette = []paletteColour{
	{"amber", tones(0xC68604, 0x8E5F08, 0xFEEBBC, 0x9E6B0A), tones(0xEFA831, 0xE1AD60, 0x523501, 0x9E6B0A)},
	{"red", tones(0xC43D4D, 0xB23F4A, 0xFFE6E6, 0xC34E58), tones(0xFB8087, 0xF7999C, 0x582D2F, 0xC34E58)},
	{"blue", tones(0x3C6CDC, 0x3963C5, 0xE5EDFE, 0x4470D2), tones(0x80A9FF, 0x93B7FF, 0x2A3B5F, 0x4470D2)},
	{"green", tones(0x018C46, 0x08783D, 0xD8F6DF, 0x1F8548), tones(0x65C281, 0x87CA99, 0x24442D, 0x1F8548)},
	{"violet", tones(0x8B57BE, 0x7E52AB, 0xF2E8FF, 0x8D61BB), tones(0xBF93F1, 0xC7A6EE, 0x433455, 0x8D61BB)},
	{"teal", tones(0x048681, 0x027672, 0xD4F5F2, 0x07837E), tones(0x52BFB9, 0x7CC7C2, 0x1F4341, 0x07837E)},
	{"orange", tones(0xB95201, 0xAA4C06, 0xFFE7DC, 0xBD5711), tones(0xF68A4F, 0xF2A177, 0x56311D, 0xBD5711)},
	{"pink", tones(0xB94082, 0xAA417A, 0xFEE5F0, 0xB94F87), tones(0xF080B8, 0xEE99C1, 0x542D40, 0xB94F87)},
	{"sky", tones(0x0C7EAE, 0x05709C, 0xDBF1FE, 0x047DAD), tones(0x53B6EB, 0x7CC1E9, 0x1F4052, 0x047DAD)},
	{"olive", tones(0x737C06, 0x656E06, 0xEBF2C4, 0x727B12), tones(0xA8B455, 0xB5BF7B, 0x3B3F1F, 0x727B12)},
	{"brown", tones(0x9D663E, 0x885E41, 0xFAE9DE, 0x966B4D), tones(0xCEA081, 0xD3AF98, 0x48382D, 0x966B4D)},
	{"grey", tones(0x6B7585, 0x626469, 0xE5E6E8, 0x727579), tones(0xA8ABB0, 0xB5B7BB, 0x3B3C3E, 0x727579)},
}

func tones(line, text, tint, badge uint32) Tones {
	return Tones{Line: rgb(line), Text: rgb(text), Tint: rgb(tint), Badge: rgb(badge), OnBadge: rgb(0xFFFFFF)}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// seeThrough is rgb with an opacity from 0 to 255, for what lies over other things.
func seeThrough(hex uint32, opacity uint8) color.NRGBA {
	c := rgb(hex)
	c.A = opacity
	return c
}

// The variants that New and Swatch know.
const (
	Light = theme.VariantLight
	Dark  = theme.VariantDark
	// System follows what the desktop asks for, and changes with it.
	System fyne.ThemeVariant = 2
)
