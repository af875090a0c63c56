package render_test

import (
	"context"
	"slices"
	"testing"

	compare "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestQuotesOfAReportAreVerbatimInDocumentsOfWordProcessors(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	var report store.ID
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		r, err := b.AddReport(store.Report{Title: "t"})
		report = r.ID
		return err
	}); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		var items []store.ReportItem
		var want []string
		for range rapid.IntRange(1, 4).Draw(rt, "quotes") {
			words := rapid.StringOfN(rapid.RuneFrom(officeAlphabet), 1, 60, -1).Draw(rt, "words")
			facts := store.Facts{Kind: store.KindStatement, Who: []string{words}, Title: words, Language: "ar"}
			items = append(items, store.ReportItem{Kind: store.ItemQuote, Of: store.NewID(), Words: words, Facts: facts})
			want = slices.Concat(want, lines(words))
		}
		_, err := p.Do(context.Background(), storetest.Titled("Set"), func(b *store.Batch) error { return b.SetReport(report, "t", items) })
		if err != nil {
			rt.Fatal(err)
		}
		d, err := notes.Build(context.Background(), p, notes.Options{Kind: notes.KindReport, Report: report}, nil)
		if err != nil {
			rt.Fatal(err)
		}
		for format, read := range officeFormats {
			if diff := compare.Diff(want, read(t, made(t, format, d)).quoted()); diff != "" {
				rt.Fatalf("%s (-want +got)\n%s", format, diff)
			}
		}
	})
}
