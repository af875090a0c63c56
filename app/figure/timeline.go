package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Lanes say what the lanes of a timeline are.
type Lanes string

// The lanes of timelines.
const (
	LanesActors Lanes = "actors" // of one issue
	LanesIssues Lanes = "issues" // of one actor
)

// Sizes of timelines.
const (
	laneHeight = 30.0
	timeWidth  = 760.0
)

// Timeline draws when positions were taken: a lane for each actor, or each issue, a sign for each position at its date. A vague date is a
// bar as wide as it is vague. A line leads from one position to the next where the stance changed.
func Timeline(rows discourse.Rows, lanes Lanes, o Options) *Picture {
	words := wordsIn(o.Language)
	t := rows.Table()
	list := lanesOf(t, lanes)
	p := head(words.titled(words.Timeline, t, lanes), o.Language)
	axis := axisOf(list)
	left := margin + 60
	for _, l := range list {
		left = max(left, margin+min(labelWidth, measure(l.label, bodySize))+14)
	}
	top := margin + titleSize + lead + 10
	bottom := top + float64(len(list))*laneHeight
	if !axis.isEmpty() {
		axis.left, axis.width = left+10, timeWidth
		for _, tick := range axis.ticks() {
			p.line(tick.x, top, tick.x, bottom, Shape{Stroke: Grid, Width: 1})
			p.words(tick.x, bottom+16, smallSize, tick.label, Shape{Anchor: AtMiddle, Fill: Faint})
		}
	}
	var lines []string
	for i, l := range list {
		y := top + (float64(i)+.5)*laneHeight
		p.line(margin, y+laneHeight/2, left+20+timeWidth, y+laneHeight/2, Shape{Stroke: Grid, Width: 1})
		p.words(left-10, y+bodySize*.35, bodySize, fit(l.label, bodySize, labelWidth), Shape{
			Anchor: AtEnd, Tip: l.label, Of: []discourse.Node{l.node},
		})
		p.lane(y, l, axis, words, rows.Holdings, o)
		var taken []string
		for _, r := range l.positions {
			taken = append(taken, strings.TrimSpace(string(r.Position.Date)+" "+words.stance(r.Position.Stance)))
		}
		lines = append(lines, l.label+": "+strings.Join(taken, "; ")+".")
	}
	p.Width = left + 20 + timeWidth + margin
	p.Description = strings.Join(lines, "\n")
	p.Data = func() []Data { return []Data{positions(rows.List, rows.Holdings, o).read()} }
	p.foot(bottom+20, append(words.captioned(rows, o), words.Legend))
	return p
}

// titled is a title with the one actor or issue that it is about.
func (t tongue) titled(title string, table *discourse.Table, lanes Lanes) string {
	one := table.Columns
	if lanes == LanesIssues {
		one = table.Rows
	}
	if len(one) == 1 {
		return fmt.Sprintf(t.Of, one[0].Label, title)
	}
	return title
}

// lane is one lane with its positions, oldest first.
type lane struct {
	label     string
	node      discourse.Node
	positions []discourse.Row
	runs      [][]discourse.Row // those of one actor on one issue
}

// lanesOf puts the positions of a table into lanes.
func lanesOf(t *discourse.Table, lanes Lanes) []lane {
	nodes := t.Rows
	if lanes == LanesIssues {
		nodes = t.Columns
	}
	list := make([]lane, len(nodes))
	for i, n := range nodes {
		list[i].label, list[i].node = n.Label, n
	}
	for i := range t.Rows {
		for j := range t.Columns {
			at := i
			if lanes == LanesIssues {
				at = j
			}
			if positions := t.Cells[i][j].Positions; len(positions) > 0 {
				list[at].positions = append(list[at].positions, positions...)
				list[at].runs = append(list[at].runs, positions)
			}
		}
	}
	for i := range list {
		slices.SortStableFunc(list[i].positions, func(a, b discourse.Row) int { return a.Position.Date.Compare(b.Position.Date) })
	}
	return list
}

// lane draws the positions of a lane.
func (p *Picture) lane(y float64, l lane, axis axis, words tongue, h *store.Holdings, o Options) {
	for _, run := range l.runs {
		for i := 1; i < len(run); i++ {
			from, to := run[i-1].Position, run[i].Position
			if from.Date != "" && to.Date != "" && (from.Stance != to.Stance || from.Conditional != to.Conditional) {
				p.line(axis.middle(from.Date), y, axis.middle(to.Date), y, Shape{Stroke: Faint, Width: 1.6})
			}
		}
	}
	for i := range l.positions {
		r := &l.positions[i]
		date := r.Position.Date
		if date == "" {
			continue
		}
		tip := words.tip(*r, h)
		if quote := o.Quotes[r.Position.ID]; quote != "" {
			tip += "\n" + quote
		}
		line, tint := toneOf(r.Position.Stance, r.Position.Conditional)
		of := []discourse.Node{l.node}
		if from, to := axis.x(date.First(), 0), axis.x(date.Last(), 1); date.First() != date.Last() {
			p.box(from, y-6, to-from, 12, Shape{Fill: tint, Stroke: line, Width: 1, Tip: tip, Leads: r.Position.ID, Of: of})
		}
		p.sign(Point{axis.middle(date), y}, 11, r, tip, of)
	}
}

// axis lays days along a line.
type axis struct {
	first, last time.Time // the first day, and the one after the last
	left, width float64
}

func axisOf(list []lane) axis {
	var a axis
	for _, l := range list {
		for _, r := range l.positions {
			from, is := dayOf(r.Position.Date.First())
			to, _ := dayOf(r.Position.Date.Last())
			if !is {
				continue
			}
			to = to.AddDate(0, 0, 1)
			if a.first.IsZero() || from.Before(a.first) {
				a.first = from
			}
			if to.After(a.last) {
				a.last = to
			}
		}
	}
	return a
}

func (a axis) isEmpty() bool { return a.first.IsZero() }

// at is where a time stands.
func (a axis) at(t time.Time) float64 {
	return a.left + a.width*float64(t.Sub(a.first))/float64(a.last.Sub(a.first))
}

// x is where a day stands, with a share of that day.
func (a axis) x(d store.Day, share float64) float64 {
	t, _ := dayOf(d)
	return a.at(t.Add(time.Duration(share * 24 * float64(time.Hour))))
}

// middle is where the middle of a date stands.
func (a axis) middle(d store.Date) float64 { return (a.x(d.First(), 0) + a.x(d.Last(), 1)) / 2 }

// tick is a place on an axis that is named.
type tick struct {
	x     float64
	label string
}

// ticks names years, months or days, as far apart as they can be read.
func (a axis) ticks() []tick {
	days := a.last.Sub(a.first).Hours() / 24
	var list []tick
	add := func(t time.Time, form string) {
		if !t.Before(a.first) && t.Before(a.last) {
			list = append(list, tick{a.at(t), t.Format(form)})
		}
	}
	switch {
	case days > 4*365:
		step := int(math.Ceil(days / 365 / 12))
		for y := a.first.Year(); y <= a.last.Year(); y += step {
			add(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), "2006")
		}
	case days > 70:
		step := int(math.Ceil(days / 30 / 10))
		for t := time.Date(a.first.Year(), a.first.Month(), 1, 0, 0, 0, 0, time.UTC); t.Before(a.last); t = t.AddDate(0, step, 0) {
			add(t, "2006-01")
		}
	default:
		step := max(int(math.Ceil(days/9)), 1)
		for t := a.first; t.Before(a.last); t = t.AddDate(0, 0, step) {
			add(t, time.DateOnly)
		}
	}
	return list
}
