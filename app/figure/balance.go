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
	p.words(middle, top, smallSize, "● "+words.Neutral, Shape{Anchor: AtMiddle, Fill: Faint})
	p.words(middle+halfWidth/2, top, smallSize, "▲ "+words.Support, Shape{Anchor: AtMiddle, Fill: Supporting})
	y := top + 10
	var lines []string
	for i, g := range groups {
		if b.By != "" {
			p.words(margin, y+lead, bodySize, fit(g, bodySize, left+halfWidth), Shape{Bold: true, Tip: g})
			y += lead + 8
		}
		for _, one := range bars[i] {
			label := one.label
			if b.By == "" {
				label = g
			}
			p.words(left-10, y+barHeight*.68, bodySize, fit(label, bodySize, labelWidth), Shape{Anchor: AtEnd, Tip: label, Of: one.of})
			p.bar(middle, y, scale, one, b, words)
			lines = append(lines, fmt.Sprintf("%s, %s: %s %s, %s %s, %s %s.", g, label, words.Oppose, b.shown(one.oppose), words.Neutral,
				b.shown(one.neutral), words.Support, b.shown(one.support)))
			y += barHeight + 6
		}
	}
	p.line(middle, top+10, middle, y, Shape{Stroke: Faint, Width: 1})
	p.Width = middle + halfWidth + margin
	p.Description = strings.Join(lines, "\n")
	p.Data = func() []Data { return []Data{b.data(rows), positions(rows.List, rows.Holdings, o)} }
	p.foot(y, words.captioned(rows, o))
	return p
}

// bar draws one bar around the middle.
func (p *Picture) bar(middle, y, scale float64, one bar, b Balancing, words tongue) {
	half := one.neutral / 2 * scale
	tip := fmt.Sprintf("%s %s, %s %s, %s %s", words.Oppose, b.shown(one.oppose), words.Neutral, b.shown(one.neutral), words.Support,
		b.shown(one.support))
	if one.neutral > 0 {
		p.box(middle-half, y, 2*half, barHeight, Shape{Fill: NeutralTint, Stroke: Neutral, Width: 1, Tip: tip, Of: one.of})
	}
	if one.oppose > 0 {
		p.box(middle-half-one.oppose*scale, y, one.oppose*scale, barHeight, Shape{
			Fill: OpposingTint, Stroke: Opposing, Width: 1, Tip: tip, Of: one.of,
		})
		p.words(middle-half-one.oppose*scale-5, y+barHeight*.7, smallSize, b.shown(one.oppose), Shape{Anchor: AtEnd, Tip: tip, Of: one.of})
	}
	if one.support > 0 {
		p.box(middle+half, y, one.support*scale, barHeight, Shape{Fill: SupportingTint, Stroke: Supporting, Width: 1, Tip: tip, Of: one.of})
		p.words(middle+half+one.support*scale+5, y+barHeight*.7, smallSize, b.shown(one.support), Shape{Tip: tip, Of: one.of})
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
		periods := map[string][]bar{} // by the first day, for each position or actor a bar of 1
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
					periods[key] = append(periods[key], one(r))
				}
			}
			for key, r := range latest {
				periods[key] = append(periods[key], one(r))
			}
		}
		keys := make([]string, 0, len(periods))
		for key := range periods {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		var list []bar
		for _, key := range keys {
			sum := bar{label: labels[key], of: []discourse.Node{issue}}
			for _, x := range periods[key] {
				sum.oppose, sum.neutral, sum.support = sum.oppose+x.oppose, sum.neutral+x.neutral, sum.support+x.support
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
	}
	return string(p.First), string(p.First)
}

// one is the bar of one position.
func one(r *discourse.Row) bar {
	switch r.Position.Stance {
	case store.StanceSupport:
		return bar{support: r.Weight}
	case store.StanceOppose:
		return bar{oppose: r.Weight}
	}
	return bar{neutral: r.Weight}
}
