package suggest_test

import (
	"slices"
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
)

func TestAPositionAcceptedBeforeItsStatementRestsOnItOnceThatIsAcceptedToo(t *testing.T) {
	p, _ := proposalsIn(t, "“We oppose the harbour toll,” Mara Ellin told reporters.")
	accept := func(kind store.Kind) {
		t.Helper()
		n, err := suggest.AcceptAll(t.Context(), p, suggest.Query{Kinds: []store.Kind{kind}}, nil)
		if err != nil || n != 1 {
			t.Fatalf("%d of the kind %s were recorded, %v", n, kind, err)
		}
	}
	position := func() store.Annotation {
		t.Helper()
		articles, err := p.ArticlePage(t.Context(), store.ArticleQuery{Page: store.Page{Limit: 1}})
		if err != nil {
			t.Fatal(err)
		}
		all, err := p.Annotations(t.Context(), articles[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		return all[slices.IndexFunc(all, func(a store.Annotation) bool { return a.Kind == store.KindPosition })]
	}
	accept(store.KindPosition)
	if alone := position(); alone.Statement != (store.ID{}) {
		t.Fatalf("alone it rests on %s", alone.Statement)
	}
	accept(store.KindStatement)
	if tied := position(); tied.Statement == (store.ID{}) {
		t.Error("it rests on no statement")
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if alone := position(); alone.Statement != (store.ID{}) {
		t.Errorf("once the statement is taken back, it rests on %s", alone.Statement)
	}
}
