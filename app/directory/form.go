package directory

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// formPart is the right of a directory: the form of the actor or issue that is
// open, and below it what merging or deleting asks.
type formPart struct {
	directory *Directory
	form      *entryForm // nil while nothing is open
	stop      func()     // ends the wait for keeping the draft

	flow    *control.Flow // the fields
	footer  *control.Flow // buttons, or a question; in view while the fields scroll
	scroll  *container.Scroll
	content *fyne.Container
}

func newFormPart(d *Directory) *formPart {
	s := &formPart{directory: d, flow: control.NewFlow(8), footer: control.NewFlow(8), stop: func() {}}
	s.scroll = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad, control.PagePad), s.flow))
	s.content = container.New(&overFooter{s}, s.scroll, control.Line(), s.footer)
	return s
}

// overFooter gives the footer the height that it needs, and the fields the rest.
type overFooter struct{ side *formPart }

const footerPad = 10

func (l *overFooter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 200) }

func (l *overFooter) Layout(o []fyne.CanvasObject, size fyne.Size) {
	inner := size.Width - 2*control.PagePad
	lower := l.side.footer.HeightFor(inner) + 2*footerPad
	if l.side.form == nil {
		lower = 0
	}
	upper := max(size.Height-lower, 120)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, upper))
	o[1].Move(fyne.NewPos(0, upper))
	o[1].Resize(fyne.NewSize(size.Width, 1))
	o[2].Move(fyne.NewPos(control.PagePad, upper+footerPad))
	o[2].Resize(fyne.NewSize(inner, max(lower-2*footerPad, 0)))
}

func (s *formPart) object() fyne.CanvasObject { return s.content }

// fill shows the form's fields and what stands below them.
func (s *formPart) fill() {
	s.flow.SetObjects(s.form.objects()...)
	s.footer.SetObjects(s.form.footer()...)
	s.resized()
}

// resized makes room after the form grew or shrank.
func (s *formPart) resized() {
	s.flow.Refresh()
	s.footer.Refresh()
	s.content.Refresh()
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// unfolded makes room for the list of a field, and brings it into view.
func (s *formPart) unfolded(field fyne.CanvasObject) func(bool) {
	return func(open bool) {
		s.directory.desk.Unfolded(field, s.resized)
		if open {
			control.Reveal(s.scroll, field)
		}
	}
}

// show opens the form of a profile.
func (s *formPart) show(p profile) {
	s.keepDraft() // somebody may have gone on typing while the profile was read
	s.form = newEntryForm(s, p)
	s.fill()
	s.scroll.ScrollToTop()
}

// refresh follows a change of the open one. What is being filled in stays.
func (s *formPart) refresh(p profile) {
	switch {
	case s.form == nil || s.form.profile.id != p.id:
		s.show(p)
	case s.form.isChanged() || s.form.profile.entry.Equals(p.entry):
		s.form.profile.usage = p.usage
	default:
		s.show(p)
	}
}

func (s *formPart) clear() {
	s.stop()
	s.form = nil
	s.flow.SetObjects()
	s.footer.SetObjects()
	s.resized()
}

// focus puts the focus into the form's first field.
func (s *formPart) focus() {
	if s.form != nil {
		s.form.name.Focus()
	}
}

// touched keeps what is filled in a moment after the last key.
func (s *formPart) touched() {
	s.form.showTitle()
	s.stop()
	s.stop = s.directory.desk.Work.Later(desk.DraftDelay, s.keepDraft)
	s.directory.desk.RefreshMenu()
}

// keepDraft writes the form as a draft if something was filled in.
func (s *formPart) keepDraft() {
	s.stop()
	f, p := s.form, s.directory.desk.Project
	if f == nil || p == nil || p.ReadOnly() {
		return
	}
	if !f.isChanged() {
		s.directory.dropDraft(f.profile.id, f.key)
		return
	}
	draft := entryDraft{f.key, f.entry.Clone()}
	if !s.directory.isKept(f.profile.id, draft) {
		s.directory.saveDraft(f.profile.id, draft)
	}
}

// save writes what was changed as one action and gives the focus to the list.
func (s *formPart) save() {
	f, d := s.form, s.directory
	if f == nil {
		return
	}
	d.subject.takePending(f)
	before, after := f.profile.entry, f.entry.Trimmed()
	f.entry = after
	if err := after.Check(); err != nil {
		f.rebuild()
		f.showError(err)
		return
	}
	s.stop()
	title := d.words.edit
	if f.isNew() {
		title = d.words.add
	}
	id := f.profile.id
	d.desk.Do(store.Title{Code: title}, func(b *store.Batch) error {
		var err error
		id, err = d.subject.save(b, f.profile.id, before, after)
		return err
	}, func(err error) {
		if err != nil {
			f.showError(err)
			return
		}
		d.dropDraft(f.profile.id, f.key)
		if f.isNew() {
			d.desk.Use([]store.ID{id})
		}
		if s.form == f {
			s.form = nil // what it held is saved: nothing to keep as a draft
			d.pick(id)
			d.list.mark(id)
			d.list.focus()
		}
	})
}

// giveUp closes what merging or deleting asks; else it puts aside what was filled in
// and gives the focus back to the list.
func (s *formPart) giveUp() {
	f, d := s.form, s.directory
	if f == nil {
		d.list.focus()
		return
	}
	if f.question != nil {
		f.ask(nil)
		f.name.Focus()
		return
	}
	d.subject.takePending(f)
	s.keepDraft()
	id, draft, changed := f.profile.id, entryDraft{f.key, f.entry.Clone()}, f.isChanged()
	switch {
	case f.isNew():
		s.form = nil
		d.close()
		d.list.openNear()
	case changed:
		s.show(f.profile)
	}
	d.list.focus()
	if changed {
		d.desk.PutAside(func() { d.openAgain(id, draft) })
	}
}

// entryForm are the fields of one actor or issue. Some belong to actors alone, some
// to issues.
type entryForm struct {
	side    *formPart
	profile profile    // as it is saved
	entry   form.Entry // as it is filled in
	key     string     // of its draft

	title        *control.RichLine
	name         *control.Field
	colour       *control.Select
	kind         *control.Choice
	aliases      *control.TokenField
	affiliations *affiliationFields
	external     *externalFields
	parent       *control.TypeAhead

	errors   map[form.Field]control.Erring // where each error is shown
	problem  *control.RichLine             // what cannot be said beside a field
	question *question                     // what merging or deleting asks; nil mostly
}

func newEntryForm(s *formPart, p profile) *entryForm {
	key := s.directory.draftKey() + "/" + store.NewID().String()
	return &entryForm{side: s, profile: p, entry: p.entry.Clone(), key: key}
}

func (f *entryForm) isNew() bool { return f.profile.id == store.ID{} }

// isChanged reports whether something is filled in that is not saved.
func (f *entryForm) isChanged() bool { return !f.entry.Equals(f.profile.entry) }

func (f *entryForm) objects() []fyne.CanvasObject {
	d := f.side.directory
	f.errors = map[form.Field]control.Erring{}
	f.problem = control.NewRichLine(4)
	f.problem.Hide()
	f.title = control.NewRichLine(1)
	f.showTitle()
	f.name = f.field(lang.L("Name"), &f.entry.Name)
	f.errors[form.FieldName] = f.name
	f.colour = control.NewColourSelect(lang.L("Colour"), lang.L("automatic"))
	f.wire(&f.colour.Keys, f.colour)
	f.colour.OnUnfold = f.side.unfolded(f.colour)
	f.colour.SetValue(f.entry.Colour)
	f.colour.OnChanged = func(key string) { f.entry.Colour = key; f.touched() }

	upper, lower := d.subject.fields(f)
	objects := slices.Concat([]fyne.CanvasObject{f.title}, f.draftCards(), []fyne.CanvasObject{f.name}, upper, lower)
	return append(objects, f.area(lang.X("caption.description", "Description"), &f.entry.Description),
		f.area(lang.L("Your note"), &f.entry.Note))
}

// footer is what stands below the fields: what went wrong, and what can be done,
// or what is asked.
func (f *entryForm) footer() []fyne.CanvasObject {
	switch p := f.side.directory.desk.Project; {
	case p == nil || p.ReadOnly():
		return []fyne.CanvasObject{control.NewCaption(lang.L("This project is open only to be read."))}
	case f.question != nil:
		return append([]fyne.CanvasObject{f.problem}, f.question.objects...)
	}
	return []fyne.CanvasObject{f.problem, f.buttons()}
}

// showTitle says what the form is of, and that something in it is not saved.
func (f *entryForm) showTitle() {
	title, state := f.side.directory.words.one, ""
	if f.isNew() {
		title = f.side.directory.words.create
	} else if f.isChanged() {
		state = lang.L("not saved yet")
	}
	f.title.SetRuns(control.Run{Text: title, Bold: true, Size: look.PageTitleSize}, control.Caption("  "+state))
}

func (f *entryForm) buttons() fyne.CanvasObject {
	side := f.side
	save := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save what was changed"), desk.KeySave.String(), side.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), side.giveUp),
	)
	if f.isNew() {
		return save
	}
	save.Objects = append(save.Objects,
		control.NewTextButton(lang.L("Merge into…"), lang.L("Two entries are one and the same"), desk.KeyMerge.String(), f.askMerge),
		control.NewTextButton(lang.L("Delete"), lang.L("Delete it; it can be taken back"), desk.KeyDelete.String(), f.askDelete))
	return save
}

// rebuild makes the fields anew from the entry, keeping what was filled in.
func (f *entryForm) rebuild() { f.side.fill() }

func (f *entryForm) touched() { f.side.touched() }

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (f *entryForm) wire(k *control.Keys, field fyne.CanvasObject) {
	k.OnFocus = func(focused bool) {
		if focused {
			control.Reveal(f.side.scroll, field)
		}
	}
	k.OnSave = f.side.save
	k.OnCancel = f.side.giveUp
	k.OnKey = f.side.directory.desk.TypedKey
}

// field is a field of one line for value.
func (f *entryForm) field(caption string, value *string) *control.Field {
	return f.filled(control.NewField(caption), value)
}

func (f *entryForm) area(caption string, value *string) *control.Field {
	return f.filled(control.NewArea(caption, 3), value)
}

func (f *entryForm) filled(c *control.Field, value *string) *control.Field {
	c.SetText(*value)
	f.wire(&c.Keys, c)
	c.OnChanged = func(s string) { *value = s; c.SetError(""); f.touched() }
	return c
}

// others are all that can be picked but the open one itself.
func (f *entryForm) others(query string) []control.Item {
	return slices.DeleteFunc(f.side.directory.subject.items(query), func(i control.Item) bool {
		return store.ID(i.ID) == f.profile.id
	})
}

// showError shows why the form cannot be saved at the field that can mend it.
func (f *entryForm) showError(err error) {
	var at *form.FieldError
	if errors.As(err, &at) && f.errors[at.Field] != nil {
		f.errors[at.Field].SetError(words.Error(err))
		f.errors[at.Field].Focus()
	} else {
		f.problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		f.problem.Show()
	}
	f.side.resized()
}
