package app

import (
	"context"
	"slices"

	"standpoint/store"
)

// lately is what a coder used last in this copy of a project: actors, issues and tags,
// the latest first. What an import or a merge brought is not among it, whoever recorded
// it, for it says nothing of what is being worked on here.
type lately struct {
	coder store.ID
	ids   []store.ID
}

// localLately, followed by the coder's id, is the name under which it is kept.
const localLately = "window/used/"

// mostLately is how many are remembered.
const mostLately = 200

func (l *lately) key() string { return localLately + l.coder.String() }

// loadLately reads what the coder who works on a project used last when it was open before.
func loadLately(ctx context.Context, p *store.Project) (lately, error) {
	l := lately{coder: p.Coder().ID}
	kept, err := p.Local(ctx, l.key())
	for each := range slices.Chunk(kept, len(store.ID{})) {
		if len(each) == len(store.ID{}) {
			l.ids = append(l.ids, store.ID(each))
		}
	}
	return l, err
}

// bytes is what loadLately reads.
func (l *lately) bytes() []byte {
	var kept []byte
	for _, id := range l.ids {
		kept = append(kept, id[:]...)
	}
	return kept
}

// recentActors are the actors that the keys 1 to 9 link the selection to.
type recentActors []store.ID

const mostRecentActors = 9

// renewed returns the actors used last, given those that are now. One that was among
// them before keeps its key; one that is new takes the key of one that no longer is.
func (r recentActors) renewed(latest []store.ID) recentActors {
	var renewed recentActors
	for _, id := range r {
		if !slices.Contains(latest, id) {
			id = store.ID{}
		}
		renewed = append(renewed, id)
	}
	for _, id := range latest {
		if slices.Contains(renewed, id) {
			continue
		}
		if free := slices.Index(renewed, store.ID{}); free >= 0 {
			renewed[free] = id
		} else {
			renewed = append(renewed, id)
		}
	}
	return slices.DeleteFunc(renewed, func(id store.ID) bool { return id == store.ID{} })
}
