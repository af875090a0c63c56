package suggest

import (
	"cmp"
	"slices"

	"standpoint/store"
)

// isQuotedAs reports whether “quoted … as saying” begins at a word.
func (r *sayer) isQuotedAs(i int) bool {
	return (r.words[i].fold == "quoted" || r.words[i].fold == "quotes" || r.words[i].fold == "cited") && !r.words[i].large
}

// readQuotedAs reads “Meridian quoted Mara Ellin as saying …” and “Mara Ellin was quoted by Meridian as saying …”, also after what is said,
// and returns its last word.
func (r *sayer) readQuotedAs(n int, u unit, i int) int {
	at := r.asSaying(u, i)
	if at < 0 {
		return i
	}
	v, end, _ := r.g.verbAt(r.words[:u.to], at)
	c := cue{verb: v, at: at, end: end, group: i}
	for c.group > u.from && r.g.isBetween(r.words[c.group-1]) && !r.isQuoted(c.group-1) {
		c.group--
		c.passive = c.passive || r.g.be.has(r.words[c.group])
	}
	quoted := cue{verb: verb{form: formPast, takes: v.takes}, at: i, end: i + 1, group: c.group}
	if !r.findSubject(u, &quoted) || quoted.inverted {
		return at
	}
	start, carrier := quoted.subject[0], quoted.subject
	if c.passive {
		c.subject, c.relative, carrier = quoted.subject, quoted.relative, r.quotedBy(i+1, at-1)
		if carrier[0] == carrier[1] {
			carrier = r.quotedBy(end, r.limit(u.to, end))
		}
	} else {
		c.subject = span2{i + 1, at - 1}
	}
	c.passive, c.verb.form = false, formPast
	if c.subject[0] >= c.subject[1] {
		return at
	}
	before := len(r.found)
	if from, rule := r.contentAfter(u, &c, end); from >= 0 && from < u.to {
		r.addAfter(n, u, &c, from, rule)
	} else if said, rule, ok := r.contentBefore(n, u, &c, start); ok {
		r.add(n, &c, rule, append([]span2{said}, r.furtherOn(u, end, rule == ruleQuoteBefore, true)...)...)
	}
	if len(r.found) > before {
		r.found[before].said.Carriers = asOrganisations(r.parties(carrier))
	}
	return at
}

// asSaying is where “saying” stands after “quoted … as”; -1 if it does not.
func (r *sayer) asSaying(u unit, i int) int {
	for at := i + 1; at < min(u.to-1, i+farthestThat); at++ {
		if r.words[at].mark && !r.words[at].isMark(",-&’'") {
			return -1
		}
		if next := r.words[at+1].fold; r.words[at].fold == "as" && (next == "saying" || next == "telling") {
			return at + 1
		}
	}
	return -1
}

// quotedBy is by whom somebody is quoted, if “by” stands first among words.
func (r *sayer) quotedBy(from, to int) span2 {
	if from+1 >= to || r.words[from].fold != "by" || r.isQuoted(from) {
		return span2{}
	}
	return span2{from + 1, r.nameFrom(unit{from: from, to: to}, from+1)}
}

// readCarrier reads where or through whom somebody says something, after the verb or what is said: “on Telegram”, “in a letter”, “in a
// statement carried by the agency VTA”.
func (r *sayer) readCarrier(c *cue, f *finding) {
	from := c.end
	if c.inverted || c.subject[0] > c.at {
		from = max(c.subject[1], c.end)
	}
	for i := from; i < min(len(r.words), from+farthestThat) && !r.isQuoted(i) && !r.mark(i, stops+";:"); i++ {
		w := r.words[i]
		switch {
		case r.g.carrying.has(w) && i+1 < len(r.words) && r.words[i+1].fold == "by":
			if s := r.quotedBy(i+1, r.limit(len(r.words), i)); s[0] < s[1] {
				f.said.Carriers = asOrganisations(r.parties(s))
			}
			return
		case r.g.platforms.has(w) && r.isPlatform(i):
			f.said.Carriers = asOrganisations(r.parties(span2{i, i + 1}))
			return
		case r.readMedium(i, f):
			return
		case r.tells(i) || r.g.breaks.has(w) || w.mark && !w.isMark("-,"):
			return
		}
	}
}

// readMedium reads in which medium somebody is heard or read, if a word leads to one. It reports whether it does.
func (r *sayer) readMedium(i int, f *finding) bool {
	if fold := r.words[i].fold; fold != "with" && fold != "on" && fold != "in" {
		return false
	}
	name := r.namesMedium(i)
	if name[0] == name[1] {
		return false
	}
	f.said.Carriers = r.parties(name)
	return true
}

// namesMedium is the name of the medium in which somebody is heard or read, if the words from a preposition on tell of one: “in an
// interview | with the daily Sarn Gazette”, “on Coast Radio”, “in The Sarn Gazette”.
func (r *sayer) namesMedium(i int) (name span2) {
	const mostBefore = 3 // “the”, “daily”
	by, at := r.words[i].fold, i+1
	for at < min(len(r.words), i+1+mostBefore) && !r.words[at].large && !r.words[at].mark && !r.g.prepositions.has(r.words[at]) {
		at++
	}
	all := r.mentionsBetween(at, at+mostOfName)
	if at == i+1 && at < len(r.words) && r.g.determiners.has(r.words[at]) { // “in The Sarn Gazette”
		all = r.mentionsBetween(at, at+1+mostOfName)
	}
	if len(all) == 0 || all[0].first > at+1 || all[0].party.Kind != kindOrganisation {
		return span2{}
	}
	last := r.words[all[0].end-1]
	isPaper := slices.Contains(r.g.alsoCalled["newspaper"], last.fold)
	switch {
	case by == "with" && r.g.meetings.has(r.words[i-1]), (by == "on" || by == "in") && r.g.media.has(last),
		by == "in" && isPaper, by == "on" && slices.Contains(r.g.alsoCalled["broadcaster"], last.fold):
		return span2{all[0].first, all[0].end}
	}
	return span2{}
}

// isPlatform reports whether a word that may be where people write is that: “on X”, “by e-mail”, “on its website”.
func (r *sayer) isPlatform(i int) bool {
	before := i - 1
	if r.g.determiners.has(r.words[before]) {
		before--
	}
	fold := r.words[max(before, 0)].fold
	return fold == "on" || fold == "via" || fold == "by" && !r.words[i].large
}

// asOrganisations takes those of whom no kind is known for organisations, as they report.
func asOrganisations(all []Party) []Party {
	for i := range all {
		if all[i].Kind == "" && all[i].Name != "" {
			all[i].Kind = kindOrganisation
		}
	}
	return all
}

// readAccording reads “according to Mara Ellin, …” and “…, according to Mara Ellin”.
func (r *sayer) readAccording(n int, u unit, i int) {
	c := r.according(u, i)
	first, last, end := r.sentenceFrom(u, i), r.sentenceTo(u, i), c.subject[1]
	if c.subject[0] == c.subject[1] {
		return
	}
	if f := cmp.Or(r.toldAround(n, i, end), r.toldBefore(n, i)); f != nil {
		f.said.Carriers = asOrganisations(r.parties(c.subject))
		return
	}
	if i == first || i == first+1 && (r.words[first].fold == "but" || r.words[first].fold == "and") {
		end = r.beforeComma(end, last)
		if end+2 < last && r.g.relating.has(r.words[end+1]) { // “According to Odo Lenz, who owns it, …”
			end = r.beforeComma(end+1, last)
		}
		if end+2 < last {
			c.subject = r.nounPhraseFrom(unit{from: i, to: end}, i+2)
			r.addAfter(n, u, &c, end+1, ruleAccordingTo)
		}
		return
	}
	r.readAccordingWithin(n, u, &c, span2{first, last})
}

// readAccordingWithin reads “…, according to Mara Ellin” and “…, according to Mara Ellin, …” in a sentence.
func (r *sayer) readAccordingWithin(n int, u unit, c *cue, sentence span2) {
	to, end, last := c.group, c.subject[1], sentence[1]
	for to > sentence[0] && r.mark(to-1, ",—–") {
		to--
	}
	from := r.clauseFrom(u, to)
	if from >= to {
		return
	}
	isVerb := end+2 < last && r.mark(end, ",") && !r.isQuoted(end+1) && (r.isHelperAt(end+1) || r.tells(end+1))
	if isVerb {
		from = r.joinedFrom(from, to)
	}
	spans := []span2{{from, to}}
	isLed := r.g.prepositions.has(r.words[from]) && !r.hasFinite(from, to) // “In some towns, according to a report, | prices fell”
	isOn := isLed || isVerb && !r.hasFinite(from, to) || !r.endsAtComma(end, last) && !r.isMore(span2{from, to}, end+1)
	if end+2 < last && r.mark(end, ",") && isOn {
		spans = append(spans, span2{end + 1, r.contentEnd(u, end+1)})
	}
	if to-from > 2 || to > from && len(spans) > 1 {
		r.add(n, c, ruleAccordingTo, spans...)
	}
}

// joinedFrom is where the last of several clauses that “and” or “but” joins begins, of which the verb is still to come: “prices rose, and |
// the board, according to Mara Ellin, is at odds”.
func (r *sayer) joinedFrom(from, to int) int {
	for i := to - 2; i > from; i-- {
		if fold := r.words[i].fold; (fold == "and" || fold == "but") && r.mark(i-1, ",") && r.hasFinite(from, i) {
			if !r.hasFinite(i+1, to) {
				return i + 1
			}
			return from
		}
	}
	return from
}

// isMore reports whether words after who says something tell more of them, and are no rest of what is said: “…, according to Mara Ellin, |
// who built it”.
func (r *sayer) isMore(said span2, at int) bool {
	if at+1 < len(r.words) && r.words[at+1].fold == "of" && r.g.several.has(r.words[at]) { // “…, most of it on television”
		return false
	}
	return r.g.relating.has(r.words[at]) || r.isQuoted(said[1]-1) && !r.isQuoted(at) ||
		r.hasFinite(said[0], said[1]) && !r.g.breaks.has(r.words[at]) && !r.g.prepositions.has(r.words[at])
}

// toldAround is what somebody is found to say by a verb before an inset and with “that” right after it: “replied, according to
// Meridian, that …”.
func (r *sayer) toldAround(n, from, to int) *finding {
	if len(r.found) == 0 || to+1 >= len(r.words) || !r.mark(to, ",") || r.words[to+1].fold != "that" {
		return nil
	}
	f := &r.found[len(r.found)-1]
	if f.unit != n || len(f.spans) == 0 || f.spans[0][0] != to+2 || f.said.Cue.Start >= r.words[from].span.Start {
		return nil
	}
	return f
}

// toldBefore is the quotation of a unit whose speaker stands right before a word: “…,” he told investigators, | according to
func (r *sayer) toldBefore(n, at int) *finding {
	if len(r.found) == 0 || len(r.cues) == 0 {
		return nil
	}
	f, c := &r.found[len(r.found)-1], r.cues[len(r.cues)-1]
	if f.unit != n || f.rule != ruleQuoteBefore || f.spans[len(f.spans)-1][1] > c.at || f.said.Cue != r.spanOfWords(span2{c.at, c.end}) {
		return nil
	}
	for i := c.end; i < at; i++ {
		if r.isQuoted(i) || r.mark(i, ",") && i+1 < at || r.mark(i, stops) {
			return nil
		}
	}
	return f
}

const according = "according"

// according is “according to” at a word as a verb of saying, whose subject is whoever it names; nobody, if it names nobody.
func (r *sayer) according(u unit, i int) cue {
	c := cue{verb: verb{act: store.ActSays, takes: takesQuote, lemma: according}, at: i, end: i + 2, group: i}
	last := r.sentenceTo(u, i)
	end := r.widened(r.nameFrom(unit{from: i, to: last}, i+2), last)
	if end > i+2 && !r.isQuoted(end-1) {
		c.subject = span2{i + 2, r.withName(i+2, end, last)}
	}
	return c
}

// withName is where a phrase that tells what somebody is ends with their name behind a comma: “its lawyer, | Ida Moll,”, “the head of its
// clinic, | Dr. Ida Moll,”; its own end if it has none.
func (r *sayer) withName(from, end, last int) int {
	isTheirs := r.leadsOnAt(from) || r.g.ownedBy[r.words[from].fold] != ""
	if end >= last || !r.mark(end, ",") || r.words[end-1].large || !r.isWorker(r.headOf(span2{from, end})) || !isTheirs {
		return end
	}
	first := end + 1
	for first < last && isCourtesy(r.words[first]) {
		first++
	}
	for _, m := range r.mentionsBetween(first, min(last, first+mostOfName)) {
		if m.first == first && m.party.Kind == kindPerson && (m.end == last || r.words[m.end].mark) {
			return m.end
		}
	}
	return end
}

// mostWidened is how many words may say more of somebody after a name.
const mostWidened = 8

// widened is where a phrase ends with what says more of somebody: “two people familiar | with the plan”. What says when is none of it.
func (r *sayer) widened(end, last int) int {
	for i := end; i < min(last, end+mostWidened); i++ {
		switch w := r.words[i]; {
		case r.mark(i, ",;:—–)"+stops):
			return i
		case i == end && (w.fold == "who" || w.fold == "whose") && r.commaAfter(i, last) > 0: // “two diplomats | who asked not to be named”
			return r.commaAfter(i, last)
		case r.isQuoted(i) || w.fold == "on" || r.g.isWhen(w) || r.tells(i) || r.g.breaks.has(w):
			return end
		}
	}
	return end
}

// commaAfter is the comma or stop that ends a clause which begins at a word; 0 if none does.
func (r *sayer) commaAfter(from, last int) int {
	for i := from; i < min(last, from+farthestComma) && !r.isQuoted(i); i++ {
		if r.mark(i, ",;:—–)"+stops) {
			return i
		}
	}
	return 0
}

// readCiting reads whom a report has something from: “Meridian, citing a source, reported”, “reported, citing a source”.
func (r *sayer) readCiting(c *cue, f *finding) {
	end := min(len(r.words), c.end+farthestThat)
	from := c.subject[1]
	if c.inverted || c.subject[0] > c.at {
		from = max(c.subject[1], c.end)
	}
	for i := from; i < end; i++ {
		w := r.words[i]
		switch {
		case r.isQuoted(i) || r.mark(i, stops+";:") || citings[w.fold] && !r.canBeCited(i+1, end):
			return
		case !citings[w.fold]:
			if i > c.end && !r.mark(i, ",") && !r.g.isWhen(w) && !r.g.prepositions.has(w) && !isDigits(w) {
				return
			}
			continue
		}
		to := r.clauseEnd(i, end)
		for j := i + 1; j < to; j++ {
			if r.mark(j, ",") || r.isQuoted(j) {
				to = j
			}
		}
		if cited := r.parties(span2{i + 1, to}); len(cited) > 0 {
			f.said.Carriers, f.said.Speakers, f.rule = asOrganisations(f.said.Speakers), cited, ruleCited
		}
		return
	}
}

// isCitingClause reports whether a clause in commas says whom a report cites.
func (r *sayer) isCitingClause(s span2) bool { return citings[r.words[s[0]].fold] }
