package suggest

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// The rules by which names are found.
const (
	ruleKnown     = "name.known"        // an actor of the project
	ruleTitle     = "name.title"        // Trade Minister Mara Ellin
	ruleFirst     = "name.first"        // a first name, and then another word
	ruleState     = "name.state"        // a state's name
	ruleOrg       = "name.organisation" // a word tells that it is one
	ruleListed    = "name.listed"       // an organisation that is known by itself
	ruleLetters   = "name.letters"      // HPA
	ruleGroup     = "name.group"        // a word tells that they are several
	ruleAgain     = "name.again"        // a part of a name that the text has in full
	ruleShape     = "name.shape"        // capital letters alone
	ruleSpeaks    = "name.speaks"       // it says something, and is nobody else
	ruleAdjective = "name.adjective"    // something is called after it: “Norvian”
)

const tagName = tagger.Name

// mention is a place where somebody is named.
type mention struct {
	first, end int // of the words; equal if it is a part of one
	span       text.Span
	rule       string
	confidence float64
	party      Party
}

// confidences are how sure each rule is, as long as nothing has proved how many of what it finds are right (proven.go).
var confidences = map[string]float64{
	ruleTitle: 0.93, ruleFirst: 0.93, ruleState: 0.93, ruleOrg: 0.8, ruleListed: 0.9, ruleLetters: 0.65, ruleGroup: 0.6, ruleAgain: 0.88,
	ruleShape: 0.6, ruleSpeaks: 0.55, ruleAdjective: 0.9,
}

// mentions are the places where somebody is named: actors of the project, and others.
func (d *document) mentions() []Proposal {
	d.prepareNames()
	d.readAdjectives()
	known := d.knownMentions()
	taken := make([]bool, len(d.words))
	for _, m := range known {
		for i := m.first; i < m.end; i++ {
			taken[i] = true
		}
	}
	d.whom = slices.Concat(known, d.newMentions(taken))
	slices.SortStableFunc(d.whom, func(a, b mention) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.end, a.end)) })
	var all []Proposal
	for _, m := range d.whom {
		m.party.Span, m.party.Words = m.span, d.Body.Slice(m.span)
		all = append(all, Proposal{
			Kind: store.KindMention, Spans: []text.Span{m.span}, Confidence: m.confidence, Rule: m.rule, Party: m.party,
		})
	}
	return all
}

// prepareNames notes how the words of the text are written.
func (d *document) prepareNames() {
	if d.language() == "fr" {
		for i := range d.words {
			d.words[i].withoutElision()
		}
	}
	d.begins = make([]bool, len(d.words))
	d.headline = make([]bool, len(d.words))
	d.within = map[string]bool{}
	d.small = map[string]bool{}
	for _, s := range d.sentences {
		opens, large, all := true, 0, 0
		for i := s[0]; i < s[1]; i++ {
			w := &d.words[i]
			if w.mark {
				opens = opens || w.isMark(quoteMarks+":—–•*")
				continue
			}
			d.begins[i], opens = opens, false
			all++
			if w.large {
				large++
			}
		}
		const leastOfHeadline = 4
		isHeadline := !d.isGerman() && all >= leastOfHeadline && large*10 >= all*7 // German nouns are written large anyway
		for i := s[0]; i < s[1]; i++ {
			w := &d.words[i]
			switch d.headline[i] = isHeadline; {
			case w.mark:
			case !w.large:
				d.small[w.fold] = true
			case !d.begins[i] && !isHeadline:
				d.within[w.fold] = true
			}
		}
	}
}

// isNameTag reports whether a word is one of a name by its part of speech, as far as that is known.
func (d *document) isNameTag(i int) bool { return len(d.tags) == 0 || d.tags[i] == tagName }

// isGerman reports whether the text is in the language that writes all nouns large.
func (d *document) isGerman() bool { return d.language() == "de" }

// language is that of the text, without its region.
func (d *document) language() string {
	if d.Language != "" {
		main, _, _ := strings.Cut(d.Language, "-")
		return strings.ToLower(main)
	}
	if len(d.tags) > 0 {
		return "en"
	}
	return ""
}

// isName reports whether a word may belong to a name.
func (d *document) isName(i int) bool {
	w := &d.words[i]
	if w.mark || !w.large || pronounsOther[w.fold] || pronounsHe[w.fold] || determiners[w.fold] || w.fold == "i" {
		return false
	}
	if len(d.tags) > 0 {
		switch {
		case d.begins[i]:
			return d.tags[i] == tagName && !(d.small[w.fold] && !d.within[w.fold]) || d.within[w.fold] && !isBeside(*w) && !breaks[w.fold] &&
				!prepositions[w.fold] || isFirstName(*w) || w.upper
		case d.headline[i]:
			return d.tags[i] == tagName || d.within[w.fold]
		}
		return d.tags[i] != tagger.Pronoun
	}
	if d.begins[i] || d.headline[i] {
		return d.within[w.fold] && !d.isGerman() || isFirstName(*w) || isStateWord(*w) || w.upper
	}
	return true
}

// run is where the run of words ends that may be one name.
func (d *document) run(at, sentenceEnd int) int {
	isName := func(i int) bool {
		return i < sentenceEnd && (d.isName(i) || d.begins[i-1] && d.words[i].large && !d.words[i].mark) && !d.isApart(i)
	}
	end := at + 1
	for end < sentenceEnd {
		last, w := &d.words[end-1], &d.words[end]
		switch {
		case last.owns && !(isName(end) && isOrganisationWord(d.words[end])), d.isApart(end):
			return end
		case isName(end):
			end++
		case particles[w.fold] && w.fold != "of" && isName(end+1):
			end += 2
		case (w.fold == "of" || w.fold == "for" || w.fold == "on") && isOrganisationWord(*last) && isName(end+1):
			end += 2
		case (w.fold == "of" || w.fold == "for") && isOrganisationWord(*last) && d.isThe(end+1) && isName(end+2):
			end += 3
		case w.isMark("&") && isName(end+1):
			end += 2
		case w.fold == "and" && end-at > 2 && isOrganisationWord(d.words[at]) && d.words[at+1].fold == "of" && isName(end+1):
			end += 2
		default:
			return end
		}
	}
	return end
}

func (d *document) isThe(i int) bool { return i < len(d.words) && d.words[i].fold == "the" }

// isApart reports whether more than a space stands between a word and the one before it.
func (d *document) isApart(i int) bool { return d.words[i].span.Start > d.words[i-1].end+1 }

// newMentions are the places where somebody is named whom the project does not have.
func (d *document) newMentions(taken []bool) []mention {
	var all []mention
	var open []mention // single words, of which the rest of the text tells
	for _, s := range d.sentences {
		for i := s[0]; i < s[1]; {
			if taken[i] || !d.isName(i) {
				i++
				continue
			}
			end := d.run(i, s[1])
			if at := slices.Index(taken[i:end], true); at >= 0 {
				end = i + at
			}
			found, single := d.named(i, end)
			all, open = append(all, found...), append(open, single...)
			i = max(end, i+1)
		}
	}
	all = append(all, d.again(all, open)...)
	return d.oneKind(all)
}

// again are single words that are a part of a name that the text has in full, or the first letters of one.
func (d *document) again(all, open []mention) (more []mention) {
	full, alone := d.inParts(all), map[string]Party{}
	for _, m := range slices.Concat(all, open) {
		if m.party.Kind != "" && m.end == m.first+1 && m.rule != ruleAgain {
			alone[d.words[m.first].fold] = m.party
		}
	}
	for _, m := range open {
		w := d.words[m.first]
		party, ok := full[stemOf(w.fold)]
		if !ok && d.isGerman() {
			party, ok = full[strings.TrimSuffix(w.fold, "s")]
		}
		switch {
		case ok && (party.Kind == kindPerson || w.upper):
			m.party, m.rule = party, ruleAgain
		case m.party.Kind == "" && !alone[w.fold].IsZero() && d.isNameTag(m.first):
			m.party, m.rule = alone[w.fold], ruleAgain
		case m.party.Kind == "":
			continue
		}
		m.confidence = confidences[m.rule]
		more = append(more, m)
	}
	return more
}

// inParts are those whom the text names in full, by what it may call them then: a person by the last or the first word of the name, an
// organisation by its first letters.
func (d *document) inParts(all []mention) map[string]Party {
	full := map[string]Party{}
	for _, m := range all {
		words := withoutMarks(d.words[m.first:m.end])
		if len(words) < 2 {
			continue
		}
		switch m.party.Kind {
		case kindPerson:
			full[stemOf(words[len(words)-1].fold)] = m.party
			if first := stemOf(words[0].fold); full[first].IsZero() {
				full[first] = m.party
			}
		case kindOrganisation:
			for _, initials := range initialsOf(words) {
				if full[initials].IsZero() {
					full[initials] = m.party
				}
			}
		}
	}
	return full
}

func withoutMarks(words []word) []word {
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.mark })
}

// oneKind gives all mentions of one name the same kind: that of which their rules are surest.
func (d *document) oneKind(all []mention) []mention {
	votes := map[string]map[store.ActorKind]float64{}
	for _, m := range all {
		key := foldOf(d.words[m.first:m.end])
		if votes[key] == nil {
			votes[key] = map[store.ActorKind]float64{}
		}
		votes[key][m.party.Kind] += m.confidence * m.confidence
	}
	for i := range all {
		m := &all[i]
		for _, kind := range []store.ActorKind{kindPerson, kindOrganisation, kindState, kindGroup} {
			if by := votes[foldOf(d.words[m.first:m.end])]; by[kind] > by[m.party.Kind] {
				m.party.Kind = kind
			}
		}
	}
	return all
}
