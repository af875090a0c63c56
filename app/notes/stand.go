package notes

import (
	"cmp"
	"slices"

	"standpoint/store"
)

// stand is a position that the document tells, and the number of the quote that shows it.
type stand struct {
	holders, accordingTo []store.PartyRef
	target               store.PartyRef
	stance               store.Stance
	condition            string
	date                 store.Date
	number               int
}

func standOf(row *store.PositionRow, number int) stand {
	return stand{row.Holders, row.AccordingTo, row.TargetRef, row.Stance, row.Condition, row.Date, number}
}

// stand numbers a passage and remembers the positions that it shows.
func (p *articlePart) stand(q passage) (number int, anchor string) {
	number, anchor = p.number(q.annotation.ID)
	_, rows := q.said()
	for _, row := range rows {
		p.numbers[row.ID] = number
		p.stands = append(p.stands, standOf(row, number))
	}
	return number, anchor
}

// whoStandsWhere lists the holders on each issue and actor by stance, each with the numbers of its quotes.
func (b *builder) whoStandsWhere() []Block {
	on := map[store.PartyRef][]stand{}
	var targets []store.PartyRef
	for _, s := range b.stands {
		target := store.PartyRef{ID: s.target.ID, Entity: s.target.Entity, Name: s.target.Name, Words: s.target.Words}
		if b.label(target) == "" || s.stance == store.StanceUnset {
			continue
		}
		if len(on[target]) == 0 {
			targets = append(targets, target)
		}
		on[target] = append(on[target], s)
	}
	if len(targets) == 0 {
		return nil
	}
	slices.SortFunc(targets, func(x, y store.PartyRef) int {
		return cmp.Or(-cmp.Compare(x.Entity, y.Entity), compareNames(b.label(x), b.label(y)), slices.Compare(x.ID[:], y.ID[:]))
	})
	blocks := []Block{Heading{Level: 2, Text: plain(b.w.whoStandsWhere)}}
	for _, target := range targets {
		blocks = append(blocks, Heading{Level: 3, Text: plain(b.label(target))}, List{b.holders(on[target])})
	}
	return blocks
}

// side names one side of an issue: its sign, the stance, and whether it is taken under a condition.
func (b *builder) side(s store.Stance, conditional bool) Text {
	if !conditional {
		return joinText(" ", plain(stanceSign(s)), strong(b.w.stances[s]))
	}
	return joinText(" ", plain(stanceSign(s)+"◇"), strong(b.w.stances[s]), plain(b.w.conditionally))
}

// holders gives a line for each side of a target: who takes it, under which condition, in which quotes; and when, of those who take
// several sides.
func (b *builder) holders(stands []stand) []Item {
	type side struct {
		stance      store.Stance
		conditional bool
	}
	sides, several := map[string]side{}, map[string]bool{}
	for _, s := range stands {
		is := side{s.stance, s.condition != ""}
		if before, known := sides[who(s.holders)]; known && before != is {
			several[who(s.holders)] = true
		}
		sides[who(s.holders)] = is
	}
	var items []Item
	for _, stance := range []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear} {
		for _, conditional := range []bool{false, true} {
			line := b.holdersOf(stands, several, func(s stand) bool { return s.stance == stance && (s.condition != "") == conditional })
			if line != nil {
				items = append(items, Item{Text: b.side(stance, conditional).and(plain(": "), line)})
			}
		}
	}
	return items
}

// holdersOf enumerates those who take one side, by name, each once with the numbers of its quotes, those of each day behind the day if
// the holder is dated; nil if nobody does. One who takes it under several conditions, or according to several others, is named for each.
func (b *builder) holdersOf(stands []stand, dated map[string]bool, takes func(stand) bool) Text {
	type holder struct{ who, label, condition, accordingTo string }
	type onDay struct {
		day     string
		numbers []int
	}
	var order []holder
	refs := map[string][]store.PartyRef{}
	days := map[holder][]onDay{}
	for _, s := range stands {
		if !takes(s) {
			continue
		}
		refs[who(s.holders)] = s.holders
		h := holder{who(s.holders), b.labels(s.holders, b.w.notNamed), s.condition, b.labels(s.accordingTo, "")}
		if days[h] == nil {
			order = append(order, h)
		}
		day := ""
		if dated[h.who] {
			day = cmp.Or(b.w.dayOf(s.date), b.w.undated)
		}
		at := slices.IndexFunc(days[h], func(d onDay) bool { return d.day == day })
		if at < 0 {
			at = len(days[h])
			days[h] = append(days[h], onDay{day: day})
		}
		if !slices.Contains(days[h][at].numbers, s.number) {
			days[h][at].numbers = append(days[h][at].numbers, s.number)
		}
	}
	sortByName(b, order, func(h holder) string { return h.label })
	slices.SortStableFunc(order, func(x, y holder) int { return compareWho(refs[x.who], refs[y.who]) })
	var line []Text
	for _, h := range order {
		name := joinText(", ", underCondition(h.label, h.condition), plain(with(b.w.accordingTo, h.accordingTo)))
		var when []Text
		for _, d := range days[h] {
			when = append(when, joinText(" ", plain(d.day), refer(d.numbers...)))
		}
		separator := " "
		if dated[h.who] {
			separator = ", "
		}
		line = append(line, joinText(separator, name, joinText(", ", when...)))
	}
	return joinText("; ", line...)
}

// underCondition is a name with a condition, if there is one, behind it.
func underCondition(name, condition string) Text {
	if condition == "" {
		return plain(name)
	}
	return plain(name).and(plain(" ("), plain(condition), plain(")"))
}
