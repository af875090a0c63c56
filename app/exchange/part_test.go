package exchange_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
	"standpoint/store"
)

// part returns a part of a project as a document.
func part(t testing.TB, p *store.Project, of exchange.Part) string {
	t.Helper()
	var out bytes.Buffer
	if err := standpoint.ExportPart(t.Context(), p, of, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPartHoldsOnlyWhatItsArticlesName(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	of := rows[slices.IndexFunc(rows, func(r store.ArticleRow) bool { return r.Statements > 0 })]
	one := part(t, p, exchange.Part{In: store.ArticleFilter{Source: &of.Source}})
	for _, r := range rows {
		if got, want := strings.Contains(one, r.ID.String()), r.Source == of.Source; got != want {
			t.Errorf("the article of %s is in it: %v", r.Source, got)
		}
	}
	whole, other := mustExport(t, p), open(t)
	mustImport(t, other, one, exchange.Options{})
	before, err := p.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	after, err := other.Counts(t.Context())
	if err != nil || after.Actors >= before.Actors || after.Issues >= before.Issues || after.Actors == 0 {
		t.Errorf("of %+v there is %+v, %v", before, after, err)
	}
	result := mustImport(t, other, whole, exchange.Options{})
	if result.Changed+len(result.Differ) > 0 {
		t.Errorf("the whole beside its part: %+v", result)
	}
	if err := standpoint.ExportPart(t.Context(), p, exchange.Part{Articles: []store.ID{store.NewID()}}, &bytes.Buffer{}); store.CodeOf(err) !=
		store.CodeNotFound {
		t.Errorf("an article that is not there: %v", err)
	}
}
