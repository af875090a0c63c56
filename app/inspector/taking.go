package inspector

import (
	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/store/text"
)

// Take fills the field of the open form that had the keyboard with selected words, and gives the keyboard back to it; false if that
// was no such field.
func (i *Inspector) Take(field fyne.Focusable, s text.Span) bool {
	p, ok := i.form()
	if !ok || i.reading.Body() == nil || i.reading.Body().Trim(s).Empty() {
		return false
	}
	take, ok := p.taking.into[field]
	if ok {
		take(s)
		i.resized()
		i.desk.Window.Canvas().Focus(field)
		if typed, is := field.(*control.Input); is {
			typed.GoToEnd()
		}
	}
	return ok
}

// CanTake reports whether there is a field of the open form that had the keyboard last, and takes words.
func (i *Inspector) CanTake() bool {
	p, ok := i.form()
	return ok && p.taking.into[p.taking.last] != nil
}

// TakeSelection fills the field of the open form that had the keyboard last with selected words.
func (i *Inspector) TakeSelection(s text.Span) {
	if p, ok := i.form(); ok {
		i.Take(p.taking.last, s)
	}
}
