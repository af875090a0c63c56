package notes

import (
	"cmp"
	"slices"
	"strconv"

	"standpoint/store"
	"standpoint/store/text"
)

// tellApart finds among actors those who are called alike, and by what the document tells each of them from the others: who it is, else
// what it was last, else of what sort it is; with a number where that is not enough.
func (b *builder) tellApart(actors []store.Name) error {
	alike := map[string][]store.Name{}
	for _, n := range actors {
		key := text.Fold(n.Name)
		if !slices.ContainsFunc(alike[key], func(o store.Name) bool { return o.ID == n.ID }) {
			alike[key] = append(alike[key], n)
		}
	}
	for _, group := range alike {
		if len(group) < 2 {
			continue
		}
		slices.SortFunc(group, func(x, y store.Name) int { return compareIDs(x.ID, y.ID) })
		taken := map[string]int{}
		for _, n := range group {
			which, err := b.whoOf(n)
			if err != nil {
				return err
			}
			if taken[which]++; taken[which] > 1 {
				which += " " + strconv.Itoa(taken[which])
			}
			b.namesakes[n.ID] = which
		}
	}
	return nil
}

// longestWho is how many code points of a description tell an actor from others.
const longestWho = 60

// whoOf says in a few words who an actor is.
func (b *builder) whoOf(n store.Name) (string, error) {
	a, err := b.project.Actor(b.ctx, n.ID)
	if err != nil {
		return "", err
	}
	if a.Description != "" && len([]rune(a.Description)) <= longestWho {
		return trimEnd(oneLine(a.Description)), nil
	}
	held, err := b.affiliations(n.ID)
	if len(held) > 0 {
		return held[len(held)-1].words, err
	}
	return cmp.Or(b.w.kinds[n.Kind], "?"), err
}

// trimEnd returns a sentence without its full stop.
func trimEnd(s string) string {
	if n := len(s); n > 0 && s[n-1] == '.' {
		return s[:n-1]
	}
	return s
}

// nameOf is what the document calls an actor.
func (b *builder) nameOf(id store.ID) string {
	return b.actors[id].Name + with(" (%s)", b.namesakes[id])
}

// newsOf is the description of an actor, unless its name has that with it already.
func (b *builder) newsOf(a store.Actor) string {
	if which := b.namesakes[a.ID]; which != "" && which == trimEnd(oneLine(a.Description)) {
		return ""
	}
	return a.Description
}

// label names somebody, or a target; "" for nobody.
func (b *builder) label(r store.PartyRef) string {
	if r.Name == "" || r.Entity == store.EntityIssue {
		return r.Label()
	}
	return r.Name + with(" (%s)", b.namesakes[r.ID])
}

// labels enumerates those who are named; none is used when nobody is.
func (b *builder) labels(refs []store.PartyRef, none string) string {
	var names []string
	for _, r := range refs {
		if label := b.label(r); label != "" {
			names = append(names, label)
		}
	}
	if len(names) == 0 {
		return none
	}
	return b.w.enumerate(names)
}

// who is one who speaks or holds, or several together, by which it is told apart.
func who(refs []store.PartyRef) string {
	var key []byte
	for _, r := range refs {
		key = append(key, r.ID[:]...)
		if r.ID == (store.ID{}) {
			key = append(append(key, r.Words...), 0)
		}
	}
	return string(key)
}

// compareWho puts actors before those who are only words, and nobody last, as lists do.
func compareWho(x, y []store.PartyRef) int {
	rank := func(refs []store.PartyRef) int {
		switch {
		case len(refs) == 0 || refs[0].Label() == "":
			return 2
		case refs[0].ID == (store.ID{}):
			return 1
		}
		return 0
	}
	return cmp.Compare(rank(x), rank(y))
}
