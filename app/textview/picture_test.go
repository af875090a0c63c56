package textview

import (
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"standpoint/store/text"
)

// lit is Fyne's own theme in one variant, whatever the system asks for.
type lit struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

func (l lit) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return l.Theme.Color(name, l.variant)
}

var (
	amber = color.NRGBA{R: 0xc6, G: 0x86, B: 0x04, A: 0xff}
	red   = color.NRGBA{R: 0xc4, G: 0x3d, B: 0x4d, A: 0xff}
	blue  = color.NRGBA{R: 0x3c, G: 0x6c, B: 0xdc, A: 0xff}
)

const pictured = "Marek Odalys dismissed the delegation as “decorative”, arguing that it has no power. " +
	"Ilan Vostra would not comment on the talks.\n\nA closing line."

// marked is a small text with marks of every style, some of them over others.
func marked(t *testing.T, variant fyne.ThemeVariant) *bench {
	v := newBench(t, fyne.NewSize(560, 230))
	fyne.CurrentApp().Settings().SetTheme(lit{theme.DefaultTheme(), variant})
	b, err := text.NewBody(pictured)
	if err != nil {
		t.Fatal(err)
	}
	v.SetBody(Header{Title: "Talks begin in Karsa", Subtitle: "Example Wire · 16 May 2025"}, b)
	n := byte(0)
	at := func(words string, style Style, ink color.NRGBA, margin ...string) Mark {
		n++
		return Mark{ID: MarkID{n}, Spans: []text.Span{v.span(words)}, Style: style, Colour: ink, Margin: margin}
	}
	v.SetMarks([]Mark{
		at("Marek Odalys", Tint, amber),
		at("Ilan Vostra", Tint, red),
		at("dismissed the delegation as “decorative”, arguing that it has no power", Underline, amber, "Odalys", "Mandate"),
		at("arguing that it has no power", Band, blue, "Vostra", "Power"),
		at("the talks", Shade, amber),
		at("would not comment", Dotted, red),
	})
	return v
}

// Where another object stands in the tree than before, Fyne lays the tree out again: pictures that swap what looks alike have no end.
func TestDrawnAgainEachThingIsTheObjectThatItWas(t *testing.T) {
	v := marked(t, theme.VariantLight)
	same := v.span("Ilan") // as wide, as high and of one colour twice
	v.SetMarks([]Mark{
		{ID: MarkID{1}, Spans: []text.Span{same}, Style: Tint, Colour: red},
		{ID: MarkID{2}, Spans: []text.Span{same}, Style: Tint, Colour: red},
		{ID: MarkID{3}, Spans: []text.Span{same}, Style: Dotted, Colour: blue},
		{ID: MarkID{4}, Spans: []text.Span{same}, Style: Dotted, Colour: blue},
	})
	d := v.drawn.(*drawing)
	before := slices.Clone(d.objects)
	for range 2 {
		d.Layout(v.Size())
		if !slices.Equal(d.objects, before) {
			t.Fatal("an object stands where another one stood, and nothing has changed")
		}
	}
}

// pend outlines what a form holds, over marks, a hit and a part of the selection.
func pend(v *bench) {
	v.ShowFinds([]text.Span{v.span("would")}, -1)
	v.Select(v.span("no power"))
	v.SetPending([]text.Span{v.span("the talks"), v.span("delegation as “decorative”, arguing that it has no")})
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name    string
		variant fyne.ThemeVariant
		prepare func(v *bench)
	}{
		{"marks-light", theme.VariantLight, func(*bench) {}},
		{"marks-dark", theme.VariantDark, func(*bench) {}},
		{"selection-light", theme.VariantLight, func(v *bench) {
			v.SetCurrent(MarkID{3}, true)
			v.ShowFinds([]text.Span{v.span("would"), v.span("power")}, 0)
			v.drag(v.point(v.span("delegation").Start), v.point(v.span("arguing").Start))
		}},
		{"pending-light", theme.VariantLight, pend},
		{"pending-dark", theme.VariantDark, pend},
		{"narrow-light", theme.VariantLight, func(v *bench) { v.window.Resize(fyne.NewSize(300, 230)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := marked(t, c.variant)
			v.now = func() time.Time { return time.Unix(0, 0) }
			c.prepare(v)
			test.AssertImageMatches(t, c.name+".png", v.window.Canvas().Capture())
		})
	}
}
