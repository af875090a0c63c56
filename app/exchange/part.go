package exchange

import (
	"context"
	"maps"
	"slices"

	"standpoint/store"
)

// Part says which articles of a project are handed over, with all that their rows name and nothing else. The zero value is the whole
// project.
type Part struct {
	Articles []store.ID          // none: those that In leaves
	In       store.ArticleFilter // where no articles are named
}

func (part Part) isWhole() bool { return len(part.Articles) == 0 && part.In.IsZero() }

// articles returns the articles of the part; CodeNotFound if one that is named is not there.
func (part Part) articles(ctx context.Context, p *store.Project) ([]store.ArticleRow, error) {
	if len(part.Articles) == 0 {
		return p.ArticlePage(ctx, store.ArticleQuery{ArticleFilter: part.In})
	}
	var list []store.ID
	for _, id := range part.Articles {
		a, err := p.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(list, a.ID) {
			list = append(list, a.ID)
		}
	}
	return p.ArticlesOf(ctx, list)
}

// keepNamed leaves of actors, issues and tags those that the articles of the part name, and what these name in turn, and of explanations
// those of changes in it.
func (e *exporter) keepNamed() error {
	if e.part.isWhole() {
		return nil
	}
	named, err := e.named()
	if err != nil {
		return err
	}
	issues, tags := map[store.ID][]store.ID{}, map[store.ID][]store.ID{}
	for _, r := range e.issues {
		issues[r.ID] = []store.ID{r.Parent}
	}
	for _, r := range e.tags {
		tags[r.ID] = []store.ID{r.Parent}
	}
	actors := map[store.ID][]store.ID{}
	for _, a := range e.actors {
		affiliations, err := e.project.Affiliations(e.ctx, a.ID)
		if err != nil {
			return err
		}
		for _, x := range affiliations {
			actors[a.ID] = append(actors[a.ID], x.Organisation)
		}
	}
	for _, names := range []map[store.ID][]store.ID{issues, tags, actors} {
		follow(named, names)
	}
	e.issues = slices.DeleteFunc(e.issues, func(r Issue) bool { return !named[r.ID] })
	e.tags = slices.DeleteFunc(e.tags, func(r Tag) bool { return !named[r.ID] })
	e.actors = slices.DeleteFunc(e.actors, func(r store.Actor) bool { return !named[r.ID] })
	e.explanations = slices.DeleteFunc(e.explanations, func(r Explanation) bool { return !named[r.Earlier] || !named[r.Later] })
	return nil
}

// named returns the annotations of the articles of the part, and what these and the articles name.
func (e *exporter) named() (map[store.ID]bool, error) {
	named := map[store.ID]bool{}
	err := e.eachAnnotated(func(a *store.ArticleRow, annotations []store.Annotation) error {
		for _, tag := range a.Tags {
			named[tag.ID] = true
		}
		for _, x := range annotations {
			named[x.ID] = true
			for _, id := range append([]store.ID{x.Actor, x.Target.Actor, x.Target.Issue}, x.Tags...) {
				named[id] = true
			}
			for _, p := range x.Participants {
				named[p.Actor] = true
			}
		}
		return nil
	})
	return named, err
}

// follow adds what those that are named name, and so on.
func follow(named map[store.ID]bool, names map[store.ID][]store.ID) {
	next := slices.Collect(maps.Keys(named))
	for len(next) > 0 {
		id := next[len(next)-1]
		next = next[:len(next)-1]
		for _, other := range names[id] {
			if !named[other] {
				named[other] = true
				next = append(next, other)
			}
		}
	}
}
