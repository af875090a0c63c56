package render

import (
	"cmp"
	"slices"

	"standpoint/app/notes"
)

const (
	cellGap  = 12  // between columns, points
	cellLine = 11  // the height of a line in a table
	cellPad  = 3.5 // above and below a row
)

// table sets a table. Its head stands again on each page; a row stands on one page, unless it is longer than half of one.
func (s *pdfSetter) table(t notes.Table, indent float64) {
	rows := make([][][]pdfSpan, 0, len(t.Rows)+1)
	head := s.row(t.Head)
	for i := range head {
		for j := range head[i] {
			head[i][j].face = s.bold
		}
	}
	rows = append(rows, head)
	for _, r := range t.Rows {
		rows = append(rows, s.row(r))
	}
	edges := columnEdges(rows, indent)
	set := s.rowLines(head, edges, t.Numbers, indent)
	set[0].before = 11
	set[len(set)-1].under = &headGrey
	for i := range set {
		set[i].keep = true
	}
	s.add(set...)
	again := slices.Clone(set)
	for i, r := range rows[1:] {
		lines := s.rowLines(r, edges, t.Numbers, indent)
		lines[len(lines)-1].under = &hairGrey
		s.add(lines...)
		if i == 0 {
			s.head = again // from now on
		}
	}
	s.flush()
	s.head = nil
}

func (s *pdfSetter) row(cells []notes.Text) [][]pdfSpan {
	row := make([][]pdfSpan, len(cells))
	for i, c := range cells {
		row[i] = s.inline(c, smallSize)
	}
	return row
}

// columnEdges returns where the columns begin and where the last ends. A column that needs no more than its share of the room has what
// it needs; those that need more share what is left.
func columnEdges(rows [][][]pdfSpan, indent float64) []float64 {
	n := len(rows[0])
	needs := make([]float64, n)
	for _, row := range rows {
		for i, c := range row {
			needs[i] = max(needs[i], widthOf(c))
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(needs[x], needs[y]) })
	room := columnWidth - indent - cellGap*float64(n-1)
	for i, column := range order {
		needs[column] = min(needs[column], room/float64(n-i))
		room -= needs[column]
	}
	edges := []float64{indent}
	for i := range n {
		edges = append(edges, edges[i]+needs[i]+cellGap)
	}
	return edges
}

func widthOf(spans []pdfSpan) float64 {
	width := 0.0
	for _, s := range spans {
		width += s.width()
	}
	return width
}

// rowLines sets a row: as many lines as its longest cell has, that stay together.
func (s *pdfSetter) rowLines(row [][]pdfSpan, edges []float64, numbers []bool, indent float64) []pdfLine {
	lines := []pdfLine{{}}
	for i, c := range row {
		width := edges[i+1] - edges[i] - cellGap
		for j, spans := range breakLines(c, width+0.01) {
			if j == len(lines) {
				lines = append(lines, pdfLine{})
			}
			x := edges[i]
			if i < len(numbers) && numbers[i] {
				x += width - widthOf(spans)
			}
			lines[j].cells = append(lines[j].cells, pdfCell{x: x, base: cellLine * 0.78, spans: spans})
		}
	}
	const longest = 28
	for j := range lines {
		lines[j].height, lines[j].indent = cellLine, indent
		lines[j].keep = j < len(lines)-1 && len(lines) <= longest
	}
	for j := range lines[0].cells {
		lines[0].cells[j].base += cellPad
	}
	lines[0].height += cellPad
	lines[len(lines)-1].height += cellPad
	return lines
}
