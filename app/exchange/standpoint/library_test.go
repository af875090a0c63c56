package standpoint_test

import (
	"bytes"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestCollectionsAndSavedSearchesComeThroughOurJSON(t *testing.T) {
	from, to := storetest.NewProject(t, "Ada"), storetest.NewProject(t, "Ben")
	wire, yes, support, unread := "Northern Wire", true, store.StanceSupport, store.StatusUnread
	_, err := from.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Talks", Source: wire}, "They met.")
		if err != nil {
			return err
		}
		c, err := b.AddCollection(store.Collection{Name: "Drawn", Sample: 60, Seed: 7})
		if err != nil {
			return err
		}
		if _, err := b.AddCollection(store.Collection{Name: "Empty"}); err != nil {
			return err
		}
		if _, err = b.SaveSearch(store.ID{}, "The Wire", store.ArticleFilter{
			Text: "met", Source: &wire, From: "2031-05", Status: &unread, Annotated: &yes, Collection: c.ID, Stance: &support,
		}); err != nil {
			return err
		}
		return b.Collect(c.ID, a.ID)
	})
	if err != nil {
		t.Fatal(err)
	}
	export := func(p *store.Project) string {
		var out bytes.Buffer
		if err := standpoint.Export(t.Context(), p, &out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	document := export(from)
	bring := func(document string, overwrite bool) exchange.Result {
		r, err := standpoint.Import(t.Context(), to, strings.NewReader(document), "library.json", exchange.Options{Overwrite: overwrite})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := bring(document, false); r.Added[store.EntityCollection] != 2 || r.Added[store.EntitySavedSearch] != 1 {
		t.Errorf("added were %v", r.Added)
	}
	if got := export(to); got != document {
		t.Errorf("what went out is\n%s\nand what came in\n%s", document, got)
	}
	if r := bring(document, false); len(r.Added) != 0 || len(r.Differ) != 0 {
		t.Errorf("importing it twice adds %v, and %v differ", r.Added, r.Differ)
	}
	other := strings.Replace(strings.Replace(document, `"sample": 60`, `"sample": 61`, 1), "The Wire", "Wires", 1)
	if r := bring(other, false); len(r.Differ) != 2 {
		t.Errorf("%v differ, want the collection and the search", r.Differ)
	}
	if r := bring(other, true); r.Changed != 2 || export(to) != other {
		t.Errorf("%d were changed, and there is now\n%s", r.Changed, export(to))
	}
}
