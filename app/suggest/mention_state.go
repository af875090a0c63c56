package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/app/suggest/tagger"
)

// stateSense is how sure it is that a word is a state's name by what the text says of it.
type stateSense int

const (
	noState    stateSense = iota
	maybeState            // “Norvia’s president”: a company may have one, too
	sureState             // “Norvia’s foreign ministry”
)

// isStateHere reports whether a word is a state's name because the text calls something after it, or speaks of its government. What a text
// surely speaks of as of a company is none for less than a government.
func (d *document) isStateHere(at int) bool {
	w := &d.words[at]
	if utf8.RuneCountInString(w.fold) < leastOfName {
		return false
	}
	sense := d.ofState[w.fold]
	return sense == sureState || (sense == maybeState || d.adjectived(w.fold)) && !d.ofFirm[w.fold]
}

// adjectived reports whether the text has an adjective that is made of a name; “Republicans” is none of which “Republican” is made.
func (d *document) adjectived(fold string) bool {
	for _, a := range d.adjectives[firstLetters(fold)] {
		if a != fold && a+"s" != fold && derives(a, fold) {
			return true
		}
	}
	return false
}

// firstLetters are those that a name has in common with its adjective.
func firstLetters(fold string) string {
	n := 0
	for i := range fold {
		if n == leastOfName-1 {
			return fold[:i]
		}
		n++
	}
	return fold
}

// readAdjectives notes what may be called after a state, what is spoken of as one, and what as a company: “Norvian ships”, “the government
// of Norvia”, “Kelgate’s shareholders”.
func (d *document) readAdjectives() {
	d.adjectives, d.ofState, d.ofFirm = map[string][]string{}, map[string]stateSense{}, map[string]bool{}
	if len(d.tags) == 0 {
		return
	}
	const farthest = 6
	for i := range d.words {
		w := &d.words[i]
		if w.mark || !w.large || d.headline[i] {
			continue
		}
		near := d.words[:min(len(d.words), i+farthest)]
		if d.ofState[w.fold] < sureState {
			d.ofState[w.fold] = max(d.ofState[w.fold], senseOfState(near, i))
		}
		if !d.ofFirm[w.fold] && isOfFirm(near, i) {
			d.ofFirm[w.fold] = true
		}
		if i+1 == len(d.words) || d.words[i+1].mark || !hasAdjectiveEnd(w.fold) || isFirstName(*w) {
			continue
		}
		next := &d.words[i+1]
		if isNoun := d.tags[i+1] == tagger.Noun || d.tags[i+1] == tagger.Adjective || titles[next.fold] || titleWords[next.fold]; !isNoun {
			continue
		}
		key := firstLetters(w.fold)
		if !slices.Contains(d.adjectives[key], w.fold) {
			d.adjectives[key] = append(d.adjectives[key], w.fold)
		}
	}
	d.readStatesBefore()
}

// readStatesBefore notes whose ministries are told of where the next sentence begins: “Norvia rejected it. Its foreign ministry said …”.
func (d *document) readStatesBefore() {
	before := -1 // the word with which the sentence before begins
	for _, s := range d.sentences {
		first := s[0]
		for first < s[1] && d.words[first].mark {
			first++
		}
		if first == s[1] {
			continue
		}
		if before >= 0 && d.words[first].fold == "its" && senseOfThing(d.words[first+1:s[1]]) == sureState {
			d.ofState[d.words[before].fold] = sureState
		}
		before = -1
		w := d.words[first]
		isAlone := first+1 == s[1] || !d.words[first+1].large || d.words[first+1].mark
		if w.large && isAlone && !w.upper && !d.headline[first] && !d.isCommon(w) && !isNobody(w) && !isFirstName(w) {
			before = first
		}
	}
}

func hasAdjectiveEnd(fold string) bool {
	for _, end := range []string{"n", "ese", "ish", "i", "ic"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

// isOfState reports whether a word stands as the name of a state does: “Velia’s government”, “the delegation of Velia”.
func isOfState(words []word, i int) bool { return senseOfState(words, i) != noState }

// senseOfState is how surely a word stands as the name of a state does.
func senseOfState(words []word, i int) stateSense {
	if words[i].owns {
		return senseOfThing(words[i+1:])
	}
	if i < 2 {
		return noState
	}
	before := i - 1
	if words[before].fold == "the" {
		before--
	}
	switch {
	case before == 0:
	case words[before].fold == "of":
		return senseOfThing(words[before-1 : before])
	case words[before].fold == "to" && words[before-1].fold == "ambassador":
		return maybeState
	case neighbours[words[before].fold] && (words[before-1].owns || words[before-1].fold == "its"): // “its neighbour Norvia”
		return maybeState
	}
	return noState
}

// senseOfThing is how surely what words begin with is had by a state alone: “foreign ministry”, “armed forces”, “president”.
func senseOfThing(words []word) stateSense {
	const most = 3
	for i := range min(len(words), most) {
		w := words[i]
		switch {
		case w.mark || w.owns:
			return noState
		case i == 0 && w.fold == "own": // “Norvia's own parliament”
		case ofStatesAlone[w.fold] && !(i > 0 && words[i-1].fold == "vice"):
			return sureState
		case ofStates[w.fold] && !(i > 0 && words[i-1].fold == "vice"):
			return maybeState
		case i+1 < len(words) && (w.fold == "armed" || w.fold == "security") && words[i+1].fold == "forces",
			i+1 < len(words) && w.fold == "general" && words[i+1].fold == "staff":
			return sureState
		case !titleWords[w.fold] && w.fold != "air":
			return noState
		}
	}
	return noState
}

// isOfFirm reports whether a word stands as the name of a company does: “Kelgate’s shareholders”, “shares in Kelgate”, “Kelgate Foods
// Inc.”.
func isOfFirm(words []word, i int) bool {
	rest := words[i+1:]
	if words[i].owns {
		isBoard := len(rest) > 0 && rest[0].fold == "board" || len(rest) > 1 && rest[0].fold == "chief" && rest[1].fold == "executive"
		return isBoard || len(rest) > 0 && firmThings[rest[0].fold]
	}
	if i > 1 && (words[i-1].fold == "in" || words[i-1].fold == "of") && firmThings[words[i-2].fold] {
		return true
	}
	for _, w := range rest {
		if !w.large || w.mark && !w.isMark("&") {
			return len(rest) > 0 && !rest[0].large && firmThings[rest[0].fold]
		}
		if slices.Contains(legalForms, w.text) {
			return true
		}
	}
	return false
}
