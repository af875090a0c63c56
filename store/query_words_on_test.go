package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestTheWordsOfPositionsOnIssuesAreTheirOwnOrThoseOfTheStatement(t *testing.T) {
	s := newScene(t)
	var own, onActor store.Annotation
	do(t, s.Project, "Record", func(b *store.Batch) (err error) {
		add := func(target store.Target) (store.Annotation, error) {
			return b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindPosition, Anchor: anchor(t, s.body, "a ceasefire"), Target: target,
			})
		}
		if own, err = add(store.Target{Issue: s.ceasefire.ID}); err != nil {
			return err
		}
		onActor, err = add(store.Target{Actor: s.venn.ID})
		return err
	})
	statements, _, err := s.Statements(t.Context(), store.StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	said := statements[slices.IndexFunc(statements, func(r store.StatementRow) bool { return r.ID == s.statement.ID })].Quote
	want := []store.WordsOn{{s.position.ID, s.ceasefire.ID, said}, {own.ID, s.ceasefire.ID, "a ceasefire"}}
	byPosition := func(a, b store.WordsOn) int { return slices.Compare(a.Position[:], b.Position[:]) }
	slices.SortFunc(want, byPosition)
	for name, of := range map[string]func() ([]store.WordsOn, error){
		"of all":      func() ([]store.WordsOn, error) { return s.WordsOnIssues(t.Context()) },
		"of an issue": func() ([]store.WordsOn, error) { return s.WordsOnIssues(t.Context(), s.ceasefire.ID) },
	} {
		got, err := of()
		slices.SortFunc(got, byPosition)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s they are %+v, want %+v, %v", name, got, want, err)
		}
	}
	if got, err := s.WordsOnIssues(t.Context(), s.venn.ID); err != nil || len(got) != 0 {
		t.Errorf("on an actor they are %+v, %v", got, err)
	}

	among := func() map[store.ID]store.WordsOn {
		got, err := s.WordsOnIssuesAmong(t.Context(), []store.ID{s.statement.ID, own.ID, onActor.ID})
		if err != nil {
			t.Fatal(err)
		}
		all := map[store.ID]store.WordsOn{}
		for _, w := range got {
			all[w.Position] = w
		}
		return all
	}
	got := among()
	if len(got) != 4 || got[s.position.ID].Words != said || got[own.ID].Words != "a ceasefire" {
		t.Errorf("with what rests on a statement they are %+v", got)
	}
	if got[onActor.ID].Issue != (store.ID{}) || got[s.statement.ID].Issue != (store.ID{}) {
		t.Errorf("what is on no issue is on one: %+v", got)
	}
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.statement.ID) })
	if got := among(); got[s.position.ID].Issue != (store.ID{}) || got[own.ID].Issue != s.ceasefire.ID {
		t.Errorf("without the statement they are %+v", got)
	}
}
