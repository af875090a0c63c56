package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/direction"
)

// invisibleMarks are those around what is drawn from right to left.
const invisibleMarks = "\u200f\u2060"

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
			drawn := direction.Drawn(direction.Part{Text: row.Text[p.from:p.to], Sign: true}, p.level, false, false)
			seen = append(seen, strings.Trim(drawn, invisibleMarks))
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
