package app

import (
	"context"
	"slices"

	"standpoint/store"
)

// use puts what the coder just used before everything else that was used.
func (d *Desk) use(ids []store.ID) {
	var list []store.ID
	for _, id := range slices.Concat(ids, d.lately.ids) {
		if !slices.Contains(list, id) && len(list) < mostLately {
			list = append(list, id)
		}
	}
	l := &d.lately
	if slices.Equal(list, l.ids) {
		return
	}
	l.ids = list
	d.renewRecent()
	key, kept := l.key(), l.bytes()
	d.keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, key, kept) })
}

// renewRecent brings up to date whom the keys 1 to 9 stand for.
func (d *Desk) renewRecent() {
	var latest []store.ID
	for _, id := range d.lately.ids {
		if _, there := d.names.actors[id]; there && len(latest) < mostRecentActors {
			latest = append(latest, id)
		}
	}
	d.recentActors = d.recentActors.renewed(latest)
}

// setNames takes over what can be picked by typing, and by the keys 1 to 9.
func (d *Desk) setNames(n names) {
	d.names = n
	d.renewRecent()
}
