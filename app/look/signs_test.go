package look

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
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

// Whatever fonts are installed, what the window itself says is drawn in ours: one of the system may lack the space that
// follows.
func TestWhatTheWindowSaysNeedsNoOtherFont(t *testing.T) {
	var faces []*font.Face
	for _, source := range []fyne.Resource{signFace(), theme.DefaultTextFont()} {
		face, err := font.ParseTTF(bytes.NewReader(source.Content()))
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, face)
	}
	english, err := os.ReadFile("../../assets/translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	const others = "→−+·“”¶\u00a0◇" // of the store's history, of citations, and between facts
	for _, r := range string(english) + others {
		if unicode.IsGraphic(r) && !slices.ContainsFunc(faces, func(f *font.Face) bool { return hasGlyph(f.Font, r) }) {
			t.Errorf("%c (%U) is in no font of ours", r, r)
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
