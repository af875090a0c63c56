package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

// docxTable is a table of rows of cells of paragraphs.
func docxTable(rows ...[][]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			b.WriteString("<w:tc>")
			for _, paragraph := range cell {
				b.WriteString("<w:p><w:r>" + paragraph + "</w:r></w:p>")
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

func TestATableThatPutsTextInItsPlaceComesAsParagraphs(t *testing.T) {
	run := func(s string) string { return "<w:t>" + s + "</w:t>" }
	long := strings.Split(twoParagraphs, "\n\n")
	for _, test := range []struct {
		name string
		rows [][][]string
		want string
	}{
		{
			"one cell with the whole article",
			[][][]string{{{run(long[0]), run(long[1])}}},
			twoParagraphs,
		},
		{
			"a picture's place beside the article",
			[][][]string{{{run("")}, {run(long[0]), run(long[1]), run(long[0])}}, {{run("Above")}, {run("7")}}},
			twoParagraphs + "\n\n" + long[0] + "\n\nAbove | 7",
		},
		{
			"figures, some of them missing",
			[][][]string{
				{{run("")}, {run("Ships")}},
				{{run("North"), run("quay")}, {run("12")}},
				{{run("")}, {run("31")}},
			},
			"| Ships\nNorth quay | 12\n| 31",
		},
	} {
		d, err := parseOne(t, "file.docx", []byte(docxFile(t, "<w:p><w:r><w:t>First.</w:t></w:r></w:p>"+docxTable(test.rows...)+
			"<w:p><w:r><w:t>Last.</w:t></w:r></w:p>")), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff("First.\n\n"+test.want+"\n\nLast.", d.Body); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestWhatIsMarkedInATableStaysWhereItIs(t *testing.T) {
	marked := `<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>marked</w:t>`
	plain := "<w:t>" + strings.Repeat("The ferry sails. ", 20) + "</w:t>"
	d, err := parseOne(t, "file.docx", []byte(docxFile(t, docxTable(
		[][]string{{"<w:t>a</w:t>"}, {marked}, {"<w:t></w:t>"}, {"<w:t>b</w:t>"}}, [][]string{{plain, marked}, {plain, marked}},
		[][]string{{"<w:t></w:t>"}, {marked}}))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	body, err := text.NewBody(d.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range d.Highlights {
		if got := body.Slice(h.Span); got != "marked" {
			t.Errorf("%q is highlighted in %q", got, d.Body)
		}
	}
	if len(d.Highlights) != 4 {
		t.Errorf("%d highlights", len(d.Highlights))
	}
}

// A no-break space stands where it was written, also before a sign in another encoding.
func TestSignsOfRTFKeepTheirPlaces(t *testing.T) {
	for in, want := range map[string]string{
		`{\rtf1\ansi \'ab\~lundi\~\'bb\_x}`:                                     "«\u00A0lundi\u00A0»\u2011x",
		`{\rtf1\ansi \trowd a\cell\cell c\cell\row\trowd\cell\cell f\cell\row}`: "a | | c\n| | f",
	} {
		d, err := parseOne(t, "file.rtf", []byte(in), Options{})
		if err != nil || d.Body != want {
			t.Errorf("%s: %q, want %q; %v", in, d.Body, want, err)
		}
	}
}
