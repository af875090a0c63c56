package figure

import (
	"fmt"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// Sizes of pictures of changes.
const (
	sideWidth = 372.0
	sideGap   = 24.0
	signRoom  = 24.0
	wordsMost = 12 // lines of one side's words
	lineRoom  = 17.0
)

// Changes draws where stances changed: for each change who turned on what, and below that the old words beside the new ones.
// Contradictions stand in a part of their own behind them.
func Changes(rows discourse.Rows, o Options) *Picture {
	words := wordsIn(o.Language)
	p := head(words.Changes, o.Language)
	turns := rows.Table().Changes()
	caption := words.captioned(rows, o)
	if o.Open {
		turns = slices.DeleteFunc(turns, func(t discourse.Turn) bool { return t.IsExplained(rows.Holdings) })
		caption = append(caption, words.Open)
	}
	p.Width = 2*margin + 2*sideWidth + sideGap
	y := margin + titleSize + lead
	var lines []string
	for _, part := range []struct {
		title string
		has   func(discourse.TurnKind) bool
	}{
		{words.Turned, func(k discourse.TurnKind) bool { return k != discourse.Contradiction }},
		{words.Contradictions, func(k discourse.TurnKind) bool { return k == discourse.Contradiction }},
	} {
		list := slices.DeleteFunc(slices.Clone(turns), func(t discourse.Turn) bool { return !part.has(t.Kind) })
		if len(list) == 0 {
			continue
		}
		if len(lines) > 0 {
			p.Breaks = append(p.Breaks, y)
		}
		y += lead
		p.words(margin, y, bodySize+1, fmt.Sprintf("%s (%d)", part.title, len(list)), Shape{Bold: true, Fill: Faint})
		y += 10
		for i, t := range list {
			if i > 0 {
				p.Breaks = append(p.Breaks, y-1)
			}
			y = p.change(y, t, words, rows.Holdings, o)
			lines = append(lines, fmt.Sprintf("%s, %s: %s. %s → %s.", t.Actor.Label, t.Issue.Label, words.turns[t.Kind],
				words.oneSide(t.From, rows.Holdings, o), words.oneSide(t.To, rows.Holdings, o)))
			if t.IsExplained(rows.Holdings) {
				lines = append(lines, words.explained(t, rows.Holdings))
			}
		}
	}
	if len(turns) == 0 {
		y += lead
		p.words(margin, y, bodySize, words.NoChange, Shape{})
		lines = append(lines, words.NoChange)
	}
	p.Description = strings.Join(lines, "\n")
	p.Data = func() []Data { return []Data{Turns(turns, rows.Holdings, o), positions(rows.List, rows.Holdings, o)} }
	p.foot(y, append(caption, words.Legend))
	return p
}

// change draws one change from a height on, and returns where it ends.
func (p *Picture) change(y float64, t discourse.Turn, words tongue, h *store.Holdings, o Options) float64 {
	of := []discourse.Node{t.Actor, t.Issue}
	p.line(margin, y, p.Width-margin, y, Shape{Stroke: Grid, Width: 1})
	y += lead + 2
	kind := words.turns[t.Kind]
	room := p.Width - 2*margin - measure(kind, smallSize) - 20
	who := fit(t.Actor.Label, bodySize, room*.5)
	p.words(margin, y, bodySize, who, Shape{Bold: true, Whole: t.Actor.Label, Tip: t.Actor.Label, Of: of})
	about := margin + measure(who, bodySize)*1.1 + 12
	p.words(about, y, bodySize, fit(t.Issue.Label, bodySize, margin+room-about), Shape{Whole: t.Issue.Label, Tip: t.Issue.Label, Of: of})
	p.words(p.Width-margin, y, smallSize, kind, Shape{Anchor: AtEnd, Fill: Faint})
	y += 10
	left := p.side(Point{margin, y}, &t.From, of, words, h, o)
	right := p.side(Point{margin + sideWidth + sideGap, y}, &t.To, of, words, h, o)
	p.words(margin+sideWidth+sideGap/2, y+bodySize*.8, bodySize, "→", Shape{Anchor: AtMiddle, Fill: Faint})
	y = max(left, right)
	if t.IsExplained(h) {
		for _, line := range wrap(words.explained(t, h), smallSize, p.Width-2*margin-signRoom) {
			p.words(margin+signRoom, y+4, smallSize, line, Shape{Of: of})
			y += lineRoom
		}
	}
	return y + 6
}

// side draws one side of a change from its upper left on, and returns where it ends.
func (p *Picture) side(corner Point, r *discourse.Row, of []discourse.Node, words tongue, h *store.Holdings, o Options) float64 {
	tip := words.tip(*r, h)
	if quote := o.Quotes[r.Position.ID]; quote != "" {
		tip += "\n" + quote
	}
	p.sign(Point{corner.X + 7, corner.Y + bodySize*.5}, 11, r, tip, of)
	y := corner.Y + bodySize*.85
	for i, line := range wrap(words.circumstances(*r, h, o), smallSize, sideWidth-signRoom) {
		if i > 0 {
			y += lineRoom * .85
		}
		p.words(corner.X+signRoom, y, smallSize, line, Shape{Fill: Faint, Tip: tip, Leads: r.Position.ID, Of: of})
	}
	lines := wrap(o.Quotes[r.Position.ID], bodySize, sideWidth-signRoom)
	if len(lines) > wordsMost {
		lines = append(lines[:wordsMost-1], lines[wordsMost-1]+" …")
	}
	for _, line := range lines {
		y += lineRoom
		p.words(corner.X+signRoom, y, bodySize, fit(line, bodySize, sideWidth-signRoom), Shape{Tip: tip, Leads: r.Position.ID, Of: of})
	}
	return y + 8
}

// explained says that a change is explained, and how if that was noted.
func (t tongue) explained(turn discourse.Turn, h *store.Holdings) string {
	told := "✓ " + t.Explained
	if note := explanation(turn, h); note != "" {
		told += ": " + note
	}
	return told
}

// circumstances says of a position what stance it is, when and where it was taken, and who told of it.
func (t tongue) circumstances(r discourse.Row, h *store.Holdings, o Options) string {
	p, in := r.Position, h.Articles[r.Position.Article]
	date, _, _ := strings.Cut(string(p.Date), "T") // without the time of the day
	facts := []string{t.stance(p.Stance)}
	if p.Conditional {
		facts = append(facts, t.Conditional)
	}
	facts = append(facts, date, in.Source)
	if carriers := o.Carriers[p.ID]; carriers != "" {
		facts = append(facts, fmt.Sprintf(t.Reported, carriers))
	}
	if r.Told {
		facts = append(facts, t.Told)
	}
	return strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), " · ")
}

// oneSide tells one side of a change in words.
func (t tongue) oneSide(r discourse.Row, h *store.Holdings, o Options) string {
	told := t.circumstances(r, h, o)
	if quote := o.Quotes[r.Position.ID]; quote != "" {
		told += ": " + quote
	}
	return told
}
