package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// bookOf is a workbook with one sheet of these rows, in XML, and these shared words.
func bookOf(t testing.TB, rows, words string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	addEntry(t, z, "xl/workbook.xml", []byte(`<x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr/><x:sheets>`+
		`<x:sheet name="Notes" sheetId="2" r:id="rId2"/><x:sheet name="May" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`))
	addEntry(t, z, "xl/_rels/workbook.xml.rels", []byte(`<Relationships><Relationship Id="rId1" Target="worksheets/one.xml"/>`+
		`<Relationship Id="rId2" Target="/xl/charts/none.xml"/></Relationships>`))
	addEntry(t, z, `xl\worksheets\One.xml`, []byte(`<worksheet><sheetData>`+rows+`</sheetData></worksheet>`))
	addEntry(t, z, "xl/SharedStrings.xml", []byte(`<sst>`+words+`</sst>`))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What programs write who take the format by its letter: gaps, words in several parts, cells without a place, values of every kind.
func TestRowsOfAWorkbookAreReadHoweverTheyAreWritten(t *testing.T) {
	words := `<si><t>Title</t></si><si><t>Body</t></si><si><t>Section</t></si>` +
		`<si><r><t>It </t></r><r><rPr><b/></rPr><t xml:space="preserve">sails</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>`
	head := `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>Date</t></is></c><c r="F1" t="s"><v>2</v></c></row>`
	rows := head + `<row r="3"><c r="B3" t="s"><v>3</v></c><c t="d"><v>2031-05-16</v></c>` +
		`<c r="F3" t="str"><f>A1</f><v>a_x000A_b_x005F_c</v></c></row>` +
		`<row><c r="A4" t="b"><v>1</v></c>` +
		`<c r="B4" t="inlineStr"><is><r><t>It </t></r><r><t>moors.</t></r></is></c><c r="C4"><v>48349.999999</v></c><c/></row>`
	for _, held := range []int64{mostWordsHeld, 4} {
		before := mostWordsHeld
		mostWordsHeld = held
		drafts, err := Parse(t.Context(), "rows.xlsx", []byte(bookOf(t, rows, words)), Options{})
		mostWordsHeld = before
		if err != nil || len(drafts) != 2 {
			t.Fatalf("%d articles, %v", len(drafts), err)
		}
		one, two := drafts[0], drafts[1]
		got := []string{one.Body, string(one.Article.Published), one.Article.Section, two.Article.Title, two.Body, string(two.Article.Published)}
		want := []string{"It sails", "2031-05-16", "a b_c", "1", "It moors.", "2032-05-16"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %d bytes of words held: -want +got\n%s", held, diff)
		}
	}
}

func TestAWorkbookOfAnySizeIsReadRowByRow(t *testing.T) {
	holdLittle(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	before := mostWordsHeld
	t.Cleanup(func() { mostWordsHeld = before })
	mostWordsHeld = 100_000
	var rows, words strings.Builder
	const n = 20_000
	words.WriteString("<si><t>Title</t></si><si><t>Date</t></si><si><t>Body</t></si>")
	rows.WriteString(`<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>`)
	random := noise(80 * n)
	for i := range n {
		fmt.Fprintf(&words, "<si><t>The ferry sails at %s.</t></si>", random[80*i:80*i+80])
		fmt.Fprintf(&rows, `<row r="%d"><c t="inlineStr"><is><t>Day %d</t></is></c><c t="inlineStr"><is><t>2031-05-16</t></is></c>`+
			`<c t="s"><v>%d</v></c></row>`, i+2, i, i+3)
	}
	path := filepath.Join(t.TempDir(), "rows.xlsx")
	write(t, path, bookOf(t, rows.String(), words.String()))
	if info, err := os.Stat(path); err != nil || info.Size() < tooLargeToHold {
		t.Fatalf("%v, %v: it is held", info, err)
	}
	_, last, got := readAll(t.Context(), t, path, Options{})
	if want := fmt.Sprintf("The ferry sails at %s.", random[80*(n-1):]); got != n || last.Body != want ||
		last.Article.Title != fmt.Sprint("Day ", n-1) {
		t.Errorf("%d articles, the last %q: %q, want %q", got, last.Article.Title, last.Body, want)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("%v stay of it, %v", left, err)
	}
}

// noise is what no packer makes much smaller, in signs of a text.
func noise(n int) string {
	raw := make([]byte, n/2+1)
	_, _ = rand.NewChaCha8([32]byte{7}).Read(raw) // it never fails
	return fmt.Sprintf("%x", raw)[:n]
}

func TestAWorkbookThatWouldFillTheMemoryIsRefused(t *testing.T) {
	takeSmallPieces(t)
	row := func(cell string) string { return `<row><c t="inlineStr"><is><t>` + cell + `</t></is></c></row>` }
	for _, test := range []struct{ name, rows, words, says string }{
		{"a cell without end", row(noise(2 * tooLargeToHold)), "", "more than 1 MB"},
		{"words without end", row("Body"), "<si><t>" + noise(2*tooLargeToHold) + "</t></si>", "more than 1 MB"},
		{"rows packed tight", row("Body") + strings.Repeat(row("a"), 200_000), "", "unfolds to more than"},
		{"elements within elements", strings.Repeat("<row>", mostDepth+1), "", "unfolds to more than"},
		{"a column too far", `<row><c r="ZZZZZZZ1"><v>1</v></c></row>`, "", "unfolds to more than"},
		{"words that are not there", `<row><c t="s"><v>7</v></c></row>`, "<si><t>Body</t></si>", "no shared words with the number 7"},
	} {
		_, err := Parse(t.Context(), "rows.xlsx", []byte(bookOf(t, test.rows, test.words)), Options{})
		t.Run(test.name, func(t *testing.T) { checkRefusal(t, err, store.CodeInvalid, "rows.xlsx", test.says) })
	}
}
