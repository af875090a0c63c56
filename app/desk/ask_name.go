package desk

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/message"
)

// NameQuestion is a question for the name of something.
type NameQuestion struct {
	Title   string // what is asked
	Caption string // of the field; "" is that of a name
	Is      string // the name that it has; "" for none
	Yes     string // what it is to agree; "" is to save
	Missing string // what is said where no name was given; "" is the usual sentence
}

// AskName asks for a name, and does something with it. Where none was given it is asked again.
func (d *Desk) AskName(n NameQuestion, do func(name string)) {
	s := message.Sheet{Over: d.Boxes}
	field := s.Field(cmp.Or(n.Caption, lang.L("Name")), n.Is)
	box := &message.Message{Title: n.Title, Body: s.Object(), Yes: cmp.Or(n.Yes, lang.L("Save")), No: lang.L("Cancel"), First: field.Focus}
	box.Agreed = func() {
		name := strings.TrimSpace(field.Text())
		if name == "" {
			field.SetError(cmp.Or(n.Missing, lang.L("It needs a name.")))
			d.Post(box)
			return
		}
		do(name)
	}
	d.Post(box)
}
