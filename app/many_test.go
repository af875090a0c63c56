package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// many are articles of which a test does something to all at once.
const many = 400

// withMany opens a project of many articles and returns their ids.
func (b *busyApp) withMany(t *testing.T) (path string, articles []store.ID) {
	t.Helper()
	path = b.made(t, "harbour")
	added := false
	b.Do(storetest.Titled("Fill"), func(w *store.Batch) error {
		for i := range many {
			a, err := w.AddArticle(store.Article{Title: fmt.Sprint("Letter ", i)}, fmt.Sprint("The harbour stays open, day ", i))
			if err != nil {
				return err
			}
			articles = append(articles, a.ID)
		}
		return nil
	}, func(err error) { added = !b.Failed(err) })
	b.until(t, func() bool { return added }, "the articles were not added")
	return path, articles
}

// setAll has articles be coded, as the library does.
func (b *busyApp) setAll(articles []store.ID, done func(error)) {
	set := store.EachRow(func(w *store.Batch, _ store.Entity, id store.ID) error {
		return w.UpdateArticle(id, func(a *store.Article) { a.Status = store.StatusCoded })
	})
	title := store.Title{Code: store.TitleSetStatuses, Count: len(articles)}
	b.DoRows(title, set, done, store.Rows{Entity: store.EntityArticle, IDs: articles})
}

// held stops what is written with the nth batch from now on, until goOn is called.
func (b *busyApp) held(t *testing.T, nth int64) (inBatch <-chan struct{}, goOn func()) {
	t.Helper()
	first, open := make(chan struct{}), make(chan struct{})
	var batches atomic.Int64
	t.Cleanup(b.Project.Subscribe(func(store.Event) {
		if batches.Add(1) == nth {
			close(first)
			<-open
		}
	}))
	return first, func() { close(open) }
}

// withStatus counts the articles of a project that have a status.
func withStatus(t *testing.T, p *store.Project, status store.Status) int {
	t.Helper()
	n, err := p.ArticleCount(t.Context(), store.ArticleFilter{Status: &status})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// tally counts the batches that touch articles, and the rows of the largest.
type tally struct{ batches, most atomic.Int64 }

func (b *busyApp) tallied(t *testing.T) *tally {
	t.Helper()
	n := &tally{}
	t.Cleanup(b.Project.Subscribe(func(e store.Event) {
		if e.Touches(store.EntityArticle) {
			n.batches.Add(1)
			n.most.Store(max(n.most.Load(), int64(len(e.Touched[store.EntityArticle]))))
		}
	}))
	return n
}

func TestASaveDuringAnActionOnManyRowsOrItsUndoWaitsForOneBatchAtMost(t *testing.T) {
	b := newBusyApp(t)
	_, articles := b.withMany(t)
	for _, what := range []struct {
		title string
		begin func()
		want  store.Status
	}{
		{"Set status of 400 articles", func() { b.setAll(articles, func(err error) { b.Failed(err) }) }, store.StatusCoded},
		{"Undo: Set status of 400 articles", b.Desk.Undo, store.StatusUnread},
		{"Redo: Set status of 400 articles", b.Desk.Redo, store.StatusCoded},
	} {
		n := b.tallied(t)
		inBatch, goOn := b.held(t, 1)
		what.begin()
		<-inBatch
		var before int64
		b.Keep(func(context.Context, *store.Project) error { before = n.batches.Load(); return nil })
		goOn()
		b.until(t, func() bool { r, _ := b.Work.Running(); return r.Title == what.title && r.Total == many }, what.title+" is not told")
		b.until(t, b.isIdle, what.title+" does not end")
		if before > 2 {
			t.Errorf("%s: a save waits for %d batches", what.title, before)
		}
		if n.batches.Load() < many/store.MostRows || n.most.Load() > store.MostRows {
			t.Errorf("%s takes %d batches, the largest of %d rows", what.title, n.batches.Load(), n.most.Load())
		}
		if n := withStatus(t, b.Project, what.want); n != many {
			t.Errorf("%s: %d articles have the status", what.title, n)
		}
		b.until(t, func() bool { return b.Told() != "" }, "nothing is told")
		b.Tell("")
	}
	history, _, err := b.Project.History(t.Context(), store.HistoryQuery{})
	if err != nil || len(history) != 4 {
		t.Errorf("the history has %d lines, want one for each action: %v", len(history), err)
	}
}

func TestAnActionOnManyRowsIsCancelledAndWhatIsDoneStaysOrIsTakenBack(t *testing.T) {
	for _, keep := range []bool{true, false} {
		b := newBusyApp(t)
		_, articles := b.withMany(t)
		inBatch, goOn := b.held(t, 2)
		var failed error
		b.setAll(articles, func(err error) { failed = err })
		<-inBatch
		b.Work.Cancel()
		goOn()
		b.until(t, func() bool { return strings.Contains(b.said(), "Take Back") }, "it is not asked what becomes of it")
		done := withStatus(t, b.Project, store.StatusCoded)
		if want := fmt.Sprintf("%d of 400 are done already", done); done == 0 || done == many || !strings.Contains(b.said(), want) {
			t.Errorf("%d articles are set, said is %q", done, b.said())
		}
		if !errors.Is(failed, context.Canceled) {
			t.Errorf("who asked for it is told %v", failed)
		}
		b.answer(t, keep)
		b.until(t, b.isIdle, "it is not taken back")
		want := map[bool]int{true: done}[keep]
		b.until(t, func() bool { return withStatus(t, b.Project, store.StatusCoded) == want }, "it does not become what was answered")
		if keep {
			b.Desk.Undo()
			b.until(t, func() bool { return withStatus(t, b.Project, store.StatusCoded) == 0 }, "one Undo does not take back what was kept")
		}
	}
}

func TestUndoInTheMiddleOfAnActionOnManyRowsTakesItBackAndEndsIt(t *testing.T) {
	b := newBusyApp(t)
	_, articles := b.withMany(t)
	inBatch, goOn := b.held(t, 1)
	ended := false
	b.setAll(articles, func(error) { ended = true })
	b.Desk.Undo()
	<-inBatch
	goOn()
	b.until(t, func() bool { return ended && b.isIdle() }, "it does not end")
	b.until(t, func() bool { return strings.HasPrefix(b.Told(), "Undone: Set status of 400 articles") }, "it is not told that it is undone")
	if n := withStatus(t, b.Project, store.StatusUnread); n != many || b.said() != "" {
		t.Errorf("%d articles are as before; said is %q", n, b.said())
	}
}

func TestAnActionOnManyRowsIsDoneWholeThoughAnotherProjectIsOpenedOrTheWindowIsClosed(t *testing.T) {
	for name, leave := range map[string]func(*testing.T, *busyApp) (left func() bool){
		"another project": func(t *testing.T, b *busyApp) func() bool {
			b.projects.create(filepath.Join(t.TempDir(), "other.standpoint"))
			return func() bool { return b.Project != nil && b.Project.Name() == "other" && b.isIdle() }
		},
		"the window": func(_ *testing.T, b *busyApp) func() bool {
			closed := false
			b.Window.SetOnClosed(func() { closed = true })
			b.projects.quit()
			return func() bool { return closed }
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBusyApp(t)
			path, articles := b.withMany(t)
			inBatch, goOn := b.held(t, 1)
			b.setAll(articles, func(error) { t.Error("what comes of it is shown in another project") })
			<-inBatch
			was := b.Project
			left := leave(t, b)
			b.until(t, func() bool { return b.Project != was }, "the window stays with the project until all is done")
			goOn()
			b.until(t, left, "the project is not left")
			p, err := store.Open(t.Context(), path, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { mustDo(t, p.Close()) }()
			if n := withStatus(t, p, store.StatusCoded); n != many || p.Warnings() != nil {
				t.Errorf("%d articles are set: %v", n, p.Warnings())
			}
			if report, err := p.Check(t.Context(), nil); err != nil || !report.OK() {
				t.Errorf("%+v, %v", report, err)
			}
			if _, err := p.Undo(t.Context()); err != nil || withStatus(t, p, store.StatusUnread) != many {
				t.Errorf("%d articles are as before after one Undo: %v", withStatus(t, p, store.StatusUnread), err)
			}
		})
	}
}
