package app

import (
	"context"

	"standpoint/app/exchange/standpoint"
	"standpoint/app/intake"
	"standpoint/app/words"
)

// find sorts what is to be brought in, the files and those in folders, into files with articles and documents of our JSON.
func (r *brought) find(ctx context.Context, paths []string) (articles, documents []string) {
	found := intake.Find(ctx, paths)
	for _, file := range found.Files {
		if standpoint.IsNamed(file) {
			documents = append(documents, file)
		} else {
			articles = append(articles, file)
		}
	}
	for _, f := range found.Failed {
		r.refused = append(r.refused, words.Error(f.Err))
	}
	r.passed = found.Passed
	return articles, documents
}
