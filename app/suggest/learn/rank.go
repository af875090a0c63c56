package learn

import (
	"context"
	"math"
)

// Example is something proposed of which is known whether it is right.
type Example struct {
	Features []uint32
	Prior    float64 // how sure it was before anything was learnt, as the logarithm of the odds
	Right    bool
	Apart    bool // it was not chosen as others are, so that it tells nothing of how many are right
}

// Ranker tells how sure it is that something is right. It may be used from several goroutines.
type Ranker struct {
	weights [1 << rankBits]float32
}

const (
	rankBits   = 16
	rankRounds = 20
	rankRate   = 0.1
	rankPrior  = 15 // how much speaks for a weight that says nothing
)

// LearnRanker learns from examples: by how much their features tell more than what was known before. Without examples it says what was
// known.
func LearnRanker(ctx context.Context, all []Example) (*Ranker, error) {
	r := &Ranker{}
	squares, pull := make([]float32, len(r.weights)), make([]float32, len(r.weights))
	for i := range all {
		for _, f := range all[i].Features {
			pull[f>>(32-rankBits)]++
		}
	}
	for i, n := range pull {
		squares[i], pull[i] = 1, rankPrior/max(n, 1)
	}
	apart, apartSquare := 0.0, 1.0
	for round := range rankRounds {
		for n, i := range inOrder(len(all), round) {
			if n%256 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			e := &all[i]
			score := r.Score(e.Features, e.Prior)
			if e.Apart {
				score += apart
			}
			wrong := Share(score)
			if e.Right {
				wrong--
			}
			if e.Apart {
				apartSquare += wrong * wrong
				apart -= rankRate * wrong / math.Sqrt(apartSquare)
			}
			for _, f := range e.Features {
				at := f >> (32 - rankBits)
				slope := float32(wrong) + pull[at]*r.weights[at]
				squares[at] += slope * slope
				r.weights[at] -= rankRate * slope / float32(math.Sqrt(float64(squares[at])))
			}
		}
	}
	return r, ctx.Err()
}

// Score is how sure it is, as the logarithm of the odds.
func (r *Ranker) Score(features []uint32, prior float64) float64 {
	sum := float32(0)
	for _, f := range features {
		sum += r.weights[f>>(32-rankBits)]
	}
	return prior + float64(sum)
}

// mostSure is the logarithm of the highest odds.
const mostSure = 6

// Share is odds, of which this is the logarithm, as a share of one.
func Share(score float64) float64 { return 1 / (1 + math.Exp(-min(max(score, -mostSure), mostSure))) }

// Odds is the logarithm of the odds of a share of one.
func Odds(share float64) float64 {
	share = min(max(share, Share(-mostSure)), Share(mostSure))
	return math.Log(share / (1 - share))
}
