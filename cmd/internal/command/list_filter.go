package command

import (
	"context"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// articleFilter are the flags that say which articles are meant. All that they ask must hold.
type articleFilter struct {
	Search     string        `placeholder:"NAME" help:"As this saved search asks; other flags narrow it further."`
	Collection string        `placeholder:"NAME" help:"Only articles in this collection."`
	Text       string        `placeholder:"WORDS" help:"Only articles with these words in title, outlet, author or text."`
	Source     *string       `placeholder:"OUTLET" help:"Only articles of this outlet; empty: without one."`
	From       store.Date    `placeholder:"DATE" help:"Only articles published on this day, in this month or year, or later."`
	To         store.Date    `placeholder:"DATE" help:"Only articles published on this day, in this month or year, or earlier."`
	Status     string        `enum:",unread,in_progress,coded,reviewed" default:"" help:"Only articles of this status."`
	Language   *string       `placeholder:"CODE" help:"Only articles in this language; empty: of which none is known."`
	Annotated  *bool         `negatable:"" help:"Only articles in which something is annotated, or with --no-annotated nothing."`
	Stance     *store.Stance `enum:",support,oppose,neutral,unclear" placeholder:"STANCE" help:"Only articles with a position of this stance."`
	Tag        string        `placeholder:"NAME" help:"Only articles with an annotation that has this tag."`
	By         string        `placeholder:"NAME" help:"Only articles in which this coder has annotated."`
	File       string        `placeholder:"PATH" help:"Only articles that were imported from this file or folder."`
}

// asks reports whether any flag is set.
func (f articleFilter) asks() bool { return f != articleFilter{} }

// filter returns what the flags ask of articles.
func (f articleFilter) filter(ctx context.Context, p *store.Project) (store.ArticleFilter, error) {
	return f.narrow(ctx, p, store.ArticleFilter{})
}

// narrow puts what the flags ask of articles in the place of what a filter asks. A saved search stands for all of that.
func (f articleFilter) narrow(ctx context.Context, p *store.Project, asked store.ArticleFilter) (_ store.ArticleFilter, err error) {
	if f.Search != "" {
		if asked, err = savedSearch(ctx, p, f.Search); err != nil {
			return asked, err
		}
	}
	if f.Collection != "" {
		if asked.Collection, err = collection(ctx, p, f.Collection); err != nil {
			return asked, err
		}
	}
	for _, date := range []struct {
		given store.Date
		into  *store.Date
	}{{f.From, &asked.From}, {f.To, &asked.To}} {
		if date.given == "" {
			continue
		}
		if *date.into, err = store.ParseDate(string(date.given)); err != nil {
			return asked, err
		}
	}
	set(&asked.Text, f.Text)
	set(&asked.Source, f.Source)
	set(&asked.Language, f.Language)
	set(&asked.Annotated, f.Annotated)
	set(&asked.Stance, f.Stance)
	tag, err := calledIfGiven(ctx, p, store.EntityTag, f.Tag)
	if err != nil {
		return asked, err
	}
	set(&asked.Tag, tag)
	coder, err := calledIfGiven(ctx, p, store.EntityCoder, f.By)
	if err != nil {
		return asked, err
	}
	set(&asked.Coder, coder)
	set(&asked.File, f.File)
	if f.Status != "" {
		status := store.Status(strings.Replace(f.Status, "unread", "", 1))
		asked.Status = &status
	}
	return asked, nil
}

// set sets what was given.
func set[T comparable](into *T, given T) {
	var none T
	if given != none {
		*into = given
	}
}

func savedSearch(ctx context.Context, p *store.Project, name string) (store.ArticleFilter, error) {
	list, err := p.SavedSearches(ctx)
	if err != nil {
		return store.ArticleFilter{}, err
	}
	i := slices.IndexFunc(list, func(s store.SavedSearch) bool { return text.Fold(s.Name) == text.Fold(name) })
	if i < 0 {
		return store.ArticleFilter{}, say.Errorf("There is no saved search “%s”. List them with “list PROJECT searches”.", name)
	}
	return list[i].Articles()
}

func collection(ctx context.Context, p *store.Project, name string) (store.ID, error) {
	list, err := p.Collections(ctx)
	if err != nil {
		return store.ID{}, err
	}
	i := slices.IndexFunc(list, func(c store.CollectionRow) bool { return text.Fold(c.Name) == text.Fold(name) })
	if i < 0 {
		return store.ID{}, say.Errorf("There is no collection “%s”. List them with “list PROJECT collections”.", name)
	}
	return list[i].ID, nil
}
