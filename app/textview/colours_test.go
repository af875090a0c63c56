package textview

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

// grounds are what a text lies on and its ink, light and dark.
var grounds = map[fyne.ThemeVariant]inks{
	look.Light: {background: rgb(0xffffff), foreground: rgb(0x20242c)},
	look.Dark:  {background: rgb(0x191a1d), foreground: rgb(0xe6e6e9), dark: true},
}

// hues are the colours that the window gives its marks.
func hues(ground fyne.ThemeVariant) map[string]color.NRGBA {
	all := map[string]color.NRGBA{}
	for _, name := range look.Palette() {
		all[name] = look.Swatch(name, ground).Line
	}
	return all
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func over(under, wash color.NRGBA) color.NRGBA {
	a := float32(wash.A) / 255
	mix := func(u, w uint8) uint8 { return uint8(float32(u)*(1-a) + float32(w)*a) }
	return color.NRGBA{R: mix(under.R, wash.R), G: mix(under.G, wash.G), B: mix(under.B, wash.B), A: 0xff}
}

// contrast is that of WCAG 2.2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		linear := func(part uint8) float64 {
			p := float64(part) / 255
			if p <= 0.04045 {
				return p / 12.92
			}
			return math.Pow((p+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestPendingIsReadableAndSeen(t *testing.T) {
	for ground, ink := range grounds {
		for hueName, hue := range hues(ground) {
			ink.accent = hue
			for name, under := range map[string]color.NRGBA{
				"ground": ink.background, "tint": over(ink.background, ink.tint(hue)),
			} {
				if c := contrast(ink.foreground, over(under, ink.pending())); c < 4.5 {
					t.Errorf("ground %v: text pending in %s on a %s has contrast %.1f", ground, hueName, name, c)
				}
			}
		}
	}
}

func TestTextIsReadableOnEveryWash(t *testing.T) {
	for ground, ink := range grounds {
		for hueName, hue := range hues(ground) {
			for name, ground := range map[string]color.NRGBA{
				"tint":          over(ink.background, ink.tint(hue)),
				"two tints":     over(over(ink.background, ink.tint(hue)), ink.tint(hue)),
				"shade":         over(ink.background, ink.shade(hue)),
				"tint on shade": over(over(ink.background, ink.shade(hue)), ink.tint(hue)),
			} {
				if c := contrast(ink.foreground, ground); c < 4.5 {
					t.Errorf("ground %v: text on a %s of %s has contrast %.1f", ground, name, hueName, c)
				}
			}
			if c := contrast(ink.readable(hue), ink.background); c < 4.5 {
				t.Errorf("ground %v: a label in %s has contrast %.1f", ground, hueName, c)
			}
		}
	}
}
