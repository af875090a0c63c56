package desk

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// ActorItems are all actors, for picking; which of them fit what was typed is for the field to find.
func (d *Desk) ActorItems(string) []control.Item { return d.items(d.Names.Actors) }

// IssueItems are all issues, for picking; which of them fit what was typed is for the field to find.
func (d *Desk) IssueItems(string) []control.Item { return d.items(d.Names.Issues) }

// TagItems are all tags, for picking.
func (d *Desk) TagItems(string) []control.Item { return d.items(d.Names.Tags) }

// CoderItems are those who have worked on the project.
func (d *Desk) CoderItems(string) []control.Item {
	list := make([]control.Item, len(d.Names.Coders))
	for i, c := range d.Names.Coders {
		list[i] = control.Item{ID: c.ID, Name: c.Name}
	}
	return list
}

// TargetItems are what a position can be about: issues first, then actors.
func (d *Desk) TargetItems(string) []control.Item {
	all := d.items(d.Names.Issues)
	for i := range all {
		all[i].Detail, all[i].Kind = lang.L("issue"), kindIssue
	}
	return append(all, d.items(d.Names.Actors)...)
}

// items offers names: those that the open article's annotations name before others, if it
// is in front, and those before others that the coder used last.
func (d *Desk) items(all map[store.ID]store.Name) []control.Item {
	recent := map[store.ID]int{}
	for i, id := range d.Lately.IDs {
		recent[id] = names.MostLately - i
	}
	var here map[store.ID]bool
	if v, ok := d.InFront().(Naming); ok {
		here = v.Named()
	}
	list := make([]control.Item, 0, len(all))
	for id, n := range all {
		item := d.NameItem(n)
		item.Recent, item.Here = recent[id], here[id]
		list = append(list, item)
	}
	return list
}

// NameItem is one name as it is offered and shown in fields; of an actor who shares it, with what tells it from the others.
func (d *Desk) NameItem(n store.Name) control.Item {
	apart := d.Names.Apart(n.ID)
	return control.Item{
		ID: n.ID, Name: n.Name, Aliases: n.Aliases, Apart: apart,
		Colour: store.ColourOf(n.Colour, n.ID), Detail: words.Dotted(words.ActorKind(n.Kind), apart), Kind: string(n.Kind),
	}
}

// kindIssue is the kind of item that is an issue rather than an actor.
const kindIssue = "issue"

// ActorKinds are the kinds an unknown name can be created as.
func ActorKinds() []control.Kind {
	var kinds []control.Kind
	for _, k := range []store.ActorKind{store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup} {
		kinds = append(kinds, ActorKind(k))
	}
	return kinds
}

// TargetKinds are the kinds that an unknown target can be created as.
func TargetKinds() []control.Kind {
	return append([]control.Kind{{Key: kindIssue, Word: lang.L("issue"), Create: lang.L("Create “%s” as issue")}}, ActorKinds()...)
}

// ActorKind is a kind of actor as it is offered for a name that nobody has yet.
func ActorKind(k store.ActorKind) control.Kind {
	kind := control.Kind{Key: string(k), Word: words.ActorKind(k)}
	switch k {
	case store.ActorPerson:
		kind.Create = lang.L("Create “%s” as person")
	case store.ActorOrganisation:
		kind.Create = lang.L("Create “%s” as organisation")
	case store.ActorState:
		kind.Create = lang.L("Create “%s” as state")
	case store.ActorGroup:
		kind.Create = lang.L("Create “%s” as group")
	}
	return kind
}

// PartyItem shows a form's party in a field.
func (d *Desk) PartyItem(p names.Party) control.Item {
	switch {
	case p.Words:
		return control.Item{Name: p.Name, Words: true, Detail: lang.L("words only")}
	case p.Actor == (store.ID{}):
		return control.Item{Name: p.Name, New: true, Kind: string(p.New), Detail: words.ActorKind(p.New)}
	}
	return d.NameItem(d.Names.Actors[p.Actor])
}

// PartyItems show parties of a form in a field of several.
func (d *Desk) PartyItems(all []names.Party) []control.Item {
	list := make([]control.Item, len(all))
	for i, p := range all {
		list[i] = d.PartyItem(p)
	}
	return list
}

// ItemParty is what a field's item stands for in a form.
func ItemParty(i control.Item) names.Party {
	switch {
	case i.Words:
		return names.Party{Name: i.Name, Words: true}
	case i.New:
		return names.Party{Name: i.Name, New: store.ActorKind(i.Kind)}
	}
	return names.Party{Actor: store.ID(i.ID), Name: i.Name}
}

// ItemParties are what the items of a field stand for in a form.
func ItemParties(items []control.Item) []names.Party {
	list := make([]names.Party, len(items))
	for i, item := range items {
		list[i] = ItemParty(item)
	}
	return list
}

// PickedTags show the tags of a form in a field.
func (d *Desk) PickedTags(picks []names.TagPick) []control.Item {
	list := make([]control.Item, len(picks))
	for i, t := range picks {
		if t.ID == (store.ID{}) {
			list[i] = control.Item{Name: t.Name, New: true}
			continue
		}
		list[i] = d.NameItem(d.Names.Tags[t.ID])
	}
	return list
}

// ItemTags are the tags that the items of a field stand for.
func ItemTags(items []control.Item) []names.TagPick {
	list := make([]names.TagPick, len(items))
	for i, item := range items {
		list[i] = names.TagPick{ID: store.ID(item.ID), Name: item.Name}
	}
	return list
}

// TargetItem shows what a position of a form is about in a field; false if nothing is picked.
func (d *Desk) TargetItem(t names.TargetPick) (control.Item, bool) {
	switch {
	case t.Name == "":
		return control.Item{}, false
	case t.ID == (store.ID{}) && t.IsActor:
		return control.Item{Name: t.Name, New: true, Kind: string(t.New)}, true
	case t.ID == (store.ID{}):
		return control.Item{Name: t.Name, New: true, Kind: kindIssue}, true
	case t.IsActor:
		return d.NameItem(d.Names.Actors[t.ID]), true
	}
	item := d.NameItem(d.Names.Issues[t.ID])
	item.Kind = kindIssue
	return item, true
}

// ItemTarget is the target that a field's item stands for.
func ItemTarget(i control.Item) names.TargetPick {
	t := names.TargetPick{ID: store.ID(i.ID), Name: i.Name, IsActor: i.Kind != kindIssue}
	if i.New && t.IsActor {
		t.New = store.ActorKind(i.Kind)
	}
	return t
}
