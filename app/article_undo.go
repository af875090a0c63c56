package app

import "fyne.io/fyne/v2/lang"

// The open form takes back its own steps, before Undo takes back what is saved.

func (v *articlesView) UndoTitle() string {
	if page, ok := v.inspector.Form(); ok && page.Steps.CanTakeBack() {
		return lang.L("Change in the Form")
	}
	return ""
}

func (v *articlesView) RedoTitle() string {
	if page, ok := v.inspector.Form(); ok && page.Steps.CanTakeAgain() {
		return lang.L("Change in the Form")
	}
	return ""
}

func (v *articlesView) TakeBack() bool {
	page, ok := v.inspector.Form()
	return ok && page.TakeBack()
}

func (v *articlesView) TakeAgain() bool {
	page, ok := v.inspector.Form()
	return ok && page.TakeAgain()
}
