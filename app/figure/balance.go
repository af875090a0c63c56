package figure

import (
	"fmt"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Counted says what the bars of a balance count.
type Counted string

// What bars count.
const (
	CountActors    Counted = "actors" // each once in a bar, by its latest stance there
	CountPositions Counted = "positions"
)

// Balancing says how a balance is drawn.
type Balancing struct {
	Count  Counted
	By     discourse.Unit // periods of each issue; "": all of its time in one bar
	Shares bool           // of each bar in place of numbers
}

// Sizes of balances.
const (
	barHeight = 22.0
	halfWidth = 300.0
)

// bar is one bar: what is against, for and neither.
type bar struct {
	label                    string
	of                       []discourse.Node
	oppose, neutral, support float64
	behind                   map[store.Stance][]store.ID // unclear ones are among the neutral ones
}

// Balance draws how many are for and against on each issue: bars to the left are against, to the right for, with what is neutral or unclear
// in the middle.
func Balance(rows discourse.Rows, b Balancing, o Options) *Picture {
	words := wordsIn(o.Language)
	p := head(words.Balance, o.Language)
	groups, bars := b.bars(rows)
	widest, left := 1.0, margin+60.0
	for _, list := range bars {
		for _, one := range list {
			widest = max(widest, one.oppose+one.neutral/2, one.support+one.neutral/2)
			left = max(left, margin+min(labelWidth, measure(one.label, bodySize))+14)
		}
	}
	for _, g := range groups {
		if b.By == "" {
			left = max(left, margin+min(labelWidth, measure(g, bodySize))+14)
		}
	}
	if b.Shares {
		widest = 1
	}
	middle := left + halfWidth
	scale := (halfWidth - 34) / widest
	top := margin + titleSize + lead + 8
	p.words(middle-halfWidth/2, top, smallSize, "▼ "+words.Oppose, Shape{Anchor: AtMiddle, Fill: Opposing})
	p.words(middle, top, smallSize, "● "+words.Neutral+", ? "+words.Unclear, Shape{Anchor: AtMiddle, Fill: Faint})
	p.words(middle+halfWidth/2, top, smallSize, "▲ "+words.Support, Shape{Anchor: AtMiddle, Fill: Supporting})
	y := top + 10
	var lines []string
	for i, g := range groups {
		if b.By != "" {
			p.words(margin, y+lead, bodySize, fit(g, bodySize, left+halfWidth), Shape{Bold: true, Whole: g, Tip: g})
			y += lead + 8
		}
		for _, one := range bars[i] {
			label := one.label
			if b.By == "" {
				label = g
			}
			p.words(left-10, y+barHeight*.68, bodySize, fit(label, bodySize, labelWidth), Shape{Anchor: AtEnd, Whole: label, Tip: label, Of: one.of})
			of := label
			if b.By != "" {
				of = g + ", " + label
			}
			tip := of + ": " + b.lengths(one, words)
			p.bar(middle, y, scale, one, b, tip)
			lines = append(lines, tip+".")
			y += barHeight + 6
		}
	}
	p.line(middle, top+10, middle, y, Shape{Stroke: Faint, Width: 1})
	p.Width = middle + halfWidth + margin
	p.Description = strings.Join(lines, "\n")
	p.Data = func() []Data { return []Data{b.data(rows), positions(rows.List, rows.Holdings, o)} }
	p.Stay = Stay{Top: margin + titleSize + lead/2, Bottom: top + 10, Foot: y + 1, Below: top + 10}
	p.foot(y, words.barred(b, words.captioned(rows, o)))
	return p
}

// barred adds to a caption what the bars are.
func (t tongue) barred(b Balancing, caption []string) []string {
	caption = append(caption, t.ways["bars of "+string(b.Count)])
	if b.By != "" {
		caption = append(caption, t.ways["bars per "+string(b.By)])
	}
	if b.Shares {
		caption = append(caption, t.ways["shares"])
	}
	return caption
}

// lengths are how long the parts of a bar are, in words.
func (b Balancing) lengths(one bar, words tongue) string {
	return fmt.Sprintf("%s %s, %s %s, %s %s", words.Oppose, b.shown(one.oppose), words.Middle, b.shown(one.neutral), words.Support,
		b.shown(one.support))
}

// bar draws one bar around the middle, whose parts tell all of it.
func (p *Picture) bar(middle, y, scale float64, one bar, b Balancing, tip string) {
	half := one.neutral / 2 * scale
	for _, part := range []struct {
		stance     store.Stance
		share, x   float64
		line, tint Colour
		anchor     Anchor // of the number: at its end to the left of it, at its start to the right, in the middle within
	}{
		{store.StanceNeutral, one.neutral, middle - half, Neutral, NeutralTint, AtMiddle},
		{store.StanceOppose, one.oppose, middle - half - one.oppose*scale, Opposing, OpposingTint, AtEnd},
		{store.StanceSupport, one.support, middle + half, Supporting, SupportingTint, AtStart},
	} {
		if part.share <= 0 {
			continue
		}
		s := Shape{
			Fill: part.tint, Stroke: part.line, Width: 1, Tip: tip, Of: one.of, Part: one.label + " " + string(part.stance),
			Behind: one.behind[part.stance],
		}
		p.box(part.x, y, part.share*scale, barHeight, s)
		shown := b.shown(part.share)
		at := map[Anchor]float64{AtEnd: part.x - 5, AtStart: part.x + part.share*scale + 5, AtMiddle: middle + half/2}[part.anchor]
		if part.anchor != AtMiddle || half > 1.2*measure(shown, smallSize) { // there is room beside the line in the middle
			p.words(at, y+barHeight*.7, smallSize, shown, Shape{Anchor: part.anchor, Tip: tip, Of: s.Of, Part: s.Part, Behind: s.Behind})
		}
	}
}

// shown writes a number, or a share as per cent.
func (b Balancing) shown(x float64) string {
	if b.Shares {
		return fmt.Sprintf("%.0f %%", x*100)
	}
	return fmt.Sprintf("%.4g", x)
}

// bars counts for each issue, by name, a bar, or one for each period in which there is a position.
func (b Balancing) bars(rows discourse.Rows) (issues []string, bars [][]bar) {
	t := rows.Table()
	for j, issue := range t.Columns {
		periods := map[string][]*discourse.Row{} // by the first day
		labels := map[string]string{}
		for i := range t.Rows {
			latest := map[string]*discourse.Row{}
			for k := range t.Cells[i][j].Positions {
				r := &t.Cells[i][j].Positions[k]
				key, label := b.period(r.Position.Date)
				labels[key] = label
				if b.Count == CountActors {
					latest[key] = r
				} else {
					periods[key] = append(periods[key], r)
				}
			}
			for key, r := range latest {
				periods[key] = append(periods[key], r)
			}
		}
		keys := make([]string, 0, len(periods))
		for key := range periods {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		var list []bar
		for _, key := range keys {
			sum := bar{label: labels[key], of: []discourse.Node{issue}, behind: map[store.Stance][]store.ID{}}
			for _, r := range periods[key] {
				stance := sum.add(r)
				sum.behind[stance] = append(sum.behind[stance], r.Position.ID)
			}
			if all := sum.oppose + sum.neutral + sum.support; b.Shares && all > 0 {
				sum.oppose, sum.neutral, sum.support = sum.oppose/all, sum.neutral/all, sum.support/all
			}
			list = append(list, sum)
		}
		issues = append(issues, issue.Label)
		bars = append(bars, list)
	}
	return issues, bars
}

// period is that in which a date lies, as a key that sorts, and as it is called.
func (b Balancing) period(d store.Date) (key, label string) {
	if b.By == "" {
		return "", ""
	}
	if d == "" {
		return "~", "?"
	}
	p := discourse.PeriodOf(d.First(), b.By)
	switch b.By {
	case discourse.Months:
		return string(p.First), string(p.First[:len("2025-05")])
	case discourse.Years:
		return string(p.First), string(p.First[:len("2025")])
	case discourse.Weeks:
		if at, is := dayOf(p.First); is {
			year, week := at.ISOWeek()
			return string(p.First), fmt.Sprintf("%d-W%02d", year, week)
		}
	}
	return string(p.First), string(p.First)
}

// add counts a position, and returns as what.
func (b *bar) add(r *discourse.Row) store.Stance {
	switch r.Position.Stance {
	case store.StanceSupport:
		b.support += r.Weight
		return store.StanceSupport
	case store.StanceOppose:
		b.oppose += r.Weight
		return store.StanceOppose
	}
	b.neutral += r.Weight
	return store.StanceNeutral
}
