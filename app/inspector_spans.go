package app

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/text"
)

// spans are those of the open form, if they are of the text in front.
func (i *inspector) spans() []text.Span {
	page, ok := i.form()
	if !ok || !page.form.IsPlaced(i.reading.Body()) {
		return nil
	}
	return page.form.Spans
}

// canAddSpan reports whether the selection can be added to the open form.
func (i *inspector) canAddSpan(text.Span) bool {
	page, ok := i.form()
	return ok && len(page.form.Spans) > 0
}

// canCutSpan reports whether some of the selected words are those of the open form.
func (i *inspector) canCutSpan(s text.Span) bool { return slices.ContainsFunc(i.spans(), s.Overlaps) }

// canJoinSpans reports whether the open form has words in more than one place.
func (i *inspector) canJoinSpans() bool { return len(i.spans()) > 1 }

// addSpan adds the selection to the spans of the open form. Spans that touch become
// one.
func (i *inspector) addSpan(s text.Span) {
	i.respan(func(f *form.Form, body *text.Body) bool { f.Place(body, s); return true })
}

// cutSpan takes the selection out of the spans of the open form, which may split
// one.
func (i *inspector) cutSpan(s text.Span) {
	i.respan(func(f *form.Form, body *text.Body) bool { return f.Cut(body, s) })
}

// joinSpans makes one span of those of the open form.
func (i *inspector) joinSpans() {
	i.respan(func(f *form.Form, body *text.Body) bool { f.Join(body); return true })
}

// respan changes the spans of the open form.
func (i *inspector) respan(change func(*form.Form, *text.Body) bool) {
	page, ok := i.form()
	if !ok {
		return
	}
	if !change(&page.form, i.reading.Body()) {
		i.app.Tell(lang.L("These are all the words of the annotation. Delete it, or add others first."))
		return
	}
	page.touched()
	page.showQuote()
	i.showPending()
	i.resized()
	i.reading.Focus()
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
	page.form.Quote(i.reading.Body())
	page.showQuote()
	i.resized()
}
