package form

import (
	"context"
	"encoding/json"
	"strings"

	"standpoint/store"
)

// LoadDrafts returns the unfinished forms of an article, newest first. A draft
// that cannot be read any more is passed over: it is not worth an article that
// will not open.
func LoadDrafts(ctx context.Context, p *store.Project, article store.ID) ([]Form, error) {
	kept, err := p.Drafts(ctx, article)
	if err != nil {
		return nil, err
	}
	var forms []Form
	for _, d := range kept {
		var f Form
		if d.Key == DetailsDraft || d.Key == TextDraft || strings.HasPrefix(d.Key, linkDraft) {
			continue
		}
		if json.Unmarshal(d.Data, &f) == nil {
			f.Draft = d.Key
			forms = append(forms, f)
		}
	}
	return forms, nil
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
