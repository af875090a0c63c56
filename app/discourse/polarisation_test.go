package discourse

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store/storetest"
)

// table reads a matrix of one mode.
func table(s string) *Matrix {
	m := &Matrix{OneMode: true}
	for i, line := range strings.Split(s, " / ") {
		m.Rows = append(m.Rows, Node{Label: string(rune('A' + i))})
		var row []float64
		for f := range strings.FieldsSeq(line) {
			x, err := strconv.ParseFloat(f, 64)
			if err != nil {
				panic(err)
			}
			row = append(row, x)
		}
		m.Cells = append(m.Cells, row)
	}
	m.Columns = m.Rows
	return m
}

func TestPolarisationOfAKnownDebate(t *testing.T) {
	congruence := table("0 2 10 0 2 4 3 / 2 0 2 4 5 1 1 / 10 2 0 2 22 10 0 / 0 4 2 0 4 0 0 / 2 5 22 4 0 2 0 / 4 1 10 0 2 0 6 / 3 1 0 0 0 6 0")
	conflict := table("0 2 0 2 2 0 0 / 2 0 0 0 1 5 3 / 0 0 0 20 0 2 1 / 2 0 20 0 4 6 2 / 2 1 0 4 0 5 3 / 0 5 2 6 5 0 0 / 0 3 1 2 3 0 0")
	p := Polarise(congruence, conflict)
	if math.Abs(p.P-0.5652174) > 1e-7 || !p.IsExact {
		t.Errorf("P is %v", p.P)
	}
	var against []string
	for i, is := range p.Group {
		if is {
			against = append(against, p.Nodes[i].Label)
		}
	}
	if got := strings.Join(against, ""); got != "BD" {
		t.Errorf("against the rest stand %s", got)
	}
}

// byTheLetter returns the largest sum over each division of the actors, reckoned by the letter.
func (s signedTies) byTheLetter() float64 {
	n, top := len(s), math.Inf(-1)
	for i := 1; i < 1<<n-1; i++ {
		sum := 0.0
		for a := range n {
			for b := range n {
				if i>>a&1 == i>>b&1 {
					sum += s[a][b]
				} else {
					sum -= s[a][b]
				}
			}
		}
		top = max(top, sum)
	}
	return top
}

// tiesOf are ties that draw gives, of n actors.
func tiesOf(n int, draw func() int) signedTies {
	s := signedTies(cells(n, n))
	for a := range n {
		for b := range a {
			s[a][b] = float64(draw())
			s[b][a] = s[a][b]
		}
	}
	return s
}

func TestTryingAllFindsTheLargestSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tiesOf(rapid.IntRange(2, 12).Draw(t, "n"), func() int { return rapid.IntRange(-9, 9).Draw(t, "tie") })
		want := s.byTheLetter()
		if got := s.sum(s.exhaust()); got != want {
			t.Fatalf("trying all gives %v, not %v", got, want)
		}
		if got := s.sum(s.search(rand.New(rand.NewPCG(1, 1)), always)); got > want {
			t.Fatalf("the search gives %v, which no division has: %v is the largest", got, want)
		}
	})
}

// Ties of which most are none leave many divisions that no single actor betters: they are the hardest.
func TestASearchFindsInAlmostEachNetworkWhatTryingAllFinds(t *testing.T) {
	const networks = 2000
	r := rand.New(rand.NewPCG(1, 1))
	missed := 0
	for range networks {
		s := tiesOf(12, func() int { return (r.IntN(9) - 4) * r.IntN(2) })
		if s.sum(s.search(rand.New(rand.NewPCG(1, 1)), always)) < s.sum(s.exhaust()) {
			missed++
		}
	}
	if missed > networks/200 {
		t.Errorf("the search missed the largest sum in %d of %d networks", missed, networks)
	}
}

// camps are two groups that agree within and disagree between.
func camps(actors, issues int) *scene {
	var list []string
	for a := range actors {
		for p := range issues {
			stance := "support"
			if a%2 == p%2 {
				stance = "oppose"
			}
			list = append(list, fmt.Sprintf("A%d P%d %s", a, p, stance))
		}
	}
	return newScene().lines(list...)
}

func (s *scene) polarised(t rapid.TB) (Polarisation, []Valued) {
	valued := Filter{}.Select(s.h).Value(DefaultValues())
	return Polarise(s.network(t, Filter{}, one(Congruence, NormaliseNone)), s.network(t, Filter{}, one(Conflict, NormaliseNone))), valued
}

func TestTwoCampsAreMorePolarisedThanChance(t *testing.T) {
	s := camps(8, 6)
	p, valued := s.polarised(t)
	if p.P != 1 {
		t.Errorf("P is %v", p.P)
	}
	shuffling, done := p.Shuffling(valued, NormaliseNone, s.h), 0
	chance := func(before Chance) Chance {
		c, err := shuffling.Compare(t.Context(), before, 200, func(Chance) { done++ })
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	c := chance(Chance{})
	if c.Mean >= 0.9 || c.Z < 3 || c.Share != 1.0/201 || c.Permutations != 200 || done != 200 {
		t.Errorf("by chance it would be %+v; told of %d", c, done)
	}
	if again := chance(Chance{}); again != c {
		t.Errorf("once it is %+v, then %+v", c, again)
	}
	if again := chance(c); again != c || done != 400 {
		t.Errorf("gone on from its end it is %+v after %d", again, done)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var before Chance
	_, err := shuffling.Compare(ctx, before, 200, func(c Chance) {
		if before = c; c.Permutations == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || before.Permutations != 3 {
		t.Errorf("stopped with %v after %d", err, before.Permutations)
	}
	if again := chance(before); again != c || done != 597 {
		t.Errorf("stopped on the way it is %+v after %d, want %+v", again, done, c)
	}
}

func TestTheSamePositionsInAnyOrderAreTheSameComparisonAndOthersAreNot(t *testing.T) {
	s := camps(5, 3)
	p, valued := s.polarised(t)
	key := p.Shuffling(valued, NormaliseNone, s.h).Key()
	slices.Reverse(valued)
	if p.Shuffling(valued, NormaliseNone, s.h).Key() != key {
		t.Error("in another order it is another comparison")
	}
	if p.Shuffling(valued, NormaliseCosine, s.h).Key() == key {
		t.Error("divided by something else it is the same comparison")
	}
	for name, change := range map[string]func(*Valued){
		"value": func(v *Valued) { v.Value = 0.5 }, "weight": func(v *Valued) { v.Weight = 0.5 },
		"holder": func(v *Valued) { v.Holder = valued[0].Holder }, "issue": func(v *Valued) { v.Issue.Conditional = true },
	} {
		others := slices.Clone(valued)
		change(&others[len(others)-1])
		if p.Shuffling(others, NormaliseNone, s.h).Key() == key {
			t.Errorf("with another %s it is the same comparison", name)
		}
	}
	if p.Shuffling(valued[1:], NormaliseNone, s.h).Key() == key {
		t.Error("with fewer positions it is the same comparison")
	}
}

func TestOfNobodyAndOfOneNothingIsPolarised(t *testing.T) {
	for _, s := range []*scene{newScene(), newScene().lines("A Toll support", "A Dam oppose")} {
		p, valued := s.polarised(t)
		if p.P != 0 {
			t.Errorf("P is %v", p.P)
		}
		if _, err := p.Shuffling(valued, NormaliseNone, s.h).Compare(t.Context(), Chance{}, 3, func(Chance) {}); err != nil {
			t.Error(err)
		}
	}
}

func TestGroupsAreThoseWhoAgree(t *testing.T) {
	s := camps(9, 4)
	m := s.network(t, Filter{}, one(Subtract, NormaliseNone))
	got := m.Measure()
	if got.Groups != 2 || got.Density != 1 {
		t.Fatalf("%d groups, a density of %v", got.Groups, got.Density)
	}
	for i, n := range got.Nodes {
		if want := i%2 + 1; n.Group != want || n.Degree != 8 || n.Weighted != 32 || n.Betweenness != 0 {
			t.Errorf("%s is %+v, not in %d", m.Rows[i].Label, n, want)
		}
	}
	for range 20 {
		again := m.Measure()
		if again.Modularity != got.Modularity {
			t.Fatalf("a modularity of %v, then of %v", got.Modularity, again.Modularity)
		}
	}
	star := newScene().lines("A P support", "B P support", "B Q support", "C Q support", "D P oppose").
		network(t, Filter{}, one(Congruence, NormaliseNone))
	if n := star.Measure().Nodes; n[1].Betweenness != 1 || n[0].Betweenness != 0 || n[3].Group != 0 || n[3].Degree != 0 {
		t.Errorf("between A and C stands B: %+v", n)
	}
}

func TestOfAVastNetworkOnlyWhatIsSoonFoundIsMeasured(t *testing.T) {
	n := 700 // 244,650 ties
	m := &Matrix{OneMode: true, Rows: make([]Node, n), Cells: cells(n, n)}
	m.Columns = m.Rows
	for a := range n {
		for b := range n {
			if a != b {
				m.Cells[a][b] = 1
			}
		}
	}
	got := m.Measure()
	if !got.IsCoarse || got.Groups != 0 || got.Nodes[0].Degree != n-1 || got.Density != 1 {
		t.Errorf("measured were %d groups, a degree of %d, a density of %v", got.Groups, got.Nodes[0].Degree, got.Density)
	}
	var b strings.Builder
	if err := m.Write(&b, GEXF); err != nil || strings.Contains(b.String(), "betweenness") {
		t.Errorf("what is not known is written, %v", err)
	}
}

func TestBetweennessIsTheShareOfShortestWays(t *testing.T) {
	// a path of four, and a square on whose sides two ways are as short
	path, err := betweenness(t.Context(), [][]int32{{1}, {0, 2}, {1, 3}, {2}})
	square, err2 := betweenness(t.Context(), [][]int32{{1, 3}, {0, 2}, {1, 3}, {2, 0}})
	if err != nil || err2 != nil || fmt.Sprint(path, square) != "[0 2 2 0] [0.5 0.5 0.5 0.5]" {
		t.Errorf("between stand %v and %v", path, square)
	}
}

// lookedAt is a context that ends after it was looked at so often.
type lookedAt struct {
	context.Context
	left int
}

func (c *lookedAt) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestMeasuringIsEndedAtAnyNode(t *testing.T) {
	m := camps(9, 4).network(t, Filter{}, one(Subtract, NormaliseNone))
	looks := 0
	for ; looks < 1000; looks++ {
		ctx := &lookedAt{t.Context(), looks}
		got, err := m.MeasureContext(ctx)
		if err == nil {
			if got.Groups != 2 {
				t.Errorf("%d groups", got.Groups)
			}
			break
		}
		if !errors.Is(err, context.Canceled) || ctx.left < -2 {
			t.Fatalf("ended at look %d it went on for %d, %v", looks, -ctx.left, err)
		}
	}
	if nodes := 9; looks < 3*nodes || looks == 1000 {
		t.Errorf("of %d nodes it looks %d times whether it is to end", nodes, looks)
	}
}

func TestTheSearchForTwoGroupsIsEndedBetweenDivisions(t *testing.T) {
	s := camps(exactly+1, 4)
	valued := Filter{}.Select(s.h).Value(DefaultValues())
	for looks := range starts + 2 { // before each division, and when it is done
		ctx := &lookedAt{t.Context(), looks}
		if _, err := PolarisationOf(ctx, valued, NormaliseNone, s.h); !errors.Is(err, context.Canceled) || ctx.left < -3 {
			t.Errorf("ended at look %d it went on for %d, %v", looks, -ctx.left, err)
		}
	}
}

func BenchmarkPolarisation(b *testing.B) {
	s := crowd(2_000, 20, 20)
	b.Run("twenty actors", func(b *testing.B) {
		for b.Loop() {
			s.polarised(b)
		}
	})
	p, valued := s.polarised(b)
	storetest.RunSlow(b, "a thousand permutations", func(b *testing.B) {
		for b.Loop() {
			if _, err := p.Shuffling(valued, NormaliseNone, s.h).Compare(b.Context(), Chance{}, 1000, func(Chance) {}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMeasure(b *testing.B) {
	m := crowd(2_000, 400, 200).network(b, Filter{}, one(Congruence, NormaliseNone))
	for b.Loop() {
		m.Measure()
	}
}
