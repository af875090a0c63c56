package library

import (
	"context"
	"math/rand/v2"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/store"
)

// Unread opens the next unread article of the list, behind the open one, or the one before it.
func (l *List) Unread(open store.ID, forward bool) {
	q := l.query()
	unread := store.StatusUnread
	if q.Status != nil && *q.Status != unread {
		l.desk.Tell(lang.L("The list has no unread articles."))
		return
	}
	q.Status, q.After, q.Limit = &unread, open, 1
	if !forward {
		q.Backwards = !q.Backwards
	}
	background.Read(l.desk.Reader(), &l.seeking, func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		return p.ArticleIDs(ctx, q)
	}, func(next []store.ID) {
		switch {
		case len(next) > 0:
			l.onOpen(next[0])
		case forward:
			l.desk.Tell(lang.L("No unread article comes after this one in the list."))
		default:
			l.desk.Tell(lang.L("No unread article comes before this one in the list."))
		}
	})
}

// progress is how far the articles that a filter leaves are coded.
type progress struct{ done, total int }

// countProgress counts how many of the listed articles are coded, whatever status they are listed by.
func (l *List) countProgress() {
	asked := l.filters.asked
	if asked.IsZero() || l.desk.Project == nil {
		l.counting.Overtake()
		l.progress = progress{}
		return
	}
	background.Read(l.desk.Reader(), &l.counting, func(ctx context.Context, p *store.Project) (g progress, err error) {
		f := asked
		f.Status = nil
		if g.total, err = p.ArticleCount(ctx, f); err != nil {
			return g, err
		}
		for _, s := range []store.Status{store.StatusCoded, store.StatusReviewed} {
			f.Status = &s
			n, err := p.ArticleCount(ctx, f)
			if err != nil {
				return g, err
			}
			g.done += n
		}
		return g, nil
	}, func(g progress) {
		l.progress = g
		l.showHeading()
	})
}

// draw puts n of the listed articles, drawn by lot, into a new collection, which is listed then. The same seed draws the same of the same
// articles: they are taken in the order in which they were made.
func (l *List) draw(name string, n, seed int) {
	f := l.filters.asked
	background.Read(l.desk.Reader(), &l.seeking, func(ctx context.Context, p *store.Project) ([]store.ID, error) {
		return p.ArticleIDs(ctx, store.ArticleQuery{ArticleFilter: f})
	}, func(all []store.ID) {
		drawn := sample(all, n, seed)
		var made store.Collection
		l.desk.DoRows(store.Title{Code: store.TitleDrawSample, Count: len(drawn)}, store.RowWrite{
			First: func(b *store.Batch) (err error) {
				made, err = b.AddCollection(store.Collection{Name: name, Sample: n, Seed: seed})
				return err
			},
			Each: func(b *store.Batch, _ store.Entity, ids []store.ID) error { return b.Collect(made.ID, ids...) },
		}, func(err error) {
			if !l.desk.Failed(err) {
				l.filters.ask(store.ArticleFilter{Collection: made.ID})
			}
		}, articles(drawn))
	})
}

// sample draws n of the ids by lot.
func sample(all []store.ID, n, seed int) []store.ID {
	drawn := slices.Clone(all)
	slices.SortFunc(drawn, func(a, b store.ID) int { return slices.Compare(a[:], b[:]) })
	r := rand.New(rand.NewPCG(uint64(seed), 0))
	r.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn[:min(n, len(drawn))]
}
