package main

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// discourse is a unit of what a text tells: a clause, mostly.
type discourse struct {
	tokens    []token // of one sentence
	sentence  int     // where that begins
	parent    int     // the unit that it belongs to, from 1; 0: to none
	rank      int     // of what belongs to that one, what has a lower one belongs to it first: all that is together then is one
	attribute bool    // it says who says what the other tells
	goesOn    bool    // it is the rest of the other, from which something parts it
	signs     []int   // by which tokens it says so, from 1; of the whole text
	sources   []int   // and which tell who that is, anywhere
}

var (
	unitOf   = regexp.MustCompile(`Discourse=([A-Za-z-]+)(?:_m)?:(\d+)(?:->(\d+):(\d+))?([^|;\s]*)`)
	signOf   = regexp.MustCompile(`lex-ind(?:wd|ph)-([\d,-]+)-`)
	sourceOf = regexp.MustCompile(`sem-atsrc-([\d,-]+)-`)
)

// readUnit reads to which unit of what the text tells a token belongs.
func (t *gumText) readUnit(one token) {
	if found := unitOf.FindStringSubmatch(one.misc); found != nil || len(t.units) == 0 {
		u := discourse{sentence: t.sentence[0].span.Start}
		if found != nil {
			u.parent, _ = strconv.Atoi(found[3]) // the root has none
			u.rank, _ = strconv.Atoi(found[4])
			u.attribute, u.goesOn = found[1] == "attribution-positive", found[1] == "same-unit"
			u.signs, u.sources = numbersOf(signOf, found[5]), numbersOf(sourceOf, found[5])
		}
		t.units = append(t.units, u)
	}
	u := &t.units[len(t.units)-1]
	if u.sentence == t.sentence[0].span.Start {
		u.tokens = append(u.tokens, one)
	}
}

// numbersOf are the numbers that notes list, in ranges, too: 4-6,8.
func numbersOf(of *regexp.Regexp, notes string) (all []int) {
	for _, found := range of.FindAllStringSubmatch(notes, -1) {
		for list := range strings.SplitSeq(found[1], ",") {
			first, last, _ := strings.Cut(list, "-")
			from, _ := strconv.Atoi(first)
			to, err := strconv.Atoi(last)
			if err != nil {
				to = from
			}
			for n := from; n > 0 && n <= to; n++ {
				all = append(all, n)
			}
		}
	}
	return all
}

// attributions are the statements of which a unit says who says what another tells.
func (t *gumText) attributions() {
	for i := range t.units {
		u := &t.units[i]
		if !u.attribute || u.parent == 0 || u.parent > len(t.units) || len(u.tokens) == 0 {
			continue
		}
		content := t.content(i)
		cue, who := t.verb(i)
		if len(content) == 0 || cue.Empty() || who.Empty() || cue.Overlaps(who) {
			continue
		}
		t.Statements = append(t.Statements, gold.Statement{
			Content: content, Cue: []text.Span{cue}, Speakers: []gold.Party{{Span: who, Name: anyName}},
			Act: store.ActSays, Quotation: store.QuotationIndirect,
		})
	}
}

// content is what the unit tells that one belongs to, with all that belonged to that before this one did. What says who tells somebody
// else's words tells them, too.
func (t *gumText) content(of int) []text.Span {
	var spans []text.Span
	for i, u := range t.units {
		if !t.isTold(i, of) || len(u.tokens) == 0 {
			continue
		}
		s := text.Span{Start: u.tokens[0].span.Start, End: u.tokens[len(u.tokens)-1].span.End}
		if n := len(spans); n > 0 && s.Start-spans[n-1].End <= 1 {
			spans[n-1].End = s.End
			continue
		}
		spans = append(spans, s)
	}
	anchor, err := text.NewAnchor(t.Body, spans...)
	if err != nil {
		return nil
	}
	return anchor.Spans()
}

// isTold reports whether a unit is of what another says that somebody tells; both by their places.
func (t *gumText) isTold(unit, by int) bool {
	to := t.units[by].parent - 1
	for n, at := 0, unit; n < len(t.units) && at != by; n++ {
		u := t.units[at]
		switch {
		case at == to:
			return true
		case u.parent == to+1 && u.rank > t.units[by].rank && !u.goesOn || u.parent == 0 || u.parent > len(t.units):
			return t.units[to].attribute && to != by && t.isTold(unit, to)
		}
		at = u.parent - 1
	}
	return false
}

// tokensOf are the tokens of a unit and of its rest.
func (t *gumText) tokensOf(unit int) []token {
	all := slices.Clone(t.units[unit].tokens)
	for _, u := range t.units {
		if u.goesOn && u.parent == unit+1 && u.sentence == t.units[unit].sentence {
			all = append(all, u.tokens...)
		}
	}
	slices.SortFunc(all, func(a, b token) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return all
}

// verb is by which words a unit says that somebody says something, and who that is: the subject, else who is told to be the source.
func (t *gumText) verb(unit int) (cue, who text.Span) {
	words := t.tokensOf(unit)
	if at := slices.IndexFunc(words, func(w token) bool { return strings.EqualFold(w.word, "according") }); at >= 0 && at+2 < len(words) {
		rest := words[at+2:] // “according to”
		for len(rest) > 1 && rest[len(rest)-1].kind == "PUNCT" {
			rest = rest[:len(rest)-1]
		}
		return text.Span{Start: words[at].span.Start, End: words[at+1].span.End}, reach(rest)
	}
	isVerb := func(w token) bool { return w.kind == "VERB" }
	at := slices.IndexFunc(words, isVerb)
	for i := len(words) - 1; i >= 0; i-- {
		if isVerb(words[i]) && slices.ContainsFunc(words, func(w token) bool { return isSubject(w) && w.head == words[i].at }) {
			at = i
			break
		}
	}
	if at < 0 {
		return cue, who
	}
	for i, w := range words {
		isSource := strings.HasPrefix(w.relation, "obl") && slices.ContainsFunc(words, func(head token) bool { return head.at == w.head })
		if isSubject(w) && w.head == words[at].at || isSource && who.Empty() {
			who = subtree(words, i)
		}
	}
	if who.Empty() {
		who = t.source(unit, words[at].span)
	}
	return words[at].span, who
}

func isSubject(w token) bool { return strings.HasPrefix(w.relation, "nsubj") }

// reach is from the first to the last of some tokens.
func reach(words []token) text.Span {
	return text.Span{Start: words[0].span.Start, End: words[len(words)-1].span.End}
}

// source is who is told to be the source of a unit, where that is named nearest to its verb.
func (t *gumText) source(unit int, verb text.Span) (who text.Span) {
	last := 0
	var runs []text.Span
	for _, n := range t.units[unit].sources {
		switch {
		case n > len(t.all):
		case n == last+1 && len(runs) > 0:
			runs[len(runs)-1].End = t.all[n-1].End
		default:
			runs = append(runs, t.all[n-1])
		}
		last = n
	}
	far := t.length
	for _, s := range runs {
		if n := max(s.Start-verb.End, verb.Start-s.End); n >= 0 && n < far {
			who, far = s, n
		}
	}
	return who
}

// subtree is from the first to the last of some tokens of a sentence that belong to one of them.
func subtree(words []token, of int) text.Span {
	s := words[of].span
	for _, w := range words {
		for n, at := 0, w; n < len(words); n++ {
			if at.at == words[of].at {
				s.Start, s.End = min(s.Start, w.span.Start), max(s.End, w.span.End)
				break
			}
			head := slices.IndexFunc(words, func(one token) bool { return one.at == at.head })
			if head < 0 {
				break
			}
			at = words[head]
		}
	}
	return s
}

// isNoClause reports whether a statement is of a rule whose words are no clause: “asked them to leave”, “announced a toll”, “warned of
// floods”. GUM has units for clauses alone, so that it says of none of these whether somebody says them.
func isNoClause(p suggest.Proposal) bool {
	return p.Kind == store.KindStatement && slices.Contains([]string{"infinitive", "noun", "object"}, p.Rule)
}

// commonOfGUM is how many code points a statement of GUM's and what is proposed have in common, and how many either has: as far as both
// reach, or in the sentence of the verb alone if they have more of that in common. How far a quotation reaches beyond that is told by units
// that say nothing of quotations.
func commonOfGUM(b *text.Body, is, found []text.Span, cue text.Span) (both, either int) {
	both, either = text.Common(is, found)
	if cue.Empty() {
		return both, either
	}
	sentence := b.SentenceAt(cue.Start)
	is, found = within(is, sentence), within(found, sentence)
	if len(is) == 0 || len(found) == 0 {
		return both, either
	}
	if some, all := text.Common(is, found); some*either > both*all {
		return some, all
	}
	return both, either
}

// within are the parts of spans that lie in another.
func within(all []text.Span, in text.Span) (parts []text.Span) {
	for _, s := range all {
		if s.Start, s.End = max(s.Start, in.Start), min(s.End, in.End); s.Start < s.End {
			parts = append(parts, s)
		}
	}
	return parts
}
