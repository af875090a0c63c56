package figure

import (
	"fmt"
	"math"
	"strings"

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
	words := wordsIn(o.Language)
	t := o.Order.of(rows.Table())
	if o.Turned {
		t = t.Turned()
	}
	p := head(words.Table, o.Language)
	left, tall := margin, 0.0
	for _, r := range t.Rows {
		left = max(left, margin+min(labelWidth, measure(r.Label, bodySize))+10)
	}
	slope := math.Sin(-turnedBy * math.Pi / 180)
	for _, c := range t.Columns {
		tall = max(tall, min(labelWidth, measure(c.Label, bodySize))*slope)
	}
	top := margin + titleSize + lead + tall + 12
	lean := 0.0
	for j, c := range t.Columns {
		x := left + (float64(j)+.5)*cellWidth
		label := fit(c.Label, bodySize, labelWidth)
		p.words(x, top-8, bodySize, label, Shape{Turn: turnedBy, Tip: c.Label, Of: []discourse.Node{c}})
		lean = max(lean, x+measure(label, bodySize)*slope)
	}
	right := left + float64(len(t.Columns))*cellWidth
	for i, r := range t.Rows {
		y := top + float64(i)*cellHeight
		p.line(margin, y, right, y, Shape{Stroke: Grid, Width: 1})
		p.words(left-10, y+cellHeight*.68, bodySize, fit(r.Label, bodySize, labelWidth), Shape{
			Anchor: AtEnd, Tip: r.Label, Of: []discourse.Node{r},
		})
		for j, c := range t.Columns {
			p.cell(Point{left + float64(j)*cellWidth, y}, &t.Cells[i][j], []discourse.Node{r, c}, words, rows.Holdings, o)
		}
	}
	bottom := top + float64(len(t.Rows))*cellHeight
	p.line(margin, bottom, right, bottom, Shape{Stroke: Grid, Width: 1})
	p.Width = max(right, lean) + margin
	p.Description = described(t, words)
	p.Data = func() []Data {
		return []Data{standings(t, rows.Holdings, o), grid(t, words), positions(rows.List, rows.Holdings, o)}
	}
	p.foot(bottom, append(words.captioned(rows, o), words.Legend))
	return p
}

// cell draws how an actor stands on an issue, from its upper left on.
func (p *Picture) cell(corner Point, c *discourse.Cell, of []discourse.Node, words tongue, h *store.Holdings, o Options) {
	latest := c.Latest()
	if latest == nil {
		return
	}
	tip := words.tip(*latest, h)
	if quote := o.Quotes[latest.Position.ID]; quote != "" {
		tip += "\n" + quote
	}
	x, y := corner.X, corner.Y
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
		p.words(x+cellWidth-5, y+cellHeight-6, smallSize, fmt.Sprint(n), Shape{Anchor: AtEnd, Fill: Ink, Tip: tip, Of: of})
	}
	if c.Changed {
		a := Point{x + cellWidth - 13, y + 10}
		p.add(Shape{Kind: Line, Points: []Point{a, {a.X + 7, a.Y - 4}}, Stroke: Ink, Width: 1.2})
		p.add(Shape{Kind: Line, Points: []Point{{a.X + 3.5, a.Y - 4.6}, {a.X + 7, a.Y - 4}, {a.X + 5.6, a.Y - .8}}, Stroke: Ink, Width: 1.2})
	}
}

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
