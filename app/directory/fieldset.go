package directory

import (
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/store/text"
)

// fieldset is what the fields of one form share: the particulars that they fill in, what can be picked in them, and who holds them.
type fieldset struct {
	desk        *desk.Desk
	holder      holder
	particulars form.Particulars                  // as it is filled in
	others      func(query string) []control.Item // all actors, or all issues, but the one that the form is of
	errors      map[form.Field]control.Erring     // where each error is shown
}

// holder is what holds a form, as its fields know it.
type holder interface {
	save()
	giveUp()
	touched()                 // something else is filled in now
	rebuild()                 // there are other fields now: they are made anew from the particulars
	resized()                 // what is shown needs more room, or less
	reveal(fyne.CanvasObject) // brings a field into view
}

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (f *fieldset) wire(k *control.Keys, field fyne.CanvasObject) {
	k.OnFocus = func(focused bool) {
		if focused {
			f.holder.reveal(field)
		}
	}
	k.OnSave = f.holder.save
	k.OnCancel = f.holder.giveUp
	k.OnKey = f.desk.TypedKey
}

// line is a field of one line for value.
func (f *fieldset) line(caption string, value *string) *control.Field {
	return f.filled(control.NewField(caption), value)
}

// area is a field of several lines for value.
func (f *fieldset) area(caption string, value *string) *control.Field {
	return f.filled(control.NewArea(caption, 3), value)
}

func (f *fieldset) filled(c *control.Field, value *string) *control.Field {
	c.SetText(*value)
	f.wire(&c.Keys, c)
	c.OnChanged = func(s string) { *value = s; c.SetError(""); f.holder.touched() }
	return c
}

// focus puts the focus where the errors of a field are shown.
func (f *fieldset) focus(field form.Field) {
	if shown := f.errors[field]; shown != nil {
		shown.Focus()
	}
}

// sameName reports whether two names differ at most in case and marks.
func sameName(a, b string) bool {
	return text.Fold(strings.TrimSpace(a)) == text.Fold(strings.TrimSpace(b))
}

// fieldRows are n rows of fields below a caption, so far apart in pixels; without rows nothing is shown.
func fieldRows(gap float32, caption string, n int, row func(i int) fyne.CanvasObject) *control.Flow {
	rows := control.NewFlow(gap)
	rows.Hidden = n == 0
	if n == 0 {
		return rows
	}
	objects := []fyne.CanvasObject{control.NewCaption(caption)}
	for i := range n {
		objects = append(objects, row(i))
	}
	rows.SetObjects(objects...)
	return rows
}
