package suggest

import (
	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// thingEnd is where that ends which somebody wants, denies or calls something.
func (r *sayer) thingEnd(u unit, c *cue, rule string, from, to int) int {
	switch {
	case rule == ruleNoun && r.isBack(from, u.to):
		return from + 1
	case rule == ruleTo && (c.verb.act == store.ActDeclines || r.words[from].fold == "not"):
		to = r.beforeReason(from, to)
	}
	if c.relative[0] < c.relative[1] {
		switch rule {
		case ruleTo:
			to = r.beforeMain(from, to, 3, r.isFiniteAt)
		case ruleNoun:
			to = r.beforeMain(from, to, 1, r.isFiniteAt)
		case ruleIng:
			to = r.beforeMain(from, to, 1, r.tells) // “who admitted stealing a car | was jailed”, but “asked not to | be named”
		}
	}
	if rule == ruleNoun || rule == ruleOf {
		to = r.beforeDeed(from, to)
	}
	return r.beforeNext(from, r.beforeThat(from, to))
}

// beforeDeed is where a thing ends that somebody asked for, praised or called something before what they did next: “asked for the
// pictures | and looked at them”.
func (r *sayer) beforeDeed(from, to int) int {
	if r.tags == nil {
		return to
	}
	for i := from; i+1 < to; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
		case r.g.relating.has(w) || w.fold == "that" || r.g.breaks.has(w) && w.fold != "but":
			return to
		case i == from || w.fold != "and" && w.fold != "but":
		default:
			next := i + 1
			for next+1 < to && isAdverb(r.words[next]) {
				next++
			}
			if !r.isQuoted(next) && r.tells(next) && r.tags[next] == tagger.Past {
				return i
			}
		}
	}
	return to
}

// beforeReason is where what somebody does not want to do ends before why: “declined to be named | because”.
func (r *sayer) beforeReason(from, to int) int {
	for i := from + 2; i < to && !r.isQuoted(i); i++ {
		isOrder := r.words[i].fold == "in" && i+1 < to && r.words[i+1].fold == "order"
		if isOrder || r.g.reasons.has(r.words[i]) {
			return i
		}
	}
	return to
}

// beforeMain is where what “who” wants to do ends before the verb of the sentence: “an official who asked not to be named | said”.
func (r *sayer) beforeMain(from, to, least int, isVerb func(int) bool) int {
	for i := from + min(least, 2); i < to && !r.isQuoted(i) && !r.g.breaks.has(r.words[i]) && !r.g.relating.has(r.words[i]); i++ {
		if i >= from+least && isVerb(i) {
			return i
		}
	}
	return to
}

// isFiniteAt reports whether a word is a verb by itself by which something is told, and no form of “be” and the like.
func (r *sayer) isFiniteAt(i int) bool { return r.tags != nil && r.tags[i].IsFinite() }

// beforeThat is where what somebody wants or denies ends before another clause of what is said of that: “that it plans to pay | and
// that …”.
func (r *sayer) beforeThat(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if fold := r.words[i].fold; (fold == "and" || fold == "but") && !r.isQuoted(i) && r.words[i+1].fold == "that" {
			return i
		}
	}
	return to
}

// beforeNext is where that ends before another sentence that only “and” joins: “both figures | , and its chief executive warned”.
func (r *sayer) beforeNext(from, to int) int {
	for i := from + 1; i+2 < to; i++ {
		if !r.mark(i, ",") || r.words[i+1].fold != "and" && r.words[i+1].fold != "but" || r.isQuoted(i+1) {
			continue
		}
		for at := i + 2; at < to && !r.isQuoted(at) && !r.mark(at, ";:") && !r.g.relating.has(r.words[at]); at++ {
			if r.isVerbLike(at) && at > i+2 {
				return i
			}
		}
	}
	return to
}

// withoutDay is where a thing that somebody calls for ends before the day on which that was: “a ceasefire | on Tuesday”.
func (r *sayer) withoutDay(from, to int) int {
	if to-from < 3 || r.isQuoted(to-1) || !r.g.isWhen(r.words[to-1]) || !r.g.days.has(r.words[to-1]) {
		return to
	}
	switch before := r.words[to-2]; {
	case before.fold == "on":
		return to - 2
	case r.g.prepositions.has(before):
		return to
	}
	return to - 1
}
