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
	articles map[ID]Article      // title, source, day and language
}

func newLoader(src sqlite.Source) *loader {
	return &loader{src: src, listed: map[ID]*listed{}, parties: map[rowKey]PartyRef{}, articles: map[ID]Article{}}
}

// load reads the shown annotations among list, and the statements on which they rest.
func (l *loader) load(list []ID) error {
	if err := l.loadAmong(list); err != nil {
		return err
	}
	return l.finish()
}

// loadIn reads the annotations of some articles, as far as another condition leaves them, and the statements on which they rest. It
// returns the former in the order of the texts. It takes less than load, which seeks each.
func (l *loader) loadIn(articles []ID, condition string) (order []ID, err error) {
	in, args := sqlite.Placeholders(articles)
	in = `a.shown_in IN (` + in + `)`
	if order, err = l.loadListed(in+` AND `+condition, ` ORDER BY a.shown_in, a.start, a.id`, args); err != nil {
		return nil, err
	}
	if err := l.loadHanging(in, args); err != nil { // the condition would be tried anew, and leaves out few that have any
		return nil, err
	}
	return order, l.finish()
}

// loadAmong reads the rows of the shown annotations among list, and what stands in other tables of them.
func (l *loader) loadAmong(list []ID) error {
	return sqlite.EachPortion(list, func(in string, args []any) error {
		where := `a.id IN (` + in + `) AND a.shown_in IS NOT NULL`
		if _, err := l.loadListed(where, ``, args); err != nil {
			return err
		}
		return l.loadHanging(where, args)
	})
}

// loadHanging reads what stands in other tables of the annotations that are loaded, among those for which a condition holds.
func (l *loader) loadHanging(where string, args []any) error {
	if err := l.loadParticipants(where, args); err != nil {
		return err
	}
	return l.loadTags(where, args)
}

// finish reads the statements on which those that are loaded rest, and everything that they name.
func (l *loader) finish() error {
	var statements []ID
	for _, a := range l.listed {
		if a.Statement != (ID{}) && l.listed[a.Statement] == nil {
			statements = append(statements, a.Statement)
		}
	}
	if err := l.loadAmong(statements); err != nil {
		return err
	}
	if err := l.loadParties(); err != nil {
		return err
	}
	l.resolve()
	return l.loadArticles()
}

// loadListed reads the rows of the annotations for which a condition holds, and returns them in an order.
func (l *loader) loadListed(where, order string, args []any) (list []ID, err error) {
	t := tableFor(EntityAnnotation)
	var row listed // of which each column is set by each scan
	var created int64
	dest := append(t.destinations(&row.Annotation), &created, (*idColumn)(&row.Coder), (*idColumn)(&row.article),
		(*stringColumn)(&row.date), (*stringColumn)(&row.dateFrom), &row.paragraph)
	err = sqlite.Each(l.src, func(scan func(...any) error) error {
		err := scan(dest...)
		a := row
		a.Created = journal.Clock(created).Time()
		l.listed[a.ID] = &a
		list = append(list, a.ID)
		return err
	}, `SELECT `+t.selection("a")+`, a.created, coalesce(k.canonical, a.coder_of), a.shown_in, a.date, a.date_from, a.paragraph
		FROM annotation a LEFT JOIN coder k ON k.id = a.coder_of WHERE `+where+order, args...)
	return list, err
}

// loadParticipants reads the participants of the annotations for which a condition holds, as recorded.
func (l *loader) loadParticipants(where string, args []any) error {
	return sqlite.Each(l.src, func(scan func(...any) error) error {
		var annotation ID
		var p Participant
		err := scan((*idColumn)(&annotation), (*stringColumn)(&p.Role), (*idColumn)(&p.Actor), (*stringColumn)(&p.Words))
		if a := l.listed[annotation]; a != nil {
			a.Participants = append(a.Participants, p)
		}
		return err
	}, `SELECT r.annotation, r.role, r.actor, r.words FROM annotation a CROSS JOIN participant r ON r.annotation = a.id
		WHERE `+where+` AND r.deleted = 0 ORDER BY r.annotation, r.place, r.id`, args...)
}

func (l *loader) loadTags(where string, args []any) error {
	return sqlite.Each(l.src, func(scan func(...any) error) error {
		var annotation, tag ID
		err := scan((*idColumn)(&annotation), (*idColumn)(&tag))
		if a := l.listed[annotation]; a != nil && !slices.Contains(a.Tags, tag) {
			a.Tags = append(a.Tags, tag)
		}
		return err
	}, `SELECT g.annotation, c.id FROM annotation a CROSS JOIN tagging g ON g.annotation = a.id CROSS JOIN tag r ON r.id = g.tag
		CROSS JOIN tag c ON c.id = r.canonical WHERE `+where+` AND g.deleted = 0 AND c.live = 1 ORDER BY c.name_key, c.id`, args...)
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
			err := scan((*idColumn)(&a.ID), (*stringColumn)(&a.Title), (*stringColumn)(&a.Source), (*stringColumn)(&a.Published),
				(*stringColumn)(&a.Language))
			l.articles[a.ID] = a
			return err
		}, `SELECT id, title, source, published, language FROM article WHERE id IN (`+in+`)`, args...)
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
