package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/notes"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// adjust writes which words an annotation is about now. If its form has changes
// that are not saved, they become part of these.
func (r *reader) adjust(mark textview.MarkID, spans []text.Span) {
	a, id := r.app, store.ID(mark)
	if r.articles.inspector.takeSpans(id, spans) {
		return
	}
	anchor, err := text.NewAnchor(r.view.Body(), spans...)
	if a.failed(err) {
		return
	}
	a.do(sentence("Adjust %s", kindName(r.articles.kindOf(id))), func(b *store.Batch) error {
		return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) {
		if a.failed(err) {
			r.articles.inspector.previewSpans(id, r.articles.spansOf(id))
		}
	})
}

// takeSpans makes spans those of the open form, if it is the annotation's and
// has changes that are not saved.
func (i *inspector) takeSpans(id store.ID, spans []text.Span) bool {
	page, ok := i.form()
	if !ok || !i.dirty || page.form.Annotation != id {
		return false
	}
	i.previewSpans(id, spans)
	page.touched()
	i.showPending()
	return true
}

// previewSpans shows in the annotation's form the words that the spans hold.
func (i *inspector) previewSpans(id store.ID, spans []text.Span) {
	page, ok := i.form()
	if !ok || page.form.Annotation != id {
		return
	}
	page.form.Spans = spans
	page.form.quote(i.articles.reader.view.Body())
	page.showQuote()
	i.resized()
}

// copyCited copies the selected words, or those of the current mark, with where
// they stand.
func (a *App) copyCited() {
	r := a.articles.reader
	spans := []text.Span{r.selection()}
	if id, ok := r.current(); ok && !r.hasWords() {
		spans = a.articles.spansOf(id)
	}
	fyne.CurrentApp().Clipboard().SetContent(notes.CiteQuote(a.articles.article, r.view.Body(), spans...).String())
	a.tell(lang.L("Copied with its citation."))
}
