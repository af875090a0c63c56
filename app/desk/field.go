package desk

import (
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
)

// pressTime is how long a mouse button is held down for a click, at most.
const pressTime = 300 * time.Millisecond

// Unfolded makes room for the list of a field, or gives it back. A list that folds
// because the focus goes elsewhere leaves its room for a moment: the button that is
// being pressed must not move away from under the pointer.
func (d *Desk) Unfolded(field fyne.CanvasObject, resized func()) {
	if c, ok := field.(control.Chooser); ok && !c.Unfolded() && !c.Input().Focused() {
		d.Work.Later(pressTime, resized)
		return
	}
	resized()
}

// DraftDelay is how long after the last change a form is kept as a draft.
const DraftDelay = 400 * time.Millisecond
