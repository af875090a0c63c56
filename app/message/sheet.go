package message

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
	"standpoint/app/look"
)

// Sheet is lines of text with boxes to tick between them.
type Sheet struct {
	Over    *Boxes
	Objects []fyne.CanvasObject
	flow    *control.Flow
	content *fyne.Container
	rows    control.Ticks
}

const sheetWidth = 520

// Object is the sheet as the body of a message. What is added after it is shown by Grown.
func (s *Sheet) Object() fyne.CanvasObject {
	s.flow = control.NewFlow(5, s.Objects...)
	s.content = container.New(&proseLayout{sheetWidth}, s.flow)
	return s.content
}

// Grown shows what was added to a sheet that is shown.
func (s *Sheet) Grown() {
	s.flow.SetObjects(s.Objects...)
	s.content.Refresh()
	m := s.Over.messages[0]
	m.fit()
	m.scroll.Refresh()
}

// Heading adds a line over those that follow.
func (s *Sheet) Heading(text string) {
	s.Objects = append(s.Objects, control.NewRichLine(1, control.Run{Text: text, Bold: true}))
}

// Line adds a sentence.
func (s *Sheet) Line(text string) {
	s.Objects = append(s.Objects, control.NewRichLine(4, control.Run{Text: text}))
}

// Muted adds a sentence that says less than the others.
func (s *Sheet) Muted(text string) {
	s.Objects = append(s.Objects, control.NewRichLine(4, control.Run{Text: text, Colour: look.ColorMuted}))
}

// Tick adds a box to tick, and its text.
func (s *Sheet) Tick(text string, on bool) *control.Tick {
	tick := control.NewTick("", on)
	tick.SetText(text)
	s.wire(&tick.Keys)
	s.Objects = append(s.Objects, tick)
	return tick
}

// Row is a box to tick in the list that the sheet has: those of a list are ticked together by Ctrl+A and with Shift.
func (s *Sheet) Row(text string, on bool) *control.Tick {
	tick := s.Tick(text, on)
	s.rows.Add(tick)
	return tick
}

// Field is a line to type in, whose text is selected when it gets the focus.
func (s *Sheet) Field(caption, text string) *control.Field {
	field := control.NewField(caption)
	field.SetText(text)
	s.wire(&field.Keys)
	field.OnSubmitted = func(string) { s.Over.answer(true) }
	field.OnFocus = func(focused bool) {
		if focused {
			field.SelectAll()
		}
	}
	s.Objects = append(s.Objects, field)
	return field
}

// Pick is a field in which one of several things is picked by typing.
func (s *Sheet) Pick(from control.TypeAheadOptions) *control.TypeAhead {
	pick := control.NewTypeAhead(from)
	s.wire(&pick.Keys)
	pick.OnSubmitted = func() { s.Over.answer(true) }
	s.Objects = append(s.Objects, pick)
	return pick
}

// Tokens is a field in which several things are picked by typing.
func (s *Sheet) Tokens(from control.TypeAheadOptions) *control.TokenField {
	field := control.NewTokenField(from)
	s.wire(&field.Keys)
	field.OnSubmitted = func() { s.Over.answer(true) }
	field.OnChanged = func([]control.Item) {
		if len(s.Over.messages) > 0 { // else it is answered already
			s.Grown()
		}
	}
	s.Objects = append(s.Objects, field)
	return field
}

// Choice is one of several values; name says of what, to those who do not see it.
func (s *Sheet) Choice(name string, options []control.Option) *control.Select {
	choice := control.NewSelect("", options)
	choice.Name = name
	s.wire(&choice.Keys)
	s.Objects = append(s.Objects, choice)
	return choice
}

// Captioned is one of several values under a caption, at first the one with the key or else the first.
func (s *Sheet) Captioned(caption string, options []control.Option, key string) *control.Select {
	choice := control.NewSelect(caption, options)
	choice.SetValue(options[0].Key)
	for _, o := range options {
		if o.Key == key {
			choice.SetValue(key)
		}
	}
	s.wire(&choice.Keys)
	s.Objects = append(s.Objects, choice)
	return choice
}

// wire has the keys of a control answer the message that it is in.
func (s *Sheet) wire(keys *control.Keys) {
	keys.OnSave = func() { s.Over.answer(true) }
	keys.OnCancel = func() { s.Over.answer(false) }
	keys.OnKey = s.Over.Typed
}

// Ticked are those of a list whose boxes are ticked.
func Ticked[T any](list []T, boxes []*control.Tick) []T {
	var chosen []T
	for i, box := range boxes {
		if box.Checked {
			chosen = append(chosen, list[i])
		}
	}
	return chosen
}
