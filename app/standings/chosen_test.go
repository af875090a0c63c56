package standings

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
	"standpoint/store"
)

// openedAgain is the view after the project was closed and opened.
func (s *seat) openedAgain() {
	s.forms, s.spreads, s.hidden, s.pinned = nil, nil, nil, nil
	s.View.Opened()
	s.View.Shown()
}

// actor is who stands in the row of a spot.
func (s *seat) actor(spot int) string {
	for _, n := range s.made.sheet.Shape(s.made.sheet.Spot(spot).Shape).Of {
		if n.Variable == discourse.VariableHolder {
			return n.Label
		}
	}
	return ""
}

func (s *seat) choose(t *testing.T, label string) {
	t.Helper()
	if !s.Choose(label) {
		t.Fatalf("%q cannot be chosen", label)
	}
}

func TestATableIsTurnedAndStaysSo(t *testing.T) {
	s := sample(t)
	wide, tall := s.made.sheet.Stay.Foot, s.made.sheet.Stay.Left
	s.choose(t, "Turn Table")
	if s.made.sheet.Stay.Foot == wide && s.made.sheet.Stay.Left == tall || s.spread.Value() != issuesDown {
		t.Error("it is not turned")
	}
	s.openedAgain()
	if s.made.chosen.spread != issuesDown || s.spread.Value() != issuesDown {
		t.Errorf("when the project is opened again it is spread by %q", s.made.chosen.spread)
	}
	s.choose(t, "Turn Table")
	if s.made.sheet.Stay.Foot != wide {
		t.Error("it is not turned back")
	}
}

func TestWhatIsHiddenInTheTableIsToldAndComesBack(t *testing.T) {
	s := sample(t)
	s.picture.come(0)
	first, spots := s.actor(0), s.made.sheet.Spots()
	s.choose(t, "Hide Row")
	said := desktest.Said(s.top)
	if s.actor(0) == first || s.made.sheet.Spots() >= spots || s.back.Hidden || !strings.Contains(said, "1 actor hidden – show") {
		t.Errorf("first stands %q, was %q; it says %q", s.actor(0), first, said)
	}
	s.choose(t, "Hide Column")
	s.openedAgain()
	if s.actor(0) == first || !strings.Contains(desktest.Said(s.top), "2 actors and issues hidden – show") {
		t.Errorf("when the project is opened again it says %q", desktest.Said(s.top))
	}
	s.turnTo(tabBalance)
	if !s.back.Hidden {
		t.Error("what is hidden in the table is told elsewhere")
	}
	s.turnTo(tabTable)
	s.back.Tapped(nil)
	if s.actor(0) != first || s.made.sheet.Spots() != spots || !s.back.Hidden {
		t.Errorf("it does not come back: %d spots of %d", s.made.sheet.Spots(), spots)
	}
}

func TestARowIsPinnedFromTheMenuOfItsName(t *testing.T) {
	s := sample(t)
	last := s.made.sheet.Spots() - 1
	name := s.actor(last)
	for i := range 10_000 { // the name of the last row
		if shape := s.made.sheet.Shape(i); shape.Text == name && len(shape.Of) == 1 {
			s.openMenu(i, fyne.Position{})
			break
		}
	}
	s.choose(t, "Pin Row")
	if s.actor(0) != name {
		t.Errorf("first stands %q, want %q", s.actor(0), name)
	}
	s.picture.come(0)
	s.choose(t, "Pin Row")
	if s.actor(0) == name {
		t.Error("it stays pinned")
	}
}

func TestATimelineOfNothingInParticularLeadsToOne(t *testing.T) {
	s := sample(t)
	s.turnTo(tabTimeline)
	if said := desktest.Said(s.body); !strings.Contains(said, "A timeline is of one issue") || s.empty.Lead() == nil {
		t.Fatalf("it says %q", said)
	}
	s.openedAgain()
	if s.Window.Canvas().Focused() != fyne.Focusable(s.empty.Lead()) {
		t.Errorf("when the project is opened again the keyboard is at %T", s.Window.Canvas().Focused())
	}
	if !s.empty.Lead().TakesLetters() {
		t.Error("letters that an input method keeps are lost")
	}
	s.empty.Lead().TypedRune('b')
	if s.tab != tabBalance {
		t.Error("a letter does not lead to another tab")
	}
	s.turnTo(tabTimeline)
	s.empty.Lead().Tapped(nil)
	if s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("the keyboard is at %T", s.Window.Canvas().Focused())
	}
	if s.made.sheet == nil || len(s.filter.asked.Issues) != 1 {
		t.Fatal("no timeline is shown")
	}
	for _, r := range s.made.rows.List {
		if r.Issue.Issue != s.filter.asked.Issues[0] {
			t.Error("another issue is in it")
		}
	}
}

func TestATimelineFitsTheWindowUntilItIsSpread(t *testing.T) {
	s := sample(t)
	s.turnTo(tabTimeline)
	s.empty.Lead().Tapped(nil)
	for _, width := range []float32{1100, 900} {
		s.Window.Resize(fyne.NewSize(width, 700))
		if got, want := s.made.sheet.Width, float64(s.picture.Size().Width); got != want {
			t.Errorf("it is %v wide in %v", got, want)
		}
	}
	s.choose(t, "By Day")
	if s.made.sheet.Width <= float64(s.picture.Size().Width) || s.spread.Value() != string(discourse.Days) {
		t.Errorf("by day it is %v wide in %v", s.made.sheet.Width, s.picture.Size().Width)
	}
	s.choose(t, "All of the Time")
	if s.made.sheet.Width != float64(s.picture.Size().Width) {
		t.Errorf("all of the time is %v wide in %v", s.made.sheet.Width, s.picture.Size().Width)
	}
}

func TestABarLeadsToThePositionsThatItCounts(t *testing.T) {
	s := sample(t)
	s.turnTo(tabBalance)
	s.form.OnChanged(sharesOf + "positions")
	s.choose(t, "By Month")
	shape := s.made.sheet.Spot(0).Shape
	s.list(shape)
	if want := s.made.sheet.Shape(shape).Behind; len(want) == 0 || !slices.Equal(s.behind.ids, want) {
		t.Errorf("listed are %v, want %v", s.behind.ids, want)
	}
	if !strings.Contains(s.made.sheet.Words(), "%") || !strings.Contains(s.made.sheet.Words(), "2026-03") {
		t.Errorf("it tells %q", s.made.sheet.Words())
	}
}

func TestWhatStancesCountAsIsChosenAndChecked(t *testing.T) {
	s := sample(t)
	s.turnTo(tabNetwork)
	said := func() string { return desktest.Said(s.top) }
	if !strings.Contains(said(), "Support counts as 1, opposition as −1") {
		t.Errorf("it says %q", said())
	}
	s.network.stances.set.OnChanged("support=1,oppose=0")
	if v := s.made.woven.way.choices().Values; len(v) != 2 || !strings.Contains(said(), "Left out: neutral and unclear.") {
		t.Errorf("stances count as %v; it says %q", v, said())
	}
	s.network.stances.set.OnChanged(otherStances)
	s.network.stances.other.SetText("support=1,against=0")
	s.network.stances.other.OnSubmitted("")
	if !strings.Contains(said(), "“against” is no stance.") || s.network.stances.asked != "support=1,oppose=0" {
		t.Errorf("it says %q, and %q counts", said(), s.network.stances.asked)
	}
	s.network.stances.other.SetText("support=2,oppose=-1")
	if v := s.made.woven.way.values(); v[store.StanceSupport] != 2 || v[store.StanceOppose] != -1 || len(v) != 2 {
		t.Errorf("stances count as %v", v)
	}
	s.openedAgain()
	if s.network.stances.asked != "support=2,oppose=-1" || s.network.stances.box.Hidden || s.tab != tabNetwork {
		t.Errorf("when the project is opened again %q counts, in %q", s.network.stances.asked, s.tab)
	}
}
