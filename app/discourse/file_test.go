package discourse

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/graph"
	graphviz "gonum.org/v1/gonum/graph/encoding/dot"
	"gonum.org/v1/gonum/graph/formats/gexf12"
	"gonum.org/v1/gonum/graph/simple"
)

// awkward is a network whose names harm files that do not mind them.
func awkward(t *testing.T) *Matrix {
	s := newScene().lines("A Toll support", "B Toll support", "C Toll oppose", "A Dam support", "C Dam support")
	for old, name := range map[string]string{"A": `Harbour "Union", the`, "B": "<b>Norvia & Sons</b>", "C": "Line\nbreak \\ ;"} {
		id := s.id(old)
		actor := s.h.Actors[id]
		actor.Name = name
		s.h.Actors[id] = actor
	}
	return s.network(t, Filter{}, one(Subtract, NormaliseNone))
}

func written(t *testing.T, m *Matrix, f Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnotherReaderOfGEXFFindsTheNetwork(t *testing.T) {
	m := awkward(t)
	var read gexf12.Content
	if err := xml.Unmarshal(written(t, m, GEXF), &read); err != nil {
		t.Fatal(err)
	}
	nodes, edges := read.Graph.Nodes.Nodes, read.Graph.Edges.Edges
	if len(nodes) != len(m.Rows) || len(edges) != len(m.Ties()) || read.Graph.DefaultEdgeType != "undirected" {
		t.Fatalf("%d nodes and %d ties were read", len(nodes), len(edges))
	}
	for i, n := range nodes {
		if n.Label != m.Rows[i].Label || len(n.AttValues.AttValues) != len(attributes) {
			t.Errorf("%q is read for %q", n.Label, m.Rows[i].Label)
		}
	}
	for i, e := range edges {
		if e.Weight != m.Ties()[i].Weight || e.Source != id(m.Ties()[i].From) {
			t.Errorf("%+v is read for %+v", e, m.Ties()[i])
		}
	}
}

func TestAnotherReaderOfDOTFindsTheNetwork(t *testing.T) {
	m := awkward(t)
	g := simple.NewUndirectedGraph()
	if err := graphviz.Unmarshal(written(t, m, DOT), g); err != nil {
		t.Fatal(err)
	}
	if nodes, edges := g.Nodes().Len(), len(graph.EdgesOf(g.Edges())); nodes != len(m.Rows) || edges != len(m.Ties()) {
		t.Errorf("%d nodes and %d ties were read", nodes, edges)
	}
}

func TestGraphMLSaysOfEachKeyWhatItIs(t *testing.T) {
	m := awkward(t)
	var read struct {
		Keys []struct {
			ID string `xml:"id,attr"`
		} `xml:"http://graphml.graphdrawing.org/xmlns key"`
		Nodes []struct {
			Data []struct {
				Key   string `xml:"key,attr"`
				Value string `xml:",chardata"`
			} `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct{} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal(written(t, m, GraphML), &read); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, k := range read.Keys {
		known[k.ID] = true
	}
	if len(read.Nodes) != len(m.Rows) || len(read.Edges) != len(m.Ties()) {
		t.Fatalf("%d nodes and %d ties were read", len(read.Nodes), len(read.Edges))
	}
	for i, n := range read.Nodes {
		for _, d := range n.Data {
			if !known[d.Key] || d.Key == "label" && d.Value != m.Rows[i].Label {
				t.Errorf("%q is %q", d.Key, d.Value)
			}
		}
	}
}

func TestCSVHoldsTheMatrixWithAllItsDigits(t *testing.T) {
	m := awkward(t)
	m.Cells[0][1] = 1.0 / 3
	records, err := csv.NewReader(bytes.NewReader(written(t, m, CSV))).ReadAll()
	if err != nil || len(records) != len(m.Rows)+1 {
		t.Fatal(records, err)
	}
	for i, r := range records[1:] {
		if r[0] != m.Rows[i].Label || records[0][i+1] != r[0] {
			t.Errorf("%q is read for %q", r[0], m.Rows[i].Label)
		}
		for j, c := range r[1:] {
			if x, err := strconv.ParseFloat(c, 64); err != nil || x != m.Cells[i][j] {
				t.Errorf("%s is read for %v", c, m.Cells[i][j])
			}
		}
	}
}
