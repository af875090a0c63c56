package suggest_test

import (
	"fmt"
	"testing"

	"standpoint/app/suggest"
)

// BenchmarkReading reads a text for all that may be annotated in it.
func BenchmarkReading(b *testing.B) {
	for _, length := range []int{12_000, 585_000} {
		b.Run(fmt.Sprintf("%d kB", length/1000), func(b *testing.B) {
			body := invented(b, 1, length)[0].Body
			known := suggest.Know(nil)
			r := suggest.Reader{Known: known}
			read := func() int {
				return len(r.Read(suggest.Text{Known: known, Body: body}, suggest.Facts{Published: "2031-03-04", Language: "en"}))
			}
			found := read() // the first loads the tables
			for b.Loop() {
				read()
			}
			b.ReportMetric(float64(body.Len()*b.N)/b.Elapsed().Seconds(), "characters/s")
			b.ReportMetric(float64(found), "proposals")
		})
	}
}
