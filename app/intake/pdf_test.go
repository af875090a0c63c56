package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// lettersAt writes words onto a page of a PDF document, from a place on.
func lettersAt(x, y, size float64, words string) string {
	return drawn(fmt.Sprintf("1 0 0 1 %g %g", x, y), size, words)
}

// drawn writes words in any direction, as a matrix says.
func drawn(matrix string, size float64, words string) string {
	escaped := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(words)
	return fmt.Sprintf("BT /F %g Tf %s Tm (%s) Tj ET\n", size, matrix, escaped)
}

// column writes lines below each other.
func column(x, y, size float64, lines ...string) string {
	var b strings.Builder
	for i, line := range lines {
		if line != "" {
			b.WriteString(lettersAt(x, y-float64(i)*size*1.2, size, line))
		}
	}
	return b.String()
}

// pdfOf makes a PDF document of pages, each what is drawn on it and, behind a line "%%", more of what it is; font is that of all words.
func pdfOf(font string, more []string, pages ...string) string {
	objects := append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "", font}, more...)
	var kids []string
	for _, page := range pages {
		content, entries, _ := strings.Cut(page, "%%\n")
		n := len(objects) + 1
		objects = append(objects, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> %s >>", n, entries))
		kids = append(kids, fmt.Sprintf("%d 0 R", n+1))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /MediaBox [0 0 600 800] /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, object := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.String()
}

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

// Lines that fill columns of different widths, and the paragraphs that they are.
var (
	ferryLines = []string{
		"The ferry between the two harbours will", "sail twice a day from May on, as the", "council of Norrick decided on Tuesday",
		"after four hours of debate.", "", "Critics say that the quay is too small", "for the larger ship, and want to spend",
		"the money on the road.",
	}
	nets = []string{
		"Fishermen fear that the wash of the ship", "will tear their nets. A study found no", "danger, but it was made on calm days,",
		"and a second one is to follow.", "", "The company expects an answer before", "the end of the summer, and would hire",
		"twelve people.",
	}
	museum = []string{
		"The old ship will be sold to a museum,", "whose visitors are to see it from next", "spring on, together with photographs of",
		"passengers and letters of the crew.", "", "Its captain told the newspaper that he", "would miss the sound of its engine more",
		"than anything else.",
	}
)

// readDown are the texts of columns, one after the other.
func readDown(columns ...[]string) string {
	var all []string
	for _, lines := range columns {
		all = append(all, strings.Split(strings.ReplaceAll(strings.Join(lines, " "), "  ", "\n\n"), "\n\n")...)
	}
	return strings.Join(all, "\n\n")
}

// interleaved are columns as a program draws them that goes from the top of a page to its bottom.
func interleaved(columns ...string) string {
	var lines []string
	for i, column := range columns {
		for n, line := range strings.Split(strings.TrimSuffix(column, "\n"), "\n") {
			lines = append(lines, fmt.Sprintf("%03d%d%s\n", n, i, line))
		}
	}
	slices.Sort(lines)
	for i := range lines {
		lines[i] = lines[i][4:]
	}
	return strings.Join(lines, "")
}

func TestPDFPagesAreReadInTheOrderInWhichPeopleReadThem(t *testing.T) {
	headline := lettersAt(40, 740, 24, "Norrick votes for the larger ferry")
	one, two, three := column(40, 700, 9, ferryLines...), column(225, 700, 9, nets...), column(410, 700, 9, museum...)
	turned := func(matrix string) string {
		var b strings.Builder
		for i, line := range ferryLines {
			if line != "" {
				b.WriteString(drawn(fmt.Sprintf(matrix, 100+12*i), 10, line))
			}
		}
		return b.String()
	}
	withHeadline := "Norrick votes for the larger ferry\n\n"
	for name, test := range map[string]struct{ page, want string }{
		"three columns":                    {headline + one + two + three, withHeadline + readDown(ferryLines, nets, museum)},
		"three columns drawn line by line": {headline + interleaved(one, two, three), withHeadline + readDown(ferryLines, nets, museum)},
		"two articles below each other": {
			headline + column(40, 700, 9, ferryLines...) + column(320, 700, 9, nets...) + lettersAt(40, 520, 18, "Museum buys the ship") +
				column(40, 490, 9, museum...) + column(320, 490, 9, ferryLines...),
			withHeadline + readDown(ferryLines, nets) + "\n\nMuseum buys the ship\n\n" + readDown(museum, ferryLines),
		},
		"three columns above two": {
			one + two + three + column(40, 500, 9, museum...) + column(320, 500, 9, nets...),
			readDown(ferryLines, nets, museum, museum, nets),
		},
		"a list of links beside an article": {
			headline + column(40, 700, 10, ferryLines...) + column(40, 700-120, 10, nets...) +
				column(420, 712, 8, "Read also", "", "Storm closes the road", "", "Museum buys the ship", "", "University measures waves"),
			withHeadline + readDown(ferryLines, nets) +
				"\n\nRead also\n\nStorm closes the road\n\nMuseum buys the ship\n\nUniversity measures waves",
		},
		"short lines below two columns": {
			column(40, 700, 9, ferryLines...) + column(320, 700, 9, nets...) + lettersAt(40, 560, 9, "From the Norrick Courier."),
			readDown(ferryLines, nets) + "\n\nFrom the Norrick Courier.",
		},
		"a table is no columns": {
			column(40, 700, 10, "North", "South", "East", "West", "Centre") + column(140, 700, 10, "12,400", "3,100", "13,900", "3,450", "1,200"),
			"North | 12,400\nSouth | 3,100\nEast | 13,900\nWest | 3,450\nCentre | 1,200",
		},
		"text that runs up the page":   {turned("0 1 -1 0 %d 40"), readDown(ferryLines)},
		"text that runs down the page": {turned("0 -1 1 0 -%d 760") + "%%\n/MediaBox [-600 0 0 800]", readDown(ferryLines)},
		"text that stands on its head": {turned("-1 0 0 -1 500 %d"), readDown(ferryLines)},
		"a name beside a picture": {
			column(40, 700, 10, ferryLines...) + drawn("0 1 -1 0 560 300", 6, "Photo: Ada Lind"),
			readDown(ferryLines) + "\n\nPhoto: Ada Lind",
		},
		"what stands outside the page": {
			column(40, 700, 10, ferryLines...) + lettersAt(40, 860, 8, "A1_0516.indd") + "%%\n/CropBox [0 0 600 790]",
			readDown(ferryLines),
		},
		"letters drawn in another size": {
			strings.ReplaceAll(column(40, 700, 10, ferryLines...), "/F 10 Tf 1 0 0 1", "/F 1 Tf 10 0 0 10"), readDown(ferryLines),
		},
		"a large first letter": {
			lettersAt(40, 676, 34, "T") + lettersAt(66, 700, 10, "he ferry will sail twice a day from May on, as") +
				lettersAt(66, 688, 10, "the council of Norrick decided on Tuesday after") +
				lettersAt(66, 676, 10, "four hours of debate, and nobody had expected") +
				lettersAt(40, 664, 10, "the vote to be so clear."),
			"The ferry will sail twice a day from May on, as the council of Norrick decided on Tuesday after four hours of debate, and nobody had " +
				"expected the vote to be so clear.",
		},
		"words that are divided, and such as have a hyphen": {
			column(40, 700, 10, "The Anglo-", "Saxon king and the well-", "known bishop met in a build-", "ing on Tues-", "day, said the twenty-",
				"first witness. The North-", "South line was dis-", "cussed at length in the lighthouse there."),
			"The Anglo-Saxon king and the well-known bishop met in a building on Tuesday, said the twenty-first witness. The North-South line was " +
				"discussed at length in the lighthouse there.",
		},
		"powers and indices are no footnotes": {
			lettersAt(40, 700, 10, "The area is 12 km") + lettersAt(121, 704, 6, "2") +
				lettersAt(126, 700, 10, " and CO") + lettersAt(164, 697, 6, "2") +
				lettersAt(169, 700, 10, " fell, says the study.") + lettersAt(253, 704, 6, "3"),
			"The area is 12 km2 and CO2 fell, says the study.[3]",
		},
	} {
		d, err := parseOne(t, "page.pdf", []byte(pdfOf(helvetica, nil, test.page)), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(test.want, d.Body); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

func TestWhatChangesFromPageToPageBesideItsNumberIsNoText(t *testing.T) {
	page := func(number int, head string, lines []string) string {
		return lettersAt(40, 770, 9, head) + lettersAt(540, 770, 9, fmt.Sprint(number)) + column(40, 700, 10, lines...)
	}
	d, err := parseOne(t, "book.pdf", []byte(pdfOf(helvetica, nil, page(41, "The vote", ferryLines), page(42, "The nets", nets),
		page(43, "The museum", museum))), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(readDown(ferryLines, nets, museum), d.Body); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestNotesOnAPDFPageComeWithTheLineBesideThem(t *testing.T) {
	annotations := "/Annots [" +
		"<< /Type /Annot /Subtype /Text /Rect [300 696 320 712] /Contents (Look here) /T (Ada) >>" +
		"<< /Type /Annot /Subtype /StrikeOut /Rect [40 686 90 698] /QuadPoints [40 697 56 697 40 686 56 686] /Contents (Wrong) >>" +
		"<< /Type /Annot /Subtype /StrikeOut /Rect [40 686 90 698] /QuadPoints [40 697 56 697 40 686 56 686] >>" +
		"<< /Type /Annot /Subtype /Link /Rect [40 686 90 698] /Contents (A link) >> ]"
	for _, rotated := range []string{"", "/Rotate 90 ", "/Rotate 180 "} {
		data := pdfOf(helvetica, nil, column(40, 700, 10, ferryLines...)+"%%\n"+rotated+annotations)
		d, err := parseOne(t, "notes.pdf", []byte(data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		body := []rune(d.Body)
		var got []string
		for _, h := range d.Highlights {
			got = append(got, string(body[h.Span.Start:h.Span.End])+" — "+h.note())
		}
		if diff := cmp.Diff([]string{"The ferry between the two harbours will — Ada: Look here", "sail — Wrong"}, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", rotated, diff)
		}
	}
}

func TestLettersThatAPDFDoesNotNameAreToldOf(t *testing.T) {
	const nameless = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /g23] >> >>"
	data := pdfOf(nameless, nil, column(40, 700, 10, "The o\x01ce is in the harbour of Norrick."))
	d, err := parseOne(t, "some.pdf", []byte(data), Options{})
	if err != nil || d.Body != "The o\uFFFDce is in the harbour of Norrick." || len(d.Notes) != 1 ||
		!strings.Contains(d.Notes[0].String(), "1 of its") {
		t.Errorf("%q, %v, %v", d.Body, d.Notes, err)
	}
	const glyphs = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Serif /Encoding /Identity-H /DescendantFonts [4 0 R] >>"
	more := []string{
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Serif " +
			"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 600 >>",
		"<< /Type /FontDescriptor /FontName /ABCDEF+Serif /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 " +
			"/CapHeight 700 /StemV 80 >>",
	}
	_, err = parseOne(t, "all.pdf", []byte(pdfOf(glyphs, more, "BT /F 12 Tf 40 700 Td <00370048004900030037004B0048> Tj ET\n")), Options{})
	checkRefusal(t, err, store.CodeInvalid, "all.pdf", "the forms of its letters")
}

func TestAPDFThatBeginsWithSomethingElseIsOne(t *testing.T) {
	data := "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdfOf(helvetica, nil, column(40, 700, 10, ferryLines...))
	if d, err := parseOne(t, "page.pdf", []byte(data), Options{}); err != nil || d.Body != readDown(ferryLines) {
		t.Errorf("%q, %v", d.Body, err)
	}
	const said = "A file may begin so:\n%PDF-1.7\nThe rest is text."
	if d, err := parseOne(t, "page.txt", []byte(said), Options{}); err != nil || !strings.Contains(d.Body, "The rest is text.") {
		t.Errorf("%q, %v", d.Body, err)
	}
}
