// Package exchange turns a project into documents that other programs and scripts read and make, and such documents into
// a project. Here is our own JSON, which docs/json.md describes. What the files of a project look like inside, and how
// texts become articles, is left to store and intake.
package exchange

import (
	"context"
	"io"
	"path/filepath"

	"standpoint/store"
)

// Options says how to import a document.
type Options struct {
	Overwrite bool                  // change rows that differ; else they are only listed
	Progress  func(done, total int) // rows; may be nil
}

// Result is what an import did, and what it left as it was.
type Result struct {
	Added   map[store.Entity]int // rows that were not there
	Changed int                  // rows that differed and were changed, with Overwrite
	Same    int                  // rows that were there already
	Differ  []Difference         // rows that differ and were left as they are, without Overwrite
	Deleted []Row                // rows that were deleted here, or hang on such a row, and were not brought back
	Action  store.ID             // what Undo takes back; zero when nothing was written
}

// Row names a row of a document.
type Row struct {
	Entity store.Entity
	ID     store.ID
	Name   string // its name or title, or the beginning of its words
}

// Difference is a row that is another in the document than in the project.
type Difference struct {
	Row
	Fields []string // that differ, by their names in the document
}

// Import brings the document in r into the project, as one action. It adds the rows whose ids are absent, lists those that
// differ, changes them only with Overwrite, and never brings back what was deleted here. name is what messages call the
// document. All of it is checked before anything is written: an *InvalidError lists what is wrong, and the project is as
// it was, as it is after any other error.
func Import(ctx context.Context, p *store.Project, r io.Reader, name string, o Options) (Result, error) {
	found := &problems{}
	doc, err := read(r, found)
	if err != nil {
		return Result{}, err
	}
	known, err := newRegister(ctx, p, &doc)
	if err != nil {
		return Result{}, err
	}
	c := &checker{register: known, doc: &doc, found: found}
	if err := c.check(); err != nil {
		return Result{}, err
	}
	if err := found.err(name); err != nil {
		return Result{}, err
	}
	plan, err := newPlan(c, o)
	if err != nil {
		return Result{}, err
	}
	plan.result.Action, err = p.Do(ctx, "Import "+filepath.Base(name), func(b *store.Batch) error { return plan.write(ctx, b) })
	if err != nil {
		return Result{}, err
	}
	return plan.result, nil
}
