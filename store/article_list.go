package store

import (
	"context"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// articleOrder is how articles are listed, with the columns of the index that is walked for it.
type articleOrder struct {
	order
	index string
}

// articleOrders are the orders of each sort. The column that begins an index, after live, is one by which articles are filtered
// together with that order. Articles of one batch were added at one time: their ids say in which order, and SQLite sorts as few as these
// while it walks.
var articleOrders = map[ArticleSort]articleOrder{
	ArticlesByPublished:   {order{falling(`a.day`), rising(`a.id`)}, "day DESC, id"},
	ArticlesByTitle:       {order{rising(`a.title_key, a.id`)}, "title_key, id"},
	ArticlesBySource:      {order{rising(`a.source_key`), falling(`a.day`), rising(`a.id`)}, "source_key, day DESC, id"},
	ArticlesByLanguage:    {order{rising(`a.language_key`), falling(`a.day`), rising(`a.id`)}, "language_key, day DESC, id"},
	ArticlesByAdded:       {order{falling(`a.created, a.id`)}, "created DESC, id"},
	ArticlesByStatus:      {order{rising(`a.stage`), falling(`a.day`), rising(`a.id`)}, "stage, day DESC, id"},
	ArticlesByAnnotations: {order{falling(`a.annotations`), rising(`a.id`)}, "annotations DESC, id"},
	ArticlesByMentions:    {order{falling(`a.mentions`), rising(`a.id`)}, "mentions DESC, id"},
	ArticlesByStatements:  {order{falling(`a.statements`), rising(`a.id`)}, "statements DESC, id"},
	ArticlesByPositions:   {order{falling(`a.positions`), rising(`a.id`)}, "positions DESC, id"},
	ArticlesByHighlights:  {order{falling(`a.highlights`), rising(`a.id`)}, "highlights DESC, id"},
}

// IsKnown reports whether articles can be listed in the order.
func (s ArticleSort) IsKnown() bool { return articleOrders[s].index != "" }

// filtered are the columns that every index of articles has behind those of its order, so that a walk along it leaves out what a filter
// does not want without reading the articles.
var filtered = []string{"stage", "source_key", "language_key", "annotations", "first_day", "last_day"}

// columns returns the columns of the whole index, as SQL lists them.
func (o articleOrder) columns() string {
	columns := strings.Split("live, "+o.index, ", ")
	for _, c := range filtered {
		if !slices.Contains(columns, c) && !slices.Contains(columns, c+" DESC") {
			columns = append(columns, c)
		}
	}
	return strings.Join(columns, ", ")
}

// walked names the table with its index, as a query has them behind FROM.
func (o articleOrder) walked() string {
	return `article a INDEXED BY "` + indexName(EntityArticle, o.columns()) + `"`
}

// articleIndexes are the indexes by which articles are listed.
func articleIndexes() []string {
	var list []string
	for _, o := range articleOrders {
		list = append(list, o.columns())
	}
	slices.Sort(list)
	return list
}

// fewArticles is how many articles are gathered and sorted to make a page of them. Where a filter leaves more, a page is found sooner by
// walking along the order of the list, as one in so many of those that are walked past belongs to it. Tests have fewer.
var fewArticles = 2000

// selected are the articles that the query selects: a walk along an index, or those few that one of the conditions leaves.
func (q ArticleQuery) selected(s sqlite.Source, known *sieve) (selected, error) {
	o, is := articleOrders[q.Sort]
	if !is {
		o, q.Sort = articleOrders[ArticlesByPublished], ArticlesByPublished
	}
	l := selected{order: o.order}
	if q.Backwards {
		l.order = l.order.reversed()
	}
	list, err := q.conditions(s, known)
	if err != nil {
		return l, err
	}
	l.And(`a.live = 1`)
	for _, c := range list {
		l.And(c.is, c.args...)
	}
	l.from = o.walked()
	served := 0 // of the conditions, by the index that is walked
	for _, c := range list {
		if q.Sort == ArticlesByPublished && len(c.walk.Args) > 0 { // those of the days are together there
			l.And(c.walk.Where(), c.walk.Args...)
			served++
		}
	}
	if i := slices.IndexFunc(list, func(c articleCondition) bool { // the order is the same among those with the one value
		return c.sort != "" && (q.Sort == ArticlesByPublished || q.Sort == c.sort)
	}); i >= 0 {
		l.from = articleOrders[list[i].sort].walked()
		served++
	}
	if served == len(list) {
		return l, nil
	}
	return l, gather(s, &l, list)
}

// gather starts from the condition that leaves the fewest articles, if they are few.
func gather(s sqlite.Source, l *selected, list []articleCondition) error {
	fewest := fewArticles + 1
	for _, c := range list {
		if c.from == "" {
			continue
		}
		n, err := sqlite.Number(s, `SELECT count(*) FROM (SELECT 1 FROM `+c.from+` LIMIT ?)`, append(slices.Clone(c.fromArgs), fewest)...)
		if err != nil {
			return err
		}
		if n < fewest {
			fewest = n
			l.from = `(SELECT DISTINCT ` + c.id + ` AS id FROM ` + c.from + `) g CROSS JOIN article a ON a.id = g.id`
			l.fromArgs = c.fromArgs
		}
	}
	return nil
}

// ArticlePage lists the articles of a page with their counts. What it takes grows with the page and with how much further down it begins
// than the article that it comes after, not with the list.
func (p *Project) ArticlePage(ctx context.Context, q ArticleQuery) (rows []ArticleRow, err error) {
	err = p.readArticles(ctx, q.ArticleFilter, q.Page, func(s sqlite.Snapshot, known *sieve) error {
		rows, err = articlePage(s, q, known)
		return err
	})
	return rows, err
}

// Articles lists articles with their counts, and the number there are in all, for which all are looked at: who wants only a page asks
// ArticlePage.
func (p *Project) Articles(ctx context.Context, q ArticleQuery) (rows []ArticleRow, total int, err error) {
	err = p.readArticles(ctx, q.ArticleFilter, Page{}, func(s sqlite.Snapshot, known *sieve) error {
		if rows, err = articlePage(s, q, known); err != nil {
			return err
		}
		total, err = countArticles(s, q.ArticleFilter, known)
		return err
	})
	return rows, total, err
}

// ArticleCount returns how many articles a filter leaves.
func (p *Project) ArticleCount(ctx context.Context, f ArticleFilter) (n int, err error) {
	err = p.readArticles(ctx, f, Page{}, func(s sqlite.Snapshot, known *sieve) error {
		n, err = countArticles(s, f, known)
		return err
	})
	return n, err
}

func countArticles(s sqlite.Source, f ArticleFilter, known *sieve) (int, error) {
	l, err := ArticleQuery{ArticleFilter: f}.selected(s, known)
	if err != nil {
		return 0, err
	}
	return l.count(s)
}

// ArticleRank returns how many rows of the list of articles come before that of one; -1 if the query does not select it.
func (p *Project) ArticleRank(ctx context.Context, q ArticleQuery, id ID) (rank int, err error) {
	rank = -1
	err = p.readArticles(ctx, q.ArticleFilter, Page{}, func(s sqlite.Snapshot, known *sieve) error {
		l, err := q.selected(s, known)
		if err != nil {
			return err
		}
		rank, err = l.rank(s, `article a`, `a.id = ?`, id[:])
		return err
	})
	return rank, err
}

// ArticleIDs returns the ids of the articles of a page of the list, in its order, without reading more of them.
func (p *Project) ArticleIDs(ctx context.Context, q ArticleQuery) (list []ID, err error) {
	err = p.readArticles(ctx, q.ArticleFilter, q.Page, func(s sqlite.Snapshot, known *sieve) error {
		list, err = articleIDs(s, q, known)
		return err
	})
	return list, err
}

func articleIDs(s sqlite.Snapshot, q ArticleQuery, known *sieve) ([]ID, error) {
	l, err := q.selected(s, known)
	if err != nil {
		return nil, err
	}
	if q.After == (ID{}) {
		return l.ids(s, `a.id`, q.Page)
	}
	return l.idsAfter(s, `article a`, q.After, q.Page.Limit)
}

// ArticlesOf lists the articles with these ids, in that order, with their counts. Those that are not listed any more are left out.
func (p *Project) ArticlesOf(ctx context.Context, ids []ID) (rows []ArticleRow, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		rows, err = articlesOf(s, ids)
		return err
	})
	return rows, err
}

func articlePage(s sqlite.Snapshot, q ArticleQuery, known *sieve) ([]ArticleRow, error) {
	page, err := articleIDs(s, q, known)
	if err != nil {
		return nil, err
	}
	return articlesOf(s, page)
}

func articlesOf(s sqlite.Snapshot, list []ID) ([]ArticleRow, error) {
	rows, place := make([]ArticleRow, len(list)), make(map[ID]int, len(list))
	for i, id := range list {
		place[id] = i
	}
	t := tableFor(EntityArticle)
	err := sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r ArticleRow
			err := scan(append(t.destinations(&r.Article), &r.Mentions, &r.Statements, &r.Positions, &r.Highlights, &r.Unplaced)...)
			rows[place[r.ID]] = r
			return err
		}, `SELECT `+t.selection("a")+`, a.mentions, a.statements, a.positions, a.highlights, `+toReview+` FROM article a
			WHERE a.id IN (`+in+`) AND +a.live = 1`, args...)
	})
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(r ArticleRow) bool { return r.ID == ID{} })
	tags, err := articleTags(s, list)
	for i := range rows {
		rows[i].Tags = tags[rows[i].ID]
	}
	return rows, err
}
