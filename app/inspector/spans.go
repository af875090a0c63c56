package inspector

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/text"
)

// spans are those of the open form, if they are of the text in front.
func (i *Inspector) spans() []text.Span {
	if page, ok := i.form(); ok {
		return page.spans()
	}
	return nil
}

// CanAddSpan reports whether the selection can be added to the open form.
func (i *Inspector) CanAddSpan(text.Span) bool {
	page, ok := i.form()
	return ok && len(page.form.Spans) > 0
}

// CanCutSpan reports whether some of the selected words are those of the open form.
func (i *Inspector) CanCutSpan(s text.Span) bool { return slices.ContainsFunc(i.spans(), s.Overlaps) }

// CanJoinSpans reports whether the open form has words in more than one place.
func (i *Inspector) CanJoinSpans() bool { return len(i.spans()) > 1 }

// AddSpan adds the selection to the spans of the open form. Spans that touch become
// one.
func (i *Inspector) AddSpan(s text.Span) {
	i.respan(func(f *form.Form, body *text.Body) bool { f.Place(body, s); return true })
}

// CutSpan takes the selection out of the spans of the open form, which may split
// one.
func (i *Inspector) CutSpan(s text.Span) {
	i.respan(func(f *form.Form, body *text.Body) bool { return f.Cut(body, s) })
}

// JoinSpans makes one span of those of the open form.
func (i *Inspector) JoinSpans() {
	i.respan(func(f *form.Form, body *text.Body) bool { f.Join(body); return true })
}

// respan changes the spans of the open form.
func (i *Inspector) respan(change func(*form.Form, *text.Body) bool) {
	page, ok := i.form()
	if !ok {
		return
	}
	if !change(&page.form, i.reading.Body()) {
		i.desk.Tell(lang.L("These are all the words of the annotation. Delete it, or add others first."))
		return
	}
	page.respanned()
	page.touched()
	page.showQuote()
	i.showPending()
	i.resized()
	i.reading.Focus()
}

// TakeSpans makes spans those of the open form, if it is the annotation's and
// has changes that are not saved.
func (i *Inspector) TakeSpans(id store.ID, spans []text.Span) bool {
	page, ok := i.formOf(id)
	if !ok || !i.dirty {
		return false
	}
	i.PreviewSpans(id, spans)
	page.touched()
	i.showPending()
	return true
}

// PreviewSpans shows in the annotation's form the words that the spans hold.
func (i *Inspector) PreviewSpans(id store.ID, spans []text.Span) {
	page, ok := i.formOf(id)
	if !ok {
		return
	}
	page.form.Spans = spans
	page.form.Quote(i.reading.Body())
	page.respanned()
	page.showQuote()
	i.resized()
}
