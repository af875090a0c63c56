package layout

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The arrows go the way they point, and reach every place of the text.
func TestArrowsGoTheWayTheyPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(col) {
			for _, pos := range col.stops(row) {
				for _, right := range []bool{true, false} {
					from := Place{Pos: pos}
					to := col.Beside(from, right)
					if to == from {
						continue // the end of the text
					}
					next := col.RowAt(to)
					if next == row && (right && row.X(to.Pos) < row.X(pos) || !right && row.X(to.Pos) > row.X(pos)) {
						t.Fatalf("in %q from %d at %v to %d at %v, right: %v", row.Text, pos, row.X(pos), to.Pos, row.X(to.Pos), right)
					}
					if back := col.Beside(to, !right); back != from && col.RightToLeft(row.Block) == col.RightToLeft(next.Block) {
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
		col := newColumn(t, s, Geometry{Width: 120, RowHeight: 26, Gap: 14})
		right := !col.RightToLeft(0)
		want := 1
		for pos := 0; pos < col.body.Len(); pos = col.body.NextGrapheme(pos) {
			want++
		}
		var seen []int
		for place := (Place{Pos: col.farthest(0, right)}); ; {
			seen = append(seen, place.Pos)
			next := col.Beside(place, right)
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
func (col *Column) farthest(block int, right bool) int {
	stops := col.stops(col.Row(block, 0))
	if right {
		return stops[0]
	}
	return stops[len(stops)-1]
}
