package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// large makes the project on which lists are measured, once for each benchmark.
func large(b *testing.B) (*store.Project, storetest.Filled) {
	b.Helper()
	return sized(b, storetest.Listed)
}

// sized opens a project of that size.
func sized(b *testing.B, size storetest.Size) (*store.Project, storetest.Filled) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "large.standpoint")
	filled, err := storetest.File(b.Context(), path, size)
	if err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := p.Close(); err != nil {
			b.Error(err)
		}
	})
	return p, filled
}

func BenchmarkImport(b *testing.B) {
	const articles = 1000
	r := rand.New(rand.NewPCG(1, 1))
	bodies := make([]string, articles)
	for i := range bodies {
		bodies[i] = storetest.Prose(r, 5000)
	}
	storetest.RunSlow(b, fmt.Sprint(articles), func(b *testing.B) {
		for n := range b.N {
			p, err := store.Create(b.Context(), filepath.Join(b.TempDir(), fmt.Sprintf("%d.standpoint", n)), store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			long := p.Begin(storetest.Titled("Import"))
			for start := 0; start < articles; start += 100 {
				err := long.Batch(b.Context(), func(batch *store.Batch) error {
					for i, body := range bodies[start : start+100] {
						if _, err := batch.AddArticle(store.Article{Title: fmt.Sprint("Article ", start+i), Source: "Wire"}, body); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
			}
			if err := p.Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
	})
}

// BenchmarkHoldings reads 50,000 positions to be counted, all of them and after one of them has changed.
func BenchmarkHoldings(b *testing.B) {
	p, _ := sized(b, storetest.Held)
	ctx := context.Background()
	read := func(b *testing.B, before *store.Holdings, events []store.Event) *store.Holdings {
		h, err := p.HoldingsAfter(ctx, before, events)
		if err != nil {
			b.Fatal(err)
		}
		return h
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			read(b, nil, nil)
		}
	})
	b.Run("after a change", func(b *testing.B) {
		var events []store.Event
		before := read(b, nil, nil)
		defer p.Subscribe(func(e store.Event) { events = append(events, e) })()
		if _, err := p.Do(ctx, storetest.Titled("Change"), func(batch *store.Batch) error {
			return batch.UpdateAnnotation(before.Positions[0].ID, func(a *store.Annotation) { a.Condition += " again" })
		}); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			read(b, before, events)
		}
	})
}

func BenchmarkLarge(b *testing.B) {
	p, filled := large(b)
	ctx := context.Background()
	b.Run("save one annotation", func(b *testing.B) {
		article, err := p.Article(ctx, filled.Articles[17])
		if err != nil {
			b.Fatal(err)
		}
		body, err := p.Body(ctx, article.Body)
		if err != nil {
			b.Fatal(err)
		}
		a, err := text.NewAnchor(body, text.Span{Start: 10, End: 60})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			_, err := p.Do(ctx, storetest.Titled("Record statement"), func(batch *store.Batch) error {
				_, err := batch.AddAnnotation(store.Annotation{
					Article: article.ID, Kind: store.KindStatement, Anchor: a, Act: store.ActSays,
					Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: filled.Actors[3]}},
				})
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	page := store.Page{Limit: 100}
	far := func(offset int) store.Page { return store.Page{Offset: offset, Limit: 100} }
	stance := store.StanceOppose
	farArticle, farPosition, farStatement := farRows(b, p, stance)
	for name, list := range map[string]func() (int, error){
		"articles": func() (int, error) {
			rows, _, err := p.Articles(ctx, store.ArticleQuery{Page: page})
			return len(rows), err
		},
		"articles, far": func() (int, error) {
			rows, _, err := p.Articles(ctx, store.ArticleQuery{Page: far(9000)})
			return len(rows), err
		},
		"actors": func() (int, error) {
			rows, _, err := p.Actors(ctx, store.ActorQuery{Page: page})
			return len(rows), err
		},
		"positions by holder": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Page: page})
			return len(rows), err
		},
		"positions by holder, far": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Page: far(14000)})
			return len(rows), err
		},
		"positions by target": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Group: store.PositionsByTarget, Page: page})
			return len(rows), err
		},
		"positions, one stance": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Stance: &stance, Page: page})
			return len(rows), err
		},
		"positions on one issue": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Issue: filled.Issues[0], Page: page})
			return len(rows), err
		},
		"positions of one article": func() (int, error) {
			rows, _, err := p.Positions(ctx, store.PositionQuery{Article: filled.Articles[1], Page: page})
			return len(rows), err
		},
		"statements": func() (int, error) {
			rows, _, err := p.Statements(ctx, store.StatementQuery{Page: page})
			return len(rows), err
		},
		"statements, far": func() (int, error) {
			rows, _, err := p.Statements(ctx, store.StatementQuery{Page: far(14000), Sort: store.StatementsByDate})
			return len(rows), err
		},
		"rank of an article, far": func() (int, error) {
			return p.ArticleRank(ctx, store.ArticleQuery{}, farArticle.ID)
		},
		"rank of a position by holder, far": func() (int, error) {
			return p.PositionRank(ctx, store.PositionQuery{}, farPosition.ID)
		},
		"rank of a position of one stance": func() (int, error) {
			return p.PositionRank(ctx, store.PositionQuery{Stance: &stance}, farPosition.ID)
		},
		"rank of a statement, far": func() (int, error) {
			return p.StatementRank(ctx, store.StatementQuery{}, farStatement.ID)
		},
		"statements of one actor": func() (int, error) {
			rows, _, err := p.Statements(ctx, store.StatementQuery{Actor: filled.Actors[0], Page: page})
			return max(1, len(rows)), err
		},
		"record of one actor": func() (int, error) {
			rows, _, err := p.Record(ctx, store.EntityActor, filled.Actors[0], page)
			return len(rows), err
		},
		"names of actors": func() (int, error) {
			rows, err := p.Names(ctx, store.EntityActor)
			return len(rows), err
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				n, err := list()
				if err != nil || n == 0 {
					b.Fatalf("%d rows, %v", n, err)
				}
			}
		})
	}
}

// farRows returns rows far down their lists.
func farRows(b *testing.B, p *store.Project, stance store.Stance) (store.ArticleRow, store.PositionRow, store.StatementRow) {
	b.Helper()
	articles, _, err := p.Articles(b.Context(), store.ArticleQuery{Page: store.Page{Offset: 9000, Limit: 1}})
	if err != nil || len(articles) == 0 {
		b.Fatal("no article far down the list:", err)
	}
	positions, _, err := p.Positions(b.Context(), store.PositionQuery{Stance: &stance, Page: store.Page{Offset: 3500, Limit: 1}})
	if err != nil || len(positions) == 0 {
		b.Fatal("no position far down the list:", err)
	}
	statements, _, err := p.Statements(b.Context(), store.StatementQuery{Page: store.Page{Offset: 14_000, Limit: 1}})
	if err != nil || len(statements) == 0 {
		b.Fatal("no statement far down the list:", err)
	}
	return articles[0], positions[0], statements[0]
}

// BenchmarkMerge brings as much as there is into a project of the same size.
func BenchmarkMerge(b *testing.B) {
	folder := b.TempDir()
	var sides [2]string
	for i := range sides {
		p := filled(b, filepath.Join(folder, fmt.Sprint(i, ".standpoint")), storetest.Size{Articles: 500, Annotations: 5_000})
		sides[i] = p.Path()
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
	storetest.RunSlow(b, "5000 annotations", func(b *testing.B) {
		into := filepath.Join(b.TempDir(), "into.standpoint")
		changes := 0
		for b.Loop() {
			b.StopTimer()
			copyProject(b, sides[0], into)
			p, err := store.Open(b.Context(), into, store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			r, err := tryMerge(b.Context(), p, sides[1], restoreAll)
			if err != nil {
				b.Fatal(err)
			}
			changes += r.Changes
			b.StopTimer()
			if err := p.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		b.ReportMetric(float64(changes)/b.Elapsed().Seconds(), "changes/s")
	})
}

// filled makes a project with many rows.
func filled(b *testing.B, path string, size storetest.Size) *store.Project {
	b.Helper()
	p, err := store.Create(b.Context(), path, store.Options{Coder: filepath.Base(path)})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := storetest.Fill(b.Context(), p, size); err != nil {
		b.Fatal(err)
	}
	return p
}
