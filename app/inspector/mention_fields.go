package inspector

import (
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

	actor *control.TypeAhead
	alias *control.Tick // offers the words as a name of the actor
}

func (m *mentionFields) focus() {
	m.actor.Focus()
	if m.form.Actor.IsZero() {
		m.actor.Input().TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the guess
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
	m.actor = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: m.actorItems, Create: true, Kinds: desk.ActorKinds(),
	})
	m.wire(m.actor, &m.actor.Keys)
	m.actor.OnTyped = func() { m.typed(m.actor) }
	set := func(party names.Party) {
		m.form.Actor = party
		m.offerAlias()
		m.touched()
	}
	m.actor.OnPick = func(i control.Item) { set(desk.ItemParty(i)) }
	m.actor.OnClear = func() { set(names.Party{}) }
	m.alias = control.NewTick("", m.form.AddAlias)
	m.wire(m.alias, &m.alias.Keys)
	m.alias.OnChanged = func(on bool) { m.form.AddAlias = on; m.touched() }
	m.alias.Hide()
	if !m.form.Actor.IsZero() {
		m.actor.SetItem(m.frame.desk.PartyItem(m.form.Actor))
	} else {
		m.actor.SetText(m.guess())
	}
	m.choosers.Add(form.FieldOfActor, m.actor, m.form.Typed)
	return []fyne.CanvasObject{m.actor, m.alias}
}

// guess proposes to look for the words of a mention themselves.
func (m *mentionFields) guess() string {
	if m.form.Annotation != (store.ID{}) {
		return ""
	}
	return m.form.WordsIn(m.frame.reading.Body())
}

// offerAlias offers the words of the mention as another name of the actor when
// they are not yet one.
func (m *mentionFields) offerAlias() {
	said := m.form.WordsIn(m.frame.reading.Body())
	known := m.form.Actor.IsZero() || text.Fold(said) == text.Fold(m.form.Actor.Name)
	for _, alias := range m.frame.desk.Names.Actors[m.form.Actor.Actor].Aliases {
		known = known || text.Fold(alias) == text.Fold(said)
	}
	m.form.AddAlias = !known && !control.Describes(said)
	if known {
		m.alias.Hide()
		return
	}
	m.alias.Text = words.Sentence("“%s” is a name of %s", said, m.form.Actor.Name)
	m.alias.Checked = m.form.AddAlias
	m.alias.Show()
	m.alias.Refresh()
	m.frame.resized()
}
