package storetest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"standpoint/store"
)

// SearchedArticles is among how many articles searches are measured, usually.
const SearchedArticles = 10_000

// SearchedIn is the path of a project in the folder, which is filled if it is not there. It has that many newly imported
// articles of 5 kB, in each of which the words “the” and “of” stand again and again, as they do in English ones, and in its
// title, too; each has one of the words “even” and “odd”, and the oldest alone has both. It is for all who ask, who must not
// write to it.
func SearchedIn(ctx context.Context, folder string, articles int) (string, error) {
	path := filepath.Join(folder, fmt.Sprintf("searched-%d%s", articles, extension))
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return path, err
	}
	return path, whole(path, func(path string) error {
		p, err := store.Create(ctx, path, store.Options{Coder: "Ada"})
		if err != nil {
			return err
		}
		return errors.Join(fillSearched(ctx, p, articles), p.Close())
	})
}

func fillSearched(ctx context.Context, p *store.Project, articles int) error {
	r := rand.New(rand.NewPCG(1, 2))
	long := p.Begin(Titled("Import"))
	for start := 0; start < articles; start += 100 {
		err := long.Batch(ctx, func(batch *store.Batch) error {
			for i := start; i < start+100; i++ {
				a, body := searchedArticle(r, i)
				if _, err := batch.AddArticle(a, body); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// searchedArticle is the article of that number; the oldest is the first.
func searchedArticle(r *rand.Rand, i int) (store.Article, string) {
	body := strings.ReplaceAll(Body(r, 4000), ". ", " of the same. ") + []string{" It is even.", " It is odd."}[i%2]
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/20)
	a := store.Article{
		Title: fmt.Sprint("The news of day ", i), Source: fmt.Sprintf("Wire %d", i%40), Published: store.Date(day.Format(time.DateOnly)),
	}
	if i == 0 {
		a.Source, body = "Forgotten Gazette", body+" It is odd, too, and forgotten."
	}
	if i%3 == 0 {
		a.Status = store.StatusCoded
	}
	return a, body
}
