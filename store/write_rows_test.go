package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
)

// mostInBatch is how many rows an action on many may write at once.
const mostInBatch = 50

// manyArticles makes a project with so many articles.
func manyArticles(t testing.TB, n int) (*store.Project, []store.ID) {
	t.Helper()
	p := storetest.NewProject(t, "Ada")
	articles := make([]store.ID, n)
	if _, err := p.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) error {
		for i := range articles {
			a, err := b.AddArticle(store.Article{Title: fmt.Sprint("Harbour ", i)}, fmt.Sprint("Talks go on, day ", i))
			if err != nil {
				return err
			}
			articles[i] = a.ID
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return p, articles
}

// setStatus begins to give articles a status.
func setStatus(p *store.Project, status store.Status, articles []store.ID) *store.RowAction {
	set := store.EachRow(func(b *store.Batch, _ store.Entity, id store.ID) error {
		return b.UpdateArticle(id, func(a *store.Article) { a.Status = status })
	})
	title := store.Title{Code: store.TitleSetStatuses, Count: len(articles)}
	return p.BeginRows(title, set, store.Rows{Entity: store.EntityArticle, IDs: articles})
}

// next is what writes in batches.
type next interface {
	Next(ctx context.Context) (more bool, err error)
}

// finish writes all that is left.
func finish(t testing.TB, s next) {
	t.Helper()
	for more := true; more; {
		var err error
		if more, err = s.Next(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// fataler is a test, or a case of one.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

// statuses are how many articles have each status.
func statuses(t fataler, p *store.Project) map[store.Status]int {
	t.Helper()
	rows, _, err := p.Articles(context.Background(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	n := map[store.Status]int{}
	for _, a := range rows {
		n[a.Status]++
	}
	return n
}

func wantStatuses(t testing.TB, p *store.Project, when string, want map[store.Status]int) {
	t.Helper()
	if got := statuses(t, p); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s the articles have %v, want %v", when, got, want)
	}
}

// batchesOf counts the rows of each batch from now on.
func batchesOf(t testing.TB, p *store.Project) *[]int {
	t.Helper()
	var sizes []int
	t.Cleanup(p.Subscribe(func(e store.Event) {
		n := 0
		for _, ids := range e.Touched {
			n += len(ids)
		}
		sizes = append(sizes, n)
	}))
	return &sizes
}

func wantBatches(t *testing.T, what string, sizes *[]int, rows int) {
	t.Helper()
	all := 0
	for _, n := range *sizes {
		all += n
	}
	if all != rows || len(*sizes) < rows/mostInBatch || slices.Max(*sizes) > mostInBatch {
		t.Errorf("%s %d rows takes batches of %v", what, rows, *sizes)
	}
	*sizes = nil
}

func TestAnActionOnManyRowsIsWrittenInBatchesAndIsOne(t *testing.T) {
	p, articles := manyArticles(t, 260)
	before, _, err := p.History(t.Context(), store.HistoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	sizes := batchesOf(t, p)
	finish(t, setStatus(p, store.StatusCoded, articles))
	wantBatches(t, "setting", sizes, 260)
	wantStatuses(t, p, "afterwards", map[store.Status]int{store.StatusCoded: 260})
	history, _, err := p.History(t.Context(), store.HistoryQuery{})
	if err != nil || len(history) != len(before)+1 {
		t.Errorf("the history has %d lines more: %v", len(history)-len(before), err)
	}

	undo := p.BeginUndo()
	finish(t, undo)
	wantBatches(t, "undoing", sizes, 260)
	wantStatuses(t, p, "after one undo", map[store.Status]int{store.StatusUnread: 260})
	if r := undo.Result(); r.Title.Code != store.TitleSetStatuses || r.Nothing || len(r.Kept) > 0 {
		t.Errorf("undone is %+v", r)
	}
	if _, err := p.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantBatches(t, "redoing", sizes, 260)
	wantStatuses(t, p, "after one redo", map[store.Status]int{store.StatusCoded: 260})
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantStatuses(t, p, "after undo, redo and undo", map[store.Status]int{store.StatusUnread: 260})
}

func TestAnActionOnFewRowsIsOneBatch(t *testing.T) {
	p, articles := manyArticles(t, mostInBatch)
	sizes := batchesOf(t, p)
	if more, err := setStatus(p, store.StatusCoded, articles).Next(t.Context()); more || err != nil || len(*sizes) != 1 {
		t.Errorf("there is more: %v, batches are %v: %v", more, *sizes, err)
	}
}

func TestUndoOfAnActionThatIsBeingWrittenEndsIt(t *testing.T) {
	p, articles := manyArticles(t, 200)
	a := setStatus(p, store.StatusCoded, articles)
	if more, err := a.Next(t.Context()); !more || err != nil {
		t.Fatalf("there is more: %v, %v", more, err)
	}
	undo := p.BeginUndo()
	if _, err := undo.Next(t.Context()); err != nil {
		t.Fatal(err)
	}
	if more, err := a.Next(t.Context()); more || err != nil || !a.IsTakenBack() {
		t.Errorf("there is more: %v, it is taken back: %v, %v", more, a.IsTakenBack(), err)
	}
	finish(t, undo)
	wantStatuses(t, p, "afterwards", map[store.Status]int{store.StatusUnread: 200})
}

func TestRedoOfAnUndoThatIsBeingWrittenEndsIt(t *testing.T) {
	p, articles := manyArticles(t, 200)
	finish(t, setStatus(p, store.StatusCoded, articles))
	undo := p.BeginUndo()
	if more, err := undo.Next(t.Context()); !more || err != nil {
		t.Fatalf("there is more: %v, %v", more, err)
	}
	if _, err := p.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if more, err := undo.Next(t.Context()); more || err != nil {
		t.Errorf("there is more: %v, %v", more, err)
	}
	wantStatuses(t, p, "afterwards", map[store.Status]int{store.StatusCoded: 200})
}

func TestRowsThatAreGoneByThenAreLeftOut(t *testing.T) {
	p, articles := manyArticles(t, 120)
	a := setStatus(p, store.StatusCoded, articles)
	if _, err := a.Next(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error {
		return b.Delete(store.EntityArticle, articles[119])
	}); err != nil {
		t.Fatal(err)
	}
	finish(t, a)
	wantStatuses(t, p, "afterwards", map[store.Status]int{store.StatusCoded: 119})
}

func TestAnActionThatFailsInTheMiddleSaysHowFarItCame(t *testing.T) {
	p, articles := manyArticles(t, 200)
	refused := store.NewError(store.CodeInvalid, nil, "Not this one.")
	set := store.EachRow(func(b *store.Batch, _ store.Entity, id store.ID) error {
		if id == articles[150] {
			return refused
		}
		return b.UpdateArticle(id, func(a *store.Article) { a.Status = store.StatusCoded })
	})
	a := p.BeginRows(store.Title{Code: store.TitleSetStatuses, Count: 200}, set, store.Rows{Entity: store.EntityArticle, IDs: articles})
	var err error
	for more := true; more; {
		more, err = a.Next(t.Context())
	}
	done, total := a.Done()
	want := fmt.Sprintf("the action stopped after %d of 200 rows: Not this one.", done)
	if !errors.Is(err, refused) || err.Error() != want || total != 200 {
		t.Errorf("%v, want %q", err, want)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantStatuses(t, p, "when that is undone", map[store.Status]int{store.StatusUnread: 200})
}

// What is asked for while an action on many rows is written comes to the same as if all were done one after another, and undoing it all
// leaves nothing of it. An action begins when it is asked for, and goes on when those before it are done.
func TestWhatIsWrittenBetweenTheBatchesOfActionsComesToTheSame(t *testing.T) {
	const n = 110
	all := []store.Status{store.StatusUnread, store.StatusInProgress, store.StatusCoded, store.StatusReviewed}
	p, articles := manyArticles(t, n)
	ctx := context.Background()
	began := p.UndoTitle()
	undoAll := func(rt *rapid.T) {
		for p.UndoTitle() != began {
			if _, err := p.Undo(ctx); err != nil {
				rt.Fatal(err)
			}
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		undoAll(rt) // what a case that failed has left
		want := make([]store.Article, n)
		var open []*store.RowAction
		goOn := func() {
			more, err := open[0].Next(ctx)
			if err != nil {
				rt.Fatal(err)
			}
			if !more {
				open = open[1:]
			}
		}
		act := func() {
			status, first := rapid.SampledFrom(all).Draw(rt, "status"), rapid.IntRange(0, n-55).Draw(rt, "first")
			for i := first; i < n; i++ {
				want[i].Status = status
			}
			if open = append(open, setStatus(p, status, articles[first:])); len(open) == 1 {
				goOn()
			} else if err := open[len(open)-1].Reserve(ctx); err != nil {
				rt.Fatal(err)
			}
		}
		save := func(i int, set func(*store.Article)) {
			before, err := p.Article(ctx, articles[i])
			if err != nil {
				rt.Fatal(err)
			}
			after := before
			if set(&after); after == before { // who sees it as it is to be asks for nothing
				return
			}
			if _, err := p.Do(ctx, storetest.Titled("Set"), func(b *store.Batch) error { return b.UpdateArticle(articles[i], set) }); err != nil {
				rt.Fatal(err)
			}
			set(&want[i])
		}
		for range rapid.IntRange(1, 10).Draw(rt, "steps") {
			i := rapid.IntRange(0, n-1).Draw(rt, "article")
			switch what := rapid.IntRange(0, 3).Draw(rt, "what"); {
			case what == 0:
				act()
			case what == 1 && len(open) > 0:
				goOn()
			case what == 2:
				section := rapid.StringMatching("[a-e]").Draw(rt, "section")
				save(i, func(a *store.Article) { a.Section = section })
			case what == 3:
				status := rapid.SampledFrom(all).Draw(rt, "own status")
				save(i, func(a *store.Article) { a.Status = status })
			}
		}
		for len(open) > 0 {
			goOn()
		}
		rows, _, err := p.Articles(ctx, store.ArticleQuery{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, a := range rows {
			if i := slices.Index(articles, a.ID); a.Status != want[i].Status || a.Section != want[i].Section {
				rt.Fatalf("article %d has %q, %q, want %q, %q", i, a.Status, a.Section, want[i].Status, want[i].Section)
			}
		}
		undoAll(rt)
		if got := statuses(rt, p); got[store.StatusUnread] != n {
			rt.Fatalf("when all is undone the articles have %v", got)
		}
	})
	if report, err := p.Check(t.Context(), nil); err != nil || !report.OK() {
		t.Errorf("%+v, %v", report, err)
	}
}
