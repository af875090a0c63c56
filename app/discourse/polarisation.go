package discourse

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"standpoint/store"
)

// exactly is up to how many actors each division into two groups is tried.
const exactly = 20

// Polarisation is how far actors fall into two groups that agree within and disagree between.
type Polarisation struct {
	P       float64
	Nodes   []Node
	Group   []bool // which nodes stand against the first one
	IsExact bool   // each division was tried; else a seeded search found the best it could
}

// Polarise computes the polarisation of actors:
//
//	P = max over two groups, neither empty, of (C_same + F_diff − C_diff − F_same)/(‖C‖ + ‖F‖)
//
// with C congruence and F conflict between actors, sums over all ordered pairs, ‖·‖ the sum of entries; 0 where that is 0.
func Polarise(congruence, conflict *Matrix) Polarisation {
	n := len(congruence.Rows)
	p := Polarisation{Nodes: congruence.Rows, Group: make([]bool, n), IsExact: n <= exactly}
	s, whole := signed(congruence, conflict)
	if whole == 0 {
		return p
	}
	side := s.best(rand.New(rand.NewPCG(seed, seed)))
	p.P = s.sum(side) / whole
	for i := range side {
		p.Group[i] = side[i] != side[0]
	}
	return p
}

// PolarisationOf computes the polarisation of the actors of some positions, their ties normalised.
func PolarisationOf(valued []Valued, norm Normalise, h *store.Holdings) (Polarisation, error) {
	of := func(how Aggregate) (*Matrix, error) {
		return Choices{Mode: OneMode, Aggregate: how, Normalise: norm}.Network(valued, h)
	}
	congruence, err := of(Congruence)
	if err != nil {
		return Polarisation{}, err
	}
	conflict, err := of(Conflict)
	if err != nil {
		return Polarisation{}, err
	}
	return Polarise(congruence, conflict), nil
}

// signedTies are congruence less conflict: the numerator of P is Σ s[a][b]·σ_a·σ_b, with σ the side of each, 1 or −1.
type signedTies [][]float64

func signed(congruence, conflict *Matrix) (s signedTies, whole float64) {
	n := len(congruence.Rows)
	s = cells(n, n)
	for a := range n {
		for b := range n {
			c, f := congruence.Cells[a][b], conflict.Cells[a][b]
			s[a][b] = c - f
			whole += c + f
		}
	}
	return s, whole
}

// sum is the numerator of P for two groups.
func (s signedTies) sum(side []float64) (sum float64) {
	for a := range s {
		sum += side[a] * dot(s[a], side)
	}
	return sum
}

// best returns the sides with the largest sum: of all up to twenty actors, else of those that a search finds.
func (s signedTies) best(r *rand.Rand) []float64 {
	if len(s) > exactly {
		return s.search(r)
	}
	return s.exhaust()
}

// pull returns how much each actor is drawn to its side.
func (s signedTies) pull(side []float64) []float64 {
	pull := make([]float64, len(s))
	for a := range s {
		pull[a] = side[a] * dot(s[a], side)
	}
	return pull
}

// flip puts one actor on the other side, and says by how much the sum changed.
func (s signedTies) flip(a int, side, pull []float64) float64 {
	change := -4 * pull[a]
	side[a] = -side[a]
	pull[a] = -pull[a]
	for b, tie := range s[a] {
		if b != a {
			pull[b] += 2 * side[a] * side[b] * tie
		}
	}
	return change
}

// exhaust tries each division, from one to the next by one actor (Gray, 1953). The last actor stays where it is.
func (s signedTies) exhaust() []float64 {
	n := len(s)
	side := slices.Repeat([]float64{1}, n)
	if n < 2 {
		return side
	}
	pull := s.pull(side)
	sum, top := s.sum(side), math.Inf(-1)
	best := slices.Clone(side)
	for i := 1; i < 1<<(n-1); i++ {
		a := 0
		for i>>a&1 == 0 {
			a++
		}
		sum += s.flip(a, side, pull)
		if sum > top+1e-9 {
			top = sum
			copy(best, side)
		}
	}
	return best
}

// starts is from how many divisions drawn by chance a search sets out.
const starts = 12

// search climbs from divisions drawn by chance: actors change sides, the best change first, each once, and the best on the way stays
// (Kernighan and Lin, 1970), until no round gains.
func (s signedTies) search(r *rand.Rand) []float64 {
	n := len(s)
	var best []float64
	top := math.Inf(-1)
	for range starts {
		side := make([]float64, n)
		for a := range side {
			side[a] = float64(2*r.IntN(2) - 1)
		}
		if sum := s.climb(side); sum > top+1e-9 {
			best, top = side, sum
		}
	}
	return best
}

// climb improves a division until no round gains, and returns its sum.
func (s signedTies) climb(side []float64) float64 {
	pull := s.pull(side)
	sum := s.sum(side)
	if s.isOneSided(side) {
		sum = math.Inf(-1)
	}
	for {
		at, top, gained := slices.Clone(side), sum, false
		now := s.sum(at)
		moved := make([]bool, len(s))
		way := slices.Clone(pull)
		for range s {
			a := -1
			for b, p := range way {
				if !moved[b] && (a < 0 || p < way[a]) {
					a = b
				}
			}
			moved[a] = true
			now += s.flip(a, at, way)
			if now > top+1e-9 && !s.isOneSided(at) {
				copy(side, at)
				copy(pull, way)
				top, gained = now, true
			}
		}
		sum = top
		if !gained {
			return sum
		}
	}
}

// isOneSided reports whether one of the groups is empty.
func (s signedTies) isOneSided(side []float64) bool {
	return !slices.Contains(side, -side[0])
}

// Chance is how polarised the same actors would be if their stances were shuffled.
type Chance struct {
	Permutations int
	Mean         float64 // of P over the permutations
	Z            float64 // how many standard deviations P is above that; 0 if there is no deviation
	Share        float64 // p: of permutations as polarised or more, this one counted as one of them
}

// Shuffle compares a polarisation with those of permutations of the stances within each issue, which leave how often each actor spoke on
// each and how many were for and against. They are seeded, and searched as more than twenty actors are. progress hears how many are done.
func (p Polarisation) Shuffle(ctx context.Context, valued []Valued, norm Normalise, h *store.Holdings, permutations int,
	progress func(done int),
) (Chance, error) {
	r := rand.New(rand.NewPCG(seed, 2))
	shuffled := slices.Clone(valued)
	slices.SortFunc(shuffled, func(a, b Valued) int {
		return slices.Compare(a.Position.ID[:], b.Position.ID[:])
	})
	byIssue := map[Subject][]int{}
	var issues []Subject
	for i, v := range shuffled {
		if byIssue[v.Issue] == nil {
			issues = append(issues, v.Issue)
		}
		byIssue[v.Issue] = append(byIssue[v.Issue], i)
	}
	c := Chance{Permutations: permutations}
	var sum, squares float64
	above := 0
	for done := range permutations {
		if err := ctx.Err(); err != nil {
			return Chance{}, err
		}
		for _, issue := range issues {
			at := byIssue[issue]
			r.Shuffle(len(at), func(i, j int) {
				a, b := &shuffled[at[i]], &shuffled[at[j]]
				a.Value, b.Value = b.Value, a.Value
			})
		}
		x := chanceOf(shuffled, norm, h, r)
		sum, squares = sum+x, squares+x*x
		if x >= p.P-1e-12 {
			above++
		}
		progress(done + 1)
	}
	n := float64(permutations)
	c.Mean = sum / n
	if deviation := math.Sqrt(max(squares/n-c.Mean*c.Mean, 0)); deviation > 1e-12 {
		c.Z = (p.P - c.Mean) / deviation
	}
	c.Share = float64(above+1) / (n + 1)
	return c, nil
}

// chanceOf is the polarisation of shuffled positions.
func chanceOf(valued []Valued, norm Normalise, h *store.Holdings, r *rand.Rand) float64 {
	in := incidenceOf(valued, VariableHolder, VariableIssue, h)
	s, whole := signed(in.oneMode(Congruence, norm), in.oneMode(Conflict, norm))
	if whole == 0 || len(s) < 2 {
		return 0
	}
	return s.sum(s.search(r)) / whole
}
