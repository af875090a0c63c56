package standpoint_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// explained is a project in which a change between two positions is explained, and a filter is kept.
func explained(t *testing.T) (p *store.Project, later store.ID) {
	t.Helper()
	p = storetest.NewProject(t, "Ada")
	_, err := p.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Talks", Published: "2031-05-16"}, "They met. They parted.")
		if err != nil {
			return err
		}
		body, err := b.Body(a.Body)
		if err != nil {
			return err
		}
		issue, err := b.AddIssue(store.Issue{Name: "Ceasefire"})
		if err != nil {
			return err
		}
		actor, err := b.AddActor(store.Actor{Name: "Orla Venn"})
		if err != nil {
			return err
		}
		var earlier store.ID
		for _, words := range []string{"They met.", "They parted."} {
			anchor, err := text.NewAnchor(body, text.FindAll(body, words)[0])
			if err != nil {
				return err
			}
			position, err := b.AddAnnotation(store.Annotation{
				Article: a.ID, Kind: store.KindPosition, Anchor: anchor, Target: store.Target{Issue: issue.ID}, Stance: store.StanceSupport,
				Participants: []store.Participant{{Role: store.RoleHolder, Actor: actor.ID}},
			})
			if err != nil {
				return err
			}
			earlier, later = later, position.ID
		}
		held := func(words string) store.Held {
			return (&store.HeldPosition{
				Issue: issue.ID, Holders: []store.Holder{{Actor: actor.ID}}, Stance: store.StanceSupport, Date: "2031-05-16",
			}).Held(words)
		}
		if err := b.Explain(store.Explanation{
			Earlier: earlier, Later: later, EarlierHeld: held("They met."), LaterHeld: held("They parted."), Note: "It rained.",
		}); err != nil {
			return err
		}
		_, err = b.SaveFilter(store.ID{}, "Spring", `{"from":"2031-03","later":[1.50,true]}`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p, later
}

func exported(t *testing.T, p *store.Project, part exchange.Part) string {
	t.Helper()
	var out bytes.Buffer
	if err := standpoint.ExportPart(t.Context(), p, part, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func bring(t *testing.T, p *store.Project, document string, overwrite bool) exchange.Result {
	t.Helper()
	r, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "talks.json", exchange.Options{Overwrite: overwrite})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestExplainedChangesAndSavedFiltersComeThroughOurJSONAndStayExplained(t *testing.T) {
	from, later := explained(t)
	to := storetest.NewProject(t, "Ben")
	document := exported(t, from, exchange.Part{})
	r := bring(t, to, document, false)
	if r.Added[store.EntityExplanation] != 1 || r.Added[store.EntitySavedFilter] != 1 {
		t.Errorf("added were %v", r.Added)
	}
	if got := exported(t, to, exchange.Part{}); got != document {
		t.Errorf("what went out is\n%s\nand what came in\n%s", document, got)
	}
	list, err := to.Explanations(t.Context())
	if err != nil || len(list) != 1 || list[0].Later != later {
		t.Fatalf("explained are %+v, %v", list, err)
	}
	if h, err := to.Holdings(t.Context()); err != nil || !h.IsExplained(list[0].Earlier, later) {
		t.Errorf("what came in is open: %+v, %v", h.Explained(list[0].Earlier, later), err)
	}
	if r := bring(t, to, document, false); len(r.Added) != 0 || len(r.Differ) != 0 {
		t.Errorf("importing it twice adds %v, and %v differ", r.Added, r.Differ)
	}
	other := strings.Replace(strings.Replace(document, "It rained.", "It snowed.", 1), `"2031-03"`, `"2031-04"`, 1)
	if r := bring(t, to, other, false); len(r.Differ) != 2 {
		t.Errorf("%v differ, want the explanation and the filter", r.Differ)
	}
	if r := bring(t, to, other, true); r.Changed != 2 || exported(t, to, exchange.Part{}) != other {
		t.Errorf("%d were changed, and there is now\n%s", r.Changed, exported(t, to, exchange.Part{}))
	}
	if _, err := to.Do(t.Context(), storetest.Titled("Open"), func(b *store.Batch) error {
		return b.Unexplain(list[0].Earlier, later)
	}); err != nil {
		t.Fatal(err)
	}
	if r := bring(t, to, document, true); r.Added[store.EntityExplanation] != 0 || len(r.Deleted) != 1 {
		t.Errorf("what was opened again is added: %v, %v", r.Added, r.Deleted)
	}
}

func TestAPartHasTheExplanationsOfChangesInItAndNoFilters(t *testing.T) {
	p, _ := explained(t)
	list, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	with := exported(t, p, exchange.Part{Articles: []store.ID{list[0].ID}})
	if !strings.Contains(with, "It rained.") || strings.Contains(with, "Spring") {
		t.Errorf("the part is\n%s", with)
	}
	bring(t, storetest.NewProject(t, "Ben"), with, false) // it can be imported: the coder is in it
	var other store.ID
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Ice"}, "It froze.")
		other = a.ID
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if without := exported(t, p, exchange.Part{Articles: []store.ID{other}}); strings.Contains(without, "It rained.") {
		t.Errorf("another part is\n%s", without)
	}
}

func TestHoldersThatWereJoinedAreExportedAsWhatStandsForThem(t *testing.T) {
	p, later := explained(t)
	actors, _, err := p.Actors(t.Context(), store.ActorQuery{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Join"), func(b *store.Batch) error {
		other, err := b.AddActor(store.Actor{Name: "The president"})
		if err != nil {
			return err
		}
		return b.Merge(store.EntityActor, actors[0].ID, other.ID)
	}); err != nil {
		t.Fatal(err)
	}
	to := storetest.NewProject(t, filepath.Base(t.Name()))
	bring(t, to, exported(t, p, exchange.Part{}), false)
	list, err := to.Explanations(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if h, err := to.Holdings(t.Context()); err != nil || !h.IsExplained(list[0].Earlier, later) {
		t.Errorf("it is open: %+v, %v", h.Explained(list[0].Earlier, later), err)
	}
}

func TestWhatIsWrongWithAnExplanationOrAFilterIsNamed(t *testing.T) {
	p, _ := explained(t)
	document := exported(t, p, exchange.Part{})
	_, after, _ := strings.Cut(document, `"explanations": [`)
	one, _, _ := strings.Cut(after, "\n  ]")
	for what, change := range map[string][2]string{
		"earlier_held: What a position held has the SHA-256": {`"words": "`, `"words": "x`},
		"explanations[0].earlier_held":                       {`"stance": "support"`, `"stance": "perhaps"`},
		"This coder has explained":                           {one, one + "," + one},
		"filters[0].filter: Expected an":                     {`"filter": {`, `"filter": null, "x": {`},
		"filters[0].filter: It is missing":                   {`"filter": {`, `"x": {`},
	} {
		at := strings.Index(document, `"explanations"`)
		wrong := document[:at] + strings.Replace(document[at:], change[0], change[1], 1)
		_, err := standpoint.Import(t.Context(), storetest.NewProject(t, "Ben"), strings.NewReader(wrong), "talks.json", exchange.Options{})
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
