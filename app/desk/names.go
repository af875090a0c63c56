package desk

import (
	"context"
	"slices"

	"standpoint/app/names"
	"standpoint/store"
)

// Use puts what the coder just used before everything else that was used.
func (d *Desk) Use(ids []store.ID) {
	var list []store.ID
	for _, id := range slices.Concat(ids, d.Lately.IDs) {
		if !slices.Contains(list, id) && len(list) < names.MostLately {
			list = append(list, id)
		}
	}
	l := &d.Lately
	if slices.Equal(list, l.IDs) {
		return
	}
	l.IDs = list
	d.RenewRecent()
	key, kept := l.Key(), l.Bytes()
	d.Keep(func(ctx context.Context, p *store.Project) error { return p.SetLocal(ctx, key, kept) })
}

// RenewRecent brings up to date whom the keys 1 to 9 stand for.
func (d *Desk) RenewRecent() {
	var latest []store.ID
	for _, id := range d.Lately.IDs {
		if _, there := d.Names.Actors[id]; there && len(latest) < names.MostRecentActors {
			latest = append(latest, id)
		}
	}
	d.RecentActors = d.RecentActors.Renewed(latest)
}

// SetNames takes over what can be picked by typing, and by the keys 1 to 9.
func (d *Desk) SetNames(n names.Names) {
	d.Names = n
	d.RenewRecent()
}
