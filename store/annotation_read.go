package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"

	"standpoint/store/internal/sqlite"
)

// Annotations returns the live annotations of an article in text order, with participants and tags.
func (p *Project) Annotations(ctx context.Context, article ID) ([]Annotation, error) {
	list, _, err := p.AnnotationsAfter(ctx, article, nil, nil)
	return list, err
}

// AnnotationsIn returns what Annotations does of each of several articles, by few queries.
func (p *Project) AnnotationsIn(ctx context.Context, articles []ID) (of map[ID][]Annotation, err error) {
	of = map[ID][]Annotation{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		for some := range slices.Chunk(articles, sqlite.Portion/4) {
			l := newLoader(s)
			order, err := l.loadIn(some, reached[ReachAll])
			if err != nil {
				return err
			}
			for _, id := range order {
				a := l.listed[id]
				of[a.article] = append(of[a.article], a.Annotation)
			}
		}
		return nil
	})
	return of, err
}

// PositionsOn returns the live positions that rest on a statement, in text order, with participants and tags.
func (p *Project) PositionsOn(ctx context.Context, statement ID) (list []Annotation, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		order, err := ids(s, `SELECT id FROM annotation WHERE statement = ? AND shown_in IS NOT NULL ORDER BY start, id`, statement[:])
		if err == nil {
			list, err = annotations(s, order)
		}
		return err
	})
	return list, err
}

// AnnotationsAfter returns the same as Annotations, given what that returned before some events: only what they touched is read.
// touched are those that may be others than before or gone; with nil each may be.
func (p *Project) AnnotationsAfter(
	ctx context.Context, article ID, before []Annotation, events []Event,
) (list []Annotation, touched map[ID]bool, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		if len(before) > 0 {
			if touched, err = touchedBy(s, events); err != nil {
				return err
			}
		}
		if touched == nil {
			order, err := ids(s, `SELECT id FROM annotation WHERE shown_in = ? ORDER BY start, id`, article[:])
			if err == nil {
				list, err = annotations(s, order)
			}
			return err
		}
		list, err = reread(s, article, before, touched)
		return err
	})
	return list, touched, err
}

// annotations reads annotations, in the order of their ids in the list.
func annotations(s sqlite.Snapshot, order []ID) ([]Annotation, error) {
	l := newLoader(s)
	if err := l.load(order); err != nil {
		return nil, err
	}
	var list []Annotation
	for _, id := range order {
		a, err := l.get(id)
		if err != nil {
			return nil, err
		}
		list = append(list, a.Annotation)
	}
	return list, nil
}

// reread returns the annotations of an article, of which only those that were touched are read.
func reread(s sqlite.Snapshot, article ID, before []Annotation, touched map[ID]bool) ([]Annotation, error) {
	list := make([]Annotation, 0, len(before)+len(touched))
	for _, a := range before {
		if !touched[a.ID] {
			list = append(list, a)
		}
	}
	err := sqlite.EachPortion(slices.Collect(maps.Keys(touched)), func(in string, args []any) error {
		here, err := ids(s, `SELECT id FROM annotation WHERE id IN (`+in+`) AND +shown_in = ?`, append(args, article[:])...)
		if err != nil {
			return err
		}
		read, err := annotations(s, here)
		list = append(list, read...)
		return err
	})
	sortByPlace(list)
	if len(list) == 0 {
		return nil, err // as Annotations does
	}
	return list, err
}

// sortByPlace sorts annotations of one article by where they start in it. A position without spans of its own is where the statement is
// on which it rests.
func sortByPlace(list []Annotation) {
	statements := map[ID]int{}
	for _, a := range list {
		if a.Kind == KindStatement && len(a.Anchor.Quotes) > 0 {
			statements[a.ID] = a.Anchor.Quotes[0].Start
		}
	}
	start := func(a Annotation) int {
		if len(a.Anchor.Quotes) > 0 {
			return a.Anchor.Quotes[0].Start
		}
		return statements[a.Statement]
	}
	slices.SortFunc(list, func(a, b Annotation) int { return cmp.Or(cmp.Compare(start(a), start(b)), compareIDs(a.ID, b.ID)) })
}

// touchedBy returns the annotations that may read otherwise after the events; nil if every one may. Where a row was merged, hidden or
// shown again that annotations name, any of these may read otherwise. A row that is new, which nothing named before, changes none.
func touchedBy(s sqlite.Snapshot, events []Event) (map[ID]bool, error) {
	touched := map[ID]bool{}
	for _, e := range events {
		if e.All {
			return nil, nil
		}
		for entity := range e.Touched {
			if !isMergeable(entity) {
				continue
			}
			if felt, err := isNamedElsewhere(s, entity, e); felt || err != nil {
				return nil, err
			}
		}
		for _, id := range e.Touched[EntityAnnotation] {
			touched[id] = true
		}
		if err := addConcerned(s, touched, e); err != nil {
			return nil, err
		}
	}
	return touched, nil
}

// addConcerned adds the annotations of which something else was touched: what belongs to them, or the statement with which they are
// hidden and shown.
func addConcerned(s sqlite.Snapshot, touched map[ID]bool, e Event) error {
	add := func(rows []ID, query func(string) string) error {
		return sqlite.EachPortion(rows, func(in string, args []any) error {
			others, err := ids(s, query(in), args...)
			for _, id := range others {
				touched[id] = true
			}
			return err
		})
	}
	for _, r := range annotationMembers {
		if err := add(e.Touched[r.from.entity], r.namedByAny); err != nil {
			return err
		}
	}
	for _, r := range restings {
		if err := add(e.Touched[EntityAnnotation], r.namingAny); err != nil {
			return err
		}
	}
	return nil
}

// isNamedElsewhere reports whether rows of an entity that an event touched are named by others than those it touched as well,
// or by other rows of their kind.
func isNamedElsewhere(s sqlite.Snapshot, entity Entity, e Event) (bool, error) {
	touched := e.Touched[entity]
	if len(touched) == 0 {
		return false, nil
	}
	if len(touched) > sqlite.Portion || entity == EntityCoder || entity == EntityArticle {
		return true, nil
	}
	felt := false
	type column struct {
		of   *table
		name string
	}
	columns := []column{{tableFor(entity), "canonical"}}
	for _, n := range annotationsNaming[entity] {
		columns = append(columns, column{n.from, n.column})
	}
	for _, c := range columns {
		err := sqlite.EachPortion(touched, func(in string, args []any) error {
			others := e.Touched[c.of.entity]
			rows, err := ids(s, `SELECT id FROM `+c.of.name()+` WHERE `+c.name+` IN (`+in+`) LIMIT `+strconv.Itoa(len(others)+1), args...)
			felt = felt || slices.ContainsFunc(rows, func(id ID) bool { return !slices.Contains(others, id) })
			return err
		})
		if felt || err != nil {
			return felt, err
		}
	}
	return false, nil
}

// Annotation returns one annotation; CodeNotFound if it is not there or hidden.
func (p *Project) Annotation(ctx context.Context, id ID) (a Annotation, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		l := newLoader(s)
		if err := l.load([]ID{id}); err != nil {
			return err
		}
		found := l.listed[id]
		if found == nil {
			return notFoundf("There is no annotation with the id %s, or it was deleted.", id)
		}
		a = found.Annotation
		return nil
	})
	return a, err
}
