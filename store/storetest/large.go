package storetest

import (
	"context"
	"runtime"
	"sync"
)

// The sizes of the large projects that benchmarks measure. It takes from ten seconds to two minutes to fill one.
var (
	// Held has 50,000 positions.
	Held = Size{Articles: 10_000, Annotations: 167_000, Actors: 2_500, Issues: 200, Body: 200}
	// Listed has long lists of everything.
	Listed = Size{Articles: 10_000, Annotations: 50_000}
	// Tied is of a network of 1,000 actors.
	Tied = Size{Articles: 400, Annotations: 14_000, Actors: 1_000, Issues: 850}
	// Started is what the program starts with.
	Started = Size{Articles: 1000, Annotations: 20_000, Body: 2000}
	// Worked is what the window works in.
	Worked = Size{Articles: 1000, Annotations: 20_000, Body: 6000}
)

// Talks has ten statements in each of 1,000 articles, or of as many as STANDPOINT_ARTICLES says.
func Talks() Size {
	articles := Articles(1000)
	return Size{Articles: articles, Annotations: articles * 100 / 3, Body: 5000}
}

// Library has a statement or the like in each of 20,000 articles, or of as many as STANDPOINT_ARTICLES says.
func Library() Size {
	articles := Articles(20_000)
	return Size{Articles: articles, Annotations: articles, Actors: 500, Issues: 50}
}

// MakeLarge makes the large projects in a folder of fixtures, as many at once as there are processors: one after another, as
// benchmarks come to ask for them, they take twice as long. The first takes longest.
func MakeLarge(ctx context.Context, folder string) error {
	var makers []func() error
	for _, size := range []Size{Held, Listed, Library(), Talks(), Worked, Started, Tied} {
		makers = append(makers, func() error { _, err := keep(ctx, size.kept(folder), size); return err })
	}
	makers = append(makers, func() error { _, err := SearchedIn(ctx, folder, Articles(SearchedArticles)); return err })
	return inParallel(makers)
}

// inParallel does as many things at once as there are processors, and returns what went wrong first.
func inParallel(todo []func() error) error {
	var working sync.WaitGroup
	next := make(chan func() error, len(todo))
	failed := make(chan error, len(todo))
	for _, do := range todo {
		next <- do
	}
	close(next)
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for do := range next {
				if err := do(); err != nil {
					failed <- err
				}
			}
		})
	}
	working.Wait()
	close(failed)
	return <-failed
}
