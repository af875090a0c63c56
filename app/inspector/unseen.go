package inspector

import (
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
)

// guessed is a field in which a guess may stand.
type guessed struct {
	key, caption string
	field        fyne.CanvasObject
	said         func() string // what stands there
}

// unseen tells, over the buttons of a form, what is guessed in fields that are out of sight: nobody should save what he has not seen.
type unseen struct {
	fields []guessed
	line   *control.RichLine
}

// mostOfUnseen is how many lines tell what is out of sight.
const mostOfUnseen = 3

func newUnseen() unseen {
	line := control.NewRichLine(mostOfUnseen)
	line.Hide()
	return unseen{line: line}
}

// mayBeGuessed has a form tell of a field when what is guessed there is out of sight.
func (f *filling) mayBeGuessed(key, caption string, field fyne.CanvasObject, said func() string) {
	if f.form.IsGuessed(key) {
		f.unseen.fields = append(f.unseen.fields, guessed{key, caption, field, said})
	}
}

// tellUnseen tells what is guessed out of sight. The line that tells it takes room from the fields.
func (f *filling) tellUnseen() {
	line := f.unseen.line
	room := f.stage.scroll.Size().Height
	if line.Visible() {
		room += f.heightOf(line)
	}
	told := f.guessedBelow(room)
	if told != "" {
		f.tell(told)
		told = f.guessedBelow(room - f.heightOf(line))
	}
	if told == line.Text() && line.Visible() == (told != "") {
		return
	}
	f.tell(told)
	line.Hidden = told == ""
	f.stage.whole.Refresh()
}

func (f *filling) tell(said string) {
	f.unseen.line.SetRuns(control.Run{Text: said, Size: look.CaptionSize, Colour: look.ColorAccentText, Italic: true})
}

// heightOf is what a line over the buttons takes.
func (f *filling) heightOf(line *control.RichLine) float32 {
	return line.HeightFor(f.stage.bottom.Size().Width-2*control.PagePad) + footerGap
}

// guessedBelow says what is guessed in fields that are not seen whole in a page of that height; "" if all are.
func (f *filling) guessedBelow(height float32) string {
	var all []string
	for _, g := range f.unseen.fields {
		if f.form.IsGuessed(g.key) && !control.IsInView(f.stage.scroll, g.field, height) {
			all = append(all, words.Sentence("%s: %s", g.caption, g.said()))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return words.Sentence("Also guessed: %s", strings.Join(all, " · "))
}

// saidIn are the names in a field, as a sentence has them.
func saidIn(field *control.TokenField) func() string {
	return func() string {
		var all []string
		for _, item := range field.Items() {
			all = append(all, item.Name)
		}
		return words.Joined(all)
	}
}
