package store

import (
	"context"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// Recorded is all that is recorded of one article.
type Recorded struct {
	Annotations []Annotation   // in text order, as Annotations has them
	Statements  []StatementRow // in text order
	Positions   []PositionRow  // one each, in text order, without Group and its Affiliation
	Presences   []Presence     // as Presences has them
	Notes       []Note         // on it and on its annotations, as ArticleNotes has them
	Tags        []Name         // its own, by name
	Added       time.Time      // when it came into the project; zero of an article that is not there
}

// RecordedIn returns all that is recorded of articles, in a few queries for all of them; with bare also the mentions that carry
// neither tags nor notes, which are most of them. An article that is not there has nothing.
func (p *Project) RecordedIn(ctx context.Context, articles []ID, bare bool) (of map[ID]*Recorded, err error) {
	of = make(map[ID]*Recorded, len(articles))
	for _, id := range articles {
		of[id] = &Recorded{}
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		for portion := range slices.Chunk(articles, sqlite.Portion/10) {
			if err := recordAnnotations(s, of, portion, bare); err != nil {
				return err
			}
			if err := recordPresences(s, of, portion); err != nil {
				return err
			}
			if err := recordAdded(s, of, portion); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	tags, err := p.ArticleTags(ctx, articles)
	for id, list := range tags {
		of[id].Tags = list
	}
	if err != nil {
		return nil, err
	}
	return of, p.recordNotes(ctx, of, articles)
}

// recordAnnotations reads the annotations of articles, and of them the rows of statements and positions.
func recordAnnotations(s sqlite.Snapshot, of map[ID]*Recorded, articles []ID, bare bool) error {
	in, args := sqlite.Placeholders(articles)
	which := `SELECT id FROM annotation a WHERE shown_in IN (` + in + `)`
	if !bare {
		which += ` AND (kind <> 'mention' OR EXISTS (SELECT 1 FROM tagging WHERE annotation = a.id AND deleted = 0)
			OR EXISTS (SELECT 1 FROM note WHERE subject = a.id AND deleted = 0))`
	}
	order, err := ids(s, which+` ORDER BY shown_in, start, id`, args...)
	if err != nil {
		return err
	}
	l := newLoader(s)
	if err := l.load(order); err != nil {
		return err
	}
	resting := map[ID][]ID{}
	for _, id := range order {
		if a := l.listed[id]; a != nil && a.Kind == KindPosition && a.Statement != (ID{}) {
			resting[a.Statement] = append(resting[a.Statement], id)
		}
	}
	var statements []StatementRow
	var positions []PositionRow
	for _, id := range order {
		a, err := l.get(id)
		if err != nil {
			return err
		}
		of[a.article].Annotations = append(of[a.article].Annotations, a.Annotation)
		switch a.Kind {
		case KindStatement:
			statements = append(statements, l.statementRow(a, l.byAge(resting[id])))
		case KindPosition:
			positions = append(positions, l.positionRow(a))
		}
	}
	if err := affiliate(s, statements); err != nil {
		return err
	}
	if err := l.attribute(positions); err != nil {
		return err
	}
	for _, row := range statements {
		of[row.Article].Statements = append(of[row.Article].Statements, row)
	}
	for _, row := range positions {
		of[row.Article].Positions = append(of[row.Article].Positions, row)
	}
	return nil
}

// byAge puts annotations in the order in which they were made.
func (l *loader) byAge(list []ID) []ID {
	slices.SortFunc(list, func(x, y ID) int {
		if c := l.listed[x].Created.Compare(l.listed[y].Created); c != 0 {
			return c
		}
		return compareIDs(x, y)
	})
	return list
}

func recordPresences(s sqlite.Snapshot, of map[ID]*Recorded, articles []ID) error {
	in, args := sqlite.Placeholders(articles)
	return sqlite.Each(s, func(scan func(...any) error) error {
		var article ID
		var r Presence
		err := scan((*idColumn)(&article), (*idColumn)(&r.Actor), &r.First,
			&r.Mentions, &r.Statements, &r.Positions, &r.Carried, &r.Addressed, &r.Targeted)
		if err == nil {
			of[article].Presences = append(of[article].Presences, r)
		}
		return err
	}, presencesIn(in), args...)
}

func recordAdded(s sqlite.Snapshot, of map[ID]*Recorded, articles []ID) error {
	in, args := sqlite.Placeholders(articles)
	return sqlite.Each(s, func(scan func(...any) error) error {
		var article ID
		var created int64
		err := scan((*idColumn)(&article), &created)
		if err == nil {
			of[article].Added = journal.Clock(created).Time()
		}
		return err
	}, `SELECT id, created FROM article WHERE id IN (`+in+`)`, args...)
}

// recordNotes reads the notes on articles and on their annotations.
func (p *Project) recordNotes(ctx context.Context, of map[ID]*Recorded, articles []ID) error {
	home := map[ID]ID{}
	for id, recorded := range of {
		home[id] = id
		for _, a := range recorded.Annotations {
			home[a.ID] = id
		}
	}
	return sqlite.EachPortion(articles, func(in string, args []any) error {
		list, err := p.notes(ctx, `n.subject IN (SELECT id FROM annotation WHERE shown_in IN (`+in+`) UNION ALL
			SELECT id FROM article WHERE canonical IN (`+in+`))`, append(slices.Clip(args), args...)...)
		for _, n := range list {
			if to := of[home[n.Subject]]; to != nil {
				to.Notes = append(to.Notes, n)
			}
		}
		return err
	})
}
