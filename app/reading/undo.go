package reading

import "fyne.io/fyne/v2/lang"

// The open form takes back its own steps, before Undo takes back what is saved.

// UndoTitle names the last step in the open form; "" if there is none.
func (v *View) UndoTitle() string {
	if v.Inspector.CanTakeBack() {
		return lang.L("Change in the form")
	}
	return ""
}

// RedoTitle names the step in the open form that was taken back last; "" if there is none.
func (v *View) RedoTitle() string {
	if v.Inspector.CanTakeAgain() {
		return lang.L("Change in the form")
	}
	return ""
}

// TakeBack takes back the last step in the open form; false if there is none.
func (v *View) TakeBack() bool { return v.Inspector.TakeBack() }

// TakeAgain does again what TakeBack took back.
func (v *View) TakeAgain() bool { return v.Inspector.TakeAgain() }
