package figure

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sort"

	"standpoint/app/discourse"
)

// Web is a network that is laid out once and drawn with more or fewer of its ties. Where its nodes stand hangs on the network alone, not on
// which of its ties are shown. Once it is settled and measured several goroutines may draw it.
type Web struct {
	matrix   *discourse.Matrix
	choices  discourse.Choices
	nodes    []discourse.Node
	ties     []discourse.Tie // the strongest first
	upTo     []float64       // how much each tie and those before it weigh, without signs
	layout   *Layout
	measures *discourse.Measures // nil before it is measured
}

// Limits of webs.
const (
	laidOutBy  = 5000   // ties; of a network with more, the strongest of each node decide where it stands
	leastOfOne = 3      // so many of each node at least
	mostShown  = 20_000 // ties that can be looked at
	mostSteps  = 60     // of weights from which on ties are shown
	opensWith  = 5000   // ties at most that are shown before anybody chooses
	grouped    = 20_000 // ties at most of a network whose groups are drawn
)

// NewWeb prepares a network that was made by some choices.
func NewWeb(m *discourse.Matrix, c discourse.Choices) *Web {
	w := &Web{matrix: m, choices: c, nodes: m.Nodes(), ties: m.Ties()}
	slices.SortFunc(w.ties, func(a, b discourse.Tie) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	w.upTo = make([]float64, len(w.ties))
	sum := 0.0
	for i, t := range w.ties {
		sum += math.Abs(t.Weight)
		w.upTo[i] = sum
	}
	w.layout = NewLayout(w.nodes, w.holding())
	return w
}

// holding are the ties by which the nodes are laid out: all, or in a large network the strongest of each node.
func (w *Web) holding() []discourse.Tie {
	if len(w.ties) <= laidOutBy {
		return w.ties
	}
	each := max(laidOutBy/len(w.nodes), leastOfOne)
	has := make([]int, len(w.nodes))
	var list []discourse.Tie
	for _, t := range w.ties {
		if has[t.From] >= each && has[t.To] >= each {
			continue
		}
		has[t.From]++
		has[t.To]++
		list = append(list, t)
	}
	return list
}

// Settle lets the layout settle. step hears of each round, and may draw the web; where it returns false the layout stays as it is then.
func (w *Web) Settle(step func() bool) { w.layout.Settle(step) }

// Measure finds the groups that are drawn, unless the network is too large for that, or the context ends.
func (w *Web) Measure(ctx context.Context) {
	if len(w.ties) <= grouped {
		if measures, err := w.matrix.MeasureContext(ctx); err == nil {
			w.measures = &measures
		}
	}
}

// Measures are what is measured of the whole network. An error is that of the context.
func (w *Web) Measures(ctx context.Context) (discourse.Measures, error) {
	if w.measures != nil {
		return *w.measures, ctx.Err()
	}
	return w.matrix.MeasureContext(ctx)
}

// IsLarge reports whether measuring takes longer than one would wait for a picture.
func (w *Web) IsLarge() bool { return len(w.ties) > 500 }

// Matrix is the whole network.
func (w *Web) Matrix() *discourse.Matrix { return w.matrix }

// Nodes are the nodes of the web.
func (w *Web) Nodes() []discourse.Node { return w.nodes }

// sameWeight is by which share two weights may differ that were computed in two ways and are one.
const sameWeight = 1e-9

// Steps are the weights from which on ties can be shown, rising, not many more than mostSteps; none where there is no tie.
func (w *Web) Steps() []float64 {
	var steps []float64
	for i := 0; i < len(w.ties); {
		weight := math.Abs(w.ties[i].Weight)
		if i = w.Shown(weight); i > mostShown && len(steps) > 0 {
			break
		}
		steps = append(steps, weight)
	}
	slices.Reverse(steps)
	if len(steps) <= mostSteps {
		return steps
	}
	every := w.Shown(steps[0]) / mostSteps // thinned out so that each step takes about as many ties away
	few := steps[:1]
	for _, weight := range steps[1:] {
		if w.Shown(few[len(few)-1])-w.Shown(weight) >= every {
			few = append(few, weight)
		}
	}
	return few
}

// First is the weight from which on ties are shown before anybody chooses: all, or so many that they can be looked at.
func (w *Web) First() float64 {
	steps := w.Steps()
	for _, weight := range steps {
		if w.Shown(weight) <= opensWith || weight == steps[len(steps)-1] {
			return weight
		}
	}
	return 0
}

// Shown is how many ties weigh at least so much, without sign.
func (w *Web) Shown(weakest float64) int {
	return sort.Search(len(w.ties), func(i int) bool { return math.Abs(w.ties[i].Weight) < weakest*(1-sameWeight) })
}

// Share is how much of the weight of all ties is in those that weigh at least so much, from 0 to 1; 1 where there is no tie.
func (w *Web) Share(weakest float64) float64 {
	n := w.Shown(weakest)
	switch {
	case len(w.ties) == 0 || n == len(w.ties):
		return 1
	case n == 0:
		return 0
	}
	return w.upTo[n-1] / w.upTo[len(w.ties)-1]
}

// Ties is how many ties there are.
func (w *Web) Ties() int { return len(w.ties) }
