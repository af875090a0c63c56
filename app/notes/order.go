package notes

import (
	"cmp"
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// articleOrder is how articles stand in a document, as the project lists them and as those that are named are sorted.
type articleOrder struct {
	sort    store.ArticleSort
	compare func(x, y store.Article) int
}

// articleOrders has an order of articles in a line.
var articleOrders = map[Order]articleOrder{
	OrderUsual:    {store.ArticlesByPublished, oldestFirst}, // from behind
	OrderFrequent: {store.ArticlesByPublished, oldestFirst}, // of actors and issues
	OrderNewest:   {store.ArticlesByPublished, newestFirst},
	OrderOutlet: {store.ArticlesBySource, func(x, y store.Article) int {
		if (x.Source == "") != (y.Source == "") {
			return cmp.Compare(y.Source, x.Source)
		}
		return cmp.Or(cmp.Compare(text.Fold(x.Source), text.Fold(y.Source)), newestFirst(x, y))
	}},
	OrderTitle: {store.ArticlesByTitle, func(x, y store.Article) int {
		return cmp.Or(cmp.Compare(text.Fold(x.Title), text.Fold(y.Title)), compareIDs(x.ID, y.ID))
	}},
}

func compareIDs(x, y store.ID) int { return slices.Compare(x[:], y[:]) }

// newestFirst is the order of the list of articles: undated last.
func newestFirst(x, y store.Article) int {
	if (x.Published == "") != (y.Published == "") {
		return x.Published.Compare(y.Published)
	}
	return cmp.Or(y.Published.Compare(x.Published), compareIDs(x.ID, y.ID))
}

// oldestFirst is that list from its dated end, undated last.
func oldestFirst(x, y store.Article) int {
	if x.Published == "" || y.Published == "" {
		return newestFirst(x, y)
	}
	return newestFirst(y, x)
}

// articles returns those that the options mean, in their order: all, or the first of them.
func (b *builder) articles() ([]store.Article, error) {
	first := b.options.First
	if first == 0 || len(b.options.Articles) > 0 {
		articles, err := b.allArticles()
		if first > 0 && len(articles) > first {
			articles = articles[:first]
		}
		return articles, err
	}
	q := store.ArticleQuery{ArticleFilter: b.options.In, Sort: articleOrders[b.options.Order].sort, Page: store.Page{Limit: first}}
	if b.options.Order != OrderUsual {
		return b.listed(q)
	}
	dated := q
	dated.Backwards = true
	if q.From == "" && q.To == "" {
		dated.From = "0001"
	}
	articles, err := b.listed(dated)
	if len(articles) == first || q.From != "" || q.To != "" || err != nil {
		return articles, err
	}
	q.Page = store.Page{Offset: len(articles), Limit: first - len(articles)}
	undated, err := b.listed(q)
	return append(articles, undated...), err
}

// allArticles returns all articles that the options mean, in their order.
func (b *builder) allArticles() ([]store.Article, error) {
	var articles []store.Article
	var err error
	if len(b.options.Articles) == 0 {
		articles, err = b.listed(store.ArticleQuery{ArticleFilter: b.options.In})
	} else {
		articles, err = b.articlesNamed(b.options.Articles)
	}
	b.sort(articles)
	return articles, err
}

func (b *builder) sort(articles []store.Article) {
	slices.SortFunc(articles, articleOrders[b.options.Order].compare)
}

func (b *builder) listed(q store.ArticleQuery) ([]store.Article, error) {
	rows, err := b.project.ArticlePage(b.ctx, q)
	return articlesIn(rows), err
}

func articlesIn(rows []store.ArticleRow) []store.Article {
	articles := make([]store.Article, len(rows))
	for i, r := range rows {
		articles[i] = r.Article
	}
	return articles
}

// articlesNamed returns the articles with these ids, each once.
func (b *builder) articlesNamed(ids []store.ID) ([]store.Article, error) {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, compareIDs)
	ids = slices.Compact(ids)
	rows, err := b.project.ArticlesOf(b.ctx, ids)
	if err == nil && len(rows) < len(ids) {
		err = b.missingAmong(ids)
	}
	return articlesIn(rows), err
}

// missingAmong is the store's error for the first article that is not there.
func (b *builder) missingAmong(articles []store.ID) error {
	for _, id := range articles {
		if _, err := b.project.Article(b.ctx, id); err != nil {
			return err
		}
	}
	return nil
}
