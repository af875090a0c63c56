package app

import "fyne.io/fyne/v2/lang"

// The open form takes back its own steps, before Undo takes back what is saved.

func (v *articlesView) undoTitle() string {
	if page, ok := v.inspector.form(); ok && page.steps.CanTakeBack() {
		return lang.L("Change in the Form")
	}
	return ""
}

func (v *articlesView) redoTitle() string {
	if page, ok := v.inspector.form(); ok && page.steps.CanTakeAgain() {
		return lang.L("Change in the Form")
	}
	return ""
}

func (v *articlesView) takeBack() bool {
	page, ok := v.inspector.form()
	return ok && page.takeBack()
}

func (v *articlesView) takeAgain() bool {
	page, ok := v.inspector.form()
	return ok && page.takeAgain()
}
