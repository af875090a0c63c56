// Package textview is the reading view: a Fyne widget that shows a long text in
// a column of comfortable width, with marks over it and their labels in the
// margin, and reports what the reader does with mouse and keyboard.
//
// It knows spans of text and colours, nothing of actors, statements or storage:
// what a mark means, and what a key or a click leads to, is decided by its
// callbacks. Positions are code points of the body everywhere.
package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"standpoint/store/text"
)

// Header is what stands above the body and scrolls with it.
type Header struct {
	Title    string
	Subtitle string
}

// Later calls do on the UI goroutine after a delay, unless cancel comes first.
type Later func(after time.Duration, do func()) (cancel func())

// View shows one body with its marks. Use it from the UI goroutine only.
type View struct {
	widget.BaseWidget

	OnSelect func(text.Span)                   // the selection changed by the reader and is complete; empty when it is gone
	OnPick   func(MarkID)                      // a mark was clicked or stepped to
	OnOpen   func(MarkID)                      // Enter on the current mark
	OnLetter func(rune) bool                   // a letter was typed; true if it meant something
	OnScroll func(pos int)                     // the first visible code point changed
	OnMenu   func(absolute fyne.Position)      // the context menu was asked for, at a place in the canvas
	OnHover  func(id MarkID, at fyne.Position) // the pointer came over a mark, at a place in the canvas; zero when it left

	colours Colours
	face    Face
	later   Later
	header  Header
	body    *text.Body
	marks   []Mark
}

// New is an empty view that draws with the given colours.
func New(colours Colours) *View {
	v := &View{colours: colours, face: DefaultFace()}
	v.ExtendBaseWidget(v)
	return v
}

// SetFace changes fonts and measures and keeps the place in the text.
func (v *View) SetFace(f Face) { v.face = f; v.Refresh() }

// Face is what SetFace set last, or the default.
func (v *View) Face() Face { return v.face }

// SetLater replaces the timer behind fades, scrolling beyond the edge and
// layout in slices. Tests set one that they turn by hand.
func (v *View) SetLater(l Later) { v.later = l }

// SetBody shows another text, from its beginning, without marks.
func (v *View) SetBody(h Header, b *text.Body) { v.header, v.body, v.marks = h, b, nil }

// SetHeader changes what stands above the body; the place in the text stays.
func (v *View) SetHeader(h Header) { v.header = h }

// Body is the text shown, nil if there is none.
func (v *View) Body() *text.Body { return v.body }

// SetMarks replaces all marks.
func (v *View) SetMarks(marks []Mark) { v.marks = marks }

// PutMark adds a mark, or replaces the one with its ID.
func (v *View) PutMark(m Mark) {}

// RemoveMark takes one mark away.
func (v *View) RemoveMark(id MarkID) {}

// SetCurrent makes a mark the picked one; with false no mark is.
func (v *View) SetCurrent(id MarkID, current bool) {}

// Current is the picked mark.
func (v *View) Current() (MarkID, bool) { return MarkID{}, false }

// Selection is the selected span, empty at the caret if nothing is selected.
func (v *View) Selection() text.Span { return text.Span{} }

// SelectedText is what Selection spans.
func (v *View) SelectedText() string { return "" }

// Select selects a span, grown to whole grapheme clusters, and puts the caret
// at its end. It does not scroll and does not call OnSelect.
func (v *View) Select(s text.Span) {}

// Caret is the position of the caret.
func (v *View) Caret() int { return 0 }

// Reveal scrolls as little as needed to show the span.
func (v *View) Reveal(s text.Span) {}

// Flash shows the span and lights it up for a moment.
func (v *View) Flash(s text.Span) {}

// ShowFinds shows what a search found; current is an index into hits, or -1.
// The current hit is revealed.
func (v *View) ShowFinds(hits []text.Span, current int) {}

// ClearFinds takes away what ShowFinds showed.
func (v *View) ClearFinds() {}

// Position is the first visible code point.
func (v *View) Position() int { return 0 }

// SetPosition scrolls so that the row with the code point is the first.
func (v *View) SetPosition(cp int) {}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(canvas.NewRectangle(nil)))
}
