package directory

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// question stands below a form, in place of its buttons, and asks for another actor or issue: the one to
// merge into, or the one that gets the annotations of one that is deleted. It says
// what will happen before it does.
type question struct {
	form    *entryForm
	chosen  store.ID
	pick    *control.TypeAhead
	says    *control.RichLine
	outcome func(other string) string // what will happen with the chosen one
	act     func(other store.ID)
	yes     *control.Button
	objects []fyne.CanvasObject
}

// newQuestion asks under a heading; label is the button that answers.
func newQuestion(f *entryForm, title, caption, label string) *question {
	q := &question{form: f, says: control.NewRichLine(5)}
	q.pick = control.NewTypeAhead(control.TypeAheadOptions{Caption: caption, PlaceHolder: f.side.directory.words.find, Items: f.others})
	q.pick.OnSave = q.answer
	q.pick.OnCancel = f.side.giveUp
	q.pick.OnKey = f.side.directory.desk.TypedKey
	q.pick.OnUnfold = f.side.unfolded(q.pick)
	q.pick.OnSubmitted = q.answer
	q.pick.OnPick = q.choose
	q.pick.OnClear = func() { q.choose(control.Item{}) }
	q.yes = control.NewMainButton(label, "", desk.KeyEdit.String(), q.answer)
	q.yes.Disable()
	q.says.Hide()
	q.objects = []fyne.CanvasObject{
		control.NewRichLine(3, control.Run{Text: title, Bold: true, Size: look.PageTitleSize}),
		q.pick, q.says,
	}
	return q
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
	q.form.side.resized()
}

func (q *question) answer() {
	if q.chosen != (store.ID{}) {
		q.act(q.chosen)
	}
}

// ask shows a question below the form, or none, and puts the focus there.
func (f *entryForm) ask(q *question) {
	f.question = q
	f.rebuild()
	if q != nil {
		q.pick.Focus()
	}
}

// askMerge asks which other one this one is.
func (f *entryForm) askMerge() {
	d, p := f.side.directory, f.profile
	name := p.entry.Name
	q := newQuestion(f, words.Sentence("Merge “%s” into another", name), lang.L("Merge into"), lang.X("merge.entries", "Merge"))
	q.outcome = func(other string) string {
		if p.usage.isZero() {
			return fmt.Sprintf(d.words.mergedUnused, name, other)
		}
		return fmt.Sprintf(d.words.mergedInto, name, other, p.usage)
	}
	q.act = func(into store.ID) {
		d.write(d.words.merge, func(b *store.Batch) error {
			return b.Merge(d.subject.entity(), p.id, into)
		}, func() { d.show(into) })
	}
	q.objects = append(q.objects, control.NewWrap(control.ButtonGap, q.yes, f.cancelButton()))
	f.ask(q)
}

// askDelete deletes what is not in use. Of what is, it asks what is to become of
// the annotations.
func (f *entryForm) askDelete() {
	d, p := f.side.directory, f.profile
	if p.usage.isZero() {
		f.delete(store.ID{})
		return
	}
	name := p.entry.Name
	title := words.Sentence("Delete “%s”? It has annotations: %s.", name, p.usage)
	q := newQuestion(f, title, lang.L("Hand them over to"), lang.L("Hand over and delete"))
	q.outcome = func(other string) string { return fmt.Sprintf(d.words.handedOver, name, other, p.usage) }
	q.act = f.delete
	without := control.NewTextButton(lang.L("Delete without handing over"), lang.L("Delete it alone; it can be taken back"), "", func() { f.delete(store.ID{}) })
	q.objects = append(q.objects,
		control.NewWrap(control.ButtonGap, q.yes, f.cancelButton()),
		control.NewRichLine(5, control.Run{Text: fmt.Sprintf(d.words.left, name, p.usage), Colour: look.ColorMuted}),
		control.NewWrap(control.ButtonGap, without),
	)
	f.ask(q)
}

func (f *entryForm) cancelButton() fyne.CanvasObject {
	return control.NewTextButton(lang.L("Cancel"), lang.L("Back to the form"), desk.KeyGiveUp.String(), f.side.giveUp)
}

// delete deletes the open one; heir, if there is one, gets its annotations.
func (f *entryForm) delete(heir store.ID) {
	d, id, name := f.side.directory, f.profile.id, f.profile.entry.Name
	d.write(d.words.delete, func(b *store.Batch) error {
		if heir != (store.ID{}) {
			if err := b.Reassign(d.subject.entity(), id, heir); err != nil {
				return err
			}
		}
		return b.Delete(d.subject.entity(), id)
	}, func() {
		d.list.focus()
		d.desk.Tell(words.EntityDeleted(d.subject.entity(), text.Title(name, words.LongestDeleted), desk.KeyUndo))
	})
}

// write writes one action on the open one, which may be gone after it.
func (d *Directory) write(title store.TitleCode, change func(*store.Batch) error, done func()) {
	d.Leave()
	d.desk.Do(store.Title{Code: title}, change, func(err error) {
		if !d.desk.Failed(err) {
			done()
		}
	})
}
