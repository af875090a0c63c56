package standings

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/words"
	"standpoint/store"
)

// chanceSeat shows the network of the sample project, not measured yet. Of comparisons with chance every hundredth shuffling is told.
func chanceSeat(t *testing.T) *chanceTest {
	t.Helper()
	s := &chanceTest{seat: networkSeat(t)}
	at := time.Unix(0, 0)
	s.measures.chance.clock = func() time.Time {
		if s.looks++; s.looks == s.stopAt {
			s.Choose("Compare with Chance")
		}
		at = at.Add(tellEvery / 100)
		return at
	}
	return s
}

type chanceTest struct {
	*seat

	looks  int // at the clock: once when a comparison begins, and once with each shuffling
	stopAt int // at that look it is stopped
}

// on has something done as soon as so much was told of a comparison.
func (s *chanceTest) on(told int, do func()) {
	now, done := s.Work.OnUI, false
	s.Work.OnUI = func(f func()) {
		now(f)
		if s.tried().Permutations == told && !done {
			s.Work.OnUI, done = now, true
			do()
		}
	}
}

func (s *chanceTest) tried() tried { return s.measures.chance.known[s.measures.chance.of.key] }

// panel is what the measures say above their list.
func (s *chanceTest) panel() string {
	var said []string
	for _, o := range s.measures.above.Objects() {
		if o.Visible() {
			said = append(said, desktest.Said(o))
		}
	}
	return strings.Join(said, " ")
}

func TestPolarisationIsComparedWithChanceByItselfAndThePanelTellsHowFarThatIs(t *testing.T) {
	s := chanceSeat(t)
	letGo := s.HoldBack()
	s.Choose("Measures")
	if said := s.panel(); !strings.Contains(said, "The network is being measured…") || strings.Contains(said, "comparing") {
		t.Errorf("before it is measured it says %q", said)
	}
	s.Choose("Measures")
	s.measures.leave()
	letGo()
	var told []string
	now := s.Work.OnUI
	s.Work.OnUI = func(f func()) { now(f); told = append(told, s.panel()) }
	s.Choose("Measures")
	s.Work.OnUI = now
	for n := 100; n < discourse.Permutations; n += 100 {
		said := fmt.Sprintf("Compared with %d of 1,000 shufflings", n)
		if !slices.ContainsFunc(told, func(panel string) bool {
			return strings.Contains(panel, said) && strings.Contains(panel, "Stop comparing")
		}) {
			t.Errorf("nothing says %q: %q", said, told)
		}
	}
	p := s.measures.now.polarisation
	want, err := p.Shuffling(s.made.woven.valued(), discourse.NormaliseNone, s.made.rows.Holdings).Compare(t.Context(), discourse.Chance{},
		discourse.Permutations, func(discourse.Chance) {})
	if err != nil || s.tried().Chance != want {
		t.Errorf("by chance it is %+v, want %+v, %v", s.tried().Chance, want, err)
	}
	said := words.Sentence("By chance %s on the whole, of %d shufflings of the stances within each issue: %s, %s",
		words.Fixed(want.Mean, 3), discourse.Permutations, "z\u00a0=\u00a0"+words.Decimal(want.Z, 2),
		"p\u00a0=\u00a0"+words.Decimal(want.Share, 3))
	if s.measures.chance.said.Text() != said || strings.Contains(s.panel(), "comparing") || s.Choose("Compare with Chance") {
		t.Errorf("in the end it says %q, want %q", s.panel(), said)
	}
}

func TestAComparisonThatIsStoppedStaysSoAndGoesOnWhereItWas(t *testing.T) {
	s := chanceSeat(t)
	s.on(300, func() { s.measures.chance.turn.Tapped(nil) })
	s.Choose("Measures")
	stopped := s.tried()
	said := fmt.Sprintf("Stopped. By chance %s on the whole, of the first 300 shufflings", words.Fixed(stopped.Mean, 3))
	if stopped.Permutations != 300 || s.looks != 301 || !strings.Contains(s.measures.chance.said.Text(), said) ||
		!strings.Contains(s.panel(), "Go on comparing") {
		t.Errorf("after %d of %d shufflings it says %q, want %q", stopped.Permutations, s.looks-1, s.panel(), said)
	}
	s.turnTo(tabTable)
	s.turnTo(tabNetwork)
	s.Choose("Measures")
	if s.tried() != stopped || s.looks != 301 {
		t.Error("it went on though it was stopped")
	}
	s.Window.Canvas().Focus(s.measures.chance.turn)
	s.Choose("Compare with Chance")
	if s.tried().Permutations != discourse.Permutations || s.looks != discourse.Permutations+2 {
		t.Errorf("it is at %d after %d shufflings", s.tried().Permutations, s.looks-2)
	}
	if s.Window.Canvas().Focused() != fyne.Focusable(s.measures.list) {
		t.Errorf("the button is gone, and the keyboard is at %T", s.Window.Canvas().Focused())
	}
	s.measures.chance.known = map[comparison]tried{}
	s.stopAt = s.looks + 50 // before anything was told
	s.measures.chance.goOn()
	if !strings.Contains(s.panel(), "Not compared with chance.") {
		t.Errorf("stopped at once it says %q", s.panel())
	}
}

func TestOfFewShufflingsIsToldHowManyTheyAreAlone(t *testing.T) {
	s := chanceSeat(t)
	s.Choose("Measures")
	c := s.measures.chance
	for _, n := range []int{1, leastTold - 1, leastTold} {
		c.known[c.of.key] = tried{Chance: discourse.Chance{Permutations: n, Mean: .13, Z: 2, Share: .5}, stopped: true}
		c.tell()
		said := c.said.Text()
		few := strings.HasPrefix(said, fmt.Sprintf("Stopped after %d shuffling", n)) && !strings.Contains(said, "=")
		whole := strings.Contains(said, "By chance 0.130 ") && strings.Contains(said, "=")
		if few != (n < leastTold) || whole == few {
			t.Errorf("of %d it says %q", n, said)
		}
	}
}

func TestAnotherChoiceIsComparedAnewAndOneThatWasComparedIsNotShuffledAgain(t *testing.T) {
	s := chanceSeat(t)
	s.on(200, func() { s.filter.conditional.OnChanged("none") })
	s.Choose("Measures")
	if s.tried().Permutations != discourse.Permutations || s.looks != 201+discourse.Permutations+1 {
		t.Errorf("with another filter it is at %d after %d shufflings", s.tried().Permutations, s.looks-2)
	}
	first := s.tried()
	s.filter.conditional.OnChanged("whole")
	if s.looks != 2*discourse.Permutations+3 || s.tried() == first {
		t.Errorf("with the filter of before %d shufflings were made", s.looks-3)
	}
	for _, again := range []func(){
		func() { s.filter.conditional.OnChanged("none") },
		func() { s.network.aggregate.OnChanged(string(discourse.Congruence)) }, // of which polarisation knows nothing
		func() { s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.") },
		func() { s.turnTo(tabTable); s.turnTo(tabNetwork); s.Choose("Measures") },
	} {
		again()
		if s.tried() != first || s.looks != 2*discourse.Permutations+3 {
			t.Errorf("what was compared is %+v after %d shufflings", s.tried(), s.looks-3)
		}
	}
	s.network.normalise.OnChanged(string(discourse.NormaliseCosine))
	if s.looks != 3*discourse.Permutations+4 || s.tried() == first {
		t.Error("divided by something else it was not compared anew")
	}
	s.form.OnChanged(networkBoth)
	if said := s.panel(); s.looks != 3*discourse.Permutations+4 || strings.Contains(said, "olaris") || strings.Contains(said, "hance") {
		t.Errorf("of actors and issues it says %q", said)
	}
}

func TestMeasuresOfNothingSayNothing(t *testing.T) {
	s := chanceSeat(t)
	s.Choose("Measures")
	s.filter.from.SetText("2099")
	if said := s.panel(); !s.measures.isShown() || strings.Contains(said, "Density") || strings.Contains(said, "hance") ||
		len(s.measures.rows) > 0 {
		t.Errorf("of no positions it says %q", said)
	}
	s.filter.from.SetText("")
	if said := s.panel(); !strings.Contains(said, "Density") || !strings.Contains(said, "By chance") {
		t.Errorf("with all of them again it says %q", said)
	}
}

func TestAComparisonIsGivenUpWhereTheNetworkIsLeftAndGoesOnThereAgain(t *testing.T) {
	s := chanceSeat(t)
	at := func(want int, when string) {
		t.Helper()
		if n := s.tried().Permutations; n != want || s.measures.chance.runs {
			t.Errorf("%s it is at %d, want %d", when, n, want)
		}
	}
	s.on(100, func() { s.turnTo(tabTable) })
	s.Choose("Measures")
	at(100, "in front of the table")
	s.turnTo(tabNetwork)
	at(100, "with the measures not shown")
	s.on(200, func() { s.Front = nil }) // another view is shown
	s.Choose("Measures")
	at(300, "behind another view")
	s.Front = s.View
	s.on(400, s.View.Leave)
	s.View.Shown()
	at(400, "before the project is closed")
	s.View.Shown()
	at(discourse.Permutations, "shown again")
	if s.looks != discourse.Permutations+4 {
		t.Errorf("%d shufflings were made", s.looks-4)
	}
}

func TestClosingTheProjectEndsAComparison(t *testing.T) {
	s := networkSeat(t)
	var shufflings atomic.Int32
	at, goOn := time.Unix(0, 0), make(chan struct{})
	s.measures.chance.clock = func() time.Time {
		if shufflings.Add(1) > 5 {
			<-goOn
		}
		at = at.Add(tellEvery)
		return at
	}
	until := s.ReadBeside(t)
	var beside sync.WaitGroup
	s.Work.Spawn = func(f func()) { beside.Go(f) }
	s.Choose("Measures")
	known := func() tried { return s.measures.chance.known[s.measures.chance.of.key] }
	until(func() bool { return known().Permutations > 0 }, "nothing is compared")
	s.View.Leave()
	s.Close(t)
	s.View.Opened()
	close(goOn)
	beside.Wait()
	if n := shufflings.Load(); n > 10 {
		t.Errorf("%d shufflings were made", n)
	}
	if len(s.measures.chance.known) > 0 || s.measures.chance.runs || s.measures.now.of.Web != nil {
		t.Error("something is known of a project that is closed")
	}
}

// Beside a network stands nothing that was measured of another one, where measuring takes a while.
func TestNothingOfAnotherNetworkStandsBesideOneThatIsBeingMeasured(t *testing.T) {
	s := chanceSeat(t)
	s.measure()
	if said := s.panel(); !strings.Contains(said, "Density") || len(s.measures.rows) == 0 {
		t.Fatalf("measured is %q", said)
	}
	pick(s.filter.actor, "maredon")
	pick(s.filter.actor, "veldania")
	if said := s.panel(); !strings.Contains(said, "between 2 nodes") {
		t.Errorf("measured of two actors is %q", said)
	}
	letGo := s.HoldBack()
	s.measures.ask()
	if said := s.panel(); !strings.Contains(said, "between 2 nodes") {
		t.Errorf("of the network that is measured it says %q", said)
	}
	letGo()
	measuring := s.HoldBack()
	s.View.made.woven.Web = figure.NewWeb(s.made.woven.Matrix(), s.made.woven.way.choices())
	s.measures.ask()
	said := s.panel()
	if !strings.Contains(said, "The network is being measured…") || strings.Contains(said, "Density") || len(s.measures.rows) > 0 {
		t.Errorf("while another one is measured it says %q", said)
	}
	if measuring(); !strings.Contains(s.panel(), "Density") {
		t.Errorf("then it says %q", s.panel())
	}
}
