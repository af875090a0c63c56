// Package exchange turns a project into documents that other programs and scripts read and make, and such documents into
// a project. Here is our own JSON, which docs/json.md describes. What the files of a project look like inside, and how
// texts become articles, is left to store and intake.
package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

// Options says how to import a document.
type Options struct {
	Overwrite bool                  // change rows that differ; else they are only listed
	Beside    bool                  // somebody works in the project meanwhile: in batches that a save can wait for
	Progress  func(done, total int) // rows, told after every batch; may be nil
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

// rowOf names a row. Of a long name its beginning is enough, and all that is kept.
func rowOf(e store.Entity, id store.ID, name string) Row {
	const most = 100
	if short := []rune(name[:min(len(name), utf8.UTFMax*(most+1))]); len(short) > most {
		name = string(short[:most]) + "…"
	}
	return Row{e, id, strings.Clone(name)}
}

// Difference is a row that is another in the document than in the project.
type Difference struct {
	Row
	Fields []string // that differ, by their names in the document
}

// Import brings the document in r into the project, as one action. It adds the rows whose ids are absent, lists those that
// differ, changes them only with Overwrite, and never brings back what was deleted here. name is what messages call the
// document.
//
// All of it is checked before anything is written: an *InvalidError lists what is wrong, and the project is as it was. Then it
// is written in batches. When ctx is cancelled or the project cannot be written, what was committed stays, is in the result
// and goes with one Undo; importing the document again adds the rest. Of the document only a row is in memory at a time: r is
// read several times if it is a file, and copied into a temporary one if not.
func Import(ctx context.Context, p *store.Project, r io.Reader, name string, o Options) (_ Result, err error) {
	src, err := newSource(r)
	if err != nil {
		return Result{}, err
	}
	defer func() { err = errors.Join(err, src.close()) }()
	found := &problems{}
	doc, err := newContents(src, found)
	if err != nil {
		return Result{}, err
	}
	known, err := newRegister(ctx, p, doc)
	if err != nil {
		return Result{}, err
	}
	if err := newChecker(known, found).check(); err != nil {
		return Result{}, err
	}
	if err := found.err(name); err != nil {
		return Result{}, err
	}
	plan := &plan{
		checker: newChecker(known, &problems{}), overwrite: o.Overwrite, result: Result{Added: map[store.Entity]int{}},
		writer: newBatches(p.Begin(text.Shown("Import "+filepath.Base(name))), o, doc.total()),
	}
	err = plan.run()
	plan.result.Action = plan.writer.action.ID()
	if err != nil {
		err = fmt.Errorf("the import stopped after %d of %d rows: %w", plan.writer.done, doc.total(), err)
	}
	return plan.result, err
}
