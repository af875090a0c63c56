package app

import (
	"context"
	"encoding/json"

	"standpoint/store"
	"standpoint/store/text"
)

// textDraft is the key under which an unfinished edit of an article's text is
// kept.
const textDraft = "text"

// textEdit replaces whole lines of a text: plain data, so that a draft can keep
// it.
type textEdit struct {
	Body text.Hash `json:"body"` // that is edited
	Span text.Span `json:"span"` // the lines
	Text string    `json:"text"` // what stands there afterwards
}

// largestEdit is how many code points are edited at once: a text field takes
// long to show more.
const largestEdit = 20_000

// editOf begins an edit of the lines that a span touches; if they are too many,
// of the one in which it ends.
func editOf(body *text.Body, s text.Span) textEdit {
	lines := body.Lines()
	if s.Len() > largestEdit {
		s.Start = s.End
	}
	span := text.Span{Start: lines[body.LineAt(s.Start)].Start, End: lines[body.LineAt(s.End)].End}
	return textEdit{Body: body.Hash(), Span: span, Text: body.Slice(span)}
}

// apply returns the whole text as it is after the edit.
func (e textEdit) apply(body *text.Body) string {
	s := body.String()
	return s[:body.ByteOffset(e.Span.Start)] + e.Text + s[body.ByteOffset(e.Span.End):]
}

// moved is the edit on a body that the text became since it was begun: of the lines
// that hold what its lines held. changed says that they are not the same any more.
func (e textEdit) moved(from, to *text.Body) (rebased textEdit, changed bool) {
	edit := text.NewEdit(from, to)
	rebased = editOf(to, text.Span{Start: edit.Position(e.Span.Start), End: edit.Position(e.Span.End)})
	changed = rebased.Text != from.Slice(e.Span)
	rebased.Text = e.Text
	return rebased, changed
}

// keptTextEdit is the edit of an article's text that was left unfinished, if there is
// one.
func keptTextEdit(ctx context.Context, p *store.Project, article store.ID) (*textEdit, error) {
	drafts, err := p.Drafts(ctx, article)
	for _, d := range drafts {
		var kept textEdit
		if d.Key == textDraft && json.Unmarshal(d.Data, &kept) == nil {
			return &kept, err
		}
	}
	return nil, err
}
