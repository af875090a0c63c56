package layout

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var view = Viewport{Height: 300, Head: 90, Foot: 40}

func TestScrollingThereAndBackEndsWhereItBegan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, strings.Repeat(anyText().Draw(t, "text")+"\n", 4), plain)
		a := col.AnchorAt(rapid.IntRange(0, col.Body().Len()).Draw(t, "pos"), view)
		by := float64(rapid.IntRange(-2000, 2000).Draw(t, "by"))
		there := col.Move(a, by, view)
		back := col.Move(there, absolute(col, a)-absolute(col, there), view)
		if math.Abs(absolute(col, back)-absolute(col, a)) > 0.01 {
			t.Fatalf("from %v by %v to %v, back at %v", a, by, there, back)
		}
	})
}

func absolute(col *Column, a Anchor) float64 { return col.Top(a.Block) + a.Offset }

func TestScrollingStaysWithinTheColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), plain)
		a := col.Start(view)
		for _, by := range rapid.SliceOf(rapid.IntRange(-5000, 5000)).Draw(t, "steps") {
			a = col.Move(a, float64(by), view)
			col.WrapSome(func() bool { return false })
			lowest := max(-view.Head, col.Height()+view.Foot-view.Height)
			if y := absolute(col, a); y < -view.Head-0.01 || y > lowest+0.01 {
				t.Fatalf("at %v; allowed are %v to %v", y, -view.Head, lowest)
			}
		}
	})
}

func TestRowsInViewFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		a := col.Move(col.Start(view), float64(rapid.IntRange(0, 3000).Draw(t, "by")), view)
		seen := col.VisibleRows(a, view.Height)
		for i, row := range seen {
			if i > 0 && col.Below(seen[i-1].Row) != row.Row {
				t.Fatalf("row %d is not the one below the row before", i)
			}
			if y := col.Y(row.Row, a); math.Abs(y-row.Y) > 0.01 || y >= view.Height {
				t.Fatalf("row %d is at %v, found at %v", i, row.Y, y)
			}
		}
	})
}

func TestAnchorAtPutsTheRowOnTop(t *testing.T) {
	col := newColumn(t, strings.Repeat("some words that go on and on until the row is full\n\n", 200), plain)
	for pos := 100; pos < col.Body().Len()-2000; pos += 997 {
		a := col.AnchorAt(pos, view)
		row := col.RowAt(Place{Pos: pos})
		if got := col.FirstPosition(a); got != row.Span.Start {
			t.Errorf("position %d: first in view is %d, its row begins at %d", pos, got, row.Span.Start)
		}
	}
}

func TestFirstPositionSurvivesResize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, strings.Repeat(anyText().Draw(t, "text")+"\n", 6), plain)
		pos := rapid.IntRange(0, col.Body().Len()).Draw(t, "pos")
		first := col.FirstPosition(col.AnchorAt(pos, view))
		col.Resize(Geometry{Width: float32(rapid.IntRange(60, 900).Draw(t, "width")), RowHeight: 26, Gap: 14})
		again := col.RowAt(Place{Pos: first})
		if !again.Span.Contains(first) && again.Span.End != first {
			t.Fatalf("row %v for position %d", again.Span, first)
		}
	})
}
