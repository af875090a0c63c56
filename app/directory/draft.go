package directory

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/form"
	"standpoint/store"
)

// entryDraft is a form of an actor or issue that was left unfinished. Each time a form is
// opened it gets a key of its own, so that none overwrites what was put aside before.
type entryDraft struct {
	key   string
	entry form.Entry
}

// draftKey is what the keys of drafts begin with.
func (d *Directory) draftKey() string { return "form/" + string(d.subject.entity()) }

// loadDrafts returns what was left unfinished of an actor or issue; of new ones for the
// zero ID.
func (d *Directory) loadDrafts(ctx context.Context, p *store.Project, id store.ID) ([]entryDraft, error) {
	kept, err := p.Drafts(ctx, id)
	var drafts []entryDraft
	for _, k := range kept {
		var e form.Entry
		if strings.HasPrefix(k.Key, d.draftKey()) && json.Unmarshal(k.Data, &e) == nil {
			drafts = append(drafts, entryDraft{k.Key, e})
		}
	}
	return drafts, err
}

// know takes over drafts that were read, unless they are known: what is read may be
// older.
func (d *Directory) know(id store.ID, drafts []entryDraft) {
	if _, known := d.unsaved[id]; !known {
		d.unsaved[id] = drafts
	}
}

// without returns the drafts of something without the one under a key.
func (d *Directory) without(id store.ID, key string) []entryDraft {
	return slices.DeleteFunc(slices.Clone(d.unsaved[id]), func(e entryDraft) bool { return e.key == key })
}

// isKept reports whether a draft is kept as it is.
func (d *Directory) isKept(id store.ID, draft entryDraft) bool {
	return slices.ContainsFunc(d.unsaved[id], func(e entryDraft) bool { return e.key == draft.key && e.entry.Equals(draft.entry) })
}

// saveDraft keeps an unfinished form; it survives a crash.
func (d *Directory) saveDraft(id store.ID, draft entryDraft) {
	d.unsaved[id] = append([]entryDraft{draft}, d.without(id, draft.key)...)
	p := d.desk.Project
	d.desk.Work.Save(func(ctx context.Context) func() {
		data, err := json.Marshal(draft.entry)
		if err == nil {
			err = p.SaveDraft(ctx, store.Draft{Article: id, Key: draft.key, Data: data})
		}
		return func() { d.desk.Failed(err) }
	})
}

// dropDraft forgets a draft, if there is one under the key.
func (d *Directory) dropDraft(id store.ID, key string) {
	p := d.desk.Project
	left := d.without(id, key)
	if p == nil || p.ReadOnly() || len(left) == len(d.unsaved[id]) {
		return
	}
	d.unsaved[id] = left
	d.desk.Work.Save(func(ctx context.Context) func() {
		err := p.DropDraft(ctx, id, key)
		return func() { d.desk.Failed(err) }
	})
}

// draftCards offer what was left unfinished of the same actor or issue, or of new ones.
func (f *entryForm) draftCards() []fyne.CanvasObject {
	d, id := f.side.directory, f.profile.id
	var cards []fyne.CanvasObject
	for _, draft := range d.unsaved[id] {
		if draft.key == f.key {
			continue
		}
		cards = append(cards, control.NewDraftCard(d.words.unfinished, draft.entry.Name,
			func() { f.side.takeUp(draft) },
			func() { d.dropDraft(id, draft.key); f.rebuild() }))
	}
	return cards
}

// takeUp goes on with something that was left unfinished of what is open.
func (s *formPart) takeUp(draft entryDraft) {
	s.keepDraft()
	s.form = newEntryForm(s, s.form.profile)
	s.form.key, s.form.entry = draft.key, draft.entry.Clone()
	s.fill()
	s.focus()
	s.directory.desk.RefreshMenu()
}

// openAgain opens a form again that was given up.
func (d *Directory) openAgain(id store.ID, draft entryDraft) {
	d.desk.Show(d)
	if id == (store.ID{}) {
		d.start(func() { d.side.takeUp(draft) })
		return
	}
	d.Leave()
	d.open, d.creating = id, false
	d.load(id, func(p profile) {
		d.display(p)
		d.side.takeUp(draft)
	})
}
