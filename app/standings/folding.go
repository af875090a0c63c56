package standings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
)

// figureLeast is the height in pixels that is left to a figure before the fields above it are folded away, and by how many it must be
// more for them to be back, so that they do not go and come while a window is made larger pixel by pixel.
const (
	figureLeast = 240
	figureMore  = 8
)

// folding folds the fields away that stand above a figure where the window is too low for both. They unfold for who asks for them, until
// the keyboard is back in the figure.
type folding struct {
	view   *View
	bars   *control.Flow   // what stands above the figure
	button *control.Button // unfolds them
	isLow  bool            // there is no room for both
	isOpen bool            // somebody asked for the fields
}

func newFolding(v *View) *folding {
	f := &folding{view: v}
	f.button = control.NewQuietButton(lang.L("Fields"), lang.L("Show the filter and the other fields above the figure, or fold them away"),
		keyUnfold.String(), f.toggle)
	f.button.OnKey, f.button.OnLetter = v.desk.TypedKey, v.typedRune
	f.button.SetOn(false)
	f.button.Hide()
	return f
}

// isFolded reports whether the fields are folded away.
func (f *folding) isFolded() bool { return f.isLow && !f.isOpen }

// isShown reports whether the fields are there.
func (f *folding) isShown() bool { return !f.isFolded() }

// toggle unfolds the fields, or folds them away.
func (f *folding) toggle() {
	if f.isFolded() {
		f.unfold()
		f.view.filter.issue.Focus()
		return
	}
	f.view.toBody()
}

// unfold shows the fields to who wants to fill one in.
func (f *folding) unfold() { f.open(true) }

// open has the fields be there, or only as far as there is room.
func (f *folding) open(isOpen bool) {
	if f.isOpen == isOpen {
		return
	}
	f.isOpen = isOpen
	f.apply()
	if f.isLow {
		f.view.fitTop()
	}
}

// apply shows the fields or folds them away.
func (f *folding) apply() {
	v := f.view
	v.filter.fields.Hidden = f.isFolded()
	v.network.fold(f.isFolded())
	f.button.Hidden = !f.isLow
	f.button.SetOn(!f.isFolded())
}

// MinSize implements fyne.Layout.
func (f *folding) MinSize(o []fyne.CanvasObject) fyne.Size { return control.BetweenLayout.MinSize(o) }

// Layout implements fyne.Layout: what is above, the figure, what is below it.
func (f *folding) Layout(o []fyne.CanvasObject, size fyne.Size) {
	was, isTyped := f.isLow, f.hasKeyboard()
	isLow := f.isTooLow(size)
	f.isLow = isLow
	f.isOpen = f.isOpen || isLow && !was && isTyped
	if f.apply(); was != isLow {
		f.view.top.Refresh()
		f.view.room = f.view.top.MinSize().Height
	}
	control.BetweenLayout.Layout(o, size)
}

// isTooLow reports whether a window of a size has no room for the fields and a figure.
func (f *folding) isTooLow(size fyne.Size) bool {
	v := f.view
	was := f.isLow
	f.isLow = false
	f.apply()
	room := padAbove + f.bars.HeightFor(size.Width-2*pad) + padBelow
	f.isLow = was
	if v.tab != tabChanges { // also while another figure is being made
		room += v.bottom.MinSize().Height
	}
	least := float32(figureLeast)
	if was {
		least += figureMore
	}
	return size.Height-room < least
}

// hasKeyboard reports whether the keyboard is in one of the fields that are folded away.
func (f *folding) hasKeyboard() bool {
	focused, is := f.view.desk.Window.Canvas().Focused().(fyne.CanvasObject)
	if !is || f.isFolded() {
		return false
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	at := place(focused)
	for _, fields := range []fyne.CanvasObject{f.view.filter.fields, f.view.network.box} {
		low := place(fields)
		high := low.Add(fields.Size())
		if fields.Visible() && at.X >= low.X && at.Y >= low.Y && at.X < high.X && at.Y < high.Y {
			return true
		}
	}
	return false
}
