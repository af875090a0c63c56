package inspector

import (
	"context"
	"reflect"
	"slices"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/store"
)

// drafts are what was left unfinished of the open article, and what is kept of it in the project.
type drafts struct {
	desk *desk.Desk

	forms   []form.Form     // the newest first
	text    *form.TextEdit  // of its text
	details *form.Details   // of what is known of it
	links   []form.LinkAll  // begun in it; the newest first
	kept    map[string]bool // keys of the drafts that were ever kept or read
}

func newDrafts(d *desk.Desk) *drafts { return &drafts{desk: d, kept: map[string]bool{}} }

// set takes what was left unfinished of another article.
func (d *drafts) set(of form.Drafts) {
	d.forms, d.text, d.details, d.links = of.Forms, of.Text, of.Details, of.Links
	for _, f := range of.Forms {
		d.kept[f.Draft] = true
	}
	for _, l := range of.Links {
		d.kept[l.Draft] = true
	}
}

// keepForm keeps a form as it is now.
func (d *drafts) keepForm(f form.Form) {
	if slices.ContainsFunc(d.forms, func(kept form.Form) bool { return reflect.DeepEqual(kept, f) }) {
		return
	}
	d.forms = append([]form.Form{f}, withoutForm(d.forms, f.Draft)...)
	d.kept[f.Draft] = true
	d.desk.Keep(func(ctx context.Context, p *store.Project) error { return form.SaveDraft(ctx, p, f) })
}

// dropForm forgets the draft of a form, if there is one.
func (d *drafts) dropForm(f form.Form) {
	d.forms = withoutForm(d.forms, f.Draft)
	d.dropKept(f.Article, f.Draft)
}

func withoutForm(forms []form.Form, key string) []form.Form {
	return slices.DeleteFunc(slices.Clone(forms), func(f form.Form) bool { return f.Draft == key })
}

// keepLink keeps a linking of all places as it is now, with an article; it is offered there if that is the open one.
func (d *drafts) keepLink(article store.ID, isOpen bool, l form.LinkAll) {
	if isOpen {
		d.links = append([]form.LinkAll{l}, withoutLink(d.links, l.Draft)...)
	}
	d.kept[l.Draft] = true
	d.desk.Keep(func(ctx context.Context, p *store.Project) error {
		return form.KeepArticleDraft(ctx, p, article, l.Draft, l, true)
	})
}

// dropLink forgets the draft of a linking, if there is one.
func (d *drafts) dropLink(article store.ID, key string) {
	d.links = withoutLink(d.links, key)
	d.dropKept(article, key)
}

func withoutLink(links []form.LinkAll, key string) []form.LinkAll {
	return slices.DeleteFunc(slices.Clone(links), func(l form.LinkAll) bool { return l.Draft == key })
}

// dropText drops the edit of the text that was left unfinished.
func (d *drafts) dropText(article store.ID) {
	d.text = nil
	d.drop(article, form.TextDraft)
}

// dropDetails drops what was left unfinished of the details.
func (d *drafts) dropDetails(article store.ID) {
	d.details = nil
	d.drop(article, form.DetailsDraft)
}

// dropKept drops what was kept of an article under a key, if anything ever was.
func (d *drafts) dropKept(article store.ID, key string) {
	if d.kept[key] {
		delete(d.kept, key)
		d.drop(article, key)
	}
}

// drop drops what was kept of an article under a key.
func (d *drafts) drop(article store.ID, key string) {
	d.desk.Keep(func(ctx context.Context, p *store.Project) error { return p.DropDraft(ctx, article, key) })
}
