package suggest

import (
	"strings"
	"unicode"
)

// How many words the place of a dateline has at most, and how many may stand after it, and in brackets.
const (
	mostOfPlace        = 3
	farthestOfDateline = 8
	mostOfAgency       = 4
)

// dateline are the place and the agency of a dateline with which a paragraph begins, and the first word after them: “GENEVA, May 20
// (Meridian) —”.
func (d *document) dateline(s span2) (found []mention, next int) {
	at := s[0]
	for at < s[1] && at-s[0] < mostOfPlace && d.words[at].large && !d.words[at].mark {
		at++
	}
	if at == s[0] || at == s[1] || !d.words[at].isMark(",(/–—-") && !hasDigit(d.words[at]) || !d.beginsParagraph(s) {
		return nil, s[0]
	}
	first, end := d.agency(at, s[1])
	after := at
	if d.words[at].isMark(",") && at+1 < s[1] {
		after++
	}
	w := d.words[s[0]]
	if at == s[0]+1 && first == end && d.isCommon(w) && d.listedWhole(d.words[s[0]:at]) == nil { // “UPDATE, 4 p.m.”
		return nil, s[0]
	}
	isDated := hasDigit(d.words[after]) || daysAndMonths[d.words[after].fold] || d.words[after].isMark("–—-")
	if first == end && !(w.upper && len(w.fold) > mostOfShort && isDated) {
		return nil, s[0]
	}
	found = d.one(s[0], at, "", RulePlace)
	if l := d.listedWhole(d.words[s[0]:at]); l != nil {
		found = d.one(s[0], at, l.kind, l.rule)
	}
	if first < end {
		found = append(found, d.one(first, end, kindOrganisation, ruleOrg)...)
	}
	return found, max(at, end)
}

// agency is what stands in brackets after the place of a dateline, with a dash or a stop behind it; nothing, if first and end are equal.
func (d *document) agency(at, end int) (first, last int) {
	for i := at; i+1 < min(end, at+farthestOfDateline); i++ {
		if !d.words[i].isMark("(") || !d.words[i+1].large {
			continue
		}
		stop := i + 1
		for stop < end && stop-i <= mostOfAgency && d.words[stop].large && !d.words[stop].mark {
			stop++
		}
		if stop+1 < end && d.words[stop].isMark(")") && d.words[stop+1].isMark("-–—.") {
			return i + 1, stop
		}
	}
	return 0, 0
}

// beginsParagraph reports whether nothing stands before a sentence in its paragraph.
func (d *document) beginsParagraph(s span2) bool {
	at := d.words[s[0]].span.Start
	return at == 0 || d.Body.RuneAt(at-1) == '\n'
}

func hasDigit(w word) bool { return strings.ContainsFunc(w.text, unicode.IsDigit) }
