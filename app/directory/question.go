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
	form    *EntryForm
	chosen  store.ID
	Pick    *control.TypeAhead
	says    *control.RichLine
	outcome func(other string) string // what will happen with the chosen one
	act     func(other store.ID)
	yes     *control.Button
	objects []fyne.CanvasObject
}

// newQuestion asks under a heading; label is the button that answers.
func newQuestion(f *EntryForm, title, caption, label string) *question {
	q := &question{form: f, says: control.NewRichLine(5)}
	q.Pick = control.NewTypeAhead(control.TypeAheadOptions{Caption: caption, PlaceHolder: f.side.directory.Words.find, Items: f.Others})
	q.Pick.OnSave = q.Answer
	q.Pick.OnCancel = f.side.giveUp
	q.Pick.OnKey = f.side.directory.App.TypedKey
	q.Pick.OnUnfold = f.side.unfolded(q.Pick)
	q.Pick.OnSubmitted = q.Answer
	q.Pick.OnPick = q.Choose
	q.Pick.OnClear = func() { q.Choose(control.Item{}) }
	q.yes = control.NewMainButton(label, "", desk.KeyEdit.String(), q.Answer)
	q.yes.Disable()
	q.says.Hide()
	q.objects = []fyne.CanvasObject{
		control.NewRichLine(3, control.Run{Text: title, Bold: true, Size: look.HeadingSize}),
		q.Pick, q.says,
	}
	return q
}

// Choose says what will happen with the chosen one.
func (q *question) Choose(i control.Item) {
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

func (q *question) Answer() {
	if q.chosen != (store.ID{}) {
		q.act(q.chosen)
	}
}

// ask shows a question below the form, or none, and puts the focus there.
func (f *EntryForm) ask(q *question) {
	f.Question = q
	f.rebuild()
	if q != nil {
		q.Pick.Focus()
	}
}

// askMerge asks which other one this one is.
func (f *EntryForm) askMerge() {
	d, p := f.side.directory, f.profile
	name := p.Entry.Name
	q := newQuestion(f, words.Sentence("Merge “%s” into another", name), lang.L("Merge into"), lang.X("merge.entries", "Merge"))
	q.outcome = func(other string) string {
		if p.Usage.isZero() {
			return fmt.Sprintf(d.Words.mergedUnused, name, other)
		}
		return fmt.Sprintf(d.Words.mergedInto, name, other, p.Usage)
	}
	q.act = func(into store.ID) {
		d.write(d.Words.merge, func(b *store.Batch) error {
			return b.Merge(d.Subject.entity(), p.id, into)
		}, func() { d.OpenEntry(into) })
	}
	q.objects = append(q.objects, control.NewWrap(control.ButtonGap, q.yes, f.cancelButton()))
	f.ask(q)
}

// AskDelete deletes what is not in use. Of what is, it asks what is to become of
// the annotations.
func (f *EntryForm) AskDelete() {
	d, p := f.side.directory, f.profile
	if p.Usage.isZero() {
		f.Delete(store.ID{})
		return
	}
	name := p.Entry.Name
	title := words.Sentence("Delete “%s”? It has annotations: %s.", name, p.Usage)
	q := newQuestion(f, title, lang.L("Hand them over to"), lang.L("Hand over and delete"))
	q.outcome = func(other string) string { return fmt.Sprintf(d.Words.handedOver, name, other, p.Usage) }
	q.act = f.Delete
	without := control.NewTextButton(lang.L("Delete without handing over"), "", "", func() { f.Delete(store.ID{}) })
	q.objects = append(q.objects,
		control.NewWrap(control.ButtonGap, q.yes, f.cancelButton()),
		control.NewRichLine(5, control.Run{Text: fmt.Sprintf(d.Words.left, name, p.Usage), Colour: look.ColorMuted}),
		control.NewWrap(control.ButtonGap, without),
	)
	f.ask(q)
}

func (f *EntryForm) cancelButton() fyne.CanvasObject {
	return control.NewTextButton(lang.L("Cancel"), "", desk.KeyGiveUp.String(), f.side.giveUp)
}

// Delete deletes the open one; heir, if there is one, gets its annotations.
func (f *EntryForm) Delete(heir store.ID) {
	d, id, name := f.side.directory, f.profile.id, f.profile.Entry.Name
	d.write(d.Words.delete, func(b *store.Batch) error {
		if heir != (store.ID{}) {
			if err := b.Reassign(d.Subject.entity(), id, heir); err != nil {
				return err
			}
		}
		return b.Delete(d.Subject.entity(), id)
	}, func() {
		d.List.focus()
		d.App.Tell(words.EntityDeleted(d.Subject.entity(), text.Title(name, words.LongestDeleted), desk.KeyUndo))
	})
}

// write writes one action on the open one, which may be gone after it.
func (d *Directory) write(title store.TitleCode, change func(*store.Batch) error, done func()) {
	d.Leave()
	d.App.Do(store.Title{Code: title}, change, func(err error) {
		if !d.App.Failed(err) {
			done()
		}
	})
}
