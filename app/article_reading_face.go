package app

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/text"
)

// What the pages at the side ask of the view that shows the text: see [Reading].

// Article is the open one; its ID is zero while none is.
func (v *articlesView) Article() store.Article { return v.article }

// Annotations are those of the open article.
func (v *articlesView) Annotations() []store.Annotation { return v.annotations }

// Body is the text that is shown; nil while none is.
func (v *articlesView) Body() *text.Body { return v.reader.view.Body() }

// Selection is the selected span of the text.
func (v *articlesView) Selection() text.Span { return v.reader.selection() }

// Collapse gives up the selection and leaves the caret at its end.
func (v *articlesView) Collapse() { v.reader.collapse() }

// ShowPending marks words that a form is about, as long as it is not saved.
func (v *articlesView) ShowPending(spans []text.Span) { v.reader.view.SetPending(spans) }

// Focus gives the keyboard to the text, if it is in front.
func (v *articlesView) Focus() { v.reader.focus() }

// HasFocus reports whether the text has the keyboard.
func (v *articlesView) HasFocus() bool {
	return v.app.Window.Canvas().Focused() == fyne.Focusable(v.reader.view)
}

// ComeToFront shows the view.
func (v *articlesView) ComeToFront() { v.app.Show(v) }

// ShowAtLeft shows something in place of the list of articles; nil brings the list back.
func (v *articlesView) ShowAtLeft(o fyne.CanvasObject) {
	if o == nil {
		o = v.listPane
	}
	v.setLeft(o)
}

// Rearrange makes room at the side after a part of it grew or shrank.
func (v *articlesView) Rearrange() {
	if v.side != nil { // the view is made
		v.side.Refresh()
	}
}

// Redress draws the marks anew, as other ones are to stand out.
func (v *articlesView) Redress() { v.redress() }
