package suggest

import (
	"cmp"
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// Glossed is the actor of the project as whom a text explains words where they stand: “the Harbour House, as Norvia’s government is
// known”, “the Harbour Pilots’ Association (HPA)”. ok is false if it explains nothing, or by somebody who is not known.
func (t Text) Glossed(s text.Span) (found Party, ok bool) {
	sentence := wordsOf(t.Body, sentencesAround(t.Body, s))
	first, last := -1, -1
	for i, w := range sentence {
		if w.span.Overlaps(s) && !w.mark {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return Party{}, false
	}
	for first > 0 && determiners[sentence[first-1].fold] {
		first--
	}
	for _, other := range [][]word{glossAfter(sentence[last+1:]), glossedBefore(sentence[:first])} {
		if found, ok = t.actorMeant(other); ok {
			return found, true
		}
	}
	return Party{}, false
}

// actorMeant is the actor of the project whom words name or mean.
func (t Text) actorMeant(words []word) (Party, bool) {
	if len(withoutDeterminer(words)) == 0 {
		return Party{}, false
	}
	if p := t.party(words); p.Actor != (store.ID{}) {
		return p, true
	}
	return t.Meant(spanOf(words))
}

// glossAfter is what words that follow a name explain it by: in brackets, or “, as … is known”, or “, known as …”.
func glossAfter(rest []word) []word {
	if len(rest) < 2 {
		return nil
	}
	if rest[0].isMark("(") {
		if end := slices.IndexFunc(rest, func(w word) bool { return w.isMark(")") }); end > 0 {
			return rest[1:end]
		}
		return nil
	}
	if !rest[0].isMark(",") {
		return nil
	}
	clause := rest[1:]
	if end := slices.IndexFunc(clause, func(w word) bool { return w.mark && !w.isMark("-&") }); end >= 0 {
		clause = clause[:end]
	}
	if n := len(clause); n > 3 && clause[0].fold == asWord && knownAs[clause[n-1].fold] && besides[clause[n-2].fold] {
		return clause[1 : n-2]
	}
	if at := slices.IndexFunc(clause, func(w word) bool { return knownAs[w.fold] }); at == 0 || at == 1 && besides[clause[0].fold] {
		return withoutAs(clause[at+1:])
	}
	return nil
}

const asWord = "as"

func withoutAs(words []word) []word {
	if len(words) > 0 && words[0].fold == asWord {
		return words[1:]
	}
	return words
}

// glossedBefore is the name that is explained by words that stand before another: “Norvia (”, “Norvia, known as”.
func glossedBefore(before []word) []word {
	n := len(before)
	switch {
	case n == 0:
		return nil
	case before[n-1].isMark("("):
		return nameAtEnd(before[:n-1])
	}
	as := before[n-1].fold == asWord
	if as {
		n--
	}
	if n == 0 || !knownAs[before[n-1].fold] {
		return nil
	}
	end := n - 1
	for end > 0 && besides[before[end-1].fold] {
		end--
	}
	switch {
	case end > 0 && before[end-1].isMark(","):
		return nameAtEnd(before[:end-1])
	case as && end < n-1: // “is also known as”
		return nameAtEnd(before[:end])
	}
	return nil
}

// nameAtEnd are the last words that belong to one name.
func nameAtEnd(words []word) []word {
	start := len(words)
	for start > 0 && isOfName(words, start-1, 0) {
		start--
	}
	return words[start:]
}

// governmentOf is the state of the project whose government words say: “Norvia’s government”, “the Norvian government”, “the government
// of Norvia”.
func (t Text) governmentOf(words []word) (Party, bool) {
	n := len(words)
	if n < 2 {
		return Party{}, false
	}
	of, rest := Party{}, words
	switch {
	case governments[words[n-1].fold]:
		of, rest = t.owner(words)
	case governments[words[0].fold] && n > 2 && words[1].fold == "of":
		of, rest = t.party(words[2:]), words[:1]
	}
	return of, len(rest) == 1 && of.Kind == kindState && of.Actor != store.ID{}
}

// farthestNearby is how many code points before and after some words others are named nearby.
const farthestNearby = 4000

// Nearby are actors of the project whom the text names around some words, the nearest first, and no more than so many.
func (t Text) Nearby(s text.Span, most int) []store.ID {
	type named struct {
		actor    store.ID
		distance int
	}
	start := max(s.Start-farthestNearby, 0)
	words := wordsOf(t.Body, t.Body.Snap(text.Span{Start: start, End: min(s.End+farthestNearby, t.Body.Len())}))
	var all []named
	add := func(actor store.ID, at text.Span) {
		if _, known := t.actors[actor]; known {
			all = append(all, named{actor, max(s.Start-at.End, at.Start-s.End, 0)})
		}
	}
	for i := 0; i < len(words); {
		end := i
		for end < len(words) && isOfRun(words, end, i) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if at := spanOf(words[i:end]); !at.Overlaps(s) {
			title, name := words[i:i+titleEnd(words[i:end])], words[i+titleEnd(words[i:end]):end]
			of, _ := t.owner(title)
			add(t.party(name).Actor, at)
			add(of.Actor, at)
		}
		i = end
	}
	for _, m := range t.Mentions {
		if m.Span.End >= s.Start-farthestNearby && m.Span.Start <= s.End+farthestNearby {
			add(m.Actor, m.Span)
		}
	}
	slices.SortStableFunc(all, func(a, b named) int { return cmp.Compare(a.distance, b.distance) })
	var nearest []store.ID
	for _, n := range all {
		if len(nearest) < most && !slices.Contains(nearest, n.actor) {
			nearest = append(nearest, n.actor)
		}
	}
	return nearest
}
