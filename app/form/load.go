package form

import (
	"context"

	"standpoint/app/names"
	"standpoint/store"
)

// load fills a form with a saved annotation. A position that rests on a
// statement opens that statement's form, where it stands.
func load(ctx context.Context, p *store.Project, n names.Names, id store.ID) (Form, error) {
	a, err := p.Annotation(ctx, id)
	if err != nil {
		return Form{}, err
	}
	if a.Kind == store.KindPosition && a.Statement != (store.ID{}) {
		return load(ctx, p, n, a.Statement)
	}
	f := Form{
		Draft: store.NewID().String(), Kind: a.Kind, Annotation: a.ID,
		Article: a.Article, Body: a.Anchor.Body, Spans: a.Anchor.Spans(), Exact: a.Anchor.Exact(),
		Quotation: a.Quotation, Act: a.Act, On: string(a.On), Translation: a.Translation,
	}
	f.loadCue(a)
	if a.Actor != (store.ID{}) {
		f.Actor = n.Party(store.Participant{Actor: a.Actor})
	}
	f.Speakers = n.Parties(a, store.RoleSpeaker)
	f.Addressees = n.Parties(a, store.RoleAddressee)
	f.Carriers = n.Parties(a, store.RoleCarrier)
	for _, t := range a.Tags {
		f.Tags = append(f.Tags, names.TagPick{ID: t, Name: n.Tags[t].Name})
	}
	switch a.Kind {
	case store.KindPosition:
		f.Positions = []Position{positionOf(n, a)}
	case store.KindStatement:
		resting, err := p.PositionsOn(ctx, a.ID)
		if err != nil {
			return Form{}, err
		}
		for _, q := range resting {
			f.Positions = append(f.Positions, positionOf(n, q))
		}
	}
	f.Note, err = OwnNote(ctx, p, store.EntityAnnotation, id)
	return f, err
}

// LoadIfThere is Load as a query of the window, where the annotation may have
// been deleted since it was asked for: then the form is that of none.
func LoadIfThere(n names.Names, id store.ID) func(context.Context, *store.Project) (Form, error) {
	return func(ctx context.Context, p *store.Project) (Form, error) {
		f, err := load(ctx, p, n, id)
		if store.CodeOf(err) == store.CodeNotFound {
			return Form{}, nil
		}
		return f, err
	}
}

// OwnNote returns the text of the project's coder's note on a subject, or "".
func OwnNote(ctx context.Context, p *store.Project, on store.Entity, subject store.ID) (string, error) {
	notes, err := p.Notes(ctx, on, subject)
	if err != nil {
		return "", err
	}
	for _, n := range notes {
		if n.Coder == p.Coder().ID {
			return n.Text, nil
		}
	}
	return "", nil
}

func positionOf(n names.Names, a store.Annotation) Position {
	f := Position{
		ID: a.ID, Holders: n.Parties(a, store.RoleHolder), Carriers: n.Parties(a, store.RoleCarrier),
		Stance: a.Stance, Condition: a.Condition,
	}
	switch {
	case a.Target.Issue != (store.ID{}):
		f.Target = names.TargetPick{ID: a.Target.Issue, Name: n.Issues[a.Target.Issue].Name}
	case a.Target.Actor != (store.ID{}):
		f.Target = names.TargetPick{ID: a.Target.Actor, Name: n.Actors[a.Target.Actor].Name, IsActor: true}
	}
	return f
}
