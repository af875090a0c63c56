package store

import (
	"context"
	"slices"
	"strconv"
)

// Annotations returns the live annotations of an article in text order, with participants and tags.
func (p *Project) Annotations(ctx context.Context, article ID) ([]Annotation, error) {
	return p.AnnotationsAfter(ctx, article, nil, nil)
}

// AnnotationsAfter returns the same as Annotations, given what that returned before some events: only what they touched is read.
func (p *Project) AnnotationsAfter(ctx context.Context, article ID, before []Annotation, events []Event) (list []Annotation, err error) {
	err = p.read(ctx, func(s snapshot) error {
		known := make(map[ID]Annotation, len(before))
		for _, a := range before {
			known[a.ID] = a
		}
		if err := forgetTouched(s, known, events); err != nil {
			return err
		}
		order, err := ids(s, `SELECT id FROM annotation WHERE shown_in = ? ORDER BY start, id`, article[:])
		if err != nil {
			return err
		}
		d := newDeck(s)
		if err := d.load(slices.DeleteFunc(slices.Clone(order), func(id ID) bool { _, have := known[id]; return have })); err != nil {
			return err
		}
		list = slices.Grow(list, len(order))
		for _, id := range order {
			a, have := known[id]
			if !have {
				c, err := d.card(id)
				if err != nil {
					return err
				}
				a = c.Annotation
			}
			list = append(list, a)
		}
		return nil
	})
	return list, err
}

// forgetTouched takes out of the annotations those that may be others after the events. What an annotation names can be merged,
// hidden and shown again, which all may feel; what nothing named before the event, none feels.
func forgetTouched(s snapshot, known map[ID]Annotation, events []Event) error {
	for _, e := range events {
		for _, entity := range []Entity{EntityActor, EntityIssue, EntityTag, EntityCoder, EntityArticle} {
			felt, err := isNamedElsewhere(s, entity, e)
			if err != nil {
				return err
			}
			if felt {
				clear(known)
				return nil
			}
		}
		for _, id := range e.Touched[EntityAnnotation] {
			delete(known, id)
		}
		for _, part := range []Entity{EntityParticipant, EntityTagging} {
			err := eachChunk(e.Touched[part], func(in string, args []any) error {
				whole, err := ids(s, `SELECT annotation FROM `+tableFor(part).name()+` WHERE id IN (`+in+`)`, args...)
				for _, id := range whole {
					delete(known, id)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// isNamedElsewhere reports whether rows of an entity that an event touched are named by others than those it touched as well,
// or by other rows of their kind.
func isNamedElsewhere(s snapshot, entity Entity, e Event) (bool, error) {
	touched := e.Touched[entity]
	if len(touched) == 0 {
		return false, nil
	}
	if len(touched) > chunk || entity == EntityCoder || entity == EntityArticle {
		return true, nil
	}
	felt := false
	for _, r := range naming[entity] {
		err := eachChunk(touched, func(in string, args []any) error {
			others := e.Touched[r.by]
			rows, err := ids(s, `SELECT id FROM `+tableFor(r.by).name()+` WHERE `+r.column+` IN (`+in+`) LIMIT `+strconv.Itoa(len(others)+1), args...)
			felt = felt || slices.ContainsFunc(rows, func(id ID) bool { return !slices.Contains(others, id) })
			return err
		})
		if felt || err != nil {
			return felt, err
		}
	}
	return false, nil
}

// naming are the columns that name a row of an entity where annotations are concerned.
var naming = map[Entity][]struct {
	by     Entity
	column string
}{
	EntityActor: {{EntityActor, "canonical"}, {EntityAnnotation, "actor"}, {EntityAnnotation, "target_actor"}, {EntityParticipant, "actor"}},
	EntityIssue: {{EntityIssue, "canonical"}, {EntityAnnotation, "target_issue"}},
	EntityTag:   {{EntityTag, "canonical"}, {EntityTagging, "tag"}},
}

// Annotation returns one annotation; CodeNotFound if it is not there or hidden.
func (p *Project) Annotation(ctx context.Context, id ID) (a Annotation, err error) {
	err = p.read(ctx, func(s snapshot) error {
		d := newDeck(s)
		if err := d.load([]ID{id}); err != nil {
			return err
		}
		c := d.cards[id]
		if c == nil {
			return notFoundf("There is no annotation with the id %s, or it was deleted.", id)
		}
		a = c.Annotation
		return nil
	})
	return a, err
}
