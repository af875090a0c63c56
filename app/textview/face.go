package textview

import (
	"bytes"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"

	"standpoint/app/textview/internal/layout"
)

// Face is the look of a text: its fonts and its measures, in pixels. Fyne
// sets text at whole sizes; one between two is drawn at uneven distances.
type Face struct {
	Text        fyne.Resource // font of the body; nil is the theme's
	Title       fyne.Resource // font of the title; nil is the theme's in bold
	TextSize    float32       // of the body
	TitleSize   float32
	SmallSize   float32 // of the subtitle
	LabelSize   float32 // of the labels in the margin
	LineHeight  float32 // distance of two lines, as a multiple of TextSize
	ColumnWidth float32 // at most this wide
	MarginWidth float32 // of the column for stripes and labels; 0 hides it
	MarginRight bool    // it stands at the right of the text, not at the left
	Numbers     bool    // each paragraph's number stands before its first row
}

// DefaultFace is a comfortable look in the theme's own fonts.
func DefaultFace() Face {
	return Face{
		TextSize: 16, TitleSize: 22, SmallSize: 13, LabelSize: 11,
		LineHeight: 1.62, ColumnWidth: 640, MarginWidth: 112,
	}
}

// font is one of the fonts of a text at its size.
type font struct {
	size    float32
	style   fyne.TextStyle
	source  fyne.Resource
	standIn fyne.Resource // stands in where source has no glyph
	widths  *layout.Widths
	height  float32 // of a line of text
	ascent  float32 // from the top of a line to its baseline
	drop    float32 // by how much the baseline of standIn is higher
	space   float32 // width of a space in standIn
}

// fonts are the fonts of a text and what is known of their widths.
type fonts struct {
	text, title, small, label font
	probe                     float32 // changes when the theme's fonts do
}

// measured says that the widths are those of the present face and theme.
func (f fonts) measured(face Face) bool {
	return f.text.widths != nil && f.probe == probe(face)
}

func newFonts(face Face, absent func(r rune) bool) fonts {
	return fonts{
		text:  newFont(face.Text, nil, face.TextSize, fyne.TextStyle{}, absent),
		title: newFont(face.Title, nil, face.TitleSize, fyne.TextStyle{Bold: true}, absent),
		small: newFont(nil, face.Text, face.SmallSize, fyne.TextStyle{}, absent),
		label: newFont(nil, face.Text, face.LabelSize, fyne.TextStyle{}, absent),
		probe: probe(face),
	}
}

func probe(face Face) float32 {
	const sample = "Hamburgefonts 0123"
	regular := fyne.MeasureText(sample, face.TextSize, fyne.TextStyle{})
	bold := fyne.MeasureText(sample, face.TitleSize, fyne.TextStyle{Bold: true})
	return regular.Width + 1000*bold.Width
}

// newFont is a font and the one that stands in where it has no glyph; nil is
// the theme's, for which Fyne looks further in those of the system. No font has
// the letters that absent says.
func newFont(source, standIn fyne.Resource, size float32, style fyne.TextStyle, absent func(r rune) bool) font {
	f := font{size: size, style: style, source: source, standIn: standIn}
	driver := fyne.CurrentApp().Driver()
	bounds, ascent := driver.RenderedTextSize("x", size, style, source)
	space, other := driver.RenderedTextSize(" ", size, style, standIn)
	f.height, f.ascent, f.drop, f.space = bounds.Height, ascent, ascent-other, space.Width
	f.widths = layout.NewWidths(func(s string, other bool) float32 {
		from := source
		if other {
			from = standIn
		}
		bounds, _ := driver.RenderedTextSize(s, size, style, from)
		return bounds.Width
	}, layout.Glyphs{Covers: f.covers(), Absent: absent})
	return f
}

// covers says which characters the font has glyphs for. Behind the theme's stands
// Fyne's own.
func (f font) covers() func(rune) bool {
	if f.source != nil {
		return glyphsOf(f.source)
	}
	own := theme.DefaultTextFont()
	if f.style.Bold {
		own = theme.DefaultTextBoldFont()
	}
	fonts := []func(rune) bool{glyphsOf(fyne.CurrentApp().Settings().Theme().Font(f.style)), glyphsOf(own)}
	stands := glyphsOf(f.standIn)
	return func(r rune) bool {
		return slices.ContainsFunc(fonts, func(has func(rune) bool) bool { return has(r) }) || f.standIn != nil && !stands(r)
	}
}

// glyphsOf says which characters a font file has glyphs for: all, if it cannot be
// told.
func glyphsOf(source fyne.Resource) func(rune) bool {
	if source == nil {
		return func(rune) bool { return true }
	}
	parsed, err := sfnt.ParseReaderAt(bytes.NewReader(source.Content()))
	if err != nil {
		return func(rune) bool { return true }
	}
	var buffer sfnt.Buffer
	known := map[rune]bool{}
	return func(r rune) bool {
		covered, ok := known[r]
		if !ok {
			glyph, err := parsed.GlyphIndex(&buffer, r)
			covered = err == nil && glyph != 0 || layout.Drawable(string(r)) == ""
			known[r] = covered
		}
		return covered
	}
}
