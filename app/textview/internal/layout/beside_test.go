package layout

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The arrows go the way they point, and reach every place of the text.
func TestArrowsGoTheWayTheyPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPage(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(p) {
			for _, pos := range p.stops(row) {
				for _, right := range []bool{true, false} {
					from := Place{Pos: pos}
					to := p.Beside(from, right)
					if to == from {
						continue // the end of the text
					}
					next := p.RowAt(to)
					if next == row && (right && row.X(to.Pos) < row.X(pos) || !right && row.X(to.Pos) > row.X(pos)) {
						t.Fatalf("in %q from %d at %v to %d at %v, right: %v", row.Text, pos, row.X(pos), to.Pos, row.X(to.Pos), right)
					}
					if back := p.Beside(to, !right); back != from && p.RightToLeft(row.Block) == p.RightToLeft(next.Block) {
						t.Fatalf("in %q from %d to %d, and back to %d; right: %v", row.Text, pos, to.Pos, back.Pos, right)
					}
				}
			}
		}
	})
}

func TestArrowsReachEveryPlace(t *testing.T) {
	for _, s := range []string{
		"He said שלום to all.", "אמר (New York) ב-16 במאי.\nשלום", "plain words, in two rows or more of a narrow column",
		"المفاوضات ١٢٣ (نعم) 1,250 و Reuters أيضا", "a 👨\u200d👩\u200d👧 family\n\nof e\u0301",
	} {
		p := newPage(t, s, Geometry{Width: 120, RowHeight: 26, Gap: 14})
		right := !p.RightToLeft(0)
		want := 1
		for pos := 0; pos < p.body.Len(); pos = p.body.NextGrapheme(pos) {
			want++
		}
		var seen []int
		for place := (Place{Pos: p.farthest(0, right)}); ; {
			seen = append(seen, place.Pos)
			next := p.Beside(place, right)
			if next == place {
				break
			}
			place = next
		}
		slices.Sort(seen)
		if len(slices.Compact(seen)) != want {
			t.Errorf("%q: reached %d places of %d: %v", s, len(seen), want, seen)
		}
	}
}

// farthest is where one starts who goes through a block in a direction.
func (p *Page) farthest(block int, right bool) int {
	stops := p.stops(p.Row(block, 0))
	if right {
		return stops[0]
	}
	return stops[len(stops)-1]
}
