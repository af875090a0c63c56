package store

import (
	"cmp"
	"context"
	"path"
	"slices"

	"standpoint/store/internal/sqlite"
)

// ArticleFacets say how many articles a filter would leave with each value of one thing that it can ask, whatever it asks of that thing
// now.
type ArticleFacets struct {
	Statuses  map[Status]int
	Annotated map[bool]int
	Sources   []ValueCount // most articles first, at most mostValues
	Languages []ValueCount
}

// ValueCount is how many articles there are with a value: words, or a row of the project.
type ValueCount struct {
	Value    string // as an article has it; "" is none
	ID       ID
	Articles int
}

// mostValues is how many values of one thing are counted for people to choose from.
const mostValues = 200

// ArticleFacets counts the articles by what they have themselves. It is one walk along an index of all that the rest of the filter leaves.
func (p *Project) ArticleFacets(ctx context.Context, f ArticleFilter) (facets ArticleFacets, err error) {
	facets = ArticleFacets{Statuses: map[Status]int{}, Annotated: map[bool]int{}}
	rest := f
	rest.Status, rest.Annotated, rest.Source, rest.Language = nil, nil, nil, nil
	sources, languages := map[string]int{}, map[string]int{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		l, err := ArticleQuery{ArticleFilter: rest}.selected(s)
		if err != nil {
			return err
		}
		err = sqlite.Each(s, func(scan func(...any) error) error {
			var g articleGroup
			if err := scan(&g.stage, &g.source, &g.language, &g.annotated, &g.n); err != nil {
				return err
			}
			g.count(f, facets, sources, languages)
			return nil
		}, `SELECT a.stage, a.source_key, a.language_key, a.annotations > 0, count(*) FROM `+l.from+` WHERE `+l.Where()+` GROUP BY 1, 2, 3, 4`,
			l.asked(l.Filter)...)
		if err != nil {
			return err
		}
		if facets.Sources, err = valuesOf(s, "source", ArticlesBySource, sources); err != nil {
			return err
		}
		facets.Languages, err = valuesOf(s, "language", ArticlesByLanguage, languages)
		return err
	})
	return facets, err
}

// articleGroup are articles that are alike in all that an article is counted by.
type articleGroup struct {
	stage            int
	source, language string // keys
	annotated        bool
	n                int
}

// count adds a group to the counts of each thing, where the filter asks nothing else that it does not have.
func (g articleGroup) count(f ArticleFilter, facets ArticleFacets, sources, languages map[string]int) {
	status := f.Status == nil || f.Status.stage() == g.stage
	annotated := f.Annotated == nil || *f.Annotated == g.annotated
	source := f.Source == nil || keyOrLast(*f.Source) == g.source
	language := f.Language == nil || keyOrLast(*f.Language) == g.language
	if annotated && source && language {
		for _, s := range []Status{StatusUnread, StatusInProgress, StatusCoded, StatusReviewed} {
			if s.stage() == g.stage {
				facets.Statuses[s] += g.n
			}
		}
	}
	if status && source && language {
		facets.Annotated[g.annotated] += g.n
	}
	if status && annotated && language {
		sources[g.source] += g.n
	}
	if status && annotated && source {
		languages[g.language] += g.n
	}
}

// valuesOf are the values with the most articles, as an article has them.
func valuesOf(s sqlite.Source, column string, sort ArticleSort, counts map[string]int) ([]ValueCount, error) {
	var list []ValueCount
	for key, n := range counts {
		list = append(list, ValueCount{Value: key, Articles: n})
	}
	slices.SortFunc(list, func(a, b ValueCount) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Value, b.Value)) })
	list = list[:min(len(list), mostValues)]
	for i := range list {
		_, err := sqlite.One(s, []any{&list[i].Value}, `SELECT `+column+` FROM `+articleOrders[sort].walked()+
			` WHERE a.live = 1 AND a.`+column+`_key = ? LIMIT 1`, list[i].Value)
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// ArticlesByActor counts the articles that a filter leaves by the actors whom their annotations name, those with the most first.
func (p *Project) ArticlesByActor(ctx context.Context, f ArticleFilter) ([]ValueCount, error) {
	f.Actor = ID{}
	return p.countUnder(ctx, f, EntityActor, actorRoles)
}

// ArticlesByIssue is ArticlesByActor for issues.
func (p *Project) ArticlesByIssue(ctx context.Context, f ArticleFilter) ([]ValueCount, error) {
	f.Issue = ID{}
	return p.countUnder(ctx, f, EntityIssue, issueRoles)
}

// ArticlesByTag is ArticlesByActor for tags.
func (p *Project) ArticlesByTag(ctx context.Context, f ArticleFilter) ([]ValueCount, error) {
	f.Tag = ID{}
	return p.countUnder(ctx, f, EntityTag, []string{headTag})
}

// ArticlesByFolder counts the articles that a filter leaves by the folders from which they were imported, and the folders in which these
// are; those with the most first.
func (p *Project) ArticlesByFolder(ctx context.Context, f ArticleFilter) (list []ValueCount, err error) {
	f.File = ""
	folders := map[string]int{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		l, err := ArticleQuery{ArticleFilter: f}.selected(s)
		if err != nil {
			return err
		}
		return sqlite.Each(s, func(scan func(...any) error) error {
			var file string
			var n int
			err := scan(&file, &n)
			for folder := path.Dir(file); folder != "." && folder != "/"; folder = path.Dir(folder) {
				folders[folder] += n
			}
			return err
		}, `SELECT a.file, count(*) FROM `+l.from+` WHERE `+l.Where()+` AND a.file > '' GROUP BY 1`, l.asked(l.Filter)...)
	})
	for folder, n := range folders {
		list = append(list, ValueCount{Value: folder, Articles: n})
	}
	slices.SortFunc(list, func(a, b ValueCount) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Value, b.Value)) })
	return list[:min(len(list), mostValues)], err
}

// countUnder counts articles by the headings of some roles under which their annotations stand.
func (p *Project) countUnder(ctx context.Context, f ArticleFilter, e Entity, roles []string) (list []ValueCount, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		one, err := f.ofAnnotation(s)
		if err != nil {
			return err
		}
		one.And(`h.entity = ? AND h.role IN (`+quotedList(roles)+`)`, string(e))
		return sqlite.Each(s, func(scan func(...any) error) error {
			var v ValueCount
			err := scan((*idColumn)(&v.ID), &v.Articles)
			list = append(list, v)
			return err
		}, `SELECT h.id, count(DISTINCT l.article) FROM heading h CROSS JOIN listing l INDEXED BY listing_by_article ON l.heading = h.key
			WHERE `+one.Where()+` GROUP BY h.id ORDER BY 2 DESC, h.id LIMIT ?`, append(one.Args, mostValues)...)
	})
	return list, err
}

// ofAnnotation is what the filter asks of an annotation, which stands in the listing l, and of the article in which it is.
func (f ArticleFilter) ofAnnotation(s sqlite.Source) (one sqlite.Filter, err error) {
	sets, err := f.headings(s)
	if err != nil {
		return one, err
	}
	for _, set := range sets {
		one.And(`EXISTS (SELECT 1 FROM listing m WHERE m.heading IN (` + set + `) AND m.annotation = l.annotation)`)
	}
	if f.Stance != nil || f.Coder != (ID{}) {
		own := f.own()
		one.And(`EXISTS (SELECT 1 FROM annotation n WHERE n.id = l.annotation AND `+own.Where()+`)`, own.Args...)
	}
	f.Actor, f.Issue, f.Tag, f.Coder, f.Stance = ID{}, ID{}, ID{}, ID{}, nil
	list, err := f.conditions(s)
	if err != nil || len(list) == 0 {
		return one, err
	}
	var article sqlite.Filter
	for _, c := range list {
		article.And(c.is, c.args...)
	}
	one.And(`EXISTS (SELECT 1 FROM article a WHERE a.id = l.article AND `+article.Where()+`)`, article.Args...)
	return one, nil
}
