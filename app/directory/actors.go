package directory

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// actorSubject makes a directory the view of all actors.
type actorSubject struct{ desk *desk.Desk }

func (actorSubject) entity() store.Entity { return store.EntityActor }

func (actorSubject) words() subjectWords {
	return subjectWords{
		one: lang.L("Actor"), all: lang.L("Actors"), find: lang.L("Find an actor…"), kinds: lang.L("Every kind"),
		create: lang.L("New actor"), createNamed: lang.L("New actor “%s”"),
		none:      words.Sentence("No actors yet. Select a name in an article and press %s, or add one here.", desk.KeyActor),
		noneFound: lang.L("No actor has “%s” in its names."), noneSuch: lang.L("There is no actor of this kind."),
		choose: lang.L("Choose an actor at the left to see what it said and where it stands."),
		quiet: words.Sentence("No statements or positions of this actor yet. Select what it says in an article and press %s.",
			desk.KeyStatement),
		add: store.TitleAddActor, edit: store.TitleEditActor, delete: store.TitleDeleteActor, merge: store.TitleMergeActors,
		unfinished:   lang.L("Unfinished actor"),
		mergedInto:   lang.L("“%s” becomes another name of “%s”, which then has its annotations: %s. Undo takes it back."),
		mergedUnused: lang.L("“%s” becomes another name of “%s”. Undo takes it back."),
		handedOver:   lang.L("“%s” goes. “%s” gets its annotations: %s. Undo takes it back."),
		left: lang.L("“%s” goes. Until it is restored, its annotations stay in the articles without an actor, and mentions are " +
			"hidden: %s. Undo takes it back."),
		newCommand: lang.L("New Actor"), newKey: fyne.KeyN,
		mergeCommand: lang.L("Merge Actor Into…"), deleteCommand: lang.L("Delete Actor"),
		count:         func(n int) string { return words.Counted(n, "{{.Count}} actor") },
		deleteSeveral: func(n int) string { return words.Counted(n, "Delete {{.Count}} Actor") },
		mergeSeveral:  func(n int) string { return words.Counted(n, "Merge {{.Count}} Actor…") },
		askMergeSeveral: func(n int) string {
			return words.Counted(n, "{{.Count}} actor becomes one, which then has the names and annotations of all. Undo takes it back.")
		},
		askSeveral: func(n int) string {
			return words.Counted(n, "Delete {{.Count}} actor? Until it is restored, its annotations stay in the articles without an actor, "+
				"and mentions are hidden. Undo takes it back.")
		},
	}
}

func (s actorSubject) items(query string) []control.Item { return s.desk.ActorItems(query) }

func (actorSubject) rows(ctx context.Context, p *store.Project, q listQuery) ([]listRow, int, error) {
	found, total, err := p.Actors(ctx, actorQuery(q))
	rows := make([]listRow, len(found))
	for i, r := range found {
		rows[i] = listRow{id: r.ID, name: r.Name, colour: r.Colour, facts: func(n names.Names) []string { return actorFacts(r, n) }}
	}
	return rows, total, err
}

func (actorSubject) rank(ctx context.Context, p *store.Project, q listQuery, id store.ID) (int, error) {
	return p.ActorRank(ctx, actorQuery(q), id)
}

func (actorSubject) ids(ctx context.Context, p *store.Project, q listQuery) ([]store.ID, error) {
	return p.ActorIDs(ctx, actorQuery(q))
}

func actorQuery(q listQuery) store.ActorQuery {
	query := store.ActorQuery{Text: q.text, In: q.in, Sort: store.ActorsByName, Page: q.Page}
	if q.busiest {
		query.Sort = store.ActorsByPositions
	}
	if q.kind != "" {
		kind := store.ActorKind(q.kind)
		query.Kind = &kind
	}
	return query
}

// actorFacts is the line under an actor's name in the list: what it is, where it
// belongs, how much is recorded of it.
func actorFacts(r store.ActorRow, n names.Names) []string {
	var facts []string
	if kind := words.ActorKind(r.Kind); kind != "" {
		facts = append(facts, kind)
	}
	if r.Affiliation != nil {
		if organisation := n.Actors[r.Affiliation.Organisation].Name; organisation != "" {
			facts = append(facts, words.Belongs(r.Affiliation.Role, organisation))
		}
	}
	if apart := n.Apart(r.ID); apart != "" && !slices.Contains(facts, apart) {
		facts = append(facts, apart)
	}
	used := actorUsage(r)
	recorded := used.recorded()
	if r.Carried > 0 {
		recorded = append(recorded, words.Counted(r.Carried, "carried {{.Count}}"))
	}
	switch {
	case used.isZero():
		recorded = []string{lang.L("not in use")}
	case len(recorded) == 0:
		recorded = []string{used.listed()}
	}
	return append(facts, recorded...)
}

func actorUsage(r store.ActorRow) usage {
	return usage{
		mentions: r.Mentions, statements: r.Statements, positions: r.Positions,
		carried: r.Carried, addressed: r.Addressed, targeted: r.Targeted,
	}
}

func (actorSubject) load(ctx context.Context, p *store.Project, id store.ID) (profile, error) {
	found := profile{id: id}
	rows, _, err := p.Actors(ctx, store.ActorQuery{ID: id})
	if err != nil {
		return found, err
	}
	if len(rows) == 0 {
		return found, store.NewError(store.CodeNotFound, nil, "This actor was deleted or merged.")
	}
	a := rows[0]
	found.usage = actorUsage(a)
	found.particulars = form.Particulars{Name: a.Name, Colour: a.Colour, Description: a.Description, Kind: a.Kind, Aliases: a.Aliases}
	affiliations, err := p.Affiliations(ctx, id)
	if err != nil {
		return found, err
	}
	for _, f := range affiliations {
		found.particulars.Affiliations = append(found.particulars.Affiliations, form.Affiliation{
			ID: f.ID, Organisation: names.Party{Actor: f.Organisation}, Role: f.Role, From: string(f.From), To: string(f.To),
		})
	}
	external, err := p.ExternalIDs(ctx, id)
	for _, x := range external {
		found.particulars.ExternalIDs = append(found.particulars.ExternalIDs, form.ExternalID{Scheme: x.Scheme, Value: x.Value})
	}
	return found, err
}

func (actorSubject) complete(e *form.Particulars, n names.Names) {
	for i := range e.Affiliations {
		o := &e.Affiliations[i].Organisation
		o.Name = n.Actors[o.Actor].Name
	}
}

// facts are the line under an actor's name: its other names, and where it belongs.
func (actorSubject) facts(p profile) []string {
	var facts []string
	if len(p.particulars.Aliases) > 0 {
		facts = append(facts, words.Sentence("also: %s", words.Joined(p.particulars.Aliases)))
	}
	for _, a := range p.particulars.Affiliations {
		facts = append(facts, affiliationFact(a))
	}
	return facts
}

// affiliationFact writes an affiliation: "President of Veldania, since 2019".
func affiliationFact(a form.Affiliation) string {
	organisation, from, to := a.Organisation.Name, store.Date(a.From), store.Date(a.To)
	held := from != "" || to != ""
	switch {
	case a.Role != "" && held:
		return words.Sentence("%s of %s, %s", a.Role, organisation, words.Period(from, to))
	case held:
		return words.Sentence("%s, %s", organisation, words.Period(from, to))
	}
	return words.Belongs(a.Role, organisation)
}

func (actorSubject) fields(set *fieldset) ownFields { return newActorFields(set) }

func (actorSubject) save(b *store.Batch, id store.ID, before, after form.Particulars) (store.ID, error) {
	return form.SaveActor(b, id, before, after)
}

// name is what an actor is called.
func (s actorSubject) name(id store.ID) string { return s.desk.Names.Actor(id).Name }

// commands are those for actors alone.
func (s actorSubject) commands(open func() (store.ID, bool)) []desk.Command {
	actor := func() (store.Name, bool) {
		id, ok := open()
		return s.desk.Names.Actor(id), ok
	}
	return []desk.Command{{
		In: desk.SectionNew, Label: desk.Fixed(lang.L("Link All Places of the Actor…")), Key: desk.KeyLinkAll,
		Act: desk.With(actor, s.desk.LinkEverywhere),
	}}
}
