package store

import (
	"maps"
	"slices"

	"standpoint/store/internal/sqlite"
)

// manyArticles is the part of the articles with positions, one in so many, and severalArticles how many of them, whose positions are read
// again by themselves: with more, reading all takes less.
const (
	manyArticles    = 8
	severalArticles = 200
)

// isMuch reports whether so much was touched that all is read anew.
func isMuch(e Event, before *Holdings) bool {
	return e.All || len(e.Articles) > max(severalArticles, len(before.Articles)/manyArticles)
}

// after returns what holdings have become by what was touched.
func (h *Holdings) after(s sqlite.Snapshot, e Event) (*Holdings, error) {
	after := *h
	r := newHoldingsReader(&after)
	r.s = s
	if err := r.renewNames(e); err != nil {
		return nil, err
	}
	told, recorded := len(e.Named[EntityActor]) > 0 || e.Touches(EntityAffiliation), e.Touches(EntityCoder)
	if told {
		if err := r.affiliations(); err != nil {
			return nil, err
		}
	}
	if recorded {
		if err := r.coders(); err != nil {
			return nil, err
		}
	}
	if len(e.Articles) > 0 {
		if err := r.renewArticles(e.Articles); err != nil {
			return nil, err
		}
	}
	r.finish()
	kept := h.without(e.Articles)
	if told || recorded {
		kept = after.retold(kept)
	}
	after.Positions = inOrder(kept, r.list)
	return &after, r.explained()
}

// renewNames reads again what may be called otherwise, be gone or be there again.
func (r *holdingsReader) renewNames(e Event) error {
	for entity, into := range map[Entity]*map[ID]Name{EntityActor: &r.h.Actors, EntityIssue: &r.h.Issues, EntityTag: &r.h.Tags} {
		named := e.Named[entity]
		if len(named) == 0 {
			continue
		}
		*into = maps.Clone(*into)
		for _, id := range named {
			delete(*into, id)
		}
		if err := sqlite.EachPortion(named, func(in string, args []any) error {
			return r.names(entity, `+a.live = 1 AND a.id IN (`+in+`)`, args...)
		}); err != nil {
			return err
		}
		if entity == EntityIssue {
			if err := r.issues(); err != nil {
				return err
			}
		}
	}
	return nil
}

// renewArticles reads articles and their positions again.
func (r *holdingsReader) renewArticles(articles []ID) error {
	r.h.Articles = maps.Clone(r.h.Articles)
	for _, id := range articles {
		delete(r.h.Articles, id)
	}
	err := sqlite.EachPortion(articles, func(in string, args []any) error {
		if err := r.articles(`id IN (`+in+`)`, args...); err != nil {
			return err
		}
		return r.walk(`annotation a WHERE a.shown_in IN (`+in+`) AND a.kind = '`+string(KindPosition)+`' AND`, args...)
	})
	if err != nil {
		return err
	}
	var positions, statements []ID
	for i := range r.list {
		positions = append(positions, r.list[i].ID)
		if id := r.list[i].Statement; id != (ID{}) {
			statements = append(statements, id)
		}
	}
	slices.SortFunc(statements, compareIDs)
	statements = slices.Compact(statements)
	if err := sqlite.EachPortion(statements, func(in string, args []any) error {
		return r.walk(`annotation a WHERE a.id IN (`+in+`) AND a.kind <> '`+string(KindPosition)+`' AND`, args...)
	}); err != nil {
		return err
	}
	held, err := r.listedOf(headHolder, positions)
	if err != nil {
		return err
	}
	said, err := r.listedOf(headSpeaker, statements)
	if err != nil {
		return err
	}
	r.parties(held, said)
	return nil
}

// without returns the positions outside some articles.
func (h *Holdings) without(articles []ID) []HeldPosition {
	in := make(map[ID]bool, len(articles))
	for _, id := range articles {
		in[id] = true
	}
	list := make([]HeldPosition, 0, len(h.Positions))
	for i := range h.Positions {
		if !in[h.Positions[i].Article] {
			list = append(list, h.Positions[i])
		}
	}
	return list
}

// retold changes of positions, which are its own, whose word they are and who recorded them. Who holds them others know too.
func (h *Holdings) retold(list []HeldPosition) []HeldPosition {
	for i := range list {
		p := &list[i]
		p.Coder = h.recordedBy(p)
		for k := range p.Holders {
			if is := h.isTold(p, p.Holders[k].Actor); is != p.Holders[k].Told {
				p.Holders = slices.Clone(p.Holders)
				p.Holders[k].Told = is
			}
		}
	}
	return list
}

// inOrder returns two sorted lists as one.
func inOrder(one, other []HeldPosition) []HeldPosition {
	list := make([]HeldPosition, 0, len(one)+len(other))
	for len(one) > 0 && len(other) > 0 {
		if comparePlaces(&one[0], &other[0]) <= 0 {
			list, one = append(list, one[0]), one[1:]
		} else {
			list, other = append(list, other[0]), other[1:]
		}
	}
	return append(append(list, one...), other...)
}
