package directory

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/store"
)

func TestSeveralActorsOrIssuesAreMergedIntoOneOfThemByOneAction(t *testing.T) {
	for name, of := range map[string]struct {
		make  func(*desk.Desk) *Directory
		first string
	}{"actors": {NewActors, "Ilse Varonne"}, "issues": {NewIssues, "Freight toll"}} {
		t.Run(name, func(t *testing.T) {
			r := opened(t, of.make, of.first)
			stays := r.open
			rows := func() int {
				_, total, err := r.subject.rows(t.Context(), r.Project, listQuery{})
				if err != nil {
					t.Fatal(err)
				}
				return total
			}
			before := rows()
			r.list.focus()
			r.list.list.TypedShortcut(&fyne.ShortcutSelectAll{})
			if !r.Choose(r.words.mergeSeveral(before)) {
				t.Fatal("several cannot be merged")
			}
			r.Agree(t) // into the one that is open
			if got := rows(); got != 1 || r.open != stays {
				t.Errorf("%d of %d are left, and the one that was open is: %v", got, before, r.open == stays)
			}
			r.undo()
			if got := rows(); got != before {
				t.Errorf("after one Undo there are %d of %d", got, before)
			}
		})
	}
}

func TestADirectoryListsThoseInTheArticlesOfASavedSearchAndFollowsIt(t *testing.T) {
	r := opened(t, NewActors, "Ilse Varonne")
	articles, err := r.Project.ArticlePage(t.Context(), store.ArticleQuery{Sort: store.ArticlesByAnnotations, Page: store.Page{Limit: 1}})
	if err != nil {
		t.Fatal(err)
	}
	all := r.list.rows.Len()
	source, none := articles[0].Source, "Nobody's Paper"
	var saved store.SavedSearch
	r.Write(t, func(b *store.Batch) (err error) {
		saved, err = b.SaveSearch(store.ID{}, "One outlet", store.ArticleFilter{Source: &source})
		return err
	})
	if !r.list.scope.Visible() {
		t.Fatal("a saved search is not offered")
	}
	r.list.scope.SetValue(saved.ID.String())
	r.list.scope.OnChanged(saved.ID.String())
	if n := r.list.rows.Len(); n == 0 || n >= all {
		t.Errorf("%d of %d actors are listed", n, all)
	}
	r.Write(t, func(b *store.Batch) error {
		_, err := b.SaveSearch(saved.ID, "One outlet", store.ArticleFilter{Source: &none})
		return err
	})
	if n := r.list.rows.Len(); n != 0 {
		t.Errorf("%d actors are listed of a search that has become another", n)
	}
	r.Write(t, func(b *store.Batch) error { return b.Delete(store.EntitySavedSearch, saved.ID) })
	if n := r.list.rows.Len(); n != all || r.list.scope.Visible() {
		t.Errorf("%d of %d actors are listed when the search is gone", n, all)
	}
}
