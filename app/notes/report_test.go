package notes_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
	"standpoint/app/notes/render"
	"standpoint/assets"
	"standpoint/store"
)

// sampleReport writes a report into the sample project: of its quotes one is as it was, one was changed since, and one is gone.
func sampleReport(t *testing.T) (p *store.Project, report store.ID, items []store.ReportItem) {
	t.Helper()
	p = project(t, assets.Sample)
	positions, _, err := p.Positions(t.Context(), store.PositionQuery{})
	if err != nil {
		t.Fatal(err)
	}
	statements, _, err := p.Statements(t.Context(), store.StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	articles, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var mention store.Annotation
	for _, a := range articles {
		list, err := p.Annotations(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(list, func(a store.Annotation) bool { return a.Kind == store.KindMention })
		if i >= 0 && mention.ID == (store.ID{}) {
			mention = list[i]
		}
	}
	toll, orde := positions[0].TargetRef.ID, actorNamed(t, p, "Anselm Orde")
	do(t, p, func(b *store.Batch) error {
		r, err := b.AddReport(store.Report{Title: "Who wants what at the Isk"})
		if err != nil {
			return err
		}
		report = r.ID
		quote := func(of store.ID) store.ReportItem { return store.ReportItem{Kind: store.ItemQuote, Of: of} }
		parts := []store.ReportItem{
			{Kind: store.ItemHeading, Text: "What is *at* stake"},
			{Kind: store.ItemParagraph, Text: "The canal is closed.\n\nNobody <knows> for how long, & _why_."},
			{Kind: store.ItemPositions, About: store.Target{Issue: toll}},
			{Kind: store.ItemHeading, Level: 3, Text: "In their words"},
			quote(positions[0].ID), quote(positions[1].ID), quote(statements[2].ID), quote(mention.ID),
			{Kind: store.ItemStatements, About: store.Target{Actor: orde}},
			{Kind: store.ItemPositions, About: store.Target{Issue: toll}, Form: store.FormTable},
			{Kind: store.ItemStatements, About: store.Target{Actor: orde}, Form: store.FormTable},
		}
		for i := range parts {
			parts[i].ID = store.ID{0: 1, 15: byte(i + 1)}
		}
		items, err = b.AppendReportItems(r.ID, parts...)
		return err
	})
	do(t, p, func(b *store.Batch) error {
		err := b.UpdateAnnotation(positions[1].ID, func(a *store.Annotation) {
			a.Stance, a.Condition, a.On = store.StanceNeutral, "if the lamps stay lit", "2026-03"
		})
		if err != nil {
			return err
		}
		return b.Delete(store.EntityAnnotation, statements[2].ID)
	})
	return p, report, items
}

func TestAReportOfTheSample(t *testing.T) {
	p, report, _ := sampleReport(t)
	o := notes.Options{Kind: notes.KindReport, Report: report, Made: "2026-05-04"}
	for _, name := range []string{"markdown", "html", "text"} {
		f, _ := render.Find(name)
		document, err := notes.Build(t.Context(), p, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Write(t.Context(), &out, document); err != nil {
			t.Fatal(err)
		}
		notestest.Golden(t, "sample_report"+f.Extension, style.ReplaceAllString(out.String(), "<style>…</style>"))
	}
	o.Language, o.Cite = "de", notes.CiteAuthor
	notestest.Golden(t, "sample_report_de.md", markdown(t, p, o))
	o.First = 2
	if document, err := notes.Build(t.Context(), p, o, nil); err != nil || len(document.Blocks) != 4 || !document.Part {
		t.Errorf("the first two parts are %d blocks, %v", len(document.Blocks), err)
	}
}

func TestEachBlockOfAReportIsOfOneOfItsParts(t *testing.T) {
	p, report, items := sampleReport(t)
	document, err := notes.Build(t.Context(), p, notes.Options{Kind: notes.KindReport, Report: report}, nil)
	if err != nil || len(document.Items) != len(document.Blocks) {
		t.Fatalf("%d blocks of %d parts, %v", len(document.Blocks), len(document.Items), err)
	}
	shown := map[store.ID][]notes.Block{}
	for i, id := range document.Items {
		shown[id] = append(shown[id], document.Blocks[i])
	}
	if end := shown[store.ID{}]; len(end) != 3 {
		t.Errorf("behind the parts stand %d blocks, want the sources and where it comes from", len(end))
	}
	for _, item := range items {
		first := shown[item.ID][0]
		switch item.Kind {
		case store.ItemHeading:
			if h, is := first.(notes.Heading); !is || h.Text.String() != item.Text || h.Level != item.Level {
				t.Errorf("the heading %+v is shown as %+v", item, first)
			}
		case store.ItemQuote:
			if q, is := first.(notes.Quote); !is || q.Words != item.Words || q.Of != item.Of || q.Number == 0 {
				t.Errorf("the quote %+v is shown as %+v", item, first)
			}
		}
	}
}

func TestNothingIsChosenOfAReportButHowToCite(t *testing.T) {
	p, report, _ := sampleReport(t)
	id := store.NewID()
	for _, o := range []notes.Options{
		{Kind: notes.KindReport},
		{Report: report},
		{Kind: notes.KindActors, Report: report},
		{Kind: notes.KindReport, Report: report, Articles: []store.ID{id}},
		{Kind: notes.KindReport, Report: report, Actors: []store.ID{id}},
		{Kind: notes.KindReport, Report: report, Issues: []store.ID{id}},
		{Kind: notes.KindReport, Report: report, Detail: notes.DetailShort},
		{Kind: notes.KindReport, Report: report, Marks: []store.Kind{store.KindMention}},
		{Kind: notes.KindReport, Report: report, In: store.ArticleFilter{Text: "canal"}},
		{Kind: notes.KindReport, Report: report, Order: notes.OrderNewest},
		{Kind: notes.KindReport, Report: report, Order: notes.OrderFrequent},
	} {
		if _, err := notes.Build(t.Context(), p, o, nil); err == nil {
			t.Errorf("%+v makes a document", o)
		}
	}
	o := notes.Options{Kind: notes.KindReport, Report: id}
	if _, err := notes.Build(t.Context(), p, o, nil); store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("a report that is not there: %v", err)
	}
	choices, err := notes.WritePreset(o, notes.Form{Format: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := notes.ReadPreset(t.Context(), p, store.Preset{Name: "Weekly", Options: choices}); store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("a preset of a report that is not there: %v", err)
	}
	o.Report = report
	if choices, err = notes.WritePreset(o, notes.Form{Format: "pdf"}); err != nil {
		t.Fatal(err)
	}
	if got, _, err := notes.ReadPreset(t.Context(), p, store.Preset{Options: choices}); err != nil || got.Report != report {
		t.Errorf("the report of a preset is %s, %v", got.Report, err)
	}
}

func TestEveryDifferenceOfAQuoteIsSaidInEachLanguage(t *testing.T) {
	p, report, items := sampleReport(t)
	quoted := items[slices.IndexFunc(items, func(i store.ReportItem) bool { return i.Kind == store.ItemQuote })]
	none := quoted
	none.Words, none.Facts = "other words", store.Facts{
		Kind: store.KindPosition, Who: []string{"One", "Two"}, Addressees: []string{"Three"}, Carriers: []string{"Four"}, Target: "Peace",
		Quotation: store.QuotationMixed, Act: store.ActDemands, Stance: store.StanceUnclear, Condition: "if so", Date: "2020",
		Translation: "andere Worte",
	}
	do(t, p, func(b *store.Batch) error { return b.SetReport(report, "Other", []store.ReportItem{none}) })
	for language, want := range map[string][]string{
		"en": {
			"words: was “other words”, is “mixed teams", "who: was One and Two, is Anselm Orde", "to whom: was Three, is not given",
			"through whom: was Four, is not given", "quotation: was partly direct quotation", "act: was demand", "about: was “Peace”",
			"stance: was ? unclear, is ▲ support", "condition: was “if so”", "date: was 2020, is January 2026",
			"translation: was “andere Worte”", "**One** and **Two** · ?◇ **unclear**: Peace",
		},
		"de": {"Wortlaut: war „other words“", "Haltung: war ? unklar, ist ▲ Zustimmung", "Bedingung: war „if so“, ist nicht angegeben"},
	} {
		got := markdown(t, p, notes.Options{Kind: notes.KindReport, Report: report, Language: language})
		for _, said := range append(want, "> other words") {
			if !strings.Contains(got, said) {
				t.Errorf("%s: it is not said that %q:\n%s", language, said, got)
			}
		}
	}
}

func TestPositionsOnAnActorAreListed(t *testing.T) {
	p, report, _ := sampleReport(t)
	orde := actorNamed(t, p, "Anselm Orde")
	positions, _, err := p.Positions(t.Context(), store.PositionQuery{})
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, func(b *store.Batch) error {
		return b.UpdateAnnotation(positions[2].ID, func(a *store.Annotation) {
			a.Target, a.Stance = store.Target{Actor: orde}, store.StanceOppose
		})
	})
	for _, form := range []store.ItemForm{store.FormList, store.FormTable} {
		list := store.ReportItem{Kind: store.ItemPositions, About: store.Target{Actor: orde}, Form: form}
		do(t, p, func(b *store.Batch) error { return b.SetReport(report, "On him", []store.ReportItem{list}) })
		got := markdown(t, p, notes.Options{Kind: notes.KindReport, Report: report})
		if !strings.Contains(got, "**Positions on Anselm Orde**") || strings.Count(got, "▼ **oppose**") != 1 || strings.Contains(got, "▲") {
			t.Errorf("%s:\n%s", form, got)
		}
	}
}

func TestAListRefersToTheFirstQuoteOfAnAnnotation(t *testing.T) {
	p, report, items := sampleReport(t)
	quote, list := items[4], items[2]
	again := quote
	again.ID = store.NewID()
	do(t, p, func(b *store.Batch) error {
		return b.SetReport(report, "Twice", []store.ReportItem{quote, again, list})
	})
	if got := markdown(t, p, notes.Options{Kind: notes.KindReport, Report: report}); !strings.Contains(got, "\\[[1](#quote-1)\\]") {
		t.Errorf("it refers elsewhere:\n%s", got)
	}
}

func TestTheArticleOfAMentionAloneIsASource(t *testing.T) {
	p, report, items := sampleReport(t)
	do(t, p, func(b *store.Batch) error { return b.SetReport(report, "One", items[7:8]) })
	got := markdown(t, p, notes.Options{Kind: notes.KindReport, Report: report})
	if !strings.Contains(got, "**Dorin Kasvel** · [*Harbour Wire*]") || !strings.Contains(got, "## Sources") {
		t.Errorf("the report is\n%s", got)
	}
}

func TestAListAboutWhatIsGoneOrSilentSaysSo(t *testing.T) {
	p := project(t, assets.Sample)
	var report store.ID
	do(t, p, func(b *store.Batch) error {
		lone, err := b.AddActor(store.Actor{Name: "Nobody Much"})
		if err != nil {
			return err
		}
		issue, err := b.AddIssue(store.Issue{Name: "Fog"})
		if err != nil {
			return err
		}
		gone, err := b.AddIssue(store.Issue{Name: "Rain"})
		if err != nil {
			return err
		}
		r, err := b.AddReport(store.Report{Title: "Weather"})
		if err != nil {
			return err
		}
		report = r.ID
		if _, err := b.AppendReportItems(r.ID, store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: lone.ID}},
			store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: issue.ID}},
			store.ReportItem{Kind: store.ItemPositions, About: store.Target{Actor: lone.ID}},
			store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: gone.ID}}); err != nil {
			return err
		}
		return b.Delete(store.EntityIssue, gone.ID)
	})
	got := markdown(t, p, notes.Options{Kind: notes.KindReport, Report: report})
	for _, said := range []string{
		"**Statements by Nobody Much**\n\n*No statements by it are recorded yet.*", "**Positions on Fog**\n\n*Nobody has a position on it yet.*",
		"**Positions on Nobody Much**\n\n*Nobody has a position on it yet.*", "**What this is about is no longer in the project.**",
	} {
		if !strings.Contains(got, said) {
			t.Errorf("it is not said that %q:\n%s", said, got)
		}
	}
}
