package form

import (
	"standpoint/store/text"
)

// TextDraft is the key under which an unfinished edit of an article's text is
// kept.
const TextDraft = "text"

// TextEdit replaces whole lines of a text: plain data, so that a draft can keep
// it.
type TextEdit struct {
	Body text.Hash `json:"body"` // that is edited
	Span text.Span `json:"span"` // the lines
	Text string    `json:"text"` // what stands there afterwards
}

// largestEdit is how many code points are edited at once: a text field takes
// long to show more.
const largestEdit = 20_000

// EditOf begins an edit of the lines that a span touches; if they are too many,
// of the one in which it ends.
func EditOf(body *text.Body, s text.Span) TextEdit {
	lines := body.Lines()
	if s.Len() > largestEdit {
		s.Start = s.End
	}
	span := text.Span{Start: lines[body.LineAt(s.Start)].Start, End: lines[body.LineAt(s.End)].End}
	return TextEdit{Body: body.Hash(), Span: span, Text: body.Slice(span)}
}

// Apply returns the whole text as it is after the edit.
func (e TextEdit) Apply(body *text.Body) string {
	s := body.String()
	return s[:body.ByteOffset(e.Span.Start)] + e.Text + s[body.ByteOffset(e.Span.End):]
}

// Moved is the edit on a body that the text became since it was begun: of the lines
// that hold what its lines held. changed says that they are not the same any more.
func (e TextEdit) Moved(from, to *text.Body) (rebased TextEdit, changed bool) {
	edit := text.NewEdit(from, to)
	rebased = EditOf(to, text.Span{Start: edit.Position(e.Span.Start), End: edit.Position(e.Span.End)})
	changed = rebased.Text != from.Slice(e.Span)
	rebased.Text = e.Text
	return rebased, changed
}
