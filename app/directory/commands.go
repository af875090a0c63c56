package directory

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// Hints are the keys that the status line names while the view is in front.
func (d *Directory) Hints() []desk.Hint {
	return []desk.Hint{
		{Key: desk.KeyFilter, Does: lang.L("find")},
		{Key: desk.KeyEdit, Does: lang.L("edit")},
		{Key: desk.KeySave, Does: lang.L("save")},
		{Key: desk.KeyMerge, Does: lang.L("merge")},
		{Key: desk.KeyDelete, Does: lang.L("delete")},
		{Key: desk.KeyUndo, Does: lang.L("undo")},
	}
}

// Relist shows the rows of list and record as tall as they are to be now.
func (d *Directory) Relist() {
	d.list.relist()
	d.record.relist()
}

// Commands are what can be done in the directory, and making a new one from anywhere.
func (d *Directory) Commands() []desk.Command {
	of := d.words
	commands := []desk.Command{
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.newCommand), Key: desk.CtrlShift(of.newKey),
			Act: desk.When(d.desk.CanWrite, func() { d.begin("") }),
		},
		{
			In: desk.SectionDirectory, Label: d.mergeLabel, Key: desk.KeyMerge,
			Act: desk.When(d.isMergeable, d.askMerge),
		},
		{
			In: desk.SectionDirectory, Label: d.deleteLabel, Key: desk.KeyDelete,
			Act: desk.When(d.isDeletable, d.askDelete),
		},
	}
	if d.subject.entity() == store.EntityActor {
		commands = append(commands, desk.Command{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Mentions of the Actor")), Key: desk.KeyMentions,
			Act:     desk.When(func() bool { return d.desk.IsInFront(d) && d.record.hasBoth() }, d.record.turn),
			Checked: func() bool { return d.record.showsMentions() },
		})
	}
	return append(commands, d.subject.commands(func() (store.ID, bool) {
		return d.open, d.hasOpen() && d.desk.CanWrite() && d.desk.IsInFront(d)
	})...)
}

// deleteLabel says what would be deleted.
func (d *Directory) deleteLabel() string {
	if ids, several := d.list.several(); several {
		return d.words.deleteSeveral(len(ids))
	}
	return d.words.deleteCommand
}

// Selected are the rows that are selected in the record.
func (d *Directory) Selected() (desk.Selected, bool) { return d.record.selected() }

// Subjects are those that are selected in the list, else the open one.
func (d *Directory) Subjects() (desk.Selected, bool) {
	of := desk.KindOfActors
	if d.subject.entity() == store.EntityIssue {
		of = desk.KindOfIssues
	}
	if ids, several := d.list.several(); several {
		return desk.Selected{IDs: ids, Of: of}, true
	}
	return desk.Selected{IDs: []store.ID{d.open}, Of: of}, d.hasOpen()
}

// ForReport is what is chosen for a report: rows of the record to be quoted, else actors or issues to list what is recorded of them.
func (d *Directory) ForReport() (desk.Selected, bool) {
	if s, has := d.record.selected(); has {
		return s, true
	}
	return d.Subjects()
}

// isDeletable reports whether there is something to delete: the open one, or several that are selected.
func (d *Directory) isDeletable() bool {
	if _, recorded := d.record.selected(); recorded { // while a record has the keyboard, Delete is about its rows
		return false
	}
	_, several := d.list.several()
	return d.isChangeable() || several && d.desk.CanWrite() && d.desk.IsInFront(d)
}

// askDelete asks whether the selected ones are to be deleted, if they are several; else what is to become of the annotations of the open
// one.
func (d *Directory) askDelete() {
	ids, several := d.list.several()
	if !several {
		d.side.askDelete()
		return
	}
	d.desk.Ask(d.words.deleteSeveral(len(ids)), d.words.askSeveral(len(ids)), lang.L("Delete"), func() {
		d.side.keepDraft()
		d.desk.DeleteSeveral(d.subject.entity(), ids, d.focusList)
	})
}

// isChangeable reports whether the form of one is open that can be changed.
func (d *Directory) isChangeable() bool {
	return d.desk.CanWrite() && d.desk.IsInFront(d) && d.hasOpen() && d.Editing()
}

// HistoryOf is what the history of the open one is of.
func (d *Directory) HistoryOf() (desk.Subject, bool) {
	return desk.Subject{Entity: d.subject.entity(), ID: d.open, Name: d.subject.name(d.open)}, d.hasOpen()
}

// FilterList leads to the field that narrows the list.
func (d *Directory) FilterList() {
	d.panes.Ask(control.Left)
	d.list.field.Focus()
	d.list.field.SelectAll()
}
