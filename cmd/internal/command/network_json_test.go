package command

import (
	"strings"
	"testing"

	"standpoint/app/discourse"
)

func TestWhatIsNotMeasuredOfANetworkIsNotInItsJSON(t *testing.T) {
	const wide = 401
	written := func(high int) string {
		t.Helper()
		m := &discourse.Matrix{Rows: make([]discourse.Node, high), Columns: make([]discourse.Node, wide), Cells: make([][]float64, high)}
		for i := range m.Cells {
			m.Cells[i] = make([]float64, wide)
			for k := range m.Cells[i] {
				m.Cells[i][k] = 1
			}
		}
		var b strings.Builder
		if err := (&networkCommand{Mode: string(discourse.TwoMode)}).writeMeasures(&environment{ctx: t.Context()}, &b, m, nil, nil); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	small, vast := written(2), written(discourse.FinelyMeasured/wide+1)
	for _, name := range []string{`"groups": `, `"modularity": `, `"betweenness": `, `"group": `} {
		if !strings.Contains(small, name) {
			t.Errorf("of a small network nothing tells %s", name)
		}
		if strings.Contains(vast, name) {
			t.Errorf("of a vast network %s is told", name)
		}
	}
	for _, name := range []string{`"density": 1`, `"degree": 401`, `"weighted_degree": 401`} {
		if !strings.Contains(vast, name) {
			t.Errorf("of a vast network nothing tells %s", name)
		}
	}
}
