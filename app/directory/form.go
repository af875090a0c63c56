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

// entrySide is the right of a directory: the form of the actor or issue that is
// open, and below it what merging or deleting asks.
type entrySide struct {
	directory *Directory
	Form      *EntryForm // nil while nothing is open
	stop      func()     // ends the wait for keeping the draft

	flow    *control.Flow // the fields
	footer  *control.Flow // buttons, or a question; in view while the fields scroll
	scroll  *container.Scroll
	content *fyne.Container
}

func newEntrySide(d *Directory) *entrySide {
	s := &entrySide{directory: d, flow: control.NewFlow(8), footer: control.NewFlow(8), stop: func() {}}
	s.scroll = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad, control.PagePad), s.flow))
	s.content = container.New(&overFooter{s}, s.scroll, control.Line(), s.footer)
	return s
}

// overFooter gives the footer the height that it needs, and the fields the rest.
type overFooter struct{ side *entrySide }

const footerPad = 10

func (l *overFooter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 200) }

func (l *overFooter) Layout(o []fyne.CanvasObject, size fyne.Size) {
	inner := size.Width - 2*control.PagePad
	lower := l.side.footer.HeightFor(inner) + 2*footerPad
	if l.side.Form == nil {
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

func (s *entrySide) object() fyne.CanvasObject { return s.content }

// fill shows the form's fields and what stands below them.
func (s *entrySide) fill() {
	s.flow.SetObjects(s.Form.objects()...)
	s.footer.SetObjects(s.Form.footer()...)
	s.resized()
}

// resized makes room after the form grew or shrank.
func (s *entrySide) resized() {
	s.flow.Refresh()
	s.footer.Refresh()
	s.content.Refresh()
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// unfolded makes room for the list of a field, and brings it into view.
func (s *entrySide) unfolded(field fyne.CanvasObject) func(bool) {
	return func(open bool) {
		s.directory.App.Unfolded(field, s.resized)
		if open {
			control.Reveal(s.scroll, field)
		}
	}
}

// show opens the form of a profile.
func (s *entrySide) show(p Profile) {
	s.keepDraft() // somebody may have gone on typing while the profile was read
	s.Form = newEntryForm(s, p)
	s.fill()
	s.scroll.ScrollToTop()
}

// refresh follows a change of the open one. What is being filled in stays.
func (s *entrySide) refresh(p Profile) {
	switch {
	case s.Form == nil || s.Form.profile.id != p.id:
		s.show(p)
	case s.Form.isChanged() || s.Form.profile.Entry.Equals(p.Entry):
		s.Form.profile.Usage = p.Usage
	default:
		s.show(p)
	}
}

func (s *entrySide) clear() {
	s.stop()
	s.Form = nil
	s.flow.SetObjects()
	s.footer.SetObjects()
	s.resized()
}

// focus puts the focus into the form's first field.
func (s *entrySide) focus() {
	if s.Form != nil {
		s.Form.Name.Focus()
	}
}

// touched keeps what is filled in a moment after the last key.
func (s *entrySide) touched() {
	s.Form.showTitle()
	s.stop()
	s.stop = s.directory.App.Work.Later(desk.DraftDelay, s.keepDraft)
	s.directory.App.RefreshMenu()
}

// keepDraft writes the form as a draft if something was filled in.
func (s *entrySide) keepDraft() {
	s.stop()
	f, p := s.Form, s.directory.App.Project
	if f == nil || p == nil || p.ReadOnly() {
		return
	}
	if !f.isChanged() {
		s.directory.dropDraft(f.profile.id, f.key)
		return
	}
	draft := EntryDraft{f.key, f.Entry.Clone()}
	if !s.directory.isKept(f.profile.id, draft) {
		s.directory.saveDraft(f.profile.id, draft)
	}
}

// save writes what was changed as one action and gives the focus to the list.
func (s *entrySide) save() {
	f, d := s.Form, s.directory
	if f == nil {
		return
	}
	d.Subject.takePending(f)
	before, after := f.profile.Entry, f.Entry.Trimmed()
	f.Entry = after
	if err := after.Check(); err != nil {
		f.rebuild()
		f.showError(err)
		return
	}
	s.stop()
	title := d.Words.edit
	if f.IsNew() {
		title = d.Words.add
	}
	id := f.profile.id
	d.App.Do(store.Title{Code: title}, func(b *store.Batch) error {
		var err error
		id, err = d.Subject.save(b, f.profile.id, before, after)
		return err
	}, func(err error) {
		if err != nil {
			f.showError(err)
			return
		}
		d.dropDraft(f.profile.id, f.key)
		if f.IsNew() {
			d.App.Use([]store.ID{id})
		}
		if s.Form == f {
			s.Form = nil // what it held is saved: nothing to keep as a draft
			d.Pick(id)
			d.List.mark(id)
			d.List.focus()
		}
	})
}

// giveUp closes what merging or deleting asks; else it puts aside what was filled in
// and gives the focus back to the list.
func (s *entrySide) giveUp() {
	f, d := s.Form, s.directory
	if f == nil {
		d.List.focus()
		return
	}
	if f.Question != nil {
		f.ask(nil)
		f.Name.Focus()
		return
	}
	d.Subject.takePending(f)
	s.keepDraft()
	id, draft, changed := f.profile.id, EntryDraft{f.key, f.Entry.Clone()}, f.isChanged()
	switch {
	case f.IsNew():
		s.Form = nil
		d.close()
		d.List.openNear()
	case changed:
		s.show(f.profile)
	}
	d.List.focus()
	if changed {
		d.App.PutAside(func() { d.openAgain(id, draft) })
	}
}

// EntryForm are the fields of one actor or issue. Some belong to actors alone, some
// to issues.
type EntryForm struct {
	side    *entrySide
	profile Profile    // as it is saved
	Entry   form.Entry // as it is filled in
	key     string     // of its draft

	title        *control.RichLine
	Name         *control.Field
	colour       *control.Select
	kind         *control.Choice
	Aliases      *control.TokenField
	Affiliations *affiliationFields
	external     *externalFields
	Parent       *control.TypeAhead

	Errors   map[form.Field]control.Erring // where each error is shown
	Problem  *control.RichLine             // what cannot be said beside a field
	Question *question                     // what merging or deleting asks; nil mostly
}

func newEntryForm(s *entrySide, p Profile) *EntryForm {
	key := s.directory.draftKey() + "/" + store.NewID().String()
	return &EntryForm{side: s, profile: p, Entry: p.Entry.Clone(), key: key}
}

func (f *EntryForm) IsNew() bool { return f.profile.id == store.ID{} }

// isChanged reports whether something is filled in that is not saved.
func (f *EntryForm) isChanged() bool { return !f.Entry.Equals(f.profile.Entry) }

func (f *EntryForm) objects() []fyne.CanvasObject {
	d := f.side.directory
	f.Errors = map[form.Field]control.Erring{}
	f.Problem = control.NewRichLine(4)
	f.Problem.Hide()
	f.title = control.NewRichLine(1)
	f.showTitle()
	f.Name = f.field(lang.L("Name"), &f.Entry.Name)
	f.Errors[form.FieldName] = f.Name
	f.colour = control.NewColourSelect(lang.L("Colour"), lang.L("automatic"))
	f.wire(&f.colour.Keys, f.colour)
	f.colour.OnUnfold = f.side.unfolded(f.colour)
	f.colour.SetValue(f.Entry.Colour)
	f.colour.OnChanged = func(key string) { f.Entry.Colour = key; f.touched() }

	upper, lower := d.Subject.fields(f)
	objects := slices.Concat([]fyne.CanvasObject{f.title}, f.DraftCards(), []fyne.CanvasObject{f.Name}, upper, lower)
	return append(objects, f.area(lang.X("caption.description", "Description"), &f.Entry.Description), f.area(lang.L("Your note"), &f.Entry.Note))
}

// footer is what stands below the fields: what went wrong, and what can be done,
// or what is asked.
func (f *EntryForm) footer() []fyne.CanvasObject {
	switch p := f.side.directory.App.Project; {
	case p == nil || p.ReadOnly():
		return []fyne.CanvasObject{control.NewCaption(lang.L("This project is open only to be read."))}
	case f.Question != nil:
		return append([]fyne.CanvasObject{f.Problem}, f.Question.objects...)
	}
	return []fyne.CanvasObject{f.Problem, f.buttons()}
}

// showTitle says what the form is of, and that something in it is not saved.
func (f *EntryForm) showTitle() {
	title, state := f.side.directory.Words.one, ""
	if f.IsNew() {
		title = f.side.directory.Words.create
	} else if f.isChanged() {
		state = lang.L("not saved yet")
	}
	f.title.SetRuns(control.Run{Text: title, Bold: true, Size: look.HeadingSize}, control.Caption("  "+state))
}

func (f *EntryForm) buttons() fyne.CanvasObject {
	side := f.side
	save := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save what was changed"), desk.KeySave.String(), side.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), side.giveUp),
	)
	if f.IsNew() {
		return save
	}
	save.Objects = append(save.Objects,
		control.NewTextButton(lang.L("Merge into…"), lang.L("Two entries are one and the same"), desk.KeyMerge.String(), f.askMerge),
		control.NewTextButton(lang.L("Delete"), lang.L("Delete it; it can be taken back"), desk.KeyDelete.String(), f.AskDelete))
	return save
}

// rebuild makes the fields anew from the entry, keeping what was filled in.
func (f *EntryForm) rebuild() { f.side.fill() }

func (f *EntryForm) touched() { f.side.touched() }

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (f *EntryForm) wire(k *control.Keys, field fyne.CanvasObject) {
	k.OnFocus = func(focused bool) {
		if focused {
			control.Reveal(f.side.scroll, field)
		}
	}
	k.OnSave = f.side.save
	k.OnCancel = f.side.giveUp
	k.OnKey = f.side.directory.App.TypedKey
}

// field is a field of one line for value.
func (f *EntryForm) field(caption string, value *string) *control.Field {
	return f.filled(control.NewField(caption), value)
}

func (f *EntryForm) area(caption string, value *string) *control.Field {
	return f.filled(control.NewArea(caption, 3), value)
}

func (f *EntryForm) filled(c *control.Field, value *string) *control.Field {
	c.SetText(*value)
	f.wire(&c.Keys, c)
	c.OnChanged = func(s string) { *value = s; c.SetError(""); f.touched() }
	return c
}

// Others are all that can be picked but the open one itself.
func (f *EntryForm) Others(query string) []control.Item {
	return slices.DeleteFunc(f.side.directory.Subject.items(query), func(i control.Item) bool {
		return store.ID(i.ID) == f.profile.id
	})
}

// showError shows why the form cannot be saved at the field that can mend it.
func (f *EntryForm) showError(err error) {
	var at *form.FieldError
	if errors.As(err, &at) && f.Errors[at.Field] != nil {
		f.Errors[at.Field].SetError(words.Error(err))
		f.Errors[at.Field].Focus()
	} else {
		f.Problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		f.Problem.Show()
	}
	f.side.resized()
}
