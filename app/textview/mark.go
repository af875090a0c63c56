package textview

import (
	"image/color"

	"standpoint/store/text"
)

// MarkID names a mark. The zero value names none.
type MarkID [16]byte

// Style says how a mark is drawn over the text.
type Style uint8

const (
	// Tint is a light background in the mark's colour.
	Tint Style = iota
	// Underline is a line in the mark's colour below the words.
	Underline
	// Band is a thin dashed line below the words; its weight is in the margin.
	Band
	// Shade is a stronger background, like a marker pen.
	Shade
	// Dotted is a dotted line below the words: proposed, and nobody's yet.
	Dotted
)

// A Mark is something to show over spans of the body. The view knows nothing
// of what it stands for.
type Mark struct {
	ID     MarkID
	Spans  []text.Span // in code points of the body
	Style  Style
	Colour color.NRGBA
	Margin []string // beside the stripe in the margin: who, then a line for each thing; no lines, no stripe
	Brief  string   // the margin in one line, for where there is room for no more; empty for its first line
	Tip    string   // what to tell of the mark under the pointer
	Dim    bool     // not what the reader looks for: without its colour, until it is picked or pointed at
}

// isLine says that the style draws a line below the words, which has a lane.
func (s Style) isLine() bool { return s == Underline || s == Band || s == Dotted }
