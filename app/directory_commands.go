package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// commands are what can be done in the directory, and making a new one from anywhere.
func (d *directory) commands() []command {
	of := d.words
	return append([]command{
		{in: sectionDirectory, label: fixed(of.newCommand), key: ctrlShift(of.newKey), act: when(d.app.canWrite, func() { d.begin("") })},
		{in: sectionDirectory, label: fixed(of.mergeCommand), key: keyMerge, act: with(d.changeable, (*entryForm).askMerge)},
		{in: sectionDirectory, label: fixed(of.deleteCommand), key: keyDelete, act: with(d.changeable, (*entryForm).askDelete)},
	}, d.subject.commands(d)...)
}

// changeable is the form of the one that is open, if it can be changed.
func (d *directory) changeable() (*entryForm, bool) {
	return d.side.form, d.app.canWrite() && d.app.isInFront(d) && d.hasOpen() && d.side.form != nil
}

// historyOf is what the history of the open one is of.
func (d *directory) historyOf() (Subject, bool) {
	return Subject{entity: d.subject.entity(), id: d.open, name: d.subject.name(d.open)}, d.hasOpen()
}

// filterList leads to the field that narrows the list.
func (d *directory) filterList() { d.list.field.Focus() }

// name is what an actor is called.
func (s actorSubject) name(id store.ID) string { return s.app.names.Actor(id).Name }

// name is what an issue is called.
func (s issueSubject) name(id store.ID) string { return s.app.names.Issue(id).Name }

// commands are those for actors alone.
func (s actorSubject) commands(d *directory) []command {
	open := func() (store.Name, bool) {
		return s.app.names.Actor(d.open), s.app.canWrite() && s.app.isInFront(d) && d.hasOpen()
	}
	return []command{{in: sectionNew, label: fixed(lang.L("Link All Places of the Actor…")), key: keyLinkAll, act: with(open, s.app.linkEverywhere)}}
}

// commands are those for issues alone: there are none.
func (issueSubject) commands(*directory) []command { return nil }
