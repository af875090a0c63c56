package directory

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/store"
)

// Commands are what can be done in the directory, and making a new one from anywhere.
func (d *Directory) Commands() []desk.Command {
	of := d.words
	return append([]desk.Command{
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.newCommand), Key: desk.CtrlShift(of.newKey),
			Act: desk.When(d.desk.CanWrite, func() { d.begin("") }),
		},
		{In: desk.SectionDirectory, Label: desk.Fixed(of.mergeCommand), Key: desk.KeyMerge, Act: desk.With(d.changeable, (*entryForm).askMerge)},
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.deleteCommand), Key: desk.KeyDelete,
			Act: desk.With(d.changeable, (*entryForm).askDelete),
		},
	}, d.subject.commands(d)...)
}

// changeable is the form of the one that is open, if it can be changed.
func (d *Directory) changeable() (*entryForm, bool) {
	return d.side.form, d.desk.CanWrite() && d.desk.IsInFront(d) && d.hasOpen() && d.side.form != nil
}

// HistoryOf is what the history of the open one is of.
func (d *Directory) HistoryOf() (desk.Subject, bool) {
	return desk.Subject{Entity: d.subject.entity(), ID: d.open, Name: d.subject.name(d.open)}, d.hasOpen()
}

// FilterList leads to the field that narrows the list.
func (d *Directory) FilterList() { d.list.field.Focus() }

// name is what an actor is called.
func (s actorSubject) name(id store.ID) string { return s.desk.Names.Actor(id).Name }

// name is what an issue is called.
func (s issueSubject) name(id store.ID) string { return s.desk.Names.Issue(id).Name }

// commands are those for actors alone.
func (s actorSubject) commands(d *Directory) []desk.Command {
	open := func() (store.Name, bool) {
		return s.desk.Names.Actor(d.open), s.desk.CanWrite() && s.desk.IsInFront(d) && d.hasOpen()
	}
	return []desk.Command{{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Link All Places of the Actor…")), Key: desk.KeyLinkAll,
		Act: desk.With(open, s.desk.LinkEverywhere),
	}}
}

// commands are those for issues alone: there are none.
func (issueSubject) commands(*Directory) []desk.Command { return nil }
