package app

import (
	"context"

	"standpoint/app/names"
	"standpoint/store"
)

// loadForm fills a form with a saved annotation. A position that rests on a
// statement opens that statement's form, where it stands.
func loadForm(ctx context.Context, p *store.Project, n names.Names, id store.ID) (form, error) {
	a, err := p.Annotation(ctx, id)
	if err != nil {
		return form{}, err
	}
	if a.Kind == store.KindPosition && a.Statement != (store.ID{}) {
		return loadForm(ctx, p, n, a.Statement)
	}
	f := form{
		Draft: store.NewID().String(), Kind: a.Kind, Annotation: a.ID,
		Article: a.Article, Body: a.Anchor.Body, Spans: a.Anchor.Spans(), Exact: a.Anchor.Exact(),
		Quotation: a.Quotation, Act: a.Act, On: string(a.On), Translation: a.Translation,
	}
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
		f.Positions = []positionForm{positionOf(n, a)}
	case store.KindStatement:
		all, err := p.Annotations(ctx, a.Article)
		if err != nil {
			return form{}, err
		}
		for _, q := range all {
			if q.Statement == a.ID {
				f.Positions = append(f.Positions, positionOf(n, q))
			}
		}
	}
	f.Note, err = ownNote(ctx, p, store.EntityAnnotation, id)
	return f, err
}

// loadFormOf is loadForm as a query of the window, where the annotation may have
// been deleted since it was asked for: then the form is that of none.
func loadFormOf(n names.Names, id store.ID) func(context.Context, *store.Project) (form, error) {
	return func(ctx context.Context, p *store.Project) (form, error) {
		f, err := loadForm(ctx, p, n, id)
		if store.CodeOf(err) == store.CodeNotFound {
			return form{}, nil
		}
		return f, err
	}
}

// ownNote returns the text of the project's coder's note on a subject, or "".
func ownNote(ctx context.Context, p *store.Project, on store.Entity, subject store.ID) (string, error) {
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

func positionOf(n names.Names, a store.Annotation) positionForm {
	f := positionForm{
		ID: a.ID, Holders: n.Parties(a, store.RoleHolder),
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
