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

func TestCollectionsSavedSearchesAndPresetsComeThroughOurJSON(t *testing.T) {
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
		if _, err = b.SavePreset(store.ID{}, "Weekly", `{"marks":["position"],"later":{"a":[1.50,true,null,"<b>"]}}`); err != nil {
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
	if r := bring(document, false); r.Added[store.EntityCollection] != 2 || r.Added[store.EntitySavedSearch] != 1 ||
		r.Added[store.EntityPreset] != 1 {
		t.Errorf("added were %v", r.Added)
	}
	if got := export(to); got != document {
		t.Errorf("what went out is\n%s\nand what came in\n%s", document, got)
	}
	if r := bring(document, false); len(r.Added) != 0 || len(r.Differ) != 0 {
		t.Errorf("importing it twice adds %v, and %v differ", r.Added, r.Differ)
	}
	other := strings.Replace(strings.Replace(document, `"sample": 60`, `"sample": 61`, 1), "The Wire", "Wires", 1)
	other = strings.Replace(other, `"position"`, `"mention"`, 1)
	if r := bring(other, false); len(r.Differ) != 3 {
		t.Errorf("%v differ, want the collection, the search and the preset", r.Differ)
	}
	if r := bring(other, true); r.Changed != 3 || export(to) != other {
		t.Errorf("%d were changed, and there is now\n%s", r.Changed, export(to))
	}
}

func TestAPresetWithoutChoicesIsRefused(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	for options, want := range map[string]string{
		``: "presets[0].options: It is missing.", `, "options": null`: "presets[0].options: Expected an object",
		`, "options": [1]`: "Expected an object",
		`, "options": {"a": ` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`: "nested more than 32 deep",
		`, "options": {"a": }`: "presets[0].options",
	} {
		document := `{"standpoint": 1, "presets": [{"id": "01970000-0000-7000-8000-000000000001", "name": "Weekly"` + options + `}]}`
		_, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "presets.json", exchange.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", options, err)
		}
	}
}
