package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

var variants = map[string]fyne.ThemeVariant{"light": Light, "dark": Dark}

func TestPaletteIsReadable(t *testing.T) {
	if n := len(Palette()); n < 10 {
		t.Fatalf("%d colours in the palette, want 10 or more", n)
	}
	for variant, v := range variants {
		shade := func(name fyne.ThemeColorName) color.NRGBA { c, _ := named(name, v); return c }
		for _, name := range Palette() {
			s := Swatch(name, v)
			for _, pair := range []struct {
				what     string
				ink, bed color.NRGBA
				least    float64
			}{
				{"text on its tint", s.Text, s.Tint, 4.5},
				{"ordinary text on the tint", shade(ColorText), s.Tint, 4.5},
				{"text on the page", s.Text, shade(ColorPage), 4.5},
				{"text on a panel", s.Text, shade(ColorPanel), 4.5},
				{"text on a card", s.Text, shade(ColorCard), 4.5},
				{"badge text on its badge", s.OnBadge, s.Badge, 4.5},
				{"line on the page", s.Line, shade(ColorPage), 3},
				{"line on a card", s.Line, shade(ColorCard), 3},
			} {
				if got := contrast(pair.ink, pair.bed); got < pair.least {
					t.Errorf("%s, %s: %s has contrast %.2f, want %.1f", variant, name, pair.what, got, pair.least)
				}
			}
		}
	}
}

func TestWindowColoursAreReadable(t *testing.T) {
	for variant, v := range variants {
		for _, pair := range []struct{ ink, bed fyne.ThemeColorName }{
			{ColorText, ColorPage},
			{ColorText, ColorPanel},
			{ColorText, ColorCard},
			{ColorText, ColorCardHover},
			{ColorText, ColorAccentTint},
			{ColorText, ColorShade},
			{ColorText, ColorFind},
			{ColorText, ColorFindCurrent},
			{ColorText, ColorFlash},
			{ColorText, ColorKeyCap},
			{ColorText, ColorField},
			{ColorMuted, ColorPage},
			{ColorMuted, ColorPanel},
			{ColorMuted, ColorForm},
			{ColorMuted, ColorCard},
			{ColorMuted, ColorBar},
			{ColorMuted, ColorAccentTint},
			{ColorAccentText, ColorAccentTint},
			{ColorAccentText, ColorPage},
			{ColorOnAccent, ColorAccent},
			{ColorAccent, ColorPage},
			{ColorSelectionText, ColorSelection},
			{ColorError, ColorPage},
			{ColorError, ColorForm},
			{ColorOnTooltip, ColorTooltip},
		} {
			ink, _ := named(pair.ink, v)
			bed, _ := named(pair.bed, v)
			if got := contrast(ink, bed); got < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f, want 4.5", variant, pair.ink, pair.bed, got)
			}
		}
		faint, _ := named(ColorFaint, v)
		field, _ := named(ColorField, v)
		if got := contrast(faint, field); got < 4 {
			t.Errorf("%s: a place holder has contrast %.2f, want 4", variant, got)
		}
	}
}

// contrast is the ratio of WCAG 2.2 between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
