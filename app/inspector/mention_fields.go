package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// mentionFields are the fields of a mention: whom the words name.
type mentionFields struct {
	*filling

	actor   *control.TypeAhead
	lately  *control.Flow     // the digits of actors, as long as nobody said who it is
	letters fyne.CanvasObject // says that a letter chooses the kind of a new actor who is guessed
	alias   *control.Tick     // offers the words as a name of the actor
	service *control.Tick     // offers the affiliation of a new actor
	read    form.Affiliation  // that the text tells
}

func (m *mentionFields) focus() {
	m.actor.Focus()
	m.actor.Input().SelectAll() // typing replaces the guess
	if m.form.Actor.IsZero() {
		m.actor.Unfold()
	}
}

func (m *mentionFields) fieldOf(at form.Field) control.Erring {
	if at == form.FieldActor {
		return m.actor
	}
	return nil
}

func (m *mentionFields) objects() []fyne.CanvasObject {
	var at text.Span
	if m.form.IsPlaced(m.stage.reading.Body()) {
		at = m.form.Extent()
	}
	digits := m.stage.byDigit(at)
	m.actor = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: m.actorItems, Create: true, Kinds: desk.ActorKinds(), KindFor: m.stage.kindFor,
		ByDigit: m.stage.digitPicks(digits),
	})
	m.wire(m.actor, &m.actor.Keys)
	m.actor.OnTyped = func() { m.typed(m.actor) }
	set := func(party names.Party) {
		m.form.Actor = party
		m.form.Touch(form.GuessActor)
		m.letters.Hide()
		m.lately.Hide()
		m.offerAlias()
		m.offerService()
		m.touched()
		m.stage.resized()
	}
	m.actor.OnPick = func(i control.Item) { set(desk.ItemParty(i)) }
	m.actor.OnClear = func() { set(names.Party{}) }
	m.actor.OnEntered, m.actor.OnSubmitted = m.stage.Save, m.stage.Save // there is nothing else that has to be said
	m.letters = control.Muted(lang.L("The first letter of another kind chooses it."))
	m.letters.Hide()
	m.lately = control.NewFlow(3, m.stage.digitHints(lang.L("A digit chooses an actor used lately or named nearby:"), digits)...)
	m.lately.Hidden = m.form.Annotation != (store.ID{}) || m.form.Actor.Actor != (store.ID{})
	m.alias = m.tick(m.form.AddAlias, func(on bool) { m.form.AddAlias = on })
	m.service = m.tick(false, func(on bool) {
		m.form.Affiliation = form.Affiliation{}
		if on {
			m.form.Affiliation = m.read
		}
		m.form.Touch(form.GuessAffiliation)
	})
	if !m.form.Affiliation.Organisation.IsZero() {
		m.read = m.form.Affiliation
	}
	m.mayBeGuessed(form.GuessAffiliation, lang.L("Affiliation"), m.service, m.saidOfService)
	switch item := m.stage.desk.PartyItem(m.form.Actor); {
	case m.form.IsGuessed(form.GuessActor):
		m.actor.SetGuess(item)
		m.offerAlias()
		if m.form.Actor.New != "" {
			m.letters.Show()
		}
	case !m.form.Actor.IsZero():
		m.actor.SetItem(item)
	default:
		m.actor.SetText(m.words())
	}
	m.offerService()
	m.takesTyped(m.actor)
	m.choosers.Add(form.FieldOfActor, m.actor, m.form.Typed)
	return []fyne.CanvasObject{m.actor, m.letters, m.lately, m.alias, m.service}
}

// tick is something that is offered to be recorded, too, once there is something to offer.
func (m *mentionFields) tick(on bool, set func(bool)) *control.Tick {
	t := control.NewTick("", on)
	m.wire(t, &t.Keys)
	t.OnChanged = func(on bool) { set(on); m.touched() }
	t.Hide()
	return t
}

// words are those of a new mention: they are what is looked for first.
func (m *mentionFields) words() string {
	if m.form.Annotation != (store.ID{}) {
		return ""
	}
	return m.form.WordsIn(m.stage.reading.Body())
}

// offerAlias offers the words of the mention as another name of the actor when
// they are not yet one.
func (m *mentionFields) offerAlias() {
	said := m.form.WordsIn(m.stage.reading.Body())
	known := m.form.Actor.IsZero() || text.Fold(said) == text.Fold(m.form.Actor.Name)
	for _, alias := range m.stage.desk.Names.Actors[m.form.Actor.Actor].Aliases {
		known = known || text.Fold(alias) == text.Fold(said)
	}
	m.form.AddAlias = !known && !control.Describes(said) && !hasTitle(said, m.form.Actor.Name)
	if known {
		m.alias.Hide()
		return
	}
	m.alias.SetText(words.Sentence("“%s” is a name of %s", said, m.form.Actor.Name))
	m.alias.Checked = m.form.AddAlias
	m.alias.Show()
	m.alias.Refresh()
}

// hasTitle reports whether words end with a name and say before it what somebody is: “Trade Minister Mara Ellin”.
func hasTitle(said, name string) bool { return strings.HasSuffix(text.Fold(said), " "+text.Fold(name)) }

// offerService offers to record of a new actor in whose service the text says that they are.
func (m *mentionFields) offerService() {
	of := m.read.Organisation
	if of.IsZero() || m.form.Actor.New == "" {
		m.form.Affiliation = form.Affiliation{}
		m.service.Hide()
		return
	}
	said := words.Sentence("Affiliation: %s", of.Name)
	if m.read.Role != "" {
		said = words.Sentence("Affiliation: %s, %s", m.read.Role, of.Name)
	}
	m.service.SetText(said)
	m.service.Checked = !m.form.Affiliation.Organisation.IsZero()
	m.service.Show()
	m.service.Refresh()
}

// saidOfService is the affiliation that the text tells, in words.
func (m *mentionFields) saidOfService() string {
	if m.read.Role == "" {
		return m.read.Organisation.Name
	}
	return words.Sentence("%s, %s", m.read.Role, m.read.Organisation.Name)
}
