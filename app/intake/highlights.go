package intake

import (
	"strconv"
	"strings"

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

// isMarkerColour reports whether a colour, "#ffff00" or "FFFF00", is one of a highlighter: bright and no grey, as paper, shadows and code
// have.
func isMarkerColour(colour string) bool {
	rgb, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	if err != nil {
		return false
	}
	return isMarker(int(rgb>>16), int(rgb>>8&0xFF), int(rgb&0xFF)) //nolint:gosec // a byte each
}

// isMarker is isMarkerColour of the parts of a colour, each up to 255.
func isMarker(red, green, blue int) bool {
	const bright, coloured = 0xC0, 0x40
	most := max(red, green, blue)
	return most >= bright && most-min(red, green, blue) >= coloured
}

// note is the comment with its author, as the coder who imports it is somebody else.
func (h Highlight) note() string {
	if h.Author == "" || h.Note == "" {
		return h.Note
	}
	return say.Of("%s: %s", h.Author, h.Note).String()
}
