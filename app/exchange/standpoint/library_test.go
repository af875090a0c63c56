package standpoint_test

import (
	"bytes"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
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

// writeReport writes a report into a project, and returns it.
func writeReport(t *testing.T, p *store.Project) (report store.ID, items []store.ReportItem) {
	t.Helper()
	_, err := p.Do(t.Context(), storetest.Titled("Write"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Talks", Published: "2031-05-16"}, "They met.")
		if err != nil {
			return err
		}
		body, err := b.Body(a.Body)
		if err != nil {
			return err
		}
		anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: 4})
		if err != nil {
			return err
		}
		venn, err := b.AddActor(store.Actor{Name: "Orla Venn"})
		if err != nil {
			return err
		}
		lost, err := b.AddActor(store.Actor{Name: "Venn"})
		if err != nil {
			return err
		}
		said, err := b.AddAnnotation(store.Annotation{
			Article: a.ID, Kind: store.KindStatement, Anchor: anchor,
			Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: venn.ID}},
		})
		if err != nil {
			return err
		}
		r, err := b.AddReport(store.Report{Title: "Who wants what"})
		if err != nil {
			return err
		}
		report = r.ID
		quote := store.ReportItem{
			Kind: store.ItemQuote, Of: said.ID, Words: "They met",
			Facts: store.Facts{Kind: store.KindStatement, Who: []string{"Orla Venn", "her envoy"}, Date: "2031-05", Stance: store.StanceUnclear},
		}
		if items, err = b.AppendReportItems(r.ID, store.ReportItem{Kind: store.ItemHeading, Level: 3, Text: "On <b>talks</b>"},
			store.ReportItem{Kind: store.ItemParagraph, Text: "One.\nTwo."}, quote,
			store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: lost.ID}, Form: store.FormTable}); err != nil {
			return err
		}
		return b.Merge(store.EntityActor, lost.ID, venn.ID)
	})
	if err != nil {
		t.Fatal(err)
	}
	return report, items
}

func TestReportsComeThroughOurJSON(t *testing.T) {
	from, to := storetest.NewProject(t, "Ada"), storetest.NewProject(t, "Ben")
	report, items := writeReport(t, from)
	export := func(p *store.Project) string {
		var out bytes.Buffer
		if err := standpoint.Export(t.Context(), p, &out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	bring := func(document string, overwrite bool) exchange.Result {
		r, err := standpoint.Import(t.Context(), to, strings.NewReader(document), "report.json", exchange.Options{Overwrite: overwrite})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	document := export(from)
	if r := bring(document, false); r.Added[store.EntityReport] != 1 || export(to) != document {
		t.Errorf("%v were added, and what went out is\n%s\nand what came in\n%s", r.Added, document, export(to))
	}
	if r := bring(document, true); len(r.Added) != 0 || len(r.Differ) != 0 || r.Changed != 0 {
		t.Errorf("importing it twice does %+v", r)
	}
	other := strings.Replace(strings.Replace(document, "One.", "First.", 1), `"her envoy"`, `"his envoy"`, 1)
	if r := bring(other, false); len(r.Differ) != 1 || r.Differ[0].Name != "Who wants what" {
		t.Errorf("%v differ, want the report", r.Differ)
	}
	if r := bring(other, true); r.Changed != 1 || export(to) != other {
		t.Errorf("%d were changed, and there is now\n%s", r.Changed, export(to))
	}
	if _, err := to.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error {
		return b.Delete(store.EntityReportItem, items[0].ID)
	}); err != nil {
		t.Fatal(err)
	}
	bring(document, true)
	if _, is, err := to.Report(t.Context(), report); err != nil || len(is) != 3 || is[0].Text != "One.\nTwo." {
		t.Errorf("a part that was deleted comes back: %+v, %v", is, err)
	}
}

func TestReportsThatAreNoneAreRefusedWithTheirPlace(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	const id = "01970000-0000-7000-8000-000000000002"
	const paragraph = `{"id": "ID", "kind": "paragraph", "text": "a"}`
	for item, want := range map[string]string{
		`{"id": "ID", "kind": "heading"}`:                               "items[0]: This part of a report cannot be kept. It is empty.",
		`{"id": "ID", "kind": "sermon", "text": "a"}`:                   "sermon",
		`{"kind": "paragraph", "text": "a"}`:                            "reports[0].items[0].id: It is missing.",
		`{"id": "ID", "kind": "quote", "of": "ID"}`:                     "It has no words.",
		`{"id": "ID", "kind": "quote", "words": "a", "facts": {"x":1}}`: "reports[0].items[0].facts.x",
		paragraph + ", " + paragraph:                                    "reports[0].items[1].id",
	} {
		item = strings.ReplaceAll(item, "ID", id)
		document := `{"standpoint": 1, "reports": [{"id": "` + id + `", "title": "Report", "items": [` + item + `]}]}`
		_, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "report.json", exchange.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", item, err)
		}
	}
}
