package notesview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/store"
)

// positionsOf are some positions of the project.
func (r room) positionsOf(t *testing.T, n int) (ids []store.ID) {
	t.Helper()
	ids, err := r.Project.PositionIDs(t.Context(), store.PositionQuery{Page: store.Page{Limit: n}})
	if err != nil || len(ids) != n {
		t.Fatalf("%d positions: %v", len(ids), err)
	}
	return ids
}

// parts are what the current report has, in words.
func (r room) parts(t *testing.T) (list []string) {
	t.Helper()
	k, err := readReports(t.Context(), r.Project)
	if err != nil {
		t.Fatal(err)
	}
	if k.current == (store.ID{}) {
		return nil
	}
	_, items, err := r.Project.Report(t.Context(), k.current)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range items {
		list = append(list, strings.TrimSpace(string(i.Kind)+" "+i.Text))
	}
	return list
}

func (r room) wants(t *testing.T, want ...string) {
	t.Helper()
	if got := r.parts(t); !slices.Equal(got, want) {
		t.Errorf("the report has %q, want %q", got, want)
	}
	var shown []store.ID
	for _, row := range r.preview.pages.rows {
		if row.item != (store.ID{}) && !slices.Contains(shown, row.item) {
			shown = append(shown, row.item)
		}
	}
	if !slices.Equal(shown, idsOf(r.page.made.items)) || len(shown) != len(want) {
		t.Errorf("shown are %d parts, want %d", len(shown), len(want))
	}
}

func quotesOf(ids ...store.ID) desk.Selected {
	return desk.Selected{IDs: ids, Of: desk.KindOfAnnotations}
}

// newReport is the view with a report that has a heading, a paragraph and two quotes, the keyboard on the page.
func newReport(t *testing.T) (room, []store.ID) {
	t.Helper()
	r := sample(t)
	ids := r.positionsOf(t, 2)
	r.Write(t, func(b *store.Batch) error {
		made, err := b.AddReport(store.Report{Title: "Who wants what"})
		if err != nil {
			return err
		}
		_, err = b.AppendReportItems(made.ID, store.ReportItem{Kind: store.ItemHeading, Text: "Wants"},
			store.ReportItem{Kind: store.ItemParagraph, Text: "All want it."},
			store.ReportItem{Kind: store.ItemQuote, Of: ids[0]}, store.ReportItem{Kind: store.ItemQuote, Of: ids[1]})
		return err
	})
	r.choices.setKind(notes.KindReport)
	r.preview.list.Focus()
	r.wants(t, "heading Wants", "paragraph All want it.", "quote", "quote")
	return r, ids
}

// at comes to the first row of a part.
func (r room) at(part int) {
	id := r.page.made.items[part].ID
	r.preview.come(slices.IndexFunc(r.preview.pages.rows, func(row row) bool { return row.item == id }))
	r.preview.list.Focus()
}

// atPart is the part whose row is selected; -1 for none.
func (r room) atPart() int {
	list := r.page.selected()
	if len(list) == 0 {
		return -1
	}
	return slices.IndexFunc(r.page.made.items, func(i store.ReportItem) bool { return i.ID == list[0].ID })
}

func (r room) letter(l rune) { r.Window.Canvas().Focused().TypedRune(l) }

func TestTheFirstQuoteMakesAReportWhoseTitleIsAskedInOneAction(t *testing.T) {
	r := sample(t)
	ids := r.positionsOf(t, 2)
	r.reports.put(quotesOf(ids[0]))
	if r.parts(t) != nil {
		t.Fatal("there is a report before it has a title")
	}
	r.answer(t, "   ")
	if r.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("a report without a title is not asked for again")
	}
	r.answer(t, "Wants")
	if got := r.parts(t); !slices.Equal(got, []string{"quote"}) {
		t.Fatalf("it has %q", got)
	}
	if told := strings.ReplaceAll(r.Told(), "\u00a0", " "); !strings.Contains(told, "Wants") ||
		!strings.Contains(told, desk.KeyUndo.String()) || !strings.Contains(told, desk.KeyGoToReport.String()) {
		t.Errorf("told is %q", told)
	}
	r.Undo()
	if r.parts(t) != nil {
		t.Error("one Undo leaves the report")
	}
	r.Redo()
	r.reports.put(quotesOf(ids...))
	if got := r.parts(t); len(got) != 2 {
		t.Errorf("of two, one of which is there, it has %q", got)
	}
	if told := strings.ReplaceAll(r.Told(), "\u00a0", " "); !strings.Contains(told, "1 was there already") {
		t.Errorf("told is %q", told)
	}
	if r.Choose("Report"); r.made.options.Kind != notes.KindReport || r.atPart() != 1 {
		t.Errorf("its command leads to %q, part %d", r.made.options.Kind, r.atPart())
	}
}

func TestAQuoteThatIsThereAlreadyIsLedTo(t *testing.T) {
	r, ids := newReport(t)
	r.choices.setKind(notes.KindArticles)
	before := r.Project.UndoTitle()
	r.reports.put(quotesOf(ids[0]))
	if got := r.Project.UndoTitle(); got != before || !strings.Contains(r.Told(), "already") {
		t.Errorf("it did %v, told is %q", got, r.Told())
	}
	r.choices.kind.Focus()
	if r.Choose("Report"); r.atPart() != 2 || !r.preview.list.Focused() {
		t.Errorf("the command leads to part %d", r.atPart())
	}
}

// The document is shown in place of the sentence that it is being read.
func TestTheCommandForTheReportBringsTheKeyboardToThePage(t *testing.T) {
	r, _ := newReport(t)
	r.choices.setKind(notes.KindArticles)
	r.View.Opened()
	r.choices.kind.Focus()
	if r.Choose("Report"); !r.preview.list.Focused() {
		t.Error("the keyboard is somewhere else")
	}
}

func TestSeveralRowsArePutInByOneAction(t *testing.T) {
	r, _ := newReport(t)
	more := r.positionsOf(t, 6)
	r.reports.put(quotesOf(more...))
	if got := r.parts(t); len(got) != 8 {
		t.Fatalf("it has %q", got)
	}
	if !slices.ContainsFunc(r.page.made.items, func(i store.ReportItem) bool { return i.Of == more[5] }) {
		t.Error("the page does not show it")
	}
	r.Undo()
	r.wants(t, "heading Wants", "paragraph All want it.", "quote", "quote")
}

func TestActorsAndIssuesArePutInAsListsAndResultsAsFarAsTheyCanBeQuoted(t *testing.T) {
	r, _ := newReport(t)
	actor, issue := store.ID(r.ActorItems("")[0].ID), store.ID(r.IssueItems("")[0].ID)
	r.reports.put(desk.Selected{IDs: []store.ID{actor}, Of: desk.KindOfActors})
	r.reports.put(desk.Selected{IDs: []store.ID{issue}, Of: desk.KindOfIssues})
	r.reports.put(desk.Selected{IDs: []store.ID{issue}, Of: desk.KindOfIssues})
	fresh := r.positionsOf(t, 3)[2]
	r.reports.put(desk.Selected{IDs: []store.ID{actor, fresh}, Of: desk.KindOfResults})
	if told := strings.ReplaceAll(r.Told(), "\u00a0", " "); !strings.Contains(told, "1 result is nothing to be quoted") {
		t.Errorf("told is %q", told)
	}
	r.wants(t, "heading Wants", "paragraph All want it.", "quote", "quote", "statements", "positions", "quote")
	r.reports.put(desk.Selected{IDs: []store.ID{actor}, Of: desk.KindOfResults})
	if told := strings.ReplaceAll(r.Told(), "\u00a0", " "); !strings.Contains(told, "None of these results") {
		t.Errorf("told is %q", told)
	}
}

func TestAnotherReportIsChosenByTypingOrMadeAndIsTheCurrentOneThen(t *testing.T) {
	r, ids := newReport(t)
	pick := func(typed string) {
		t.Helper()
		r.reports.putElsewhere(quotesOf(ids[0]))
		field := desktest.Find[*control.TypeAhead](t, r.Window.Canvas().Overlays().Top())
		field.Focus()
		test.Type(field.Input(), typed)
		field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		r.Agree(t)
	}
	pick("Second")
	if got := r.parts(t); !slices.Equal(got, []string{"quote"}) || len(r.reports.list) != 2 {
		t.Fatalf("the other report has %q", got)
	}
	r.reports.put(quotesOf(ids[1]))
	if got := r.parts(t); len(got) != 2 {
		t.Errorf("what comes next is not put into it: %q", got)
	}
	r.Reopen(t)
	r.View.Opened()
	r.choices.setKind(notes.KindReport)
	if got := r.made.report.report.Title; got != "Second" {
		t.Errorf("after the next start the current report is %q", got)
	}
	pick("Who wants")
	if !strings.Contains(r.Told(), "already") {
		t.Errorf("told is %q", r.Told())
	}
}

func TestPartsAreWrittenBehindWhatIsSelected(t *testing.T) {
	r, _ := newReport(t)
	r.at(2)
	r.letter('h')
	test.Type(r.page.form.text.Input(), "Against")
	r.press(fyne.KeyReturn)
	r.wants(t, "heading Wants", "paragraph All want it.", "quote", "heading Against", "quote")
	if r.atPart() != 3 || !r.preview.list.Focused() || r.page.form.isOpen() {
		t.Errorf("after it part %d is selected", r.atPart())
	}
	r.letter('p')
	test.Type(r.page.form.text.Input(), "One line\nand another")
	r.Save()
	r.wants(t, "heading Wants", "paragraph All want it.", "quote", "heading Against", "paragraph One line\nand another", "quote")
	r.letter('l')
	about := r.page.form.about
	test.Type(about.Input(), r.IssueItems("")[0].Name)
	about.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.page.form.isOpen() {
		r.Save()
	}
	if list := r.page.selected(); len(list) != 1 || list[0].Kind != store.ItemPositions || list[0].Form != store.FormList ||
		list[0].About.Issue == (store.ID{}) {
		t.Fatalf("the list is %+v", list)
	}
	r.letter('e')
	r.page.form.form.OnChanged(string(store.FormTable))
	r.page.form.kind.OnChanged(string(store.ItemStatements))
	r.Save()
	if !r.page.form.isOpen() {
		t.Fatal("a list without an actor is saved")
	}
	r.GiveUp()
	r.preview.come(0)
	r.letter('p')
	test.Type(r.page.form.text.Input(), "First of all")
	r.Save()
	if got := r.parts(t); got[0] != "paragraph First of all" {
		t.Errorf("behind the title it stands as %q", got)
	}
}

func TestPartsAreChangedMovedAndDeletedEachByOneStepOfUndo(t *testing.T) {
	r, _ := newReport(t)
	r.at(1)
	r.press(fyne.KeyReturn)
	test.Type(r.page.form.text.Input(), " So they say.")
	r.Save()
	r.wants(t, "heading Wants", "paragraph All want it. So they say.", "quote", "quote")
	if r.atPart() != 1 || !r.preview.list.Focused() {
		t.Errorf("selected is part %d", r.atPart())
	}
	r.Choose("Move Up")
	r.wants(t, "paragraph All want it. So they say.", "heading Wants", "quote", "quote")
	if r.atPart() != 0 {
		t.Errorf("after moving up part %d is selected", r.atPart())
	}
	r.Choose("Move Up")
	r.Choose("Move Down")
	r.Choose("Move Down")
	r.wants(t, "heading Wants", "quote", "paragraph All want it. So they say.", "quote")
	r.Choose(r.page.removeLabel())
	r.wants(t, "heading Wants", "quote", "quote")
	if r.atPart() != 2 {
		t.Errorf("after deleting part %d is selected", r.atPart())
	}
	for _, want := range [][]string{
		{"heading Wants", "quote", "paragraph All want it. So they say.", "quote"},
		{"heading Wants", "paragraph All want it. So they say.", "quote", "quote"},
		{"paragraph All want it. So they say.", "heading Wants", "quote", "quote"},
		{"heading Wants", "paragraph All want it. So they say.", "quote", "quote"},
		{"heading Wants", "paragraph All want it.", "quote", "quote"},
	} {
		r.Undo()
		r.wants(t, want...)
	}
}

func TestSelectedPartsMoveTogether(t *testing.T) {
	r, _ := newReport(t)
	r.at(0)
	r.preview.picked.Begin(1)
	last := len(r.preview.pages.rows) - 1
	for r.preview.pages.rows[last].item != r.page.made.items[1].ID {
		last--
	}
	r.preview.picked.ExtendTo(last)
	r.Choose("Move Down")
	r.wants(t, "quote", "heading Wants", "paragraph All want it.", "quote")
	r.Choose("Move Down")
	r.wants(t, "quote", "quote", "heading Wants", "paragraph All want it.")
	if r.Choose("Move Down"); len(r.page.selected()) != 2 {
		t.Errorf("%d parts are selected still", len(r.page.selected()))
	}
}

func TestEnterOnAQuoteLeadsToItsWords(t *testing.T) {
	r, ids := newReport(t)
	r.at(2)
	r.press(fyne.KeyReturn)
	if n := len(r.Went); n == 0 || r.Went[n-1].ID != ids[0] {
		t.Errorf("Enter led to %v", r.Went)
	}
}

func TestAChangedQuoteIsMarkedUntilItIsTakenOver(t *testing.T) {
	r, ids := newReport(t)
	said := func() string { return desktest.Said(r.Object()) }
	if strings.Contains(said(), changedSign) {
		t.Fatal("it is marked before it has changed")
	}
	r.Write(t, func(b *store.Batch) error {
		for _, id := range ids {
			if err := b.UpdateAnnotation(id, func(a *store.Annotation) { a.Stance, a.Condition = store.StanceUnclear, "if asked" }); err != nil {
				return err
			}
		}
		return nil
	})
	for _, want := range []string{changedSign, "2 quotes", "is ? unclear", "“if asked”"} {
		if !strings.Contains(said(), want) {
			t.Errorf("on the page does not stand %q: %s", want, said())
		}
	}
	if r.Choose("Take Over What the Annotation Says Now") {
		t.Error("it can be taken over where no quote is selected")
	}
	r.at(3)
	if r.letter('u'); !strings.Contains(said(), "1 quote ") || len(r.page.made.changed()) != 1 {
		t.Errorf("after one was taken over: %s", said())
	}
	if r.Choose("Take Over All That Annotations Say Now"); strings.Contains(said(), changedSign) {
		t.Errorf("after all were taken over: %s", said())
	}
	r.Undo()
	if len(r.page.made.changed()) != 1 {
		t.Error("Undo does not take that back")
	}
}

func TestAQuoteWhoseAnnotationIsGoneSaysSoAndKeepsItsWords(t *testing.T) {
	r, ids := newReport(t)
	words := r.page.made.items[2].Words
	a, err := r.Project.Annotation(t.Context(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	r.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityArticle, a.Article) })
	if got := desktest.Said(r.preview.list); !strings.Contains(got, goneSign) || !strings.Contains(got, strings.Fields(words)[0]) {
		t.Errorf("on the page stands %s", got)
	}
	r.Undo()
	if strings.Contains(desktest.Said(r.preview.list), goneSign) {
		t.Error("it is marked although the article is there again")
	}
}

func TestWhatIsTypedIntoAReportIsKept(t *testing.T) {
	r, _ := newReport(t)
	typed := func() string {
		if !r.page.form.isOpen() {
			return ""
		}
		return r.page.form.text.Text()
	}
	r.at(1)
	r.letter('p')
	test.Type(r.page.form.text.Input(), "Half a senten")
	r.GiveUp()
	if r.page.form.isOpen() || r.OpenAgain == nil {
		t.Fatal("it is not put aside")
	}
	r.OpenAgain()
	if typed() != "Half a senten" {
		t.Fatalf("Undo opens %q", typed())
	}
	r.View.Leave()
	r.Reopen(t)
	r.View.Opened()
	r.choices.setKind(notes.KindReport)
	if len(r.page.drafts.list) != 1 || !strings.Contains(desktest.Said(r.page.below), "Half a senten") {
		t.Fatalf("after the next start %d drafts are offered", len(r.page.drafts.list))
	}
	r.page.takeUp(r.page.made.report.ID, r.page.drafts.list[0])
	if r.page.cards.Visible() {
		t.Error("what is unfinished is offered while something is filled in")
	}
	test.Type(r.page.form.text.Input(), "ce.")
	// what somebody else does meanwhile leaves it as it is
	r.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityReportItem, r.page.made.items[1].ID) })
	if typed() != "Half a sentence." {
		t.Errorf("after a write elsewhere stands %q", typed())
	}
	r.Save()
	r.wants(t, "heading Wants", "quote", "quote", "paragraph Half a sentence.")
	if len(r.page.drafts.list) != 0 {
		t.Error("the draft of what is saved is offered still")
	}
}

func TestAPartThatSomebodyElseDeletedIsSavedAnew(t *testing.T) {
	r, _ := newReport(t)
	r.at(1)
	r.letter('e')
	test.Type(r.page.form.text.Input(), " Really.")
	r.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityReportItem, r.page.made.items[1].ID) })
	r.Save()
	r.wants(t, "heading Wants", "quote", "quote", "paragraph All want it. Really.")
}

func TestReportsAreMadeRenamedChosenAndDeleted(t *testing.T) {
	r := sample(t)
	r.choices.setKind(notes.KindReport)
	if said := desktest.Said(r.body); !strings.Contains(said, "A report is a page of your own") {
		t.Errorf("without a report stands %q", said)
	}
	r.Choose("New Report…")
	r.answer(t, "First")
	if said := desktest.Said(r.body); !strings.Contains(said, "This report is empty") {
		t.Errorf("of an empty report stands %q", said)
	}
	r.Choose("New Report…")
	r.answer(t, "Second")
	r.Choose("Rename the Report…")
	r.answer(t, "Third")
	if got := r.made.report.report.Title; got != "Third" || r.choices.report.Said() != "Third" {
		t.Errorf("it is called %q", got)
	}
	r.choices.report.Focus()
	r.press(fyne.KeyUp)
	if got := r.made.report.report.Title; got != "First" {
		t.Errorf("shown is %q", got)
	}
	r.Choose("Delete the Report")
	if got := r.made.report.report.Title; got != "Third" || len(r.reports.list) != 1 {
		t.Errorf("after deleting the other is shown %q", got)
	}
	if r.Undo(); len(r.reports.list) != 2 {
		t.Error("Undo does not bring it back")
	}
	for _, field := range []fyne.CanvasObject{r.choices.scope, r.choices.days, r.choices.order, r.choices.source, r.choices.coder} {
		if field.Visible() {
			t.Errorf("%T asks for what makes no sense of a report", field)
		}
	}
	r.choices.setKind(notes.KindArticles)
	if !r.choices.scope.Visible() || r.choices.ofReport.Visible() {
		t.Error("the choices of other documents are hidden")
	}
}

func TestAPresetKeepsWhichReport(t *testing.T) {
	r, _ := newReport(t)
	id := r.made.options.Report
	r.Choose("Save as Preset…")
	r.answer(t, "The report")
	key := r.presets.list[0].ID.String()
	r.Choose("New Report…")
	r.answer(t, "Another")
	r.choices.setKind(notes.KindArticles)
	if r.presets.choose(key); r.made.options.Report != id {
		t.Errorf("the preset shows %v", r.made.report.report)
	}
}

func TestAListOfAReportRenewsItselfAndThePlaceStays(t *testing.T) {
	r, _ := newReport(t)
	issues := r.IssueItems("")
	on := slices.IndexFunc(issues, func(i control.Item) bool { return i.Name == "Summit of the two presidents" }) // on which all keep silent
	issue := store.ID(issues[on].ID)
	r.reports.put(desk.Selected{IDs: []store.ID{issue}, Of: desk.KindOfIssues})
	r.at(3)
	rows := len(r.preview.pages.rows)
	mine := r.positionsOf(t, 1)[0]
	var a store.Annotation
	a, err := r.Project.Annotation(t.Context(), mine)
	if err != nil {
		t.Fatal(err)
	}
	r.Write(t, func(b *store.Batch) error {
		a.ID, a.Target, a.Stance = store.ID{}, store.Target{Issue: issue}, store.StanceOppose
		_, err := b.AddAnnotation(a)
		return err
	})
	if len(r.preview.pages.rows) <= rows || r.atPart() != 3 {
		t.Errorf("there are %d rows of %d, selected is part %d", len(r.preview.pages.rows), rows, r.atPart())
	}
}

// What is typed waits for the part; it does not wait for ever for one that is never shown.
func TestWhatIsTypedDoesNotWaitForAPartThatIsNotShown(t *testing.T) {
	r, _ := newReport(t)
	r.page.saved(store.NewID(), r.Ahead.Hold())
	if r.Ahead.Keep(nil) {
		t.Error("it waits still")
	}
}

// Undo and Redo lead to the part that they bring back or change.
func TestUndoInAReportSelectsWhatItBringsBack(t *testing.T) {
	r, _ := newReport(t)
	is := func(what string, part int) {
		t.Helper()
		if list, has := r.page.chosen(); !has || list[0].ID != r.page.made.items[part].ID {
			t.Errorf("%s: chosen are %v, want part %d", what, list, part)
		}
	}
	r.at(1)
	r.press(fyne.KeyDelete)
	r.at(0)
	r.Undo()
	is("a part that was deleted", 1)
	r.Choose("Move Down")
	r.at(0)
	r.Undo()
	is("a part that was moved", 1)
	r.Write(t, func(b *store.Batch) error {
		return b.EditReportItem(r.page.made.items[0].ID, func(i *store.ReportItem) { i.Text = "Wishes" })
	})
	r.at(3)
	r.Undo()
	is("a heading that was changed", 0)
}
