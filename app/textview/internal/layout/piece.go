package layout

import "standpoint/store/text"

// Row is one row of the column, laid out from left to right as it is seen.
type Row struct {
	Block, Index int
	Span         text.Span // of the body; the rows of a line span all of it, without its line feed
	Text         string    // what Span holds
	Last         bool      // the last row of its line
	Empty        bool      // of an empty line
	Width        float32   // of what is seen, without white space at the end
	Left         float32   // where that begins in the column: not 0 in lines from right to left

	pieces []piece // in the order of the text
	widths *Widths
}

// piece is a word, or the white space between two words.
type piece struct {
	from, to int // bytes in the row's text
	start    int // code points in the row's text
	x, width float32
	space    bool
	standIn  bool // drawn in the font that stands in
	hanging  bool // white space at the end of the row, which is not seen
	sign     bool // from right to left, and no letter: one grapheme cluster
	level    uint8
}

func (p piece) rightToLeft() bool { return p.level%2 == 1 }

// Box is a stretch of a row.
type Box struct{ X, Width float32 }
