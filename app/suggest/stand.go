package suggest

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// ruleStance is the rule by which positions are found: a verb says where its subject stands.
const ruleStance = "stance"

// stanceVerbs are the verbs that say where somebody stands, by their first words.
var stanceVerbs = readStanceVerbs()

// stanceVerb is one such verb.
type stanceVerb struct {
	stance store.Stance
	then   []string // the words that must follow: “to” in “object to”
}

func readStanceVerbs() map[string][]stanceVerb {
	all := map[string][]stanceVerb{}
	for section, stance := range map[string]store.Stance{"opposing with": store.StanceOppose, "supporting with": store.StanceSupport} {
		for phrase := range english[section] {
			all[first(phrase)] = append(all[first(phrase)], stanceVerb{stance, strings.Split(phrase, "_")[1:]})
		}
	}
	for _, list := range all { // what has most words first
		slices.SortFunc(list, func(a, b stanceVerb) int {
			return cmp.Or(cmp.Compare(len(b.then), len(a.then)), slices.Compare(a.then, b.then))
		})
	}
	for form := range opposings {
		all[form] = append(all[form], stanceVerb{stance: store.StanceOppose})
	}
	for form := range supportings {
		all[form] = append(all[form], stanceVerb{stance: store.StanceSupport})
	}
	return all
}

// first is the first word of a phrase that _ joins.
func first(phrase string) string {
	word, _, _ := strings.Cut(phrase, "_")
	return word
}

// isStance reports whether a word can be a verb that says where somebody stands.
func isStance(w word) bool { return (opposings[w.fold] || supportings[w.fold]) && !w.large }

// standing is a position as it is found, in words of the document.
type standing struct {
	words, verb span2
	stand       Stand
}

// readStances finds the verbs of a unit that say where somebody stands.
func (r *sayer) readStances(u unit) {
	for i := u.from; i < u.to; i++ {
		if r.isQuoted(i) || r.words[i].mark || r.words[i].large {
			continue
		}
		for _, v := range stanceVerbs[r.words[i].fold] {
			end := i + 1 + len(v.then)
			if end > u.to || !startsWith(r.words[i+1:end], v.then) {
				continue
			}
			if r.readStance(u, span2{i, end}, v.stance) {
				i = end - 1
				break
			}
		}
	}
}

// readStance reads who stands where by a verb. It reports whether somebody does.
func (r *sayer) readStance(u unit, at span2, stance store.Stance) bool {
	c := cue{verb: verb{form: formOf(r.words[at[0]])}, at: at[0], end: at[1], group: at[0]}
	r.readGroup(u, &c)
	isLed := c.group > u.from && r.words[c.group-1].fold == "to"
	if !r.mayTell(u, &c) || !r.isSteady(u, &c) || isLed && !r.leadsOn(u, &c) {
		return false
	}
	if c.negated != (isLed && r.g.standingOff.has(r.words[c.group])) { // did not support, refused to support
		if stance == store.StanceOppose {
			return false
		}
		stance = store.StanceOppose
	}
	if r.g.wanting.has(r.words[at[0]]) && r.isWantedGone(at[1], u.to) {
		stance = store.StanceOppose
	}
	end := r.standEnd(at[1], r.contentEnd(u, at[1]))
	isPassive := c.passive && !r.g.leanings.has(r.words[at[0]])
	if r.isBy(&c, u) {
		return r.readStandBy(u, &c, stance)
	}
	if isPassive || !r.isStandOn(at, end) || !isLed && !r.hasStander(u, &c) || !r.isOfIts(&c) {
		return false
	}
	s := standing{words: span2{c.at, end}, verb: at, stand: Stand{Stance: stance, Verb: r.spanOfWords(at)}}
	if c.subject[1] == c.group {
		s.words[0] = c.subject[0]
	}
	if s.stand.Holders = r.parties(c.subject); c.relative[0] < c.relative[1] {
		s.stand.Holders = r.parties(c.relative)
	}
	if len(s.stand.Holders) == 0 || !r.mayspeak(&c) || !r.mayStand(&c, s.stand.Holders) {
		return false
	}
	target := span2{at[1], end}
	if r.g.negations.has(r.words[min(target[0], len(r.words)-1)]) && target[0] < target[1] { // “recommended no charges”
		return false
	}
	r.cues = append(r.cues, c)
	if from := r.conditionFrom(target); from > 0 {
		s.stand.Condition = r.Body.Slice(r.spanOfWords(span2{from, end}))
		target[1] = from
	}
	target = r.targetIn(target)
	s.stand.Target.Span, s.stand.On = r.spanOfWords(target), r.saidOn(&c, []span2{target})
	r.stands = append(r.stands, s)
	return true
}

// mayTell reports whether a form is a verb that tells of something: not of what may be, was once or is asked for.
func (r *sayer) mayTell(u unit, c *cue) bool {
	if c.negated && strings.HasPrefix(r.words[min(c.end, len(r.words)-1)].fold, "any") { // “never endorsed anybody”
		return false
	}
	isVerb := c.end-c.at > 1 || r.tags == nil || r.tags[c.at].IsVerb() || r.isPlainVerb(u, c)
	return isVerb && !c.modal && !r.isAsked(u, c) && !slices.ContainsFunc(r.words[c.group:c.at], r.g.ofOld.has)
}

// isSteady reports whether a verb says where somebody stands at some time, and not what else its words may say: “his vote against it”,
// “before it applauds”, “he wants you to pay”, “stands by his words”.
func (r *sayer) isSteady(u unit, c *cue) bool {
	if c.group > u.from && !r.isQuoted(c.group-1) {
		before := r.words[c.group-1]
		isNoun := c.group == c.at && c.end-c.at > 1 && (before.owns || r.g.ownedBy[before.fold] != "")
		isYet := r.g.he.has(before) || r.g.it.has(before)
		if isNoun || isYet && c.group-1 > u.from && r.words[c.group-2].fold == "before" {
			return false
		}
	}
	if c.end >= u.to {
		return true
	}
	next := r.words[c.end]
	switch {
	case r.g.wanting.has(r.words[c.at]):
		return !next.mark && !r.isWould(c) && !(r.isInner && next.fold == "you")
	case r.words[c.end-1].fold == "by": // “stood by”
		return r.g.ownedBy[next.fold] == "" && next.fold != "it" && next.fold != "every" || r.isPeopleWord(r.words[min(c.end+1, u.to-1)])
	}
	return true
}

// hasStander finds who stands somewhere by a verb.
func (r *sayer) hasStander(u unit, c *cue) bool {
	return (r.isPlainVerb(u, c) || r.isVerb(u, c)) && r.findSubject(u, c)
}

// isOfIts reports whether a verb in -ing is that of its subject: “the union backing it”, “joined in backing it”, and not “spent the winter
// dismissing it”.
func (r *sayer) isOfIts(c *cue) bool {
	if c.verb.form != formIng || c.group < c.at || c.at == 0 {
		return true
	}
	return c.subject[1] == c.at || r.words[c.at-1].mark || r.words[c.at-1].fold == "in"
}

// leadsOn takes the subject of a verb that stands after another and “to”: “Velia vowed to oppose”. The group of the verb begins with the
// other then.
func (r *sayer) leadsOn(u unit, c *cue) bool {
	other := c.group - 2
	if other <= u.from {
		return false
	}
	if w := r.words[other]; r.isQuoted(other) || !r.g.standingOn.has(w) && !r.g.standingOff.has(w) {
		return false
	}
	lead := cue{verb: verb{form: formPast}, at: other, end: other + 1, group: other}
	r.readGroup(u, &lead)
	if lead.modal || lead.passive || lead.negated || !r.findSubject(u, &lead) {
		return false
	}
	c.subject, c.relative, c.group = lead.subject, lead.relative, other
	return true
}

// isBy reports whether a verb tells of what somebody stands on, and then by whom: “backed by Velia”.
func (r *sayer) isBy(c *cue, u unit) bool {
	return c.end+1 < u.to && r.words[c.end].fold == "by" && !r.isQuoted(c.end) && !c.negated && strings.HasSuffix(r.words[c.at].fold, "ed")
}

// readStandBy reads who stands on something by a verb that tells of that: “a bill backed by Velia”.
func (r *sayer) readStandBy(u unit, c *cue, stance store.Stance) bool {
	target := r.nounPhraseTo(u, c.group)
	c.subject = span2{c.end + 1, r.nameFrom(unit{from: c.end, to: u.to, line: u.line}, c.end+1)}
	if target[0] == target[1] || c.subject[0] == c.subject[1] || isDigits(r.words[c.subject[0]]) {
		return false
	}
	s := standing{words: span2{target[0], c.subject[1]}, verb: span2{c.at, c.end}, stand: Stand{Stance: stance}}
	s.stand.Verb, s.stand.Target.Span = r.spanOfWords(s.verb), r.spanOfWords(target)
	if s.stand.Holders = r.parties(c.subject); len(s.stand.Holders) == 0 || !r.mayspeak(c) || !r.mayStand(c, s.stand.Holders) {
		return false
	}
	r.stands = append(r.stands, s)
	return true
}

// standEnd is where what somebody stands on ends: before another such verb of theirs, “… but opposes”.
func (r *sayer) standEnd(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if fold := r.words[i].fold; fold != "and" && fold != "but" || r.isQuoted(i) {
			continue
		}
		at := i + 1
		for at < to-1 && r.g.isBetween(r.words[at]) {
			at++
		}
		if isStance(r.words[at]) && r.tells(at) {
			return r.bared(from, i)[1]
		}
	}
	return to
}

// isPlainVerb reports whether a form that is often no verb is one: after several, and before what they stand on: “the rectors back the
// idea”.
func (r *sayer) isPlainVerb(u unit, c *cue) bool {
	if c.group <= u.from || c.end >= u.to || r.isQuoted(c.end) || !r.g.determiners.has(r.words[c.end]) && !r.g.it.has(r.words[c.end]) {
		return false
	}
	before := r.words[c.group-1]
	isOne := before.large && !before.owns || r.g.he.has(before) || titles[before.fold]
	return strings.HasSuffix(r.words[c.at].fold, "s") && isOne || !strings.HasSuffix(r.words[c.at].fold, "s") && r.headIsPlural(u, c.group)
}

// isAsked reports whether a verb stands in a question or under a condition: “Does Norvia back it?”, “if Norvia backs it”.
func (r *sayer) isAsked(u unit, c *cue) bool {
	end := r.sentenceTo(u, c.at)
	if end > c.end && r.words[end-1].isMark("?") {
		return true
	}
	for i := c.group - 1; i >= max(u.from, c.group-farthestComma) && !r.words[i].mark; i-- {
		if fold := r.words[i].fold; fold == "if" || fold == "whether" || fold == "unless" {
			return true
		}
		if r.tells(i) && i < c.group-1 && !r.isIng(r.words[i]) {
			return false
		}
	}
	return false
}

// isStandOn reports whether words after a verb can be what somebody stands on.
func (r *sayer) isStandOn(at span2, end int) bool {
	if end <= at[1] {
		return r.g.leanings.has(r.words[at[0]])
	}
	next := r.words[at[1]]
	isPhrase := at[1]-at[0] > 1
	lemma := r.words[at[0]].fold
	switch {
	case !isPhrase && r.g.prepositions.has(next) && !r.g.leanings.has(r.words[at[0]]):
		return false
	case next.fold == "that" && r.g.urging[lemma]:
		return false
	case r.g.appealing[lemma]: // “called for order” asks for it, and is no position
		return end-at[1] > 1 && !next.large
	case r.g.wanting[lemma]:
		return r.isWanted(at[1], end)
	case r.g.plansOnly[lemma]:
		for i := at[1]; i < end; i++ {
			if r.g.plans.has(r.words[i]) || r.words[i].fold == "as" { // “dismissed the envoys as a show”
				return true
			}
		}
		return false
	}
	return true
}

// isWanted reports whether words after “wants” say what is to be: “Velia to arm its convoys”, “him gone”, “to build houses”.
func (r *sayer) isWanted(from, end int) bool {
	const mostWanted = 6
	if r.words[from].fold == "to" {
		return from+2 < end && !r.g.idle.has(r.words[from+1])
	}
	for i := from + 1; i < min(end, from+mostWanted); i++ {
		if w := r.words[i]; w.fold == "to" && i+1 < end && r.isBaseVerb(r.words[i+1]) || r.g.gone.has(w) {
			return true
		}
	}
	return false
}

// isWantedGone reports whether somebody wants somebody else out: “want him gone”.
func (r *sayer) isWantedGone(from, end int) bool {
	const mostGone = 4
	for i := from + 1; i < min(end, from+mostGone); i++ {
		if r.g.gone.has(r.words[i]) {
			return true
		}
	}
	return false
}

// mayStand reports whether who stands somewhere can: somebody who is named or described, no thing that “supports” another, and nobody of
// whom only “I” or “you” tells.
func (r *sayer) mayStand(c *cue, holders []Party) bool {
	s := c.subject
	if c.relative[0] < c.relative[1] {
		s = c.relative
	}
	last := r.headOf(s)
	switch {
	case r.isVoice(s[0]) && s[1]-s[0] == 1:
		return holders[0].Name != "" && r.words[s[0]].fold != "you"
	case holders[0].Name != "" || last.large || r.g.he.has(last) || r.g.it.has(last):
		return last.fold != "it" || holders[0].Name != ""
	}
	return r.isPeopleWord(last) || r.g.several.has(last)
}

// isPeople reports whether a noun ends as those for people do: “campaigners”, “generals”.
func (r *sayer) isPeople(fold string) bool {
	for end := range r.g.peopleEnds {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

// isWould reports whether a verb tells of what may be: “would not support”.
func (r *sayer) isWould(c *cue) bool {
	return slices.ContainsFunc(r.words[c.group:c.at], func(w word) bool { return w.fold == "would" || w.fold == "wouldn't" })
}

// formOf tells a form in -ing from others.
func formOf(w word) verbForm {
	if strings.HasSuffix(w.fold, "ing") {
		return formIng
	}
	if strings.HasSuffix(w.fold, "ed") {
		return formPast
	}
	return formThird
}

// conditionFrom is where the words of a condition begin; 0 if there is none.
func (r *sayer) conditionFrom(s span2) int {
	for i := s[0] + 1; i < s[1]; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i):
		case w.fold == "if" || w.fold == "unless" || w.fold == "provided":
			return i
		case w.fold == "as" && i+2 < s[1] && r.words[i+1].fold == "long":
			return i
		case w.fold == "on" && i+1 < s[1] && r.words[i+1].fold == "condition":
			return i
		}
	}
	return 0
}

// targetIn is what a position is on: the words after the verb, without what is said of it.
func (r *sayer) targetIn(s span2) span2 {
	for i := s[0] + 1; i < s[1]; i++ {
		w := r.words[i]
		ends := r.words[i-1].large && (w.fold == "for" || w.fold == "on" || w.fold == "over") ||
			w.fold == "of" && strings.HasPrefix(r.words[s[0]-1].fold, "accus")
		switch w.fold {
		case "by", "as", "because", "after", "during":
			ends = true
		}
		if !r.isQuoted(i) && (ends || w.isMark(",—–")) {
			return span2{s[0], i}
		}
	}
	return span2{s[0], r.withoutDay(s[0], s[1])}
}

// How often a verb of standing is right, of one; and one that says what somebody wants.
const (
	sureStance = 0.72
	sureWish   = 0.62
)

// positions are where somebody is said to stand somewhere, and the statements of which they are a part.
func (d *document) positions(said []Proposal) []Proposal {
	var all []Proposal
	if d.said == nil {
		return nil
	}
	statements := d.statementsAt(said, d.said.stands)
	for i, s := range d.said.stands {
		p := Proposal{
			Kind: store.KindPosition, Spans: []text.Span{d.said.spanOfWords(s.words)}, Confidence: sureStance, Rule: ruleStance, Stand: s.stand,
		}
		if fold := d.said.words[s.verb[0]].fold; d.said.g.wanting[fold] || d.said.g.appealing[fold] {
			p.Confidence = sureWish
		}
		p.Stand.Statement = statements[i]
		all = append(all, p)
	}
	return all
}

// stretch is a part of what one of several statements says.
type stretch struct {
	text.Span
	of int // the statement
}

// statementsAt are the shortest statements in which the verbs stand by which somebody stands somewhere; no ID where one stands in none.
func (d *document) statementsAt(said []Proposal, stands []standing) []store.ID {
	var parts []stretch
	for i := range said {
		for _, s := range said[i].Spans {
			parts = append(parts, stretch{s, i})
		}
	}
	slices.SortStableFunc(parts, func(a, b stretch) int { return a.Start - b.Start })
	order := make([]int, len(stands))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return stands[a].stand.Verb.Start - stands[b].stand.Verb.Start })
	ids := make([]store.ID, len(stands))
	var open []stretch // those that may have the verb, and those after it
	next := 0
	for _, n := range order {
		at := stands[n].stand.Verb
		for ; next < len(parts) && parts[next].Start <= at.Start; next++ {
			open = append(open, parts[next])
		}
		open = slices.DeleteFunc(open, func(p stretch) bool { return p.End < at.Start })
		best := -1
		for _, p := range open {
			if at.End <= p.End && (best < 0 || isShorter(said, p.of, best)) {
				best = p.of
			}
		}
		if best >= 0 {
			ids[n] = d.identified(said[best])
		}
	}
	return ids
}

// isShorter reports whether one of several statements is shorter than another, or as long and before it.
func isShorter(said []Proposal, i, other int) bool {
	a, b := said[i].Whole().Len(), said[other].Whole().Len()
	return a < b || a == b && i < other
}

// identified is the ID that a statement will have.
func (d *document) identified(p Proposal) store.ID {
	p.Article, p.Spans = d.Article, whole(d.Body, p.Spans)
	p.identify(d.Body.Hash())
	return p.ID
}
