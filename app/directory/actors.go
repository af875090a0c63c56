package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// actorSubject makes a directory the view of all actors.
type actorSubject struct{ desk *desk.Desk }

// NewActors makes the view of all actors.
func NewActors(d *desk.Desk) *Directory { return newDirectory(d, actorSubject{d}) }

func (actorSubject) entity() store.Entity { return store.EntityActor }

func (actorSubject) words() subjectWords {
	return subjectWords{
		one: lang.L("Actor"), find: lang.L("Find an actor…"), kinds: lang.L("Every kind"),
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
		count: func(n int) string { return words.Counted(n, "{{.Count}} actor") },
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

func actorQuery(q listQuery) store.ActorQuery {
	query := store.ActorQuery{Text: q.text, Sort: store.ActorsByName, Page: q.Page}
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
			facts = append(facts, organisation)
		}
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
		recorded = []string{used.String()}
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
	found.entry = form.Entry{Name: a.Name, Colour: a.Colour, Description: a.Description, Kind: a.Kind, Aliases: a.Aliases}
	affiliations, err := p.Affiliations(ctx, id)
	if err != nil {
		return found, err
	}
	for _, f := range affiliations {
		found.entry.Affiliations = append(found.entry.Affiliations, form.Affiliation{
			ID: f.ID, Organisation: names.Party{Actor: f.Organisation}, Role: f.Role, From: string(f.From), To: string(f.To),
		})
	}
	external, err := p.ExternalIDs(ctx, id)
	for _, x := range external {
		found.entry.ExternalIDs = append(found.entry.ExternalIDs, form.ExternalID{Scheme: x.Scheme, Value: x.Value})
	}
	return found, err
}

func (actorSubject) complete(e *form.Entry, n names.Names) {
	for i := range e.Affiliations {
		o := &e.Affiliations[i].Organisation
		o.Name = n.Actors[o.Actor].Name
	}
}

// facts are the line under an actor's name: its other names, and where it belongs.
func (actorSubject) facts(p profile) []string {
	var facts []string
	if len(p.entry.Aliases) > 0 {
		facts = append(facts, words.Sentence("also: %s", words.Joined(p.entry.Aliases)))
	}
	for _, a := range p.entry.Affiliations {
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
	case a.Role != "":
		return words.Sentence("%s of %s", a.Role, organisation)
	case held:
		return words.Sentence("%s, %s", organisation, words.Period(from, to))
	}
	return organisation
}

func (actorSubject) fields(f *entryForm) (upper, lower []fyne.CanvasObject) {
	f.kind = control.NewChoice(lang.L("Kind"), kindOptions())
	f.wire(&f.kind.Keys, f.kind)
	f.kind.SetValue(string(f.entry.Kind))
	f.kind.OnChanged = func(key string) { f.entry.Kind = store.ActorKind(key); f.touched() }
	f.aliases = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Aliases"), PlaceHolder: lang.L("another name"), Create: true,
		Items: func(string) []control.Item { return nil },
	})
	f.wire(&f.aliases.Keys, f.aliases)
	f.aliases.SetItems(wordItems(f.entry.Aliases))
	f.aliases.OnUnfold = f.side.unfolded(f.aliases)
	f.aliases.OnChanged = func(items []control.Item) {
		f.entry.Aliases = itemNames(items)
		f.touched()
		f.side.resized()
	}
	f.affiliations = newAffiliationFields(f)
	f.external = newExternalFields(f)
	more := control.NewWrap(look.Gap,
		control.NewTextButton(lang.L("+ Affiliation"), lang.L("Add an organisation or state it belongs to"), "", f.affiliations.add),
		control.NewTextButton(lang.L("+ External id"), lang.L("Add its id in another catalogue, such as Wikidata"), "", f.external.add),
	)
	return []fyne.CanvasObject{f.kind, f.colour}, []fyne.CanvasObject{f.aliases, f.affiliations.rows, f.external.rows, more}
}

func kindOptions() []control.Option {
	var options []control.Option
	for _, k := range desk.ActorKinds() {
		options = append(options, control.Option{Key: k.Key, Word: k.Word})
	}
	return options
}

func wordItems(words []string) []control.Item {
	items := make([]control.Item, len(words))
	for i, w := range words {
		items[i] = control.Item{Name: w}
	}
	return items
}

func itemNames(items []control.Item) []string {
	var words []string
	for _, i := range items {
		words = append(words, i.Name)
	}
	return words
}

func (actorSubject) takePending(f *entryForm) {
	if typed := f.aliases.Pending(); typed != "" {
		f.entry.Aliases = append(f.entry.Aliases, typed)
	}
	f.affiliations.takePending()
}

func (actorSubject) save(b *store.Batch, id store.ID, before, after form.Entry) (store.ID, error) {
	return form.SaveActor(b, id, before, after)
}
