package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Order is in which order rows and columns stand.
type Order string

// The orders.
const (
	ByName      Order = "name"
	ByNumber    Order = "number"    // of positions, most first
	ByAgreement Order = "agreement" // those who agree stand together
)

// Options say how figures are drawn.
type Options struct {
	Language string              // BCP 47: that of the words
	Quotes   map[store.ID]string // the exact words of positions, for what shapes tell; nil: none
	Carriers map[store.ID]string // who reported positions; nil: nobody
	Filter   discourse.Filter    // by which the rows were selected, for the caption
	Made     store.Day           // when the picture is made, for the caption; "": that is not told
	Order    Order               // of a table; none: ByName
	Turned   bool                // of a table: rows are issues, columns actors

	Hidden map[discourse.Node]bool // of a table: the actors and issues that are not shown, by their keys
	Pinned map[discourse.Node]bool // those that stand before the others, and stay in sight
	Open   bool                    // of changes: only those that nobody has explained
}

// Sizes of tables.
const (
	cellWidth, cellHeight = 50.0, 28.0
	labelWidth            = 240.0
	turnedBy              = -45.0 // degrees, of the names of columns
)

// Table draws who stands where: rows are actors, columns issues, or turned. A cell has the sign of the latest stance, how many positions
// there are, an arrow if the stance changed, and a second sign if one day holds both.
func Table(rows discourse.Rows, o Options) *Picture {
	l := newLattice(rows, o)
	p := *l.Picture
	title, foot := p.Shapes[:1], p.Shapes[1:]
	p.Shapes = append([]Shape(nil), title...)
	for j := range l.t.Columns {
		p.add(l.columnLabel(j))
	}
	for i := range l.t.Rows {
		p.add(l.rule(i))
		p.add(l.rowLabel(i))
		for j := range l.t.Columns {
			p.Shapes = l.cell(p.Shapes, i, j, true)
		}
	}
	p.add(l.rule(len(l.t.Rows)))
	if l.pinnedColumns > 0 {
		p.add(l.edge())
	}
	p.Shapes = append(p.Shapes, foot...)
	p.Description = l.words()
	return &p
}

// NewTableSheet is the sheet of a table. Its cells are made where one looks.
func NewTableSheet(rows discourse.Rows, o Options) *Sheet {
	l := newLattice(rows, o)
	return &Sheet{l.Picture, l}
}

// lattice is a table whose shapes are made when they are asked for.
type lattice struct {
	*Picture // its title and its foot are all that is there
	t        *discourse.Table
	holdings *store.Holdings
	said     tongue
	o        Options

	left, top, right, bottom float64 // where the cells are
	pinnedRows               int     // the first ones
	pinnedColumns            int
	places                   []int // the cells that hold positions: row times columns and column
	made                     atomic.Int64
}

// newLattice lays out a table.
func newLattice(rows discourse.Rows, o Options) *lattice {
	l := &lattice{said: wordsIn(o.Language), o: o, holdings: rows.Holdings}
	whole := rows.Table()
	actors := o.arranged(o.Order.of(whole))
	l.t = actors
	if o.Turned {
		l.t = actors.Turned()
	}
	l.pinnedRows, l.pinnedColumns = o.pinned(l.t.Rows), o.pinned(l.t.Columns)
	p := head(l.said.Table, o.Language)
	l.Picture, l.left = p, margin
	tall := 0.0
	for _, r := range l.t.Rows {
		l.left = max(l.left, margin+min(labelWidth, measure(r.Label, bodySize))+10)
	}
	for _, c := range l.t.Columns {
		tall = max(tall, min(labelWidth, measure(c.Label, bodySize))*slope)
	}
	l.top = margin + titleSize + lead + tall + 12
	l.right = l.left + float64(len(l.t.Columns))*cellWidth
	l.bottom = l.top + float64(len(l.t.Rows))*cellHeight
	lean := 0.0
	for j := max(len(l.t.Columns)-int(labelWidth*slope/cellWidth)-1, 0); j < len(l.t.Columns); j++ { // those that can reach farthest
		lean = max(lean, l.middle(j)+min(labelWidth, measure(l.t.Columns[j].Label, bodySize))*slope)
	}
	p.Width = max(l.right, lean) + margin
	p.Stay = Stay{
		Top: margin + titleSize + lead/2, Bottom: l.top, Left: l.left, Foot: l.bottom + 1,
		Below: l.top + float64(l.pinnedRows)*cellHeight, Beside: l.left + float64(l.pinnedColumns)*cellWidth,
	}
	for i, row := range l.t.Cells {
		for j := range row {
			if len(row[j].Positions) > 0 {
				l.places = append(l.places, i*len(row)+j)
			}
		}
	}
	p.Data = func() []Data {
		return []Data{standings(actors, rows.Holdings, o), grid(l.t, l.said), positions(rows.List, rows.Holdings, o)}
	}
	caption := l.said.captioned(rows, o)
	if hidden := l.said.hidden(len(whole.Rows)-len(actors.Rows), len(whole.Columns)-len(actors.Columns)); hidden != "" {
		caption = append(caption, hidden)
	}
	p.foot(l.bottom, append(caption, l.said.Legend))
	return l
}

// hidden says how many actors and issues are hidden; "" if none is.
func (t tongue) hidden(actors, issues int) string {
	var list []string
	if actors > 0 {
		list = append(list, t.number(actors, t.Actor, t.Actors))
	}
	if issues > 0 {
		list = append(list, t.number(issues, t.Issue, t.Issues))
	}
	if len(list) == 0 {
		return ""
	}
	return fmt.Sprintf(t.Hidden, strings.Join(list, ", "))
}

// arranged is a table without what is hidden, and with what is pinned first.
func (o Options) arranged(t *discourse.Table) *discourse.Table {
	if len(o.Hidden)+len(o.Pinned) == 0 {
		return t
	}
	places := func(nodes []discourse.Node) []int {
		var pinned, others []int
		for i, n := range nodes {
			switch key := n.Key(); {
			case o.Hidden[key]:
			case o.Pinned[key]:
				pinned = append(pinned, i)
			default:
				others = append(others, i)
			}
		}
		return append(pinned, others...)
	}
	return t.Ordered(places(t.Rows), places(t.Columns))
}

// pinned is how many of some nodes are pinned.
func (o Options) pinned(nodes []discourse.Node) (n int) {
	for n < len(nodes) && o.Pinned[nodes[n].Key()] {
		n++
	}
	return n
}

// slope is how far the name of a column reaches up, and to the right, for each pixel of it.
var slope = math.Sin(-turnedBy * math.Pi / 180)

// middle is the middle of a column.
func (l *lattice) middle(column int) float64 { return l.left + (float64(column)+.5)*cellWidth }

func (l *lattice) columnLabel(j int) Shape {
	c := l.t.Columns[j]
	return wordsAt(l.middle(j), l.top-8, bodySize, fit(c.Label, bodySize, labelWidth), Shape{
		Whole: c.Label,
		Turn:  turnedBy, Tip: c.Label, Of: []discourse.Node{c}, Bold: j < l.pinnedColumns,
	})
}

// rule is the line above a row, or below the last one.
func (l *lattice) rule(i int) Shape {
	y := l.top + float64(i)*cellHeight
	s := Shape{Kind: Line, Points: []Point{{margin, y}, {l.right, y}}, Stroke: Grid, Width: 1}
	if i > 0 && i == l.pinnedRows {
		s.Stroke = Faint
	}
	return s
}

// edge is the line beside the columns that are pinned.
func (l *lattice) edge() Shape {
	x := l.left + float64(l.pinnedColumns)*cellWidth
	return Shape{Kind: Line, Points: []Point{{x, l.top}, {x, l.bottom}}, Stroke: Faint, Width: 1}
}

func (l *lattice) rowLabel(i int) Shape {
	r := l.t.Rows[i]
	return wordsAt(l.left-10, l.top+(float64(i)+.68)*cellHeight, bodySize, fit(r.Label, bodySize, labelWidth), Shape{
		Whole:  r.Label,
		Anchor: AtEnd, Tip: r.Label, Of: []discourse.Node{r}, Bold: i < l.pinnedRows,
	})
}

// cell adds how an actor stands on an issue, with what it tells or without.
func (l *lattice) cell(to []Shape, i, j int, tells bool) []Shape {
	c := &l.t.Cells[i][j]
	latest := c.Latest()
	if latest == nil {
		return to
	}
	l.made.Add(1)
	tip := ""
	if tells {
		tip = l.said.tip(*latest, l.holdings)
		if quote := l.o.Quotes[latest.Position.ID]; quote != "" {
			tip += "\n" + quote
		}
	}
	p := Picture{Shapes: to}
	of := []discourse.Node{l.t.Rows[i], l.t.Columns[j]}
	x, y := l.left+float64(j)*cellWidth, l.top+float64(i)*cellHeight
	_, tint := toneOf(latest.Position.Stance, latest.Position.Conditional)
	p.box(x+1, y+1, cellWidth-2, cellHeight-2, Shape{Fill: tint, Tip: tip, Leads: latest.Position.ID, Of: of})
	at := Point{x + 14, y + cellHeight/2}
	if c.Opposed {
		at.X = x + 12
		for i := len(c.Positions) - 1; i >= 0; i-- { // the other sign of the day
			if other := c.Positions[i]; other.Position.Stance != latest.Position.Stance {
				p.sign(Point{x + 26, at.Y}, 10, &other, tip, of)
				break
			}
		}
	}
	p.sign(at, 10, latest, tip, of)
	if n := len(c.Positions); n > 1 {
		p.words(x+cellWidth-5, y+cellHeight-6, smallSize, strconv.Itoa(n), Shape{Anchor: AtEnd, Fill: Ink, Tip: tip, Of: of})
	}
	if c.Changed {
		a := Point{x + cellWidth - 13, y + 10}
		p.add(Shape{Kind: Line, Points: []Point{a, {a.X + 7, a.Y - 4}}, Stroke: Ink, Width: 1.2})
		p.add(Shape{Kind: Line, Points: []Point{{a.X + 3.5, a.Y - 4.6}, {a.X + 7, a.Y - 4}, {a.X + 5.6, a.Y - .8}}, Stroke: Ink, Width: 1.2})
	}
	return p.Shapes
}

// mostInCell is how many shapes a cell has at most.
const mostInCell = 16

// The shapes of a lattice are numbered: title and foot, names of columns, lines, names of rows, cells.
func (l *lattice) firstColumn() int { return len(l.Shapes) }
func (l *lattice) firstRule() int   { return l.firstColumn() + len(l.t.Columns) }
func (l *lattice) firstRow() int    { return l.firstRule() + len(l.t.Rows) + 1 }
func (l *lattice) firstCell() int   { return l.firstRow() + len(l.t.Rows) }

func (l *lattice) shape(n int) *Shape {
	var s Shape
	switch {
	case n < l.firstColumn():
		return &l.Shapes[n]
	case n < l.firstRule():
		s = l.columnLabel(n - l.firstColumn())
	case n < l.firstRow():
		s = l.rule(n - l.firstRule())
	case n < l.firstCell():
		s = l.rowLabel(n - l.firstRow())
	default:
		n -= l.firstCell()
		cell := n / mostInCell
		s = l.cell(nil, cell/len(l.t.Columns), cell%len(l.t.Columns), true)[n%mostInCell]
	}
	return &s
}

func (l *lattice) bounds(n int) (low, high Point) { return l.shape(n).bounds() }

// within are the rows and columns that lie between two corners, up to before the second ones.
func (l *lattice) within(low, high Point) (rowFrom, rowTo, columnFrom, columnTo int) {
	place := func(x, from, size float64, most int) int { return min(max(int(math.Floor((x-from)/size)), 0), most) }
	rowFrom, rowTo = place(low.Y, l.top, cellHeight, len(l.t.Rows)), place(high.Y+cellHeight, l.top, cellHeight, len(l.t.Rows))
	columnFrom, columnTo = place(low.X, l.left, cellWidth, len(l.t.Columns)), place(high.X+cellWidth, l.left, cellWidth, len(l.t.Columns))
	return rowFrom, rowTo, columnFrom, columnTo
}

// smallCells is the scale below which only the colours of cells can be told apart.
const smallCells = .35

func (l *lattice) draw(to *bitmap, low, high Point) {
	for i := range l.Shapes {
		to.draw(&l.Shapes[i])
	}
	rowFrom, rowTo, columnFrom, columnTo := l.within(low, high)
	if low.Y < l.top {
		for j := max(columnFrom-int(labelWidth*slope/cellWidth)-1, 0); j < columnTo; j++ {
			s := l.columnLabel(j)
			to.draw(&s)
		}
	}
	var shapes []Shape
	for i := rowFrom; i < rowTo; i++ {
		s := l.rule(i)
		to.draw(&s)
		if low.X < l.left {
			s = l.rowLabel(i)
			to.draw(&s)
		}
		for j := columnFrom; j < columnTo && high.X > l.left; j++ {
			if to.scale < smallCells {
				l.drawSmall(to, i, j)
				continue
			}
			shapes = l.cell(shapes[:0], i, j, false)
			for k := range shapes {
				to.draw(&shapes[k])
			}
		}
	}
	s := l.rule(len(l.t.Rows))
	to.draw(&s)
	if l.pinnedColumns > 0 {
		s = l.edge()
		to.draw(&s)
	}
}

// drawSmall draws a cell in which only a colour can be seen.
func (l *lattice) drawSmall(to *bitmap, i, j int) {
	if latest := l.t.Cells[i][j].Latest(); latest != nil {
		line, _ := toneOf(latest.Position.Stance, latest.Position.Conditional)
		x, y := l.left+float64(j)*cellWidth, l.top+float64(i)*cellHeight
		to.box(to.at(Point{x + 2, y + 2}), to.at(Point{x + cellWidth - 2, y + cellHeight - 2}), to.inks[line])
	}
}

func (l *lattice) inSight(low, high Point) int {
	rowFrom, rowTo, columnFrom, columnTo := l.within(low, high)
	return (rowTo - rowFrom) * (columnTo - columnFrom) / 3 // a cell is drawn faster than a tie
}

func (l *lattice) at(at Point, scale float64) int {
	reach := near / scale
	low, high := Point{at.X - near, at.Y - near}, Point{at.X + near, at.Y + near}
	rowFrom, rowTo, columnFrom, columnTo := l.within(low, high)
	if at.X >= l.left && at.Y >= l.top {
		i, j := int((at.Y-l.top)/cellHeight), int((at.X-l.left)/cellWidth)
		if i >= len(l.t.Rows) || j >= len(l.t.Columns) {
			return -1
		}
		shapes := l.cell(nil, i, j, true)
		for k := len(shapes) - 1; k >= 0; k-- {
			if shapes[k].Tip != "" && shapes[k].covers(at, reach) {
				return l.firstCell() + (i*len(l.t.Columns)+j)*mostInCell + k
			}
		}
		return -1
	}
	if at.Y < l.top {
		for j := columnTo - 1; j >= max(columnFrom-int(labelWidth*slope/cellWidth)-1, 0); j-- {
			if s := l.columnLabel(j); s.covers(at, reach) {
				return l.firstColumn() + j
			}
		}
		return -1
	}
	for i := rowFrom; i < rowTo; i++ {
		if s := l.rowLabel(i); s.covers(at, reach) {
			return l.firstRow() + i
		}
	}
	return -1
}

func (l *lattice) spots() int { return len(l.places) }

// where is the row and the column of a spot.
func (l *lattice) where(spot int) (i, j int) {
	return l.places[spot] / len(l.t.Columns), l.places[spot] % len(l.t.Columns)
}

func (l *lattice) spot(n int) Spot {
	i, j := l.where(n)
	x, y := l.left+float64(j)*cellWidth, l.top+float64(i)*cellHeight
	return Spot{Point{x + 1, y + 1}, Point{x + cellWidth - 1, y + cellHeight - 1}, l.firstCell() + l.places[n]*mostInCell}
}

// spotAt is the spot of a cell; -1 if it holds no position.
func (l *lattice) spotAt(i, j int) int {
	if n, is := slices.BinarySearch(l.places, i*len(l.t.Columns)+j); is {
		return n
	}
	return -1
}

func (l *lattice) like(other *Shape) int {
	i, j := -1, -1
	for _, of := range other.Of {
		is := func(n discourse.Node) bool { return n.Key() == of.Key() }
		i, j = max(i, slices.IndexFunc(l.t.Rows, is)), max(j, slices.IndexFunc(l.t.Columns, is))
	}
	if i < 0 || j < 0 || other.Leads == (store.ID{}) {
		return -1
	}
	return l.spotAt(i, j)
}

// next goes along a row or a column; where that holds nothing more, to the nearest cell of the next column or row that holds something.
func (l *lattice) next(from, right, down int) int {
	i, j := l.where(from)
	across := max(len(l.t.Rows), len(l.t.Columns))
	for n := 1; ; n++ {
		row, column := i+down*n, j+right*n
		if row < 0 || column < 0 || row >= len(l.t.Rows) || column >= len(l.t.Columns) {
			break
		}
		if spot := l.spotAt(row, column); spot >= 0 {
			return spot
		}
	}
	for n := 1; ; n++ {
		row, column := i+down*n, j+right*n
		if row < 0 || column < 0 || row >= len(l.t.Rows) || column >= len(l.t.Columns) {
			return from
		}
		for aside := 1; aside < across; aside++ {
			for _, side := range []int{-aside, aside} {
				r, c := row+side*right*right, column+side*down*down
				if r < 0 || c < 0 || r >= len(l.t.Rows) || c >= len(l.t.Columns) {
					continue
				}
				if spot := l.spotAt(r, c); spot >= 0 {
					return spot
				}
			}
		}
	}
}

func (l *lattice) words() string { return described(l.t, l.said) }

// described tells a table in words.
func described(t *discourse.Table, words tongue) string {
	var lines []string
	for i, r := range t.Rows {
		var stands []string
		for j, c := range t.Columns {
			if told := words.stands(&t.Cells[i][j]); told != "" {
				stands = append(stands, c.Label+": "+told)
			}
		}
		lines = append(lines, r.Label+". "+strings.Join(stands, "; ")+".")
	}
	return strings.Join(lines, "\n")
}
