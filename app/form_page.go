package app

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

// formPage is the inspector's page for a form: a field for each thing that can
// be filled in of the form's kind of annotation.
type formPage struct {
	inspector *inspector
	form      form.Form
	steps     form.Steps
	unsaved   bool // opened with what was not saved: a draft
	saving    bool // it is being saved

	quote     *control.RichLine
	changed   fyne.CanvasObject // says that the text has the words no more
	alias     *widget.Check     // offer the words as a name of the actor
	actor     *control.TypeAhead
	speakers  *control.TokenField
	carriers  *control.TokenField
	on        *control.Field
	tags      *control.TokenField
	note      *control.Field
	positions []*positionFields
	choosers  control.Choosers // of the fields above, those for names
	more      bool             // addressees and translation are shown
	holders   map[int]bool     // positions whose holder field was asked for

	first   interface{ Focus() }
	problem *control.RichLine // what cannot be said beside a field
	deleted bool              // the annotation is, since the form was opened
}

func newFormPage(i *inspector, f form.Form) *formPage {
	p := &formPage{inspector: i, form: f, steps: form.NewSteps(f), unsaved: i.dirty, holders: map[int]bool{}}
	p.more = len(f.Addressees) > 0 || f.Translation != ""
	p.problem = control.NewRichLine(3)
	p.problem.Hide()
	return p
}

func (p *formPage) focus() {
	if p.first != nil {
		p.first.Focus()
	}
	if p.actor != nil && p.form.Actor.IsZero() {
		p.actor.Input().TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the guess
		p.actor.Unfold()
	}
}

func (p *formPage) objects() []fyne.CanvasObject {
	p.choosers = control.Choosers{}
	p.quote = control.NewQuoteText(3, "")
	p.changed = control.Muted(lang.L("These words were changed in the text. Select the words it is about now, and press +."))
	p.showQuote()
	objects := []fyne.CanvasObject{p.heading(), p.quote, p.changed}
	objects = append(objects, p.otherDrafts()...)
	switch p.form.Kind {
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
func (p *formPage) otherDrafts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, d := range p.inspector.drafts {
		if d.Annotation == p.form.Annotation && d.Annotation != (store.ID{}) && d.Draft != p.form.Draft {
			cards = append(cards, p.inspector.draftCard(d))
		}
	}
	return cards
}

func (p *formPage) heading() fyne.CanvasObject {
	letter := map[store.Kind]string{
		store.KindMention: desk.KeyActor.String(), store.KindStatement: desk.KeyStatement.String(), store.KindPosition: desk.KeyPosition.String(), store.KindHighlight: desk.KeyHighlight.String(),
	}[p.form.Kind]
	if p.form.Annotation == (store.ID{}) {
		return control.Heading(words.NewKind(p.form.Kind), lang.L("from the selection"), letter)
	}
	return control.Heading(words.SavedKind(p.form.Kind), p.by(), letter)
}

// by says who made the annotation.
func (p *formPage) by() string {
	for _, a := range p.inspector.reading.Annotations() {
		if a.ID == p.form.Annotation {
			return madeBy(p.inspector.app, a)
		}
	}
	return ""
}

// showQuote shows the words of the form, and whether the text has them no more.
func (p *formPage) showQuote() {
	p.quote.SetQuote(exact(p.inspector.reading.Body(), p.form))
	if p.form.IsPlaced(p.inspector.reading.Body()) {
		p.changed.Hide()
	} else {
		p.changed.Show()
	}
}

func (p *formPage) mentionFields() []fyne.CanvasObject {
	p.actor = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: p.actorItems, Create: true, Kinds: desk.ActorKinds(),
	})
	p.wire(p.actor, &p.actor.Keys)
	p.actor.OnUnfold = func(bool) { p.unfolded(p.actor) }
	set := func(party names.Party) {
		p.form.Actor = party
		p.offerAlias()
		p.touched()
	}
	p.actor.OnPick = func(i control.Item) { set(desk.ItemParty(i)) }
	p.actor.OnClear = func() { set(names.Party{}) }
	p.alias = widget.NewCheck("", func(on bool) { p.form.AddAlias = on; p.touched() })
	p.alias.Hide()
	if !p.form.Actor.IsZero() {
		p.actor.SetItem(p.inspector.app.PartyItem(p.form.Actor))
	} else {
		p.actor.SetText(p.guess())
	}
	p.choosers.Add(form.FieldOfActor, p.actor, p.form.Typed)
	p.first = p.actor
	return []fyne.CanvasObject{p.actor, p.alias}
}

// guess proposes to look for the words of a mention themselves.
func (p *formPage) guess() string {
	if p.form.Annotation != (store.ID{}) {
		return ""
	}
	return exact(p.inspector.reading.Body(), p.form)
}

// offerAlias offers the words of the mention as another name of the actor when
// they are not yet one.
func (p *formPage) offerAlias() {
	said := exact(p.inspector.reading.Body(), p.form)
	known := p.form.Actor.IsZero() || text.Fold(said) == text.Fold(p.form.Actor.Name)
	for _, alias := range p.inspector.app.Names.Actors[p.form.Actor.Actor].Aliases {
		known = known || text.Fold(alias) == text.Fold(said)
	}
	p.form.AddAlias = !known && !control.Describes(said)
	if known {
		p.alias.Hide()
		return
	}
	p.alias.Text = words.Sentence("“%s” is a name of %s", said, p.form.Actor.Name)
	p.alias.Checked = p.form.AddAlias
	p.alias.Show()
	p.alias.Refresh()
	p.inspector.resized()
}

func (p *formPage) statementFields() []fyne.CanvasObject {
	p.speakers = p.parties("speaker", lang.L("Speaker"), lang.L("who says it?"), &p.form.Speakers)
	p.first = p.speakers
	act := p.choice(lang.L("Act"), actOptions(), string(p.form.Act), func(key string) { p.form.Act = store.Act(key) })
	quotation := p.choice(lang.L("Quotation"), quotationOptions(), string(p.form.Quotation), func(key string) { p.form.Quotation = store.Quotation(key) })
	objects := []fyne.CanvasObject{p.speakers, container.NewGridWithColumns(3, act, quotation, p.onField(lang.L("Said on")))}
	objects = append(objects, p.positionList()...)
	p.carriers = p.parties("carrier", lang.L("Reported through"), lang.L("nobody: said to the article itself"), &p.form.Carriers)
	objects = append(objects, p.carriers)
	if !p.more {
		return objects
	}
	translation := p.area(lang.X("caption.translation", "Translation"), &p.form.Translation)
	return append(objects, p.parties("addressee", lang.L("Addressees"), lang.L("to whom?"), &p.form.Addressees), translation)
}

// positionList is a block of fields for each position taken in a statement.
func (p *formPage) positionList() []fyne.CanvasObject {
	p.positions = nil
	var objects []fyne.CanvasObject
	for n := range p.form.Positions {
		fields := newPositionFields(p, n, len(p.form.Positions) > 1)
		p.positions = append(p.positions, fields)
		objects = append(objects, fields.objects()...)
	}
	return append(objects, p.moreButtons())
}

// moreButtons ask for what most statements do not need.
func (p *formPage) moreButtons() fyne.CanvasObject {
	last := len(p.form.Positions) - 1
	buttons := []fyne.CanvasObject{control.NewQuietButton(lang.L("+ Position"), lang.L("Add another position taken in this statement"), "", func() {
		p.form.Positions = append(p.form.Positions, form.Position{})
		p.rebuild()
		p.positions[last+1].target.Focus()
	})}
	if last >= 0 && !p.positions[last].other {
		buttons = append(buttons, control.NewQuietButton(lang.L("Another holder"), lang.L("The speaker says where somebody else stands"), "", func() {
			p.holders[last] = true
			p.rebuild()
			p.positions[last].holders.Focus()
		}))
	}
	if !p.more {
		buttons = append(buttons, control.NewQuietButton(lang.L("Addressees, translation…"), lang.L("Addressees and a translation"), "", func() {
			p.more = true
			p.rebuild()
		}))
	}
	return control.NewWrap(2, buttons...)
}

func (p *formPage) positionFields() []fyne.CanvasObject {
	fields := newPositionFields(p, 0, false)
	p.positions = []*positionFields{fields}
	p.first = fields.holders
	p.carriers = p.parties("carrier", lang.L("Reported through"), lang.L("nobody: stated by the article itself"), &p.form.Carriers)
	return append(fields.objects(), p.onField(lang.L("Held on")), p.carriers)
}

func (p *formPage) commonFields() []fyne.CanvasObject {
	p.tags = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Tags"), PlaceHolder: lang.L("add a tag"),
		Items: p.inspector.app.TagItems, Create: true,
	})
	p.wire(p.tags, &p.tags.Keys)
	p.tags.SetItems(p.inspector.app.PickedTags(p.form.Tags))
	p.tags.OnUnfold = func(bool) { p.unfolded(p.tags) }
	p.choosers.Add("tags", p.tags, p.form.Typed)
	p.tags.OnChanged = func(items []control.Item) {
		p.form.Tags = desk.ItemTags(items)
		p.touched()
		p.inspector.resized()
	}
	p.note = p.area(lang.L("Note"), &p.form.Note)
	if p.first == nil {
		p.first = p.tags
	}
	return []fyne.CanvasObject{p.tags, p.note}
}

func (p *formPage) footer() fyne.CanvasObject {
	hints := container.NewHBox(
		control.NewMainButton(lang.L("Save"), lang.L("Save the annotation"), desk.KeySave.String(), p.inspector.Save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.inspector.GiveUp),
	)
	if id := p.form.Annotation; id != (store.ID{}) {
		hints.Add(control.NewTextButton(lang.L("History"), lang.L("Who changed what, and when"), desk.KeyHistoryOfAnnotation.String(),
			func() { p.inspector.showHistory(store.EntityAnnotation, id) }))
		hints.Add(control.NewTextButton(lang.L("Delete"), lang.L("Delete the annotation; it can be taken back"), desk.KeyDelete.String(),
			func() { p.inspector.delete(id) }))
	}
	return hints
}

// rebuild makes the fields anew from the form, keeping what was filled in.
func (p *formPage) rebuild() {
	p.form.Typed = p.choosers.Typed()
	p.inspector.flow.SetObjects(p.objects()...)
	p.inspector.resized()
}

func (p *formPage) touched() {
	isStep := p.steps.Took(p.form)
	p.inspector.touched()
	if isStep {
		p.inspector.app.RefreshMenu()
	}
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
	inText := p.inspector.reading.HasFocus()
	p.form = f
	p.choosers = control.Choosers{}
	p.rebuild()
	if !inText { // the field that had the focus is not there any more
		p.focus()
	}
	p.inspector.touched()
	if !p.unsaved && !p.steps.CanTakeBack() {
		p.inspector.settled()
	}
	p.inspector.showPending()
	p.inspector.app.RefreshMenu()
	return true
}

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (p *formPage) wire(field fyne.CanvasObject, k *control.Keys) {
	k.OnFocus = func(focused bool) {
		if focused {
			p.inspector.reveal(field)
		}
	}
	k.OnSave = p.inspector.Save
	k.OnCancel = p.inspector.GiveUp
	k.OnKey = p.inspector.app.TypedKey
}

// parties is a field for several actors or words, kept in list.
func (p *formPage) parties(key, caption, placeHolder string, list *[]names.Party) *control.TokenField {
	t := control.NewTokenField(control.TypeAheadOptions{
		Caption: caption, PlaceHolder: placeHolder, Items: p.actorItems, Create: true, Kinds: desk.ActorKinds(), Words: true,
	})
	p.wire(t, &t.Keys)
	t.SetItems(p.inspector.app.PartyItems(*list))
	t.OnChanged = func(items []control.Item) {
		*list = desk.ItemParties(items)
		p.touched()
		p.inspector.resized()
	}
	t.OnUnfold = func(bool) { p.unfolded(t) }
	p.choosers.Add(key, t, p.form.Typed)
	return t
}

// unfolded makes room for the list of a field, and remembers what is typed
// there.
func (p *formPage) unfolded(c control.Chooser) {
	p.inspector.unfolded(c)(c.Unfolded())
	if c.Pending() != p.form.Typed[p.choosers.KeyOf(c)] {
		p.touched()
	}
}

// actorItems are the known actors and those that the form is about to create.
func (p *formPage) actorItems(query string) []control.Item {
	all := p.inspector.app.ActorItems(query)
	for _, n := range p.form.NewActors() {
		all = append(all, p.inspector.app.PartyItem(n))
	}
	return all
}

func (p *formPage) choice(caption string, options []control.Option, value string, set func(string)) fyne.CanvasObject {
	c := control.NewSelect(caption, options)
	c.SetValue(value)
	p.wire(c, &c.Keys)
	c.OnChanged = func(key string) { set(key); p.touched() }
	c.OnUnfold = p.inspector.unfolded(c)
	return c
}

func (p *formPage) onField(caption string) *control.Field {
	p.on = control.NewField(caption)
	p.on.SetPlaceHolder(string(p.inspector.reading.Article().Published.First()))
	p.on.SetText(p.form.On)
	p.wire(p.on, &p.on.Keys)
	p.on.OnChanged = func(s string) { p.form.On = s; p.on.SetError(""); p.touched() }
	return p.on
}

func (p *formPage) area(caption string, value *string) *control.Field {
	f := control.NewArea(caption, 2)
	f.SetText(*value)
	p.wire(f, &f.Keys)
	f.OnChanged = func(s string) { *value = s; p.touched() }
	return f
}

// settle takes what is highlighted where a name is being typed. A name that was
// typed and left unpicked is an error at its field: nobody should find later
// that it was taken for something else.
func (p *formPage) settle() bool {
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
func (p *formPage) showDeleted(deleted bool) {
	if p.deleted == deleted { // what else is told there stays
		return
	}
	p.deleted = deleted
	p.problem.SetRuns(control.Run{Text: lang.L("This annotation was deleted meanwhile. Saving brings it back, as it is here.")})
	p.problem.Hidden = !deleted
	p.inspector.resized()
}

// showError shows why the form cannot be saved at the field that can mend it.
func (p *formPage) showError(err error) {
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

func (p *formPage) errorField(at *form.FieldError) control.Erring {
	if at == nil {
		return nil
	}
	switch {
	case at.Field == form.FieldActor && p.actor != nil:
		return p.actor
	case at.Field == form.FieldSpeaker && p.speakers != nil:
		return p.speakers
	case at.Field == form.FieldOn && p.on != nil:
		return p.on
	case at.Field == form.FieldHolder && len(p.positions) > 0:
		return p.positions[0].holders
	case at.Field == form.FieldTarget:
		for n, fields := range p.positions {
			if q := p.form.Positions[n]; !q.IsZero() && q.Target.Name == "" {
				return fields.target
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
