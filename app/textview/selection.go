package textview

import (
	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// selection is the caret, and the end of the selection that stays when the
// caret moves on.
type selection struct {
	fixed int
	caret layout.Place
	goalX float32 // where in the column the caret wants to be in other rows
	going bool    // goalX holds
}

func (s selection) span() text.Span {
	return text.Span{Start: min(s.fixed, s.caret.Pos), End: max(s.fixed, s.caret.Pos)}
}
