package panel

import (
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

func TestThePanelListsWhatIsInTheArticlesOfASavedSearch(t *testing.T) {
	p := newRoom(t, desktest.NewSample(t))
	p.scope.OnChanged(scopeProject)
	all := p.positions.Rows.Len()
	article := p.text.article
	var saved store.SavedSearch
	p.Write(t, func(b *store.Batch) (err error) {
		saved, err = b.SaveSearch(store.ID{}, "One outlet", store.ArticleFilter{Source: &article.Source, From: article.Published})
		return err
	})
	p.RenewScopes()
	p.scope.SetValue(saved.ID.String())
	p.scope.OnChanged(saved.ID.String())
	if n := p.positions.Rows.Len(); n == 0 || n >= all {
		t.Errorf("%d of %d positions are listed", n, all)
	}
	p.Write(t, func(b *store.Batch) error { return b.Delete(store.EntitySavedSearch, saved.ID) })
	p.RenewScopes()
	if n := p.positions.Rows.Len(); n != all || p.scope.Value() != scopeProject {
		t.Errorf("%d of %d positions are listed when the search is gone", n, all)
	}
}
