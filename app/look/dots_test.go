package look

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

func TestCyrillicLettersKeepTheirDots(t *testing.T) {
	New(Light)
	for name, face := range map[string]fyne.Resource{
		"regular": theme.DefaultTextFont(), "bold": theme.DefaultTextBoldFont(),
		"italic": theme.DefaultTextItalicFont(), "bold italic": theme.DefaultTextBoldItalicFont(),
	} {
		parsed, err := font.ParseTTF(bytes.NewReader(face.Content()))
		if err != nil {
			t.Fatal(err)
		}
		for _, letter := range "іј" {
			dotted, _ := parsed.NominalGlyph(letter)
			word := []rune("м" + string(letter) + "ст")
			shaped := (&shaping.HarfbuzzShaper{}).Shape(shaping.Input{
				Text: word, RunEnd: len(word), Direction: di.DirectionLTR, Face: parsed, Size: fixed.I(14), Script: language.Cyrillic,
			})
			if got := shaped.Glyphs[1].GlyphID; got != dotted {
				t.Errorf("the %s face shows %c without its dot", name, letter)
			}
		}
	}
}

func TestAFaceWithoutRulesStaysAsItIs(t *testing.T) {
	if symbols := theme.DefaultSymbolFont().Content(); !bytes.Equal(withoutComposition(symbols, "cyrl"), symbols) {
		t.Error("a face without rules for the script is changed")
	}
}
