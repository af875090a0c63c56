package inspector

// CanTakeBack reports whether something was filled in of the open form that can be taken back, before Undo takes back what is saved.
func (i *Inspector) CanTakeBack() bool {
	p, ok := i.form()
	return ok && p.steps.CanTakeBack()
}

// CanTakeAgain reports whether TakeBack took something back that was not filled in again.
func (i *Inspector) CanTakeAgain() bool {
	p, ok := i.form()
	return ok && p.steps.CanTakeAgain()
}

// TakeBack takes back the last step in the open form; false if there is none.
func (i *Inspector) TakeBack() bool {
	p, ok := i.form()
	return ok && p.takeBack()
}

// TakeAgain does again what TakeBack took back.
func (i *Inspector) TakeAgain() bool {
	p, ok := i.form()
	return ok && p.takeAgain()
}
