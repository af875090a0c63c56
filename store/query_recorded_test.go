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
	for _, bare := range []bool{true, false} {
		all, err := p.RecordedIn(t.Context(), append(filled.Articles, store.NewID()), bare)
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
	of.Presences, errs[2] = p.Presences(t.Context(), article)
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
	return of
}
