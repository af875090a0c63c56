package standings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/store"
	"standpoint/store/storetest"
)

// changesOf shows the changes of the sample project, with the first one chosen.
func changesOf(t *testing.T) (s *seat, first turnRow) {
	t.Helper()
	s = sample(t)
	s.turnTo(tabChanges)
	if len(s.changes.turns) < 2 {
		t.Fatalf("the sample has %d changes", len(s.changes.turns))
	}
	s.changes.rows.Select(s.changes.turns[0].id)
	first, is := s.changes.chosen()
	if !is {
		t.Fatal("no change is chosen")
	}
	return s, first
}

// row is the change with the id, as it is listed now.
func (s *seat) row(id store.ID) (turnRow, bool) {
	for _, r := range s.changes.turns {
		if r.id == id {
			return r, true
		}
	}
	return turnRow{}, false
}

// shown are the words of the row of a change.
func shown(r turnRow) string {
	row := newChangeRow(func(turnRow) {})
	row.Fill(r)
	row.Resize(fyne.NewSize(900, row.HeightFor(900)))
	return strings.ReplaceAll(desktest.Said(row), "\u00a0", " ")
}

func TestSpaceTicksAChangeAsExplainedAndUndoOpensItAgain(t *testing.T) {
	s, first := changesOf(t)
	if got := shown(first); !strings.Contains(got, "□ explained") || strings.Contains(got, "✓") {
		t.Errorf("it says %q", got)
	}
	if !s.Choose("Explained") {
		t.Fatal("it cannot be explained")
	}
	now, _ := s.row(first.id)
	if got := shown(now); !strings.Contains(got, "■ explained") || !strings.Contains(got, "✓ Explained by "+s.Project.Coder().Name+" on ") {
		t.Errorf("it says %q", got)
	}
	if s.Told() != "The change is explained. Ctrl+Z opens it again." || s.reads != 2 {
		t.Errorf("told is %q, after %d reads", s.Told(), s.reads)
	}
	if chosen, is := s.changes.chosen(); !is || chosen.id != first.id {
		t.Error("another change is chosen")
	}
	s.Choose("Explained")
	if now, _ := s.row(first.id); now.isExplained() {
		t.Error("it is not open again")
	}
	for _, want := range []bool{true, false} {
		s.Desk.Undo()
		if now, _ := s.row(first.id); now.isExplained() != want {
			t.Errorf("after Undo it is explained: %v", !want)
		}
	}
	if len(s.Went) > 0 {
		t.Errorf("Undo leads away from the changes, to %v", s.Went)
	}
}

// note explains the chosen change with a note.
func (s *seat) note(t *testing.T, want, note string) {
	t.Helper()
	s.answer(t, "Explain with a Note…", func(field *control.Field) {
		if field.Text() != want {
			t.Errorf("the note is %q, want %q", field.Text(), want)
		}
		field.SetText(note)
	})
}

// answer fills in the field of the box that a command opens, and agrees.
func (s *seat) answer(t *testing.T, command string, fill func(*control.Field)) {
	t.Helper()
	if !s.Choose(command) {
		t.Fatalf("%s cannot be done", command)
	}
	fill(desktest.Find[*control.Field](t, s.Window.Canvas().Overlays().Top()))
	s.Agree(t)
}

// explainedInSample is how many changes of the sample project are explained.
const explainedInSample = 1

func TestAChangeIsExplainedWithANoteThatIsEditedAndOpensAgainWhenAPositionChanges(t *testing.T) {
	s, first := changesOf(t)
	s.note(t, "", "  The toll rose. ")
	s.note(t, "The toll rose.", "The toll rose twice.")
	now, _ := s.row(first.id)
	if got := shown(now); !strings.Contains(got, "✓ Explained by ") || !strings.Contains(got, "The toll rose twice.") {
		t.Errorf("it says %q", got)
	}
	if list, err := s.Project.Explanations(t.Context()); err != nil || len(list) != explainedInSample+1 {
		t.Errorf("explained are %+v, %v", list, err)
	}
	s.Write(t, func(b *store.Batch) error {
		return b.UpdateAnnotation(first.From.Position.ID, func(a *store.Annotation) { a.Condition = "if the ice melts" })
	})
	now, is := s.row(first.id)
	if got := shown(now); !is || !strings.Contains(got, "□ explained") || !strings.Contains(got, "The toll rose twice.") ||
		!strings.Contains(got, "↺ Open again, since a stance changed: explained by ") {
		t.Errorf("it says %q", got)
	}
	s.Choose("Explained")
	if now, _ := s.row(first.id); !now.isExplained() || !strings.Contains(shown(now), "The toll rose twice.") {
		t.Errorf("explained anew it says %q", shown(now))
	}
}

func TestChangesThatAreTickedInAHurryAreAllExplained(t *testing.T) {
	s, _ := changesOf(t)
	letGo := s.HoldBack()
	for _, r := range s.changes.turns[:2] {
		s.changes.rows.Select(r.id)
		s.Choose("Explained")
	}
	letGo()
	if list, err := s.Project.Explanations(t.Context()); err != nil || len(list) != explainedInSample+2 {
		t.Errorf("%d are explained, %v", len(list), err)
	}
}

func TestOnlyChangesNotExplainedAreListedAndTheNextIsComeTo(t *testing.T) {
	s, first := changesOf(t)
	second := s.changes.turns[1]
	all := len(s.changes.turns)
	s.Choose("Only Changes Not Explained")
	s.Choose("Explained")
	open := all - explainedInSample - 1
	s.View.Opened()
	if s.turnTo(tabChanges); s.form.Value() != changesOpen {
		t.Errorf("when the project is opened again they are listed %q", s.form.Value())
	}
	if _, is := s.row(first.id); is || len(s.changes.turns) != open {
		t.Errorf("%d are listed, want %d", len(s.changes.turns), open)
	}
	if chosen, is := s.changes.chosen(); !is || chosen.id != second.id {
		t.Error("the next change is not the chosen one")
	}
	for range open {
		s.Choose("Explained")
	}
	if said := desktest.Said(s.body); !strings.Contains(said, "All changes among the positions that count are explained.") {
		t.Fatalf("it says %q", said)
	}
	s.empty.Lead().Tapped(nil)
	if len(s.changes.turns) != all || s.form.Value() != changesAll {
		t.Errorf("%d are listed, want all %d", len(s.changes.turns), all)
	}
}

func TestAChangeTellsThroughWhomItIsKnownAndWhoseWordItIs(t *testing.T) {
	s, first := changesOf(t)
	told, err := s.Project.Annotation(t.Context(), first.To.Position.ID)
	if err == nil && told.Statement != (store.ID{}) {
		told, err = s.Project.Annotation(t.Context(), told.Statement)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Write(t, func(b *store.Batch) error {
		return b.SetParticipants(told.ID, append(told.Participants, store.Participant{Role: store.RoleCarrier, Words: "the Delta Telegraph"}))
	})
	s.changes.rows.Select(first.id)
	if now, is := s.changes.chosen(); !is || !strings.Contains(shown(now), "the Delta Telegraph") {
		t.Errorf("it says %q", shown(now))
	}
	for _, r := range s.changes.turns {
		if r.To.Told || r.From.Told {
			s.changes.rows.Select(r.id)
			if now, is := s.changes.chosen(); !is || !strings.Contains(shown(now), "according to ") {
				t.Errorf("it says %q", shown(now))
			}
			return
		}
	}
	t.Error("nobody’s word is somebody else’s")
}

// reopened shows the changes of the sample project, none of which is explained any more.
func reopened(t *testing.T) (s *seat, first turnRow) {
	t.Helper()
	s, first = changesOf(t)
	s.Write(t, func(b *store.Batch) error {
		for _, r := range s.changes.turns {
			if err := b.Unexplain(r.Pair()[0], r.Pair()[1]); err != nil {
				return err
			}
		}
		return nil
	})
	return s, first
}

// selectTogether selects so many changes, from the first on.
func (s *seat) selectTogether(t *testing.T, n int) []turnRow {
	t.Helper()
	s.changes.rows.Select(s.changes.turns[0].id)
	s.changes.list.Together.ExtendTo(n - 1)
	all := s.changes.selected()
	if len(all) != n {
		t.Fatalf("%d are selected, want %d", len(all), n)
	}
	return all
}

// explained are those of some changes that are explained now.
func (s *seat) explained(all []turnRow) (n int) {
	for _, r := range all {
		if now, is := s.row(r.id); is && now.isExplained() {
			n++
		}
	}
	return n
}

func TestSeveralChangesAreExplainedWithOneNoteByOneAction(t *testing.T) {
	s, _ := reopened(t)
	all := s.selectTogether(t, 3)
	s.note(t, "", "The thaw came.")
	if s.Told() != "3 changes are explained. Ctrl+Z opens them again." {
		t.Errorf("it says %q", s.Told())
	}
	check := func(want int, when string) {
		t.Helper()
		if n := s.explained(all); n != want {
			t.Errorf("%s %d are explained, want %d", when, n, want)
		}
	}
	check(3, "with a note")
	for _, r := range all {
		now, _ := s.row(r.id)
		s.changes.rows.Select(r.id)
		if got := shown(now); !strings.Contains(got, "The thaw came.") {
			t.Errorf("it says %q", got)
		}
	}
	s.Desk.Undo()
	check(0, "after one Undo")
	s.Desk.Redo()
	check(3, "done again")
	s.selectTogether(t, 3)
	s.Choose("Explained")
	check(0, "with all of them opened")
	s.Desk.Undo()
	check(3, "with that undone")
	s.selectTogether(t, 3)
	s.note(t, "The thaw came.", "The toll rose.")
	s.changes.rows.Come(s.changes.turns[0])
	s.note(t, "The toll rose.", "Both.")
	s.selectTogether(t, 3)
	if s.note(t, "", "One for all."); s.explained(all) != 3 {
		t.Error("notes that differ are not replaced")
	}
}

func TestSpaceExplainsThoseOfSeveralChangesThatAreNotAndKeepsNotes(t *testing.T) {
	s, first := reopened(t)
	s.note(t, "", "The thaw came.")
	all := s.selectTogether(t, 3)
	s.Choose("Explained")
	now, _ := s.row(first.id)
	if s.explained(all) != 3 || !strings.Contains(shown(now), "The thaw came.") || !strings.HasPrefix(s.Told(), "2 changes are explained.") {
		t.Errorf("%d are explained, the first says %q, told is %q", s.explained(all), shown(now), s.Told())
	}
	if len(s.changes.selected()) != 3 {
		t.Errorf("%d are selected then", len(s.changes.selected()))
	}
	s.changes.ticked(now)
	if s.explained(all) != 0 {
		t.Error("a click on the tick of one that is selected leaves others explained")
	}
	other := s.changes.turns[4]
	s.changes.ticked(other)
	if n := s.explained(append(all, other)); n != 1 {
		t.Errorf("a click on the tick of one that is not selected explains %d of %d", n, len(s.changes.turns))
	}
}

func TestWhereOnlyChangesNotExplainedAreListedTheOneAfterSeveralIsComeTo(t *testing.T) {
	s, _ := reopened(t)
	s.Choose("Only Changes Not Explained")
	all := s.selectTogether(t, 2)
	next := s.changes.turns[2].id
	s.Choose("Explained")
	if chosen, is := s.changes.chosen(); !is || chosen.id != next || s.explained(all) > 0 {
		t.Errorf("chosen is %v %v", is, chosen.Issue.Label)
	}
}

func TestMoreChangesThanOneBatchHasAreExplainedByOneAction(t *testing.T) {
	s, _ := reopened(t)
	if _, err := storetest.Fill(t.Context(), s.Project, storetest.Size{Articles: 40, Annotations: 1200, Actors: 4, Issues: 40}); err != nil {
		t.Fatal(err)
	}
	s.changes.list.Focus()
	s.changes.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	all := s.changes.selected()
	if len(all) <= store.MostRows || len(all) != len(s.changes.turns) {
		t.Fatalf("%d of %d changes are selected", len(all), len(s.changes.turns))
	}
	s.note(t, "", "In the spring.")
	if n := s.explained(all); n != len(all) {
		t.Errorf("%d of %d are explained", n, len(all))
	}
	s.Desk.Undo()
	if n := s.explained(all); n != 0 {
		t.Errorf("after one Undo %d are explained", n)
	}
}

// The keyboard goes past the ticks of the rows, as the list has it as a whole; who ticks with the mouse has it in the list.
func TestTabGoesPastTheTicksOfChanges(t *testing.T) {
	s, _ := changesOf(t)
	c := s.Window.Canvas()
	c.FocusPrevious()
	if focused := c.Focused(); focused != fyne.Focusable(s.filter.kept.pick) {
		t.Errorf("before the list the keyboard is at %T", focused)
	}
	c.FocusNext()
	if !s.changes.list.Focused() {
		t.Errorf("back from there it is at %T", c.Focused())
	}
	c.FocusNext()
	if _, is := c.Focused().(*control.Splitter); !is {
		t.Errorf("behind the list it is at %T", c.Focused())
	}
	c.Unfocus()
	before := s.changes.turns[0].isExplained()
	test.Tap(desktest.Find[*control.RowButton](t, s.changes.list))
	if s.changes.turns[0].isExplained() == before || !s.changes.list.Focused() {
		t.Errorf("ticked, explained is %v and the keyboard at %T", s.changes.turns[0].isExplained(), c.Focused())
	}
}
