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

// Timing says how a timeline is drawn.
type Timing struct {
	Lanes Lanes
	By    discourse.Unit // how long time is made: by years, months, weeks or days; "": all of it as wide as Width
	Width float64        // of the whole picture, in pixels; it is wider where By asks for it; 0: as wide as paper
}

// Sizes of timelines.
const (
	laneHeight = 30.0 // of a lane at the least
	signSize   = 11.0
	dotRoom    = signSize + 3 // that a sign has for itself
	timeWidth  = 760.0
	leastTime  = 320.0
)

// unitWidth is how wide a unit of time is at the least.
var unitWidth = map[discourse.Unit]float64{discourse.Years: 150, discourse.Months: 66, discourse.Weeks: 60, discourse.Days: 24}

// Timeline draws when positions were taken: a lane for each actor, or each issue, a sign for each position at its date. A vague date is a
// bar as wide as it is vague. Signs that would lie over one another stand one below the other. A line leads from one position to the next
// where the stance changed.
func Timeline(rows discourse.Rows, how Timing, o Options) *Picture {
	words := wordsIn(o.Language)
	t := rows.Table()
	list, undated := lanesOf(t, how.Lanes)
	p := head(words.titled(words.Timeline, t, how.Lanes), o.Language)
	axis := axisOf(list, how.By)
	left := margin + 60
	for _, l := range list {
		left = max(left, margin+min(labelWidth, measure(l.label, bodySize))+14)
	}
	width := timeWidth
	if how.Width > 0 {
		width = max(how.Width-left-20-margin, leastTime)
	}
	if !axis.isEmpty() {
		axis.left, axis.width = left+10, max(width, axis.units()*unitWidth[how.By])
		width = axis.width
	}
	top := margin + titleSize + lead + smallSize + 8
	right, bottom := left+20+width, top
	for i := range list {
		list[i].place(axis)
		bottom += list[i].height()
	}
	p.ticks(axis, top, bottom)
	p.line(margin, top, right, top, Shape{Stroke: Grid, Width: 1})
	var lines []string
	y := top
	for _, l := range list {
		middle := y + l.height()/2
		y += l.height()
		p.line(margin, y, right, y, Shape{Stroke: Grid, Width: 1})
		p.words(left-10, middle+bodySize*.35, bodySize, fit(l.label, bodySize, labelWidth), Shape{
			Whole:  l.label,
			Anchor: AtEnd, Tip: l.label, Of: []discourse.Node{l.node},
		})
		p.lane(middle, l, axis, words, rows.Holdings, o)
		var taken []string
		for _, at := range l.signs {
			taken = append(taken, strings.TrimSpace(string(at.Position.Date)+" "+words.stance(at.Position.Stance)))
		}
		lines = append(lines, l.label+": "+strings.Join(taken, "; ")+".")
	}
	p.Width = right + margin
	p.Description = strings.Join(lines, "\n")
	p.Data = func() []Data { return []Data{positions(rows.List, rows.Holdings, o).read()} }
	p.Stay = Stay{Top: margin + titleSize + lead/2, Bottom: top, Left: left, Foot: bottom + 18, Below: top, Beside: left}
	caption := words.captioned(rows, o)
	if undated > 0 {
		caption = append(caption, fmt.Sprintf(words.Undated, words.number(undated, words.Position, words.Positions)))
	}
	p.foot(bottom+20, append(caption, words.Legend))
	return p
}

// ticks draws the divisions of an axis between two heights, with their names above and below.
func (p *Picture) ticks(a axis, top, bottom float64) {
	if a.isEmpty() {
		return
	}
	for _, tick := range a.ticks() {
		p.line(tick.x, top, tick.x, bottom, Shape{Stroke: Grid, Width: 1})
		for _, y := range []float64{top - 6, bottom + 16} {
			if tick.label != "" {
				p.words(tick.x, y, smallSize, tick.label, Shape{Anchor: AtMiddle, Fill: Faint})
			}
		}
	}
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

// lane is one lane with its signs, oldest first, those without a date last.
type lane struct {
	label string
	node  discourse.Node
	signs []moment
	rows  int // that its signs stand in, one below the other
}

// moment is a position in a lane.
type moment struct {
	discourse.Row
	of   []discourse.Node
	x    float64 // its middle
	row  int     // of those in which signs stand one below the other
	turn *moment // the one before it, of the same actor on the same issue, where the stance changed
}

// lanesOf puts the positions of a table into lanes, and counts those without a date, which stand in none.
func lanesOf(t *discourse.Table, lanes Lanes) (list []lane, undated int) {
	nodes := t.Rows
	if lanes == LanesIssues {
		nodes = t.Columns
	}
	list = make([]lane, len(nodes))
	for i, n := range nodes {
		list[i].label, list[i].node = n.Label, n
	}
	for i := range t.Rows {
		for j := range t.Columns {
			at := i
			if lanes == LanesIssues {
				at = j
			}
			for _, r := range t.Cells[i][j].Positions {
				if r.Position.Date == "" {
					undated++
				}
				list[at].signs = append(list[at].signs, moment{Row: r, of: []discourse.Node{t.Rows[i], t.Columns[j]}})
			}
		}
	}
	for i := range list {
		slices.SortStableFunc(list[i].signs, func(a, b moment) int { return a.Position.Date.Compare(b.Position.Date) })
	}
	return list, undated
}

// height of a lane, in pixels.
func (l *lane) height() float64 { return max(laneHeight, float64(l.rows)*dotRoom+8) }

// place finds where the signs of a lane stand: each in the first row in which nothing lies in its way.
func (l *lane) place(a axis) {
	var ends []float64 // of what stands in each row
	type run struct{ holder, issue discourse.Node }
	before := map[run]*moment{}
	for i := range l.signs {
		s := &l.signs[i]
		p := s.Position
		if p.Date == "" {
			continue
		}
		from, to := a.x(p.Date.First(), 0), a.x(p.Date.Last(), 1)
		s.x = (from + to) / 2
		half := dotRoom / 2.0
		if p.Conditional {
			half += signSize * .56 // the rhomb beside it
		}
		from, to = min(from, s.x-half), max(to, s.x+half)
		if p.Date.First() == p.Date.Last() {
			from, to = s.x-half, s.x+half
		}
		s.row = slices.IndexFunc(ends, func(end float64) bool { return end <= from })
		if s.row < 0 {
			s.row = len(ends)
			ends = append(ends, 0)
		}
		ends[s.row] = to
		key := run{s.of[0].Key(), s.of[1].Key()}
		if last := before[key]; last != nil && (last.Position.Stance != p.Stance || last.Position.Conditional != p.Conditional) {
			s.turn = last
		}
		before[key] = s
	}
	l.rows = len(ends)
}

// at is where a sign stands in a lane with its middle at a height.
func (l *lane) at(s *moment, middle float64) Point {
	return Point{s.x, middle + (float64(s.row)-float64(max(l.rows, 1)-1)/2)*dotRoom}
}

// lane draws the positions of a lane.
func (p *Picture) lane(middle float64, l lane, axis axis, words tongue, h *store.Holdings, o Options) {
	for i := range l.signs {
		if s := &l.signs[i]; s.turn != nil {
			from, to := l.at(s.turn, middle), l.at(s, middle)
			p.line(from.X, from.Y, to.X, to.Y, Shape{Stroke: Faint, Width: 1.6})
		}
	}
	for i := range l.signs {
		s := &l.signs[i]
		date := s.Position.Date
		if date == "" {
			continue
		}
		tip := words.tip(s.Row, h)
		if quote := o.Quotes[s.Position.ID]; quote != "" {
			tip += "\n" + quote
		}
		line, tint := toneOf(s.Position.Stance, s.Position.Conditional)
		at := l.at(s, middle)
		if from, to := axis.x(date.First(), 0), axis.x(date.Last(), 1); date.First() != date.Last() {
			p.box(from, at.Y-6, to-from, 12, Shape{Fill: tint, Stroke: line, Width: 1, Tip: tip, Leads: s.Position.ID, Of: s.of})
		}
		p.sign(at, signSize, &s.Row, tip, s.of)
	}
}

// axis lays days along a line.
type axis struct {
	first, last time.Time // the first day, and the one after the last
	by          discourse.Unit
	left, width float64
}

func axisOf(list []lane, by discourse.Unit) axis {
	a := axis{by: by}
	for _, l := range list {
		for _, s := range l.signs {
			from, is := dayOf(s.Position.Date.First())
			to, _ := dayOf(s.Position.Date.Last())
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

// units is how many of its units an axis has; 0 if it has none.
func (a axis) units() float64 {
	days := a.last.Sub(a.first).Hours() / 24
	long := map[discourse.Unit]float64{discourse.Years: 365.25, discourse.Months: 30.44, discourse.Weeks: 7, discourse.Days: 1}[a.by]
	return days / max(long, 1)
}

// at is where a time stands.
func (a axis) at(t time.Time) float64 {
	return a.left + a.width*float64(t.Sub(a.first))/float64(a.last.Sub(a.first))
}

// x is where a day stands, with a share of that day.
func (a axis) x(d store.Day, share float64) float64 {
	t, _ := dayOf(d)
	return a.at(t.Add(time.Duration(share * 24 * float64(time.Hour))))
}

// tick is a place on an axis that is named.
type tick struct {
	x     float64
	label string
}

// tickRoom is how much room the name of a day has, in pixels, tickGap how much there is between two names at the least.
const (
	tickRoom = 72.0
	tickGap  = 8.0
)

// ticks names years, months or days, as the axis is divided, or as they can be read if it is not.
func (a axis) ticks() []tick {
	var list []tick
	last := math.Inf(-1) // that is named
	add := func(t time.Time, form string) {
		if t.Before(a.first) || !t.Before(a.last) {
			return
		}
		at := tick{x: a.at(t)}
		if label := t.Format(form); at.x-last >= measure(label, smallSize)+tickGap {
			at.label, last = label, at.x
		}
		list = append(list, at)
	}
	days := a.last.Sub(a.first).Hours() / 24
	by := a.by
	step := 1
	if by == "" {
		most := int(a.width / tickRoom)
		switch {
		case days > 4*365:
			by, step = discourse.Years, everyOf(days/365, most)
		case days > 70:
			by, step = discourse.Months, everyOf(days/30, most)
		default:
			by, step = discourse.Days, everyOf(days, most)
		}
	}
	month := time.Date(a.first.Year(), a.first.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch by {
	case discourse.Years:
		for t := time.Date(a.first.Year(), 1, 1, 0, 0, 0, 0, time.UTC); t.Before(a.last); t = t.AddDate(step, 0, 0) {
			add(t, "2006")
		}
	case discourse.Months:
		for t := month; t.Before(a.last); t = t.AddDate(0, step, 0) {
			add(t, "2006-01")
		}
	case discourse.Weeks:
		for t := a.first.AddDate(0, 0, -(int(a.first.Weekday())+6)%7); t.Before(a.last); t = t.AddDate(0, 0, 7) {
			add(t, time.DateOnly)
		}
	default:
		for t := a.first; t.Before(a.last); t = t.AddDate(0, 0, step) {
			add(t, time.DateOnly)
		}
	}
	return list
}

// everyOf is how many units lie between two that are named, so that not more are than there is room for.
func everyOf(units float64, most int) int { return max(int(math.Ceil(units/float64(max(most, 1)))), 1) }
