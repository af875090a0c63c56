package textview

import (
	"image/color"
	"math"
	"testing"
)

// pages are the paper and ink of a light and a dark page.
var pages = map[string]inks{
	"light": {background: rgb(0xffffff), foreground: rgb(0x20242c)},
	"dark":  {background: rgb(0x191a1d), foreground: rgb(0xe6e6e9), dark: true},
}

// hues are marks' colours all round the circle, as dark on white and as light
// on black as one would choose for a line.
var hues = map[string][]color.NRGBA{
	"light": {rgb(0xc68604), rgb(0xc43d4d), rgb(0x3c6cdc), rgb(0x018c46), rgb(0x8b57be), rgb(0x048681), rgb(0xb94082), rgb(0x737c06), rgb(0x6b7585)},
	"dark":  {rgb(0xefa831), rgb(0xfb8087), rgb(0x80a9ff), rgb(0x65c281), rgb(0xbf93f1), rgb(0x52bfb9), rgb(0xf080b8), rgb(0xa8b455), rgb(0xa8abb0)},
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
	for page, ink := range pages {
		for _, hue := range hues[page] {
			ink.accent = hue
			for name, under := range map[string]color.NRGBA{
				"page": ink.background, "tint": over(ink.background, ink.tint(hue)),
			} {
				if c := contrast(ink.foreground, over(under, ink.pending())); c < 4.5 {
					t.Errorf("%s: text pending in %v on a %s has contrast %.1f", page, hue, name, c)
				}
			}
		}
	}
}

func TestTextIsReadableOnEveryWash(t *testing.T) {
	for page, ink := range pages {
		for _, hue := range hues[page] {
			for name, ground := range map[string]color.NRGBA{
				"tint":          over(ink.background, ink.tint(hue)),
				"two tints":     over(over(ink.background, ink.tint(hue)), ink.tint(hue)),
				"shade":         over(ink.background, ink.shade(hue)),
				"tint on shade": over(over(ink.background, ink.shade(hue)), ink.tint(hue)),
			} {
				if c := contrast(ink.foreground, ground); c < 4.5 {
					t.Errorf("%s: text on a %s of %v has contrast %.1f", page, name, hue, c)
				}
			}
			if c := contrast(ink.readable(hue), ink.background); c < 4.5 {
				t.Errorf("%s: a label in %v has contrast %.1f", page, hue, c)
			}
		}
	}
}
