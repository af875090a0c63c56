package names

import (
	"context"
	"slices"

	"standpoint/store"
)

// Used is what a coder used last in this copy of a project: actors, issues and tags,
// the latest first. What an import or a merge brought is not among it, whoever recorded
// it, for it says nothing of what is being worked on here.
type Used struct {
	Coder store.ID
	IDs   []store.ID
}

// localLately, followed by the coder's id, is the name under which it is kept.
const localLately = "window/used/"

// MostLately is how many are remembered.
const MostLately = 200

// Key is the name under which it is kept in the project.
func (l *Used) Key() string { return localLately + l.Coder.String() }

// LoadUsed reads what the coder who works on a project used last when it was open before.
func LoadUsed(ctx context.Context, p *store.Project) (Used, error) {
	l := Used{Coder: p.Coder().ID}
	kept, err := p.Local(ctx, l.Key())
	for each := range slices.Chunk(kept, len(store.ID{})) {
		if len(each) == len(store.ID{}) {
			l.IDs = append(l.IDs, store.ID(each))
		}
	}
	return l, err
}

// Bytes is what LoadUsed reads.
func (l *Used) Bytes() []byte {
	var kept []byte
	for _, id := range l.IDs {
		kept = append(kept, id[:]...)
	}
	return kept
}

// RecentActors are the actors that the keys 1 to 9 link the selection to.
type RecentActors []store.ID

// MostRecentActors is how many there are keys for.
const MostRecentActors = 9

// Renewed returns the actors used last, given those that are now. One that was among
// them before keeps its key; one that is new takes the key of one that no longer is.
func (r RecentActors) Renewed(latest []store.ID) RecentActors {
	var renewed RecentActors
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
