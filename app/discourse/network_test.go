package discourse

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
)

// scene makes holdings by hand: each line is "holder issue stance", with "?" behind it under a condition, a date and an article's number.
type scene struct {
	h    *store.Holdings
	ids  map[string]store.ID
	last int
}

func newScene() *scene {
	return &scene{
		h: &store.Holdings{
			Articles: map[store.ID]store.HeldIn{}, Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{},
			Affiliations: map[store.ID][]store.Affiliation{},
		},
		ids: map[string]store.ID{},
	}
}

func (s *scene) id(name string) store.ID {
	if id, is := s.ids[name]; is {
		return id
	}
	s.last++
	id := store.ID{0: 1, 14: byte(s.last >> 8), 15: byte(s.last)}
	s.ids[name] = id
	return id
}

func (s *scene) actor(name string, kind store.ActorKind) store.ID {
	id := s.id(name)
	if _, is := s.h.Actors[id]; !is || kind != "" {
		s.h.Actors[id] = store.Name{ID: id, Name: name, Kind: kind}
	}
	return id
}

func (s *scene) holds(holder, issue string, stance store.Stance, date store.Date, article string) *store.HeldPosition {
	id := s.id(issue)
	s.h.Issues[id] = store.Name{ID: id, Name: issue}
	s.last++
	s.h.Positions = append(s.h.Positions, store.HeldPosition{
		ID: store.ID{0: 2, 14: byte(s.last >> 8), 15: byte(s.last)}, Article: s.id(article), Issue: id, Stance: stance, Date: date,
		Holders: []store.Holder{{Actor: s.actor(holder, "")}},
	})
	return &s.h.Positions[len(s.h.Positions)-1]
}

// lines records positions such as "Arland Toll support".
func (s *scene) lines(list ...string) *scene {
	for i, l := range list {
		f := strings.Fields(l)
		s.holds(f[0], f[1], store.Stance(f[2]), store.Date(fmt.Sprintf("2031-%02d-%02d", 3+i/28, 1+i%28)), fmt.Sprint("article ", i))
	}
	return s
}

func (s *scene) network(t rapid.TB, f Filter, c Choices) *Matrix {
	return s.once(t, f, DuplicatesAll, c)
}

// once counts what is equal within something once.
func (s *scene) once(t rapid.TB, f Filter, d Duplicates, c Choices) *Matrix {
	t.Helper()
	values := c.Values
	if values == nil {
		values = DefaultValues()
	}
	f.Duplicates = d
	m, err := c.Network(f.Select(s.h).Value(values), s.h)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// is compares a matrix with lines of labels and numbers.
func (m *Matrix) is(t *testing.T, want string) {
	t.Helper()
	want = strings.ReplaceAll(strings.TrimSpace(want), " ", "\t")
	want = strings.ReplaceAll(want, "\t|", "\n")
	if got := strings.TrimSpace(m.String()); got != strings.TrimSpace(want) {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}

func small() *scene {
	return newScene().lines("A Toll support", "A Toll support", "A Dam oppose", "B Toll oppose", "B Dam oppose", "C Toll neutral")
}

func one(how Aggregate, norm Normalise) Choices {
	return Choices{Mode: OneMode, Aggregate: how, Normalise: norm}
}

func two(how Aggregate, norm Normalise) Choices {
	return Choices{Mode: TwoMode, Aggregate: how, Normalise: norm}
}

// binary counts support as 1 and opposition as 0.
func binary(how Aggregate) Choices {
	return Choices{Mode: TwoMode, Aggregate: how, Values: Values{store.StanceSupport: 1, store.StanceOppose: 0}}
}

func TestMatricesDoneByHand(t *testing.T) {
	s := small()
	ofIssues := Choices{Mode: OneMode, Rows: VariableIssue, Columns: VariableHolder, Aggregate: Congruence}
	opposing := Choices{Mode: OneMode, Aggregate: Conflict, Values: Values{store.StanceOppose: -1}}
	for _, c := range []struct {
		name   string
		f      Filter
		choose Choices
		want   string
	}{
		{"two modes, ignoring", Filter{}, two(Ignore, NormaliseNone), "\tDam Toll |A 1 2 |B 1 1 |C 0 1"},
		{"two modes, subtracting", Filter{}, two(Subtract, NormaliseNone), "\tDam Toll |A -1 2 |B -1 -1 |C 0 0"},
		{"two modes, combining", Filter{}, two(Combine, NormaliseNone), "\tDam Toll |A 2 1 |B 2 2 |C 0 0"},
		{
			"by activity",
			Filter{},
			two(Ignore, NormaliseActivity),
			"\tDam Toll |A 0.3333333333333333 0.6666666666666666 |B 0.5 0.5 |C 0 1",
		},
		{"by prominence", Filter{}, two(Ignore, NormaliseProminence), "\tDam Toll |A 0.5 0.5 |B 0.5 0.25 |C 0 0.25"},
		{"zeros among 0 and 1 are negative", Filter{}, binary(Subtract), "\tDam Toll |A -1 2 |B -1 -1"},
		{"and so where they combine", Filter{}, binary(Combine), "\tDam Toll |A 2 1 |B 2 2"},
		// Dam: A and B agree, 1·1. Toll: A has 2 for, B 1 against (R = 2, apart 2: nothing), C 1 neutral (apart 1: half of 2·1; of 1·1).
		{"congruence", Filter{}, one(Congruence, NormaliseNone), "\tA B C |A 0 1 1 |B 1 0 0.5 |C 1 0.5 0"},
		{"conflict", Filter{}, one(Conflict, NormaliseNone), "\tA B C |A 0 2 1 |B 2 0 0.5 |C 1 0.5 0"},
		{"ignoring", Filter{}, one(Ignore, NormaliseNone), "\tA B C |A 0 3 2 |B 3 0 1 |C 2 1 0"},
		{"subtracting", Filter{}, one(Subtract, NormaliseNone), "\tA B C |A 0 -1 0 |B -1 0 0 |C 0 0 0"},
		{
			"by the average",
			Filter{},
			one(Congruence, NormaliseAverage),
			"\tA B C |A 0 0.4 0.5 |B 0.4 0 0.3333333333333333 |C 0.5 0.3333333333333333 0",
		},
		// A: Toll for 2, Dam against 1. B: Toll against 1, Dam against 1. m10 = 2, m01 = 1, m11 = 1.
		{
			"by Jaccard",
			Filter{},
			one(Congruence, NormaliseJaccard),
			"\tA B C |A 0 0.25 0.25 |B 0.25 0 0.16666666666666666 |C 0.25 0.16666666666666666 0",
		},
		{"by what is called a cosine", Filter{}, one(Congruence, NormaliseDNACosine), "\tA B C |A 0 0.16666666666666666 0.3333333333333333 " +
			"|B 0.16666666666666666 0 0.25 |C 0.3333333333333333 0.25 0"},
		{"issues", Filter{}, ofIssues, "\tDam Toll |Dam 0 1 |Toll 1 0"},
		{"one stance only", Filter{}, opposing, "\tA B |A 0 0 |B 0 0"},
	} {
		t.Run(c.name, func(t *testing.T) { s.network(t, c.f, c.choose).is(t, c.want) })
	}
	for d, want := range map[Duplicates]string{
		DuplicatesArticle: "\tDam Toll |A 1 2 |B 1 1 |C 0 1", DuplicatesDay: "\tDam Toll |A 1 2 |B 1 1 |C 0 1",
		DuplicatesWeek: "\tDam Toll |A 1 1 |B 1 1 |C 0 1", DuplicatesMonth: "\tDam Toll |A 1 1 |B 1 1 |C 0 1",
		DuplicatesYear: "\tDam Toll |A 1 1 |B 1 1 |C 0 1",
	} {
		s.once(t, Filter{}, d, two(Ignore, NormaliseNone)).is(t, want)
	}
	alike := two(Ignore, NormaliseNone)
	alike.Values = Values{store.StanceSupport: 1, store.StanceOppose: 1}
	turned := newScene().lines("A Dam support", "A Dam oppose", "A Toll support", "B Toll oppose")
	turned.once(t, Filter{}, DuplicatesYear, alike).is(t, "\tDam Toll |A 1 1 |B 0 1")
	cosine := s.network(t, Filter{}, Choices{Mode: OneMode, Aggregate: Congruence, Normalise: NormaliseCosine})
	if got, want := cosine.Cells[0][1], 1/math.Sqrt(5*2); math.Abs(got-want) > 1e-12 {
		t.Errorf("the cosine is %v, not %v", got, want)
	}
}

func TestWhatDoesNotCount(t *testing.T) {
	s := newScene()
	s.actor("Venn", store.ActorPerson)
	s.actor("Arland", store.ActorState)
	s.h.Affiliations[s.id("Venn")] = []store.Affiliation{{Actor: s.id("Venn"), Organisation: s.id("Arland"), From: "2031-02"}}
	s.holds("Venn", "Toll", store.StanceSupport, "2031-01-05", "1")
	s.holds("Venn", "Toll", store.StanceOppose, "2031-03-05", "2").Conditional = true
	joint := s.holds("Venn", "Dam", store.StanceOppose, "2031-03-06", "2")
	joint.Holders = append(joint.Holders, store.Holder{Actor: s.id("Arland"), Told: true})
	s.holds("Arland", "Dam", store.StanceSupport, "2031-03-07", "3").Denied = true
	s.holds("Arland", "Dam", "", "2031-03-07", "3")
	two := Choices{Mode: TwoMode, Aggregate: Ignore}
	for _, c := range []struct {
		name string
		f    Filter
		want string
	}{
		{"as recorded", Filter{}, "\tDam Toll |Arland 1 0 |Venn 1 2"},
		{"a person for its state, since it belongs to it, and once", Filter{Level: LevelAffiliation}, "\tDam Toll |Arland 1 1 |Venn 0 1"},
		{"only what holders state", Filter{AccordingTo: AccordingToNo}, "\tDam Toll |Venn 1 2"},
		{"only what others tell", Filter{AccordingTo: AccordingToOnly}, "\tDam |Arland 1"},
		{"conditional ones half", Filter{Conditional: ConditionalHalf}, "\tDam Toll |Arland 1 0 |Venn 1 1.5"},
		{"none of them", Filter{Conditional: ConditionalNone}, "\tDam Toll |Arland 1 0 |Venn 1 1"},
		{"a time", Filter{From: "2031-03-05", To: "2031-03-05"}, "\tToll |Venn 1"},
		{"a kind", Filter{Kinds: []store.ActorKind{store.ActorState}}, "\tDam |Arland 1"},
		{"an issue", Filter{Issues: []store.ID{s.id("Toll")}}, "\tToll |Venn 2"},
	} {
		t.Run(c.name, func(t *testing.T) { s.network(t, c.f, two).is(t, c.want) })
	}
	apart := s.network(t, Filter{Conditional: ConditionalApart}, two)
	if got := apart.Columns[2].Label; len(apart.Columns) != 3 || got != "Toll ◇" {
		t.Errorf("the issue under a condition is %q", got)
	}
	if rows := (Filter{}).Select(s.h); rows.Denied != 1 || rows.Unset != 1 {
		t.Errorf("left out are %d denied and %d without a stance", rows.Denied, rows.Unset)
	}
}

func TestActorsOfOneNameAreToldApart(t *testing.T) {
	s := newScene().lines("A Toll support", "B Toll support", "C Toll oppose", "D Toll oppose")
	for _, name := range []string{"B", "C"} {
		s.h.Actors[s.id(name)] = store.Name{ID: s.id(name), Name: "A"}
	}
	s.h.Actors[s.id("D")] = store.Name{ID: s.id("D"), Name: "A (2)"}
	var labels []string
	for _, n := range s.network(t, Filter{}, Choices{Mode: OneMode, Aggregate: Ignore}).Rows {
		labels = append(labels, n.Label)
	}
	if got := strings.Join(labels, ", "); got != "A, A (3), A (4), A (2)" {
		t.Errorf("they are called %s", got)
	}
}

func TestIssuesOfOneNameAreToldApartUnderAConditionToo(t *testing.T) {
	s := newScene().lines("A Dam support", "A Dam support", "A Toll support", "A Toll support", "A Weir support")
	for i := range s.h.Positions {
		s.h.Positions[i].Conditional = i%2 == 1 || s.h.Positions[i].Issue == s.id("Weir")
	}
	for _, name := range []string{"Dam", "Toll", "Weir"} {
		s.h.Issues[s.id(name)] = store.Name{ID: s.id(name), Name: "Dam"}
	}
	var labels []string
	for _, n := range s.network(t, Filter{Conditional: ConditionalApart}, Choices{Mode: TwoMode, Aggregate: Ignore}).Columns {
		labels = append(labels, n.Label)
	}
	if got := strings.Join(labels, ", "); got != "Dam, Dam ◇, Dam (2), Dam (2) ◇, Dam (3) ◇" {
		t.Errorf("they are called %s", got)
	}
}

var ofOneMode = []Normalise{NormaliseNone, NormaliseAverage, NormaliseJaccard, NormaliseCosine, NormaliseDNACosine}

// drawn makes positions by chance.
func drawn(t *rapid.T) (*scene, []string) {
	var list []string
	for range rapid.IntRange(0, 40).Draw(t, "n") {
		list = append(list, fmt.Sprintf("%c %c %s", 'A'+rapid.IntRange(0, 5).Draw(t, "holder"), 'P'+rapid.IntRange(0, 3).Draw(t, "issue"),
			rapid.SampledFrom([]store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear}).Draw(t, "stance")))
	}
	return newScene().lines(list...), list
}

func drawnValues(t *rapid.T) Values {
	return rapid.SampledFrom([]Values{
		DefaultValues(),
		{store.StanceSupport: 1, store.StanceOppose: 0},
		{store.StanceSupport: 2, store.StanceOppose: -1, store.StanceUnclear: 0.5},
		{store.StanceSupport: 1},
	}).Draw(t, "values")
}

// plain computes a tie by the letter of its formula, position by position, and shares no code with the network.
func plain(list []string, values Values, a, b string, how Aggregate, norm Normalise) float64 {
	x := map[string]map[string]map[float64]float64{}
	low, high := math.Inf(1), math.Inf(-1)
	for _, l := range list {
		f := strings.Fields(l)
		k, counts := values[store.Stance(f[2])]
		if !counts {
			continue
		}
		low, high = min(low, k), max(high, k)
		if x[f[0]] == nil {
			x[f[0]] = map[string]map[float64]float64{}
		}
		if x[f[0]][f[1]] == nil {
			x[f[0]][f[1]] = map[float64]float64{}
		}
		x[f[0]][f[1]][k]++
	}
	var congruence, conflict, na, nb, m11, m10, m01, aa, bb float64
	for p := range x[a] {
		for k1, x1 := range x[a][p] {
			na += x1
			aa += x1 * x1
			m11 += x1 * x[b][p][k1]
			if x[b][p][k1] == 0 {
				m10 += x1
			}
			for k2, x2 := range x[b][p] {
				apart := 0.0
				if high > low {
					apart = math.Abs(k1-k2) / (high - low)
				}
				congruence += x1 * x2 * (1 - apart)
				conflict += x1 * x2 * apart
			}
		}
	}
	for p := range x[b] {
		for k, x2 := range x[b][p] {
			nb += x2
			bb += x2 * x2
			if x[a][p][k] == 0 {
				m01 += x2
			}
		}
	}
	sum := map[Aggregate]float64{
		Congruence: congruence, Conflict: conflict, Ignore: congruence + conflict, Subtract: congruence - conflict,
	}[how]
	by := map[Normalise]float64{
		NormaliseNone: 1, NormaliseAverage: (na + nb) / 2, NormaliseJaccard: m01 + m10 + m11,
		NormaliseCosine: math.Sqrt(aa * bb), NormaliseDNACosine: na * nb,
	}[norm]
	if by == 0 {
		return 0
	}
	return sum / by
}

func TestTiesAreWhatTheirFormulasSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, list := drawn(t)
		values := drawnValues(t)
		how := rapid.SampledFrom([]Aggregate{Ignore, Congruence, Conflict, Subtract}).Draw(t, "how")
		norm := rapid.SampledFrom(ofOneMode).Draw(t, "norm")
		m := s.network(t, Filter{}, Choices{Mode: OneMode, Aggregate: how, Normalise: norm, Values: values})
		for i, a := range m.Rows {
			for j, b := range m.Columns {
				want := 0.0
				if i != j {
					want = plain(list, values, a.Label, b.Label, how, norm)
				}
				if got := m.Cells[i][j]; math.Abs(got-want) > 1e-9 {
					t.Fatalf("%s and %s: %v, not %v", a.Label, b.Label, got, want)
				}
				if m.Cells[i][j] != m.Cells[j][i] {
					t.Fatalf("%s and %s differ by the way", a.Label, b.Label)
				}
			}
		}
	})
}

func TestCongruenceAndConflictAreWhatIsInCommon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := drawn(t)
		values := drawnValues(t)
		of := func(how Aggregate) *Matrix {
			return s.network(t, Filter{}, Choices{Mode: OneMode, Aggregate: how, Values: values})
		}
		c, f, all := of(Congruence), of(Conflict), of(Ignore)
		for i := range all.Cells {
			for j := range all.Cells[i] {
				if math.Abs(c.Cells[i][j]+f.Cells[i][j]-all.Cells[i][j]) > 1e-9 {
					t.Fatalf("%v + %v is not %v", c.Cells[i][j], f.Cells[i][j], all.Cells[i][j])
				}
			}
		}
	})
}

func TestTheOrderOfPositionsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := drawn(t)
		values := drawnValues(t)
		f := Filter{Conditional: ConditionalHalf}
		for i := range s.h.Positions {
			s.h.Positions[i].Conditional = rapid.Bool().Draw(t, "conditional")
		}
		for _, c := range []Choices{
			{Mode: OneMode, Aggregate: Subtract, Normalise: NormaliseJaccard, Values: values}, {Mode: TwoMode, Aggregate: Combine, Values: values},
		} {
			before := s.network(t, f, c).String()
			r := rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed")))
			r.Shuffle(len(s.h.Positions), func(i, j int) {
				s.h.Positions[i], s.h.Positions[j] = s.h.Positions[j], s.h.Positions[i]
			})
			if after := s.network(t, f, c).String(); after != before {
				t.Fatalf("%s\nis not\n%s", after, before)
			}
		}
	})
}

func TestWhatCannotBeCombinedIsSaid(t *testing.T) {
	for _, c := range []Choices{
		{Mode: OneMode, Aggregate: Combine},
		{Mode: TwoMode, Aggregate: Congruence},
		{Mode: OneMode, Aggregate: Ignore, Normalise: NormaliseActivity},
		{Mode: TwoMode, Aggregate: Ignore, Normalise: NormaliseCosine},
		{Mode: OneMode, Rows: VariableIssue, Columns: VariableIssue, Aggregate: Ignore},
		{Aggregate: Ignore},
	} {
		if err := c.Check(); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
	for _, s := range []string{"", "support", "support=x", "support=1,support=2", "likes=1", "support=inf", "support=NaN"} {
		if v, err := ParseValues(s); err == nil {
			t.Errorf("%q is read as %v", s, v)
		}
	}
	if v, err := ParseValues("support=1, oppose=-0.5"); err != nil || len(v) != 2 || v[store.StanceOppose] != -0.5 {
		t.Errorf("read %v, %v", v, err)
	}
	if err := (Filter{From: "2031-05", To: "2031-04"}).Check(); err == nil {
		t.Error("a time that ends before it begins is taken")
	}
}

func TestNoPositionsMakeAnEmptyNetwork(t *testing.T) {
	for _, c := range []Choices{
		{Mode: OneMode, Aggregate: Subtract, Normalise: NormaliseCosine}, {Mode: TwoMode, Aggregate: Combine, Normalise: NormaliseActivity},
	} {
		m := newScene().network(t, Filter{}, c)
		for _, f := range []Format{CSV, DL, GraphML, GEXF, DOT} {
			var b strings.Builder
			if err := m.Write(&b, f); err != nil || b.Len() == 0 {
				t.Errorf("%s: %q, %v", f, b.String(), err)
			}
		}
	}
}

// crowd makes many positions, as the largest project is thought of.
func crowd(positions, holders, issues int) *scene {
	s := newScene()
	r := rand.New(rand.NewPCG(1, 2))
	stances := []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral}
	for i := range positions {
		s.holds(fmt.Sprint("Holder ", r.IntN(holders)), fmt.Sprint("Issue ", r.IntN(issues)), stances[r.IntN(3)],
			store.Date(fmt.Sprintf("20%02d-%02d-%02d", 20+r.IntN(10), 1+r.IntN(12), 1+r.IntN(28))), fmt.Sprint("article ", i/5))
	}
	return s
}

func BenchmarkNetwork(b *testing.B) {
	s := crowd(50_000, 2_500, 200)
	storetest.RunSlow(b, "one mode, each normalisation", func(b *testing.B) {
		var slowest time.Duration
		for b.Loop() {
			for _, norm := range []Normalise{NormaliseNone, NormaliseAverage, NormaliseJaccard, NormaliseCosine, NormaliseDNACosine} {
				begun := time.Now()
				s.network(b, Filter{}, Choices{Mode: OneMode, Aggregate: Subtract, Normalise: norm})
				slowest = max(slowest, time.Since(begun))
			}
		}
		b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest")
	})
	b.Run("two modes", func(b *testing.B) {
		for b.Loop() {
			s.network(b, Filter{}, Choices{Mode: TwoMode, Aggregate: Subtract, Normalise: NormaliseActivity})
		}
	})
}
