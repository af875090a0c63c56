package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
)

// Actor returns an actor; CodeNotFound if it is not there or deleted.
func (p *Project) Actor(ctx context.Context, id ID) (a Actor, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		a, err = find[Actor](s, EntityActor, id)
		return err
	})
	return a, err
}

// ActorsOf returns those of some actors that are there, by few queries, in no order.
func (p *Project) ActorsOf(ctx context.Context, actors []ID) ([]Actor, error) {
	return rowsOfIDs[Actor](ctx, p, EntityActor, actors)
}

// Aliases returns the aliases of an actor and of those merged into it, with those actors' names, by name.
func (p *Project) Aliases(ctx context.Context, actor ID) (names []string, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		all, err := aliasesOf(s, []ID{actor})
		names = all[actor]
		return err
	})
	return names, err
}

// aliasesOf returns the other names of actors. The name of an actor that was merged is another name of what it became.
func aliasesOf(src sqlite.Source, actors []ID) (map[ID][]string, error) {
	names := map[ID][]string{}
	err := sqlite.EachPortion(actors, func(in string, args []any) error {
		return sqlite.Each(src, func(scan func(...any) error) error {
			var actor ID
			var name string
			if err := scan((*idColumn)(&actor), (*stringColumn)(&name)); err != nil {
				return err
			}
			names[actor] = append(names[actor], name)
			return nil
		}, `SELECT r.canonical, l.name FROM actor r CROSS JOIN alias l ON l.actor = r.id WHERE r.canonical IN (`+in+`) AND l.deleted = 0
			UNION SELECT canonical, name FROM actor WHERE canonical IN (`+in+`) AND id <> canonical AND deleted = 0
			ORDER BY 2`, append(args, args...)...)
	})
	return names, err
}

// Affiliations returns the affiliations of an actor, oldest first.
func (p *Project) Affiliations(ctx context.Context, actor ID) (list []Affiliation, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		all, err := affiliationsOf(s, []ID{actor})
		list = all[actor]
		return err
	})
	return list, err
}

// AffiliationsOf returns the affiliations of each of the actors, oldest first, by few queries.
func (p *Project) AffiliationsOf(ctx context.Context, actors []ID) (of map[ID][]Affiliation, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		of, err = affiliationsOf(s, actors)
		return err
	})
	return of, err
}

// affiliationsOf returns the affiliations of actors, oldest first, with both ends as what they were merged into.
func affiliationsOf(src sqlite.Source, actors []ID) (map[ID][]Affiliation, error) {
	t := tableFor(EntityAffiliation)
	all := map[ID][]Affiliation{}
	err := sqlite.EachPortion(actors, func(in string, args []any) error {
		return sqlite.Each(src, func(scan func(...any) error) error {
			var a Affiliation
			err := scan(append(t.destinations(&a), (*idColumn)(&a.Actor), (*idColumn)(&a.Organisation))...)
			all[a.Actor] = append(all[a.Actor], a)
			return err
		}, `SELECT `+t.selection("f")+`, r.canonical, o.canonical FROM actor r
			CROSS JOIN affiliation f ON f.actor = r.id CROSS JOIN actor o ON o.id = f.organisation CROSS JOIN actor c ON c.id = o.canonical
			WHERE r.canonical IN (`+in+`) AND f.deleted = 0 AND c.live = 1`, args...)
	})
	for _, list := range all {
		slices.SortFunc(list, func(a, b Affiliation) int {
			return cmp.Or(cmp.Compare(a.From.First(), b.From.First()), a.To.Compare(b.To), compareIDs(a.ID, b.ID))
		})
	}
	return all, err
}

// Holds reports whether the affiliation held on a day. Without a day it always does.
func (a Affiliation) Holds(day Day) bool {
	if day == "" {
		return true
	}
	return (a.From == "" || a.From.First() <= day) && (a.To == "" || day <= a.To.Last())
}

// heldOn returns the affiliation that held on the day, the latest of several; nil if none did.
func heldOn(list []Affiliation, day Day) *Affiliation {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Holds(day) {
			return &list[i]
		}
	}
	return nil
}

// current returns the affiliation that holds on the day, or the one that held last.
func current(list []Affiliation, day Day) *Affiliation {
	if held := heldOn(list, day); held != nil || len(list) == 0 {
		return held
	}
	return &list[len(list)-1]
}

// ExternalIDs returns the external ids of an actor, by scheme.
func (p *Project) ExternalIDs(ctx context.Context, actor ID) (list []ExternalID, err error) {
	t := tableFor(EntityExternalID)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var x ExternalID
			err := scan(t.destinations(&x)...)
			x.Actor = actor
			list = append(list, x)
			return err
		}, `SELECT `+t.selection("x")+` FROM actor r CROSS JOIN external_id x ON x.actor = r.id
			WHERE r.canonical = ? AND x.deleted = 0 ORDER BY x.scheme, x.value`, actor[:])
	})
	return list, err
}

// selected are the actors that the query selects.
func (q ActorQuery) selected(s sqlite.Source) (selected, error) {
	l := selectNamed(EntityActor, q.ID, q.Text, q.Sort == ActorsByPositions)
	if q.Kind != nil {
		l.And(`a.kind = ?`, string(*q.Kind))
	}
	return l, l.namedIn(s, q.In, actorRoles)
}

// namedIn keeps the actors or issues under which annotations stand in some roles, in the articles that a filter leaves.
func (l *selected) namedIn(s sqlite.Source, in ArticleFilter, roles []string) error {
	list, err := in.conditions(s, nil)
	if err != nil || len(list) == 0 {
		return err
	}
	var article sqlite.Filter
	for _, c := range list {
		article.And(c.is, c.args...)
	}
	l.And(`EXISTS (SELECT 1 FROM heading h CROSS JOIN listing n INDEXED BY listing_by_article ON n.heading = h.key
		WHERE h.id = a.id AND h.role IN (`+quotedList(roles)+`)
			AND EXISTS (SELECT 1 FROM article a WHERE a.id = n.article AND `+article.Where()+`))`, article.Args...)
	return nil
}

// ActorRank returns how many rows of the list of actors come before that of one; -1 if the query does not select it.
func (p *Project) ActorRank(ctx context.Context, q ActorQuery, id ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		l, err := q.selected(s)
		if err != nil {
			return -1, err
		}
		return l.rankOf(s, id)
	})
}

// Actors lists actors with their counts, and the number there are in all.
func (p *Project) Actors(ctx context.Context, q ActorQuery) (rows []ActorRow, total int, err error) {
	t := tableFor(EntityActor)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		l, err := q.selected(s)
		if err != nil {
			return err
		}
		err = sqlite.Each(s, func(scan func(...any) error) error {
			var r ActorRow
			err := scan(append(t.destinations(&r.Actor), &r.Mentions, &r.Statements, &r.Positions, &r.Carried, &r.Addressed, &r.Targeted)...)
			rows = append(rows, r)
			return err
		}, `SELECT `+t.selection("a")+`, a.mentions, a.statements, a.positions, a.carried, a.addressed, a.targeted`+l.rest(),
			l.Limit(q.Page.Limit, q.Page.Offset)...)
		if err != nil {
			return err
		}
		if total, err = l.count(s); err != nil {
			return err
		}
		return p.describeActors(s, rows)
	})
	return rows, total, err
}

// presencesIn counts the listings of the annotations of articles under actors, by the role of the heading, article by article. All of it
// is in indexes but for the headings: a listing starts where its annotation does.
func presencesIn(articles string) string {
	return `SELECT x.shown_in, h.id, coalesce(min(x.start) FILTER (WHERE NOT x.unplaced), -1) AS first,
		count(*) FILTER (WHERE h.role = '` + headMention + `'), count(*) FILTER (WHERE h.role = '` + headSpeaker + `'),
		count(*) FILTER (WHERE h.role = '` + headHolder + `'), count(*) FILTER (WHERE h.role = '` + headCarrier + `'),
		count(*) FILTER (WHERE h.role = '` + headAddressee + `'), count(*) FILTER (WHERE h.role = '` + headTarget + `')
	FROM annotation x CROSS JOIN listing l ON l.annotation = x.id CROSS JOIN heading h ON h.key = l.heading
	WHERE x.shown_in IN (` + articles + `) AND h.entity = 'actor' GROUP BY x.shown_in, h.id ORDER BY first < 0, first, h.sort`
}

// Presences returns the actors that an article's annotations name, as they first appear in its text, and how many name
// each. Lists of actors show the sums of these counts over all articles.
func (p *Project) Presences(ctx context.Context, article ID) ([]Presence, error) {
	of, err := p.PresencesIn(ctx, []ID{article})
	return of[article], err
}

// PresencesIn returns what Presences does of each of several articles, by few queries.
func (p *Project) PresencesIn(ctx context.Context, articles []ID) (of map[ID][]Presence, err error) {
	of = map[ID][]Presence{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(articles, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var article ID
				var r Presence
				err := scan((*idColumn)(&article), (*idColumn)(&r.Actor), &r.First,
					&r.Mentions, &r.Statements, &r.Positions, &r.Carried, &r.Addressed, &r.Targeted)
				of[article] = append(of[article], r)
				return err
			}, presencesIn(in), args...)
		})
	})
	return of, err
}

// describeActors fills in aliases and affiliations.
func (p *Project) describeActors(s sqlite.Snapshot, rows []ActorRow) error {
	list := make([]ID, len(rows))
	for i, r := range rows {
		list[i] = r.ID
	}
	aliases, err := aliasesOf(s, list)
	if err != nil {
		return err
	}
	affiliations, err := affiliationsOf(s, list)
	if err != nil {
		return err
	}
	today := Day(p.now().Format(time.DateOnly))
	for i := range rows {
		rows[i].Aliases = aliases[rows[i].ID]
		rows[i].Affiliation = current(affiliations[rows[i].ID], today)
	}
	return nil
}

// selectNamed selects live rows, by name or those with most positions first: the one with the id if there is one, those with the
// words if there are any.
func selectNamed(e Entity, id ID, words string, byPositions bool) selected {
	l := selected{from: tableFor(e).name() + ` a`, order: order{rising(`a.name_key, a.id`)}}
	if byPositions {
		l.order = slices.Insert(l.order, 0, falling(`a.positions`))
	}
	l.And(`a.live = 1`)
	if id != (ID{}) {
		l.And(`a.id = ?`, id[:])
	}
	if rows, asked := rowsHolding(words, e); asked {
		l.And(`a.id IN (`+rows.sql+`)`, rows.args...)
	}
	return l
}

// Names returns all actors, issues or tags as type-ahead needs them, by name.
func (p *Project) Names(ctx context.Context, e Entity) (names []Name, err error) {
	if !hasName(e) {
		return nil, noNames()
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		names, err = namesWhere(s, e, `a.live = 1`)
		return err
	})
	return names, err
}

// NamesOf returns the names of some of the actors, issues or tags, and of what they were merged into. Those that are gone have none.
func (p *Project) NamesOf(ctx context.Context, e Entity, list []ID) (names []Name, err error) {
	if !hasName(e) {
		return nil, noNames()
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(list, func(in string, args []any) error {
			some, err := namesWhere(s, e, `+a.live = 1 AND a.id IN (SELECT canonical FROM `+tableFor(e).name()+` WHERE id IN (`+in+`))`, args...)
			names = append(names, some...)
			return err
		})
	})
	return names, err
}

// NamesakesOf returns the names of all actors who are called as some of them are, but for case and accents, with these.
func (p *Project) NamesakesOf(ctx context.Context, actors []ID) (names []Name, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(actors, func(in string, args []any) error {
			some, err := namesWhere(s, EntityActor, `a.live = 1 AND a.name_key IN (SELECT name_key FROM actor WHERE id IN (`+in+`))`, args...)
			names = append(names, some...)
			return err
		})
	})
	return names, err
}

func hasName(e Entity) bool { return e == EntityActor || e == EntityIssue || e == EntityTag }

func noNames() error { return invalidf("Only actors, issues and tags have names.") }

// namesWhere returns the names of rows, called a, for which a condition holds, by name.
func namesWhere(s sqlite.Snapshot, e Entity, where string, args ...any) (names []Name, err error) {
	kind := `''`
	if e == EntityActor {
		kind = `a.kind`
	}
	var actors []ID
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var n Name
		err := scan((*idColumn)(&n.ID), (*stringColumn)(&n.Name), (*stringColumn)(&n.Kind), (*stringColumn)(&n.Colour))
		names = append(names, n)
		actors = append(actors, n.ID)
		return err
	}, `SELECT a.id, a.name, `+kind+`, a.colour FROM `+tableFor(e).name()+` a WHERE `+where+` ORDER BY a.name_key, a.id`, args...)
	if err != nil || e != EntityActor {
		return names, err
	}
	aliases, err := aliasesOf(s, actors)
	for i := range names {
		names[i].Aliases = aliases[names[i].ID]
	}
	return names, err
}
