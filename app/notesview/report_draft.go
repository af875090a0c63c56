package notesview

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"standpoint/app/desk"
	"standpoint/store"
)

// partDraft is a part of a report as it is filled in, which is not saved.
type partDraft struct {
	Key     string           `json:"-"`     // under which it is kept
	Part    store.ReportItem `json:"part"`  // without an id: one that is to be added
	Was     store.ReportItem `json:"was"`   // as it was when it was opened
	After   store.ID         `json:"after"` // behind which part it is to stand; zero: in front of all
	AtEnd   bool             `json:"at_end,omitempty"`
	Pending string           `json:"pending,omitempty"` // typed to pick what it is about, and not picked
}

// isNew reports whether it is to be added.
func (d partDraft) isNew() bool { return d.Part.ID == store.ID{} }

// isChanged reports whether something is filled in.
func (d partDraft) isChanged() bool {
	now, was := d.Part, d.Was
	return d.Pending != "" || strings.TrimSpace(now.Text) != strings.TrimSpace(was.Text) || now.About != was.About ||
		!d.isNew() && (now.Level != was.Level || now.Form != was.Form || now.Kind != was.Kind)
}

// partDrafts are the parts of reports that were left unfinished. They survive a crash.
type partDrafts struct {
	desk *desk.Desk
	list []partDraft // of the report that is shown, the latest first
}

// partDraftPrefix is what their keys begin with.
const partDraftPrefix = "report/"

func newPartDraft() partDraft { return partDraft{Key: partDraftPrefix + store.NewID().String()} }

// readPartDrafts reads what was left unfinished of a report.
func readPartDrafts(ctx context.Context, p *store.Project, report store.ID) (list []partDraft, err error) {
	kept, err := p.Drafts(ctx, report)
	for _, k := range kept {
		d := partDraft{Key: k.Key}
		if strings.HasPrefix(k.Key, partDraftPrefix) && json.Unmarshal(k.Data, &d) == nil {
			list = append(list, d)
		}
	}
	return list, err
}

// find is a draft by its key; false if none is kept.
func (d *partDrafts) find(key string) (partDraft, bool) {
	at := slices.IndexFunc(d.list, func(k partDraft) bool { return k.Key == key })
	if at < 0 {
		return partDraft{}, false
	}
	return d.list[at], true
}

// save keeps what is filled in, in place of what was kept under its key.
func (d *partDrafts) save(report store.ID, draft partDraft) {
	if kept, is := d.find(draft.Key); is && same(kept, draft) {
		return
	}
	d.list = append([]partDraft{draft}, d.without(draft.Key)...)
	d.desk.Keep(func(ctx context.Context, p *store.Project) error {
		data, err := json.Marshal(draft)
		if err != nil {
			return err
		}
		return p.SaveDraft(ctx, store.Draft{Article: report, Key: draft.Key, Data: data})
	})
}

func same(a, b partDraft) bool {
	return a.Part.Kind == b.Part.Kind && a.Part.Text == b.Part.Text && a.Part.Level == b.Part.Level && a.Part.About == b.Part.About &&
		a.Part.Form == b.Part.Form && a.Pending == b.Pending
}

func (d *partDrafts) without(key string) []partDraft {
	return slices.DeleteFunc(slices.Clone(d.list), func(k partDraft) bool { return k.Key == key })
}

// drop forgets a draft, if there is one under the key.
func (d *partDrafts) drop(report store.ID, key string) {
	if _, is := d.find(key); !is || !d.desk.CanWrite() {
		return
	}
	d.list = d.without(key)
	d.desk.Keep(func(ctx context.Context, p *store.Project) error { return p.DropDraft(ctx, report, key) })
}
