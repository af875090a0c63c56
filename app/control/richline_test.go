package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"standpoint/app/look"
)

func TestRichLineIsAsHighAsItsWidthMakesIt(t *testing.T) {
	line := NewQuoteText(3, strings.Repeat("and more words ", 30))
	inWindow(t, container.NewWithoutLayout(line), 600, 200)
	one := newText("x").HeightFor(100)
	if wide, narrow := line.HeightFor(10_000), line.HeightFor(200); wide >= narrow || narrow > 3*one {
		t.Errorf("height %v when wide, %v when narrow, one line is %v", wide, narrow, one)
	}
	line.Resize(fyne.NewSize(200, 100))
	if got, want := line.MinSize().Height, line.HeightFor(200); got != want {
		t.Errorf("laid out it asks for a height of %v, want %v", got, want)
	}
	last := line.texts[len(line.texts)-1].(*canvas.Text)
	if !strings.HasSuffix(last.Text, ellipsis) || last.Position().X+last.MinSize().Width > 201 {
		t.Errorf("the last line is %q, up to %v", last.Text, last.Position().X+last.MinSize().Width)
	}
	line.SetQuote("short")
	if len(line.texts) != 1 || line.MinSize().Height > one {
		t.Errorf("a shorter text has %d pieces and a height of %v", len(line.texts), line.MinSize().Height)
	}
}

func TestRichLinePutsAllSizesOnOneBaseLine(t *testing.T) {
	line := NewRichLine(1, Run{Text: "Large ", Size: look.TitleSize, Bold: true}, Caption("small "), Run{Text: "serif", Serif: true})
	inWindow(t, container.NewWithoutLayout(line), 600, 60)
	line.Resize(fyne.NewSize(500, 40))
	driver := fyne.CurrentApp().Driver()
	base := float32(-1)
	for _, o := range line.texts {
		text := o.(*canvas.Text)
		_, ascent := driver.RenderedTextSize(text.Text, text.TextSize, text.TextStyle, text.FontSource)
		if at := text.Position().Y + ascent; base >= 0 && (at < base-0.1 || at > base+0.1) {
			t.Errorf("%q stands on %v, the one before on %v", text.Text, at, base)
		} else {
			base = at
		}
	}
}

func TestRichLineKeepsSpacesBetweenStyles(t *testing.T) {
	for _, runs := range [][]Run{
		{{Text: "Dorin Kasvel", Bold: true}, Caption("  threatens")},
		{{Text: "Dorin Kasvel  ", Bold: true}, Caption("threatens")},
		{{Text: "Dorin Kasvel", Bold: true}, {Text: "  "}, Caption("threatens")},
	} {
		line := NewRichLine(1, runs...)
		inWindow(t, container.NewWithoutLayout(line), 400, 40)
		line.Resize(fyne.NewSize(380, 20))
		if len(line.texts) != 2 {
			t.Fatalf("%d texts, want 2: the space between them is room", len(line.texts))
		}
		name, verb := line.texts[0].(*canvas.Text), line.texts[1].(*canvas.Text)
		if name.Text != "Dorin Kasvel" || verb.Text != "threatens" {
			t.Errorf("shown are %q and %q", name.Text, verb.Text)
		}
		if gap := verb.Position().X - name.Position().X - name.MinSize().Width; gap < 4 {
			t.Errorf("%q begins %v pixels after the name, want two spaces", verb.Text, gap)
		}
	}
}

func TestRichLineFollowsTheTheme(t *testing.T) {
	line := newText("ink")
	inWindow(t, container.NewWithoutLayout(line), 100, 40)
	line.Resize(fyne.NewSize(90, 20))
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	line.Refresh()
	if got := line.texts[0].(*canvas.Text).Color; got != look.Color(look.ColorText) {
		t.Errorf("after a change of theme the text is %v", got)
	}
}

func TestElide(t *testing.T) {
	inWindow(t, newText(""), 100, 40)
	style := fyne.TextStyle{Bold: true}
	if got := Elide("short", 500, look.TextSize, style); got != "short" {
		t.Errorf("a text that fits is shown as %q", got)
	}
	got := Elide("Leaders call on Moorland to accept a truce", 100, look.TextSize, style)
	if !strings.HasSuffix(got, ellipsis) || fyne.MeasureText(got, look.TextSize, style).Width > 100.5 {
		t.Errorf("elided to %q", got)
	}
}

func BenchmarkScrollingAList(b *testing.B) {
	texts := manyTexts(50_000)
	l := textList(&texts)
	l.Resize(fyne.NewSize(300, 700))
	b.ResetTimer()
	for i := range b.N {
		l.scrollTo(float32(i%20_000) * 37)
	}
}

func BenchmarkTypingInATypeAhead(b *testing.B) {
	items := make([]Item, 1000)
	for i := range items {
		items[i] = Item{ID: [16]byte{byte(i), byte(i >> 8)}, Name: "Actor " + texts(i), Colour: "amber", Detail: "person"}
	}
	o := actors()
	o.Items = func(string) []Item { return items }
	field := NewTypeAhead(o)
	field.Resize(fyne.NewSize(300, 200))
	b.ResetTimer()
	for i := range b.N {
		field.input.SetText("act" + string(rune('a'+i%26)))
	}
}

func texts(i int) string { return strings.Repeat(string(rune('a'+i%26)), i%7+1) }

func TestOfALongQuotationOnlyWhatCanBeSeenIsMeasured(t *testing.T) {
	widths := map[int]float32{}
	for _, words := range []int{10_000, 200_000} {
		r := NewQuoteText(3, strings.Repeat("гавань ", words))
		inWindow(t, container.NewWithoutLayout(r), 600, 200)
		r.Resize(fyne.NewSize(320, 60))
		if n := len(r.texts); n != 3 {
			t.Errorf("%d lines of %d words", n, words)
		}
		if last := r.texts[2].(*canvas.Text).Text; !strings.HasSuffix(last, "…") {
			t.Errorf("the last line is %q", last)
		}
		widths[words] = r.NaturalWidth()
	}
	if widths[10_000] != widths[200_000] {
		t.Errorf("measured %v pixels", widths)
	}
}

// A sentence that explains something is whole in each language.
func TestASentenceIsNotCut(t *testing.T) {
	sentence := strings.Repeat("Nichts wird erfasst, was Sie nicht annehmen. ", 5) + "Ende"
	line := Muted(sentence).(*RichLine)
	inWindow(t, container.NewWithoutLayout(line), 600, 200)
	line.Resize(fyne.NewSize(280, line.HeightFor(280)))
	if last := line.texts[len(line.texts)-1].(*canvas.Text).Text; !strings.HasSuffix(last, "Ende") {
		t.Errorf("the last line is %q", last)
	}
}
