package discourse

import (
	"cmp"
	"context"
	"crypto/sha256"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

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
	return polarise(congruence, conflict, always)
}

// polarise is Polarise that is given up, with no polarisation, as soon as goesOn says so.
func polarise(congruence, conflict *Matrix, goesOn func() bool) Polarisation {
	n := len(congruence.Rows)
	p := Polarisation{Nodes: congruence.Rows, Group: make([]bool, n), IsExact: n <= exactly}
	s, whole := signed(congruence, conflict)
	if whole == 0 {
		return p
	}
	side := s.best(rand.New(rand.NewPCG(seed, seed)), goesOn)
	if !goesOn() {
		return p
	}
	p.P = s.sum(side) / whole
	for i := range side {
		p.Group[i] = side[i] != side[0]
	}
	return p
}

// PolarisationOf computes the polarisation of the actors of some positions, their ties normalised. It ends with its context.
func PolarisationOf(ctx context.Context, valued []Valued, norm Normalise, h *store.Holdings) (Polarisation, error) {
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
	return polarise(congruence, conflict, func() bool { return ctx.Err() == nil }), ctx.Err()
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
func (s signedTies) best(r *rand.Rand, goesOn func() bool) []float64 {
	if len(s) > exactly {
		return s.search(r, goesOn)
	}
	return s.exhaust()
}

func always() bool { return true }

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
// (Kernighan and Lin, 1970), until no round gains. It is given up, with none or any division, as soon as goesOn says so.
func (s signedTies) search(r *rand.Rand, goesOn func() bool) []float64 {
	n := len(s)
	var best []float64
	top := math.Inf(-1)
	for i := 0; i < starts && goesOn(); i++ {
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

// Chance is how polarised the same actors would be if their stances were shuffled, as far as that was tried.
type Chance struct {
	Permutations int     // that were tried
	Mean         float64 // of P over the permutations
	Z            float64 // how many standard deviations P is above that; 0 if there is no deviation
	Share        float64 // p: of permutations as polarised or more, this one counted as one of them

	sum, squares float64 // of P over the permutations
	above        int     // as polarised or more
}

// and is the chance with one more permutation, which is so polarised where the stances as they are have p.
func (c Chance) and(x, p float64) Chance {
	c.Permutations++
	c.sum, c.squares = c.sum+x, c.squares+x*x
	if x >= p-1e-12 {
		c.above++
	}
	n := float64(c.Permutations)
	c.Mean, c.Z = c.sum/n, 0
	if deviation := math.Sqrt(max(c.squares/n-c.Mean*c.Mean, 0)); deviation > 1e-12 {
		c.Z = (p - c.Mean) / deviation
	}
	c.Share = float64(c.above+1) / (n + 1)
	return c
}

// Permutations are with how many a polarisation is compared, unless another number is asked for.
const Permutations = 1000

// Shuffling compares a polarisation with those of permutations of the stances within each issue, which leave how often each actor spoke on
// each and how many were for and against. They are seeded, each by its number, and searched as more than twenty actors are.
type Shuffling struct {
	p       float64
	valued  []Valued // by position and holder
	byIssue [][]int
	norm    Normalise
	h       *store.Holdings
}

// Shuffling prepares the comparison with permutations of the positions whose polarisation it is.
func (p Polarisation) Shuffling(valued []Valued, norm Normalise, h *store.Holdings) *Shuffling {
	s := &Shuffling{p: p.P, valued: slices.Clone(valued), norm: norm, h: h}
	slices.SortFunc(s.valued, func(a, b Valued) int {
		return cmp.Or(slices.Compare(a.Position.ID[:], b.Position.ID[:]), slices.Compare(a.Holder[:], b.Holder[:]))
	})
	at := map[Subject]int{}
	for i, v := range s.valued {
		issue, is := at[v.Issue]
		if !is {
			issue = len(s.byIssue)
			at[v.Issue] = issue
			s.byIssue = append(s.byIssue, nil)
		}
		s.byIssue[issue] = append(s.byIssue[issue], i)
	}
	return s
}

// Key tells comparisons apart: those of the same positions, as they count, have the same key and come to the same.
func (s *Shuffling) Key() (key [sha256.Size]byte) {
	hash := sha256.New()
	var row []byte
	for _, v := range s.valued {
		row = append(append(append(row[:0], v.Position.ID[:]...), v.Holder[:]...), v.Issue.Issue[:]...)
		row = strconv.AppendBool(row, v.Issue.Conditional)
		row = strconv.AppendFloat(row, v.Value, 'g', -1, 64)
		row = strconv.AppendFloat(append(row, ' '), v.Weight, 'g', -1, 64)
		hash.Write(append(row, '\n'))
	}
	hash.Write([]byte(s.norm))
	hash.Sum(key[:0])
	return key
}

// Compare goes on from what was tried before, which is Chance{} at first, until so many permutations are. progress hears of each. When
// it is cancelled, what progress heard last can be gone on from.
func (s *Shuffling) Compare(ctx context.Context, before Chance, permutations int, progress func(Chance)) (Chance, error) {
	c := before
	shuffled := make([]Valued, len(s.valued))
	for c.Permutations < permutations {
		x, err := s.chanceOf(ctx, shuffled, rand.New(rand.NewPCG(seed, uint64(c.Permutations)+2)))
		if err != nil {
			return c, err
		}
		c = c.and(x, s.p)
		progress(c)
	}
	return c, nil
}

// chanceOf is the polarisation of one permutation.
func (s *Shuffling) chanceOf(ctx context.Context, shuffled []Valued, r *rand.Rand) (float64, error) {
	copy(shuffled, s.valued)
	for _, at := range s.byIssue {
		r.Shuffle(len(at), func(i, j int) {
			a, b := &shuffled[at[i]], &shuffled[at[j]]
			a.Value, b.Value = b.Value, a.Value
		})
	}
	in := incidenceOf(shuffled, VariableHolder, VariableIssue, s.h)
	ties, whole := signed(in.oneMode(Congruence, s.norm), in.oneMode(Conflict, s.norm))
	if whole == 0 || len(ties) < 2 {
		return 0, ctx.Err()
	}
	best := ties.search(r, func() bool { return ctx.Err() == nil })
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return ties.sum(best) / whole, nil
}
