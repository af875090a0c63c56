package layout

import (
	"strings"

	"standpoint/app/direction"
	"standpoint/store/text"
)

// Title is how a short text stands above a body.
type Title struct {
	Width       float32 // of the column, in pixels
	RightToLeft bool    // the body reads so: rows end at the right of the column
	// what stands between facts that read each on its own, the first one where the body's lines begin; "" if the text is one
	Between string
}

// Rows breaks the text into rows and says what to draw of each.
func (h Title) Rows(s string, widths *Widths) [][]Run {
	s = strings.TrimSpace(s)
	levels, base := h.levels(s)
	var rows [][]Run
	var from rowEnd
	for _, to := range wrap(s, widths, h.Width) {
		row := &Row{
			Span: text.Span{Start: int(from.pos), End: int(to.pos)}, Text: s[from.byte:to.byte],
			Last: int(to.byte) == len(s), widths: widths,
		}
		row.cut()
		row.measure()
		ofRow := levels
		if levels != nil {
			ofRow = levels[from.byte:to.byte]
		}
		row.arrange(ofRow, base)
		if h.RightToLeft {
			row.Left = h.Width - row.Width
		}
		rows = append(rows, row.Runs())
		from = to
	}
	return rows
}

// levels are the bidi levels of the bytes of a title and of the title as a
// whole; nil if all is from left to right.
func (h Title) levels(s string) ([]uint8, uint8) {
	if h.Between == "" {
		return levelsOf(s)
	}
	if !h.RightToLeft && !direction.HasRightToLeft(s) {
		return nil, 0
	}
	base := direction.Base(h.RightToLeft)
	var levels []uint8
	for i, fact := range strings.Split(s, h.Between) {
		if i > 0 {
			for range len(h.Between) {
				levels = append(levels, base)
			}
		}
		levels = append(levels, direction.Isolated(fact, base)...)
	}
	return levels, base
}

// levelsOf are the bidi levels of the bytes of a short text and of the text as
// a whole; nil if all is from left to right.
func levelsOf(s string) ([]uint8, uint8) {
	if !direction.HasRightToLeft(s) {
		return nil, 0
	}
	rightLeft := direction.RightToLeft(s)
	return direction.Levels(s, rightLeft), direction.Base(rightLeft)
}
