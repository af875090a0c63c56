package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Input is Fyne's entry, made to fit a form: what it does not edit with goes to
// Keys, Tab leaves it also when it has several lines, and it knows whether it has
// something to undo.
type Input struct {
	widget.Entry
	*Keys // the form control's that it is part of, else its own
	// OnTyped sees a key before the entry does; true keeps it from the entry.
	OnTyped func(*fyne.KeyEvent) bool
	OnFocus func(focused bool)
	OnClick func()

	label *label // what stands round it; without a caption its place holder is its name

	focused bool
}

// newInput returns an entry of one line.
func newInput() *Input {
	i := &Input{Keys: &Keys{}}
	// A line that is too long moves with the cursor all the same; sideways would show a scroll bar over the letters.
	i.Wrapping, i.Scroll = fyne.TextWrapOff, fyne.ScrollVerticalOnly
	i.ExtendBaseWidget(i)
	return i
}

// newLines returns an entry that wraps its text and shows that many rows at once.
func newLines(rows int) *Input {
	i := &Input{Keys: &Keys{}}
	i.MultiLine = true
	i.Wrapping = fyne.TextWrapWord
	i.ExtendBaseWidget(i)
	i.SetMinRowsVisible(rows)
	return i
}

// CreateRenderer implements fyne.Widget.
func (i *Input) CreateRenderer() fyne.WidgetRenderer {
	entry := i.Entry.CreateRenderer()
	r := inputRenderer{WidgetRenderer: entry, input: i, wheel: newInputWheel(i, entry.Objects())}
	r.border()
	return r
}

// inputRenderer draws the entry with a border as light as it was asked for, and thicker while it has the keyboard. The
// graphics card blends a border into the fill of its box, and the entry's is
// see-through black, which leaves a dark edge; ours is all but see-through in the colour
// of the field.
type inputRenderer struct {
	fyne.WidgetRenderer
	input *Input
	wheel *inputWheel
}

func (r inputRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.wheel)
}

func (r inputRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.border()
	r.wheel.Resize(size)
}

func (r inputRenderer) Refresh() {
	r.border()
	r.WidgetRenderer.Refresh()
}

func (r inputRenderer) border() {
	none := look.Color(look.ColorField)
	none.A = 1
	for _, o := range r.WidgetRenderer.Objects() {
		if box, ok := o.(*canvas.Rectangle); ok && box.StrokeWidth > 0 {
			box.FillColor, box.StrokeWidth = none, borderOf(r.input.focused)
		}
	}
}

// Tapped implements fyne.Tappable.
func (i *Input) Tapped(e *fyne.PointEvent) {
	i.Entry.Tapped(e)
	if i.OnClick != nil {
		i.OnClick()
	}
}

// AcceptsTab keeps Tab for moving to the next control.
func (i *Input) AcceptsTab() bool { return false }

// Focused says whether the keyboard is here.
func (i *Input) Focused() bool { return i.focused }

// FocusGained implements fyne.Focusable.
func (i *Input) FocusGained() {
	i.focused = true
	i.Entry.FocusGained()
	if i.OnFocus != nil {
		i.OnFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (i *Input) FocusLost() {
	i.focused = false
	i.Entry.FocusLost()
	if i.OnFocus != nil {
		i.OnFocus(false)
	}
}

// TypedKey implements fyne.Focusable.
func (i *Input) TypedKey(e *fyne.KeyEvent) {
	if i.OnTyped != nil && i.OnTyped(e) {
		return
	}
	if !i.passKey(e, i) {
		i.Entry.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable: the entry's own shortcuts act here,
// undo and redo as long as there is something, all others are passed on.
func (i *Input) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		if i.CanUndo() {
			i.Undo()
			return
		}
	case *fyne.ShortcutRedo:
		if i.CanRedo() {
			i.Redo()
			return
		}
	case *fyne.ShortcutCut:
		i.Entry.TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
		return
	case *fyne.ShortcutCopy:
		i.Entry.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
		return
	case *fyne.ShortcutPaste: // the driver's clipboard waits for whoever has it, however long that takes
		i.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		return
	case *fyne.ShortcutSelectAll:
		i.Entry.TypedShortcut(s)
		return
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			i.Entry.TypedShortcut(s)
			return
		case fyne.KeyHome, fyne.KeyEnd: // the entry goes to its ends with the page keys
			if s.Modifier == fyne.KeyModifierShortcutDefault {
				i.Entry.TypedKey(&fyne.KeyEvent{Name: map[fyne.KeyName]fyne.KeyName{
					fyne.KeyHome: fyne.KeyPageUp,
					fyne.KeyEnd:  fyne.KeyPageDown,
				}[s.KeyName]})
				return
			}
		}
	}
	i.pass(s, i)
}

// CanUndo says whether Undo would change the text. Fyne does not tell, so it is
// tried and taken back, unseen.
func (i *Input) CanUndo() bool { return i.wouldChange(i.Undo, i.Redo) }

// CanRedo says whether Redo would change the text.
func (i *Input) CanRedo() bool { return i.wouldChange(i.Redo, i.Undo) }

func (i *Input) wouldChange(try, takeBack func()) bool {
	text, row, column, changed := i.Text, i.CursorRow, i.CursorColumn, i.OnChanged
	i.OnChanged = nil
	defer func() { i.OnChanged = changed }()
	try()
	if i.Text == text {
		return false
	}
	takeBack()
	i.CursorRow, i.CursorColumn = row, column
	i.Refresh()
	return true
}

// GoToEnd sets the caret behind the text, so that typing goes on there.
func (i *Input) GoToEnd() { i.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }

// SelectAll selects the whole text, so that typing replaces it.
func (i *Input) SelectAll() { i.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// inputWheel lies over an entry and takes the wheel, which the entry would keep even where it has nothing to scroll. It takes nothing
// else: clicks and the pointer go to what is below.
type inputWheel struct {
	widget.BaseWidget
	input *Input
	own   *container.Scroll // what the entry's text moves in
}

func newInputWheel(i *Input, inside []fyne.CanvasObject) *inputWheel {
	w := &inputWheel{input: i}
	for _, o := range inside {
		if scroll, ok := o.(*container.Scroll); ok {
			w.own = scroll
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable: an entry of several lines scrolls as long as there is more text that way; else the page does.
func (w *inputWheel) Scrolled(e *fyne.ScrollEvent) {
	if w.input.MultiLine && w.own != nil && hasMore(w.own, e.Scrolled.DY) {
		w.own.Scrolled(e)
		return
	}
	scrollPage(trailUp(w.input), e)
}

// CreateRenderer implements fyne.Widget: there is nothing to see.
func (w *inputWheel) CreateRenderer() fyne.WidgetRenderer { return newDrawing(w) }

func (w *inputWheel) objects() []fyne.CanvasObject { return nil }

func (w *inputWheel) least() fyne.Size { return fyne.Size{} }

func (w *inputWheel) paint() {}

func (w *inputWheel) arrange(fyne.Size) {}
