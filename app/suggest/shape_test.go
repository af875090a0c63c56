package suggest_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/app/suggest"
	"standpoint/store/text"
)

// shapePieces are what says something in one of the languages, and what is no prose at all.
var shapePieces = []string{
	"“", "”", "‘", "’", "\"", "'", "«", "»", "„", "—", "- ", "– ", "\n", "\n\n", ". ", ",", ": ", "; ", "(", ")", "said ",
	"said that ", "told ", "Mr. ", "Mr Smith ", "Anna Kesselring ", "he ", "she ", "they ", "according to ", "The minister ",
	"of the ", "who ", "that ", "by ", "on Friday ", "16 May ", "in 2022 ", "since ", "NATO ", "Germany ", "United States ",
	"not ", "asked ", "“Yes,” said Anna Kesselring. ", "he said, ", "x", "X ", "É", "😀", "中文", "\u0301", "A. ", "A.B. ", "1. ",
	"12:30 ", "@ada ", "#x ", "... ", "… ", "? ", "! ", "He said “", "” and “", "and ", "-", "_", "*", "> ",
	"Der Minister sagte, ", "er sei ", "сказал ", "заявив ", "dit ", "dijo ", "que ", "Иван Петров ", "Sir ", "O’Neil ", "’s ",
	"Smith’s ", "$5 ", "% ",
}

// A text that says the same again and again, be it a list, a row of marks or a refrain, is read like any other, however long it is: what
// is no prose is cut anywhere.
func TestATextOfOneShapeAgainAndAgainIsRead(t *testing.T) {
	known := suggest.Know(nil)
	rapid.Check(t, func(t *rapid.T) {
		shape := strings.Join(rapid.SliceOfN(rapid.SampledFrom(shapePieces), 1, 5).Draw(t, "shape"), "")
		language := rapid.SampledFrom([]string{"", "en", "de", "fr", "es", "uk", "ru"}).Draw(t, "language")
		times := rapid.SampledFrom([]int{3, 60, 500, 1000}).Draw(t, "times")
		b, err := text.NewBody(strings.Repeat(shape, times))
		if err != nil {
			t.Skip(err)
		}
		r := suggest.Reader{Known: known}
		for _, p := range r.Read(suggest.Text{Known: known, Body: b}, suggest.Facts{Published: "2031-03-04", Language: language}) {
			if wrong := breaches(b, p); len(wrong) > 0 {
				t.Fatalf("%s: %q", p.Rule, wrong)
			}
		}
	})
}

func TestShapesThatBreakOffWithinAQuotationOrANameAreRead(t *testing.T) {
	known := suggest.Know(nil)
	for _, c := range []struct{ language, shape string }{
		{"de", "… \"… "}, {"de", ". '– and "}, {"de", "– „“"}, {"en", "? ”A. Mr Smith they "},
	} {
		b, err := text.NewBody(strings.Repeat(c.shape, 1000))
		if err != nil {
			t.Fatal(err)
		}
		r := suggest.Reader{Known: known}
		r.Read(suggest.Text{Known: known, Body: b}, suggest.Facts{Published: "2031-03-04", Language: c.language})
	}
}
