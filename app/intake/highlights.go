package intake

import (
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// addHighlights adds what was marked in a document as highlights of its article. A comment becomes a note, under the name of whoever
// wrote it, as far as the document says.
func addHighlights(b *store.Batch, a store.Article, d Draft) error {
	if len(d.Highlights) == 0 {
		return nil
	}
	body, err := text.NewBody(d.Body)
	if err != nil {
		return err
	}
	for _, h := range d.Highlights {
		anchor, err := text.NewAnchor(body, h.Span)
		if err != nil {
			continue // it would cut a character that people see as one
		}
		n, err := b.AddAnnotation(store.Annotation{Article: a.ID, Kind: store.KindHighlight, Anchor: anchor})
		if err != nil {
			return err
		}
		if note := h.note(); note != "" {
			if err := b.SetNote(store.EntityAnnotation, n.ID, note); err != nil {
				return err
			}
		}
	}
	return nil
}

// note is the comment with its author, as the coder who imports it is somebody else.
func (h Highlight) note() string {
	if h.Author == "" || h.Note == "" {
		return h.Note
	}
	return say.Of("%s: %s", h.Author, h.Note).String()
}
