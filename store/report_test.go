package store_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// written is a report of a scene.
type written struct {
	*scene
	report store.ID
}

// newReport adds an empty report to a scene.
func newReport(t *testing.T, s *scene) *written {
	t.Helper()
	w := &written{scene: s}
	do(t, s.Project, "Add report", func(b *store.Batch) error {
		r, err := b.AddReport(store.Report{Title: " Who wants what "})
		w.report = r.ID
		return err
	})
	return w
}

func paragraph(text string) store.ReportItem {
	return store.ReportItem{Kind: store.ItemParagraph, Text: text}
}

// add puts paragraphs behind a part, or at the end if that is nil, and returns their ids.
func add(t *testing.T, p *store.Project, report store.ID, after *store.ID, texts ...string) (ids []store.ID) {
	t.Helper()
	items := make([]store.ReportItem, len(texts))
	for i, text := range texts {
		items[i] = paragraph(text)
	}
	do(t, p, "Add to report", func(b *store.Batch) error {
		put := func() ([]store.ReportItem, error) { return b.AppendReportItems(report, items...) }
		if after != nil {
			put = func() ([]store.ReportItem, error) { return b.InsertReportItems(report, *after, items...) }
		}
		added, err := put()
		for _, i := range added {
			ids = append(ids, i.ID)
		}
		return err
	})
	return ids
}

// parts are the texts and quoted words of a report in their order.
func parts(t testing.TB, p *store.Project, report store.ID) string {
	t.Helper()
	_, items, err := p.Report(context.Background(), report)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, i := range items {
		texts = append(texts, i.Text+i.Words)
	}
	return strings.Join(texts, " ")
}

func (w *written) wants(t *testing.T, want string) {
	t.Helper()
	if got := parts(t, w.Project, w.report); got != want {
		t.Errorf("the report has %q, want %q", got, want)
	}
}

func TestPartsOfAReportStandWhereTheyArePut(t *testing.T) {
	w := newReport(t, newScene(t))
	front := store.ID{}
	b := add(t, w.Project, w.report, nil, "b", "e")
	add(t, w.Project, w.report, &front, "a")
	add(t, w.Project, w.report, &b[0], "c", "d")
	f := add(t, w.Project, w.report, nil, "f")
	w.wants(t, "a b c d e f")
	for _, move := range []struct {
		after store.ID
		items []store.ID
		want  string
	}{
		{front, f, "f a b c d e"},
		{f[0], []store.ID{b[1]}, "f e a b c d"},
		{f[0], []store.ID{b[1]}, "f e a b c d"},
		{b[0], []store.ID{b[1], f[0]}, "a b e f c d"},
	} {
		do(t, w.Project, "Move", func(b *store.Batch) error { return b.MoveReportItems(move.after, move.items...) })
		w.wants(t, move.want)
	}
	for _, want := range []string{"f e a b c d", "f a b c d e", "a b c d e f", "a b c d e", "a b e", "b e", ""} {
		if _, err := w.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		w.wants(t, want)
	}
	for range 6 {
		if _, err := w.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	w.wants(t, "f e a b c d")
	mustPass(t, w.Project)
}

func TestMovingAPartWritesOneRow(t *testing.T) {
	w := newReport(t, newScene(t))
	ids := add(t, w.Project, w.report, nil, "a", "b", "c", "d")
	do(t, w.Project, "Move", func(b *store.Batch) error { return b.MoveReportItems(ids[0], ids[3]) })
	h, _, err := w.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(h) != 1 || h[0].Rows != 1 {
		t.Errorf("the move is %+v, %v", h, err)
	}
	w.wants(t, "a d b c")
	must(t, w.UseCoder(t.Context(), "Ben"))
	action, err := w.Do(t.Context(), storetest.Titled("Move"), func(b *store.Batch) error { return b.MoveReportItems(ids[0], ids[3]) })
	if err != nil || action != (store.ID{}) {
		t.Errorf("a part that is there already is moved by %s, %v", action, err)
	}
}

// Two parts of one rank come of a merge of two copies of one coder.
func TestBetweenPartsOfOneRankThereIsRoom(t *testing.T) {
	w := newReport(t, newScene(t))
	ids := add(t, w.Project, w.report, nil, "a", "b", "c", "d")
	_, items, err := w.Report(t.Context(), w.report)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids[1:3] {
		if err := w.Force(t.Context(), store.EntityReportItem, id, "rank", items[0].Rank); err != nil {
			t.Fatal(err)
		}
	}
	w.wants(t, "a b c d") // by their ids
	add(t, w.Project, w.report, &ids[0], "x", "y")
	w.wants(t, "a x y b c d")
	mustPass(t, w.Project)
}

func TestAReportIsListedRenamedAndGoesWithItsParts(t *testing.T) {
	w := newReport(t, newScene(t))
	add(t, w.Project, w.report, nil, "a", "b")
	other := newReport(t, w.scene)
	list := func() (titles []string) {
		rows, err := w.Reports(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			titles = append(titles, fmt.Sprint(r.Title, " ", r.Items))
		}
		return titles
	}
	do(t, w.Project, "Rename", func(b *store.Batch) error { return b.RenameReport(other.report, "an end") })
	if got := list(); !slices.Equal(got, []string{"an end 0", "Who wants what 2"}) {
		t.Errorf("listed are %q", got)
	}
	do(t, w.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityReport, w.report) })
	if _, _, err := w.Report(t.Context(), w.report); store.CodeOf(err) != store.CodeNotFound || len(list()) != 1 {
		t.Errorf("it is deleted: %v, %q", err, list())
	}
	if _, err := w.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.wants(t, "a b")
	do(t, w.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityReport, w.report) })
	if n, err := w.EmptyTrash(t.Context()); err != nil || n != 3 {
		t.Errorf("%d rows were ended, want the report and its two parts, %v", n, err)
	}
	if all, err := w.EverCreated(t.Context(), store.EntityReportItem); err != nil || len(all) != 0 {
		t.Errorf("of the parts is left %v, %v", all, err)
	}
	mustPass(t, w.Project)
}

// quote adds a quote of an annotation to the report.
func (w *written) quote(t *testing.T, of store.ID) (item store.ReportItem) {
	t.Helper()
	do(t, w.Project, "Quote", func(b *store.Batch) error {
		added, err := b.AppendReportItems(w.report, store.ReportItem{Kind: store.ItemQuote, Of: of})
		item = added[0]
		return err
	})
	return item
}

// now returns the quote as the report has it, and what its annotation says now.
func (w *written) now(t *testing.T, id store.ID) (item store.ReportItem, now store.Quoted, there bool) {
	t.Helper()
	_, items, err := w.Report(t.Context(), w.report)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(items, func(i store.ReportItem) bool { return i.ID == id })
	quoted, err := w.Quoted(t.Context(), []store.ID{items[i].Of})
	if err != nil {
		t.Fatal(err)
	}
	now, there = quoted[items[i].Of]
	return items[i], now, there
}

func TestAQuoteTellsWhatIsAnotherThanWhenItWasTaken(t *testing.T) {
	w := newReport(t, newScene(t))
	item := w.quote(t, w.position.ID)
	facts := store.Facts{
		Kind: store.KindPosition, Who: []string{"Orla Venn"}, Carriers: []string{"Northern Wire"}, Target: "Ceasefire",
		Stance: store.StanceSupport, Date: "2031-05-16",
		Title: "Arland speaks", Source: "Northern Wire", Published: "2031-05-16", Paragraph: 2,
	}
	if diff := cmp.Diff(facts, item.Facts); diff != "" || item.Words != "We want a ceasefire" {
		t.Fatalf("%q (-want +got):\n%s", item.Words, diff)
	}
	if is, now, _ := w.now(t, item.ID); len(is.Changes(now)) > 0 {
		t.Errorf("nothing was changed: %v", is.Changes(now))
	}
	do(t, w.Project, "Change", func(b *store.Batch) error {
		if err := b.UpdateAnnotation(w.position.ID, func(a *store.Annotation) {
			a.Stance, a.Condition, a.On, a.Translation = store.StanceOppose, "if at all", "2031-05", "Nous voulons"
			a.Anchor = anchor(t, w.body, "a ceasefire")
		}); err != nil {
			return err
		}
		if err := b.SetParticipants(w.position.ID, []store.Participant{
			{Role: store.RoleHolder, Actor: w.arland.ID}, {Role: store.RoleHolder, Words: "an envoy"},
		}); err != nil {
			return err
		}
		return b.UpdateIssue(w.ceasefire.ID, func(i *store.Issue) { i.Name = "Truce" })
	})
	want := []store.QuoteChange{
		{Part: store.QuoteWords, Before: []string{"We want a ceasefire"}, After: []string{"a ceasefire"}},
		{Part: store.QuoteWho, Before: []string{"Orla Venn"}, After: []string{"Arland", "an envoy"}},
		{Part: store.QuoteTarget, Before: []string{"Ceasefire"}, After: []string{"Truce"}},
		{Part: store.QuoteStance, Before: []string{"support"}, After: []string{"oppose"}},
		{Part: store.QuoteCondition, After: []string{"if at all"}},
		{Part: store.QuoteDate, Before: []string{"2031-05-16"}, After: []string{"2031-05"}},
		{Part: store.QuoteTranslation, After: []string{"Nous voulons"}},
	}
	is, now, _ := w.now(t, item.ID)
	if diff := cmp.Diff(want, is.Changes(now)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	w.wants(t, "We want a ceasefire")
	do(t, w.Project, "Accept", func(b *store.Batch) error { return b.AcceptQuotes(item.ID) })
	w.wants(t, "a ceasefire")
	if is, now, _ := w.now(t, item.ID); len(is.Changes(now)) > 0 {
		t.Errorf("accepted, and still another: %v", is.Changes(now))
	}
	if _, err := w.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if is, now, _ := w.now(t, item.ID); len(is.Changes(now)) != len(want) {
		t.Errorf("taken back, and the differences are %v", is.Changes(now))
	}
}

func TestAStatementAMentionAndAHighlightAreQuotedWithWhatTheySay(t *testing.T) {
	w := newReport(t, newScene(t))
	var mention, highlight store.Annotation
	do(t, w.Project, "Mark", func(b *store.Batch) (err error) {
		if mention, err = b.AddAnnotation(store.Annotation{
			Article: w.article.ID, Kind: store.KindMention, Actor: w.venn.ID, Anchor: anchor(t, w.body, "President Orla Venn"),
		}); err != nil {
			return err
		}
		highlight, err = b.AddAnnotation(store.Annotation{
			Article: w.article.ID, Kind: store.KindHighlight, Anchor: anchor(t, w.body, "declined to comment"),
		})
		return err
	})
	for _, c := range []struct {
		of    store.ID
		words string
		facts store.Facts
	}{
		{w.statement.ID, "We want a ceasefire", store.Facts{
			Kind: store.KindStatement, Who: []string{"Orla Venn"}, Carriers: []string{"Northern Wire"}, Quotation: store.QuotationDirect,
			Act: store.ActSays, Date: "2031-05-16",
		}},
		{mention.ID, "President Orla Venn", store.Facts{Kind: store.KindMention, Who: []string{"Orla Venn"}}},
		{highlight.ID, "declined to comment", store.Facts{Kind: store.KindHighlight}},
	} {
		c.facts.Title, c.facts.Source, c.facts.Published, c.facts.Paragraph = "Arland speaks", "Northern Wire", "2031-05-16", 2
		if c.of == highlight.ID {
			c.facts.Paragraph = 3
		}
		if item := w.quote(t, c.of); item.Words != c.words || !reflect.DeepEqual(item.Facts, c.facts) {
			t.Errorf("quoted is %q, %+v, want %q, %+v", item.Words, item.Facts, c.words, c.facts)
		}
	}
	list, err := w.ReportsWith(t.Context(), mention.ID)
	if err != nil || len(list) != 1 || list[0].ID != w.report {
		t.Errorf("the mention is in %v, %v", list, err)
	}
	if list, err := w.ReportsWith(t.Context(), w.position.ID); err != nil || len(list) != 0 {
		t.Errorf("the position is in %v, %v", list, err)
	}
}

func TestWhatAQuoteIsOfMayGoForEverAndItsWordsStay(t *testing.T) {
	w := newReport(t, newScene(t))
	item := w.quote(t, w.statement.ID)
	gone := func(what string) {
		t.Helper()
		w.wants(t, "We want a ceasefire")
		is, _, there := w.now(t, item.ID)
		if there || is.Of != w.statement.ID || !slices.Equal(is.Facts.Who, []string{"Orla Venn"}) {
			t.Errorf("%s: the quote is %+v, its annotation there: %v", what, is, there)
		}
		_, err := w.Do(t.Context(), storetest.Titled("Accept"), func(b *store.Batch) error { return b.AcceptQuotes(item.ID) })
		if store.CodeOf(err) != store.CodeNotFound {
			t.Errorf("%s: it is accepted: %v", what, err)
		}
	}
	do(t, w.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, w.statement.ID) })
	gone("deleted")
	if _, err := w.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, _, there := w.now(t, item.ID); !there {
		t.Error("undo brought nothing back")
	}
	do(t, w.Project, "Delete its article", func(b *store.Batch) error { return b.Delete(store.EntityArticle, w.article.ID) })
	gone("hidden")
	emptyTrash(t, w.Project)
	gone("purged")
	mustPass(t, w.Project)
}

func TestAListOfWhatIsGoneStays(t *testing.T) {
	w := newReport(t, newScene(t))
	do(t, w.Project, "Add", func(b *store.Batch) error {
		_, err := b.AppendReportItems(w.report, store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: w.ceasefire.ID}},
			store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: w.venn.ID}, Form: store.FormTable})
		return err
	})
	do(t, w.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityIssue, w.ceasefire.ID) })
	emptyTrash(t, w.Project)
	_, items, err := w.Report(t.Context(), w.report)
	if err != nil || len(items) != 2 || items[0].About.Issue != w.ceasefire.ID || items[0].Form != store.FormList ||
		items[1].Form != store.FormTable {
		t.Errorf("the report has %+v, %v", items, err)
	}
	do(t, w.Project, "Edit", func(b *store.Batch) error {
		return b.EditReportItem(items[0].ID, func(i *store.ReportItem) { i.Form = store.FormTable })
	})
	mustPass(t, w.Project)
}

func TestAParagraphBecomesAHeading(t *testing.T) {
	w := newReport(t, newScene(t))
	id := add(t, w.Project, w.report, nil, "On the truce")[0]
	do(t, w.Project, "Edit", func(b *store.Batch) error {
		return b.EditReportItem(id, func(i *store.ReportItem) { i.Kind, i.Level, i.Text = store.ItemHeading, 3, " The truce " })
	})
	_, items, err := w.Report(t.Context(), w.report)
	if err != nil || items[0].Kind != store.ItemHeading || items[0].Level != 3 || items[0].Text != "The truce" {
		t.Errorf("it is %+v, %v", items, err)
	}
}

func TestTheHistoryTellsWhatWasDoneToAReport(t *testing.T) {
	w := newReport(t, newScene(t))
	ids := add(t, w.Project, w.report, nil, "One", "Two")
	item := w.quote(t, w.position.ID)
	steps := []struct {
		title store.Title
		do    func(*store.Batch) error
		want  store.HistoryLine
	}{
		{store.Title{Code: store.TitleEditInReport}, func(b *store.Batch) error {
			return b.EditReportItem(ids[0], func(i *store.ReportItem) { i.Text = "First" })
		}, store.HistoryLine{Of: "Who wants what", Field: "paragraph", Before: "One", After: "First", Member: true}},
		{store.Title{Code: store.TitleMoveInReport, Count: 1}, func(b *store.Batch) error {
			return b.MoveReportItems(store.ID{}, ids[1])
		}, store.HistoryLine{Of: "Who wants what", Field: store.HistoryMoved, After: "Two"}},
		{store.Title{Code: store.TitleDeleteFromReport, Count: 1}, func(b *store.Batch) error {
			return b.Delete(store.EntityReportItem, ids[1])
		}, store.HistoryLine{Of: "Who wants what", Field: "paragraph", Before: "Two", Member: true}},
		{store.Title{Code: store.TitleEditPosition}, func(b *store.Batch) error {
			return b.UpdateAnnotation(w.position.ID, func(a *store.Annotation) { a.Stance = store.StanceOppose })
		}, store.HistoryLine{Of: "Ceasefire", Field: "stance", Before: "support", After: "oppose"}},
		{store.Title{Code: store.TitleAcceptQuotes, Count: 1}, func(b *store.Batch) error {
			return b.AcceptQuotes(item.ID)
		}, store.HistoryLine{Of: "Who wants what", Field: "facts"}},
		{store.Title{Code: store.TitleRenameReport}, func(b *store.Batch) error {
			return b.RenameReport(w.report, "Wants")
		}, store.HistoryLine{Of: "Wants", Field: "title", Before: "Who wants what", After: "Wants"}},
	}
	for _, step := range steps {
		action, err := w.Do(t.Context(), step.title, step.do)
		if err != nil {
			t.Fatal(err)
		}
		h, _, err := w.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
		if err != nil || len(h) != 1 || len(h[0].Lines) != 1 {
			t.Fatalf("%s: told is %+v, %v", step.title.Code, h, err)
		}
		got := h[0].Lines[0]
		if got.Field == "facts" {
			if !strings.Contains(got.Before, "stance: “support”") || !strings.Contains(got.After, "stance: “oppose”") {
				t.Errorf("the facts are told as %+v", got)
			}
			got.Before, got.After = "", ""
		}
		if got != step.want {
			t.Errorf("%s: told is %+v, want %+v", step.title.Code, got, step.want)
		}
		about, err := w.About(t.Context(), action)
		if step.title.Code != store.TitleEditPosition && (err != nil || about.Entity != store.EntityReport || about.ID != w.report) {
			t.Errorf("%s: it is about %+v, %v", step.title.Code, about, err)
		}
	}
}

func TestAReportIsMadeWhatAnImportSays(t *testing.T) {
	w := newReport(t, newScene(t))
	ids := add(t, w.Project, w.report, nil, "a", "b", "c", "d")
	quoted := w.quote(t, w.statement.ID)
	do(t, w.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityReportItem, ids[3]) })
	known := func(id store.ID, text string) store.ReportItem {
		return store.ReportItem{ID: id, Kind: store.ItemParagraph, Text: text}
	}
	quote := quoted
	quote.Words, quote.Facts = "We want it", store.Facts{Who: []string{"Venn"}}
	do(t, w.Project, "Set", func(b *store.Batch) error {
		return b.SetReport(w.report, "Set", []store.ReportItem{
			known(ids[2], "C"), known(store.NewID(), "x"), quote, known(ids[3], "d"), known(ids[0], "a"), paragraph("y"),
		})
	})
	w.wants(t, "C x We want it a y")
	if r, items, err := w.Report(t.Context(), w.report); err != nil || r.Title != "Set" || items[2].Facts.Who[0] != "Venn" {
		t.Errorf("it is %v with %+v, %v", r, items, err)
	}
	if _, err := w.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.wants(t, "a b c We want a ceasefire")
	other := newReport(t, w.scene)
	_, err := w.Do(t.Context(), storetest.Titled("Set"), func(b *store.Batch) error {
		return b.SetReport(other.report, "Other", []store.ReportItem{known(ids[0], "a")})
	})
	if store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("a part of another report: %v", err)
	}
	gone := store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: store.NewID()}}
	do(t, w.Project, "Set", func(b *store.Batch) error { return b.SetReport(w.report, "Set", []store.ReportItem{gone}) })
}

func TestWhatTwoPeopleWriteIntoAReportStandsTogetherAfterAMerge(t *testing.T) {
	s := newScene(t)
	w := newReport(t, s)
	ids := add(t, w.Project, w.report, nil, "first", "last")
	ours, theirs := apart(t, s)
	edit := func(p *store.Project, name string) {
		in := ids[0]
		for i := range 3 {
			in = add(t, p, w.report, &in, fmt.Sprint(name, i))[0]
		}
		for i := range 3 {
			add(t, p, w.report, nil, fmt.Sprint(name, "-end", i))
		}
	}
	edit(ours, "A")
	edit(theirs, "B")
	merge(t, ours, theirs.Path(), nil)
	merge(t, theirs, ours.Path(), nil)
	got := parts(t, ours, w.report)
	for _, run := range []string{"A0 A1 A2", "B0 B1 B2", "A-end0 A-end1 A-end2", "B-end0 B-end1 B-end2"} {
		if !strings.Contains(got, run) {
			t.Errorf("%q does not stand together: %s", run, got)
		}
	}
	if there := parts(t, theirs, w.report); there != got {
		t.Errorf("one has %s, the other %s", got, there)
	}
	if !strings.HasPrefix(got, "first ") || strings.Index(got, "last") > strings.Index(got, "-end") {
		t.Errorf("what was put behind the first part, or at the end, stands elsewhere: %s", got)
	}
	mustPass(t, ours)
}

// apart closes a project, and opens it and a copy of it.
func apart(t *testing.T, s *scene) (ours, theirs *store.Project) {
	t.Helper()
	path, other := s.Path(), t.TempDir()+"/other.standpoint"
	must(t, s.Close())
	copyProject(t, path, other)
	return openProject(t, path, store.Options{Coder: "Ada"}), openProject(t, other, store.Options{Coder: "Ben"})
}
