package suggest_test

import (
	"fmt"
	"testing"

	"standpoint/app/suggest"
)

// BenchmarkReading reads a text for all that may be annotated in it.
func BenchmarkReading(b *testing.B) {
	for _, length := range []int{12_000, 585_000} {
		body := invented(b, 1, length)[0].Body
		known := suggest.Know(nil)
		r := suggest.Reader{Known: known}
		read := func() int {
			return len(r.Read(suggest.Text{Known: known, Body: body}, suggest.Facts{Published: "2031-03-04", Language: "en"}))
		}
		found := read() // the first loads the tables
		b.Run(fmt.Sprintf("%d kB", length/1000), func(b *testing.B) {
			for b.Loop() {
				read()
			}
			b.ReportMetric(float64(body.Len()*b.N)/b.Elapsed().Seconds(), "characters/s")
			b.ReportMetric(float64(found), "proposals")
		})
	}
}

// What holds up the reading of a text is asked in each of its parts: else who moves the text would wait for the rest of it.
func TestReadingRestsBetweenTheParagraphsOfALongText(t *testing.T) {
	body := invented(t, 1, 60_000)[0].Body
	known := suggest.Know(nil)
	r := suggest.Reader{Known: known}
	rests := 0
	facts := suggest.Facts{Published: "2031-03-04", Language: "en"}
	with := r.Read(suggest.Text{Known: known, Body: body, Rest: func() { rests++ }}, facts)
	without := r.Read(suggest.Text{Known: known, Body: body}, facts)
	if least := 2 * len(body.Paragraphs()); rests < least {
		t.Errorf("it rests %d times in a text of %d paragraphs", rests, least/2)
	}
	if len(with) != len(without) {
		t.Errorf("%d things are proposed with rests, and %d without", len(with), len(without))
	}
}
