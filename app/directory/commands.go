package directory

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/store"
)

// Commands are what can be done in the directory, and making a new one from anywhere.
func (d *Directory) Commands() []desk.Command {
	of := d.Words
	return append([]desk.Command{
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.newCommand), Key: desk.CtrlShift(of.newKey),
			Act: desk.When(d.App.CanWrite, func() { d.Begin("") }),
		},
		{In: desk.SectionDirectory, Label: desk.Fixed(of.mergeCommand), Key: desk.KeyMerge, Act: desk.With(d.changeable, (*EntryForm).askMerge)},
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.DeleteCommand), Key: desk.KeyDelete,
			Act: desk.With(d.changeable, (*EntryForm).AskDelete),
		},
	}, d.Subject.commands(d)...)
}

// changeable is the form of the one that is open, if it can be changed.
func (d *Directory) changeable() (*EntryForm, bool) {
	return d.Side.Form, d.App.CanWrite() && d.App.IsInFront(d) && d.HasOpen() && d.Side.Form != nil
}

// HistoryOf is what the history of the open one is of.
func (d *Directory) HistoryOf() (desk.Subject, bool) {
	return desk.Subject{Entity: d.Subject.entity(), ID: d.Open, Name: d.Subject.name(d.Open)}, d.HasOpen()
}

// FilterList leads to the field that narrows the list.
func (d *Directory) FilterList() { d.List.Field.Focus() }

// name is what an actor is called.
func (s actorSubject) name(id store.ID) string { return s.desk.Names.Actor(id).Name }

// name is what an issue is called.
func (s issueSubject) name(id store.ID) string { return s.desk.Names.Issue(id).Name }

// commands are those for actors alone.
func (s actorSubject) commands(d *Directory) []desk.Command {
	open := func() (store.Name, bool) {
		return s.desk.Names.Actor(d.Open), s.desk.CanWrite() && s.desk.IsInFront(d) && d.HasOpen()
	}
	return []desk.Command{{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Link All Places of the Actor…")), Key: desk.KeyLinkAll,
		Act: desk.With(open, s.desk.LinkEverywhere),
	}}
}

// commands are those for issues alone: there are none.
func (issueSubject) commands(*Directory) []desk.Command { return nil }
