package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/store"
)

// question stands below a form, in place of its buttons, and asks for another actor or issue: the one to
// merge into, or the one that gets the annotations of one that is deleted. It says
// what will happen before it does.
type question struct {
	holder  holder
	chosen  store.ID
	pick    *control.TypeAhead
	says    *control.RichLine
	outcome func(other string) string // what will happen with the chosen one
	act     func(other store.ID)
	yes     *control.Button
	objects []fyne.CanvasObject
}

// wording is what a question says: its heading, over the field and in it, and on the button that answers.
type wording struct{ title, caption, find, yes string }

// newQuestion asks below a form for one of the others.
func newQuestion(set *fieldset, says wording, outcome func(other string) string, act func(other store.ID)) *question {
	q := &question{holder: set.holder, says: control.NewRichLine(5), outcome: outcome, act: act}
	q.pick = control.NewTypeAhead(control.TypeAheadOptions{Caption: says.caption, PlaceHolder: says.find, Items: set.others})
	q.pick.OnSave = q.answer
	q.pick.OnCancel = set.holder.giveUp
	q.pick.OnKey = set.desk.TypedKey
	q.pick.OnSubmitted = q.answer
	q.pick.OnPick = q.choose
	q.pick.OnClear = func() { q.choose(control.Item{}) }
	q.yes = control.NewMainButton(says.yes, "", desk.KeyEdit.String(), q.answer)
	q.yes.Disable()
	q.says.Hide()
	no := control.NewTextButton(lang.L("Cancel"), lang.L("Back to the form"), desk.KeyGiveUp.String(), set.holder.giveUp)
	q.objects = []fyne.CanvasObject{
		control.NewRichLine(3, control.Run{Text: says.title, Bold: true, Size: look.PageTitleSize}),
		q.pick, q.says, control.NewWrap(control.ButtonGap, q.yes, no),
	}
	return q
}

// offer adds another answer, under a sentence that says what it does.
func (q *question) offer(outcome string, answer *control.Button) {
	q.objects = append(q.objects,
		control.NewRichLine(5, control.Run{Text: outcome, Colour: look.ColorMuted}),
		control.NewWrap(control.ButtonGap, answer),
	)
}

// choose says what will happen with the chosen one.
func (q *question) choose(i control.Item) {
	q.chosen = store.ID(i.ID)
	if q.chosen == (store.ID{}) {
		q.says.Hide()
		q.yes.Disable()
	} else {
		q.says.SetRuns(control.Run{Text: q.outcome(i.Name)})
		q.says.Show()
		q.yes.Enable()
	}
	q.holder.resized()
}

func (q *question) answer() {
	if q.chosen != (store.ID{}) {
		q.act(q.chosen)
	}
}
