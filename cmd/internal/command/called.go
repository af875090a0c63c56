package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// called returns the actor, issue, tag or coder that a flag means: by its id, or by its name or an alias, but for case and accents. An
// alias counts where nothing has that name.
func called(ctx context.Context, p *store.Project, e store.Entity, given string) (store.ID, error) {
	var id store.ID
	if id.UnmarshalText([]byte(given)) == nil {
		return id, nil
	}
	all, err := callable(ctx, p, e)
	if err != nil {
		return store.ID{}, err
	}
	is := func(name string) bool { return text.Fold(name) == text.Fold(given) }
	var found, also []store.Name
	for _, n := range all {
		switch {
		case is(n.Name):
			found = append(found, n)
		case slices.ContainsFunc(n.Aliases, is):
			also = append(also, n)
		}
	}
	if len(found) == 0 {
		found = also
	}
	switch len(found) {
	case 0:
		return store.ID{}, fmt.Errorf("there is no %s called “%s”, and it is no id", e, given)
	case 1:
		return found[0].ID, nil
	}
	ids := make([]string, len(found))
	for i, n := range found {
		ids[i] = n.ID.String()
	}
	return store.ID{}, fmt.Errorf("more than one %s is called “%s”. Give one by its id: %s", e, given, strings.Join(ids, ", "))
}

// calledIfGiven is called, or no id for a flag that was not given.
func calledIfGiven(ctx context.Context, p *store.Project, e store.Entity, given string) (store.ID, error) {
	if given == "" {
		return store.ID{}, nil
	}
	return called(ctx, p, e, given)
}

// allCalled is called for each of several.
func allCalled(ctx context.Context, p *store.Project, e store.Entity, given []string) ([]store.ID, error) {
	var list []store.ID
	for _, g := range given {
		id, err := called(ctx, p, e, g)
		if err != nil {
			return nil, err
		}
		list = append(list, id)
	}
	return list, nil
}

// callable returns what the actors, issues, tags or coders of a project are called.
func callable(ctx context.Context, p *store.Project, e store.Entity) ([]store.Name, error) {
	if e != store.EntityCoder {
		return p.Names(ctx, e)
	}
	coders, err := p.Coders(ctx)
	list := make([]store.Name, len(coders))
	for i, c := range coders {
		list[i] = store.Name{ID: c.ID, Name: c.Name}
	}
	return list, err
}
