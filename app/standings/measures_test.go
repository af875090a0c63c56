package standings

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
)

func TestTheButtonAndTheMenuShowWhetherMeasuresAreShown(t *testing.T) {
	s := networkSeat(t)
	check := func(want bool, when string) {
		t.Helper()
		said := s.network.measures.AccessibilityLabel() == "Measures (chosen)"
		var ticked bool
		for _, c := range s.Commands() {
			if c.Label() == "Measures" {
				ticked = c.Checked()
			}
		}
		if said != want || ticked != want {
			t.Errorf("%s the button is on: %v, the menu ticked: %v", when, said, ticked)
		}
	}
	check(false, "at first")
	s.Choose("Measures")
	check(true, "with measures")
	s.Choose("Measures")
	check(false, "without them")
	s.network.measures.Tapped(nil)
	s.panes.Need(control.Right, false)
	s.panes.Toggle(control.Right)
	check(false, "with the side folded away")
	s.panes.Toggle(control.Right)
	check(true, "with the side unfolded")
	s.picture.come(0)
	s.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	check(false, "with a list in their place")
	s.Choose("Measures")
	s.turnTo(tabBalance)
	s.turnTo(tabNetwork)
	check(false, "back from another tab")
}

func TestLettersWorkWhereverTheKeyboardIsInTheBars(t *testing.T) {
	s := networkSeat(t)
	s.filter.conditional.OnChanged("none") // so that there is a chip, and the filter can be kept
	type takes interface {
		fyne.Focusable
		TakesLetters() bool
	}
	places := map[string]takes{
		"tabs": s.tabs, "measures": s.network.measures, "slider": s.network.slider, "more filters": s.filter.more, "save": s.filter.kept.save,
		"chip": s.filter.asks[0].(*control.Button), "export": s.tools[len(s.tools)-1], "compare": s.measures.chance.turn,
	}
	for name, at := range places {
		s.turnTo(tabNetwork)
		if at.TypedRune('b'); s.tab != tabBalance || !at.TakesLetters() {
			t.Errorf("at the %s a letter does nothing", name)
		}
	}
	s.turnTo(tabNetwork)
	scale := s.picture.scale
	if s.tabs.TypedRune('='); s.picture.scale <= scale {
		t.Error("at the tabs = does not make the figure larger")
	}
	var keys []fyne.KeyName // that an input method may keep
	s.tabs.OnKey = func(e *fyne.KeyEvent) bool { keys = append(keys, e.Name); return true }
	for _, key := range []fyne.KeyName{fyne.KeyB, fyne.KeyDelete, fyne.KeySpace} {
		s.tabs.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(keys) != 1 || keys[0] != fyne.KeyB {
		t.Errorf("from the tabs the window gets %v", keys)
	}
}

func TestAnEmptyFigureHintsAtNothingThatIsDoneWithMarks(t *testing.T) {
	s := sample(t)
	s.turnTo(tabTimeline)
	hints := func() (keys []desk.Key) {
		for _, h := range s.Hints() {
			keys = append(keys, h.Key)
		}
		return keys
	}
	if got := hints(); len(got) != 1 || got[0] != desk.KeyFilter {
		t.Errorf("without a timeline the hints are %v", got)
	}
	if said := desktest.Said(s.side); strings.TrimSpace(said) != "Positions" {
		t.Errorf("beside it stands %q", said)
	}
	s.empty.Lead().Tapped(nil)
	if got := hints(); len(got) < 6 {
		t.Errorf("with a timeline the hints are %v", got)
	}
	for _, tab := range tabsOf() {
		s.turnTo(tab.Key)
		s.filter.from.SetText("2099")
		if got := hints(); len(got) != 2 || got[1] != keyLift {
			t.Errorf("where no position passes the hints of %s are %v", tab.Key, got)
		}
		s.filter.from.SetText("")
	}
}

func TestTheListOfAMarkGoesWithItsTab(t *testing.T) {
	s := networkSeat(t)
	list := func() {
		s.picture.come(0)
		s.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if s.behind.list.Rows.Len() == 0 {
			t.Fatal("nothing is listed")
		}
		s.Window.Canvas().Focus(s.behind.list.Widget)
	}
	gone := func(when string) {
		t.Helper()
		if s.behind.list.Rows.Len() > 0 || s.behind.title.Text() != "Positions" {
			t.Errorf("%s there are %d positions below %q", when, s.behind.list.Rows.Len(), s.behind.title.Text())
		}
		if s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
			t.Errorf("%s the keyboard is at %T", when, s.Window.Canvas().Focused())
		}
	}
	list()
	s.turnTo(tabTable)
	gone("on another tab")
	list()
	s.filter.conditional.OnChanged("none")
	if s.behind.list.Rows.Len() == 0 {
		t.Error("on the same tab nothing is listed any more")
	}
	s.turnTo(tabNetwork)
	list()
	s.form.OnChanged(networkIssues)
	gone("of other nodes")
	s.Choose("Measures")
	s.turnTo(tabTable)
	gone("of measures")
}

func TestNetworksAreMeasuredOneAfterAnotherAndWhoWaitsCanBeGivenUp(t *testing.T) {
	n, c := manyTied(60, settling)
	of, err := n.weave(t.Context(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		m := &measures{measuring: make(chan struct{}, 1)}
		m.measuring <- struct{}{} // what is being measured
		ctx, giveUp := context.WithCancel(t.Context())
		var done atomic.Int32
		var given, got error
		go func() { _, given = m.measure(ctx, of); done.Add(1) }()
		go func() { _, got = m.measure(t.Context(), of); done.Add(1) }()
		for i, step := range []func(){func() {}, giveUp, func() { <-m.measuring }} {
			step()
			synctest.Wait()
			if int(done.Load()) != i {
				t.Errorf("after step %d %d have come to an end", i, done.Load())
			}
		}
		if !errors.Is(given, context.Canceled) || got != nil || len(m.measuring) != 0 {
			t.Errorf("who gave up has %v, the other %v; %d measure", given, got, len(m.measuring))
		}
	})
}

func TestNumbersOfNodesAreWrittenAsAllOthersOfTheWindowAre(t *testing.T) {
	row := newMeasureRow()
	row.fill(nodeMeasure{NodeMeasures: discourse.NodeMeasures{Degree: 2330, Weighted: 16699}})
	if ties, weight := row.cells[1].Text(), row.cells[2].Text(); ties != "2,330" || weight != "16,699" {
		t.Errorf("they are %q and %q", ties, weight)
	}
}

func TestWhatWasNotMeasuredIsNoNumber(t *testing.T) {
	row := newMeasureRow()
	for coarse, want := range map[bool]string{false: "0", true: "–"} {
		row.fill(nodeMeasure{isCoarse: coarse})
		if got := row.cells[3].Text(); got != want {
			t.Errorf("with coarse %t what lies between others is %q, want %q", coarse, got, want)
		}
	}
}

func TestNothingIsListedOfAFigureThatIsAboutToGo(t *testing.T) {
	s := networkSeat(t)
	s.picture.come(0)
	letGo := s.HoldBack()
	s.turnTo(tabTable)
	s.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	letGo()
	if n := s.behind.list.Rows.Len(); n > 0 || s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("beside the table %d positions of a network are listed, and the keyboard is at %T", n, s.Window.Canvas().Focused())
	}
}

func TestBarsAboveANarrowFigureStandWithinItAndAboveIt(t *testing.T) {
	s := networkSeat(t)
	s.Window.Resize(fyne.NewSize(720, 600))
	said := strings.Repeat("from 0.333 on ", 3)
	for _, step := range []func(){
		func() {}, func() { s.Choose("Measures") }, func() { s.network.said.SetText(said); s.fitTop() }, s.filter.toggle,
	} {
		step()
		if need, has := s.top.MinSize().Height, s.body.Position().Y; need > has {
			t.Errorf("the bars need %v, and the figure begins at %v", need, has)
		}
		for _, o := range test.LaidOutObjects(s.top) {
			if !o.Visible() {
				continue
			}
			if end := s.UI.Driver().AbsolutePositionForObject(o).X + o.Size().Width; end > s.middle.Size().Width+1 {
				t.Errorf("%T ends at %v of %v", o, end, s.middle.Size().Width)
			}
		}
	}
}
