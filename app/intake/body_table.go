package intake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Marks that stand for what parts the cells of a table, and the paragraphs of a cell, until the whole row is known. No text has them.
const (
	cellMark = '\x1F'
	partMark = '\x1E'

	cellOrPart = string(cellMark) + string(partMark)
)

// startRow begins a row of a table.
func (w *bodyWriter) startRow() {
	w.marked = false
	w.gap(gapLine)
	w.row = w.runes
}

// cell parts a cell of a table from the one before it in its row, which may be empty.
func (w *bodyWriter) cell() {
	w.marked, w.space, w.parted = false, false, false
	if w.runes > w.row {
		w.ends = 0
	}
	w.put(cellMark)
}

// endPart ends a paragraph within a cell.
func (w *bodyWriter) endPart() {
	w.parted = true
}

// moves are the places of a text at which it became longer or shorter, and by how much all behind them has moved, in code points.
type moves []struct{ behind, by int }

// of is where a place is now.
func (m moves) of(at int) int {
	i, _ := slices.BinarySearchFunc(m, at, func(move struct{ behind, by int }, at int) int { return move.behind - at })
	if i == 0 {
		return at
	}
	return at + m[i-1].by
}

// laidOut is a text with its tables as people read them: the cells of a row of figures or names in one line; those of a row that only puts
// the parts of a text in their places, as paragraphs.
func laidOut(s string) (string, moves) {
	if !strings.ContainsAny(s, cellOrPart) {
		return s, nil
	}
	var t tableText
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if line != "" && strings.Trim(line, cellOrPart) == "" { // of a row that was deleted, or is empty
			t.made("", utf8.RuneCountInString(line)+min(i, 1))
			continue
		}
		isText := isRowOfText(line)
		if i > 0 {
			t.copied("\n")
			if lines[i-1] != "" && line != "" && (isText || isRowOfText(lines[i-1])) {
				t.made("\n", 0)
			}
		}
		t.row(line, isText)
	}
	return t.b.String(), t.moves
}

// isRowOfText reports whether a row of a table holds paragraphs: one cell alone does, or one that is too long for a figure or a name, or
// the text in a download of Factiva.
func isRowOfText(row string) bool {
	const most = 300 // code points in a cell of data
	if !strings.ContainsAny(row, cellOrPart) {
		return false
	}
	cells := strings.Split(row, string(cellMark))
	return len(cells) == 1 || cells[0] == "LP" || cells[0] == "TD" ||
		slices.ContainsFunc(cells, func(cell string) bool { return utf8.RuneCountInString(cell) > most })
}

// tableText is a text that is laid out.
type tableText struct {
	b     strings.Builder
	runes int // read
	moves moves
	by    int
}

// copied takes what stays as it is.
func (t *tableText) copied(s string) {
	t.b.WriteString(s)
	t.runes += utf8.RuneCountInString(s)
}

// made writes something in place of so many code points.
func (t *tableText) made(s string, instead int) {
	t.b.WriteString(s)
	t.runes += instead
	if by := utf8.RuneCountInString(s) - instead; by != 0 {
		t.by += by
		t.moves = append(t.moves, struct{ behind, by int }{t.runes - 1, t.by})
	}
}

// row writes a row of a table, or a line of no table.
func (t *tableText) row(line string, isText bool) {
	for rest := line; rest != ""; {
		at := strings.IndexAny(rest, cellOrPart)
		if at < 0 {
			t.copied(rest)
			return
		}
		t.copied(rest[:at])
		isFirst, isCell := len(rest) == len(line) && at == 0, rest[at] == cellMark
		rest = rest[at+1:]
		isLast := rest == ""
		switch {
		case isText && (isFirst || isLast || rest[0] == cellMark):
			t.made("", 1)
		case isText:
			t.made("\n\n", 1)
		case !isCell:
			t.made(" ", 1)
		default:
			t.made(cellSign(isFirst, isLast || rest[0] == cellMark), 1)
		}
	}
}

// cellSign parts the cells of a row, with a space to each side on which something stands.
func cellSign(isFirst, isEmpty bool) string {
	sign := "|"
	if !isFirst {
		sign = " " + sign
	}
	if !isEmpty {
		sign += " "
	}
	return sign
}
