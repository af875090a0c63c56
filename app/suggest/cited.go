package suggest

import "standpoint/store"

// isQuotedAs reports whether “quoted … as saying” begins at a word.
func (r *sayer) isQuotedAs(i int) bool {
	return (r.words[i].fold == "quoted" || r.words[i].fold == "quotes" || r.words[i].fold == "cited") && !r.words[i].large
}

// readQuotedAs reads “Meridian quoted Mara Ellin as saying …” and “Mara Ellin was quoted by Meridian as saying …”, and returns its last
// word.
func (r *sayer) readQuotedAs(n int, u unit, i int) int {
	for at := i + 1; at < min(u.to-1, i+farthestThat); at++ {
		if r.words[at].mark && !r.words[at].isMark(",-&’'") {
			return i
		}
		if r.words[at].fold != "as" || r.words[at+1].fold != "saying" && r.words[at+1].fold != "telling" {
			continue
		}
		v, end, _ := r.g.verbAt(r.words[:u.to], at+1)
		c := cue{verb: v, at: at + 1, end: end, group: i}
		for c.group > u.from && r.g.isBetween(r.words[c.group-1]) && !r.isQuoted(c.group-1) {
			c.group--
			c.passive = c.passive || r.g.be.has(r.words[c.group])
		}
		from, rule := r.contentAfter(u, &c, end)
		if from < 0 || from >= u.to {
			return at + 1
		}
		subject := r.nounPhraseTo(u, c.group)
		var carrier span2
		if c.passive {
			if by := i + 1; r.words[by].fold == "by" {
				carrier = span2{by + 1, at}
			}
			c.subject = subject
		} else {
			c.subject, carrier = span2{i + 1, at}, subject
		}
		c.passive = false
		if c.subject[0] == c.subject[1] {
			return at + 1
		}
		before := len(r.found)
		r.addAfter(n, u, &c, from, rule)
		if len(r.found) > before {
			r.found[before].said.Carriers = asOrganisations(r.parties(carrier))
		}
		return at + 1
	}
	return i
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
	c := cue{verb: verb{act: store.ActSays, takes: takesQuote, lemma: according}, at: i, end: i + 2, group: i}
	first, last := r.sentenceFrom(u, i), r.sentenceTo(u, i)
	end := r.nameFrom(unit{from: i, to: last}, i+2)
	end = r.widened(end, last)
	c.subject = span2{i + 2, end}
	if end == i+2 || r.isQuoted(end-1) {
		return
	}
	if i == first {
		for end < last && !r.mark(end, ",") {
			end++
		}
		if end+2 < last {
			c.subject = r.nounPhraseFrom(unit{from: i, to: end}, i+2)
			r.addAfter(n, u, &c, end+1, ruleAccordingTo)
		}
		return
	}
	to := i
	for to > first && r.mark(to-1, ",—–") {
		to--
	}
	from := r.clauseFrom(u, to)
	if to-from < 3 {
		return
	}
	spans := []span2{{from, to}}
	if end < last && r.mark(end, ",") && !r.endsAtComma(end, last) && end+3 < last {
		spans = append(spans, span2{end + 1, r.contentEnd(u, end+1)})
	}
	r.add(n, &c, ruleAccordingTo, spans...)
}

// mostWidened is how many words may say more of somebody after a name.
const mostWidened = 8

// widened is where a phrase ends with what says more of somebody: “two people familiar | with the plan”. What says when is none of it.
func (r *sayer) widened(end, last int) int {
	for i := end; i < min(last, end+mostWidened); i++ {
		switch w := r.words[i]; {
		case r.mark(i, ",;:—–)"+stops):
			return i
		case r.isQuoted(i) || w.fold == "on" || r.g.isWhen(w) || r.tells(i) || r.g.breaks.has(w):
			return end
		}
	}
	return end
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
		case r.isQuoted(i) || r.mark(i, stops+";:"):
			return
		case !citings[w.fold]:
			if i > c.end && !r.mark(i, ",") && !r.g.isWhen(w) && !r.g.prepositions.has(w) {
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
