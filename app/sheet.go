package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
	"standpoint/app/look"
)

// sheet is lines of text with boxes to tick between them.
type sheet struct {
	over    *Boxes
	objects []fyne.CanvasObject
	flow    *control.Flow
	content *fyne.Container
}

const sheetWidth = 520

func (s *sheet) object() fyne.CanvasObject {
	s.flow = control.NewFlow(5, s.objects...)
	s.content = container.New(&proseLayout{sheetWidth}, s.flow)
	return s.content
}

// grown shows what was added to a sheet that is shown.
func (s *sheet) grown() {
	s.flow.SetObjects(s.objects...)
	s.over.messages[0].scroll.Refresh()
	s.content.Refresh()
}

func (s *sheet) heading(text string) {
	s.objects = append(s.objects, control.NewRichLine(1, control.Run{Text: text, Bold: true}))
}

func (s *sheet) line(text string) {
	s.objects = append(s.objects, control.NewRichLine(4, control.Run{Text: text}))
}

func (s *sheet) muted(text string) {
	s.objects = append(s.objects, control.NewRichLine(4, control.Run{Text: text, Colour: look.ColorMuted}))
}

func (s *sheet) tick(text string, on bool) *control.Tick {
	tick := control.NewTick(control.Elide(text, sheetWidth-40, look.TextSize, fyne.TextStyle{}), on)
	s.wire(&tick.Keys)
	s.objects = append(s.objects, tick)
	return tick
}

// field is a line to type in, whose text is selected when it gets the focus.
func (s *sheet) field(caption, text string) *control.Field {
	field := control.NewField(caption)
	field.SetText(text)
	s.wire(&field.Keys)
	field.OnSubmitted = func(string) { s.over.answer(true) }
	field.OnFocus = func(focused bool) {
		if focused {
			field.SelectAll()
		}
	}
	s.objects = append(s.objects, field)
	return field
}

// choice is one of several values.
func (s *sheet) choice(options []control.Option) *control.Select {
	choice := control.NewSelect("", options)
	choice.OnUnfold = func(bool) { s.over.messages[0].scroll.Refresh(); s.content.Refresh() }
	s.wire(&choice.Keys)
	s.objects = append(s.objects, choice)
	return choice
}

// wire has the keys of a control answer the message that it is in.
func (s *sheet) wire(keys *control.Keys) {
	keys.OnSave = func() { s.over.answer(true) }
	keys.OnCancel = func() { s.over.answer(false) }
	keys.OnKey = s.over.typed
}

// ticked are those of a list whose boxes are ticked.
func ticked[T any](list []T, boxes []*control.Tick) []T {
	var chosen []T
	for i, box := range boxes {
		if box.Checked {
			chosen = append(chosen, list[i])
		}
	}
	return chosen
}
