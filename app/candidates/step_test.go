package candidates

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/storetest"
)

func TestWhatWasCorrectedOrTickedIsTakenBackAndDoneAgain(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Source: Courier\n\nTalks began.", "b.txt", "Talks ended.")...)
	rows := func() []Candidate { return b.Rows(0, 2) }
	if err := b.Set(intake.FieldSource, "Wire", 0, 1); err != nil {
		t.Fatal(err)
	}
	if err := b.Set(intake.FieldSource, "Wire", 0, 1); err != nil { // changes nothing, and is no step
		t.Fatal(err)
	}
	b.Tick(false, 0)
	if ids := b.Undo(); !slices.Equal(ids, []int{0}) || !rows()[0].Ticked {
		t.Errorf("the tick of %v is taken back: %+v", ids, rows()[0])
	}
	if ids := b.Undo(); !slices.Equal(ids, []int{0, 1}) {
		t.Errorf("the correction of %v is taken back", ids)
	}
	one, two := rows()[0], rows()[1]
	if one.Article.Source != "Courier" || one.From[intake.FieldSource].Place != intake.PlaceHead || two.Article.Source != "" {
		t.Errorf("after that the sources are %q (%v) and %q", one.Article.Source, one.From, two.Article.Source)
	}
	if n := b.Totals().Edited; n != 0 {
		t.Errorf("after that %d are edited", n)
	}
	if ids := b.Undo(); ids != nil {
		t.Errorf("a third step of %v is taken back", ids)
	}
	if kind, is := b.CanRedo(); !is || kind != Corrections || len(b.Redo()) != 2 || rows()[1].Article.Source != "Wire" {
		t.Errorf("done again the source is %q", rows()[1].Article.Source)
	}
	if err := b.Set(intake.FieldSource, "Herald", 1); err != nil {
		t.Fatal(err)
	}
	if ids := b.Redo(); ids != nil {
		t.Errorf("what was taken back before something else was done is done again: %v", ids)
	}
}

// What a field had is of no use where its file was read in another way.
func TestStepsOfAFileThatIsReadInAnotherWayAreForgotten(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Talks began.", "b.txt", "Talks ended.")...)
	if err := b.Set(intake.FieldTitle, "Talks", 0, 1); err != nil {
		t.Fatal(err)
	}
	if err := b.Reread(t.Context(), func(o *intake.Options) { o.Encoding = "koi8-r" }, 0); err != nil {
		t.Fatal(err)
	}
	if ids := b.Undo(); !slices.Equal(ids, []int{1}) || b.Row(0).Article.Title != "Talks" {
		t.Errorf("taken back of %v; the one that was read again is %q", ids, b.Row(0).Article.Title)
	}
}

func TestNoMoreStepsAreKeptThanAreOfUse(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Talks began.")...)
	for range mostSteps + 10 {
		b.Toggle(0)
	}
	n := 0
	for b.Undo() != nil {
		n++
	}
	if n != mostSteps {
		t.Errorf("%d steps are kept", n)
	}
}

func TestAnAnswerThatTakesTheDateOutOfTheTextHasItComparedAnew(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	names := files(t, "a.txt", "Date: 2031-04-03\nSource: Wire\n\nTalks began.", "b.txt", "Date: 03/04/2031\nSource: Wire\n\nTalks began.")
	b := mustRead(t, NewBatch(p, intake.Options{}), names...)
	mustCompare(t, b, NewSketches(p))
	if c := b.Row(1); c.Same != nil || !c.Ticked {
		t.Fatalf("before the answer it is %+v", c)
	}
	if err := b.Answer(t.Context(), intake.DayFirst); err != nil {
		t.Fatal(err)
	}
	mustCompare(t, b, NewSketches(p))
	if c := b.Row(1); c.Same == nil || len(c.Near) > 0 || c.Ticked {
		t.Errorf("after the answer it is %+v", c)
	}
}

func TestAnAnswerAboutDatesIsTakenBackAndGivenAgain(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	names := files(t, "a.txt", "Date: 2031-04-03\nSource: Wire\n\nTalks began.", "b.txt", "Date: 03/04/2031\nSource: Wire\n\nTalks began.",
		"c.csv", "title,date,body\nFerry,05/06/2031,It sails at noon from the quay.\n")
	b := mustRead(t, NewBatch(p, intake.Options{}), names...)
	sketches := NewSketches(p)
	mustCompare(t, b, sketches)
	before := b.Rows(0, 3)
	if err := b.Answer(t.Context(), intake.DayFirst); err != nil {
		t.Fatal(err)
	}
	mustCompare(t, b, sketches)
	after := b.Rows(0, 3)
	days := []store.Date{after[1].Article.Published, after[2].Article.Published}
	if _, asks := b.Question(); asks || !slices.Equal(days, []store.Date{"2031-04-03", "2031-06-05"}) || after[1].Ticked {
		t.Fatalf("after the answer they are %+v", after)
	}
	check := func(what string, want []Candidate) {
		t.Helper()
		mustCompare(t, b, sketches)
		if diff := cmp.Diff(want, b.Rows(0, 3), cmp.Comparer(func(a, b intake.Doubt) bool { return a.Value == b.Value }),
			cmp.Comparer(func(a, b say.Sentence) bool { return a.String() == b.String() })); diff != "" {
			t.Errorf("%s: -want +got\n%s", what, diff)
		}
	}
	if kind, is := b.CanUndo(); !is || kind != Answers || len(b.Undo()) != 2 {
		t.Fatal("the answer is not taken back")
	}
	check("taken back", before)
	if text, err := b.Text(t.Context(), b.Row(1).ID); err != nil || !strings.HasPrefix(text, "Date: ") {
		t.Errorf("its text is %q, %v", text, err)
	}
	if _, asks := b.Question(); !asks {
		t.Error("it is not asked again")
	}
	if b.Redo(); b.Row(1).Ticked {
		t.Error("what is there already is ticked")
	}
	check("given again", after)
	b.Undo()
	if err := b.Answer(t.Context(), intake.MonthFirst); err != nil || b.Row(1).Article.Published != "2031-03-04" {
		t.Errorf("another answer is %q, %v", b.Row(1).Article.Published, err)
	}
}
