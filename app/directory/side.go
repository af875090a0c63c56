package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// sidePart is the right of a directory: the form of the actor or issue that is
// open, and below it what merging or deleting asks.
type sidePart struct {
	desk    *desk.Desk
	subject subject
	words   subjectWords
	drafts  *drafts
	host    sideHost
	form    *particularsForm // nil while nothing is open
	stop    func()           // ends the wait for keeping the draft

	flow    *control.Flow // the fields
	footer  *control.Flow // buttons, or a question; in view while the fields scroll
	scroll  *container.Scroll
	content *fyne.Container
}

// sideHost is the directory, as the form at its side knows it.
type sideHost interface {
	saved(store.ID)                       // one was saved
	merged(into store.ID)                 // the open one is shown as another now
	gaveUpNew()                           // the form of a new one was closed
	focusList()                           // gives the keyboard back
	useForm()                             // the form is needed, and is shown in a narrow window too
	openAgain(store.ID, particularsDraft) // opens what was put aside; the zero ID is a new one
}

func newSidePart(d *desk.Desk, s subject, kept *drafts, host sideHost) *sidePart {
	v := &sidePart{
		desk: d, subject: s, words: s.words(), drafts: kept, host: host,
		flow: control.NewFlow(8), footer: control.NewFlow(8), stop: func() {},
	}
	v.scroll = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad, control.PagePad), v.flow))
	v.content = container.New(&overFooter{v}, v.scroll, control.Line(), v.footer)
	return v
}

// overFooter gives the footer the height that it needs, and the fields the rest.
type overFooter struct{ side *sidePart }

const footerPad = 10

func (l *overFooter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 200) }

func (l *overFooter) Layout(o []fyne.CanvasObject, size fyne.Size) {
	inner := size.Width - 2*control.PagePad
	lower := l.side.footer.HeightFor(inner) + 2*footerPad
	if l.side.form == nil {
		lower = 0
	}
	upper := max(size.Height-lower, 120)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, upper))
	o[1].Move(fyne.NewPos(0, upper))
	o[1].Resize(fyne.NewSize(size.Width, 1))
	o[2].Move(fyne.NewPos(control.PagePad, upper+footerPad))
	o[2].Resize(fyne.NewSize(inner, max(lower-2*footerPad, 0)))
}

func (s *sidePart) object() fyne.CanvasObject { return s.content }

// newForm is a form of a profile, with a key of its own for its draft.
func (s *sidePart) newForm(p profile) *particularsForm {
	return newEntryForm(&fieldset{desk: s.desk, holder: s}, s.subject, p, s.drafts.newKey())
}

// rebuild makes the fields and what stands below them anew, keeping what was filled in.
func (s *sidePart) rebuild() {
	s.flow.SetObjects(s.form.objects(s.draftCards())...)
	s.footer.SetObjects(s.below()...)
	s.resized()
}

// resized makes room after the form grew or shrank.
func (s *sidePart) resized() {
	s.flow.Refresh()
	s.footer.Refresh()
	s.content.Refresh()
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

func (s *sidePart) reveal(field fyne.CanvasObject) { control.Reveal(s.scroll, field) }

// show opens the form of a profile.
func (s *sidePart) show(p profile) {
	s.keepDraft() // somebody may have gone on typing while the profile was read
	s.form = s.newForm(p)
	s.rebuild()
	s.scroll.ScrollToTop()
}

// showNew opens the form of a new one.
func (s *sidePart) showNew(name string) {
	s.show(profile{})
	s.form.particulars.Name = name
	s.rebuild()
	s.focus()
}

// refresh follows a change of the open one. What is being filled in stays.
func (s *sidePart) refresh(p profile) {
	switch {
	case s.form == nil || s.form.profile.id != p.id:
		s.show(p)
	case s.form.isChanged() || s.form.profile.particulars.Equals(p.particulars):
		s.form.profile.usage = p.usage
	default:
		s.show(p)
	}
}

func (s *sidePart) clear() {
	s.stop()
	s.form = nil
	s.flow.SetObjects()
	s.footer.SetObjects()
	s.resized()
}

// focus puts the focus into the form's first field.
func (s *sidePart) focus() {
	if s.form != nil {
		s.host.useForm()
		s.form.name.Focus()
	}
}

// draftCards offer what was left unfinished of the same actor or issue, or of new ones.
func (s *sidePart) draftCards() []fyne.CanvasObject {
	id := s.form.profile.id
	var cards []fyne.CanvasObject
	for _, draft := range s.drafts.known[id] {
		if draft.key == s.form.key {
			continue
		}
		cards = append(cards, control.NewDraftCard(s.words.unfinished, draft.particulars.Name,
			func() { s.takeUp(draft) },
			func() { s.drafts.drop(id, draft.key); s.rebuild() }))
	}
	return cards
}

// takeUp goes on with something that was left unfinished of what is open.
func (s *sidePart) takeUp(draft particularsDraft) {
	s.keepDraft()
	s.form = s.newForm(s.form.profile)
	s.form.key, s.form.particulars = draft.key, draft.particulars.Clone()
	s.rebuild()
	s.focus()
	s.desk.RefreshMenu()
}

// below is what stands below the fields: what went wrong, and what can be done,
// or what is asked.
func (s *sidePart) below() []fyne.CanvasObject {
	switch p := s.desk.Project; {
	case p == nil || p.ReadOnly():
		return []fyne.CanvasObject{control.NewCaption(lang.L("This project is open only to be read."))}
	case s.form.question != nil:
		return append([]fyne.CanvasObject{s.form.problem}, s.form.question.objects...)
	}
	return []fyne.CanvasObject{s.form.problem, s.buttons()}
}

func (s *sidePart) buttons() fyne.CanvasObject {
	save := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save what was changed"), desk.KeySave.String(), s.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), s.giveUp),
	)
	if s.form.isNew() {
		return save
	}
	save.Objects = append(save.Objects,
		control.NewTextButton(lang.L("Merge into…"), lang.L("Two entries are one and the same"), desk.KeyMerge.String(), s.askMerge),
		control.NewTextButton(lang.L("Delete"), lang.L("Delete it; it can be taken back"), desk.KeyDelete.String(), s.askDelete))
	return save
}

// touched keeps what is filled in a moment after the last key.
func (s *sidePart) touched() {
	s.form.showTitle()
	s.stop()
	s.stop = s.desk.Work.Later(desk.DraftDelay, s.keepDraft)
	s.desk.RefreshMenu()
}

// keepDraft writes the form as a draft if something was filled in.
func (s *sidePart) keepDraft() {
	s.stop()
	f := s.form
	if f == nil || !s.desk.CanWrite() {
		return
	}
	if !f.isChanged() {
		s.drafts.drop(f.profile.id, f.key)
		return
	}
	if draft := f.draft(); !s.drafts.isKept(f.profile.id, draft) {
		s.drafts.save(f.profile.id, draft)
	}
}

// save writes what was changed as one action and gives the focus to the list.
func (s *sidePart) save() {
	f := s.form
	if f == nil {
		return
	}
	f.own.takePending()
	before, after := f.profile.particulars, f.particulars.Trimmed()
	for i := range after.Affiliations {
		s.desk.Dated(&after.Affiliations[i].From)
		s.desk.Dated(&after.Affiliations[i].To)
	}
	f.particulars = after
	if err := after.Check(); err != nil {
		s.rebuild()
		f.showError(err)
		return
	}
	s.stop()
	title := s.words.edit
	if f.isNew() {
		title = s.words.add
	}
	id := f.profile.id
	s.desk.Do(store.Title{Code: title}, func(b *store.Batch) error {
		var err error
		id, err = s.subject.save(b, f.profile.id, before, after)
		return err
	}, func(err error) {
		if err != nil {
			f.showError(err)
			return
		}
		s.drafts.drop(f.profile.id, f.key)
		if f.isNew() {
			s.desk.Use([]store.ID{id})
		}
		if s.form == f {
			s.form = nil // what it held is saved: nothing to keep as a draft
			s.host.saved(id)
		}
	})
}

// giveUp closes what merging or deleting asks; else it puts aside what was filled in
// and gives the focus back to the list.
func (s *sidePart) giveUp() {
	f := s.form
	if f == nil {
		s.host.focusList()
		return
	}
	if f.question != nil {
		s.ask(nil)
		f.name.Focus()
		return
	}
	f.own.takePending()
	s.keepDraft()
	id, draft, changed := f.profile.id, f.draft(), f.isChanged()
	switch {
	case f.isNew():
		s.form = nil
		s.host.gaveUpNew()
	case changed:
		s.show(f.profile)
	}
	s.host.focusList()
	if changed {
		s.desk.PutAside(func() { s.host.openAgain(id, draft) })
	}
}
