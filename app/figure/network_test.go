package figure

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"standpoint/app/discourse"
	"standpoint/store"
)

// ring is a network in a circle, with some ties across.
func ring(nodes, across int) *discourse.Matrix {
	m := &discourse.Matrix{OneMode: true}
	for i := range nodes {
		m.Rows = append(m.Rows, discourse.Node{
			Variable: discourse.VariableHolder, ID: store.ID{0: byte(i >> 8), 1: byte(i)}, Label: fmt.Sprint("Actor ", i), Positions: 1,
		})
		m.Cells = append(m.Cells, make([]float64, nodes))
	}
	m.Columns = m.Rows
	tie := func(a, b int, x float64) { m.Cells[a][b], m.Cells[b][a] = x, x }
	for i := range nodes {
		tie(i, (i+1)%nodes, 1)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range across {
		if a, b := r.IntN(nodes), r.IntN(nodes); a != b {
			tie(a, b, 1+float64(r.IntN(4)))
		}
	}
	return m
}

func settled(m *discourse.Matrix) *Layout {
	l := NewLayout(m.Nodes(), m.Ties())
	l.Settle(func() bool { return true })
	return l
}

// woven is a web of a matrix that is settled and measured.
func woven(m *discourse.Matrix) *Web {
	w := NewWeb(m, discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract})
	w.Settle(func() bool { return true })
	w.Measure(context.Background())
	return w
}

// moved is by how far nodes stand apart in two pictures on the whole, and how far they stand apart in the first.
func moved(first, second []Point) (mean, across float64) {
	for i := range first {
		mean += math.Hypot(first[i].X-second[i].X, first[i].Y-second[i].Y) / float64(len(first))
		for _, other := range first {
			across = max(across, math.Hypot(first[i].X-other.X, first[i].Y-other.Y))
		}
	}
	return mean, across
}

func TestALayoutIsTheSameEachTimeAndMovesLittleForOneMoreTie(t *testing.T) {
	m := ring(24, 6)
	first, again := settled(m), settled(m)
	if !slices.Equal(first.At, again.At) {
		t.Error("the same network is laid out twice in two ways")
	}
	m.Cells[3][5], m.Cells[5][3] = 1, 1
	if mean, across := moved(first.At, settled(m).At); mean > across/8 {
		t.Errorf("nodes moved by %.2f on the whole, in a picture %.2f across", mean, across)
	}
}

func TestOneMoreArticleMovesLittle(t *testing.T) {
	h := *sample(t).Holdings
	places := func() map[store.ID]Point {
		rows := discourse.Filter{}.Select(&h)
		c := discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract}
		m, err := c.Network(rows.Value(discourse.DefaultValues()), &h)
		if err != nil {
			t.Fatal(err)
		}
		w := woven(m)
		at := map[store.ID]Point{}
		for i, place := range w.layout.packed() {
			at[w.nodes[i].ID] = place
		}
		return at
	}
	before := places()
	all := h.Positions
	share := 0.0
	for i := range all {
		more := all[i]
		more.ID = store.ID{15: 1}
		h.Positions = append(slices.Clone(all), more)
		var first, second []Point
		after := places()
		for id := range before {
			first, second = append(first, before[id]), append(second, after[id])
		}
		mean, across := moved(first, second)
		share += mean / across / float64(len(all))
	}
	if share > .1 {
		t.Errorf("nodes moved by %.3f of the picture on the whole", share)
	}
}

func TestWhatIsTiedStandsNear(t *testing.T) {
	l := settled(ring(12, 0))
	for i := range l.At {
		next, over := l.At[(i+1)%12], l.At[(i+6)%12]
		if near, far := math.Hypot(l.At[i].X-next.X, l.At[i].Y-next.Y), math.Hypot(l.At[i].X-over.X, l.At[i].Y-over.Y); near*2 > far {
			t.Errorf("%d is %.2f from its neighbour and %.2f from the one across", i, near, far)
		}
	}
}

func TestALayoutStaysAsItIsWhereItIsNotToGoOn(t *testing.T) {
	m := ring(40, 9)
	rounds := 0
	NewLayout(m.Nodes(), m.Ties()).Settle(func() bool { rounds++; return rounds < 3 })
	if rounds != 3 {
		t.Errorf("it settled on for %d rounds", rounds)
	}
}

func TestPartsOfANetworkStandBesideOneAnother(t *testing.T) {
	m := ring(6, 0)
	m.Cells[0][5], m.Cells[5][0], m.Cells[2][3], m.Cells[3][2] = 0, 0, 0, 0 // 0-1-2 and 3-4-5
	at := settled(m).packed()
	aLow, aHigh := cornersOf(at, []int{0, 1, 2})
	bLow, bHigh := cornersOf(at, []int{3, 4, 5})
	if aHigh.X > bLow.X && bHigh.X > aLow.X && aHigh.Y > bLow.Y && bHigh.Y > aLow.Y {
		t.Errorf("%v to %v and %v to %v overlap", aLow, aHigh, bLow, bHigh)
	}
}

func TestWhatIsShownOfAWebIsWhatItSays(t *testing.T) {
	w := woven(ring(40, 60))
	steps := w.Steps()
	if !slices.Equal(steps, []float64{1, 2, 3, 4}) {
		t.Fatalf("ties are shown from %v on", steps)
	}
	whole := 0.0
	for _, tie := range w.ties {
		whole += tie.Weight
	}
	for _, weakest := range steps {
		p := w.Draw(empty(), Networking{Weakest: weakest}, Options{})
		lines, weight := 0, 0.0
		for _, s := range p.Shapes {
			if s.Kind == Line && len(s.Of) == 2 {
				lines++
				var a, b int
				var x float64
				if _, err := fmt.Sscanf(s.Tip, "Actor %d – Actor %d: %g", &a, &b, &x); err != nil {
					t.Fatal(err)
				}
				weight += x
			}
		}
		if lines != w.Shown(weakest) || math.Abs(weight/whole-w.Share(weakest)) > 1e-9 ||
			strings.Count(p.Description, " – ") != lines {
			t.Errorf("from %v on %d ties are drawn with %.3f of the weight, said are %d with %.3f", weakest, lines, weight/whole,
				w.Shown(weakest), w.Share(weakest))
		}
		percent := int(math.Round(w.Share(weakest) * 100))
		said := fmt.Sprintf("Shows %d %% of the weight: ties from %v on, %d of %d.", percent, weakest, lines, w.Ties())
		if is := slices.Contains(p.Caption, said); is != (weakest > 1) {
			t.Errorf("from %v on the caption says %q", weakest, p.Caption)
		}
	}
	if first := w.First(); first != 1 {
		t.Errorf("a small web shows ties from %v on", first)
	}
}

func TestALargeWebShowsAtFirstWhatCanBeLookedAt(t *testing.T) {
	m := ring(400, 60_000)
	w := NewWeb(m, discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract})
	if all := w.Ties(); all <= mostShown {
		t.Fatalf("it has %d ties alone", all)
	}
	steps := w.Steps()
	if w.Shown(steps[0]) > mostShown || len(steps) > mostSteps+2 {
		t.Errorf("%d ties can be shown, in %d steps", w.Shown(steps[0]), len(steps))
	}
	if first := w.First(); w.Shown(first) > opensWith && first != steps[len(steps)-1] {
		t.Errorf("%d ties are shown at first", w.Shown(first))
	}
	if by := len(w.holding()); by > 2*laidOutBy {
		t.Errorf("%d ties decide where the nodes stand", by)
	}
}

func TestANodeThatWasPutSomewhereStandsThereAndMovesNoOther(t *testing.T) {
	w := woven(ring(12, 3))
	nodeAt := func(p *Picture, n discourse.Node) (at []Point) { // with the dot in it
		for i, s := range p.Shapes {
			if s.Kind != Disc || len(s.Of) != 1 || s.Of[0].ID != n.ID {
				continue
			}
			for _, disc := range p.Shapes[i : i+2] {
				if disc.Kind == Disc && disc.Points[0] == s.Points[0] {
					at = append(at, Point{math.Round(s.Points[0].X - p.Origin.X), math.Round(s.Points[0].Y - p.Origin.Y)})
				}
			}
		}
		return at
	}
	before := w.Draw(empty(), Networking{}, Options{})
	to := Point{-300, 700}
	after := w.Draw(empty(), Networking{Placed: map[discourse.Node]Point{w.nodes[4].Key(): to}}, Options{})
	for i, n := range w.nodes {
		was, is := nodeAt(before, n), nodeAt(after, n)
		switch {
		case i == 4 && (len(is) != 2 || is[0] != to || is[1] != to):
			t.Errorf("it was put at %v, and stands with its dot at %v", to, is)
		case i != 4 && !slices.Equal(was, is):
			t.Errorf("%s stood at %v, and stands at %v", n.Label, was, is)
		}
	}
	if after.Width <= before.Width || after.Height <= before.Height {
		t.Error("the page does not reach to where it was put")
	}
	has := func(p *Picture, words string) bool {
		return slices.ContainsFunc(p.Shapes, func(s Shape) bool { return s.Text == words })
	}
	if has(before, "put there by hand") || !has(after, "put there by hand") {
		t.Error("the legend does not tell what a dot in a node means where there is one, or where there is none")
	}
}

func TestNamesCoverNoOtherNamesAndMoreAreSeenFromNear(t *testing.T) {
	rows := invented(80, 12, 700)
	p := all(t, rows, "en")["network"]
	if len(p.Shapes) == 0 {
		t.Fatal("nothing is drawn")
	}
	seen := -1
	for scale := leastNamed; scale < mostNamed; scale *= 1.1 {
		var boxes []rect
		for i := range p.Shapes {
			s, is := p.Shapes[i].seen(scale)
			if p.Shapes[i].From == 0 || len(p.Shapes[i].Of) == 0 || !is {
				continue
			}
			at, size := s.Points[0], s.Size*scale
			if math.Abs(size-smallSize) > 1e-9 {
				t.Fatalf("at %v a name is %v pixels tall", scale, size)
			}
			width := measure(s.Text, size)
			x := at.X*scale - map[Anchor]float64{AtMiddle: width / 2, AtEnd: width}[s.Anchor]
			boxes = append(boxes, rect{x, at.Y*scale - size*nameUp, x + width, at.Y*scale + size*nameDown})
		}
		for i, a := range boxes {
			if slices.ContainsFunc(boxes[:i], a.meets) {
				t.Errorf("at %v a name covers another", scale)
			}
		}
		if len(boxes) < seen {
			t.Errorf("at %v there are %d names, at less %d", scale, len(boxes), seen)
		}
		if seen = len(boxes); scale >= .8 && seen < 28 {
			t.Errorf("at %v there are %d names of 80", scale, seen)
		}
	}
	if seen < 60 {
		t.Errorf("from near there are %d names of 80", seen)
	}
}

// seenOn are the shapes of a picture that keep their size, as they are seen at a scale in pixels of the screen, from its upper left on.
func seenOn(p *Picture, scale float64, isOf bool) (list []Shape) {
	for i := range p.Shapes {
		s, is := p.Shapes[i].seen(scale)
		if p.Shapes[i].From == 0 || !is || isOf != (len(s.Of) > 0) {
			continue
		}
		list = append(list, s.held(Point{}, 1/scale))
	}
	return list
}

func TestEachNodeOfTheSampleHasItsNameInASmallWindow(t *testing.T) {
	for name, p := range all(t, sample(t), "en") {
		if name != "network" && name != "ties" {
			continue
		}
		nodes := 0
		sheet := NewSheet(p)
		for spot := range sheet.Spots() {
			if _, is := sheet.NodeAt(spot); is {
				nodes++
			}
		}
		for _, scale := range []float64{.5, .75, 1, 1.2, 2} {
			names := seenOn(p, scale, true)
			if len(names) != nodes || nodes == 0 {
				t.Errorf("at %v the %s has %d names of %d nodes", scale, name, len(names), nodes)
			}
			for spot := range sheet.Spots() {
				at := sheet.Spot(spot).Middle()
				if _, is := sheet.NodeAt(spot); is && slices.ContainsFunc(names, func(s Shape) bool {
					return s.covers(Point{at.X * scale, at.Y * scale}, 0)
				}) {
					t.Errorf("at %v a name in the %s covers the node at %v", scale, name, at)
				}
			}
		}
	}
}

func TestTitleAndSignsOfANetworkAreAsLargeInASmallWindowAndHaveRoomThere(t *testing.T) {
	rows := sample(t)
	choices := discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract}
	m, err := choices.Network(rows.Value(discourse.DefaultValues()), rows.Holdings)
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []Point{{1000, 700}, {720, 400}, {500, 300}, {500, 900}, {900, 420}} {
		p := Network(m, rows, Networking{Choices: choices, Room: room.X}, Options{Language: "en"})
		sheet := NewSheet(p)
		const least = .75
		scale := min(sheet.Fitting(room, least), 1)
		edges := sheet.Edges(scale)
		begin := Point{edges.Low.X * scale, edges.Low.Y * scale}
		signs := 0
		for _, s := range seenOn(p, scale, false) {
			low, high := s.bounds()
			if s.Kind == Words {
				high.X = s.Points[0].X + measure(s.Text, s.Size)
			}
			if s.Kind == Words && s.Size != smallSize && s.Text != p.Title || s.Text == p.Title && s.Size != titleSize {
				t.Errorf("in %v %q is %v pixels large", room, s.Text, s.Size)
			}
			isCaption := slices.ContainsFunc(p.Caption, func(line string) bool { return s.Text != "" && strings.Contains(line, s.Text) })
			if low.X < begin.X-1 || low.Y < begin.Y-1 || high.X > begin.X+room.X+1 || !isCaption && high.Y > begin.Y+room.Y+1 {
				t.Errorf("in %v %q reaches from %v to %v", room, s.Text, low, high)
			}
			signs++
		}
		if signs < 10 {
			t.Errorf("in %v there are %d signs and words beside the drawing", room, signs)
		}
		end := Point{(edges.High.X - edges.Low.X) * scale, (edges.High.Y - edges.Low.Y) * scale}
		if end.X > room.X+1 || end.Y > room.Y+1 && scale > least {
			t.Errorf("in %v it reaches to %v, %v times as large", room, end, scale)
		}
		if low := sheet.Fitting(Point{room.X, 190}, least); low < .2 {
			t.Errorf("where it is low the drawing is %v times as large", low)
		}
	}
}

func TestNamesOfTheLowestNodesHaveRoomInALowWindow(t *testing.T) {
	for _, room := range []Point{{1000, 400}, {660, 330}, {660, 280}, {660, 240}} {
		p := all(t, sample(t), "en")["network"]
		sheet := NewSheet(p)
		scale := min(sheet.Fitting(room, .75), 1)
		end := sheet.Edges(scale).Low.Y*scale + room.Y
		for _, name := range seenOn(p, scale, true) {
			if _, high := name.bounds(); high.Y > end+1 {
				t.Errorf("in %v %q reaches to %v, and one sees as far as %v", room, name.Text, high.Y, end)
			}
		}
	}
}

func TestWhatIsSmallAndItsNameArePointedAtAtEachScale(t *testing.T) {
	w := woven(ring(12, 3))
	p := w.Draw(empty(), Networking{}, Options{})
	s := NewSheet(p)
	names := 0
	for _, scale := range []float64{.4, 1, 3} {
		for spot := range s.Spots() {
			n, is := s.NodeAt(spot)
			middle := s.Spot(spot).Middle()
			beside := Point{middle.X, middle.Y + 3/scale} // three pixels of the screen
			if at := s.At(beside, scale); is && (at < 0 || len(s.Shape(at).Of) != 1 || s.Shape(at).Of[0].ID != n.ID) {
				t.Errorf("at %v one points beside %s at shape %d", scale, n.Label, at)
			}
		}
		for i := range p.Shapes {
			name, is := p.Shapes[i].seen(scale)
			if p.Shapes[i].From == 0 || len(p.Shapes[i].Of) == 0 || !is {
				continue
			}
			names++
			low, high := name.bounds()
			at := s.At(between(low, high, .5), scale)
			if at < 0 || s.Shape(at).Kind == Words || s.Shape(at).Of[0].ID != name.Of[0].ID {
				t.Errorf("at %v the name %s is shape %d", scale, name.Text, at)
			}
		}
	}
	if names < 20 {
		t.Errorf("%d names are seen", names)
	}
}

func TestALegendTellsWhatOccurs(t *testing.T) {
	rows := sample(t)
	legend := func(c discourse.Choices) string {
		m, err := c.Network(rows.Value(discourse.DefaultValues()), rows.Holdings)
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, s := range Network(m, rows, Networking{Choices: c}, Options{Language: "en"}).Shapes {
			if s.Kind == Words && s.Fill == Faint && !strings.ContainsAny(s.Text, ".:;") {
				words = append(words, s.Text)
			}
		}
		return strings.Join(words, ", ")
	}
	for _, one := range []struct {
		mode discourse.Mode
		how  discourse.Aggregate
		want string
	}{
		{discourse.OneMode, discourse.Subtract, "organisation, person, state, congruence, conflict, group by positive ties"},
		{discourse.OneMode, discourse.Congruence, "organisation, person, state, congruence, group by positive ties"},
		{discourse.OneMode, discourse.Conflict, "organisation, person, state, conflict"},
		{discourse.OneMode, discourse.Ignore, "organisation, person, state, what is shared, group by positive ties"},
		{discourse.TwoMode, discourse.Subtract, "issue, organisation, person, state, support, oppose, group by positive ties"},
	} {
		if got := legend(discourse.Choices{Mode: one.mode, Aggregate: one.how}); got != one.want {
			t.Errorf("of %s in mode %s it tells %q, want %q", one.how, one.mode, got, one.want)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	m := ring(1000, 4000)
	for b.Loop() {
		settled(m)
	}
}

// empty are no positions.
func empty() discourse.Rows { return discourse.Rows{Holdings: &store.Holdings{}} }
