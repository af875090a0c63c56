package standings

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/words"
	"standpoint/store"
)

// networkSeat shows the network of the sample project.
func networkSeat(t *testing.T) *seat {
	t.Helper()
	s := sample(t)
	s.turnTo(tabNetwork)
	if s.made.woven.Web == nil {
		t.Fatal("there is no network")
	}
	s.Window.Canvas().Focus(s.picture)
	return s
}

// nodesOf are the nodes of a sheet and where they stand, from its origin.
func nodesOf(s *figure.Sheet) map[string]figure.Point {
	at := map[string]figure.Point{}
	for spot := range s.Spots() {
		place := s.Spot(spot)
		if n, is := s.NodeAt(spot); is {
			middle := place.Middle()
			at[n.Label] = figure.Point{X: math.Round(middle.X - s.Origin.X), Y: math.Round(middle.Y - s.Origin.Y)}
		}
	}
	return at
}

// spotOf is the spot of a node.
func (s *seat) spotOf(t *testing.T, label string) int {
	t.Helper()
	for spot := range s.made.sheet.Spots() {
		if n, is := s.made.sheet.NodeAt(spot); is && n.Label == label {
			return spot
		}
	}
	t.Fatalf("there is no node %q", label)
	return -1
}

// tiesOf is how many ties are drawn.
func tiesOf(s *figure.Sheet) (n int) {
	for _, shape := range s.Shapes {
		if shape.Kind == figure.Line && len(shape.Of) == 2 {
			n++
		}
	}
	return n
}

func (s *seat) isWhole() bool {
	edges := s.made.sheet.Edges(s.picture.scale)
	low, high := s.picture.positionOf(edges.Low), s.picture.positionOf(edges.High)
	room := s.picture.Size()
	if s.picture.scale <= leastFitted && high.Y > room.Height { // what stands below the signs is out of sight then
		high.Y -= float32(s.made.sheet.Steady.Foot - s.made.sheet.Steady.Signs)
	}
	fills := s.picture.scale == 1 || high.X-low.X > room.Width-2 || high.Y-low.Y > room.Height-2
	return low.X > -1 && low.Y > -1 && high.X < room.Width+1 && high.Y < room.Height+1 && s.picture.scale <= 1 && fills
}

func TestANetworkOpensWholeAndStaysSoInAnyRoomUntilItIsMoved(t *testing.T) {
	s := networkSeat(t)
	for _, size := range []fyne.Size{fyne.NewSize(1440, 900), fyne.NewSize(720, 600), fyne.NewSize(1100, 700)} {
		s.Window.Resize(size)
		if ring, spot := s.picture.ring.Position(), s.picture.positionOf(s.made.sheet.Spot(s.picture.spot).Low); math.Hypot(
			float64(ring.X+ringRoom-spot.X), float64(ring.Y+ringRoom-spot.Y)) > 1 {
			t.Errorf("in a window of %v the ring is at %v, its node at %v", size, ring, spot)
		}
		for spot := range s.made.sheet.Spots() {
			middle := s.picture.positionOf(s.made.sheet.Spot(spot).Middle()).X
			if side := float32(s.made.sheet.Steady.Sides) - 1; middle < side || middle > s.picture.Size().Width-side {
				t.Errorf("in a window of %v a name beside the node at %v of %v has no room", size, middle, s.picture.Size().Width)
			}
		}
		if !s.isWhole() {
			t.Errorf("in a window of %v it is seen from %v, %v times as large", size, s.picture.from, s.picture.scale)
		}
		if wide := float64(s.picture.Size().Width); s.made.chosen.width != wide && wide < s.made.sheet.Width {
			t.Errorf("in a window of %v its foot is made for %v pixels, not for %v", size, s.made.chosen.width, wide)
		}
	}
	s.larger()
	scale := s.picture.scale
	s.Window.Resize(fyne.NewSize(1000, 640))
	if s.picture.scale != scale || s.isWhole() {
		t.Errorf("made larger it is shown %v times as large, was %v", s.picture.scale, scale)
	}
	s.picture.whole()
	s.network.step(1)
	if !s.isWhole() {
		t.Error("with fewer ties it is not seen whole any more")
	}
}

func TestTheWeakestTieIsChosenByKeysAndIsTheSameInTheSentenceThePictureAndTheFile(t *testing.T) {
	s := networkSeat(t)
	all := s.made.woven.Ties()
	if !strings.Contains(s.network.said.Text(), "all of the weight") || tiesOf(s.made.sheet) != all {
		t.Errorf("at first %d of %d ties are drawn, and it says %q", tiesOf(s.made.sheet), all, s.network.said.Text())
	}
	if !s.Choose("Fewer Ties") {
		t.Fatal("there cannot be fewer ties")
	}
	shown := tiesOf(s.made.sheet)
	if weight := s.made.weakest; shown >= all || shown != s.made.woven.Shown(weight) {
		t.Errorf("from %v on %d of %d ties are drawn", weight, shown, all)
	}
	want := words.Sentence("from %s on: shows %d %% of the weight, %d of %d ties", words.Decimal(s.made.weakest, 3),
		int(math.Round(s.made.woven.Share(s.made.weakest)*100)), shown, all)
	if said := s.network.said.Text(); said != want || !strings.Contains(s.network.slider.AccessibilityLabel(), want) {
		t.Errorf("it says %q, want %q", said, want)
	}
	m := s.again()
	p, err := m.draw(t.Context(), m.counted.rows, figure.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if ties := tiesOf(figure.NewSheet(p)); ties != shown || !slices.Equal(p.Caption, s.made.sheet.Caption) {
		t.Errorf("the file has %d ties below %q, the window %d below %q", ties, p.Caption, shown, s.made.sheet.Caption)
	}
	s.turnTo(tabTable)
	s.turnTo(tabNetwork)
	if tiesOf(s.made.sheet) != shown || s.network.slider.At() != 1 {
		t.Errorf("after another tab %d ties are drawn", tiesOf(s.made.sheet))
	}
	s.Choose("More Ties")
	if tiesOf(s.made.sheet) != all {
		t.Errorf("%d of %d ties are drawn again", tiesOf(s.made.sheet), all)
	}
	s.Choose("Fewer Ties")
	s.desk.Prefs.SetStandings(s.desk.Project.Path(), "") // as of a project that was never open
	s.Opened()
	s.turnTo(tabNetwork)
	if tiesOf(s.made.sheet) != all {
		t.Error("another project is shown with the weakest tie of the one before")
	}
}

func TestOneNodeIsShownAndMeasuredByItself(t *testing.T) {
	s := networkSeat(t)
	s.filter.asked.Actors = []store.ID{s.made.woven.Nodes()[0].ID}
	s.asked()
	if n := len(nodesOf(s.made.sheet)); n != 1 || !strings.Contains(s.network.said.Text(), "There are no ties") {
		t.Errorf("it shows %d nodes, and says %q", n, s.network.said.Text())
	}
	s.Choose("Fewer Ties")
	s.Choose("Measures")
	if len(s.measures.rows) != 1 || !strings.Contains(s.measures.groups.Text(), "nobody agrees") {
		t.Errorf("measured are %d nodes, and it says %q", len(s.measures.rows), s.measures.groups.Text())
	}
}

func TestMovingTheSliderLaysOutNothingAnew(t *testing.T) {
	s := networkSeat(t)
	web, places := s.made.woven.Web, nodesOf(s.made.sheet)
	s.network.step(1)
	if s.made.woven.Web != web || !maps.Equal(places, nodesOf(s.made.sheet)) {
		t.Error("nodes stand elsewhere with fewer ties")
	}
}

// drags moves, with the mouse, what stands at a place of the sheet to another one.
func (s *seat) drags(from, to figure.Point) {
	a, b := s.picture.positionOf(from), s.picture.positionOf(to)
	half := fyne.NewPos((a.X+b.X)/2, (a.Y+b.Y)/2)
	for _, step := range [][2]fyne.Position{{a, half}, {half, b}} {
		by := step[1].Subtract(step[0])
		s.picture.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: step[1]}, Dragged: fyne.NewDelta(by.X, by.Y)})
		s.drawn = max(s.drawn, objectsIn(s.picture))
	}
	s.picture.DragEnd()
}

func TestANodeThatIsDraggedStaysThereAndMovesNoOtherUntilItIsLetGo(t *testing.T) {
	s := networkSeat(t)
	before := nodesOf(s.made.sheet)
	spot := s.spotOf(t, "Veldania")
	from := s.made.sheet.Spot(spot).Middle()
	to := figure.Point{X: from.X + 90, Y: from.Y - 60}
	idle, ties := objectsIn(s.picture), len(s.made.sheet.TiesOf(spot))
	s.drags(figure.Point{X: from.X + 5, Y: from.Y - 3}, figure.Point{X: to.X + 5, Y: to.Y - 3}) // held beside its middle
	if s.drawn != idle+ties+1 || objectsIn(s.picture) != idle {
		t.Errorf("while it is dragged %d objects are drawn for it and its %d ties, %d after that", s.drawn-idle, ties, objectsIn(s.picture)-idle)
	}
	want := maps.Clone(before)
	want["Veldania"] = figure.Point{X: math.Round(to.X - s.made.sheet.Origin.X), Y: math.Round(to.Y - s.made.sheet.Origin.Y)}
	check := func(when string) {
		t.Helper()
		for label, at := range nodesOf(s.made.sheet) {
			if math.Hypot(at.X-want[label].X, at.Y-want[label].Y) > 2 {
				t.Errorf("%s %s is at %v, want %v", when, label, at, want[label])
			}
		}
	}
	check("dragged")
	if n, is := s.node(); !is || n.Label != "Veldania" {
		t.Errorf("the keyboard is at %q", n.Label)
	}
	if !slices.ContainsFunc(s.made.sheet.Shapes, func(shape figure.Shape) bool { return shape.Text == "put there by hand" }) {
		t.Error("nothing tells that a node was put where it stands")
	}
	s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.")
	check("after a write")
	m := s.again()
	p, err := m.draw(t.Context(), m.counted.rows, figure.Options{})
	if err != nil || !maps.Equal(nodesOf(figure.NewSheet(p)), nodesOf(s.made.sheet)) {
		t.Errorf("in a file nodes stand elsewhere: %v", err)
	}
	if !s.Choose("Let Node Go") {
		t.Fatal("it cannot be let go")
	}
	if after := nodesOf(s.made.sheet); !maps.Equal(after, before) {
		t.Errorf("let go, nodes stand at %v, stood at %v", after, before)
	}
	if s.Choose("Let Node Go") || s.Choose("Let All Nodes Go") {
		t.Error("nothing is put anywhere, and can be let go")
	}
}

func TestANodeIsMovedByKeysAndAllAreLetGoTogether(t *testing.T) {
	s := networkSeat(t)
	before := nodesOf(s.made.sheet)
	for _, label := range []string{"Veldania", "Maredon"} {
		s.picture.come(s.spotOf(t, label))
		for _, way := range []string{"Left", "Up", "Up"} {
			if !s.Choose("Move Node " + way) {
				t.Fatalf("it cannot be moved %s", way)
			}
		}
		at := nodesOf(s.made.sheet)[label]
		if by := (figure.Point{X: at.X - before[label].X, Y: at.Y - before[label].Y}); math.Hypot(by.X+nudgeBy, by.Y+2*nudgeBy) > 2 {
			t.Errorf("%s moved by %v", label, by)
		}
		if n, _ := s.node(); n.Label != label {
			t.Errorf("the keyboard went on to %q", n.Label)
		}
	}
	s.Choose("Let All Nodes Go")
	if after := nodesOf(s.made.sheet); !maps.Equal(after, before) {
		t.Errorf("let go, nodes stand at %v, stood at %v", after, before)
	}
}

func TestWhatIsDraggedBesideANodeIsThePicture(t *testing.T) {
	s := networkSeat(t)
	s.picture.zoomTo(2, fyne.Position{})
	before := nodesOf(s.made.sheet)
	s.drags(figure.Point{X: 5, Y: 5}, figure.Point{X: 2, Y: 2})
	if !maps.Equal(before, nodesOf(s.made.sheet)) || len(s.network.placed) > 0 {
		t.Error("a node was moved")
	}
	if s.picture.from.X <= 0 {
		t.Errorf("the picture begins at %v", s.picture.from)
	}
}

func TestANodeThatIsTypedWhileTheNetworkSettlesIsFoundThen(t *testing.T) {
	s := sample(t)
	letGo := s.HoldBack()
	s.turnTo(tabNetwork)
	s.Choose("Find Node")
	test.Type(s.network.find.Input(), "mared")
	letGo()
	s.network.find.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n, is := s.node(); !is || n.Label != "Maredon" {
		t.Errorf("the keyboard is at %q", n.Label)
	}
}

func TestANodeIsFoundByItsName(t *testing.T) {
	s := networkSeat(t)
	s.picture.zoomTo(4, fyne.Position{})
	if !s.Choose("Find Node") || !s.network.find.Focused() {
		t.Fatal("the field has no keyboard")
	}
	items := s.network.items("")
	at := slices.IndexFunc(items, func(i control.Item) bool { return i.Name == "Maredon" })
	if at < 0 || len(items) != len(s.made.woven.Nodes()) {
		t.Fatalf("to be found are %v", items)
	}
	s.network.find.OnPick(items[at])
	n, is := s.node()
	if !is || n.Label != "Maredon" || !s.picture.focused {
		t.Fatalf("the keyboard is at %q", n.Label)
	}
	middle, room := s.picture.middle(), s.picture.Size()
	if math.Abs(float64(middle.X-room.Width/2)) > 1 || math.Abs(float64(middle.Y-room.Height/2)) > 1 {
		t.Errorf("it is at %v of %v", middle, room)
	}
}

func TestTheKeyboardGoesAlongTheTiesOfANode(t *testing.T) {
	s := networkSeat(t)
	from := s.spotOf(t, "Maredon")
	s.picture.come(from)
	press := func(name fyne.KeyName) { s.picture.TypedKey(&fyne.KeyEvent{Name: name}) }
	ties := s.made.sheet.TiesOf(from)
	for _, want := range append(ties, ties[len(ties)-1]) {
		if press(fyne.KeyPageDown); s.picture.spot != want {
			t.Errorf("it goes along %q, want %q", s.toldOf(s.picture.shape()), s.made.sheet.Shape(s.made.sheet.Spot(want).Shape).Tip)
		}
	}
	weight := math.Inf(1)
	for _, tie := range ties {
		shape := s.made.sheet.Shape(s.made.sheet.Spot(tie).Shape)
		if shape.Width > weight || !slices.ContainsFunc(shape.Of, func(n discourse.Node) bool { return n.Label == "Maredon" }) {
			t.Errorf("%q follows a weaker one, or is none of its ties", shape.Tip)
		}
		weight = shape.Width
	}
	for range len(ties) + 1 {
		press(fyne.KeyPageUp)
	}
	if s.picture.spot != from {
		t.Errorf("back from its ties it is at %q", s.toldOf(s.picture.shape()))
	}
	press(fyne.KeyPageDown)
	end := s.made.sheet.Spot(s.made.sheet.OtherEnd(ties[0], from)).Middle()
	tie := s.made.sheet.Spot(ties[0]).Middle()
	way := fyne.KeyLeft
	switch across := math.Abs(end.X-tie.X) > math.Abs(end.Y-tie.Y); {
	case across && end.X > tie.X:
		way = fyne.KeyRight
	case !across && end.Y > tie.Y:
		way = fyne.KeyDown
	case !across:
		way = fyne.KeyUp
	}
	if press(way); s.picture.spot != s.made.sheet.OtherEnd(ties[0], from) {
		t.Errorf("%s along the strongest tie leads to %q", way, s.toldOf(s.picture.shape()))
	}
	for range 30 {
		for _, way := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp} {
			press(way)
			if _, is := s.node(); !is {
				t.Fatalf("%s leads from a node to %q", way, s.toldOf(s.picture.shape()))
			}
		}
	}
}

func TestATieListsThePositionsThatMakeItAndANodeItsOwn(t *testing.T) {
	s := networkSeat(t)
	counted := map[store.ID]discourse.Row{}
	for _, v := range s.made.rows.Value(discourse.DefaultValues()) {
		counted[v.Position.ID] = v.Row
	}
	checked := 0
	for spot := range s.made.sheet.Spots() {
		place := s.made.sheet.Spot(spot)
		s.picture.come(spot)
		s.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		of := s.made.sheet.Shape(place.Shape).Of
		if len(s.behind.ids) == 0 {
			t.Errorf("nothing is behind %v", labelsOf(of))
		}
		if _, is := s.made.sheet.NodeAt(spot); is {
			if want := discourse.Positions(s.made.rows.Of(of...)); !slices.Equal(s.behind.ids, want) {
				t.Errorf("behind %s are %d positions, want %d", of[0].Label, len(s.behind.ids), len(want))
			}
			continue
		}
		on := map[store.ID]map[store.ID]bool{} // who stands on each issue
		for _, id := range s.behind.ids {
			r, is := counted[id]
			if !is {
				t.Fatalf("behind %v is a position that does not count", labelsOf(of))
			}
			if on[r.Position.Issue] == nil {
				on[r.Position.Issue] = map[store.ID]bool{}
			}
			for _, n := range of {
				if slices.ContainsFunc(r.Position.Holders, func(h store.Holder) bool { return h.Actor == n.ID }) {
					on[r.Position.Issue][n.ID] = true
				}
			}
		}
		for _, who := range on {
			if len(who) != 2 {
				t.Errorf("behind %v are positions on an issue that one of them alone has", labelsOf(of))
			}
		}
		checked++
	}
	if checked != tiesOf(s.made.sheet) || checked == 0 {
		t.Errorf("%d ties were looked at", checked)
	}
	tie := s.made.sheet.Spots() - 1 // the strongest
	want := s.behind.ids
	s.behind.forget()
	s.picture.Tapped(&fyne.PointEvent{Position: s.picture.positionOf(s.made.sheet.Spot(tie).Middle())})
	if !slices.Equal(s.behind.ids, want) || s.picture.spot != tie {
		t.Errorf("a click on the tie lists %d positions, Enter %d", len(s.behind.ids), len(want))
	}
}

func TestHowTiesAreCountedIsChosenAndToldWithThePicture(t *testing.T) {
	s := networkSeat(t)
	s.network.normalise.OnChanged(string(discourse.NormaliseJaccard))
	s.network.aggregate.OnChanged(string(discourse.Congruence))
	want := discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Congruence, Normalise: discourse.NormaliseJaccard}
	m, err := want.Network(s.made.rows.Value(discourse.DefaultValues()), s.made.rows.Holdings)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.made.woven.Matrix(); got.String() != m.String() {
		t.Errorf("it counts\n%v\nwant\n%v", got, m)
	}
	if said := strings.Join(s.made.sheet.Caption, " "); !strings.Contains(said, "congruence, divided as Jaccard does") {
		t.Errorf("the caption says %q", said)
	}
	s.form.OnChanged(networkBoth)
	if s.made.woven.way != (counting{networkBoth, discourse.Subtract, discourse.NormaliseNone, usualStances}) {
		t.Errorf("actors are tied to issues by %v", s.made.woven.way)
	}
	s.form.OnChanged(networkActors)
	if way := s.made.woven.way; way.normalise != discourse.NormaliseJaccard || s.network.normalise.Value() != string(way.normalise) {
		t.Errorf("of actors is kept %v", way)
	}
	for _, form := range []string{networkActors, networkBoth, networkIssues} {
		for _, how := range aggregates(form) {
			for _, norm := range normalisations(form) {
				c := counting{form, discourse.Aggregate(how.Key), discourse.Normalise(norm.Key), usualStances}
				if err := c.choices().Check(); err != nil {
					t.Errorf("%v is offered: %v", c, err)
				}
			}
		}
	}
}

// manyTied is what a network of so many actors is asked for, whose clock goes on by so much each time it is looked at.
func manyTied(actors int, ticks time.Duration) (networking, *counted) {
	h := &store.Holdings{Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}}
	for i := range actors {
		h.Actors[id(1, i)] = store.Name{ID: id(1, i), Name: "Norvia"}
		for j := range 3 {
			issue := id(2, (i*7+j*j*5)%40)
			h.Issues[issue] = store.Name{ID: issue, Name: "Toll"}
			h.Positions = append(h.Positions, store.HeldPosition{
				ID: id(3, i*3+j), Issue: issue, Stance: []store.Stance{store.StanceSupport, store.StanceOppose}[(i/9+j)%2],
				Holders: []store.Holder{{Actor: id(1, i)}},
			})
		}
	}
	at := time.Unix(0, 0)
	n := networking{way: counting{networkActors, discourse.Subtract, discourse.NormaliseNone, usualStances}}
	n.now = func() time.Time { at = at.Add(ticks); return at }
	return n, count(discourse.Filter{}, h)
}

func TestANetworkIsShownWhileItSettlesAndEndsTheSameShownOrNot(t *testing.T) {
	n, c := manyTied(200, settling/4)
	parts := 0
	w, err := n.weave(t.Context(), c, func(part *figure.Web) {
		parts++
		n.draw(part, c.rows, figure.Options{})
	})
	if err != nil || parts < 3 {
		t.Fatalf("it was shown %d times, %v", parts, err)
	}
	unseen, err := n.weave(t.Context(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	nodes := func(w woven) map[string]figure.Point {
		return nodesOf(figure.NewSheet(n.draw(w.Web, c.rows, figure.Options{})))
	}
	if !maps.Equal(nodes(w), nodes(unseen)) {
		t.Error("it ends elsewhere if it is not shown")
	}
	n.now = func() time.Time { return time.Time{} } // no time goes by
	few := 0
	if _, err := n.weave(t.Context(), c, func(*figure.Web) { few++ }); err != nil || few > 1 {
		t.Errorf("what settles at once is shown %d times before, %v", few, err)
	}
}

// BenchmarkNetworkMoved moves a network of 1,000 nodes and 5,000 ties by some pixels and makes it larger, by turns.
func BenchmarkNetworkMoved(b *testing.B) {
	m := &discourse.Matrix{OneMode: true}
	for i := range 1000 {
		m.Rows = append(m.Rows, discourse.Node{Variable: discourse.VariableHolder, ID: id(1, i), Label: "Norvia", Positions: float64(i % 9)})
		m.Cells = append(m.Cells, make([]float64, 1000))
	}
	m.Columns = m.Rows
	for i := range 5000 {
		a, c := i%1000, (i*i+i*17+7)%1000
		m.Cells[a][c], m.Cells[c][a] = float64(i%5+1), float64(i%5+1)
	}
	w := figure.NewWeb(m, discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract})
	w.Settle(func() bool { return true })
	p := newShown(b, figure.NewSheet(w.Draw(discourse.Rows{Holdings: &store.Holdings{}}, figure.Networking{}, figure.Options{})))
	p.later = func(time.Duration, func()) {}
	p.Resize(fyne.NewSize(1040, 560))
	p.whole()
	by := float32(6)
	b.ResetTimer()
	for b.Loop() {
		p.move(by, by/2)
		p.draw(1040, 560)
		p.zoom(1+float64(by)/100, fyne.NewPos(500, 300))
		p.draw(1040, 560)
		by = -by
	}
}

func TestANetworkThatIsNotAskedForAnyMoreSettlesNoFurther(t *testing.T) {
	n, c := manyTied(200, settling)
	ctx, cancel := context.WithCancel(t.Context())
	parts := 0
	_, err := n.weave(ctx, c, func(*figure.Web) { parts++; cancel() })
	if err == nil || parts != 1 {
		t.Errorf("it was shown %d times, %v", parts, err)
	}
}

func TestMeasuresAreThoseOfTheNumbersAndLeadToTheirNodes(t *testing.T) {
	s := networkSeat(t)
	s.Choose("Fewer Ties")
	if !s.Choose("Measures") || !s.measures.isShown() {
		t.Fatal("the measures are not shown")
	}
	want := s.made.woven.Matrix().Measure()
	if len(s.measures.rows) != len(want.Nodes) || !strings.Contains(s.measures.facts.Text(), words.Decimal(want.Density, 3)) ||
		!strings.Contains(s.measures.groups.Text(), words.Decimal(want.Modularity, 3)) {
		t.Errorf("of %d nodes it says %q", len(s.measures.rows), s.measures.facts.Text())
	}
	p, err := discourse.PolarisationOf(t.Context(), s.made.woven.valued(), discourse.NormaliseNone, s.made.rows.Holdings)
	if err != nil || !strings.Contains(s.measures.split.Text(), "Polarisation "+words.Fixed(p.P, 3)+": ") {
		t.Errorf("it says %q, want %v, %v", s.measures.split.Text(), p.P, err)
	}
	for i, row := range s.measures.rows {
		at := slices.IndexFunc(s.made.woven.Nodes(), func(n discourse.Node) bool { return n.ID == row.node.ID })
		if row.NodeMeasures != want.Nodes[at] || i > 0 && row.Weighted > s.measures.rows[i-1].Weighted {
			t.Errorf("number %d is %s with %+v, want %+v", i, row.node.Label, row.NodeMeasures, want.Nodes[at])
		}
	}
	if said := desktest.Said(s.measures.content); !strings.Contains(said, "Veldania") || !strings.Contains(said, "Between") {
		t.Errorf("of the nodes it says %q", said)
	}
	s.measures.order.SetValue(orderName)
	s.measures.sort()
	for i, row := range s.measures.rows {
		if row.node.ID != s.made.woven.Nodes()[i].ID {
			t.Errorf("by name %s is number %d", row.node.Label, i)
		}
	}
	s.measures.list.OnActivated(3)
	if n, _ := s.node(); n.ID != s.measures.rows[3].node.ID || !s.picture.focused {
		t.Errorf("it leads to %q", n.Label)
	}
	s.turnTo(tabTable)
	if s.measures.isShown() {
		t.Error("the measures of a network stand beside a table")
	}
}
