package standings

import (
	"slices"

	"standpoint/app/control"
	"standpoint/app/discourse"
	"standpoint/app/figure"
)

// keptNetwork is what is chosen of networks, as it is kept for a project on this computer.
type keptNetwork struct {
	Ways    []keptWay    `json:"ways"`
	Weakest []keptWay    `json:"weakest"`
	Placed  []keptPlaced `json:"placed"`
}

// keptWay is how ties are counted in a form, and from which weight on they are shown.
type keptWay struct {
	Form      string              `json:"form"`
	Aggregate discourse.Aggregate `json:"aggregate"`
	Normalise discourse.Normalise `json:"normalise"`
	Stances   string              `json:"stances,omitempty"`
	From      float64             `json:"from,omitempty"`
}

// keptPlaced is where a node was put, in pixels of the picture.
type keptPlaced struct {
	Form string   `json:"form"`
	Node keptNode `json:"node"`
	X    float64  `json:"x"`
	Y    float64  `json:"y"`
}

// kept is what is chosen, as it is kept.
func (n *network) kept() (k keptNetwork) {
	for form, way := range n.way {
		k.Ways = append(k.Ways, keptWay{Form: form, Aggregate: way.aggregate, Normalise: way.normalise})
	}
	for way, from := range n.weakest {
		k.Weakest = append(k.Weakest, keptWay{way.form, way.aggregate, way.normalise, way.stances, from})
	}
	for form, nodes := range n.placed {
		for node, at := range nodes {
			k.Placed = append(k.Placed, keptPlaced{form, keptNodeOf(node), at.X, at.Y})
		}
	}
	return k
}

// recall chooses what was kept. What is not offered, because a later version kept it, is left out.
func (n *network) recall(k keptNetwork) {
	n.forget()
	for _, w := range k.Ways {
		if w.isOffered() {
			n.way[w.Form] = counting{form: w.Form, aggregate: w.Aggregate, normalise: w.Normalise}
		}
	}
	for _, w := range k.Weakest {
		if w.isOffered() {
			n.weakest[counting{w.Form, w.Aggregate, w.Normalise, w.Stances}] = w.From
		}
	}
	for _, p := range k.Placed {
		if n.placed[p.Form] == nil {
			n.placed[p.Form] = map[discourse.Node]figure.Point{}
		}
		n.placed[p.Form][p.Node.node()] = figure.Point{X: p.X, Y: p.Y}
	}
}

// isOffered reports whether the window offers to count so.
func (w keptWay) isOffered() bool {
	has := func(options []control.Option, key string) bool {
		return slices.ContainsFunc(options, func(o control.Option) bool { return o.Key == key })
	}
	return has(formsOf(tabNetwork), w.Form) && has(aggregates(w.Form), string(w.Aggregate)) &&
		has(normalisations(w.Form), string(w.Normalise))
}
