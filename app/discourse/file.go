package discourse

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// Format is the form of a network's file.
type Format string

// The formats.
const (
	CSV     Format = "csv"     // RFC 4180: a header row and a first column of names
	DL      Format = "dl"      // UCINET's full matrix
	GraphML Format = "graphml" // as visone and Gephi read it
	GEXF    Format = "gexf"    // version 1.2, as Gephi and others read it
	DOT     Format = "dot"     // Graphviz
)

// Write writes a matrix in a format. Names stand in it as they are, but for control characters, and in DL for quotation marks, which it
// has no way to write.
func (m *Matrix) Write(w io.Writer, f Format) error {
	out := &writer{to: bufio.NewWriter(w)}
	var err error
	switch f {
	case DL:
		m.writeDL(out)
	case GraphML:
		err = m.writeGraphML(out)
	case GEXF:
		err = m.writeGEXF(out)
	case DOT:
		m.writeDOT(out)
	default:
		m.writeCSV(out)
	}
	if err != nil {
		return err
	}
	return out.to.Flush()
}

// writer keeps the first error for the end.
type writer struct{ to *bufio.Writer }

func (w *writer) put(s string) { fmt.Fprint(w.to, s) }

// writeCSV writes a table. A name that a spreadsheet would take for a formula stays as it is: programs match rows by names.
func (m *Matrix) writeCSV(out *writer) {
	out.put(cell(string(m.variable())))
	for _, c := range m.Columns {
		out.put("," + cell(c.Label))
	}
	for i, r := range m.Rows {
		out.put("\r\n" + cell(r.Label))
		for _, x := range m.Cells[i] {
			out.put("," + number(x))
		}
	}
	out.put("\r\n")
}

// variable is what the rows are.
func (m *Matrix) variable() Variable {
	if len(m.Rows) == 0 {
		return VariableHolder
	}
	return m.Rows[0].Variable
}

// cell writes a cell as RFC 4180 has it.
func cell(s string) string {
	if strings.ContainsAny(s, ",\"\r\n") || strings.TrimSpace(s) != s {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

func (m *Matrix) writeDL(out *writer) {
	labels := func(nodes []Node) {
		for i, n := range nodes {
			if i > 0 {
				out.put(",")
			}
			out.put(`"` + strings.ReplaceAll(oneLine(n.Label), `"`, `'`) + `"`)
		}
		out.put("\n")
	}
	if m.OneMode {
		fmt.Fprintf(out.to, "dl n = %d, format = fullmatrix\nlabels:\n", len(m.Rows))
		labels(m.Rows)
	} else {
		fmt.Fprintf(out.to, "dl nr = %d, nc = %d, format = fullmatrix\nrow labels:\n", len(m.Rows), len(m.Columns))
		labels(m.Rows)
		out.put("column labels:\n")
		labels(m.Columns)
	}
	out.put("data:\n")
	for _, row := range m.Cells {
		for j, x := range row {
			if j > 0 {
				out.put(" ")
			}
			out.put(number(x))
		}
		out.put("\n")
	}
}

// oneLine puts a space in the place of what breaks lines.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

// Tie is a cell that is not 0.
type Tie struct {
	From, To int // among Nodes
	Weight   float64
}

// Nodes returns rows and, of a matrix of two modes, the columns behind them.
func (m *Matrix) Nodes() []Node {
	if m.OneMode {
		return m.Rows
	}
	return append(append([]Node{}, m.Rows...), m.Columns...)
}

// Ties returns each tie once, by its first node and then its second.
func (m *Matrix) Ties() []Tie {
	var ties []Tie
	for a, row := range m.Cells {
		for b, x := range row {
			switch {
			case x == 0 || m.OneMode && b <= a:
			case m.OneMode:
				ties = append(ties, Tie{a, b, x})
			default:
				ties = append(ties, Tie{a, len(m.Rows) + b, x})
			}
		}
	}
	return ties
}

func (m *Matrix) writeDOT(out *writer) {
	quoted := func(s string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(s)) + `"`
	}
	out.put("graph standpoint {\n")
	for i, n := range m.Nodes() {
		shape := "ellipse"
		if n.Variable == VariableIssue {
			shape = "box"
		}
		fmt.Fprintf(out.to, "  n%d [label=%s, shape=%s];\n", i, quoted(n.Label), shape)
	}
	for _, t := range m.Ties() {
		style := "solid"
		if t.Weight < 0 {
			style = "dashed"
		}
		fmt.Fprintf(out.to, "  n%d -- n%d [weight=%s, label=%[3]s, style=%s];\n", t.From, t.To, number(t.Weight), style)
	}
	out.put("}\n")
}

// attributes are what files tell of nodes beside their names, with the types that GEXF has.
var attributes = []struct{ name, kind string }{
	{"type", "string"},
	{"kind", "string"},
	{"positions", "double"},
	{"degree", "integer"},
	{"weighted_degree", "double"},
	{"betweenness", "double"},
	{"group", "integer"},
}

// tell yields what files tell of a node, with its name among the attributes.
func (m Measures) tell(i int, n Node) iter.Seq2[string, string] {
	of := m.Nodes[i]
	values := []string{
		string(n.Variable), string(n.Kind), number(n.Positions), strconv.Itoa(of.Degree), number(of.Weighted), number(of.Betweenness),
		strconv.Itoa(of.Group),
	}
	return func(yield func(name, value string) bool) {
		for k, a := range attributes[:m.told()] {
			if !yield(a.name, values[k]) {
				return
			}
		}
	}
}

// told are the attributes of nodes that files tell.
func (m Measures) told() int {
	if m.IsCoarse {
		return len(attributes) - 2 // the last ones are not known
	}
	return len(attributes)
}

// id is how a node is called in a file of XML.
func id(i int) string { return fmt.Sprint("n", i) }

// graphml is a file of GraphML (Brandes et al., 2002).
type graphml struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphmlKey `xml:"key"`
	Graph   struct {
		ID          string        `xml:"id,attr"`
		EdgeDefault string        `xml:"edgedefault,attr"`
		Nodes       []graphmlNode `xml:"node"`
		Edges       []graphmlEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphmlKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphmlNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphmlData `xml:"data"`
}

type graphmlEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphmlData `xml:"data"`
}

type graphmlData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

func (m *Matrix) writeGraphML(out *writer) error {
	g := graphml{Keys: []graphmlKey{{"label", "node", "label", "string"}, {"weight", "edge", "weight", "double"}}}
	measures := m.Measure()
	for _, a := range attributes[:measures.told()] {
		g.Keys = append(g.Keys, graphmlKey{a.name, "node", a.name, graphmlType(a.kind)})
	}
	g.Graph.ID, g.Graph.EdgeDefault = "standpoint", "undirected"
	for i, n := range m.Nodes() {
		data := []graphmlData{{"label", n.Label}}
		for name, value := range measures.tell(i, n) {
			data = append(data, graphmlData{name, value})
		}
		g.Graph.Nodes = append(g.Graph.Nodes, graphmlNode{id(i), data})
	}
	for i, t := range m.Ties() {
		g.Graph.Edges = append(g.Graph.Edges, graphmlEdge{fmt.Sprint("e", i), id(t.From), id(t.To), []graphmlData{{"weight", number(t.Weight)}}})
	}
	return encode(out, g)
}

// graphmlType is what GraphML calls a type.
func graphmlType(kind string) string {
	if kind == "integer" {
		return "int"
	}
	return kind
}

// gexf is a file of GEXF 1.2, which all its readers know.
type gexf struct {
	XMLName xml.Name `xml:"http://www.gexf.net/1.2draft gexf"`
	Version string   `xml:"version,attr"`
	Graph   struct {
		EdgeType   string         `xml:"defaultedgetype,attr"`
		Attributes gexfAttributes `xml:"attributes"`
		Nodes      []gexfNode     `xml:"nodes>node"`
		Edges      []gexfEdge     `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfEdge struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Weight string `xml:"weight,attr"`
}

func (m *Matrix) writeGEXF(out *writer) error {
	g := gexf{Version: "1.2"}
	g.Graph.EdgeType = "undirected"
	g.Graph.Attributes.Class = "node"
	measures := m.Measure()
	for _, a := range attributes[:measures.told()] {
		g.Graph.Attributes.List = append(g.Graph.Attributes.List, gexfAttribute{a.name, a.name, a.kind})
	}
	for i, n := range m.Nodes() {
		var values []gexfValue
		for name, value := range measures.tell(i, n) {
			values = append(values, gexfValue{name, value})
		}
		g.Graph.Nodes = append(g.Graph.Nodes, gexfNode{id(i), n.Label, values})
	}
	for i, t := range m.Ties() {
		g.Graph.Edges = append(g.Graph.Edges, gexfEdge{fmt.Sprint("e", i), id(t.From), id(t.To), number(t.Weight)})
	}
	return encode(out, g)
}

// encode writes a file of XML.
func encode(out *writer, file any) error {
	out.put(xml.Header)
	e := xml.NewEncoder(out.to)
	e.Indent("", "  ")
	if err := e.Encode(file); err != nil {
		return err
	}
	out.put("\n")
	return nil
}
