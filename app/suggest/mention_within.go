package suggest

import "standpoint/store"

// isWithinElsewhere reports whether a known name is a part of somebody else's that is longer, in a language of whose words nothing is known
// but how they are written: “Bahngesellschaft Norvia Rail”, “Liberale” in “Liberale Union”, “Norvia Rail anunció”.
func (d *document) isWithinElsewhere(n namedAt, kind store.ActorKind) bool {
	if len(d.tags) > 0 || n.end != n.first+1 {
		return false
	}
	if kind == kindOrganisation && (d.isPortfolio(n.first) || d.isOfHouse(n.first)) {
		return true
	}
	if n.end >= len(d.words) {
		return false
	}
	first, next := d.words[n.first], d.words[n.end]
	if first.owns || next.mark || !next.large || d.isApart(n.end) || kind == kindPerson {
		return false
	}
	e := elsewhere{document: d, words: tableElsewhere(d.language()), code: d.language()}
	isAfterNoun := n.first > 0 && !d.words[n.first-1].mark && e.hasNoun("organisation nouns", d.words[n.first-1])
	switch {
	case isFirstName(next) || e.isTitle(next) || e.isLegal(next):
		return false
	case d.isGerman():
		return isAfterNoun || e.isGermanHead(next) && isGermanAdjective(first)
	case isAfterNoun || n.first > 0 && d.words[n.first-1].isMark(quoteMarks):
		return true
	}
	isLonger := n.end+1 < len(d.words) && d.words[n.end+1].large && !d.words[n.end+1].mark
	return kind == kindState && !isCyrillic(first.fold) && !isLonger && !d.headline[n.end]
}

// isPortfolio reports whether a word tells of what somebody is minister: “la ministra de | Hacienda”.
func (d *document) isPortfolio(at int) bool {
	words := tableElsewhere(d.language())
	i := at - 1
	for i > 0 && !d.words[i].mark && (words["joins"][d.words[i].fold] || articlesElsewhere[d.words[i].fold]) {
		i--
	}
	return i >= 0 && i < at-1 && words["of portfolios"][d.words[i].fold]
}

// isOfHouse reports whether a word is the end of what another house is called: “la Delegación del | Gobierno”.
func (d *document) isOfHouse(at int) bool {
	e := elsewhere{document: d, words: tableElsewhere(d.language()), code: d.language()}
	i := at - 1
	for i > 0 && !d.words[i].mark && (e.words["joins"][d.words[i].fold] || articlesElsewhere[d.words[i].fold]) {
		i--
	}
	if i <= 0 || i == at-1 || d.isGerman() || d.headline[i] || d.words[i-1].mark {
		return false
	}
	w := d.words[i]
	return w.large && !w.upper && !w.mark && !e.isTitle(w) && !isFirstName(w)
}
