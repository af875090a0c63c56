package store_test

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

type part = store.ReportItem

func TestPartsThatAreNotOfTheirKindAreRefused(t *testing.T) {
	w := newReport(t, newScene(t))
	other := newReport(t, w.scene)
	theirs := add(t, w.Project, other.report, nil, "theirs")
	mine := add(t, w.Project, w.report, nil, "mine")
	quoted := w.quote(t, w.statement.ID)
	issue, actor, gone := w.ceasefire.ID, w.venn.ID, store.NewID()
	adding := func(items ...part) func(*store.Batch) error {
		return func(b *store.Batch) error {
			_, err := b.AppendReportItems(w.report, items...)
			return err
		}
	}
	editing := func(id store.ID, fn func(*part)) func(*store.Batch) error {
		return func(b *store.Batch) error { return b.EditReportItem(id, fn) }
	}
	moving := func(after store.ID, items ...store.ID) func(*store.Batch) error {
		return func(b *store.Batch) error { return b.MoveReportItems(after, items...) }
	}
	for name, c := range map[string]struct {
		do   func(*store.Batch) error
		says string
	}{
		"no title": {func(b *store.Batch) error {
			_, err := b.AddReport(store.Report{Title: " "})
			return err
		}, "“title” (report). It is empty."},
		"a title too long": {
			func(b *store.Batch) error { return b.RenameReport(w.report, strings.Repeat("x", 1001)) }, "longer than 1,000 characters",
		},
		"an unknown kind":          {adding(part{Kind: "sermon"}), "sermon"},
		"an empty heading":         {adding(part{Kind: store.ItemHeading}), "part of a report cannot be kept. It is empty."},
		"a heading of lines":       {adding(part{Kind: store.ItemHeading, Text: "a\nb"}), "one line"},
		"a heading too low":        {adding(part{Kind: store.ItemHeading, Text: "a", Level: 5}), "2, 3 or 4"},
		"a heading as the title":   {adding(part{Kind: store.ItemHeading, Text: "a", Level: 1}), "2, 3 or 4"},
		"an empty paragraph":       {adding(paragraph(" \n")), "It is empty."},
		"a paragraph with a level": {adding(part{Kind: store.ItemParagraph, Text: "a", Level: 2}), "parts of another kind"},
		"a quote of nothing":       {adding(part{Kind: store.ItemQuote}), "to be quoted is not in the project"},
		"a quote of what is gone":  {adding(part{Kind: store.ItemQuote, Of: gone}), "to be quoted is not in the project"},
		"a quote of an article":    {adding(part{Kind: store.ItemQuote, Of: w.article.ID}), "to be quoted is not in the project"},
		"a list of nothing":        {adding(part{Kind: store.ItemPositions}), "one issue or one actor"},
		"a list of two things": {
			adding(part{Kind: store.ItemPositions, About: store.Target{Issue: issue, Actor: actor}}), "one issue or one actor",
		},
		"statements on an issue": {adding(part{Kind: store.ItemStatements, About: store.Target{Issue: issue}}), "about one actor"},
		"a list of what is gone": {
			adding(part{Kind: store.ItemPositions, About: store.Target{Issue: gone}}), "not in the project",
		},
		"positions of an actor as an issue": {
			adding(part{Kind: store.ItemPositions, About: store.Target{Issue: actor}}), "not in the project",
		},
		"an unknown form": {
			adding(part{Kind: store.ItemPositions, About: store.Target{Issue: issue}, Form: "cloud"}), "a list or a table",
		},
		"a part of another report": {adding(part{Kind: store.ItemParagraph, Text: "a", Report: other.report}), "stays in that report"},
		"no report": {
			func(b *store.Batch) error { _, err := b.AppendReportItems(gone, paragraph("a")); return err }, "The report is not in the project",
		},
		"behind a part of another report": {
			func(b *store.Batch) error {
				_, err := b.InsertReportItems(w.report, theirs[0], paragraph("a"))
				return err
			}, "no part",
		},
		"moved behind a part of another report": {moving(theirs[0], mine...), "no part"},
		"moved behind itself":                   {moving(mine[0], mine...), "no part"},
		"moved from two reports":                {moving(store.ID{}, mine[0], theirs[0]), "one report"},
		"moved twice":                           {moving(store.ID{}, mine[0], mine[0]), "one report"},
		"what is no quote":                      {func(b *store.Batch) error { return b.AcceptQuotes(mine[0]) }, "no quote"},
		"another report for a part":             {editing(mine[0], func(i *part) { i.Report = other.report }), "stays in that report"},
		"another place for a part":              {editing(mine[0], func(i *part) { i.Rank = "Z" }), "moved by itself"},
		"other words for a quote":               {editing(quoted.ID, func(i *part) { i.Words = "We never wanted it" }), "those of the article"},
		"other facts for a quote": {
			editing(quoted.ID, func(i *part) { i.Facts.Who = []string{"Nobody"} }), "those of the article",
		},
		"another annotation for a quote": {editing(quoted.ID, func(i *part) { i.Of = w.position.ID }), "those of the article"},
		"a quote as own words":           {editing(quoted.ID, func(i *part) { i.Kind, i.Text = "paragraph", "so" }), "another kind"},
		"an empty part":                  {editing(mine[0], func(i *part) { i.Text = "" }), "It is empty."},
	} {
		_, err := w.Do(t.Context(), storetest.Titled(name), c.do)
		if code := store.CodeOf(err); code != store.CodeInvalid && code != store.CodeNotFound || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
	w.wants(t, "mine We want a ceasefire")
}
