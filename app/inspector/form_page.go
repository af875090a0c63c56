package inspector

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// FormPage is the inspector's page for a form: a field for each thing that can
// be filled in of the form's kind of annotation.
type FormPage struct {
	inspector *Inspector
	Form      form.Form
	Steps     form.Steps
	unsaved   bool // opened with what was not saved: a draft
	saving    bool // it is being saved

	quote     *control.RichLine
	changed   fyne.CanvasObject // says that the text has the words no more
	alias     *widget.Check     // offer the words as a name of the actor
	Actor     *control.TypeAhead
	speakers  *control.TokenField
	carriers  *control.TokenField
	on        *control.Field
	tags      *control.TokenField
	note      *control.Field
	Positions []*positionFields
	choosers  control.Choosers // of the fields above, those for names
	More      bool             // addressees and translation are shown
	holders   map[int]bool     // positions whose holder field was asked for

	first   interface{ Focus() }
	problem *control.RichLine // what cannot be said beside a field
	deleted bool              // the annotation is, since the form was opened
}

func newFormPage(i *Inspector, f form.Form) *FormPage {
	p := &FormPage{inspector: i, Form: f, Steps: form.NewSteps(f), unsaved: i.dirty, holders: map[int]bool{}}
	p.More = len(f.Addressees) > 0 || f.Translation != ""
	p.problem = control.NewRichLine(3)
	p.problem.Hide()
	return p
}

func (p *FormPage) focus() {
	if p.first != nil {
		p.first.Focus()
	}
	if p.Actor != nil && p.Form.Actor.IsZero() {
		p.Actor.Input().TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the guess
		p.Actor.Unfold()
	}
}

func (p *FormPage) objects() []fyne.CanvasObject {
	p.choosers = control.Choosers{}
	p.quote = control.NewQuoteText(3, "")
	p.changed = control.Muted(words.Sentence("These words were changed in the text. Select the words it is about now, and press %s.",
		desk.KeyAdd))
	p.showQuote()
	objects := []fyne.CanvasObject{p.heading(), p.quote, p.changed}
	objects = append(objects, p.otherDrafts()...)
	switch p.Form.Kind {
	case store.KindMention:
		objects = append(objects, p.mentionFields()...)
	case store.KindStatement:
		objects = append(objects, p.statementFields()...)
	case store.KindPosition:
		objects = append(objects, p.positionFields()...)
	}
	objects = append(objects, p.commonFields()...)
	return append(objects, p.problem)
}

// otherDrafts offers what was left unfinished of the same annotation.
func (p *FormPage) otherDrafts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, d := range p.inspector.drafts {
		if d.Annotation == p.Form.Annotation && d.Annotation != (store.ID{}) && d.Draft != p.Form.Draft {
			cards = append(cards, p.inspector.draftCard(d))
		}
	}
	return cards
}

func (p *FormPage) heading() fyne.CanvasObject {
	letter := map[store.Kind]string{
		store.KindMention: desk.KeyActor.String(), store.KindStatement: desk.KeyStatement.String(),
		store.KindPosition: desk.KeyPosition.String(), store.KindHighlight: desk.KeyHighlight.String(),
	}[p.Form.Kind]
	if p.Form.Annotation == (store.ID{}) {
		return control.PageTitle(words.NewKind(p.Form.Kind), lang.L("from the selection"), letter)
	}
	return control.PageTitle(words.SavedKind(p.Form.Kind), p.by(), letter)
}

// by says who made the annotation.
func (p *FormPage) by() string {
	for _, a := range p.inspector.reading.Annotations() {
		if a.ID == p.Form.Annotation {
			return MadeBy(p.inspector.desk, a)
		}
	}
	return ""
}

// showQuote shows the words of the form, and whether the text has them no more.
func (p *FormPage) showQuote() {
	p.quote.SetQuote(exact(p.inspector.reading.Body(), p.Form))
	if p.Form.IsPlaced(p.inspector.reading.Body()) {
		p.changed.Hide()
	} else {
		p.changed.Show()
	}
}

func (p *FormPage) mentionFields() []fyne.CanvasObject {
	p.Actor = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: p.actorItems, Create: true, Kinds: desk.ActorKinds(),
	})
	p.wire(p.Actor, &p.Actor.Keys)
	p.Actor.OnUnfold = func(bool) { p.unfolded(p.Actor) }
	set := func(party names.Party) {
		p.Form.Actor = party
		p.offerAlias()
		p.Touched()
	}
	p.Actor.OnPick = func(i control.Item) { set(desk.ItemParty(i)) }
	p.Actor.OnClear = func() { set(names.Party{}) }
	p.alias = widget.NewCheck("", func(on bool) { p.Form.AddAlias = on; p.Touched() })
	p.alias.Hide()
	if !p.Form.Actor.IsZero() {
		p.Actor.SetItem(p.inspector.desk.PartyItem(p.Form.Actor))
	} else {
		p.Actor.SetText(p.guess())
	}
	p.choosers.Add(form.FieldOfActor, p.Actor, p.Form.Typed)
	p.first = p.Actor
	return []fyne.CanvasObject{p.Actor, p.alias}
}

// guess proposes to look for the words of a mention themselves.
func (p *FormPage) guess() string {
	if p.Form.Annotation != (store.ID{}) {
		return ""
	}
	return exact(p.inspector.reading.Body(), p.Form)
}

// offerAlias offers the words of the mention as another name of the actor when
// they are not yet one.
func (p *FormPage) offerAlias() {
	said := exact(p.inspector.reading.Body(), p.Form)
	known := p.Form.Actor.IsZero() || text.Fold(said) == text.Fold(p.Form.Actor.Name)
	for _, alias := range p.inspector.desk.Names.Actors[p.Form.Actor.Actor].Aliases {
		known = known || text.Fold(alias) == text.Fold(said)
	}
	p.Form.AddAlias = !known && !control.Describes(said)
	if known {
		p.alias.Hide()
		return
	}
	p.alias.Text = words.Sentence("“%s” is a name of %s", said, p.Form.Actor.Name)
	p.alias.Checked = p.Form.AddAlias
	p.alias.Show()
	p.alias.Refresh()
	p.inspector.resized()
}

func (p *FormPage) statementFields() []fyne.CanvasObject {
	p.speakers = p.parties("speaker", lang.L("Speaker"), lang.L("who says it?"), &p.Form.Speakers)
	p.first = p.speakers
	act := p.choice(lang.L("Act"), actOptions(), string(p.Form.Act), func(key string) { p.Form.Act = store.Act(key) })
	quotation := p.choice(lang.L("Quotation"), quotationOptions(), string(p.Form.Quotation),
		func(key string) { p.Form.Quotation = store.Quotation(key) })
	objects := []fyne.CanvasObject{p.speakers, container.NewGridWithColumns(3, act, quotation, p.onField(lang.L("Said on")))}
	objects = append(objects, p.positionList()...)
	p.carriers = p.parties("carrier", lang.L("Reported through"), lang.L("nobody: said to the article itself"), &p.Form.Carriers)
	objects = append(objects, p.carriers)
	if !p.More {
		return objects
	}
	translation := p.area(lang.X("caption.translation", "Translation"), &p.Form.Translation)
	return append(objects, p.parties("addressee", lang.L("Addressees"), lang.L("to whom?"), &p.Form.Addressees), translation)
}

// positionList is a block of fields for each position taken in a statement.
func (p *FormPage) positionList() []fyne.CanvasObject {
	p.Positions = nil
	var objects []fyne.CanvasObject
	for n := range p.Form.Positions {
		fields := newPositionFields(p, n, len(p.Form.Positions) > 1)
		p.Positions = append(p.Positions, fields)
		objects = append(objects, fields.objects()...)
	}
	return append(objects, p.moreButtons())
}

// moreButtons ask for what most statements do not need.
func (p *FormPage) moreButtons() fyne.CanvasObject {
	last := len(p.Form.Positions) - 1
	buttons := []fyne.CanvasObject{control.NewQuietButton(lang.L("+ Position"), lang.L("Add another position taken in this statement"), "",
		func() {
			p.Form.Positions = append(p.Form.Positions, form.Position{})
			p.Rebuild()
			p.Positions[last+1].Target.Focus()
		})}
	if last >= 0 && !p.Positions[last].other {
		buttons = append(buttons, control.NewQuietButton(lang.L("Another holder"), lang.L("The speaker says where somebody else stands"), "",
			func() {
				p.holders[last] = true
				p.Rebuild()
				p.Positions[last].holders.Focus()
			}))
	}
	if !p.More {
		buttons = append(buttons, control.NewQuietButton(lang.L("Addressees, translation…"), lang.L("Addressees and a translation"), "", func() {
			p.More = true
			p.Rebuild()
		}))
	}
	return control.NewWrap(2, buttons...)
}

func (p *FormPage) positionFields() []fyne.CanvasObject {
	fields := newPositionFields(p, 0, false)
	p.Positions = []*positionFields{fields}
	p.first = fields.holders
	p.carriers = p.parties("carrier", lang.L("Reported through"), lang.L("nobody: stated by the article itself"), &p.Form.Carriers)
	return append(fields.objects(), p.onField(lang.L("Held on")), p.carriers)
}

func (p *FormPage) commonFields() []fyne.CanvasObject {
	p.tags = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Tags"), PlaceHolder: lang.L("add a tag"),
		Items: p.inspector.desk.TagItems, Create: true,
	})
	p.wire(p.tags, &p.tags.Keys)
	p.tags.SetItems(p.inspector.desk.PickedTags(p.Form.Tags))
	p.tags.OnUnfold = func(bool) { p.unfolded(p.tags) }
	p.choosers.Add("tags", p.tags, p.Form.Typed)
	p.tags.OnChanged = func(items []control.Item) {
		p.Form.Tags = desk.ItemTags(items)
		p.Touched()
		p.inspector.resized()
	}
	p.note = p.area(lang.L("Note"), &p.Form.Note)
	if p.first == nil {
		p.first = p.tags
	}
	return []fyne.CanvasObject{p.tags, p.note}
}

func (p *FormPage) footer() fyne.CanvasObject {
	hints := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save the annotation"), desk.KeySave.String(), p.inspector.Save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.inspector.GiveUp),
	)
	if id := p.Form.Annotation; id != (store.ID{}) {
		hints.Objects = append(hints.Objects,
			control.NewTextButton(lang.L("History"), lang.L("Who changed what, and when"), desk.KeyHistoryOfAnnotation.String(),
				func() { p.inspector.ShowHistory(store.EntityAnnotation, id) }),
			control.NewTextButton(lang.L("Delete"), lang.L("Delete the annotation; it can be taken back"), desk.KeyDelete.String(),
				func() { p.inspector.Delete(id) }))
	}
	return hints
}

// Rebuild makes the fields anew from the form, keeping what was filled in.
func (p *FormPage) Rebuild() {
	p.Form.Typed = p.choosers.Typed()
	p.inspector.flow.SetObjects(p.objects()...)
	p.inspector.resized()
}

// Touched notes that something was filled in: it is a step, and is kept as a draft soon.
func (p *FormPage) Touched() {
	isStep := p.Steps.Took(p.Form)
	p.inspector.touched()
	if isStep {
		p.inspector.desk.RefreshMenu()
	}
}

// TakeBack undoes the last step in the form; false if there is none.
func (p *FormPage) TakeBack() bool { return p.turnTo(p.Steps.TakeBack()) }

// TakeAgain redoes what TakeBack undid.
func (p *FormPage) TakeAgain() bool { return p.turnTo(p.Steps.TakeAgain()) }

// turnTo shows another state of the form. The one in which it was opened needs no
// saving.
func (p *FormPage) turnTo(f form.Form, ok bool) bool {
	if !ok {
		return false
	}
	inText := p.inspector.reading.HasFocus()
	p.Form = f
	p.choosers = control.Choosers{}
	p.Rebuild()
	if !inText { // the field that had the focus is not there any more
		p.focus()
	}
	p.inspector.touched()
	if !p.unsaved && !p.Steps.CanTakeBack() {
		p.inspector.settled()
	}
	p.inspector.showPending()
	p.inspector.desk.RefreshMenu()
	return true
}

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (p *FormPage) wire(field fyne.CanvasObject, k *control.Keys) {
	k.OnFocus = func(focused bool) {
		if focused {
			p.inspector.reveal(field)
		}
	}
	k.OnSave = p.inspector.Save
	k.OnCancel = p.inspector.GiveUp
	k.OnKey = p.inspector.desk.TypedKey
}

// parties is a field for several actors or words, kept in list.
func (p *FormPage) parties(key, caption, placeHolder string, list *[]names.Party) *control.TokenField {
	t := control.NewTokenField(control.TypeAheadOptions{
		Caption: caption, PlaceHolder: placeHolder, Items: p.actorItems, Create: true, Kinds: desk.ActorKinds(), Words: true,
	})
	p.wire(t, &t.Keys)
	t.SetItems(p.inspector.desk.PartyItems(*list))
	t.OnChanged = func(items []control.Item) {
		*list = desk.ItemParties(items)
		p.Touched()
		p.inspector.resized()
	}
	t.OnUnfold = func(bool) { p.unfolded(t) }
	p.choosers.Add(key, t, p.Form.Typed)
	return t
}

// unfolded makes room for the list of a field, and remembers what is typed
// there.
func (p *FormPage) unfolded(c control.Chooser) {
	p.inspector.unfolded(c)(c.Unfolded())
	if c.Pending() != p.Form.Typed[p.choosers.KeyOf(c)] {
		p.Touched()
	}
}

// actorItems are the known actors and those that the form is about to create.
func (p *FormPage) actorItems(query string) []control.Item {
	all := p.inspector.desk.ActorItems(query)
	for _, n := range p.Form.NewActors() {
		all = append(all, p.inspector.desk.PartyItem(n))
	}
	return all
}

func (p *FormPage) choice(caption string, options []control.Option, value string, set func(string)) fyne.CanvasObject {
	c := control.NewSelect(caption, options)
	c.SetValue(value)
	p.wire(c, &c.Keys)
	c.OnChanged = func(key string) { set(key); p.Touched() }
	c.OnUnfold = p.inspector.unfolded(c)
	return c
}

func (p *FormPage) onField(caption string) *control.Field {
	p.on = control.NewField(caption)
	p.on.SetPlaceHolder(string(p.inspector.reading.Article().Published.First()))
	p.on.SetText(p.Form.On)
	p.wire(p.on, &p.on.Keys)
	p.on.OnChanged = func(s string) { p.Form.On = s; p.on.SetError(""); p.Touched() }
	return p.on
}

func (p *FormPage) area(caption string, value *string) *control.Field {
	f := control.NewArea(caption, 2)
	f.SetText(*value)
	p.wire(f, &f.Keys)
	f.OnChanged = func(s string) { *value = s; p.Touched() }
	return f
}

// settle takes what is highlighted where a name is being typed. A name that was
// typed and left unpicked is an error at its field: nobody should find later
// that it was taken for something else.
func (p *FormPage) settle() bool {
	c := p.choosers.Settle()
	if c == nil {
		return true
	}
	typed := c.Pending()
	p.inspector.reveal(c)
	c.Focus()
	c.Unfold()
	c.SetError(words.Sentence("“%s” is not picked yet: choose from the list, or empty the field.", typed))
	p.inspector.resized()
	return false
}

// showDeleted says that the annotation was deleted while its form is filled in, or no
// more.
func (p *FormPage) showDeleted(deleted bool) {
	if p.deleted == deleted { // what else is told there stays
		return
	}
	p.deleted = deleted
	p.problem.SetRuns(control.Run{Text: lang.L("This annotation was deleted meanwhile. Saving brings it back, as it is here.")})
	p.problem.Hidden = !deleted
	p.inspector.resized()
}

// showError shows why the form cannot be saved at the field that can mend it.
func (p *FormPage) showError(err error) {
	var at *form.FieldError
	errors.As(err, &at)
	shown := p.errorField(at)
	if shown == nil {
		p.problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		p.problem.Show()
		p.inspector.resized()
		p.inspector.reveal(p.problem)
		return
	}
	shown.SetError(words.Error(err))
	shown.Focus()
	p.inspector.resized()
}

func (p *FormPage) errorField(at *form.FieldError) control.Erring {
	if at == nil {
		return nil
	}
	switch {
	case at.Field == form.FieldActor && p.Actor != nil:
		return p.Actor
	case at.Field == form.FieldSpeaker && p.speakers != nil:
		return p.speakers
	case at.Field == form.FieldOn && p.on != nil:
		return p.on
	case at.Field == form.FieldHolder && len(p.Positions) > 0:
		return p.Positions[0].holders
	case at.Field == form.FieldTarget:
		for n, fields := range p.Positions {
			if q := p.Form.Positions[n]; !q.IsZero() && q.Target.Name == "" {
				return fields.Target
			}
		}
	}
	return nil
}

func actOptions() []control.Option {
	var options []control.Option
	for _, a := range []store.Act{
		store.ActSays, store.ActDenies, store.ActAsks, store.ActDemands,
		store.ActPromises, store.ActThreatens, store.ActDeclines,
	} {
		options = append(options, control.Option{Key: string(a), Word: words.Act(a)})
	}
	return options
}

func quotationOptions() []control.Option {
	return []control.Option{
		{Key: string(store.QuotationDirect), Word: lang.L("direct")},
		{Key: string(store.QuotationMixed), Word: lang.L("mixed")},
		{Key: string(store.QuotationIndirect), Word: lang.L("indirect")},
	}
}
