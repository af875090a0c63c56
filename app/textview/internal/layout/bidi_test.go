package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// seenOrder is what a reader sees from left to right, word by word.
func seenOrder(t *testing.T, line string) string {
	col := newColumn(t, line, Geometry{Width: 5000, RowHeight: 26, Gap: 14})
	row := col.Row(0, 0)
	pieces := append([]piece(nil), row.pieces...)
	var seen []string
	for len(pieces) > 0 {
		first := 0
		for i := range pieces {
			if pieces[i].x < pieces[first].x {
				first = i
			}
		}
		if p := pieces[first]; p.sign {
			seen = append(seen, mirrored(row.Text[p.from:p.to]))
		} else if !p.space {
			seen = append(seen, row.Text[p.from:p.to])
		}
		pieces = append(pieces[:first], pieces[first+1:]...)
	}
	return strings.Join(seen, "|")
}

func TestMixedLinesAreOrderedAsTheyAreRead(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"latin only", "one two three", "one|two|three"},
		{"hebrew only", "אחת שתיים שלוש", "שלוש|שתיים|אחת"},
		{"name in hebrew", "הוא אמר Reuters שלום", "שלום|Reuters|אמר|הוא"},
		{"two latin words in hebrew", "הוא אמר New York שלום", "שלום|New|York|אמר|הוא"},
		{"number in hebrew", "ביום 16 במאי", "במאי|16|ביום"},
		{"hebrew in latin", "he said שלום לכולם again", "he|said|לכולם|שלום|again"},
		{"number after hebrew in latin", "he said שלום 16 again", "he|said|16|שלום|again"},
		{"full stop at the left of its word", "אחת שתיים.", ".|שתיים|אחת"},
		{"columns with a tab", "he said אחת שתיים\tשלוש", "he|said|שתיים|אחת|שלוש"},
		{"comma and colon", "שלום עולם, אמר השר:", ":|השר|אמר|,|עולם|שלום"},
		{"guillemets", "אמר «שלום».", ".|«|שלום|»|אמר"},
		{"brackets around a name", "השר (Reuters) אמר", "אמר|(|Reuters|)|השר"},
		{"percentage", "עלה ב-12.5% השנה", "השנה|12.5%|-|ב|עלה"},
		{"arabic question", "هل قال «نعم»؟", "؟|«|نعم|»|قال|هل"},
		{"arabic within one word", "قال(نعم)", "(|نعم|)|قال"},
		{"hebrew beside arabic", "שלוםسلام", "سلام|שלום"},
		{"abbreviation", "צה״ל צה\"ל", "ל|\"|צה|ל|״|צה"},
		{"full stop after hebrew in latin", "he said שלום.", "he|said|שלום|."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, seenOrder(t, c.line)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The reference implementation in golang.org/x/text does not pair brackets, so
// these are after the examples of UAX #9, rule N0.
func TestBracketsTakeOneDirection(t *testing.T) {
	for _, c := range []struct{ line, levels string }{
		{"שלום(abc)abc", "111112221222"},
		{"abc(שלום)abc", "000011110000"},
		{"אב(גד[&הו]א)", "111111111111"},
		{"ab(גד)ab", "00011000"},
	} {
		levels := bidiLevels(c.line, readsRightToLeft(c.line))
		var got strings.Builder
		for at := range c.line {
			got.WriteByte('0' + levels[at])
		}
		if got.String() != c.levels {
			t.Errorf("%q has levels %s, should have %s", c.line, got.String(), c.levels)
		}
	}
}

func TestDirectionsAreThoseOfTheReferenceImplementation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"abc", "שלום", "سلام", "12", "١٢", ".", ",", "-", "+", "$", " ", "%", "e\u0301", "🙂",
		}), 1, 12).Draw(t, "parts"), "")
		rightLeft := readsRightToLeft(line)
		var col bidi.Paragraph
		direction := bidi.DefaultDirection(bidi.LeftToRight)
		if rightLeft {
			direction = bidi.DefaultDirection(bidi.RightToLeft)
		}
		if _, err := col.SetString(line, direction); err != nil {
			t.Fatal(err)
		}
		order, err := col.Order()
		if err != nil {
			t.Fatal(err)
		}
		want := make([]bool, len([]rune(line)))
		for i := range order.NumRuns() {
			run := order.Run(i)
			from, to := run.Pos()
			for n := from; n <= to && n < len(want); n++ {
				want[n] = run.Direction() == bidi.RightToLeft
			}
		}
		levels := bidiLevels(line, rightLeft)
		n := 0
		for at, r := range line {
			if isBlank(line[at:]) {
				break // rule L1 is applied to rows
			}
			if got := levels[at]%2 == 1; got != want[n] {
				t.Fatalf("%q: character %d %q is right to left: %v, should be %v", line, n, r, got, want[n])
			}
			n++
		}
	})
}
