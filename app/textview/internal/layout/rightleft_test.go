package layout

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// A shaper that takes parts of a string from several fonts does not order them
// as UAX #9 wants, so it is given no string in which that matters.
func TestRunsOfRightToLeftLettersHoldNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(col) {
			for _, run := range row.Runs() {
				if letters, others := strongLetters(run.Text); letters > 0 && others > 0 {
					t.Fatalf("run %q of row %q has %d letters from right to left and %d other signs", run.Text, row.Text, letters, others)
				}
			}
		}
	})
}

func strongLetters(s string) (letters, others int) {
	for _, r := range s {
		class, _ := bidi.LookupRune(r)
		switch c := class.Class(); {
		case unicode.In(r, unicode.M, unicode.Cf):
		case unicode.IsLetter(r) && (c == bidi.R || c == bidi.AL):
			letters++
		default:
			others++
		}
	}
	return letters, others
}

func TestRunsDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(col) {
			runs := row.Runs()
			for i, a := range runs {
				for _, b := range runs[:i] {
					if min(a.X+a.Width, b.X+b.Width)-max(a.X, b.X) > 0.01 {
						t.Fatalf("row %q: run %q at %v, %v wide, and %q at %v, %v wide", row.Text, a.Text, a.X, a.Width, b.Text, b.X, b.Width)
					}
				}
			}
		}
	})
}

func TestSignsAreMirroredInWordsFromRightToLeft(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string // from left to right
	}{
		{"אמר «שלום».", []string{".", "«", "שלום", "»", "אמר"}},
		{"[נעם] {אב} ‹גד›", []string{"‹", "גד", "›", "{", "אב", "}", "[", "נעם", "]"}},
		{"he said (שלום) again", []string{"he said (", "שלום", ") again"}},
		{"השר (New York)", []string{"(", "New York", ")", "השר"}},
		{"“שלום”", []string{"”", "שלום", "“"}},
	} {
		row := newColumn(t, c.line, Geometry{Width: 5000, RowHeight: 26, Gap: 14}).Row(0, 0)
		for _, run := range row.Runs() {
			place := 0
			for _, other := range row.Runs() {
				if other.X < run.X {
					place++
				}
			}
			if got := strings.Trim(run.Text, invisibleMarks); got != c.want[place] {
				t.Errorf("%q: part %d from the left is %q, should be %q", c.line, place, got, c.want[place])
			}
		}
	}
}
