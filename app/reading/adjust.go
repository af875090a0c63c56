package reading

import (
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// adjust writes which words an annotation is about now. If its form has changes
// that are not saved, they become part of these.
func (r *reader) adjust(mark textview.MarkID, spans []text.Span) {
	a, id := r.desk, store.ID(mark)
	if r.articles.Inspector.TakeSpans(id, spans) {
		return
	}
	anchor, err := text.NewAnchor(r.View.Body(), spans...)
	if a.Failed(err) {
		return
	}
	a.Do(store.TitleForAdjusting(r.articles.Inspector.KindOf(id)), func(b *store.Batch) error {
		return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) {
		if a.Failed(err) {
			r.articles.Inspector.PreviewSpans(id, r.articles.spansOf(id))
		}
	})
}
