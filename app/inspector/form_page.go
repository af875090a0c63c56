package inspector

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// formPage is the page for a form: a field for each thing that can be filled in of the form's kind of annotation.
type formPage struct {
	*filling
	host    formHost
	unsaved bool // opened with what was not saved: a draft
	saving  bool // it is being saved

	quote   *control.RichLine
	changed fyne.CanvasObject // says that the text has the words no more
	own     kindFields        // of its kind of annotation; a highlight has none
	tags    *control.TokenField
	note    *control.Field
	problem *control.RichLine // what cannot be said beside a field
	deleted bool              // the annotation is, since the form was opened
}

// formHost does what a form leads to.
type formHost interface {
	draftCard(form.Form) fyne.CanvasObject
	ShowHistory(store.Entity, store.ID)
	Delete(annotation store.ID)
}

// kindFields are the fields that only one kind of annotation has.
type kindFields interface {
	objects() []fyne.CanvasObject
	focus() // where filling in begins
	fieldOf(form.Field) control.Erring
}

func newFormPage(f *stage, host formHost, values form.Form) *formPage {
	p := &formPage{filling: &filling{stage: f, form: values, steps: form.NewSteps(values), unseen: newUnseen()}, host: host, unsaved: f.dirty}
	switch values.Kind {
	case store.KindMention:
		p.own = &mentionFields{filling: p.filling}
	case store.KindStatement, store.KindPosition:
		p.own = newStatementFields(p.filling, p.rebuild)
	}
	p.problem = control.NewRichLine(3)
	p.problem.Hide()
	return p
}

func (p *formPage) focus() {
	if p.own == nil {
		p.tags.Focus()
		return
	}
	p.own.focus()
}

func (p *formPage) objects() []fyne.CanvasObject {
	p.choosers, p.taking, p.unseen.fields = control.Choosers{}, taking{}, nil
	p.quote = control.NewQuoteText(3, "")
	p.changed = control.Muted(words.Sentence("These words were changed in the text. Select the words it is about now, and press %s.",
		desk.KeyAdd))
	p.showQuote()
	objects := []fyne.CanvasObject{p.heading(), p.quote, p.changed}
	objects = append(objects, p.otherDrafts()...)
	if p.own != nil {
		objects = append(objects, p.own.objects()...)
	}
	objects = append(objects, p.commonFields()...)
	return append(objects, p.problem)
}

// otherDrafts offers what was left unfinished of the same annotation.
func (p *formPage) otherDrafts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, d := range p.stage.drafts.forms {
		if d.Annotation == p.form.Annotation && d.Annotation != (store.ID{}) && d.Draft != p.form.Draft {
			cards = append(cards, p.host.draftCard(d))
		}
	}
	return cards
}

func (p *formPage) heading() fyne.CanvasObject {
	letter := map[store.Kind]string{
		store.KindMention: desk.KeyActor.String(), store.KindStatement: desk.KeyStatement.String(),
		store.KindPosition: desk.KeyPosition.String(), store.KindHighlight: desk.KeyHighlight.String(),
	}[p.form.Kind]
	switch {
	case p.form.Annotation != store.ID{}:
	case p.form.Proposal.ID != store.ID{}:
		return control.PageTitle(words.NewKind(p.form.Kind), lang.L("as it is proposed"), letter)
	default:
		return control.PageTitle(words.NewKind(p.form.Kind), lang.L("from the selection"), letter)
	}
	return control.PageTitle(words.SavedKind(p.form.Kind), p.by(), letter)
}

// by says who made the annotation, and how long ago: "by you · 2 min ago".
func (p *formPage) by() string {
	at := slices.IndexFunc(p.stage.reading.Annotations(), func(a store.Annotation) bool { return a.ID == p.form.Annotation })
	if at < 0 {
		return ""
	}
	made, d := p.stage.reading.Annotations()[at], p.stage.desk
	who := lang.L("by you")
	if made.Coder != d.Project.Coder().ID {
		who = words.Sentence("by %s", d.Names.Coder(made.Coder))
	}
	return who + " · " + words.Ago(time.Since(made.Created))
}

// showQuote shows the words of the form, and whether the text has them no more.
func (p *formPage) showQuote() {
	p.quote.SetQuote(p.form.WordsIn(p.stage.reading.Body()))
	if p.form.IsPlaced(p.stage.reading.Body()) {
		p.changed.Hide()
	} else {
		p.changed.Show()
	}
}

// respanned follows when the words of the form are others.
func (p *formPage) respanned() {
	if s, ok := p.own.(*statementFields); ok {
		s.respanned()
	}
}

func (p *formPage) commonFields() []fyne.CanvasObject {
	p.tags = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Tags"), PlaceHolder: lang.L("add a tag"),
		Items: p.stage.desk.TagItems, Create: true,
	})
	p.wire(p.tags, &p.tags.Keys)
	p.tags.OnSubmitted = p.stage.Save
	p.tags.SetItems(p.stage.desk.PickedTags(p.form.Tags))
	p.tags.OnTyped = func() { p.typed(p.tags) }
	p.takesTyped(p.tags)
	p.choosers.Add("tags", p.tags, p.form.Typed)
	p.tags.OnChanged = func(items []control.Item) {
		p.form.Tags = desk.ItemTags(items)
		p.touched()
		p.stage.resized()
	}
	p.note = p.area(lang.L("Note"), &p.form.Note)
	return []fyne.CanvasObject{p.tags, p.note}
}

func (p *formPage) footer() fyne.CanvasObject {
	hints := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save the annotation"), desk.KeySave.String(), p.stage.Save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.stage.GiveUp),
	)
	if id := p.form.Annotation; id != (store.ID{}) {
		hints.Objects = append(hints.Objects,
			control.NewTextButton(lang.L("History"), lang.L("Who changed what, and when"), desk.KeyHistoryOfAnnotation.String(),
				func() { p.host.ShowHistory(store.EntityAnnotation, id) }),
			control.NewTextButton(lang.L("Delete"), lang.L("Delete the annotation; it can be taken back"), desk.KeyDelete.String(),
				func() { p.host.Delete(id) }))
	}
	return control.NewFlow(footerGap, p.unseen.line, hints)
}

// footerGap is between what is guessed out of sight and the buttons below, in pixels.
const footerGap = 6

// rebuild makes the fields anew from the form, keeping what was filled in.
func (p *formPage) rebuild() {
	p.form.Typed = p.choosers.Typed()
	p.stage.flow.SetObjects(p.objects()...)
	p.stage.resized()
}

// takeBack undoes the last step in the form; false if there is none.
func (p *formPage) takeBack() bool { return p.turnTo(p.steps.TakeBack()) }

// takeAgain redoes what takeBack undid.
func (p *formPage) takeAgain() bool { return p.turnTo(p.steps.TakeAgain()) }

// turnTo shows another state of the form. The one in which it was opened needs no
// saving.
func (p *formPage) turnTo(f form.Form, ok bool) bool {
	if !ok {
		return false
	}
	inText := p.stage.reading.HasFocus()
	p.form = f
	p.choosers = control.Choosers{}
	p.rebuild()
	if !inText { // the field that had the focus is not there any more
		p.focus()
	}
	p.stage.touched()
	if !p.unsaved && !p.steps.CanTakeBack() {
		p.stage.settled()
		p.stage.drafts.dropForm(p.form)
	}
	p.stage.showPending()
	p.stage.desk.RefreshMenu()
	return true
}

// showDeleted says that the annotation was deleted while its form is filled in, or no
// more.
func (p *formPage) showDeleted(deleted bool) {
	if p.deleted == deleted { // what else is told there stays
		return
	}
	p.deleted = deleted
	p.problem.SetRuns(control.Run{Text: lang.L("This annotation was deleted meanwhile. Saving brings it back, as it is here.")})
	p.problem.Hidden = !deleted
	p.stage.resized()
}

// showError shows why the form cannot be saved at the field that can mend it.
func (p *formPage) showError(err error) {
	if errors.Is(err, context.Canceled) {
		return // nobody said whose work it is, or waited for another program: the form is there still
	}
	var at *form.FieldError
	var shown control.Erring
	if errors.As(err, &at) && p.own != nil {
		shown = p.own.fieldOf(at.Field)
	}
	if shown == nil {
		p.problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		p.problem.Show()
		p.stage.resized()
		p.stage.reveal(p.problem)
		return
	}
	shown.SetError(words.Error(err))
	shown.Focus()
	p.stage.resized()
}
