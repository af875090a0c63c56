package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
)

// isOfOther reports whether a name is a part of somebody else's that is longer: “John” of John Kerry, “Court” of the Supreme Court, “New
// Zealand” of the New Zealand Herald.
func (d *document) isOfOther(n namedAt, kind store.ActorKind) bool {
	if n.first == n.end || d.listings == nil {
		return false
	}
	first, last := &d.words[n.first], &d.words[n.end-1]
	isJoined := n.end < len(d.words) && !last.owns && !d.isApart(n.end) && d.words[n.end].large && !d.words[n.end].mark
	next := word{}
	if isJoined {
		next = d.words[n.end]
	}
	if d.isWithinListed(n) || d.isWithinElsewhere(n, kind) || kind != kindPerson && n.end == n.first+1 && d.isOneOfTwo(n.first) {
		return true
	}
	isTitle := isHead(next) || titleWords[next.fold] || next.fold == "majority" || next.fold == "minority"
	if kind != kindPerson && n.end == n.first+1 && n.first > 0 && isCourtesyAt(d.words, n.first-1) {
		return true // “Ms Castellan”
	}
	switch kind {
	case kindState:
		return isJoined && !isTitle && (isOrganisationWord(next) || d.isNamedAfter(n.end) || isDirection(*first) && n.end == n.first+1) ||
			d.isOfBody(n.first) || d.isMoney(n.end) || d.isAfterFirstName(n.first) ||
			isJoined && !isTitle && n.end == n.first+1 && isFirstName(*first) && d.isNameTag(n.end) || // “Georgia | Truitt”
			n.end == n.first+1 && isDirection(*first) && d.isOfPerson(n.first)
	case kindPerson:
		return n.end == n.first+1 && !d.isGerman() && (isJoined && d.isNameTag(n.end) && !isTitle || d.isAfterName(n.first))
	}
	if d.isNamedOn(n) || d.isOfBodyOf(n) {
		return true
	}
	if n.end > n.first+1 {
		return isJoined && len(d.tags) > 0 && !d.headline[n.first] && d.organisationFrom(n.end, len(d.words)) > n.end
	}
	return d.isOfOtherBody(n, isJoined, isTitle)
}

// isOfOtherBody reports whether the name of one word of an organisation is a part of one that is longer; isJoined: a word follows that is
// written large; isTitle: it begins a title.
func (d *document) isOfOtherBody(n namedAt, isJoined, isTitle bool) bool {
	first := &d.words[n.first]
	switch isAcronym := first.upper; {
	case d.isOfOffice(n.first), !d.isGerman() && isOrganisationWord(*first) && d.isOfLongerBody(n.first):
		return true
	case isTitle && len(d.tags) > 0 && !isHead(d.words[n.end]) && d.isLastOfName(n.end): // “Lantern Health”
		return true
	default:
		return !isAcronym && (isJoined && !isTitle && !d.isGerman() || d.isAfterName(n.first))
	}
}

// isNamedOn reports whether the name of an organisation goes on: “First Covenant | of Lissel”, “the Front | for the East”; and whether it
// begins before: “People's | Banner”; “a | Conservative” is none.
func (d *document) isNamedOn(n namedAt) bool {
	if d.isGerman() || len(d.tags) == 0 {
		return false
	}
	isOne := n.end == n.first+1
	if isOne && n.first > 0 {
		before := d.words[n.first-1]
		isMember := before.fold == "a" || before.fold == "an"
		if isMember && (n.end == len(d.words) || d.words[n.end].mark && !d.isApart(n.end)) {
			return true
		}
		if before.owns && before.large && !d.begins[n.first-1] && tagger.IsCommon(before.fold) {
			return true
		}
	}
	at := n.end
	isOther := at+1 < len(d.words) && !d.words[n.end-1].owns && isOfBy(d.words[at]) && !d.words[at].large
	if !isOther || isOne && !tagger.IsCommon(d.words[n.first].fold) {
		return false
	}
	if at++; d.words[at].fold == "the" {
		at++
	}
	return at < len(d.words) && d.words[at].large && !d.words[at].mark && !daysAndMonths[d.words[at].fold]
}

// bodiesOf are organisations that others have, with what tells of which before them: “the United Nations | refugee agency”.
var bodiesOf = map[string]bool{"agency": true, "committee": true, "commission": true, "force": true, "mission": true, "tribunal": true}

// isOfBodyOf reports whether the name of an organisation only tells whose a body is that small letters name: “the Commons | public
// accounts committee”.
func (d *document) isOfBodyOf(n namedAt) bool {
	const most = 3
	if d.isGerman() || n.end == len(d.words) || d.words[n.end-1].owns || d.isApart(n.end) {
		return false
	}
	for i := n.end; i < min(len(d.words), n.end+most); i++ {
		switch w := d.words[i]; {
		case w.mark || w.large || prepositions[w.fold]:
			return false
		case bodiesOf[w.fold]:
			return i > n.end
		}
	}
	return false
}

// isLastOfName reports whether nothing that is written large follows a word.
func (d *document) isLastOfName(at int) bool {
	return at+1 == len(d.words) || !d.words[at+1].large || d.words[at+1].mark || d.isApart(at+1)
}

// isWithinListed reports whether a name stands within a longer one of the tables: “Mexico” in Mexico City, “America” in North America.
func (d *document) isWithinListed(n namedAt) bool {
	if n.first == n.end || d.listings == nil {
		return false
	}
	const farthest = 3
	for at := n.first; at >= max(0, n.first-farthest); at-- {
		longer, _ := d.listedAt(at, min(len(d.words), at+mostOfName))
		if at+longer >= n.end && longer > n.end-n.first {
			return true
		}
	}
	return false
}

// isOfBody reports whether a state's name is a part of that of an organisation which is not its government's: “Bank of Norvia”.
func (d *document) isOfBody(at int) bool {
	if at > 2 && d.words[at-1].fold == "the" { // “Bank of the | United States”
		at--
	}
	if at < 2 || d.words[at-1].fold != "of" || d.isGerman() {
		return false
	}
	w := d.words[at-2]
	isState := ofStates[w.fold] || governments[w.fold] || w.fold == "ministry" || w.fold == "department"
	return w.large && waters[w.fold] || isOrganisationWord(w) && !isState
}

// isOneOfTwo reports whether a word is one of two that make a name together: “Cascade & | Plains”, “the | Courier | and Herald” where the
// text writes them so more than once or is of that paper.
func (d *document) isOneOfTwo(at int) bool {
	for _, joint := range []int{at + 1, at - 1} {
		other := 2*joint - at
		if joint < 1 || other < 0 || other >= len(d.words) || !d.words[other].large || d.words[other].mark {
			continue
		}
		first := min(at, other)
		switch {
		case d.words[joint].text == "&":
			return true
		case d.isPairAt(first) && (d.timesOfPair(first) > 1 || strings.Contains(d.Source, d.Body.Slice(spanOf(d.words[first:first+3])))):
			return true
		}
	}
	return false
}

// isPairAt reports whether two words with “and” between them stand after one “the”: “the | Courier and Herald”.
func (d *document) isPairAt(at int) bool {
	return at > 0 && at+2 < len(d.words) && d.words[at+1].fold == "and" && d.words[at-1].fold == "the" &&
		d.words[at].large && !d.words[at].owns && d.words[at+2].large && !d.words[at+2].mark
}

// timesOfPair is how often the text has such two words.
func (d *document) timesOfPair(at int) int {
	if d.pairs == nil {
		d.pairs = map[string]int{}
		for i := range d.words {
			if d.isPairAt(i) {
				d.pairs[foldOf(d.words[i:i+3])]++
			}
		}
	}
	return d.pairs[foldOf(d.words[at:at+3])]
}

// isAfterFirstName reports whether a first name stands right before a name, which is a person's then: “Anna North”; not “Will
// Norvia …?”.
func (d *document) isAfterFirstName(at int) bool {
	if at == 0 || d.isGerman() || d.isApart(at) {
		return false
	}
	before := d.words[at-1]
	return isFirstName(before) && !before.owns && !tagger.IsCommon(before.fold)
}

// isOfPerson reports whether a part of the world ends a name that begins right before it: “Odo North”; not “Will North …?”.
func (d *document) isOfPerson(at int) bool {
	return d.isAfterName(at) && d.isNameTag(at-1) && !isDirection(d.words[at-1]) && !tagger.IsCommon(d.words[at-1].fold)
}

// isDirection reports whether a word is a part of the world, as which two halves of one land are called: “the North”.
func isDirection(w word) bool {
	return w.fold == "north" || w.fold == "south" || w.fold == "east" || w.fold == "west"
}

// isOfOffice reports whether a word for anything is a part of what an office is called: “State” in “the Secretary of State”.
func (d *document) isOfOffice(at int) bool {
	return at > 1 && d.words[at-1].fold == "of" && titles[d.words[at-2].fold] && tagger.IsCommon(d.words[at].fold)
}

// isMoney reports whether the mark of a currency stands right behind a name: “US$”.
func (d *document) isMoney(end int) bool {
	return end < len(d.words) && d.words[end].text == "$" && d.words[end].span.Start == d.words[end-1].end
}

// isOfLongerBody reports whether a word for any organisation stands in the name of one: “Council” in Security Council, “University” in
// University of Lissel; not in “the Norvian Council”.
func (d *document) isOfLongerBody(at int) bool {
	if at+2 < len(d.words) && isOfBy(d.words[at+1]) && d.words[at+2].large && !daysAndMonths[d.words[at+2].fold] {
		return true
	}
	if at == 0 || d.isApart(at) || d.begins[at] {
		return false
	}
	before := d.words[at-1]
	return before.large && !before.mark && !before.owns && !determiners[before.fold] && !d.isOwner(at-1) && !isOfStateName(before) &&
		(!d.begins[at-1] || d.isNameTag(at-1))
}

// isNamedAfter reports whether a word makes a name of the one before it: “Estmark Chamber of Shipping”, “Norvia Rail”.
func (d *document) isNamedAfter(at int) bool {
	w := d.words[at]
	if d.isGerman() || len(d.tags) == 0 {
		return false
	}
	if !d.isNameTag(at) || d.headline[at] || isFirstName(w) || at+1 == len(d.words) {
		return false
	}
	return isOrganisationWord(d.words[at+1]) || d.words[at+1].fold == "of"
}

// isAfterName reports whether the word before one is of the same name: “Supreme” before Court.
func (d *document) isAfterName(at int) bool {
	if at == 0 || d.isApart(at) {
		return false
	}
	before := d.words[at-1]
	isFirst := d.begins[at-1] && !isFirstName(before) && !d.within[before.fold] && (len(d.tags) == 0 || d.isCommon(before))
	if d.isGerman() {
		return isFirstName(before) || isGermanAdjective(before) && before.large && !d.begins[at-1]
	}
	return before.large && !before.mark && !before.owns && !isFirst && !isOfTitle(before) && !isNobody(before)
}
