// Package exchange brings rows that came from elsewhere into a project, and hands out the rows of a project to be written
// elsewhere. A format is a package below this one that makes a Document of a file, and a file of rows: standpoint is our own
// JSON. Whatever the format, Check says all that is wrong, Plan what would come, and Write writes it.
//
// What the files of a project look like inside, and how texts become articles, is left to store and intake.
package exchange

import (
	"context"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Options says how to write a document.
type Options struct {
	Overwrite bool                  // change rows that differ; else they are only listed
	Beside    bool                  // somebody works in the project meanwhile: in batches that a save can wait for
	Progress  func(done, total int) // rows, told after every batch; may be nil
}

// Result is what was done with a document, or would be, and what of the project was left as it was.
type Result struct {
	Added   map[store.Entity]int // rows that were not there
	Changed int                  // rows that differed and were changed, with Overwrite
	Same    int                  // rows that were there already
	Differ  []Difference         // rows that differ and were left as they are, without Overwrite
	Deleted []Named              // rows that were deleted here, or hang on such a row, and were not brought back
	Action  store.ID             // what Undo takes back; zero when nothing was written
}

// Named says which row of a document it is.
type Named struct {
	Entity store.Entity
	ID     store.ID
	Name   string // its name or title, or the beginning of its words
}

// named names a row. Of a long name its beginning is enough, and all that is kept.
func named(e store.Entity, id store.ID, name string) Named {
	const most = 100
	if short := []rune(name[:min(len(name), utf8.UTFMax*(most+1))]); len(short) > most {
		name = string(short[:most]) + "…"
	}
	return Named{e, id, strings.Clone(name)}
}

// Difference is a row that is another in the document than in the project.
type Difference struct {
	Named
	Fields []string // that differ, by their names in the document
}

// Checked is a document in which nothing is wrong.
type Checked struct {
	project *store.Project
	rows    *index
	name    string
}

// Check reads the whole document and looks at every row, in itself and beside those of the project. An *InvalidError lists
// all that is wrong, up to MostProblems; name is what messages call the document. Nothing is written.
func Check(ctx context.Context, p *store.Project, doc Document, name string) (*Checked, error) {
	found := &problems{doc: doc}
	rows, err := newIndex(doc, found, ctx.Err)
	if err != nil {
		return nil, err
	}
	known, err := newRegister(ctx, p, rows)
	if err != nil {
		return nil, err
	}
	if err := newChecker(known, found).check(); err != nil {
		return nil, err
	}
	if err := found.err(name); err != nil {
		return nil, err
	}
	return &Checked{project: p, rows: rows, name: name}, nil
}

// Plan says what Write would do now with the same options, and writes nothing. Rows that the project has and hides, as they
// hang on what was deleted, may be among the added: only writing finds them.
func (c *Checked) Plan(ctx context.Context, o Options) (Result, error) {
	p, err := c.plan(ctx, o, nil)
	if err != nil {
		return Result{}, err
	}
	p.only = true
	err = p.run()
	return p.result, err
}

// Write adds the rows whose ids are absent, lists those that differ, changes them only with Overwrite, and never brings back
// what was deleted here. Each row is read and checked once more before it is written, in batches of one action. When ctx is
// cancelled or the project cannot be written, what was committed stays, is in the result and goes with one Undo; writing
// the document again adds the rest.
func (c *Checked) Write(ctx context.Context, o Options) (Result, error) {
	p, err := c.plan(ctx, o, c.project.Begin(store.Title{Code: store.TitleImportFile, Name: text.Shown(filepath.Base(c.name))}))
	if err != nil {
		return Result{}, err
	}
	err = p.run()
	p.result.Action = p.writer.action.ID()
	if err != nil {
		err = say.Errorf("the import stopped after %d of %d rows: %w", p.writer.done, c.rows.total(), err)
	}
	return p.result, err
}

// plan makes ready to compare the document with the project as it is now.
func (c *Checked) plan(ctx context.Context, o Options, action *store.LongAction) (*plan, error) {
	known, err := newRegister(ctx, c.project, c.rows)
	if err != nil {
		return nil, err
	}
	return &plan{
		checker: newChecker(known, &problems{doc: c.rows.doc}), overwrite: o.Overwrite,
		result: Result{Added: map[store.Entity]int{}}, writer: newBatches(action, o, c.rows.total()),
	}, nil
}
