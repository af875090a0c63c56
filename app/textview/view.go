// Package textview is the reading view: a Fyne widget that shows a long text in
// a column of comfortable width, with marks over it and their labels in the
// margin, and reports what the reader does with mouse and keyboard.
//
// It knows spans of text and colours, nothing of actors, statements or storage:
// what a mark means, and what a key or a click leads to, is decided by its
// callbacks. Positions are code points of the body everywhere. What needs no
// window, such as breaking lines and finding points, is in internal/layout.
package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

// View shows one body with its marks. Use it from the UI goroutine only.
type View struct {
	widget.BaseWidget

	OnSelect    func(text.Span)                          // the reader changed the selection, and it is complete; empty when it is gone
	OnFetch     func(fyne.Focusable, text.Span)          // the reader selected words with the mouse while something else had the keyboard
	OnPick      func(MarkID)                             // the reader clicked a mark or stepped to it; it is current now
	OnUnpick    func()                                   // the reader went on to words without the current mark; none is now
	OnCrowd     func([]MarkID, fyne.Position)            // the reader clicked the count of marks without a label, at a place in the canvas
	OnOpen      func(MarkID)                             // Enter on the current mark
	OnLetter    func(rune) bool                          // a character was typed; true if it meant something
	OnKey       func(*fyne.KeyEvent) bool                // a key that the view has no use for; true if it meant something
	OnScroll    func()                                   // the reader moves the text, by the wheel, a finger or a key
	OnAdjust    func(MarkID, []text.Span)                // the reader moved an end of a mark: what it is to span now
	OnAdjusting func(MarkID, []text.Span)                // the same while the reader drags; once more as it was if that is given up
	OnMenu      func(absolute fyne.Position)             // the context menu was asked for, at a place in the canvas
	OnAhead     func(typed func(to fyne.Focusable)) bool // something was typed, or nil; true: it is kept for later
	OnHover     func(id MarkID, at fyne.Position)        // the pointer came over a mark, at a place in the canvas; zero when it left

	colours Colours
	face    Face
	fonts   fonts
	absent  func(r rune) bool // letters that no font has; nil for none
	later   Later
	fade    func(tick func(done float32)) (stop func())
	now     func() time.Time

	header Header
	body   *text.Body
	marks  markSet
	finds  finds
	glow   glow // what Flash lights up

	pending []text.Span // what SetPending outlines

	column   *layout.Column // nil until body and size are known
	measures measures
	anchor   layout.Anchor
	first    int      // first visible code point
	waiting  []func() // what waits for the column
	slice    func()   // stops the layout of what is not seen

	selection selection
	widened   []text.Span // what WidenSelection led through, the present selection last
	pointer   pointer
	focused   bool
	modifiers fyne.KeyModifier // the keys held down

	drawn picture // nil until the view is shown
}

var (
	_ fyne.Widget            = (*View)(nil)
	_ fyne.Focusable         = (*View)(nil)
	_ fyne.Draggable         = (*View)(nil)
	_ fyne.Scrollable        = (*View)(nil)
	_ fyne.Shortcutable      = (*View)(nil)
	_ fyne.Tabbable          = (*View)(nil)
	_ fyne.SecondaryTappable = (*View)(nil)
	_ desktop.Keyable        = (*View)(nil)
	_ desktop.Mouseable      = (*View)(nil)
	_ desktop.Hoverable      = (*View)(nil)
	_ desktop.Cursorable     = (*View)(nil)
)

// picture is what the view is drawn as.
type picture interface {
	draw()                                       // shows the present state
	marginAt(at fyne.Position) (marginBox, bool) // the label or the stripe at a place of the view
}

// New is an empty view that draws with the given colours.
func New(colours Colours) *View {
	v := &View{
		colours: colours, face: DefaultFace(), later: onTimer, fade: animate, now: time.Now,
		marks: newMarkSet(nil), finds: finds{current: -1},
	}
	v.ExtendBaseWidget(v)
	return v
}

// SetFace changes fonts and measures and keeps the place in the text.
func (v *View) SetFace(f Face) {
	v.face = f
	v.fonts = fonts{}
	v.redraw()
}

// SetAbsent says for which letters no font has a picture: each is shown as □. The
// map must not be changed afterwards. The place in the text stays.
func (v *View) SetAbsent(letters map[rune]bool) {
	v.absent = func(r rune) bool { return letters[r] }
	v.fonts = fonts{}
	v.redraw()
}

// Face is what SetFace set last, or the default.
func (v *View) Face() Face { return v.face }

// SetBody shows another text, from its beginning, without marks.
func (v *View) SetBody(h Header, b *text.Body) {
	v.stopSlices()
	v.pointer.stopEdge()
	v.glow.end()
	v.header, v.body, v.column = h, b, nil
	v.marks, v.finds, v.glow = newMarkSet(nil), finds{current: -1}, glow{}
	v.pending, v.selection, v.widened = nil, selection{}, nil
	v.pointer = pointer{}
	v.first, v.anchor, v.waiting = 0, layout.Anchor{}, nil
	v.measures = measures{}
	v.redraw()
}

// SetHeader changes what stands above the body; the place in the text stays.
func (v *View) SetHeader(h Header) {
	if h == v.header {
		return
	}
	v.header = h
	v.redraw()
}

// Body is the text shown, nil if there is none.
func (v *View) Body() *text.Body { return v.body }

// SetMarks replaces all marks; the slice is not kept. The current one stays so if it is
// among them.
func (v *View) SetMarks(marks []Mark) {
	current := v.marks.current
	v.marks = newMarkSet(marks)
	v.marks.setCurrent(current)
	v.redraw()
}

// Marks are the marks shown. The slice must not be changed.
func (v *View) Marks() []Mark { return v.marks.list }

// SetCurrent makes a mark the picked one; with false no mark is.
func (v *View) SetCurrent(id MarkID, current bool) {
	if !current {
		id = MarkID{}
	}
	v.marks.setCurrent(id)
	v.redraw()
}

// Current is the picked mark.
func (v *View) Current() (MarkID, bool) {
	return v.marks.current, v.marks.current != MarkID{}
}

// Selection is the selected span, empty at the caret if nothing is selected.
func (v *View) Selection() text.Span { return v.selection.span() }

// SelectedText is what Selection spans.
func (v *View) SelectedText() string {
	if v.body == nil {
		return ""
	}
	return v.body.Slice(v.Selection())
}

// Caret is the position of the caret.
func (v *View) Caret() int { return v.selection.caret.Pos }

// redraw shows the present state, if the view is shown at all.
func (v *View) redraw() {
	if v.drawn != nil {
		v.drawn.draw()
	}
}

func (v *View) stopSlices() {
	if v.slice != nil {
		v.slice()
		v.slice = nil
	}
}

// SetLater replaces the timer behind scrolling beyond the edge and the layout
// of long texts in slices. Tests set one that they turn by hand.
func (v *View) SetLater(l Later) { v.later = l }

// marginBox is where a mark can be clicked in the margin, or the count of those
// that there is no room for.
type marginBox struct {
	mark       MarkID
	crowd      []MarkID // set for a count
	x, y       float32
	width, end float32 // end is the lower edge
}
