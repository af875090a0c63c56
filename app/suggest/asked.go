package suggest

import (
	"slices"

	"standpoint/store"
)

// readAskedBy reads what somebody was asked, whom “by” names: “Asked by Ida Moll whether it will hold, he nodded”, “when pressed by the
// Lantern for proof”. It returns the last word of who asks; the verb itself if nobody does.
func (r *sayer) readAskedBy(n int, u unit, i int) int {
	by, last := i+1, r.sentenceTo(u, i)
	to := r.nameFrom(unit{from: by, to: last, line: u.line}, by+1)
	for k := by + 2; k < to; k++ {
		if r.words[k].fold == "for" {
			to = k
		}
	}
	if to == by+1 || to >= last {
		return i
	}
	c := cue{verb: verb{act: store.ActAsks, takes: takesQuote}, at: i, end: by, group: i, subject: span2{by + 1, to}, passive: true}
	from := to
	if name := r.apposedName(to, last); name > to { // “by the chair, Odo Lenz, what …”
		c.subject[1], from = name, name+1
	}
	for from < last && r.g.isWhen(r.words[from]) {
		from++
	}
	if from = r.afterPlace(from, last); from >= last || !r.canMind(&c) {
		return i
	}
	w := r.words[from]
	isWish := w.fold == "to" && from+1 < last && r.isBaseVerb(r.words[from+1])
	if !isWish && !r.g.questions.has(w) && w.fold != "for" && w.fold != "about" {
		return i
	}
	said := r.bared(from, r.askedEnd(from, last))
	if said[1]-said[0] < 2 {
		return i
	}
	r.add(n, &c, ruleWhether, said)
	return said[1] - 1
}

// afterPlace is where words go on with a question after those that say where it was asked: “asked by a reporter on the platform | what …”.
func (r *sayer) afterPlace(from, last int) int {
	w := r.words[min(from, last-1)]
	if from >= last || !r.g.prepositions.has(w) || w.fold == "for" || w.fold == "about" || w.fold == "to" {
		return from
	}
	for i := from + 1; i < min(last, from+mostOfTitle) && !r.words[i].mark && !r.isQuoted(i); i++ {
		if r.g.questions.has(r.words[i]) {
			return i
		}
	}
	return from
}

// isAskedBy reports whether words that tell by whom somebody was asked something begin with one.
func (r *sayer) isAskedBy(i int) bool {
	if i > 0 && r.g.determiners.has(r.words[i-1]) {
		return false
	}
	return r.g.asked.has(r.words[i]) && i+1 < len(r.words) && r.words[i+1].fold == "by" && !r.isQuoted(i)
}

// askedEnd is where what somebody was asked ends: at the comma after which they answer.
func (r *sayer) askedEnd(from, last int) int {
	for i := from + 1; i < last; i++ {
		if r.isQuoted(i) {
			i = r.passageAt(i).to - 1
			continue
		}
		if r.mark(i, ",;:"+stops) {
			return i
		}
	}
	return last
}

// neitherNor are the words between “would” and what somebody does not tell: “would neither confirm nor deny”.
var neitherNor = [...]string{"neither", "confirm", "nor", "deny"}

// readNeither reads what somebody would neither confirm nor deny, where a word is “neither”, and returns its last word; the word itself
// if it tells of nothing like that.
func (r *sayer) readNeither(n int, u unit, i int) int {
	end := i + len(neitherNor)
	if end >= u.to || i == u.from {
		return i
	}
	for k, fold := range neitherNor {
		if r.words[i+k].fold != fold || r.isQuoted(i+k) {
			return i
		}
	}
	c := cue{verb: verb{act: store.ActDeclines, takes: takesThat | takesNoun | takesBare | takesWhether, form: formPast}}
	c.at, c.end, c.group = i, end, i
	for c.group > u.from && (r.g.isBetween(r.words[c.group-1]) || r.g.helpers.has(r.words[c.group-1])) {
		c.group--
	}
	c.at = c.group
	if !r.findSubject(u, &c) || c.inverted || !r.mayspeak(&c) {
		return i
	}
	if from, rule := r.contentAfter(u, &c, end); from >= 0 && from < u.to {
		r.addAfter(n, u, &c, from, rule)
	}
	return end - 1
}

// isAskedInset reports whether “asked” stands in commas for what was done to who goes on: “Ida Moll, asked what she wanted, thought of it”.
func (r *sayer) isAskedInset(u unit, c *cue) bool {
	if !r.g.asked.has(r.words[c.at]) || c.group != c.at || c.at == u.from || !r.mark(c.at-1, ",") || c.end >= u.to {
		return false
	}
	if w := r.words[c.end]; !r.g.questions.has(w) && w.fold != "about" {
		return false
	}
	for i := c.end; i+1 < min(u.to, c.end+farthestThat) && !r.isQuoted(i) && !r.mark(i, ";:"+stops); i++ {
		if r.mark(i, ",") {
			return r.tells(i+1) && !r.g.breaks.has(r.words[i+1])
		}
	}
	return false
}

// isIf reports whether somebody says or wants something only if that is so: “unless the company | agrees to talk”.
func (r *sayer) isIf(u unit, c *cue) bool {
	at := c.subject[0] - 1
	if r.loose || at < u.from || c.shared || c.inverted || r.isQuoted(at) || r.opens(min(c.end, len(r.words)-1)) {
		return false
	}
	return r.words[at].fold == "unless" || r.words[at].fold == "if"
}

// whoAnswers is who was asked in the sentence before, if a pronoun that fits says something; nobody is named if they have no name.
func (r *sayer) whoAnswers(c *cue) (who Party, ok bool) {
	f := r.questionBefore(c)
	if f == nil || len(f.said.Addressees) != 1 {
		return Party{}, false
	}
	asked := f.said.Addressees[0]
	if asked.Name == "" {
		isOne := f.rule == ruleWhether && f.to[0] < f.to[1]
		return Party{}, isOne && r.fitsUnnamed(r.headOf(f.to).fold, r.words[c.subject[0]])
	}
	ok = slices.ContainsFunc(r.persons, func(s seen) bool {
		return s.party.Name == asked.Name && r.genderOfSeen(s).fits(r.words[c.subject[0]])
	})
	return asked, ok
}

// whoAsked are those who asked in the sentence before: a pronoun that answers does not mean them.
func (r *sayer) whoAsked(c *cue) []seen {
	f := r.questionBefore(c)
	if f == nil || !r.g.answeredBy[c.verb.lemma] || len(f.said.Speakers) != 1 {
		return nil
	}
	return []seen{{party: f.said.Speakers[0], at: f.subject[0]}}
}

// questionBefore is the statement before a verb that a pronoun governs, if somebody asks in it, and nothing stands between; nil otherwise.
func (r *sayer) questionBefore(c *cue) *finding {
	last := len(r.found) - 1
	if last < 0 || c.subject[1]-c.subject[0] != 1 || !r.g.he.has(r.words[c.subject[0]]) {
		return nil
	}
	f := &r.found[last]
	isNear := r.g.answeredBy[c.verb.lemma] || r.nextSentence(f.subject[0]) == r.sentenceFrom(unit{to: len(r.words)}, c.at)
	if len(f.spans) == 0 || f.said.Act != store.ActAsks || c.at-f.spans[len(f.spans)-1][1] > farthestThat || !isNear {
		return nil
	}
	return f
}

// whoAccused are those who accuse somebody in the sentence before: a pronoun that denies something does not mean them.
func (r *sayer) whoAccused(c *cue) []seen {
	last := len(r.found) - 1
	if last < 0 || c.verb.act != store.ActDenies || c.subject[1]-c.subject[0] != 1 || !r.g.he.has(r.words[c.subject[0]]) {
		return nil
	}
	f := &r.found[last]
	isBefore := f.subject[0] < f.subject[1] && r.nextSentence(f.subject[0]) == r.sentenceFrom(unit{to: len(r.words)}, c.at)
	if !isBefore || !r.g.accusing[f.verb.lemma] || len(f.said.Speakers) != 1 {
		return nil
	}
	return []seen{{party: f.said.Speakers[0], at: f.subject[0]}}
}

// nextSentence is where the sentence after that of a word begins.
func (r *sayer) nextSentence(at int) int { return r.sentenceTo(unit{to: len(r.words)}, at) }
