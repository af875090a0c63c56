package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestSignsAreDrawnInEveryStyle(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(New(Light))
	width := func(s string, style fyne.TextStyle) float32 {
		size, _ := app.Driver().RenderedTextSize(s, 1000, style, nil)
		return size.Width
	}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		for _, s := range signs() {
			// The replacement of an unknown character has another width.
			if got := width(string(s.char), style); got != float32(s.advance) {
				t.Errorf("%c in style %v is %v wide, want %d", s.char, style, got, s.advance)
			}
		}
	}
	for _, key := range Stances() {
		for _, r := range StanceOf(key, true).Sign {
			if got := width(string(r), fyne.TextStyle{}); got == width("\U0010FFFF", fyne.TextStyle{}) {
				t.Errorf("the sign %c of %s is not drawn", r, key)
			}
		}
	}
}

func TestSignsMakeALineNoHigher(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(New(Light))
	plain, base := app.Driver().RenderedTextSize("support", 100, fyne.TextStyle{}, nil)
	signed, signedBase := app.Driver().RenderedTextSize("▲ support", 100, fyne.TextStyle{}, nil)
	if plain.Height != signed.Height || base != signedBase {
		t.Errorf("with a sign a line is %v high, base line %v; without %v, %v", signed.Height, signedBase, plain.Height, base)
	}
}

func TestSpaceIsAsWideAsFynes(t *testing.T) {
	app := test.NewTempApp(t)
	width := func(theme fyne.Theme, bold bool) fyne.Size {
		app.Settings().SetTheme(theme)
		size, _ := app.Driver().RenderedTextSize(" ", 1000, fyne.TextStyle{Bold: bold}, nil)
		return size
	}
	for _, bold := range []bool{false, true} {
		if ours, fynes := width(New(Light), bold), width(theme.DefaultTheme(), bold); ours != fynes {
			t.Errorf("a space is %v, Fyne's %v, bold %v", ours, fynes, bold)
		}
	}
}
