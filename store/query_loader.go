package store

import (
	"maps"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
)

// listed is an annotation as lists show it, with what was derived of it.
type listed struct {
	Annotation
	article   ID            // that stands for the one it was made in
	own       map[Role]bool // the roles that it has participants for, be they shown or not
	date      Date
	dateFrom  DateFrom
	paragraph int
}

// loader loads the annotations of one page and everything that they name, a few queries for all.
type loader struct {
	src      sqlite.Source
	listed   map[ID]*listed
	parties  map[rowKey]PartyRef // by recorded id; absent if not shown
	articles map[ID]Article      // title, source and day
}

func newLoader(src sqlite.Source) *loader {
	return &loader{src: src, listed: map[ID]*listed{}, parties: map[rowKey]PartyRef{}, articles: map[ID]Article{}}
}

// load reads the shown annotations among list, and the statements on which they rest.
func (l *loader) load(list []ID) error {
	if err := l.loadListed(list); err != nil {
		return err
	}
	var statements []ID
	for _, a := range l.listed {
		if a.Statement != (ID{}) && l.listed[a.Statement] == nil {
			statements = append(statements, a.Statement)
		}
	}
	if err := l.loadListed(statements); err != nil {
		return err
	}
	if err := l.loadParticipants(); err != nil {
		return err
	}
	if err := l.loadTags(); err != nil {
		return err
	}
	if err := l.loadParties(); err != nil {
		return err
	}
	l.resolve()
	return l.loadArticles()
}

func (l *loader) loadListed(list []ID) error {
	t := tableFor(EntityAnnotation)
	var row listed // of which each column is set by each scan
	var created int64
	dest := append(t.destinations(&row.Annotation), &created, (*idColumn)(&row.Coder), (*idColumn)(&row.article),
		(*stringColumn)(&row.date), (*stringColumn)(&row.dateFrom), &row.paragraph)
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(l.src, func(scan func(...any) error) error {
			err := scan(dest...)
			a := row
			a.Created = journal.Clock(created).Time()
			l.listed[a.ID] = &a
			return err
		}, `SELECT `+t.selection("a")+`, a.created, coalesce(k.canonical, a.coder_of), a.shown_in, a.date, a.date_from, a.paragraph
			FROM annotation a LEFT JOIN coder k ON k.id = a.coder_of WHERE a.id IN (`+in+`) AND a.shown_in IS NOT NULL`, args...)
	})
}

// loadParticipants reads the participants of all that are listed, as recorded.
func (l *loader) loadParticipants() error {
	return sqlite.EachPortion(l.ids(), func(in string, args []any) error {
		return sqlite.Each(l.src, func(scan func(...any) error) error {
			var annotation ID
			var p Participant
			err := scan((*idColumn)(&annotation), (*stringColumn)(&p.Role), (*idColumn)(&p.Actor), (*stringColumn)(&p.Words))
			a := l.listed[annotation]
			a.Participants = append(a.Participants, p)
			return err
		}, `SELECT annotation, role, actor, words FROM participant WHERE annotation IN (`+in+`) AND deleted = 0
			ORDER BY annotation, place, id`, args...)
	})
}

func (l *loader) loadTags() error {
	return sqlite.EachPortion(l.ids(), func(in string, args []any) error {
		return sqlite.Each(l.src, func(scan func(...any) error) error {
			var annotation, tag ID
			err := scan((*idColumn)(&annotation), (*idColumn)(&tag))
			if a := l.listed[annotation]; !slices.Contains(a.Tags, tag) {
				a.Tags = append(a.Tags, tag)
			}
			return err
		}, `SELECT g.annotation, c.id FROM tagging g CROSS JOIN tag r ON r.id = g.tag CROSS JOIN tag c ON c.id = r.canonical
			WHERE g.annotation IN (`+in+`) AND g.deleted = 0 AND c.live = 1 ORDER BY c.name_key, c.id`, args...)
	})
}

func (l *loader) ids() []ID {
	list := make([]ID, 0, len(l.listed))
	for id := range l.listed {
		list = append(list, id)
	}
	return list
}

// loadParties reads the actors and issues that the annotations name.
func (l *loader) loadParties() error {
	actors, issues := map[ID]bool{}, map[ID]bool{}
	for _, a := range l.listed {
		actors[a.Actor], actors[a.Target.Actor], issues[a.Target.Issue] = true, true, true
		for _, p := range a.Participants {
			actors[p.Actor] = true
		}
	}
	if err := l.name(EntityActor, actors); err != nil {
		return err
	}
	return l.name(EntityIssue, issues)
}

// name reads names and colours of live rows by recorded id.
func (l *loader) name(e Entity, wanted map[ID]bool) error {
	var list []ID
	for id := range wanted {
		if _, have := l.parties[rowKey{e, id}]; !have && id != (ID{}) {
			list = append(list, id)
		}
	}
	table := tableFor(e).name()
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(l.src, func(scan func(...any) error) error {
			var recorded ID
			r := PartyRef{Entity: e}
			err := scan((*idColumn)(&recorded), (*idColumn)(&r.ID), (*stringColumn)(&r.Name), (*stringColumn)(&r.Colour))
			l.parties[rowKey{e, recorded}], l.parties[rowKey{e, r.ID}] = r, r
			return err
		}, `SELECT r.id, c.id, c.name, c.colour FROM `+table+` r CROSS JOIN `+table+` c ON c.id = r.canonical
			WHERE r.id IN (`+in+`) AND c.live = 1`, args...)
	})
}

// resolve puts in place of what was recorded what it was merged into, and drops who is not shown.
func (l *loader) resolve() {
	for _, a := range l.listed {
		a.Article = a.article
		a.Actor = l.parties[rowKey{EntityActor, a.Actor}].ID
		a.Target = Target{
			Issue: l.parties[rowKey{EntityIssue, a.Target.Issue}].ID,
			Actor: l.parties[rowKey{EntityActor, a.Target.Actor}].ID,
		}
		var kept []Participant
		a.own = map[Role]bool{}
		for _, p := range a.Participants {
			a.own[p.Role] = true
			p.Actor = l.parties[rowKey{EntityActor, p.Actor}].ID
			if (p.Actor != (ID{}) || p.Words != "") && !slices.ContainsFunc(kept, p.same) {
				kept = append(kept, p)
			}
		}
		a.Participants = kept
	}
}

// same reports whether two participants are one and the same: by actor, else by words.
func (p Participant) same(q Participant) bool {
	return p.Role == q.Role && p.Actor == q.Actor && (p.Actor != (ID{}) || p.Words == q.Words)
}

func (l *loader) loadArticles() error {
	in := map[ID]bool{}
	for _, a := range l.listed {
		in[a.article] = true
	}
	return sqlite.EachPortion(slices.Collect(maps.Keys(in)), func(in string, args []any) error {
		return sqlite.Each(l.src, func(scan func(...any) error) error {
			var a Article
			err := scan((*idColumn)(&a.ID), (*stringColumn)(&a.Title), (*stringColumn)(&a.Source), (*stringColumn)(&a.Published))
			l.articles[a.ID] = a
			return err
		}, `SELECT id, title, source, published FROM article WHERE id IN (`+in+`)`, args...)
	})
}

// role returns those of a role as references.
func (l *loader) role(a *listed, role Role) []PartyRef {
	if a == nil {
		return nil
	}
	var list []PartyRef
	for _, p := range a.Participants {
		if p.Role == role {
			r := l.parties[rowKey{EntityActor, p.Actor}]
			r.Words = p.Words
			list = append(list, r)
		}
	}
	return list
}

// get returns an annotation that a list names; CodeDamaged if there is none.
func (l *loader) get(id ID) (*listed, error) {
	if a := l.listed[id]; a != nil {
		return a, nil
	}
	return nil, damagedf("The project is damaged: a list names an annotation that is not there. Check it with "+
		"“standpoint check PROJECT”, and restore a backup (%s), or save what is left with “standpoint check --recover”.", say.AdviceRestore)
}

// statementOf returns the statement on which a position rests; nil if there is none.
func (l *loader) statementOf(a *listed) *listed { return l.listed[a.Statement] }

// holders returns the holders in effect; none when those that were set are deleted.
func (l *loader) holders(a *listed) []PartyRef { return l.effective(a, RoleHolder, RoleSpeaker) }

// carriers returns who reported a position, in effect.
func (l *loader) carriers(a *listed) []PartyRef { return l.effective(a, RoleCarrier, RoleCarrier) }

// effective returns those of a role: a position's own ones, else those in the role from of the statement on which it rests.
// A holder whose actor was deleted still counts as the position's own: nobody is shown then, and not the speakers of the statement.
func (l *loader) effective(a *listed, own, from Role) []PartyRef {
	if a.own[own] {
		return l.role(a, own)
	}
	return l.role(l.statementOf(a), from)
}

// target returns the target of a position; empty if there is none.
func (l *loader) target(a *listed) PartyRef {
	if a.Target.Issue != (ID{}) {
		return l.parties[rowKey{EntityIssue, a.Target.Issue}]
	}
	return l.parties[rowKey{EntityActor, a.Target.Actor}]
}

// anchor returns the spans in effect.
func (l *loader) anchor(a *listed) text.Anchor {
	if s := l.statementOf(a); s != nil && a.Anchor.IsZero() {
		return s.Anchor
	}
	return a.Anchor
}
