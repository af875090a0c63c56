package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
)

// takesText says whether what has the focus can be typed and pasted into.
func (e *edits) takesText() bool {
	switch e.Window.Canvas().Focused().(type) {
	case typing, *widget.Entry:
		return true
	}
	return false
}

// givesText says whether text can be selected and copied in what has the focus.
func (e *edits) givesText() bool {
	focused := e.Window.Canvas().Focused()
	if list, is := focused.(*control.VirtualList); is {
		return list.OnCopy != nil
	}
	_, ok := focused.(interface{ SelectedText() string })
	return ok
}

// selectsAll says whether all can be selected of what has the focus: of a text, of a list whose rows are selected together, of boxes to
// tick.
func (e *edits) selectsAll() bool {
	switch focused := e.Window.Canvas().Focused().(type) {
	case *control.VirtualList:
		return focused.Together != nil
	case *control.Tick:
		return focused.IsOfList()
	}
	return e.givesText()
}

// toFocused sends a standard editing shortcut to what has the focus: the text
// field, or the reading view.
func (e *edits) toFocused(s fyne.Shortcut) func() {
	return func() {
		if f, ok := e.Window.Canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		}
	}
}
