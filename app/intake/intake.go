// Package intake turns files of many formats into articles.
package intake

import (
	"context"
	"errors"

	"standpoint/store"
)

// Draft is an article as it was read, not yet in a project.
type Draft struct {
	Article store.Article
	Body    string
	Notes   []string
}

// Options say what an import may do.
type Options struct {
	Copies bool // add articles whose body is in the project already, under another source or date
}

// Failure is a file that was refused, and why.
type Failure struct {
	Path string
	Err  error
}

// Copy is a file whose body is in the project already.
type Copy struct {
	Path  string
	First store.Article
}

// Result is what an import did.
type Result struct {
	Added  []store.Article
	Copies []Copy
	Failed []Failure
}

// Parse reads an article from the bytes of a text file.
func Parse(name string, data []byte) (Draft, error) { return Draft{}, errors.New("not yet") }

// Import adds the articles of text files.
func Import(ctx context.Context, p *store.Project, paths []string, o Options, progress func(done, total int)) (Result, error) {
	return Result{}, errors.New("not yet")
}
