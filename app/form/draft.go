package form

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"standpoint/store"
)

// Drafts is all that was left unfinished of an article.
type Drafts struct {
	Forms   []Form    // of annotations, the newest first
	Text    *TextEdit // of its text; nil if there is none
	Details *Details  // of what is known of it; nil if there are none
	Links   []LinkAll // linkings that were begun in it, the newest first
}

// DraftsOf sorts what is kept of an article by what it is. A draft that cannot be read any more is passed over: it is not worth an
// article that will not open.
func DraftsOf(kept []store.Draft) (all Drafts) {
	kept = slices.Clone(kept)
	slices.SortFunc(kept, func(a, b store.Draft) int { return cmp.Compare(b.Key, a.Key) }) // ids grow
	for _, d := range kept {
		switch {
		case d.Key == TextDraft:
			all.Text = read[TextEdit](d)
		case d.Key == DetailsDraft:
			all.Details = read[Details](d)
		case strings.HasPrefix(d.Key, linkDraft):
			if l := read[LinkAll](d); l != nil {
				l.Draft = d.Key
				all.Links = append(all.Links, *l)
			}
		default:
			if f := read[Form](d); f != nil {
				f.Draft = d.Key
				all.Forms = append(all.Forms, *f)
			}
		}
	}
	return all
}

// read returns what a draft keeps; nil if it cannot be read.
func read[T any](d store.Draft) *T {
	value := new(T)
	if json.Unmarshal(d.Data, value) != nil {
		return nil
	}
	return value
}

// SaveDraft keeps an unfinished form; it survives a crash.
func SaveDraft(ctx context.Context, p *store.Project, f Form) error {
	data, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return p.SaveDraft(ctx, store.Draft{Key: f.Draft, Article: f.Article, Data: data})
}

// KeepArticleDraft keeps what is unfinished of an article itself under a key, or
// drops what was kept there.
func KeepArticleDraft(ctx context.Context, p *store.Project, article store.ID, key string, value any, unfinished bool) error {
	if !unfinished {
		return p.DropDraft(ctx, article, key)
	}
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return p.SaveDraft(ctx, store.Draft{Article: article, Key: key, Data: data})
}
