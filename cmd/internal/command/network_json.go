package command

import (
	"encoding/json"
	"io"

	"standpoint/app/discourse"
	"standpoint/store"
)

// networkJSON is a network with what is measured of it.
type networkJSON struct {
	Mode         string            `json:"mode"`
	Aggregate    string            `json:"aggregate"`
	Normalise    string            `json:"normalise"`
	Density      float64           `json:"density"`
	Groups       *int              `json:"groups,omitempty"`     // nil where they were not found, as Modularity
	Modularity   *float64          `json:"modularity,omitempty"` // of these groups
	Polarisation *polarisationJSON `json:"polarisation"`         // null unless holders are tied to one another
	Nodes        []nodeJSON        `json:"nodes"`
	Ties         []tieJSON         `json:"ties"`
}

// nodeJSON is a node with what is measured of it.
type nodeJSON struct {
	ID             store.ID `json:"id"`
	Name           string   `json:"name"`
	Type           string   `json:"type"`
	Kind           string   `json:"kind"`
	Positions      float64  `json:"positions"`
	Degree         int      `json:"degree"`
	WeightedDegree float64  `json:"weighted_degree"`
	Betweenness    *float64 `json:"betweenness,omitempty"` // nil where it was not found, as Group
	Group          *int     `json:"group,omitempty"`
}

// tieJSON ties two nodes, by their places in the list.
type tieJSON struct {
	From   int     `json:"from"`
	To     int     `json:"to"`
	Weight float64 `json:"weight"`
}

// polarisationJSON is how far holders fall into two groups, and how far they would by chance.
type polarisationJSON struct {
	P            float64 `json:"p"`
	Exact        bool    `json:"exact"`
	Against      []int   `json:"against"` // the nodes against the rest
	Permutations int     `json:"permutations"`
	Mean         float64 `json:"mean"`
	Z            float64 `json:"z"`
	Share        float64 `json:"share"`
}

// writeMeasures writes a network as JSON.
func (c *networkCommand) writeMeasures(
	e *environment, w io.Writer, m *discourse.Matrix, valued []discourse.Valued, h *store.Holdings,
) error {
	measures, err := m.MeasureContext(e.ctx)
	if err != nil {
		return err
	}
	out := networkJSON{
		Mode: c.Mode, Aggregate: c.Aggregate, Normalise: c.Normalise, Density: measures.Density, Nodes: []nodeJSON{},
		Ties: []tieJSON{},
	}
	if !measures.IsCoarse {
		out.Groups, out.Modularity = &measures.Groups, &measures.Modularity
	}
	for i, n := range m.Nodes() {
		of := measures.Nodes[i]
		node := nodeJSON{
			ID: n.ID, Name: n.Label, Type: string(n.Variable), Kind: string(n.Kind), Positions: n.Positions, Degree: of.Degree,
			WeightedDegree: of.Weighted,
		}
		if !measures.IsCoarse {
			node.Betweenness, node.Group = &of.Betweenness, &of.Group
		}
		out.Nodes = append(out.Nodes, node)
	}
	for _, t := range m.Ties() {
		out.Ties = append(out.Ties, tieJSON{From: t.From, To: t.To, Weight: t.Weight})
	}
	if c.Mode == string(discourse.OneMode) && c.Rows == string(discourse.VariableHolder) {
		if out.Polarisation, err = c.polarisation(e, valued, h); err != nil {
			return err
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

// polarisation computes how far holders fall into two groups, and compares it with permutations.
func (c *networkCommand) polarisation(e *environment, valued []discourse.Valued, h *store.Holdings) (*polarisationJSON, error) {
	p, err := discourse.PolarisationOf(e.ctx, valued, discourse.Normalise(c.Normalise), h)
	if err != nil {
		return nil, err
	}
	out := &polarisationJSON{P: p.P, Exact: p.IsExact, Against: []int{}}
	for i, is := range p.Group {
		if is {
			out.Against = append(out.Against, i)
		}
	}
	permutations := discourse.Permutations
	if c.Permutations != nil {
		permutations = *c.Permutations
	}
	if permutations == 0 {
		return out, nil
	}
	show, end := e.progress("Shuffling")
	defer end()
	chance, err := p.Shuffling(valued, discourse.Normalise(c.Normalise), h).Compare(e.ctx, discourse.Chance{}, permutations,
		func(c discourse.Chance) { show(c.Permutations, permutations) })
	out.Permutations, out.Mean, out.Z, out.Share = chance.Permutations, chance.Mean, chance.Z, chance.Share
	return out, err
}
