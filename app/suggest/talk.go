package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// leastOfTalk is how many paragraphs of an interview begin with a dash at least.
const leastOfTalk = 4

// findTalk finds the paragraphs of an interview in which each begins with a dash and nothing else says whose words they are: who asks and
// who answers take turns. They are by the units with which they begin; none if the text is no interview.
func (r *sayer) findTalk() map[int]turn {
	var all []turn
	var units []int
	asks := [2]int{}
	for n, u := range r.units {
		if n > 0 && r.units[n-1].line == u.line {
			continue
		}
		t := turn{from: u.from + 1, to: r.endOfLine(n), asks: len(all)%2 == 0}
		switch isDashed := r.mark(u.from, "—–-") && t.from < t.to; {
		case isDashed && r.hasInset(t.from, t.to): // “— Так, — сказала она”
			return nil
		case isDashed:
			if slices.ContainsFunc(r.words[t.from:t.to], func(w word) bool { return w.isMark("?") }) {
				asks[len(all)%2]++
			}
			all, units = append(all, t), append(units, n)
		case len(all) > 0 && len(all) < leastOfTalk:
			return nil
		}
	}
	if len(all) < leastOfTalk || asks[0] == 0 || asks[0] <= asks[1] {
		return nil
	}
	talk := make(map[int]turn, len(all))
	for i, n := range units {
		talk[n] = all[i]
	}
	return talk
}

// hasInset reports whether a dash stands right after a mark within words, as before who says them.
func (r *sayer) hasInset(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if r.mark(i, "—–") && r.mark(i-1, ",…"+stops) {
			return true
		}
	}
	return false
}

// takeTalk reads the paragraph of an interview that begins with a unit.
func (r *sayer) takeTalk(n int, talk map[int]turn) {
	t, ok := talk[n]
	if !ok {
		return
	}
	if len(r.voices) == 0 {
		r.introduce(t.from)
		r.asker = r.namedBefore(r.asker, t.from)
		r.answerer = r.namedBefore(r.answerer, t.from)
	}
	who, whom := r.answerer, r.asker
	if t.asks {
		who, whom = r.asker, r.answerer
	}
	r.voices = append(r.voices, voice{t.from, t.to, who, whom})
	if who.Span.Empty() {
		return // the text does not tell who asks
	}
	f := finding{spans: []span2{{t.from, t.to}}, unit: -1, rule: ruleTurn, verb: verb{act: store.ActSays}}
	if f.said = (Said{Act: store.ActSays, Speakers: []Party{who}}); t.asks {
		f.said.Act = store.ActAsks
	}
	r.found = append(r.found, f)
}

// namedBefore is somebody under the words by which the text names them last before a word; without a place if it does not.
func (r *sayer) namedBefore(p Party, at int) Party {
	for _, m := range slices.Backward(r.whom) {
		if m.first < at && (m.party.Name == p.Name || r.isOutlet(m, p)) {
			return r.calledSo(Party{Span: r.spanOfWords(span2{m.first, m.end}), Words: r.Body.Slice(r.spanOfWords(span2{m.first, m.end}))}, p)
		}
	}
	return p
}

// isOutlet reports whether a mention is of whom a name in another case is: “Листам з півночі”, of “Листи з півночі”.
func (r *sayer) isOutlet(m mention, p Party) bool {
	if p.Kind != kindOrganisation {
		return false
	}
	words := wordsIn(p.Name)
	named := slices.DeleteFunc(slices.Clone(r.words[m.first:m.end]), func(w word) bool { return w.mark })
	if len(words) != len(named) {
		return false
	}
	for i, w := range words {
		if stem := nameStems(w.fold); !strings.EqualFold(w.fold, named[i].fold) && !shareStem(stem, nameStems(named[i].fold)) {
			return false
		}
	}
	return len(words) > 0
}
