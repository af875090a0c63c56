package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// focusInterval is how often the window looks where the focus is. Fyne tells
// nobody but the widget itself, and any of them may have got it.
const focusInterval = 200 * time.Millisecond

// watchFocus keeps the entries of the menus that depend on the focus up to date.
func (a *App) watchFocus() {
	a.followFocus()
	a.unwatch = a.Work.Later(focusInterval, a.watchFocus)
}

// followFocus brings the menus up to date if the focus moved. An open menu has
// the focus itself; it stays as it is.
func (a *App) followFocus() {
	now := a.Window.Canvas().Focused()
	if _, inMenu := now.(interface{ Child() *widget.Menu }); inMenu || now == a.focused {
		return
	}
	a.RefreshMenu()
}

// takesText says whether what has the focus can be typed and pasted into.
func (a *App) takesText() bool {
	switch a.Window.Canvas().Focused().(type) {
	case typing, *widget.Entry:
		return true
	}
	return false
}

// givesText says whether text can be selected and copied in what has the focus.
func (a *App) givesText() bool {
	_, ok := a.Window.Canvas().Focused().(interface{ SelectedText() string })
	return ok
}

// toFocused sends a standard editing shortcut to what has the focus: the text
// field, or the reading view.
func (a *App) toFocused(s fyne.Shortcut) func() {
	return func() {
		if f, ok := a.Window.Canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		}
	}
}
