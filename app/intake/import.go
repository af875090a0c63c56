package intake

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"standpoint/store"
	"standpoint/store/say"
)

// Copy is a file whose text is in the project already, under another source or
// date, as a wire report is in several papers.
type Copy struct {
	Path  string
	First store.Article // the one that is there
}

// Remark is what is to be said about an article that was added: sentences on
// what was not understood, or in a way that may surprise.
type Remark struct {
	Path  string
	Notes []say.Sentence
}

// Joined is an article whose lines were joined into paragraphs.
type Joined struct {
	Path    string
	At      int // which article of the file, counted from 0
	Article store.Article
}

// Result is what an import did, each list in the order of the files.
type Result struct {
	Action  store.ID // what Undo takes back; zero if nothing was added
	Added   []store.Article
	Remarks []Remark
	Joined  []Joined
	Copies  []Copy // not added
	Failed  []Failure
}

// add adds what one batch did.
func (r *Result) add(s Result) {
	r.Added = append(r.Added, s.Added...)
	r.Remarks = append(r.Remarks, s.Remarks...)
	r.Joined = append(r.Joined, s.Joined...)
	r.Copies = append(r.Copies, s.Copies...)
	r.Failed = append(r.Failed, s.Failed...)
}

// DuplicateError says that a file's article, with the same text, source and
// date, is in the project.
type DuplicateError struct {
	Path  string
	First store.Article // the one that is there
}

// Error says so in English.
func (e *DuplicateError) Error() string { return e.Sentence().String() }

// Sentence says so.
func (e *DuplicateError) Sentence() say.Sentence {
	return say.Of("“%s” is in the project already: %s.", e.Path, cite(e.First))
}

// cite names an article by title, source and date.
func cite(a store.Article) string {
	parts := []string{"“" + a.Title + "”"}
	for _, part := range []string{a.Source, string(a.Published)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// Import adds the articles of text files under one action, which Undo takes
// back at once. Files that cannot be added are listed, and the others added.
// progress, which may be nil, is told after every batch how many files are
// done. When ctx is cancelled or the project cannot be written, what was
// committed stays and is in the result.
func Import(ctx context.Context, p *store.Project, paths []string, o Options, progress func(done, total int)) (Result, error) {
	return ImportReadings(ctx, p, ReadFiles(ctx, paths, o), len(paths), o, progress)
}

// ImportReadings adds articles that were read, as Import does. total is how many files they are of; each is closed by a reading that is its
// last.
func ImportReadings(ctx context.Context, p *store.Project, read iter.Seq[[]Reading], total int, o Options,
	progress func(done, total int),
) (Result, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	im := importer{project: p, options: o, total: total, known: total, progress: progress}
	for next := range inLanes(ctx, portions(read), prepared) {
		if ctx.Err() != nil {
			break
		}
		im.known += next.more
		for _, r := range next.readings {
			if im.isFull() {
				if err := im.write(ctx); err != nil {
					return im.result, err
				}
			}
			im.take(r)
		}
	}
	if err := ctx.Err(); err != nil && im.done < total {
		return im.result, say.Errorf("the import stopped after %d of %d files: %w", im.done, total, err)
	}
	return im.result, im.write(ctx)
}

// portion is some of what a file holds.
type portion struct {
	readings []Reading
	more     int // articles, but for the first of the file
}

// portions cuts what files hold, so that the articles of one file are prepared by several goroutines as well.
func portions(read iter.Seq[[]Reading]) iter.Seq[portion] {
	const most = 16
	return func(yield func(portion) bool) {
		isFirst := true // of a file
		for list := range read {
			if len(list) == 0 {
				continue
			}
			more := len(list)
			if isFirst {
				more--
			}
			isFirst = list[len(list)-1].Last
			for some := range slices.Chunk(list, most) {
				if !yield(portion{some, more}) {
					return
				}
				more = 0
			}
		}
	}
}

// prepared does what can be done of storing articles before the project is written.
func prepared(p portion) portion {
	for i := range p.readings {
		if r := &p.readings[i]; r.Err == nil {
			r.body, _ = store.PrepareBody(r.Draft.Body) // what cannot be stored is told of where it is added
		}
	}
	return p
}

// batch is what may be written at once.
type batch struct {
	files int
	size  int           // bytes of text
	time  time.Duration // of reading it; writing takes about as long
}

// Batches keep memory flat. Those that somebody waits for are short.
var (
	usualBatch = batch{files: 200, size: 2_000_000, time: 200 * time.Millisecond}
	shortBatch = batch{files: 50, size: 250_000, time: 50 * time.Millisecond}
)

func (o Options) batch() batch {
	if o.Beside {
		return shortBatch
	}
	return usualBatch
}

// Reading is an article as it was read, or why its file could not be.
type Reading struct {
	Path  string
	At    int // which of its file, counted from 0
	Draft Draft
	Err   error
	Last  bool // of its file

	body *store.PreparedBody // nil before it was prepared, and of what cannot be stored
}

// importer reads files without holding the project's writer, and writes what
// it read in batches.
type importer struct {
	project  *store.Project
	options  Options
	progress func(done, total int)
	total    int // files
	known    int // articles, as far as the files were read; of each other file one

	action  *store.LongAction // nil before the first batch
	pending []Reading
	size    int       // bytes pending, of texts and of files that are kept
	since   time.Time // when the first pending one was read
	done    int       // files
	result  Result
}

func (im *importer) take(r Reading) {
	if len(im.pending) == 0 {
		im.since = time.Now()
	}
	im.pending = append(im.pending, r)
	im.size += len(r.Draft.Body)
	if r.At == 0 {
		im.size += len(r.Draft.original)
	}
}

func (im *importer) isFull() bool {
	most := im.options.batch()
	return len(im.pending) >= most.files || im.size >= most.size || len(im.pending) > 0 && time.Since(im.since) >= most.time
}

// write adds what is pending.
func (im *importer) write(ctx context.Context) error {
	if len(im.pending) == 0 {
		return nil
	}
	if im.action == nil {
		im.action = im.project.Begin(im.title())
	}
	var written Result
	err := im.action.Batch(ctx, func(b *store.Batch) error {
		written = Result{}
		for _, r := range im.pending {
			if r.Err != nil {
				written.Failed = append(written.Failed, Failure{r.Path, r.Err})
				continue
			}
			if err := im.add(ctx, b, r, &written); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return say.Errorf("the import stopped after %d of %d files: %w", im.done, im.total, err)
	}
	im.result.add(written)
	im.result.Action = im.action.ID()
	for _, r := range im.pending {
		if r.Last {
			im.done++
		}
	}
	clear(im.pending)
	im.pending, im.size = im.pending[:0], 0
	im.progress(im.done, im.total)
	return nil
}

// title names the action by the number of articles, as far as it is known.
func (im *importer) title() store.Title {
	n := im.known
	for _, r := range im.pending {
		if r.Err != nil {
			n--
		}
	}
	return store.Title{Code: store.TitleImportArticles, Count: n}
}

// add adds the article of one file, or notes why not.
func (im *importer) add(ctx context.Context, b *store.Batch, r Reading, into *Result) error {
	if !im.options.Copies && r.body != nil {
		first, same, found, err := b.FindDuplicate(r.body.Hash(), r.Draft.Article.Source, r.Draft.Article.Published)
		if err != nil {
			return err
		}
		if found && !same {
			into.Copies = append(into.Copies, Copy{r.Path, first})
			return nil
		}
	}
	a, err := r.addTo(b)
	duplicate, refused := errors.AsType[*store.DuplicateError](err)
	switch {
	case refused:
		into.Failed = append(into.Failed, Failure{r.Path, &DuplicateError{r.Path, duplicate.First}})
	case store.CodeOf(err) == store.CodeInvalid: // one article that cannot be stored does not keep the others out
		into.Failed = append(into.Failed, Failure{r.Path, refusal(store.CodeInvalid, err, "“%s” cannot be stored. %v", r.Path, err)})
	case err != nil:
		return err
	default:
		if err := addHighlights(b, a, r.Draft); err != nil {
			return err
		}
		if err := keepFiles(ctx, b, r, into); err != nil {
			return err
		}
		if note := r.Draft.abstractNote(); note != "" {
			if err := b.SetNote(store.EntityArticle, a.ID, note); err != nil {
				return err
			}
		}
		into.Added = append(into.Added, a)
		if len(r.Draft.Notes) > 0 {
			into.Remarks = append(into.Remarks, Remark{r.Path, r.Draft.Notes})
		}
		if r.Draft.Joined > 0 {
			into.Joined = append(into.Joined, Joined{r.Path, r.At, a})
		}
	}
	return nil
}

// addTo adds the article to the project.
func (r Reading) addTo(b *store.Batch) (store.Article, error) {
	if r.body != nil {
		return b.AddPrepared(r.Draft.Article, r.body)
	}
	return b.AddArticle(r.Draft.Article, r.Draft.Body)
}

// keepFiles keeps the files of which an article came, if they are to be kept. One that has changed or gone since it was read is told of.
func keepFiles(ctx context.Context, b *store.Batch, r Reading, into *Result) error {
	if r.Draft.original != nil {
		if _, err := b.KeepOriginal(r.Draft.original); err != nil {
			return err
		}
	}
	if r.Draft.attached == nil {
		return nil
	}
	a := r.Draft.Article
	if data, err := r.Draft.attached(ctx); err == nil && store.HashFile(data) == a.AttachmentHash {
		_, err = b.KeepOriginal(data)
		return err
	}
	into.Remarks = append(into.Remarks, Remark{r.Path, []say.Sentence{say.Of("“%s” was not kept, as it has changed since it was read. "+
		"Import it again.", a.Attachment)}})
	return ctx.Err()
}
