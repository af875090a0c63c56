package directory

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// particularsForm are the fields of one actor or issue.
type particularsForm struct {
	*fieldset

	subject subject
	words   subjectWords
	profile profile // as it is saved
	key     string  // of its draft

	title  *control.RichLine
	name   *control.Field
	colour *control.Select
	own    ownFields

	problem  *control.RichLine // what cannot be said beside a field
	question *question         // what merging or deleting asks; nil mostly
}

// newEntryForm makes the form of a profile, filled with what is saved.
func newEntryForm(set *fieldset, s subject, p profile, key string) *particularsForm {
	f := &particularsForm{fieldset: set, subject: s, words: s.words(), profile: p, key: key}
	f.particulars = p.particulars.Clone()
	f.others = func(query string) []control.Item {
		return slices.DeleteFunc(s.items(query), func(i control.Item) bool { return store.ID(i.ID) == p.id })
	}
	return f
}

func (f *particularsForm) isNew() bool { return f.profile.id == store.ID{} }

// isChanged reports whether something is filled in that is not saved.
func (f *particularsForm) isChanged() bool { return !f.particulars.Equals(f.profile.particulars) }

// draft is what is filled in, as it is kept.
func (f *particularsForm) draft() particularsDraft {
	return particularsDraft{f.key, f.particulars.Clone()}
}

// objects makes the fields anew, filled with the particulars. What is offered stands below the title.
func (f *particularsForm) objects(offered []fyne.CanvasObject) []fyne.CanvasObject {
	f.errors = map[form.Field]control.Erring{}
	f.problem = control.NewRichLine(4)
	f.problem.Hide()
	f.title = control.NewRichLine(1)
	f.showTitle()
	f.name = f.line(lang.L("Name"), &f.particulars.Name)
	f.errors[form.FieldName] = f.name
	f.colour = control.NewColourSelect(lang.L("Colour"), lang.L("automatic"))
	f.wire(&f.colour.Keys, f.colour)
	f.colour.SetValue(f.particulars.Colour)
	f.colour.OnChanged = func(key string) { f.particulars.Colour = key; f.holder.touched() }
	f.own = f.subject.fields(f.fieldset)
	return slices.Concat(
		[]fyne.CanvasObject{f.title}, offered, []fyne.CanvasObject{f.name},
		f.own.besideColour(), []fyne.CanvasObject{f.colour}, f.own.aboveDescription(),
		[]fyne.CanvasObject{
			f.area(lang.X("caption.description", "Description"), &f.particulars.Description),
			f.area(lang.L("Your note"), &f.particulars.Note),
		},
	)
}

// showTitle says what the form is of, and that something in it is not saved.
func (f *particularsForm) showTitle() {
	title, state := f.words.one, ""
	if f.isNew() {
		title = f.words.create
	} else if f.isChanged() {
		state = lang.L("not saved yet")
	}
	f.title.SetRuns(control.Run{Text: title, Bold: true, Size: look.PageTitleSize}, control.Caption("  "+state))
}

// showError shows why the form cannot be saved at the field that can mend it.
func (f *particularsForm) showError(err error) {
	if errors.Is(err, context.Canceled) {
		return // nobody said whose work it is, or waited for another program: the form is there still
	}
	var at *form.FieldError
	if errors.As(err, &at) && f.errors[at.Field] != nil {
		f.errors[at.Field].SetError(words.Error(err))
		f.focus(at.Field)
	} else {
		f.problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		f.problem.Show()
	}
	f.holder.resized()
}
