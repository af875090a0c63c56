package store

import "context"

// Annotations returns the live annotations of an article in text order, with participants and tags.
func (p *Project) Annotations(ctx context.Context, article ID) (list []Annotation, err error) {
	err = p.read(ctx, func(s snapshot) error {
		order, err := ids(s, `SELECT id FROM annotation WHERE shown_in = ? ORDER BY start, id`, article[:])
		if err != nil {
			return err
		}
		d := newDeck(s)
		if err := d.load(order); err != nil {
			return err
		}
		for _, id := range order {
			c, err := d.card(id)
			if err != nil {
				return err
			}
			list = append(list, c.Annotation)
		}
		return nil
	})
	return list, err
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
