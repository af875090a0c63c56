package suggest

import (
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
	then   string // the word that must follow: “to” in “object to”; "" for none
}

func readStanceVerbs() map[string][]stanceVerb {
	all := map[string][]stanceVerb{}
	for section, stance := range map[string]store.Stance{"opposing with": store.StanceOppose, "supporting with": store.StanceSupport} {
		for phrase := range english[section] {
			first, then, _ := strings.Cut(phrase, "_")
			all[first] = append(all[first], stanceVerb{stance, then})
		}
	}
	for form := range opposings {
		all[form] = append(all[form], stanceVerb{stance: store.StanceOppose})
	}
	for form := range supportings {
		all[form] = append(all[form], stanceVerb{stance: store.StanceSupport})
	}
	return all
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
			end := i + 1
			if v.then != "" {
				if end >= u.to || r.words[end].fold != v.then {
					continue
				}
				end++
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
	if r.tags != nil && !r.tags[at[0]].IsVerb() && !(at[1]-at[0] > 1) || c.modal || c.group > u.from && r.words[c.group-1].fold == "to" {
		return false
	}
	if c.negated {
		if stance == store.StanceOppose || r.isWould(&c) {
			return false
		}
		stance = store.StanceOppose
	}
	end := r.contentEnd(u, at[1])
	if c.passive || end <= at[1] || r.g.prepositions.has(r.words[at[1]]) && at[1]-at[0] == 1 || !r.isVerb(u, &c) || !r.findSubject(u, &c) {
		return false
	}
	s := standing{words: span2{c.at, end}, verb: at, stand: Stand{Stance: stance, Verb: r.spanOfWords(at)}}
	if c.subject[1] == c.group {
		s.words[0] = c.subject[0]
	}
	if s.stand.Holders = r.parties(c.subject); c.relative[0] < c.relative[1] {
		s.stand.Holders = r.parties(c.relative)
	}
	if len(s.stand.Holders) == 0 || !r.mayspeak(&c) {
		return false
	}
	target := span2{at[1], end}
	if from := r.conditionFrom(target); from > 0 {
		s.stand.Condition = r.Body.Slice(r.spanOfWords(span2{from, end}))
		target[1] = from
	}
	target = r.targetIn(target)
	s.stand.Target.Span, s.stand.On = r.spanOfWords(target), r.saidOn(&c, []span2{target})
	r.stands = append(r.stands, s)
	return true
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
		if !r.isQuoted(i) && (w.isMark(",—–") || w.fold == "as" || w.fold == "because" || w.fold == "after" || w.fold == "during") {
			return span2{s[0], i}
		}
	}
	return span2{s[0], r.withoutDay(s[0], s[1])}
}

// sureStance is how often a verb of standing is right, of one.
const sureStance = 0.72

// positions are where somebody is said to stand somewhere, and the statements of which they are a part.
func (d *document) positions(said []Proposal) []Proposal {
	var all []Proposal
	if d.said == nil {
		return nil
	}
	for _, s := range d.said.stands {
		p := Proposal{
			Kind: store.KindPosition, Spans: []text.Span{d.said.spanOfWords(s.words)}, Confidence: sureStance, Rule: ruleStance, Stand: s.stand,
		}
		p.Stand.Statement = d.statementAt(said, s.stand.Verb)
		all = append(all, p)
	}
	return all
}

// statementAt is the shortest statement in which words stand; both are in the order of the text.
func (d *document) statementAt(said []Proposal, at text.Span) store.ID {
	best := -1
	for i, p := range said {
		for _, s := range p.Spans {
			if s.Start <= at.Start && at.End <= s.End && (best < 0 || p.Whole().Len() < said[best].Whole().Len()) {
				best = i
			}
		}
	}
	if best < 0 {
		return store.ID{}
	}
	p := said[best]
	p.Article, p.Spans = d.Article, whole(d.Body, p.Spans)
	p.identify(d.Body.Hash())
	return p.ID
}
