package directory

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/store"
)

// ask shows a question below the form and puts the focus there; nil takes it away.
func (s *sidePart) ask(q *question) {
	s.form.question = q
	s.rebuild()
	if q != nil {
		s.host.useForm()
		q.pick.Focus()
	}
}

// askMerge asks which other one the open one is.
func (s *sidePart) askMerge() {
	p := s.form.profile
	name := p.particulars.Name
	says := wording{
		title: words.Sentence("Merge “%s” into another", name), caption: lang.L("Merge into"),
		find: s.words.find, yes: lang.X("merge.entries", "Merge"),
	}
	s.ask(newQuestion(s.form.fieldset, says, func(other string) string {
		if p.usage.isZero() {
			return fmt.Sprintf(s.words.mergedUnused, name, other)
		}
		return fmt.Sprintf(s.words.mergedInto, name, other, p.usage.listed())
	}, func(into store.ID) {
		s.write(s.words.merge, func(b *store.Batch) error {
			return b.Merge(s.subject.entity(), p.id, into)
		}, func() { s.host.merged(into) })
	}))
}

// askDelete deletes what is not in use. Of what is, it asks what is to become of
// the annotations.
func (s *sidePart) askDelete() {
	p := s.form.profile
	if p.usage.isZero() {
		s.delete(store.ID{})
		return
	}
	name := p.particulars.Name
	says := wording{
		title:   words.Sentence("Delete “%s”? It has annotations: %s.", name, p.usage.listed()),
		caption: lang.L("Hand them over to"), find: s.words.find, yes: lang.L("Hand over and delete"),
	}
	q := newQuestion(s.form.fieldset, says, func(other string) string {
		return fmt.Sprintf(s.words.handedOver, name, other, p.usage.listed())
	}, s.delete)
	q.offer(fmt.Sprintf(s.words.left, name, p.usage.listed()), control.NewTextButton(lang.L("Delete without handing over"),
		lang.L("Delete it alone; it can be taken back"), "", func() { s.delete(store.ID{}) }))
	s.ask(q)
}

// delete deletes the open one; heir, if there is one, gets its annotations.
func (s *sidePart) delete(heir store.ID) {
	id := s.form.profile.id
	s.write(s.words.delete, func(b *store.Batch) error {
		if heir != (store.ID{}) {
			if err := b.Reassign(s.subject.entity(), id, heir); err != nil {
				return err
			}
		}
		return b.Delete(s.subject.entity(), id)
	}, s.host.focusList)
}

// write writes one action on the open one, which may be gone after it.
func (s *sidePart) write(title store.TitleCode, change func(*store.Batch) error, done func()) {
	s.keepDraft()
	s.desk.Do(store.Title{Code: title}, change, func(err error) {
		if !s.desk.Failed(err) {
			done()
		}
	})
}
