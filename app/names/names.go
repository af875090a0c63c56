// Package names is what can be picked by typing: actors, issues, tags and coders, those used last, and what was picked.
package names

import (
	"context"
	"maps"
	"slices"
	"strings"

	"standpoint/app/words"
	"standpoint/store"
)

// Names is all that can be picked by typing, by id.
type Names struct {
	Actors, Issues, Tags map[store.ID]store.Name
	Coders               []store.Coder // by name

	apart map[store.ID]string // what tells actors from others of the same name
}

// tables are the names by entity.
func (n *Names) tables() map[store.Entity]*map[store.ID]store.Name {
	return map[store.Entity]*map[store.ID]store.Name{
		store.EntityActor: &n.Actors, store.EntityIssue: &n.Issues, store.EntityTag: &n.Tags,
	}
}

// Load reads all names.
func Load(ctx context.Context, p *store.Project) (n Names, err error) {
	for entity, table := range n.tables() {
		all, err := p.Names(ctx, entity)
		if err != nil {
			return Names{}, err
		}
		*table = make(map[store.ID]store.Name, len(all))
		for _, name := range all {
			(*table)[name.ID] = name
		}
	}
	if err := n.tellApart(ctx, p); err != nil {
		return Names{}, err
	}
	n.Coders, err = p.Coders(ctx)
	return n, err
}

// After returns the names as they are after a write: only those are read that it may have changed. What was handed out before
// stays as it was, as others may be reading it.
func (n Names) After(ctx context.Context, p *store.Project, e store.Event) (Names, error) {
	if e.All {
		return Load(ctx, p)
	}
	for entity, table := range n.tables() {
		if len(e.Named[entity]) == 0 {
			continue
		}
		read, err := p.NamesOf(ctx, entity, e.Named[entity])
		if err != nil {
			return Names{}, err
		}
		renewed := maps.Clone(*table)
		for _, id := range e.Named[entity] {
			delete(renewed, id)
		}
		for _, name := range read {
			renewed[name.ID] = name
		}
		*table = renewed
	}
	if len(e.Named[store.EntityActor]) > 0 || n.Concerned(e) {
		if err := n.tellApart(ctx, p); err != nil {
			return Names{}, err
		}
	}
	if len(e.Named[store.EntityCoder]) == 0 {
		return n, nil
	}
	coders, err := p.Coders(ctx)
	n.Coders = coders
	return n, err
}

// Party is who has a part, as forms show it.
func (n Names) Party(p store.Participant) Party {
	if p.Actor == (store.ID{}) {
		return Party{Name: p.Words, Words: true}
	}
	return Party{Actor: p.Actor, Name: n.Actors[p.Actor].Name}
}

// Parties are all who have a part in an annotation in one role.
func (n Names) Parties(a store.Annotation, role store.Role) []Party {
	var all []Party
	for _, p := range a.Participants {
		if p.Role == role {
			all = append(all, n.Party(p))
		}
	}
	return all
}

// Actor is the name of an actor; the zero Name if it is not there.
func (n Names) Actor(id store.ID) store.Name { return n.Actors[id] }

// Issue is the name of an issue; the zero Name if it is not there.
func (n Names) Issue(id store.ID) store.Name { return n.Issues[id] }

// Target names what a position is about.
func (n Names) Target(t store.Target) string {
	if t.Actor != (store.ID{}) {
		return n.Actor(t.Actor).Name
	}
	return n.Issue(t.Issue).Name
}

// TagNames are the names of tags, joined.
func (n Names) TagNames(ids []store.ID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = n.Tags[id].Name
	}
	return words.Joined(all)
}

// Coder is the name of somebody who has worked on the project.
func (n Names) Coder(id store.ID) string {
	for _, c := range n.Coders {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// IsShared reports whether several actors have a name, as theirs or as another name.
func (n Names) IsShared(name string) bool {
	if strings.TrimSpace(name) == "" {
		return false
	}
	return len(n.called(name)) > 1
}

func (n Names) called(name string) (found []store.Name) {
	for _, a := range n.Actors {
		if slices.ContainsFunc(append([]string{a.Name}, a.Aliases...),
			func(s string) bool { return strings.EqualFold(s, strings.TrimSpace(name)) }) {
			found = append(found, a)
		}
	}
	return found
}

// Called is the actor with a name or another name; none if nobody or several have it.
func (n Names) Called(name string) store.Name {
	found := n.called(name)
	if len(found) != 1 {
		return store.Name{}
	}
	return found[0]
}
