package candidates

import (
	"context"
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

// Its table has two rows, or with other columns one alone of which an article comes: the others that stand for it then are none.
func TestHowAFileIsReadIsTakenBackAndDoneAgainAndWhatWasDoneBefore(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := NewBatch(p, intake.Options{Columns: map[string]intake.Field{"none": ""}})
	mustRead(t, b, files(t, "a.txt", "Talks began\nin the hall.\n\nThey go on\nthere.",
		"b.csv", "title,date,body\nFerry,05/06/2031,It sails at noon from the quay.\nTram,,It goes at night to the hall.\n",
		"c.txt", "Date: 13/06/2031\n\nIt sails at noon from the quay.")...)
	sketches := NewSketches(p)
	type seen struct {
		Rows   []Candidate
		Totals Totals
		Texts  []string
		Ways   []intake.Options
	}
	look := func() (s seen) {
		mustCompare(t, b, sketches)
		s.Rows, s.Totals = b.Rows(0, b.Len()), b.Totals()
		for _, c := range s.Rows {
			text, err := b.Text(t.Context(), c.ID)
			s.Ways = append(s.Ways, b.OptionsOf(c.ID))
			s.Texts = append(s.Texts, text)
			if (err != nil) != (c.Err != nil) {
				t.Errorf("the text of %d: %v", c.ID, err)
			}
		}
		return s
	}
	states := []seen{look()}
	kinds := []StepKind{Corrections, Ticks, Encodings, Columns, Corrections, Lines}
	read := func(kind StepKind, change func(*intake.Options), ids ...int) {
		t.Helper()
		if err := b.Reread(t.Context(), kind, change, ids...); err != nil {
			t.Fatal(err)
		}
	}
	for _, do := range []func(){
		func() { _ = b.Set(intake.FieldTitle, "Talks", 0, 1) },
		func() { b.Tick(false, 2) },
		func() { read(Encodings, func(o *intake.Options) { o.Encoding = "utf-16le" }, 0, 1) },
		func() {
			read(Columns, func(o *intake.Options) {
				o.Encoding, o.Columns = "", map[string]intake.Field{"title": intake.FieldBody, "body": intake.FieldTitle}
			}, b.Row(1).ID)
		},
		func() { _ = b.Set(intake.FieldSource, "Wire", b.IDs()...) },
		func() { read(Lines, func(o *intake.Options) { o.KeepLines = true }, 0) },
	} {
		do()
		states = append(states, look())
	}
	check := func(what string, at int) {
		t.Helper()
		if diff := cmp.Diff(states[at], look(), cmp.Comparer(func(a, b intake.Doubt) bool { return a.Value == b.Value }),
			cmp.Comparer(func(a, b say.Sentence) bool { return a.String() == b.String() }),
			cmp.Comparer(func(a, b error) bool { return (a == nil) == (b == nil) })); diff != "" {
			t.Errorf("%s to %d: -want +got\n%s", what, at, diff)
		}
	}
	for range 2 {
		for at := len(kinds) - 1; at >= 0; at-- {
			if kind, is := b.CanUndo(); !is || kind != kinds[at] || len(b.Undo()) == 0 {
				t.Errorf("the step %d is of the kind %v (%v)", at, kind, is)
			}
			check("taken back", at)
		}
		for at, want := range kinds {
			if kind, is := b.CanRedo(); !is || kind != want || len(b.Redo()) == 0 {
				t.Errorf("the step %d to be done again is of the kind %v (%v)", at, kind, is)
			}
			check("done again", at+1)
		}
	}
}

// Read in another way, the first article has the text of the second, which is no longer ticked then, and the day of the third is known.
func TestWhatAReadingChangesOfOtherFilesIsTakenBackWithIt(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t,
		"a.csv", "first,second,date\nThe ferry sails at noon from the quay.,Another text that is long enough.,13/06/2031\n",
		"b.txt", "Another text that is long enough.", "c.csv", "title,date,body\nTram,05/06/2031,It goes at night to the hall.\n")...)
	sketches := NewSketches(p)
	read := func(body, date string) {
		if err := b.Reread(t.Context(), Columns, func(o *intake.Options) {
			o.Columns = map[string]intake.Field{"first": "", "second": "", "date": intake.Field(date)}
			o.Columns[body] = intake.FieldBody
		}, b.Row(0).ID); err != nil {
			t.Fatal(err)
		}
		mustCompare(t, b, sketches)
	}
	read("first", "")
	if rows := b.Rows(0, 3); !rows[1].Ticked || rows[2].Doubt == nil {
		t.Fatalf("before they are %+v", rows)
	}
	changed := func() bool {
		mustCompare(t, b, sketches)
		rows := b.Rows(0, 3)
		return !rows[1].Ticked && rows[1].Same != nil && rows[2].Article.Published == "2031-06-05"
	}
	if read("second", string(intake.FieldDate)); !changed() {
		t.Fatalf("read in another way they are %+v", b.Rows(0, 3))
	}
	b.Undo()
	mustCompare(t, b, sketches)
	if rows := b.Rows(0, 3); !rows[1].Ticked || rows[1].Same != nil || rows[2].Doubt == nil || rows[2].Article.Published != "" {
		t.Errorf("taken back they are %+v", rows)
	}
	if b.Redo(); !changed() {
		t.Errorf("done again they are %+v", b.Rows(0, 3))
	}
}

// A file that comes once more may be another.
func TestStepsOfAFileThatComesOnceMoreAreForgotten(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	names := files(t, "a.csv", "title,body\nFerry,It sails at noon.\nTram,It goes at night.\n", "b.txt", "Talks ended.")
	b := mustRead(t, NewBatch(p, intake.Options{}), names...)
	if err := b.Set(intake.FieldTitle, "Talks", 0, 1, 2); err != nil {
		t.Fatal(err)
	}
	if err := b.Reread(t.Context(), Encodings, func(o *intake.Options) { o.Encoding = "utf-16le" }, 0); err != nil {
		t.Fatal(err)
	}
	if b.Len() == 3 {
		t.Fatal("in another encoding there are as many rows")
	}
	mustRead(t, b, names[0])
	if ids := b.Undo(); !slices.Equal(ids, []int{2}) {
		t.Errorf("taken back of %v", ids)
	}
	if ids := b.Undo(); ids != nil {
		t.Errorf("then of %v", ids)
	}
}

func TestWhoStopsReadingFilesInAnotherWayLeavesAllAsItWas(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Talks began.", "b.txt", "Talks ended.")...)
	ctx, stop := context.WithCancel(t.Context())
	calls := 0
	err := b.Reread(ctx, Encodings, func(o *intake.Options) {
		o.Encoding = "utf-16le"
		if calls++; calls == 2 {
			stop()
		}
	}, 0, 1)
	if _, is := b.CanUndo(); is || err == nil || b.OptionsOf(0).Encoding != "" || b.Totals().Articles != 2 {
		t.Errorf("stopped with %v, it can be taken back: %v; %+v", err, is, b.Totals())
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
