package render_test

import (
	"fmt"
	"io"
	"slices"
	"testing"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
)

// tenThousand returns notes with so many quotes, ten from each article; each fourth is one of the others.
func tenThousand(others []notes.Quote) notes.Document {
	d := notes.Document{Title: "Ten thousand quotes", Language: "en", Made: "2026-04-05"}
	quote := 0
	for article := range 1000 {
		d.Blocks = append(d.Blocks,
			notes.Heading{Level: 2, Text: plainText(fmt.Sprintf("Article %d", article)), Anchor: fmt.Sprintf("article-%d", article)},
			notes.Paragraph{Text: notes.Text{{Text: "The Skerry Post", Style: notes.Emphasis}, {Text: " · 3 May 2026 · by Edda Morrow"}}},
			notes.Heading{Level: 3, Text: plainText("Who is in it")},
			notes.Table{
				Head: []notes.Text{plainText("Who"), plainText("What"), plainText("Mentions")}, Numbers: []bool{false, false, true},
				Rows: [][]notes.Text{{plainText("Harbour Board"), plainText("organisation"), plainText("3")}},
			},
			notes.Heading{Level: 3, Text: plainText("Statements and positions")},
		)
		for range 10 {
			quote++
			q := others[quote%len(others)]
			if quote%4 > 0 {
				q = notes.Quote{Language: "en", Words: "“We will not sail at night for the price of a day,” said Lio Tarn of the Crews’ Union."}
			}
			q.Number, q.Anchor = quote, fmt.Sprintf("quote-%d", quote)
			q.Lead = notes.Text{{Text: "Lio Tarn", Style: notes.Strong}, {Text: " (chair, Crews’ Union) to the Harbour Board · ¶ 4"}}
			item := notes.Text{{Text: "▲ "}, {Text: "support", Style: notes.Strong}, {Text: ": sailing ["}, {Text: "1", To: "quote-1"}, {Text: "]"}}
			d.Blocks = append(d.Blocks, q, notes.List{Items: []notes.Item{{Text: item}}})
		}
	}
	return d
}

// BenchmarkNotesOfTenThousandQuotes writes them in each format.
func BenchmarkNotesOfTenThousandQuotes(b *testing.B) {
	every := tenThousand(foreignQuotes)
	set := tenThousand(slices.DeleteFunc(slices.Clone(foreignQuotes), func(q notes.Quote) bool {
		return render.PDF(b.Context(), io.Discard, notes.Document{Blocks: []notes.Block{q}}) != nil // others are refused
	}))
	for _, f := range render.Formats() {
		d := every
		if f.Name == "pdf" {
			d = set
		}
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(b.Context(), io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
