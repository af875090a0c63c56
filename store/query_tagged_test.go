package store_test

import (
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// A tag that an article carries is on each of its statements and positions. In a list of that article alone it would tell none from
// another, so there only their own tags count.
func TestListsOfATagHoldWhatStandsInArticlesThatCarryIt(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 6, Annotations: 60})
	must(t, err)
	article := filled.Articles[2]
	statements, all, err := p.Statements(t.Context(), store.StatementQuery{Article: article})
	must(t, err)
	positions, allPositions, err := p.Positions(t.Context(), store.PositionQuery{Group: store.PositionsByTarget, Article: article})
	must(t, err)
	if all < 2 || allPositions < 2 {
		t.Fatalf("the article has %d statements and %d positions", all, allPositions)
	}
	var own, carried store.Tag
	_, err = p.Do(t.Context(), storetest.Titled("Tag"), func(b *store.Batch) (err error) {
		if own, err = b.AddTag(store.Tag{Name: "own"}); err != nil {
			return err
		}
		if carried, err = b.AddTag(store.Tag{Name: "carried"}); err != nil {
			return err
		}
		if err := b.SetTags(statements[0].ID, []store.ID{own.ID, carried.ID}); err != nil {
			return err
		}
		return b.TagArticles(carried.ID, article)
	})
	must(t, err)
	resting := 0
	for _, r := range positions {
		if r.Statement == statements[0].ID {
			resting++
		}
	}
	for name, want := range map[string]struct {
		tag, article          store.ID
		statements, positions int
	}{
		"its own":                         {own.ID, store.ID{}, 1, resting},
		"its article's":                   {carried.ID, store.ID{}, all, allPositions},
		"its article's, of that article":  {carried.ID, article, 1, resting},
		"its article's, of another":       {carried.ID, filled.Articles[1], 0, 0},
		"one that nothing has, of either": {store.NewID(), store.ID{}, 0, 0},
	} {
		_, n, err := p.Statements(t.Context(), store.StatementQuery{Article: want.article, Tag: want.tag})
		must(t, err)
		_, m, err := p.Positions(t.Context(), store.PositionQuery{Group: store.PositionsByTarget, Article: want.article, Tag: want.tag})
		must(t, err)
		if n != want.statements || m != want.positions {
			t.Errorf("%s: %d statements and %d positions are listed, want %d and %d", name, n, m, want.statements, want.positions)
		}
	}
}
