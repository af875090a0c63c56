package layout

import "math"

// SetLanes gives those stretches that take one a lane, so that no two that
// overlap share one, and each has the lowest that is free where it starts. The
// stretches are sorted by start.
func SetLanes(sorted []Stretch, takesLane func(of int) bool) {
	var ends []int // where each lane is free again
	for i, s := range sorted {
		if !takesLane(s.Of) {
			continue
		}
		lane := 0
		for lane < len(ends) && ends[lane] > s.Start {
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, 0)
		}
		ends[lane] = s.End
		sorted[i].Lane = lane
	}
}

// Label is a block of short lines that wants to stand at Top in the margin,
// beside a stripe that ends at Bottom.
type Label struct {
	Top, Bottom float64
	Lines       int
}

// Placed is where a label stands and how many of its lines are shown: all, the
// first ones, or none.
type Placed struct {
	Y     float64
	Lines int
}

// PlaceLabels puts labels one below the other, gap apart. Each stands at its
// Top, or is pushed down by what is above it, but never so far that its first
// line leaves its stripe by more than slack. A label that would push the next
// one out shows as many lines as do not, but one at least; one for which there is no room shows none.
// The labels are sorted by Top.
func PlaceLabels(labels []Label, lineHeight, gap, slack float64) []Placed {
	placed := make([]Placed, len(labels))
	free := math.Inf(-1)
	for i, l := range labels {
		y := max(l.Top, free)
		lines := l.Lines
		if y > l.Top && y+lineHeight > l.Bottom+slack {
			lines = 0
		}
		if i+1 < len(labels) {
			next := labels[i+1]
			for lines > 1 {
				below := y + float64(lines)*lineHeight + gap
				if below <= next.Top || below+lineHeight <= next.Bottom+slack {
					break
				}
				lines--
			}
		}
		placed[i] = Placed{Y: y, Lines: lines}
		if lines > 0 {
			free = y + float64(lines)*lineHeight + gap
		}
	}
	return placed
}
