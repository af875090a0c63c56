// Package discourse counts who stands where: tables, changes and networks of the positions of a project. It knows no window; every
// formula stands with its source in the comment of what computes it.
package discourse

import (
	"slices"

	"standpoint/store"
	"standpoint/store/say"
)

// Level says for whom a position counts.
type Level string

// The levels.
const (
	LevelRecorded    Level = "recorded"    // its holders, as recorded
	LevelAffiliation Level = "affiliation" // in place of a person the organisation or state with which it was affiliated on that day
)

// Conditional says how positions under a condition count.
type Conditional string

// The ways in which positions under a condition count.
const (
	ConditionalWhole Conditional = "whole" // as any other
	ConditionalHalf  Conditional = "half"  // with half the weight
	ConditionalApart Conditional = "apart" // as positions on an issue of their own
	ConditionalNone  Conditional = "none"  // not at all
)

// Duplicates says which positions of one actor on one issue with one value count once: the earliest counts.
type Duplicates string

// The ways in which positions are taken for one.
const (
	DuplicatesAll     Duplicates = "all"     // none is: each counts
	DuplicatesArticle Duplicates = "article" // those in one article
	DuplicatesDay     Duplicates = "day"     // those that begin on one day, and so on
	DuplicatesWeek    Duplicates = "week"    // from Monday (ISO 8601)
	DuplicatesMonth   Duplicates = "month"
	DuplicatesYear    Duplicates = "year"
)

// AllDuplicates are the ways in which positions are taken for one, from none on.
func AllDuplicates() []Duplicates {
	return []Duplicates{DuplicatesAll, DuplicatesArticle, DuplicatesDay, DuplicatesWeek, DuplicatesMonth, DuplicatesYear}
}

// AccordingTo says whether positions count of which somebody else said that the holder has them.
type AccordingTo string

// What counts of positions that are "according to" somebody.
const (
	AccordingToYes  AccordingTo = "yes"  // all positions count
	AccordingToNo   AccordingTo = "no"   // only those that the holder stated, or whoever was affiliated with it on that day
	AccordingToOnly AccordingTo = "only" // only those that somebody else told
)

// Filter says which positions count, and how. Its zero value lets each count as recorded.
type Filter struct {
	From, To    store.Date // positions that begin before the first day of From or end after the last day of To are left out
	Outlets     []string   // the articles' sources; none: all
	Actors      []store.ID // holders, at the level at which they count; none: all
	Kinds       []store.ActorKind
	Issues      []store.ID
	Coders      []store.ID
	Statuses    []store.Status
	Tags        []store.ID        // of which a position, its statement or its article carries one; none: all
	Tagged      map[store.ID]bool // positions that do, which Reading finds; nil: all
	AccordingTo AccordingTo
	Conditional Conditional
	Duplicates  Duplicates // which of the positions of one actor on one issue with one stance are taken for one; "": none
	Level       Level
}

// Check refuses dates the wrong way round.
func (f Filter) Check() error {
	if f.From != "" && f.To != "" && f.From.First() > f.To.Last() {
		return say.Errorf("The first day, %s, is after the last one, %s: change one of the two.", f.From, f.To)
	}
	return nil
}

// Row is one position of one holder, as it counts.
type Row struct {
	Position *store.HeldPosition
	Holder   store.ID // at the level at which it counts
	Recorded store.ID // as recorded
	Issue    Subject
	Told     bool // "according to"
	Weight   float64
}

// Subject is what positions are on: an issue, or its positions under a condition where these count apart.
type Subject struct {
	Issue       store.ID
	Conditional bool
}

// Rows are the positions that pass a filter, in the order of the holdings, with what they name.
type Rows struct {
	List       []Row
	Holdings   *store.Holdings
	Duplicates Duplicates // which of them were taken for one; "": none
	// What does not count though the filter lets it pass.
	Nameless int // positions whose holders are only words
	Unset    int // positions without a stance
	Denied   int // positions resting on a statement that denies or declines
}

// Positions are the positions behind rows, each once, in their order.
func Positions(rows []Row) []store.ID {
	seen := make(map[store.ID]bool, len(rows))
	var list []store.ID
	for _, row := range rows {
		if !seen[row.Position.ID] {
			seen[row.Position.ID] = true
			list = append(list, row.Position.ID)
		}
	}
	return list
}

// Select returns the positions that pass the filter. Of those that are taken for one the earliest does. Where stances have values that two
// of them share, these decide: Value takes such for one.
func (f Filter) Select(h *store.Holdings) Rows {
	rows := Rows{Holdings: h, Duplicates: f.Duplicates}
	for i := range h.Positions {
		p := &h.Positions[i]
		if !f.passes(p, h) {
			continue
		}
		switch {
		case p.Denied:
			rows.Denied++
			continue
		case p.Stance == "":
			rows.Unset++
			continue
		case len(p.Holders) == 0:
			if p.Nameless > 0 {
				rows.Nameless++
			}
			continue
		}
		rows.List = f.holding(rows.List, p, h)
	}
	if f.Duplicates.areTaken() {
		rows.List = once(rows.List, f.Duplicates)
	}
	return rows
}

// areTaken reports whether some positions are taken for one.
func (d Duplicates) areTaken() bool { return d != DuplicatesAll && d != "" }

// once keeps the earliest of positions of one holder on one issue with one stance.
func once(rows []Row, d Duplicates) []Row {
	type same struct {
		holder store.ID
		issue  Subject
		stance store.Stance
		within string
	}
	seen := map[same]bool{}
	return slices.DeleteFunc(rows, func(r Row) bool {
		key := same{r.Holder, r.Issue, r.Position.Stance, d.within(r.Position)}
		if seen[key] {
			return true
		}
		seen[key] = true
		return false
	})
}

// passes reports whether the filter lets a position pass, whoever holds it.
func (f Filter) passes(p *store.HeldPosition, h *store.Holdings) bool {
	switch {
	case f.From != "" && (p.Date == "" || p.Date.First() < f.From.First()),
		f.To != "" && (p.Date == "" || p.Date.Last() > f.To.Last()),
		f.Conditional == ConditionalNone && p.Conditional,
		f.Tagged != nil && !f.Tagged[p.ID]:
		return false
	}
	in := h.Articles[p.Article]
	return allows(f.Issues, p.Issue) && allows(f.Coders, p.Coder) && allows(f.Statuses, in.Status) && allows(f.Outlets, in.Source)
}

// allows reports whether a list holds a value; an empty one allows all.
func allows[T comparable](list []T, value T) bool {
	return len(list) == 0 || slices.Contains(list, value)
}

// holding adds a row for each of those who hold a position, at the level asked for, each once.
func (f Filter) holding(rows []Row, p *store.HeldPosition, h *store.Holdings) []Row {
	first := len(rows)
	for _, holder := range p.Holders {
		if f.AccordingTo == AccordingToNo && holder.Told || f.AccordingTo == AccordingToOnly && !holder.Told {
			continue
		}
		r := Row{Position: p, Holder: holder.Actor, Recorded: holder.Actor, Told: holder.Told, Issue: Subject{Issue: p.Issue}, Weight: 1}
		if f.Level == LevelAffiliation && h.Actors[holder.Actor].Kind == store.ActorPerson {
			if a := h.AffiliatedOn(holder.Actor, p.Date); a != nil {
				r.Holder = a.Organisation
			}
		}
		if !allows(f.Actors, r.Holder) || !allows(f.Kinds, h.Actors[r.Holder].Kind) ||
			slices.ContainsFunc(rows[first:], func(s Row) bool { return s.Holder == r.Holder }) {
			continue
		}
		if p.Conditional {
			switch f.Conditional {
			case ConditionalHalf:
				r.Weight = 0.5
			case ConditionalApart:
				r.Issue.Conditional = true
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// Values are the numbers that stances count as. A stance that has none is left out.
type Values map[store.Stance]float64

// DefaultValues returns the values with which stances count unless others are chosen: support 1, oppose −1, neutral 0, unclear left out.
func DefaultValues() Values {
	return Values{store.StanceSupport: 1, store.StanceOppose: -1, store.StanceNeutral: 0}
}

// Valued is a row with the value of its stance.
type Valued struct {
	Row
	Value float64
}

// Value gives the rows their values, and keeps the earliest of those that are taken for one: stances that share a value are one stance.
func (r Rows) Value(values Values) []Valued {
	type same struct {
		holder store.ID
		issue  Subject
		value  float64
		within string
	}
	seen := map[same]bool{}
	var list []Valued
	for _, row := range r.List {
		value, counts := values[row.Position.Stance]
		if !counts {
			continue
		}
		if r.Duplicates.areTaken() {
			key := same{row.Holder, row.Issue, value, r.Duplicates.within(row.Position)}
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		list = append(list, Valued{row, value})
	}
	return list
}

// within returns what positions that are taken for one have in common.
func (d Duplicates) within(p *store.HeldPosition) string {
	day := string(p.Date.First())
	switch {
	case d == DuplicatesArticle:
		return string(p.Article[:])
	case day == "":
		return string(p.ID[:]) // nothing says that it is the same
	case d == DuplicatesWeek:
		return PeriodOf(p.Date.First(), Weeks).key()
	case d == DuplicatesMonth:
		return day[:len("2025-05")]
	case d == DuplicatesYear:
		return day[:len("2025")]
	}
	return day
}

// Counting returns the rows that count as numbers, each that is taken for another left out.
func (r Rows) Counting(values Values) Rows {
	valued := r.Value(values)
	r.List = make([]Row, len(valued))
	for i, v := range valued {
		r.List[i] = v.Row
	}
	return r
}
