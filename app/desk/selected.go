package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/words"
	"standpoint/store"
)

// Selected are the rows that are selected in the list that has the keyboard, and what can be done with them.
type Selected struct {
	IDs    []store.ID
	Of     Kind   // of which they are, for the words of the commands
	Show   func() // shows where the selected row stands; nil if that is shown already
	Delete func([]store.ID)
}

// Kind is what the rows of a list are.
type Kind int

// What the rows of lists are.
const (
	KindOfArticles Kind = iota
	KindOfAnnotations
	KindOfResults
	KindOfActors
	KindOfIssues
)

// Selecting is a view with lists in which rows are selected together. It tells those of the list that has the keyboard; false if none has.
type Selecting interface{ Selected() (Selected, bool) }

// SelectedRows are the rows that are selected in the view in front.
func (d *Desk) SelectedRows() (Selected, bool) {
	if v, ok := d.InFront().(Selecting); ok {
		s, has := v.Selected()
		return s, has && len(s.IDs) > 0
	}
	return Selected{}, false
}

// Noted is a view with actors or issues on which there can be notes. It tells those that are selected, else the one that is open.
type Noted interface{ Subjects() (Selected, bool) }

// SelectedSubjects are the articles, actors or issues in the view in front on which there can be notes.
func (d *Desk) SelectedSubjects() (Selected, bool) {
	if v, ok := d.InFront().(Noted); ok {
		return v.Subjects()
	}
	s, has := d.SelectedRows()
	return s, has && s.Of == KindOfArticles
}

// Quotable is a view in which something can be chosen for a report: annotations, whose words it quotes, or actors or issues, of which it
// lists what is recorded.
type Quotable interface{ ForReport() (Selected, bool) }

// SelectedForReport is what is chosen in the view in front that can be put into a report.
func (d *Desk) SelectedForReport() (Selected, bool) {
	v, ok := d.InFront().(Quotable)
	if !ok || !d.CanWrite() {
		return Selected{}, false
	}
	s, has := v.ForReport()
	return s, has && len(s.IDs) > 0
}

// SelectedCommands are about the rows that are selected in a list, whichever list that is.
func (d *Desk) SelectedCommands() []Command {
	shown := func() (Selected, bool) {
		s, has := d.SelectedRows()
		return s, has && s.Show != nil && len(s.IDs) == 1
	}
	deletable := func() (Selected, bool) {
		s, has := d.SelectedRows()
		return s, has && d.CanWrite()
	}
	return append(d.severalCommands(), []Command{
		{
			In: SectionSelected, Label: Fixed(lang.L("Show Where It Stands")), Key: Plain(fyne.KeyReturn),
			Act: With(shown, func(s Selected) { s.Show() }),
		},
		{
			In: SectionSelected, Label: d.deleteLabel, Key: KeyDelete,
			Act: With(deletable, func(s Selected) { s.Delete(s.IDs) }),
		},
	}...)
}

// deleteLabel says how many rows would be deleted, and what they are.
func (d *Desk) deleteLabel() string {
	s, _ := d.SelectedRows()
	n := max(len(s.IDs), 1)
	switch s.Of {
	case KindOfAnnotations:
		return words.Counted(n, "Delete {{.Count}} Annotation from the List")
	case KindOfResults:
		return words.Counted(n, "Delete {{.Count}} Result from the List")
	}
	return words.Counted(n, "Delete {{.Count}} Article from the List")
}
