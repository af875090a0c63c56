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
