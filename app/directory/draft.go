package directory

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/store"
)

// particularsDraft is a form of an actor or issue that was left unfinished. Each time a form is
// opened it gets a key of its own, so that none overwrites what was put aside before.
type particularsDraft struct {
	key         string
	particulars form.Particulars
}

// drafts are the forms of actors, or of issues, that were left unfinished. They survive a crash.
type drafts struct {
	desk  *desk.Desk
	of    store.Entity
	known map[store.ID][]particularsDraft // by what they are of, those of new ones by the zero ID; what was never asked for is not there
}

func newDrafts(d *desk.Desk, of store.Entity) *drafts {
	return &drafts{desk: d, of: of, known: map[store.ID][]particularsDraft{}}
}

// forget begins anew, with another project.
func (d *drafts) forget() { d.known = map[store.ID][]particularsDraft{} }

// prefix is what the keys of drafts begin with.
func (d *drafts) prefix() string { return "form/" + string(d.of) }

// newKey is the key of a form that is opened now.
func (d *drafts) newKey() string { return d.prefix() + "/" + store.NewID().String() }

// load returns what was left unfinished of an actor or issue; of new ones for the zero ID.
func (d *drafts) load(ctx context.Context, p *store.Project, id store.ID) ([]particularsDraft, error) {
	kept, err := p.Drafts(ctx, id)
	var found []particularsDraft
	for _, k := range kept {
		var e form.Particulars
		if strings.HasPrefix(k.Key, d.prefix()) && json.Unmarshal(k.Data, &e) == nil {
			found = append(found, particularsDraft{k.Key, e})
		}
	}
	return found, err
}

// know takes over drafts that were read, unless they are known: what is read may be
// older.
func (d *drafts) know(id store.ID, read []particularsDraft) {
	if _, known := d.known[id]; !known {
		d.known[id] = read
	}
}

// without returns the drafts of something without the one under a key.
func (d *drafts) without(id store.ID, key string) []particularsDraft {
	return slices.DeleteFunc(slices.Clone(d.known[id]), func(e particularsDraft) bool { return e.key == key })
}

// isKept reports whether a draft is kept as it is.
func (d *drafts) isKept(id store.ID, draft particularsDraft) bool {
	return slices.ContainsFunc(d.known[id], func(e particularsDraft) bool {
		return e.key == draft.key && e.particulars.Equals(draft.particulars)
	})
}

// save keeps an unfinished form, in place of what was kept under its key.
func (d *drafts) save(id store.ID, draft particularsDraft) {
	d.known[id] = append([]particularsDraft{draft}, d.without(id, draft.key)...)
	d.desk.Keep(func(ctx context.Context, p *store.Project) error {
		data, err := json.Marshal(draft.particulars)
		if err != nil {
			return err
		}
		return p.SaveDraft(ctx, store.Draft{Article: id, Key: draft.key, Data: data})
	})
}

// drop forgets a draft, if there is one under the key.
func (d *drafts) drop(id store.ID, key string) {
	left := d.without(id, key)
	if !d.desk.CanWrite() || len(left) == len(d.known[id]) {
		return
	}
	d.known[id] = left
	d.desk.Keep(func(ctx context.Context, p *store.Project) error { return p.DropDraft(ctx, id, key) })
}
