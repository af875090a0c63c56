package direction

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// The reference implementation in golang.org/x/text does not pair brackets, so
// these are after the examples of UAX #9, rule N0.
func TestBracketsTakeOneDirection(t *testing.T) {
	for _, c := range []struct{ line, levels string }{
		{"שלום(abc)abc", "111112221222"},
		{"abc(שלום)abc", "000011110000"},
		{"אב(גד[&הו]א)", "111111111111"},
		{"ab(גד)ab", "00011000"},
	} {
		levels := Levels(c.line, RightToLeft(c.line))
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
		rightLeft := RightToLeft(line)
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
		levels := Levels(line, rightLeft)
		n := 0
		for at, r := range line {
			if strings.TrimSpace(line[at:]) == "" {
				break // rule L1 is applied to rows
			}
			if got := levels[at]%2 == 1; got != want[n] {
				t.Fatalf("%q: character %d %q is right to left: %v, should be %v", line, n, r, got, want[n])
			}
			n++
		}
	})
}
