package app

import (
	"context"
	"encoding/json"

	"standpoint/store"
)

// loadDrafts returns the unfinished forms of an article, newest first. A draft
// that cannot be read any more is passed over: it is not worth an article that
// will not open.
func loadDrafts(ctx context.Context, p *store.Project, article store.ID) ([]form, error) {
	kept, err := p.Drafts(ctx, article)
	if err != nil {
		return nil, err
	}
	var forms []form
	for _, d := range kept {
		var f form
		if d.Key == detailsDraft || d.Key == textDraft {
			continue
		}
		if json.Unmarshal(d.Data, &f) == nil {
			f.Draft = d.Key
			forms = append(forms, f)
		}
	}
	return forms, nil
}

// saveDraft keeps an unfinished form; it survives a crash.
func saveDraft(ctx context.Context, p *store.Project, f form) error {
	data, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return p.SaveDraft(ctx, store.Draft{Key: f.Draft, Article: f.Article, Data: data})
}

// keepArticleDraft keeps what is unfinished of an article itself under a key, or
// drops what was kept there.
func keepArticleDraft(ctx context.Context, p *store.Project, article store.ID, key string, value any, unfinished bool) error {
	if !unfinished {
		return p.DropDraft(ctx, article, key)
	}
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return p.SaveDraft(ctx, store.Draft{Article: article, Key: key, Data: data})
}
