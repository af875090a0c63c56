package control

import (
	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

// label is what a form's control has round it: a small caption above, and below it
// a sentence when something is wrong.
type label struct {
	words   string // of the caption
	caption *RichLine
	guessed bool // the caption says so
	mark    *guessMark
	wrong   *RichLine
}

func newLabel(caption string) label {
	l := label{
		words:   caption,
		caption: NewCaption(caption),
		mark:    newGuessMark(),
		wrong:   NewRichLine(mostWrong, Run{Size: look.CaptionSize, Colour: look.ColorError}),
	}
	l.caption.Hidden = caption == ""
	l.wrong.Hidden = true
	return l
}

const captionGap float32 = 2

// mostWrong is how many lines a sentence has at most that says what is wrong: enough for one in half of a narrow pane.
const mostWrong = 8

// setWrong shows the sentence below the control, or nothing if it is empty. It
// reports whether something changed.
func (l *label) setWrong(sentence string) bool {
	if l.wrong.Text() == sentence {
		return false
	}
	l.wrong.SetText(sentence)
	l.wrong.Hidden = sentence == ""
	return true
}

// setGuessed says beside the caption that what stands in the control was guessed, or says so no more. It reports whether something
// changed.
func (l *label) setGuessed(guessed bool) bool {
	if l.guessed == guessed {
		return false
	}
	l.guessed, l.mark.Hidden = guessed, !guessed
	runs := []Run{Caption(l.words)}
	if guessed {
		runs = append(runs, Caption(" "), Run{Text: guessedWords(), Size: look.CaptionSize, Colour: look.ColorAccentText, Italic: true})
	}
	l.caption.SetRuns(runs...)
	return true
}

// said is what a screen reader is told of both: the caption, and what is wrong.
func (l *label) said() string {
	if l.words == "" || !l.isWrong() {
		return l.caption.Text()
	}
	return l.caption.Text() + ". " + l.wrong.Text()
}

// saidOf is said of what has a name of its own where there is no caption.
func (l *label) saidOf(name string) string {
	switch {
	case l.words != "":
		return l.said()
	case l.isWrong():
		return name + ". " + l.wrong.Text()
	}
	return name
}

func (l *label) isWrong() bool { return !l.wrong.Hidden }

func (l *label) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.caption, l.mark, l.wrong} }

// height is what caption, body and sentence take together.
func (l *label) height(width, body float32) float32 {
	if l.caption.Visible() {
		body += l.caption.HeightFor(width) + captionGap
	}
	if l.wrong.Visible() {
		body += l.wrong.HeightFor(width) + captionGap
	}
	return body
}

// arrange places caption and sentence, and returns where the body begins.
func (l *label) arrange(width, body float32) (top float32) {
	if l.caption.Visible() {
		height := l.caption.HeightFor(width)
		place(l.caption, 0, 0, width, height)
		place(l.mark, 0, 0, min(l.caption.NaturalWidth(), width), height)
		top = height + captionGap
	}
	if l.wrong.Visible() {
		place(l.wrong, 0, top+body+captionGap, width, l.wrong.HeightFor(width))
	}
	return top
}

// bottom is where the sentence below the control ends; 0 if there is none.
func (l *label) bottom() float32 {
	if !l.wrong.Visible() {
		return 0
	}
	return l.wrong.Position().Y + l.wrong.Size().Height
}
