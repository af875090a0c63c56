package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// Recorded is all that is recorded of one article.
type Recorded struct {
	Annotations []Annotation   // in text order, as Annotations has them
	Paragraphs  map[ID]int     // in which each of its mentions and highlights begins, from 1; 0 if it is unplaced
	Statements  []StatementRow // in text order
	Positions   []PositionRow  // one each, in text order, without Group and its Affiliation
	Notes       []Note         // on it and on its annotations, as ArticleNotes has them
	Tags        []Name         // its own, by name
	Added       time.Time      // when it came into the project; zero of an article that is not there
}

// Reach is how much of what is recorded of articles is read.
type Reach int

// The reaches.
const (
	ReachAll    Reach = iota // all
	ReachMarked              // all but the mentions that carry neither tags nor notes, which are most of them
	ReachSaid                // statements and positions, tags of the article, and when it came
)

// RecordedIn returns what is recorded of articles, in a few queries for all of them. An article that is not there has nothing.
func (p *Project) RecordedIn(ctx context.Context, articles []ID, reach Reach) (of map[ID]*Recorded, err error) {
	of = make(map[ID]*Recorded, len(articles))
	for _, id := range articles {
		of[id] = &Recorded{}
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		for portion := range slices.Chunk(articles, sqlite.Portion/4) {
			if err := recordAnnotations(s, of, portion, reach); err != nil {
				return err
			}
		}
		return recordAdded(s, of, articles)
	})
	if err == nil {
		err = p.recordTags(ctx, of, articles)
	}
	if err != nil || reach == ReachSaid {
		return of, err
	}
	return of, p.recordNotes(ctx, of, articles)
}

// RecordedAmong returns the statements and positions among annotations, by article and in text order, with the positions that rest on
// these statements and the statements on which these positions rest, as RecordedIn does with ReachSaid. What is not there is left out.
func (p *Project) RecordedAmong(ctx context.Context, annotations []ID) (of map[ID]*Recorded, err error) {
	of = map[ID]*Recorded{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		order, err := kinOf(s, annotations)
		if err != nil {
			return err
		}
		l := newLoader(s)
		if err := l.load(order); err != nil {
			return err
		}
		if err := l.record(of, order); err != nil {
			return err
		}
		return recordAdded(s, of, slices.Collect(maps.Keys(of)))
	})
	if err != nil {
		return nil, err
	}
	return of, p.recordTags(ctx, of, slices.Collect(maps.Keys(of)))
}

// kinOf returns the statements and positions among annotations with what rests on them and on which they rest, in the order of the texts.
func kinOf(s sqlite.Snapshot, annotations []ID) ([]ID, error) {
	type place struct {
		article, id ID
		start       int
	}
	var list []place
	err := sqlite.EachPortion(annotations, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var k place
			err := scan((*idColumn)(&k.article), &k.start, (*idColumn)(&k.id))
			list = append(list, k)
			return err
		}, `WITH asked AS (SELECT id, coalesce(statement, id) AS root FROM annotation WHERE id IN (`+in+`) AND kind IN ('statement', 'position'))
			SELECT a.shown_in, a.start, a.id FROM annotation a WHERE a.shown_in IS NOT NULL AND a.id IN
				(SELECT id FROM asked UNION SELECT root FROM asked UNION
				SELECT p.id FROM asked CROSS JOIN annotation p ON p.statement = asked.root WHERE p.kind = 'position')`, args...)
	})
	slices.SortFunc(list, func(x, y place) int {
		return cmp.Or(compareIDs(x.article, y.article), cmp.Compare(x.start, y.start), compareIDs(x.id, y.id))
	})
	var order []ID
	for i, k := range list {
		if i == 0 || k != list[i-1] {
			order = append(order, k.id)
		}
	}
	return order, err
}

// reached says which annotations, which SQL calls a, are read with each reach.
var reached = map[Reach]string{
	ReachAll: `1`,
	ReachMarked: `(a.kind <> 'mention' OR EXISTS (SELECT 1 FROM tagging WHERE annotation = a.id AND deleted = 0)
		OR EXISTS (SELECT 1 FROM note WHERE subject = a.id AND deleted = 0))`,
	ReachSaid: `a.kind IN ('statement', 'position')`,
}

// recordAnnotations reads the annotations of articles, and of them the rows of statements and positions.
func recordAnnotations(s sqlite.Snapshot, of map[ID]*Recorded, articles []ID, reach Reach) error {
	l := newLoader(s)
	order, err := l.loadIn(articles, reached[reach])
	if err != nil {
		return err
	}
	return l.record(of, order)
}

// record makes of annotations that are loaded what is recorded of their articles, in their order.
func (l *loader) record(of map[ID]*Recorded, order []ID) error {
	resting := map[ID][]ID{}
	for _, id := range order {
		if a := l.listed[id]; a != nil && a.Kind == KindPosition && a.Statement != (ID{}) {
			resting[a.Statement] = append(resting[a.Statement], id)
		}
	}
	if err := l.makeRoom(of, order); err != nil {
		return err
	}
	var statements []*StatementRow
	var positions []*PositionRow
	for _, id := range order {
		a := l.listed[id]
		in := of[a.article]
		in.Annotations = append(in.Annotations, a.Annotation)
		switch a.Kind {
		case KindStatement:
			in.Statements = append(in.Statements, l.statementRow(a, l.byAge(resting[id])))
			statements = append(statements, &in.Statements[len(in.Statements)-1])
		case KindPosition:
			in.Positions = append(in.Positions, l.positionRow(a))
			positions = append(positions, &in.Positions[len(in.Positions)-1])
		default:
			if in.Paragraphs == nil {
				in.Paragraphs = map[ID]int{}
			}
			in.Paragraphs[id] = a.paragraph
		}
	}
	return l.affiliate(statements, positions)
}

// makeRoom makes room for annotations that are loaded in what is recorded of their articles: rows are large, and each stays where it is.
func (l *loader) makeRoom(of map[ID]*Recorded, order []ID) error {
	type room struct{ annotations, statements, positions int }
	rooms := map[ID]*room{}
	for _, id := range order {
		a, err := l.get(id)
		if err != nil {
			return err
		}
		if rooms[a.article] == nil {
			rooms[a.article] = &room{}
		}
		r := rooms[a.article]
		r.annotations++
		switch a.Kind {
		case KindStatement:
			r.statements++
		case KindPosition:
			r.positions++
		}
	}
	for article, r := range rooms {
		if of[article] == nil {
			of[article] = &Recorded{}
		}
		in := of[article]
		in.Annotations = slices.Grow(in.Annotations, r.annotations)
		in.Statements = slices.Grow(in.Statements, r.statements)
		in.Positions = slices.Grow(in.Positions, r.positions)
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

func recordAdded(s sqlite.Snapshot, of map[ID]*Recorded, articles []ID) error {
	return sqlite.EachPortion(articles, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var article ID
			var created int64
			err := scan((*idColumn)(&article), &created)
			if err == nil {
				of[article].Added = journal.Clock(created).Time()
			}
			return err
		}, `SELECT id, created FROM article WHERE id IN (`+in+`)`, args...)
	})
}

func (p *Project) recordTags(ctx context.Context, of map[ID]*Recorded, articles []ID) error {
	tags, err := p.ArticleTags(ctx, articles)
	for id, list := range tags {
		of[id].Tags = list
	}
	return err
}

// Voices returns the actors who speak or hold positions in each of the articles.
func (p *Project) Voices(ctx context.Context, articles []ID) (of map[ID][]ID, err error) {
	of = map[ID][]ID{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(articles, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var article, actor ID
				err := scan((*idColumn)(&article), (*idColumn)(&actor))
				of[article] = append(of[article], actor)
				return err
			}, `SELECT DISTINCT x.shown_in, h.id FROM annotation x CROSS JOIN listing l ON l.annotation = x.id CROSS JOIN heading h
				ON h.key = l.heading WHERE x.shown_in IN (`+in+`) AND x.kind IN ('statement', 'position')
				AND h.role IN ('`+headSpeaker+`', '`+headHolder+`') AND h.entity = 'actor' ORDER BY x.shown_in, h.id`, args...)
		})
	})
	return of, err
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
