package app

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
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
	list := a.leftList()
	need := list.OnVisible
	list.OnVisible = func(first, last int) { a.first, a.last = first, last; need(first, last) }
	a.projects.open(path)
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
	list := a.leftList()
	if open != place || list.Selected() != place-1 {
		t.Fatalf("article %d is open and row %d selected, want %d", open, list.Selected()+1, place)
	}
	read := slices.ContainsFunc(test.LaidOutObjects(list), func(o fyne.CanvasObject) bool {
		line, ok := o.(*control.RichLine)
		return ok && line.Text() == a.rows[place-1].Title
	})
	if !read || a.first > place-1 || a.last < place-1 {
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
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		s, ok := o.(*control.Select)
		switch {
		case ok && s.Value() == "article":
			s.SetValue("project")
			s.OnChanged("project")
			return
		case ok && s.Value() == "project":
			return
		}
	}
	t.Fatal("the panel offers nothing but the article")
}

func TestTheNextArticleIsThatBelowTheOneOfTheCardThatWasOpened(t *testing.T) {
	a := newLongApp(t)
	a.widenPanel(t)
	a.choose("Statements")
	list := a.panelList()
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

// The newest that fits is seen, not the end of what is left.
func TestAFilterWithoutTheOpenArticleShowsItsFirstRow(t *testing.T) {
	a := newLongApp(t)
	outlet := a.rows[0].Source
	at := slices.IndexFunc(a.rows[200:], func(r store.ArticleRow) bool { return r.Source != outlet }) + 200
	a.articles.OpenAt(a.rows[at].ID, nil)
	a.mustBeAt(t, at+1)
	a.choose("Filter the Articles")
	a.pickFilter(t, "any source", outlet)
	if a.chip(outlet) == nil || a.first != 0 {
		t.Errorf("the articles of %s are listed from row %d on", outlet, a.first+1)
	}
}

func TestThereIsNoArticleBeforeTheFirstAndAfterTheLast(t *testing.T) {
	a := newLongApp(t)
	for _, end := range []struct {
		place int
		step  string
	}{{1, "Previous Article"}, {300, "Next Article"}} {
		a.articles.OpenAt(a.rows[end.place-1].ID, nil)
		a.mustBeAt(t, end.place)
		a.choose(end.step)
		a.mustBeAt(t, end.place)
	}
}

func TestTheOpenArticleStaysSelectedWhenOthersComeAndGo(t *testing.T) {
	a := newLongApp(t)
	a.articles.OpenAt(a.rows[199].ID, nil)
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
	a.edits.undo()
	a.rows = all
	a.mustBeAt(t, 200)
}

func TestTheLastRowOfALongListIsComeToBeforeItIsRead(t *testing.T) {
	a := newLongApp(t)
	a.leftList().Focus()
	a.key(t, fyne.KeyEnd)
	a.mustBeAt(t, 300)
	a.leftList().Focus()
	a.key(t, fyne.KeyHome)
	a.mustBeAt(t, 1)
}
