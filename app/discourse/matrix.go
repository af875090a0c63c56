package discourse

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Variable is what the rows or columns of a matrix are.
type Variable string

// The variables.
const (
	VariableHolder Variable = "holder"
	VariableIssue  Variable = "issue"
)

// Node is a row or a column of a matrix.
type Node struct {
	Variable    Variable
	ID          store.ID
	Conditional bool   // an issue's positions under a condition, where these count apart
	Label       string // its name; of several that bear one, the second is “Name (2)”
	Kind        store.ActorKind
	Positions   float64 // N: the weights of its positions, duplicates removed
}

// Matrix is a table of numbers between nodes, by name. In a matrix of one mode rows and columns are the same.
type Matrix struct {
	Rows, Columns []Node
	Cells         [][]float64 // by row
	OneMode       bool
}

// entry is one cell's part with one value: x of a row, a column and a value.
type entry struct {
	column, row, value int32
	x                  float64
}

// incidence is x: how much each row has of each value in each column.
type incidence struct {
	rows, columns []Node
	values        []float64 // that occur, rising
	entries       []entry   // by column, row and value, each once; x > 0
}

// incidenceOf counts valued rows by two variables.
func incidenceOf(valued []Valued, rows, columns Variable, h *store.Holdings) *incidence {
	in := &incidence{}
	var rowOf, columnOf []int32
	in.rows, rowOf = nodes(valued, rows, h)
	in.columns, columnOf = nodes(valued, columns, h)
	for _, v := range valued {
		in.values = append(in.values, v.Value)
	}
	slices.Sort(in.values)
	in.values = slices.Compact(in.values)
	list := make([]entry, len(valued))
	for i, v := range valued {
		value, _ := slices.BinarySearch(in.values, v.Value)
		list[i] = entry{columnOf[i], rowOf[i], int32(value), v.Weight}
	}
	// The weight is in the order, so that sums of fractions do not hang on the order of the rows.
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.row, b.row), cmp.Compare(a.value, b.value), cmp.Compare(a.x, b.x))
	})
	for _, e := range list {
		last := len(in.entries) - 1
		if last >= 0 && in.entries[last].column == e.column && in.entries[last].row == e.row && in.entries[last].value == e.value {
			in.entries[last].x += e.x
		} else if e.x > 0 {
			in.entries = append(in.entries, e)
		}
	}
	for _, e := range in.entries {
		in.rows[e.row].Positions += e.x
		in.columns[e.column].Positions += e.x
	}
	return in
}

// node is what a row is by a variable, without its label.
func (v Valued) node(by Variable) Node {
	if by == VariableIssue {
		return Node{Variable: by, ID: v.Issue.Issue, Conditional: v.Issue.Conditional}
	}
	return Node{Variable: by, ID: v.Holder}
}

// nodes returns the nodes of a variable by name, and for each row the place of its node.
func nodes(valued []Valued, by Variable, h *store.Holdings) (list []Node, of []int32) {
	type what struct { // a node is much to compare
		id          store.ID
		conditional bool
	}
	first := map[what]int32{} // where each is while they are collected
	of = make([]int32, len(valued))
	for i := range valued {
		key := what{id: valued[i].Holder}
		if by == VariableIssue {
			key = what{valued[i].Issue.Issue, valued[i].Issue.Conditional}
		}
		at, is := first[key]
		if !is {
			at = int32(len(list))
			first[key] = at
			list = append(list, valued[i].node(by))
		}
		of[i] = at
	}
	order, keys := make([]int32, len(list)), make([]string, len(list))
	for i := range list {
		n := &list[i]
		if n.Label = h.Issues[n.ID].Name; by == VariableHolder {
			n.Label, n.Kind = h.Actors[n.ID].Name, h.Actors[n.ID].Kind
		}
		order[i], keys[i] = int32(i), text.Fold(n.Label)
	}
	slices.SortFunc(order, func(i, j int32) int {
		a, b := &list[i], &list[j]
		return cmp.Or(cmp.Compare(keys[i], keys[j]), cmp.Compare(a.Label, b.Label), slices.Compare(a.ID[:], b.ID[:]),
			cmp.Compare(a.apart(), b.apart()))
	})
	sorted, places := make([]Node, len(list)), make([]int32, len(list))
	for place, at := range order {
		sorted[place], places[at] = list[at], int32(place)
	}
	for i, at := range of {
		of[i] = places[at]
	}
	tellApart(sorted)
	return sorted, of
}

// apart is what follows the name of an issue's positions under a condition, where these count apart.
func (n Node) apart() string {
	if n.Conditional {
		return " ◇"
	}
	return ""
}

// tellApart gives those that bear one name different labels, an issue's positions under a condition that of the issue, with their sign.
func tellApart(list []Node) {
	taken := map[string]bool{}
	for i := range list {
		taken[list[i].Label] = true
	}
	used := map[string]bool{}
	for i := range list {
		name, of := list[i].Label, list[i].ID
		if i > 0 && list[i-1].ID == of {
			continue // labelled with the one before
		}
		label, both := name, list[i:min(i+2, len(list))]
		if len(both) == 2 && both[1].ID != of {
			both = both[:1]
		}
		isUsed := func(n Node) bool { return used[label+n.apart()] }
		for n := 2; slices.ContainsFunc(both, isUsed) || n > 2 && taken[label]; n++ {
			label = name + " (" + strconv.Itoa(n) + ")"
		}
		used[label] = true
		for k := range both {
			both[k].Label = label + both[k].apart()
			used[both[k].Label] = true
		}
	}
}

// spread is R: the largest less the smallest value that occurs.
func (in *incidence) spread() float64 {
	if len(in.values) == 0 {
		return 0
	}
	return in.values[len(in.values)-1] - in.values[0]
}

// String shows a matrix for people, numbers behind tabulators.
func (m *Matrix) String() string {
	var b strings.Builder
	for _, c := range m.Columns {
		b.WriteString("\t" + c.Label)
	}
	for i, r := range m.Rows {
		b.WriteString("\n" + r.Label)
		for _, x := range m.Cells[i] {
			b.WriteString("\t" + number(x))
		}
	}
	return b.String() + "\n"
}

// number writes a number with all its digits and no exponent.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
