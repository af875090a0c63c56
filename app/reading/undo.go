package reading

import "fyne.io/fyne/v2/lang"

// The open form takes back its own steps, before Undo takes back what is saved.

func (v *View) UndoTitle() string {
	if page, ok := v.Inspector.Form(); ok && page.Steps.CanTakeBack() {
		return lang.L("Change in the form")
	}
	return ""
}

func (v *View) RedoTitle() string {
	if page, ok := v.Inspector.Form(); ok && page.Steps.CanTakeAgain() {
		return lang.L("Change in the form")
	}
	return ""
}

func (v *View) TakeBack() bool {
	page, ok := v.Inspector.Form()
	return ok && page.TakeBack()
}

func (v *View) TakeAgain() bool {
	page, ok := v.Inspector.Form()
	return ok && page.TakeAgain()
}
