package app

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/panel"
	"standpoint/store"
	"standpoint/store/storetest"
)

// longProject makes a project with 300 articles, of which several have each date, with three statements and as many positions in each.
func longProject(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "long.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 300, Annotations: 3000, Actors: 120, Issues: 90}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// longApp is a window over a project with 300 articles.
type longApp struct {
	*App
	rows        []store.ArticleRow // in the order of the list
	first, last int                // row of the list in sight
}

func newLongApp(t *testing.T) *longApp {
	t.Helper()
	path := longProject(t)
	a := &longApp{App: newSampleApp(t)}
	list := a.articles.List.List
	need := list.OnVisible
	list.OnVisible = func(first, last int) { a.first, a.last = first, last; need(first, last) }
	a.open(path)
	rows, _, err := a.Project.Articles(t.Context(), store.ArticleQuery{Sort: store.ArticlesByPublished})
	if err != nil || len(rows) != 300 {
		t.Fatalf("there are %d articles: %v", len(rows), err)
	}
	a.rows = rows
	return a
}

// mustBeAt checks that the article at a place of the list, counted from 1, is open and its row selected, read and in sight.
func (a *longApp) mustBeAt(t *testing.T, place int) {
	t.Helper()
	open := slices.IndexFunc(a.rows, func(r store.ArticleRow) bool { return r.ID == a.articles.Article().ID }) + 1
	list := a.articles.List
	if open != place || list.List.Selected() != place-1 {
		t.Fatalf("article %d is open and row %d selected, want %d", open, list.List.Selected()+1, place)
	}
	if _, read := list.Rows.Row(place - 1); !read || a.first > place-1 || a.last < place-1 {
		t.Fatalf("the row of article %d is read: %v; rows %d to %d are in sight", place, read, a.first+1, a.last+1)
	}
}

func TestTheNextArticleAfterAJumpFarDownTheListIsTheOneBelow(t *testing.T) {
	a := newLongApp(t)
	a.GoTo(desk.Place{Entity: store.EntityArticle, Article: a.rows[199].ID, ID: a.rows[199].ID})
	a.mustBeAt(t, 200)
	a.choose("Next Article")
	a.mustBeAt(t, 201)
	a.choose("Previous Article")
	a.choose("Previous Article")
	a.mustBeAt(t, 199)
}

// widenPanel has the panel show the whole project.
func (a *App) widenPanel(t testing.TB) {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.articles.Panel.Object()) {
		if s, ok := o.(*control.Select); ok && s.Value() == "article" {
			s.SetValue("project")
			s.OnChanged("project")
			return
		}
	}
	t.Fatal("the panel offers nothing but the article")
}

func TestTheNextArticleIsThatBelowTheOneOfTheCardThatWasOpened(t *testing.T) {
	a := newLongApp(t)
	a.widenPanel(t)
	a.articles.Panel.Show(panel.TabStatements)
	list := desktest.Find[*control.VirtualList](t, a.articles.Panel.Object())
	list.Focus()
	a.key(t, fyne.KeyEnd) // a row that has not been read until then
	all, total, err := a.Project.Statements(t.Context(), store.StatementQuery{Sort: store.StatementsByText})
	if err != nil || list.Selected() != total-1 {
		t.Fatalf("row %d of %d is selected: %v", list.Selected(), total, err)
	}
	a.key(t, fyne.KeyReturn)
	place := slices.IndexFunc(a.rows, func(r store.ArticleRow) bool { return r.ID == all[total-1].Article }) + 1
	a.mustBeAt(t, place)
	a.choose("Next Article")
	if place < len(a.rows) {
		a.mustBeAt(t, place+1)
	} else {
		a.mustBeAt(t, place)
	}
}

func TestThereIsNoArticleBeforeTheFirstAndAfterTheLast(t *testing.T) {
	a := newLongApp(t)
	for _, end := range []struct {
		place int
		step  string
	}{{1, "Previous Article"}, {300, "Next Article"}} {
		a.articles.Open(a.rows[end.place-1].ID)
		a.mustBeAt(t, end.place)
		a.choose(end.step)
		a.mustBeAt(t, end.place)
	}
}

// Who steps on and back again faster than articles are read stays where they were.
func TestSteppingBackBeforeTheNextArticleIsReadStays(t *testing.T) {
	b := newBusyApp(t)
	b.open(longProject(t))
	b.until(t, func() bool { return b.articles.HasArticle() && !b.articles.IsOpening() }, "no article was opened")
	open := b.articles.Article().ID
	var held []func()
	spawn := b.Work.Spawn
	b.Work.Spawn = func(f func()) { held = append(held, f) }
	b.choose("Next Article")
	if !b.articles.IsOpening() {
		t.Fatal("the next article is not being opened")
	}
	b.choose("Previous Article")
	b.Work.Spawn = spawn
	for _, f := range held {
		f()
	}
	said := false
	b.Work.OnUI(func() { said = true })
	b.until(t, func() bool { return said }, "what came back is not done")
	if at, _ := b.articles.List.Rows.Chosen(); b.articles.Article().ID != open || b.articles.IsOpening() || at != 0 {
		t.Errorf("another article is open than before, or row %d is selected", at)
	}
}

func TestTheOpenArticleStaysSelectedWhenOthersComeAndGo(t *testing.T) {
	a := newLongApp(t)
	a.articles.Open(a.rows[199].ID)
	a.Do(storetest.Titled("Delete"), func(b *store.Batch) error {
		for _, r := range a.rows[20:120] {
			if err := b.Delete(store.EntityArticle, r.ID); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { a.Failed(err) })
	all := a.rows
	a.rows = slices.Delete(slices.Clone(all), 20, 120)
	a.mustBeAt(t, 100)
	a.undo()
	a.rows = all
	a.mustBeAt(t, 200)
}

func TestTheLastRowOfALongListIsComeToBeforeItIsRead(t *testing.T) {
	a := newLongApp(t)
	a.articles.List.Focus()
	a.key(t, fyne.KeyEnd)
	a.mustBeAt(t, 300)
	a.articles.List.Focus()
	a.key(t, fyne.KeyHome)
	a.mustBeAt(t, 1)
}

// Of the searches for each beginning of a word only that for the whole word is read to its end.
func TestTypingAWordIntoTheSearchReadsOneQueryToItsEnd(t *testing.T) {
	b := newBusyApp(t)
	b.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	added := false
	b.Do(storetest.Titled("Add article"), func(w *store.Batch) error {
		_, err := w.AddArticle(store.Article{Title: "Talks"}, "Both sides agreed on ceasefires.")
		return err
	}, func(err error) { added = !b.Failed(err) })
	b.until(t, func() bool { return added }, "the article was not added")

	r := b.articles.Results
	begun, goOn := make(chan string, 100), make(chan struct{})
	var mu sync.Mutex
	ended := map[string]int{}
	wait := func(ctx context.Context, words string) {
		begun <- words
		select {
		case <-ctx.Done():
		case <-goOn:
		}
	}
	note := func(words string, err error) {
		if err == nil {
			mu.Lock()
			ended[words]++
			mu.Unlock()
		}
	}
	r.Find = func(p *store.Project, ctx context.Context, q store.SearchQuery) ([]store.Hit, error) {
		wait(ctx, q.Text)
		hits, err := p.Search(ctx, q)
		note(q.Text, err)
		return hits, err
	}
	r.Count = func(p *store.Project, ctx context.Context, words string) (int, error) {
		wait(ctx, words)
		n, err := p.SearchCount(ctx, words)
		note(words, err)
		return n, err
	}
	r.Field.Focus()
	for _, letter := range "ceasefires" {
		b.keyboard().TypedRune(letter)
		for range 2 { // rows and their number are being read when the next letter is typed
			select {
			case <-begun:
			case <-time.After(time.Minute):
				t.Fatal("nothing is looked for after a letter")
			}
		}
	}
	close(goOn)
	b.until(t, func() bool {
		mu.Lock()
		defer mu.Unlock()
		return r.Rows.Len() == 1 && ended["ceasefires"] == 2
	}, "the word was not found")
	mu.Lock()
	defer mu.Unlock()
	if diff := cmp.Diff(map[string]int{"ceasefires": 2}, ended); diff != "" {
		t.Errorf("queries read to their end (-want +got):\n%s", diff)
	}
}
