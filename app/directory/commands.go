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

// Commands are what can be done in the directory, and making a new one from anywhere.
func (d *Directory) Commands() []desk.Command {
	of := d.words
	return append([]desk.Command{
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.newCommand), Key: desk.CtrlShift(of.newKey),
			Act: desk.When(d.desk.CanWrite, func() { d.begin("") }),
		},
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.mergeCommand), Key: desk.KeyMerge,
			Act: desk.When(d.isChangeable, d.side.askMerge),
		},
		{
			In: desk.SectionDirectory, Label: desk.Fixed(of.deleteCommand), Key: desk.KeyDelete,
			Act: desk.When(d.isChangeable, d.side.askDelete),
		},
	}, d.subject.commands(func() (store.ID, bool) { return d.open, d.hasOpen() && d.desk.CanWrite() && d.desk.IsInFront(d) })...)
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
}
