package intake

import (
	"cmp"
	"math"
	"slices"
)

// ordered returns lines in the order in which people read them: column by column, what spans columns before those below it, one article
// after another. Each line knows its column then.
func ordered(lines []pdfLine) []pdfLine {
	lines = topDown(lines)
	if at, ok := nextStory(lines); ok {
		return append(partOf(lines, lines[:at]), partOf(lines, lines[at:])...)
	}
	if gutter, ok := gutterOf(lines); ok {
		return byColumns(lines, gutter)
	}
	if at, ok := changeOfColumns(lines); ok {
		return append(partOf(lines, lines[:at]), partOf(lines, lines[at:])...)
	}
	return inColumn(joinedCells(lines))
}

// partOf orders some of the lines of a page that nothing stands beside. Those of one column may be as wide as the others.
func partOf(lines, part []pdfLine) []pdfLine {
	result := ordered(part)
	if !slices.ContainsFunc(result, func(line pdfLine) bool { return line.column != result[0].column }) {
		return placedIn(columnOf(lines), result)
	}
	return result
}

// byColumns orders lines of which some stand to the left of a gutter, some to its right, and some across it.
func byColumns(lines []pdfLine, gutter float64) []pdfLine {
	var result, left, right, across []pdfLine
	flush := func() {
		region := columnOf(append(slices.Clone(left), right...))
		above, left := beginOfColumns(left, right)
		left, below := endOfColumns(left, right)
		result = append(append(result, placedIn(region, ordered(above))...), ordered(left)...)
		result = append(append(result, ordered(right)...), placedIn(region, ordered(below))...)
	}
	for _, line := range lines {
		isAcross := line.left < gutter && line.right > gutter
		if isAcross {
			flush()
			left, right = nil, nil
			across = append(across, line)
			continue
		}
		result = append(result, partOf(lines, across)...)
		across = nil
		if line.right <= gutter {
			left = append(left, line)
		} else {
			right = append(right, line)
		}
	}
	flush()
	return append(result, partOf(lines, across)...)
}

// beginOfColumns parts what stands above the right one of two columns from the left one: it may be wider than that.
func beginOfColumns(left, right []pdfLine) (above, column []pdfLine) {
	if len(right) == 0 {
		return nil, left
	}
	at := slices.IndexFunc(left, func(line pdfLine) bool { return line.middle() < right[0].top })
	if at < 0 {
		return left, nil
	}
	return left[:at], left[at:]
}

// endOfColumns parts what stands below both of two columns that end together from the left one, in which it would come before the right.
func endOfColumns(left, right []pdfLine) (column, below []pdfLine) {
	if len(left) == 0 || len(right) == 0 {
		return left, nil
	}
	end := right[len(right)-1]
	for at := 1; at < len(left); at++ {
		before := left[at-1].bottom
		isTogether := math.Abs(before-end.bottom) < 2.5*end.size
		if isTogether && min(before, end.bottom)-left[at].top >= 0.5*end.size {
			return left[:at], left[at:]
		}
	}
	return left, nil
}

// inColumn says of the lines of one column where it begins and ends.
func inColumn(lines []pdfLine) []pdfLine { return placedIn(columnOf(lines), lines) }

// columnOf is where lines begin and end.
func columnOf(lines []pdfLine) edges {
	column := edges{left: math.Inf(1), right: math.Inf(-1)}
	for _, line := range lines {
		column.left, column.right = min(column.left, line.left), max(column.right, line.right)
	}
	return column
}

// placedIn says of lines where the column that they stand in begins and ends.
func placedIn(column edges, lines []pdfLine) []pdfLine {
	for i := range lines {
		lines[i].column = column
	}
	return lines
}

// topDown sorts lines from the top of a page to its bottom; those of one row from left to right.
func topDown(lines []pdfLine) []pdfLine {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b pdfLine) int { return cmp.Compare(b.middle(), a.middle()) })
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[to].middle() > sorted[from].bottom {
			to++
		}
		slices.SortStableFunc(sorted[from:to], func(a, b pdfLine) int { return cmp.Compare(a.left, b.left) })
		from = to
	}
	return sorted
}

func (l *pdfLine) middle() float64 { return (l.bottom + l.top) / 2 }

// gaps are the places before which nothing stands beside each other, across all that lines fill: the index of the line below, and the
// height of the gap.
func gaps(lines []pdfLine) []pdfGap {
	var found []pdfGap
	bottom := math.Inf(1)
	for i, line := range lines {
		if gap := bottom - line.top; i > 0 && gap > 0 {
			found = append(found, pdfGap{i, gap})
		}
		bottom = min(bottom, line.bottom)
	}
	return found
}

type pdfGap struct {
	at     int
	height float64
}

// nextStory finds the headline of another article: large letters alone in their row, with room above them, and columns below and above.
func nextStory(lines []pdfLine) (at int, ok bool) {
	const large, least = 1.3, 8
	if len(lines) < 2*least {
		return 0, false
	}
	usual := usualSize(lines)
	found := gaps(lines)
	for i, gap := range found {
		line := lines[gap.at]
		isAlone := i+1 < len(found) && found[i+1].at == gap.at+1
		if isAlone && line.size > large*usual && gap.height > usual && gap.at >= least && len(lines)-gap.at >= least {
			_, above := gutterOf(lines[:gap.at])
			_, below := gutterOf(lines[gap.at:])
			if above && below {
				return gap.at, true
			}
		}
	}
	return 0, false
}

// changeOfColumns finds where a page goes on in other columns than above: of the gaps across it the largest with columns to one side.
func changeOfColumns(lines []pdfLine) (at int, ok bool) {
	const most = 6 // gaps that are tried
	found := gaps(lines)
	slices.SortStableFunc(found, func(a, b pdfGap) int { return cmp.Compare(b.height, a.height) })
	for _, gap := range found[:min(most, len(found))] {
		if _, ok := gutterOf(lines[:gap.at]); ok {
			return gap.at, true
		}
		if _, ok := gutterOf(lines[gap.at:]); ok {
			return gap.at, true
		}
	}
	return 0, false
}

// usualSize is the size of the letters of most lines.
func usualSize(lines []pdfLine) float64 {
	sizes := make([]float64, len(lines))
	for i, line := range lines {
		sizes[i] = line.size
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// gutterOf finds the empty stripe between two columns: no line but few that span the page cross it, and several lines stand on both sides.
func gutterOf(lines []pdfLine) (x float64, ok bool) {
	const leastLines = 4 // in each column
	if len(lines) < 2*leastLines {
		return 0, false
	}
	from, to := math.Inf(1), math.Inf(-1)
	for _, line := range lines {
		from, to = min(from, line.left), max(to, line.right)
	}
	best, bestCrossing := 0.0, (len(lines)+3)/4
	tried := map[int]bool{} // columns begin at few places
	for _, line := range lines {
		x := line.left - 1
		if x < from+(to-from)*0.1 || x > from+(to-from)*0.9 || tried[int(x)] {
			continue
		}
		tried[int(x)] = true
		left, right, crossing := 0, 0, 0
		for _, other := range lines {
			switch {
			case other.right <= x:
				left++
			case other.left >= x:
				right++
			default:
				crossing++
			}
		}
		if left >= leastLines && right >= leastLines && crossing < bestCrossing && standAlone(lines, x) && areColumns(lines, x, to) {
			best, bestCrossing = x, crossing
		}
	}
	return best, best != 0
}

// standAlone reports whether nothing stands beside the lines that cross a place, as beside a headline or a caption.
func standAlone(lines []pdfLine, x float64) bool {
	isAcross := func(line pdfLine) bool { return line.left < x && line.right > x }
	for i, line := range lines {
		if !isAcross(line) {
			continue
		}
		for _, by := range []int{-1, 1} {
			for at := i + by; at >= 0 && at < len(lines) && math.Abs(lines[at].middle()-line.middle()) < line.size; at += by {
				if beside := lines[at].middle(); !isAcross(lines[at]) && beside > line.bottom && beside < line.top {
					return false
				}
			}
		}
	}
	return true
}

// areColumns reports whether what stands to the left and to the right of a place are columns of text, not cells of a table: they are as
// wide as a few words, and their lines fill them, or stand at heights of their own.
func areColumns(lines []pdfLine, x, to float64) bool {
	var left, right []pdfLine
	from := math.Inf(1)
	for _, line := range lines {
		switch {
		case line.right <= x:
			left = append(left, line)
			from = min(from, line.left)
		case line.left >= x:
			right = append(right, line)
		}
	}
	one, other := fillOf(left, x-from), fillOf(right, to-x)
	if one.ems < 6 || other.ems < 6 {
		return false
	}
	if len(left) > len(right) {
		left, right = right, left
	}
	if stepsWith(left, right) {
		return one.full > 0.5 && other.full > 0.5
	}
	return one.full > 0.25 && other.full > 0.25
}

// fill is how the rows of a column fill it, half of them no more.
type fill struct {
	full float64 // of the width of the column
	ems  float64 // in sizes of letters
}

func fillOf(lines []pdfLine, width float64) fill {
	var widths []float64
	bottom := math.Inf(1)
	for _, line := range lines {
		if n := len(widths); n > 0 && line.middle() > bottom { // of one row
			widths[n-1] += line.right - line.left
			continue
		}
		widths = append(widths, line.right-line.left)
		bottom = line.bottom
	}
	slices.Sort(widths)
	half := widths[len(widths)/2]
	return fill{half / width, half / max(usualSize(lines), 1)}
}

// stepsWith reports whether most of a few lines stand on one height with others.
func stepsWith(few, others []pdfLine) bool {
	bases := make([]float64, len(others))
	for i, line := range others {
		bases[i] = line.base
	}
	slices.Sort(bases)
	with := 0
	for _, line := range few {
		near := 0.12 * line.size
		if at, _ := slices.BinarySearch(bases, line.base-near); at < len(bases) && bases[at] < line.base+near {
			with++
		}
	}
	return with*2 > len(few)
}
