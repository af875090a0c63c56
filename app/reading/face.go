package reading

import (
	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/text"
)

// What the pages at the side ask of the view that shows the text: see [Reading].

// Article is the open one; its ID is zero while none is.
func (v *View) Article() store.Article { return v.article }

// Annotations are those of the open article.
func (v *View) Annotations() []store.Annotation { return v.annotations }

// Body is the text that is shown; nil while none is.
func (v *View) Body() *text.Body { return v.Reader.View.Body() }

// Selection is the selected span of the text.
func (v *View) Selection() text.Span { return v.Reader.selection() }

// Collapse gives up the selection and leaves the caret at its end.
func (v *View) Collapse() { v.Reader.collapse() }

// ShowPending marks words that a form is about, as long as it is not saved.
func (v *View) ShowPending(spans []text.Span) { v.Reader.View.SetPending(spans) }

// Focus gives the keyboard to the text, if it is in front.
func (v *View) Focus() { v.Reader.Focus() }

// HasFocus reports whether the text has the keyboard.
func (v *View) HasFocus() bool {
	return v.desk.Window.Canvas().Focused() == fyne.Focusable(v.Reader.View)
}

// ComeToFront shows the view.
func (v *View) ComeToFront() { v.desk.Show(v) }

// ShowAtLeft shows something in place of the list of articles; nil brings the list back.
func (v *View) ShowAtLeft(o fyne.CanvasObject) {
	if o == nil {
		o = v.ListPane
	}
	v.setLeft(o)
}

// Rearrange makes room at the side after a part of it grew or shrank.
func (v *View) Rearrange() {
	if v.side != nil { // the view is made
		v.side.Refresh()
	}
}

// Redress draws the marks anew, as other ones are to stand out.
func (v *View) Redress() { v.redress() }
