package discourse

import (
	"cmp"
	"slices"

	"standpoint/store"
)

// Table is who stands where: a cell for each actor and issue.
type Table struct {
	Rows, Columns []Node
	Cells         [][]Cell // by row; the zero cell holds no position
}

// Cell is how an actor stands on an issue.
type Cell struct {
	Positions []Row // oldest first, those without a date last
	Changed   bool  // an earlier day has another stance than the latest one
	Opposed   bool  // one day holds support and opposition
}

// Latest is the position that was taken last, of several on one day the one that stands last; nil if there is none. One without a date
// counts where no other has one.
func (c Cell) Latest() *Row {
	for i := len(c.Positions) - 1; i >= 0; i-- {
		if c.Positions[i].Position.Date != "" || i == 0 {
			return &c.Positions[i]
		}
	}
	return nil
}

// Since is the date from which on the latest stance has been held without another in between; "" if it is not known.
func (c Cell) Since() store.Date {
	var since store.Date
	latest := c.Latest()
	for i := len(c.Positions) - 1; i >= 0; i-- {
		switch p := c.Positions[i].Position; {
		case p.Date == "":
		case p.Stance != latest.Position.Stance || p.Conditional != latest.Position.Conditional:
			return since
		default:
			since = p.Date
		}
	}
	return since
}

// Table makes the table of the rows.
func (r Rows) Table() *Table {
	valued := r.Value(Values{store.StanceSupport: 1, store.StanceOppose: 2, store.StanceNeutral: 3, store.StanceUnclear: 4})
	t := &Table{}
	var rowOf, columnOf []int32
	t.Rows, rowOf = nodes(valued, VariableHolder, r.Holdings)
	t.Columns, columnOf = nodes(valued, VariableIssue, r.Holdings)
	t.Cells = make([][]Cell, len(t.Rows))
	all := make([]Cell, len(t.Rows)*len(t.Columns))
	for i := range t.Cells {
		t.Cells[i] = all[i*len(t.Columns) : (i+1)*len(t.Columns)]
	}
	held := make([]int32, len(all)) // how many positions a cell holds
	for i := range valued {
		row, column := rowOf[i], columnOf[i]
		t.Rows[row].Positions += valued[i].Weight
		t.Columns[column].Positions += valued[i].Weight
		held[int(row)*len(t.Columns)+int(column)]++
	}
	room := make([]Row, len(valued)) // of all cells
	for i := range valued {
		at := int(rowOf[i])*len(t.Columns) + int(columnOf[i])
		c := &all[at]
		if c.Positions == nil {
			c.Positions, room = room[:0:held[at]], room[held[at]:]
		}
		c.Positions = append(c.Positions, valued[i].Row)
	}
	for i := range all {
		c := &all[i]
		if len(c.Positions) < 2 {
			continue
		}
		slices.SortStableFunc(c.Positions, byDate)
		for _, turn := range turnsOf(c.Positions) {
			c.Changed = c.Changed || turn.Kind != Contradiction
			c.Opposed = c.Opposed || turn.Kind == Contradiction
		}
	}
	return t
}

// Turned returns the table with issues as rows and actors as columns.
func (t *Table) Turned() *Table {
	turned := &Table{Rows: t.Columns, Columns: t.Rows, Cells: make([][]Cell, len(t.Columns))}
	for j := range t.Columns {
		turned.Cells[j] = make([]Cell, len(t.Rows))
		for i := range t.Rows {
			turned.Cells[j][i] = t.Cells[i][j]
		}
	}
	return turned
}

// Ordered returns the table with some of its rows and columns, by their places, in that order.
func (t *Table) Ordered(rows, columns []int) *Table {
	o := &Table{}
	for _, j := range columns {
		o.Columns = append(o.Columns, t.Columns[j])
	}
	for _, i := range rows {
		o.Rows = append(o.Rows, t.Rows[i])
		cells := make([]Cell, len(columns))
		for k, j := range columns {
			cells[k] = t.Cells[i][j]
		}
		o.Cells = append(o.Cells, cells)
	}
	return o
}

// byDate orders positions by date, and those of one date as they stand in their articles.
func byDate(a, b Row) int {
	return cmp.Or(a.Position.Date.Compare(b.Position.Date), slices.Compare(a.Position.Article[:], b.Position.Article[:]),
		cmp.Compare(a.Position.Start, b.Position.Start), slices.Compare(a.Position.ID[:], b.Position.ID[:]))
}

// TurnKind says how far a stance turned.
type TurnKind string

// The kinds of turns.
const (
	FullChange    TurnKind = "full"          // from support to opposition or back
	HalfChange    TurnKind = "half"          // to or from neutral, unclear or conditional
	Contradiction TurnKind = "contradiction" // support and opposition on one day
)

// Turn is a change of stance of an actor on an issue, or a contradiction in it.
type Turn struct {
	Actor, Issue Node
	Kind         TurnKind
	From, To     Row // the last position before, the first one after
}

// Pair are the positions between which it lies.
func (t Turn) Pair() []store.ID { return []store.ID{t.From.Position.ID, t.To.Position.ID} }

// Explanations are what has been explained of it, in the order in which it was written.
func (t Turn) Explanations(h *store.Holdings) []store.Explanation {
	return h.Explained(t.From.Position.ID, t.To.Position.ID)
}

// IsExplained reports whether somebody has explained it with its positions as they are.
func (t Turn) IsExplained(h *store.Holdings) bool {
	return h.IsExplained(t.From.Position.ID, t.To.Position.ID)
}

// Changes returns where stances changed, actors by name, their issues by name, oldest first. A position without a date changes nothing:
// nobody knows before or after what it was taken.
func (t *Table) Changes() []Turn {
	var list []Turn
	for i, row := range t.Cells {
		for j, c := range row {
			for _, turn := range turnsOf(c.Positions) {
				turn.Actor, turn.Issue = t.Rows[i], t.Columns[j]
				list = append(list, turn)
			}
		}
	}
	return list
}

// turnsOf returns the turns among positions of one actor on one issue, which are in order.
func turnsOf(positions []Row) []Turn {
	var turns []Turn
	for i := 1; i < len(positions); i++ {
		from, to := positions[i-1], positions[i]
		if to.Position.Date == "" {
			break
		}
		if kind := turned(from, to); kind != "" {
			turns = append(turns, Turn{Kind: kind, From: from, To: to})
		}
	}
	return turns
}

// turned says how far a stance turned between two positions that follow one another; "" if it did not.
func turned(from, to Row) TurnKind {
	a, b := from.Position, to.Position
	opposite := a.Stance != b.Stance && isSided(a.Stance) && isSided(b.Stance)
	switch sameDay := a.Date.First() == b.Date.First() && a.Date.Last() == b.Date.Last(); {
	case sameDay && opposite:
		return Contradiction
	case sameDay, a.Stance == b.Stance && a.Conditional == b.Conditional:
		return ""
	case opposite && !a.Conditional && !b.Conditional:
		return FullChange
	}
	return HalfChange
}

// isSided reports whether a stance is for or against.
func isSided(s store.Stance) bool { return s == store.StanceSupport || s == store.StanceOppose }

// Of returns the rows that stand behind some nodes of a picture: those of an actor, on an issue, or of an actor on an issue; of two actors
// those on issues on which both have some, of two issues those of actors who have some on both.
func (r Rows) Of(nodes ...Node) []Row {
	asked := map[Node]bool{}
	kinds := map[Variable]int{}
	for _, n := range nodes {
		asked[n.Key()] = true
		kinds[n.Variable]++
	}
	var list []Row
	common := map[Node]map[Node]bool{} // whom or what of the asked ones there is beside something else
	for _, row := range r.List {
		v := Valued{Row: row}
		holder, issue := v.node(VariableHolder), v.node(VariableIssue)
		if kinds[VariableHolder] > 0 && !asked[holder] || kinds[VariableIssue] > 0 && !asked[issue] || len(nodes) == 0 {
			continue
		}
		list = append(list, row)
		one, other := holder, issue
		if kinds[VariableIssue] > 1 {
			one, other = issue, holder
		}
		if common[other] == nil {
			common[other] = map[Node]bool{}
		}
		common[other][one] = true
	}
	if kinds[VariableHolder] < 2 && kinds[VariableIssue] < 2 {
		return list
	}
	return slices.DeleteFunc(list, func(row Row) bool {
		v := Valued{Row: row}
		other := v.node(VariableIssue)
		if kinds[VariableIssue] > 1 {
			other = v.node(VariableHolder)
		}
		return len(common[other]) < len(asked)
	})
}

// Key is a node by what it is alone, without what is told of it.
func (n Node) Key() Node { return Node{Variable: n.Variable, ID: n.ID, Conditional: n.Conditional} }
