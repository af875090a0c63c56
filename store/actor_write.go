package store

import (
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// AddActor adds an actor.
func (b *Batch) AddActor(a Actor) (Actor, error) {
	if err := b.checkActor(&Actor{}, &a); err != nil {
		return a, err
	}
	return a, b.add(EntityActor, &a)
}

// ActorsCalled returns the actors whose name is this, but for case and accents, as they were when the batch began: two at most, as more is
// no other answer to who is meant.
func (b *Batch) ActorsCalled(name string) ([]ID, error) {
	return ids(b.w.db, `SELECT id FROM actor WHERE live = 1 AND name_key = ? ORDER BY id LIMIT 2`, text.Fold(name))
}

// UpdateActor changes the fields that fn sets.
func (b *Batch) UpdateActor(id ID, fn func(*Actor)) error {
	return update(b, EntityActor, id, fn, b.checkActor)
}

func (b *Batch) checkActor(before, a *Actor) error {
	if isNewCode(before.Kind, a.Kind, "", ActorPerson, ActorOrganisation, ActorState, ActorGroup) {
		return invalidf("%q is not a kind of actor. It is person, organisation, state or group.", a.Kind)
	}
	return named(&a.Name, invalidf("An actor needs a name."))
}

// SetAliases makes names the aliases of the actor, those of actors that were merged into it included; the names of these
// actors themselves stay. Empty ones are left out.
func (b *Batch) SetAliases(actor ID, names []string) error {
	have, err := b.membersOf(EntityAlias, actor)
	if err != nil {
		return err
	}
	known, err := b.aliasIDs(actor)
	if err != nil {
		return err
	}
	var want []ID
	for _, name := range names {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if id, ok := known[name]; ok {
			want = append(want, id)
			continue
		}
		if err := b.AddAlias(actor, name); err != nil {
			return err
		}
		want = append(want, aliasID(actor, name))
	}
	return b.keepOnly(EntityAlias, have, want)
}

// membersOf returns the rows of a kind that belong to the actor or to one that was merged into it.
func (b *Batch) membersOf(e Entity, actor ID) ([]ID, error) {
	return ids(b.w.db, `SELECT m.id FROM actor r CROSS JOIN `+tableFor(e).name()+` m ON m.actor = r.id
		WHERE (r.id = ?1 OR r.canonical = ?1) AND m.deleted = 0`, actor[:])
}

// aliasIDs returns the other names that the actor has, and the alias of each; none for the name of an actor that was merged.
func (b *Batch) aliasIDs(actor ID) (map[string]ID, error) {
	known := map[string]ID{}
	err := sqlite.Each(b.w.db, func(scan func(...any) error) error {
		var name string
		var id ID
		err := scan(&name, (*idColumn)(&id))
		known[name] = id
		return err
	}, `SELECT name, NULL FROM actor WHERE canonical = ?1 AND id <> ?1 AND deleted = 0
		UNION ALL SELECT l.name, l.id FROM actor r CROSS JOIN alias l ON l.actor = r.id
			WHERE (r.id = ?1 OR r.canonical = ?1) AND l.deleted = 0`, actor[:])
	return known, err
}

// AddAlias adds one alias; adding it again does nothing.
func (b *Batch) AddAlias(actor ID, name string) error {
	if err := b.exists(EntityActor, actor, "The alias names an actor that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	if err := named(&name, invalidf("An alias needs a name.")); err != nil {
		return err
	}
	return b.member(EntityAlias, aliasID(actor, name), &Alias{Actor: actor, Name: name})
}

func aliasID(actor ID, name string) ID {
	return keyID(EntityAlias, actor.String(), strings.TrimSpace(name))
}

// SetAffiliations makes the list the affiliations of the actor. One whose ID is there is changed; the others are added, and
// those that are not in the list removed.
func (b *Batch) SetAffiliations(actor ID, list []Affiliation) error {
	if err := b.exists(EntityActor, actor, "The affiliation names an actor that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	have, err := b.membersOf(EntityAffiliation, actor)
	if err != nil {
		return err
	}
	var want []ID
	for _, a := range list {
		a.Actor = actor
		if err := b.checkAffiliation(&a); err != nil {
			return err
		}
		if a.ID == (ID{}) {
			a.ID = NewID()
		}
		if err := b.member(EntityAffiliation, a.ID, &a); err != nil {
			return err
		}
		want = append(want, a.ID)
	}
	return b.keepOnly(EntityAffiliation, have, want)
}

func (b *Batch) checkAffiliation(a *Affiliation) error {
	if err := b.exists(EntityActor, a.Organisation,
		"The affiliation names an actor that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	if a.Organisation == a.Actor {
		return invalidf("An actor cannot be affiliated with itself. Choose its organisation or state.")
	}
	for _, d := range []*Date{&a.From, &a.To} {
		var err error
		if *d, err = ParseDate(string(*d)); err != nil {
			return err
		}
	}
	if a.From != "" && a.To != "" && a.To.Last() < a.From.First() {
		return invalidf("The affiliation ends (%s) before it begins (%s).", a.To, a.From)
	}
	return nil
}

// SetExternalIDs makes the list the external ids of the actor.
func (b *Batch) SetExternalIDs(actor ID, list []ExternalID) error {
	if err := b.exists(EntityActor, actor, "The external id names an actor that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	have, err := b.membersOf(EntityExternalID, actor)
	if err != nil {
		return err
	}
	var want []ID
	for _, x := range list {
		x.Actor = actor
		if err := named(&x.Scheme, invalidf("An external id needs a scheme, such as “wikidata”.")); err != nil {
			return err
		}
		if err := named(&x.Value, invalidf("An external id needs a value.")); err != nil {
			return err
		}
		id := keyID(EntityExternalID, actor.String(), x.Scheme, x.Value)
		if err := b.member(EntityExternalID, id, &x); err != nil {
			return err
		}
		want = append(want, id)
	}
	return b.keepOnly(EntityExternalID, have, want)
}
