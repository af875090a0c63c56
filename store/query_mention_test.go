package store_test

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"standpoint/store"
)

func TestTheMentionsOfAnActorAreListedOldestFirst(t *testing.T) {
	p, f, _ := newCrowd(t)
	actor := f.Actors[7]
	var want []store.Annotation
	days := map[store.ID]store.Date{}
	articles, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		days[a.ID] = a.Published
		list, err := p.Annotations(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			if x.Kind == store.KindMention && x.Actor == actor {
				want = append(want, x)
			}
		}
	}
	slices.SortFunc(want, func(a, b store.Annotation) int {
		dayA, dayB := days[a.Article], days[b.Article]
		if (dayA == "") != (dayB == "") { // those without a day come last
			return cmp.Compare(len(dayB), len(dayA))
		}
		return cmp.Or(
			cmp.Compare(dayA.First(), dayB.First()), cmp.Compare(dayA.Precision(), dayB.Precision()),
			slices.Compare(a.Article[:], b.Article[:]), cmp.Compare(a.Anchor.Quotes[0].Start, b.Anchor.Quotes[0].Start),
			slices.Compare(a.ID[:], b.ID[:]))
	})
	if len(want) < 5 {
		t.Fatalf("only %d mentions to list", len(want))
	}
	var got []store.MentionRow
	for from := 0; from < len(want)+3; from += 3 {
		rows, total, err := p.Mentions(t.Context(), actor, store.Page{Offset: from, Limit: 3})
		if err != nil || total != len(want) {
			t.Fatalf("%d mentions of %d: %v", total, len(want), err)
		}
		got = append(got, rows...)
	}
	if len(got) != len(want) {
		t.Fatalf("%d mentions are listed of %d", len(got), len(want))
	}
	in := map[store.ID]bool{}
	for i, row := range got {
		in[row.Article] = true
		if row.ID != want[i].ID || row.Date != days[row.Article] || row.ArticleTitle == "" || row.Paragraph == 0 {
			t.Errorf("row %d is %+v, want %s of %s", i, row, want[i].ID, days[want[i].Article])
		}
		if at, err := p.MentionRank(t.Context(), actor, row.ID); at != i || err != nil {
			t.Errorf("mention %d has the rank %d: %v", i, at, err)
		}
		if at, err := p.MentionRank(t.Context(), f.Actors[8], row.ID); at != -1 || err != nil {
			t.Errorf("among those of another it has the rank %d: %v", at, err)
		}
	}
	x, err := p.MentionExtent(t.Context(), actor)
	if err != nil || x.Rows != len(want) || x.Articles != len(in) || x.First == "" || x.First.First() > x.Last.First() {
		t.Errorf("its extent is %+v, want %d in %d articles: %v", x, len(want), len(in), err)
	}
}

func TestAHitTellsWhoSaidItAndOnWhat(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Note", func(b *store.Batch) error {
		if err := b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Condition = "if guarantors come" }); err != nil {
			return err
		}
		if err := b.SetNote(store.EntityAnnotation, s.statement.ID, "sounded hoarse"); err != nil {
			return err
		}
		return b.SetNote(store.EntityActor, s.venn.ID, "took office in winter")
	})
	for words, want := range map[string]store.Hit{
		"guarantors": {
			Entity: store.EntityAnnotation, ID: s.position.ID, Field: "condition", Kind: store.KindPosition,
			Article: s.article.ID, Title: "Arland speaks", Source: "Northern Wire", Published: "2031-05-16",
		},
		"hoarse": {
			Entity: store.EntityNote, Field: "note", On: store.EntityAnnotation, Kind: store.KindStatement,
			Article: s.article.ID, Title: "Arland speaks", Source: "Northern Wire", Published: "2031-05-16",
		},
	} {
		hits, err := s.Search(t.Context(), store.SearchQuery{Text: words})
		if err != nil || len(hits) == 0 {
			t.Fatalf("%s: %d hits, %v", words, len(hits), err)
		}
		got := hits[0]
		if len(got.Who) != 1 || got.Who[0].ID != s.venn.ID || len(got.About) != 1 || got.About[0].ID != s.ceasefire.ID {
			t.Errorf("%s: said by %v on %v, want Orla Venn on Ceasefire", words, got.Who, got.About)
		}
		if got.Span.Empty() || got.Snippet == "" || len(got.Matches) == 0 {
			t.Errorf("%s: it leads to %v and shows %q", words, got.Span, got.Snippet)
		}
		if want.ID == (store.ID{}) {
			want.ID = got.ID
		}
		got.Who, got.About, got.Span, got.Snippet, got.Matches = nil, nil, want.Span, "", nil
		if wrong := gocmp.Diff(want, got, cmpopts.EquateEmpty()); wrong != "" {
			t.Errorf("%s (-want +got):\n%s", words, wrong)
		}
	}
	said, err := s.Search(t.Context(), store.SearchQuery{Text: "ceasefire want"})
	if err != nil || len(said) != 1 || said[0].Field != "body" || len(said[0].Within) != 1 || said[0].Within[0].ID != s.statement.ID {
		t.Errorf("what is said in the text is found as %+v, %v", said, err)
	}
	hits, err := s.Search(t.Context(), store.SearchQuery{Text: "winter"})
	if err != nil || len(hits) != 1 || hits[0].On != store.EntityActor || hits[0].Title != "Orla Venn" {
		t.Errorf("the note on an actor is told as %+v, %v", hits, err)
	}
}

func TestARowTellsWhereSomebodyBelongedOnItsDay(t *testing.T) {
	s := newScene(t) // 16 May 2031
	for _, tt := range []struct {
		from, to store.Date
		holds    bool
	}{{"", "", true}, {"2031", "2031-05-16", true}, {"2031-05-17", "", false}, {"", "2031-04", false}} {
		do(t, s.Project, "Affiliate", func(b *store.Batch) error {
			return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.arland.ID, Role: "envoy", From: tt.from, To: tt.to}})
		})
		positions, _, err := s.Positions(t.Context(), store.PositionQuery{Group: store.PositionsByHolder})
		if err != nil || len(positions) != 1 {
			t.Fatalf("%d positions, %v", len(positions), err)
		}
		statements, _, err := s.Statements(t.Context(), store.StatementQuery{})
		if err != nil || len(statements) != 1 {
			t.Fatalf("%d statements, %v", len(statements), err)
		}
		for of, a := range map[string]*store.Affiliation{"holder": positions[0].Affiliation, "speaker": statements[0].Affiliation} {
			if (a != nil) != tt.holds || a != nil && (a.Organisation != s.arland.ID || a.Role != "envoy") {
				t.Errorf("from %q to %q: the %s belonged to %+v", tt.from, tt.to, of, a)
			}
		}
	}
}
