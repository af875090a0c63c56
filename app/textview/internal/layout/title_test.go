package layout

import (
	"slices"
	"strings"
	"testing"
)

// shown is what a row reads from left to right, and where it begins and ends.
func shown(runs []Run) (s string, left, right float32) {
	runs = slices.Clone(runs)
	slices.SortFunc(runs, func(a, b Run) int { return int(a.X - b.X) })
	var words []string
	for _, run := range runs {
		words = append(words, strings.Trim(run.Text, invisibleMarks))
	}
	last := runs[len(runs)-1]
	return strings.Join(words, "|"), runs[0].X, last.X + last.Width
}

func TestFactsOfATitleFollowTheBody(t *testing.T) {
	for _, c := range []struct {
		name, line  string
		rightToLeft bool
		want        string
	}{
		{"latin", "Example Wire · 16 May 2025 · unread", false, "Example Wire · 16 May 2025 · unread"},
		{"latin above hebrew", "Example Wire · 16 May 2025", true, "16 May 2025|·|Example Wire"},
		{"arabic source above latin", "وكالة الخليج · 16 May 2025", false, "الخليج|وكالة|· |16 May 2025"},
		{"arabic source above arabic", "وكالة الخليج · 16 May 2025 · unread", true, "unread|·|16 May 2025|·|الخليج|وكالة"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := Title{Width: 600, RightToLeft: c.rightToLeft, Between: " · "}
			rows := h.Rows(c.line, NewWidths(ruled, Glyphs{}))
			if len(rows) != 1 {
				t.Fatalf("%d rows", len(rows))
			}
			got, left, right := shown(rows[0])
			if got != c.want {
				t.Errorf("shown as %q, should be %q", got, c.want)
			}
			if c.rightToLeft && right != h.Width || !c.rightToLeft && left != 0 {
				t.Errorf("from %v to %v of %v", left, right, h.Width)
			}
		})
	}
}

func TestTitleReadsInItsOwnDirection(t *testing.T) {
	h := Title{Width: 130, RightToLeft: true}
	rows := h.Rows(" Talks begin (in Karsa). ", NewWidths(ruled, Glyphs{}))
	var got []string
	for _, runs := range rows {
		s, _, right := shown(runs)
		if right != h.Width {
			t.Errorf("%q ends at %v", s, right)
		}
		got = append(got, s)
	}
	if want := []string{"Talks begin (in", "Karsa)."}; !slices.Equal(got, want) {
		t.Errorf("rows %q, should be %q", got, want)
	}
	rows = h.Rows("שלום (אמר השר).", NewWidths(ruled, Glyphs{}))
	if s, _, right := shown(rows[0]); s != ".|(|השר|אמר|)|שלום" || right != h.Width {
		t.Errorf("%q ends at %v", s, right)
	}
}
