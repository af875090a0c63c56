package standings

import (
	"maps"
	"slices"
	"testing"

	"standpoint/app/discourse"
	"standpoint/app/figure"
)

func TestWhatIsChosenOfANetworkIsThereWhenTheProjectIsOpenedAgain(t *testing.T) {
	s := networkSeat(t)
	s.network.normalise.SetValue(string(discourse.NormaliseCosine))
	s.network.normalise.OnChanged(string(discourse.NormaliseCosine))
	if !s.Choose("Fewer Ties") {
		t.Fatal("there cannot be fewer ties")
	}
	s.picture.come(s.spotOf(t, "Veldania"))
	s.network.put(discourse.Node{}, figure.Point{}) // of a node that is gone by then
	if !s.Choose("Move Node Right") {
		t.Fatal("the node cannot be moved")
	}
	ties, caption, nodes := tiesOf(s.made.sheet), s.made.sheet.Caption, nodesOf(s.made.sheet)
	s.network.forget()
	s.openedAgain()
	if !slices.Equal(s.made.sheet.Caption, caption) || tiesOf(s.made.sheet) != ties || !maps.Equal(nodesOf(s.made.sheet), nodes) {
		t.Errorf("%d ties below %q, nodes at %v; were %d below %q at %v", tiesOf(s.made.sheet), s.made.sheet.Caption, nodesOf(s.made.sheet),
			ties, caption, nodes)
	}
	s.desk.Prefs.SetStandings(s.desk.Project.Path(),
		`{"tab":"network","network":{"ways":[{"form":"actors","aggregate":"later","normalise":"none"}]}}`)
	s.openedAgain()
	if s.network.aggregate.Value() != string(discourse.Subtract) || s.made.fault != "" {
		t.Errorf("what a later version kept is chosen: %q, %q", s.network.aggregate.Value(), s.made.fault)
	}
}
