package app

import (
	"context"
	"slices"

	"standpoint/app/names"
	"standpoint/store"
)

// use puts what the coder just used before everything else that was used.
func (d *Desk) use(ids []store.ID) {
	var list []store.ID
	for _, id := range slices.Concat(ids, d.lately.IDs) {
		if !slices.Contains(list, id) && len(list) < names.MostLately {
			list = append(list, id)
		}
	}
	l := &d.lately
	if slices.Equal(list, l.IDs) {
		return
	}
	l.IDs = list
	d.renewRecent()
	key, kept := l.Key(), l.Bytes()
	d.keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, key, kept) })
}

// renewRecent brings up to date whom the keys 1 to 9 stand for.
func (d *Desk) renewRecent() {
	var latest []store.ID
	for _, id := range d.lately.IDs {
		if _, there := d.names.Actors[id]; there && len(latest) < names.MostRecentActors {
			latest = append(latest, id)
		}
	}
	d.recentActors = d.recentActors.Renewed(latest)
}

// setNames takes over what can be picked by typing, and by the keys 1 to 9.
func (d *Desk) setNames(n names.Names) {
	d.names = n
	d.renewRecent()
}
