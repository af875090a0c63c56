package app

import (
	"context"
	"slices"
	"strings"

	"standpoint/app/words"
	"standpoint/store"
)

// names is all that can be picked by typing, by id.
type names struct {
	actors, issues, tags map[store.ID]store.Name
	coders               []store.Coder // by name
}

func loadNames(ctx context.Context, p *store.Project) (names, error) {
	n := names{}
	for entity, into := range map[store.Entity]*map[store.ID]store.Name{
		store.EntityActor: &n.actors, store.EntityIssue: &n.issues, store.EntityTag: &n.tags,
	} {
		all, err := p.Names(ctx, entity)
		if err != nil {
			return names{}, err
		}
		*into = make(map[store.ID]store.Name, len(all))
		for _, name := range all {
			(*into)[name.ID] = name
		}
	}
	var err error
	n.coders, err = p.Coders(ctx)
	return n, err
}

func (n names) party(p store.Participant) party {
	if p.Actor == (store.ID{}) {
		return party{Name: p.Words, Words: true}
	}
	return party{Actor: p.Actor, Name: n.actors[p.Actor].Name}
}

func (n names) parties(a store.Annotation, role store.Role) []party {
	var all []party
	for _, p := range a.Participants {
		if p.Role == role {
			all = append(all, n.party(p))
		}
	}
	return all
}

func (n names) actor(id store.ID) store.Name { return n.actors[id] }

func (n names) issue(id store.ID) store.Name { return n.issues[id] }

// target names what a position is about.
func (n names) target(t store.Target) string {
	if t.Actor != (store.ID{}) {
		return n.actor(t.Actor).Name
	}
	return n.issue(t.Issue).Name
}

func (n names) tagNames(ids []store.ID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = n.tags[id].Name
	}
	return words.Joined(all)
}

// coder is the name of somebody who has worked on the project.
func (n names) coder(id store.ID) string {
	for _, c := range n.coders {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// called is the actor with a name or another name; none if nobody or several have it.
func (n names) called(name string) store.Name {
	var found []store.Name
	for _, a := range n.actors {
		if slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(s string) bool { return strings.EqualFold(s, strings.TrimSpace(name)) }) {
			found = append(found, a)
		}
	}
	if len(found) != 1 {
		return store.Name{}
	}
	return found[0]
}
