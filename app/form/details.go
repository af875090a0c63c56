package form

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"standpoint/app/names"
	"standpoint/store"
)

// Details is what can be edited of an article: plain data, so that a draft can
// keep it.
type Details struct {
	Title, Source, Author, Published, URL, Section, Language, Note string

	Tags  []names.TagPick
	Typed map[string]string `json:",omitempty"` // what was typed for a tag and not picked yet
}

// LoadDetails reads what is known of an article, with the note of whoever works.
func LoadDetails(ctx context.Context, p *store.Project, a store.Article) (Details, error) {
	d := Details{
		Title: a.Title, Source: a.Source, Author: a.Author, Published: string(a.Published),
		URL: a.URL, Section: a.Section, Language: a.Language,
	}
	tags, err := p.ArticleTags(ctx, []store.ID{a.ID})
	if err != nil {
		return d, err
	}
	for _, tag := range tags[a.ID] {
		d.Tags = append(d.Tags, names.TagPick{ID: tag.ID, Name: tag.Name})
	}
	d.Note, err = OwnNote(ctx, p, store.EntityArticle, a.ID)
	return d, err
}

// IsSame reports whether two details say the same.
func (d Details) IsSame(other Details) bool {
	same := slices.Equal(d.Tags, other.Tags) && maps.Equal(d.Typed, other.Typed)
	d.Tags, other.Tags, d.Typed, other.Typed = nil, nil, nil, nil
	return same && reflect.DeepEqual(d, other)
}

// Save writes the details of an article, with tags that they name anew, and returns the tags that they name.
func (d Details) Save(b *store.Batch, article store.ID) ([]store.ID, error) {
	err := b.UpdateArticle(article, func(a *store.Article) {
		a.Title, a.Source, a.Author, a.Published = strings.TrimSpace(d.Title), d.Source, d.Author, store.Date(strings.TrimSpace(d.Published))
		a.URL, a.Section, a.Language = d.URL, d.Section, d.Language
	})
	if err != nil {
		return nil, err
	}
	tags, err := names.AddTags(b, d.Tags)
	if err != nil {
		return nil, err
	}
	if err := b.SetArticleTags(article, tags); err != nil {
		return nil, err
	}
	return tags, b.SetNote(store.EntityArticle, article, strings.TrimSpace(d.Note))
}

// DetailsDraft is the key under which the unfinished details of an article are
// kept.
const DetailsDraft = "details"
