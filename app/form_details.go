package app

import (
	"context"
	"encoding/json"

	"standpoint/store"
)

// details is what can be edited of an article: plain data, so that a draft can
// keep it.
type details struct {
	Title, Source, Author, Published, URL, Section, Language, Note string
}

func detailsOf(a store.Article, note string) details {
	return details{
		Title: a.Title, Source: a.Source, Author: a.Author, Published: string(a.Published),
		URL: a.URL, Section: a.Section, Language: a.Language, Note: note,
	}
}

// detailsDraft is the key under which the unfinished details of an article are
// kept.
const detailsDraft = "details"

// keptDetails is what was filled in of an article and not saved, if anything was.
func keptDetails(ctx context.Context, p *store.Project, article store.ID) (*details, error) {
	drafts, err := p.Drafts(ctx, article)
	for _, d := range drafts {
		var kept details
		if d.Key == detailsDraft && json.Unmarshal(d.Data, &kept) == nil {
			return &kept, err
		}
	}
	return nil, err
}
