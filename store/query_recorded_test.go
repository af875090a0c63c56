package store_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"standpoint/store"
	"standpoint/store/storetest"
)

// What is read of many articles at once is what is read of each.
func TestRecordedIsWhatEachQueryHas(t *testing.T) {
	p := storetest.NewProject(t, "Ann")
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 90, Annotations: 900, Actors: 12, Issues: 4})
	if err != nil {
		t.Fatal(err)
	}
	noted, _, err := p.Mentions(t.Context(), filled.Actors[0], store.Page{})
	if err != nil || len(noted) < 3 {
		t.Fatalf("%d mentions: %v", len(noted), err)
	}
	_, err = p.Do(t.Context(), storetest.Titled("work"), func(b *store.Batch) error {
		tag, err := b.AddTag(store.Tag{Name: "to check"})
		if err != nil {
			return err
		}
		for _, err := range []error{
			b.SetNote(store.EntityAnnotation, noted[0].ID, "Really?"), b.SetNote(store.EntityArticle, filled.Articles[3], "Read twice."),
			b.SetTags(noted[1].ID, []store.ID{tag.ID}), b.SetArticleTags(filled.Articles[3], []store.ID{tag.ID}),
			b.Delete(store.EntityAnnotation, noted[2].ID), b.Merge(store.EntityActor, filled.Actors[1], filled.Actors[2]),
			b.Merge(store.EntityArticle, filled.Articles[5], filled.Articles[6]),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for reach, bare := range map[store.Reach]bool{store.ReachAll: true, store.ReachMarked: false} {
		all, err := p.RecordedIn(t.Context(), append(filled.Articles, store.NewID()), reach)
		if err != nil {
			t.Fatal(err)
		}
		for _, article := range filled.Articles {
			if diff := cmp.Diff(recordedSingly(t, p, article, bare), *all[article], ignoreAdded, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("article %s, bare %v (-singly +at once):\n%s", article, bare, diff)
			}
		}
	}
}

var ignoreAdded = cmp.FilterPath(func(path cmp.Path) bool { return path.String() == "Added" }, cmp.Ignore())

// recordedSingly reads of one article what there is a query for.
func recordedSingly(t *testing.T, p *store.Project, article store.ID, bare bool) (of store.Recorded) {
	t.Helper()
	var errs [5]error
	of.Annotations, errs[0] = p.Annotations(t.Context(), article)
	of.Statements, _, errs[1] = p.Statements(t.Context(), store.StatementQuery{Article: article})
	a, err := p.Article(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	body, err := p.Body(t.Context(), a.Body)
	errs[2] = err
	of.Notes, errs[3] = p.ArticleNotes(t.Context(), article)
	rows, _, err := p.Positions(t.Context(), store.PositionQuery{Article: article})
	errs[4] = err
	tags, err := p.ArticleTags(t.Context(), []store.ID{article})
	for _, err := range append(errs[:], err) {
		if err != nil {
			t.Fatal(err)
		}
	}
	of.Tags = tags[article]
	for _, a := range of.Annotations {
		if i := slices.IndexFunc(rows, func(r store.PositionRow) bool { return r.ID == a.ID }); i >= 0 {
			row := rows[i]
			row.Group, row.Affiliation = store.PartyRef{}, nil
			of.Positions = append(of.Positions, row)
		}
	}
	if !bare {
		of.Annotations = slices.DeleteFunc(of.Annotations, func(a store.Annotation) bool {
			noted := slices.ContainsFunc(of.Notes, func(n store.Note) bool { return n.Subject == a.ID })
			return a.Kind == store.KindMention && len(a.Tags) == 0 && !noted
		})
	}
	of.Paragraphs = map[store.ID]int{}
	for _, a := range of.Annotations {
		if a.Kind == store.KindMention || a.Kind == store.KindHighlight {
			of.Paragraphs[a.ID] = 0
			if a.Anchor.Body == body.Hash() {
				_, of.Paragraphs[a.ID] = body.ParagraphAt(a.Anchor.Quotes[0].Start)
			}
		}
	}
	return of
}

// Of each statement and position the others that belong to it are read with it, whichever is asked for.
func TestRecordedAmongIsWhatIsSaidInTheArticles(t *testing.T) {
	p := storetest.NewProject(t, "Ann")
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 12, Annotations: 200, Actors: 9, Issues: 4})
	if err != nil {
		t.Fatal(err)
	}
	want, err := p.RecordedIn(t.Context(), filled.Articles, store.ReachSaid)
	if err != nil {
		t.Fatal(err)
	}
	statements, err := p.StatementIDs(t.Context(), store.StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	positions, err := p.PositionIDs(t.Context(), store.PositionQuery{})
	if err != nil {
		t.Fatal(err)
	}
	mentions, err := p.MentionIDs(t.Context(), filled.Actors[0], store.Page{})
	if err != nil || len(mentions) == 0 {
		t.Fatalf("%d mentions: %v", len(mentions), err)
	}
	for name, asked := range map[string][]store.ID{
		"all":                       slices.Concat(mentions, positions, statements),
		"without what says nothing": append(positions, statements...),
	} {
		got, err := p.RecordedAmong(t.Context(), append(asked, store.NewID()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	first, err := p.RecordedAmong(t.Context(), statements[:1])
	if err != nil || len(first) != 1 {
		t.Fatalf("in %d articles: %v", len(first), err)
	}
	for article, r := range first {
		rests := 0
		for _, row := range want[article].Positions {
			if row.Statement == statements[0] {
				rests++
			}
		}
		if len(r.Statements) != 1 || len(r.Positions) != rests {
			t.Errorf("%d statements and %d positions, want one and %d", len(r.Statements), len(r.Positions), rests)
		}
		for _, row := range r.Positions {
			same, err := p.RecordedAmong(t.Context(), []store.ID{row.ID})
			if diff := cmp.Diff(first, same); err != nil || diff != "" {
				t.Errorf("asked for the position: %v\n%s", err, diff)
			}
		}
	}
}

// Who speaks in an article or has a position there is who is present in it with one.
func TestVoicesAreThoseWhoAreSaidToSpeak(t *testing.T) {
	p := storetest.NewProject(t, "Ann")
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 9, Annotations: 200, Actors: 40, Issues: 4})
	if err != nil {
		t.Fatal(err)
	}
	voices, err := p.Voices(t.Context(), filled.Articles)
	if err != nil {
		t.Fatal(err)
	}
	for _, article := range filled.Articles {
		present, err := p.Presences(t.Context(), article)
		if err != nil {
			t.Fatal(err)
		}
		var want []store.ID
		for _, r := range present {
			if r.Statements+r.Positions > 0 {
				want = append(want, r.Actor)
			}
		}
		slices.SortFunc(want, func(x, y store.ID) int { return slices.Compare(x[:], y[:]) })
		if diff := cmp.Diff(want, voices[article]); diff != "" {
			t.Errorf("article %s:\n%s", article, diff)
		}
	}
}
