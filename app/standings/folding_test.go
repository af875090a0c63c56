package standings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/desk/desktest"
)

// In a low window the figure has the room of the fields, which are there for who asks for them until the keyboard is back in the figure.
func TestInALowWindowTheFieldsAreFoldedAwayUntilSomebodyAsksForThem(t *testing.T) {
	s := sample(t)
	s.turnTo(tabNetwork)
	isFolded := func(when string, want bool) {
		t.Helper()
		if is := !s.filter.fields.Visible(); is != want || s.network.box.Visible() == want {
			t.Errorf("%s the fields of the filter are folded: %v, those of the network: %v; want %v", when, is, !s.network.box.Visible(), want)
		}
		if room := s.body.Size().Height; want && room < figureLeast {
			t.Errorf("%s the figure has %.0f pixels", when, room)
		}
	}
	s.Window.Resize(fyne.NewSize(1440, 900))
	isFolded("in a large window", false)
	if s.folding.button.Visible() || s.Choose("Fields Above the Figure") {
		t.Error("in a large window there is something to unfold")
	}
	s.Window.Resize(fyne.NewSize(720, 510)) // what a window of 720 × 600 gives a view
	s.measure()
	isFolded("in a low window", true)
	if !s.folding.button.Visible() {
		t.Error("no button unfolds them")
	}
	for name, ask := range map[string]func(){
		"the filter is asked for":    s.FilterList,
		"more filters are asked for": s.filter.toggle,
		"a node is looked for":       func() { s.Choose("Find Node") },
		"the fields are asked for":   func() { s.Choose("Fields Above the Figure") },
		"their button is pressed":    func() { test.Tap(s.folding.button) },
	} {
		ask()
		isFolded("when "+name, false)
		s.toBody()
		isFolded("when the keyboard is back after "+name, true)
	}
	s.FilterList()
	s.Choose("Fields Above the Figure")
	isFolded("folded again", true)
	s.Window.Resize(fyne.NewSize(1440, 900))
	isFolded("in a large window again", false)
	s.turnTo(tabTable)
	if s.network.box.Visible() {
		t.Error("the table has the fields of a network")
	}
}

// What is asked is said by chips, also where the fields are folded away.
func TestWhatIsAskedIsSeenWhereTheFieldsAreFoldedAway(t *testing.T) {
	s := sample(t)
	s.Window.Resize(fyne.NewSize(720, 420))
	pick(s.filter.issue, "freight")
	s.toBody()
	if said := desktest.Said(s.filter.content); s.filter.fields.Visible() || !s.filter.chips.Visible() || len(s.chips()) != 1 {
		t.Errorf("said is %q", said)
	}
}

// Somebody who has come to a field by Tab or with the mouse keeps it, also where what is asked, or a smaller window, leaves no room for it.
func TestTheFieldInWhichTheKeyboardIsIsNotFoldedAway(t *testing.T) {
	for _, tab := range []string{tabTable, tabChanges, tabNetwork} {
		s := sample(t)
		s.turnTo(tab)
		height := float32(figureLeast)
		for s.Window.Resize(fyne.NewSize(720, height)); s.folding.isLow; height++ {
			s.Window.Resize(fyne.NewSize(720, height))
		}
		pick(s.filter.issue, "joint") // whose chip has a line of its own
		if !s.folding.isLow || !s.filter.fields.Visible() || !s.filter.issue.Focused() {
			t.Errorf("%s: low %v, there %v, the keyboard is at %T", tab, s.folding.isLow, s.filter.fields.Visible(), s.Window.Canvas().Focused())
		}
		s.toBody()
		if s.filter.fields.Visible() {
			t.Errorf("%s: the keyboard is in the figure, and the fields are there", tab)
		}
		s.Window.Resize(fyne.NewSize(720, 900))
		s.filter.focusMore()
		s.Window.Resize(fyne.NewSize(720, height-60))
		if !s.folding.isLow || !s.filter.fields.Visible() {
			t.Errorf("%s: in a lower window, low %v, there %v", tab, s.folding.isLow, s.filter.fields.Visible())
		}
	}
}

// Fields that are shown for the first time may take a little more room than they said.
func TestFieldsThatAreBackStayWhileAWindowIsMadeLarger(t *testing.T) {
	for _, tab := range tabsOf() {
		s := sample(t)
		s.turnTo(tab.Key)
		turns, was := 0, false
		look := func() {
			if s.folding.isLow != was {
				turns, was = turns+1, s.folding.isLow
			}
		}
		for height := float32(300); height < 640; height++ {
			s.Window.Resize(fyne.NewSize(720, height))
			look()
			s.middle.Layout.Layout(s.middle.Objects, s.middle.Size())
			look()
		}
		if turns != 2 {
			t.Errorf("%s: they were folded or unfolded %d times", tab.Label, turns)
		}
	}
}

// While another figure is made the fields stay folded, or stay there.
func TestFieldsAreNotFoldedForAFigureThatIsBeingMade(t *testing.T) {
	s := sample(t)
	height := float32(figureLeast)
	s.turnTo(tabBalance)
	for s.Window.Resize(fyne.NewSize(720, height)); s.folding.isLow; height++ {
		s.Window.Resize(fyne.NewSize(720, height))
	}
	s.Window.Resize(fyne.NewSize(720, height-2*figureMore))
	if !s.folding.isLow {
		t.Fatal("the window is not low")
	}
	s.showMade(made{tab: tabBalance})
	if !s.folding.isLow || s.passing.Hidden {
		t.Error("they are unfolded while the figure is made")
	}
}

// The two days of a stretch of time are read as one.
func TestTheDaysOfAStretchOfTimeStandInOneLineInWindowsOfAnyWidth(t *testing.T) {
	s := sample(t)
	driver := fyne.CurrentApp().Driver()
	for width := float32(720); width <= 1500; width += 20 {
		s.Window.Resize(fyne.NewSize(width, 900))
		from, to := driver.AbsolutePositionForObject(s.filter.from), driver.AbsolutePositionForObject(s.filter.to)
		if from.Y != to.Y || from.X >= to.X {
			t.Errorf("%.0f pixels wide, the first day is at %v and the last at %v", width, from, to)
		}
	}
}
