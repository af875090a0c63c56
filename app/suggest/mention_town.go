package suggest

import "strings"

// Towns and counties that are called as states are, and the state of America that is: “Lebanon, Ohio”, “Peru County”.

var (
	statesOfAmerica = tables["names/all"]["states of america"]
	townsBefore     = tables["names/all"]["towns before"]
	townsBehind     = tables["names/all"]["towns behind"]
	inAmerica       = tables["names/all"]["in america"]
	federalOffices  = tables["names/all"]["federal offices"]
	inCaucasus      = tables["names/all"]["in the caucasus"]
)

// isTown reports whether the text tells that words for a state are the name of a town or a county, or of a state of America.
func (d *document) isTown(words []word) bool {
	if len(d.tags) == 0 || len(words) != 1 {
		return false
	}
	if d.towns == nil {
		d.towns = map[string]bool{}
		for i := range d.words {
			if w := d.words[i]; w.large && !w.mark && (d.isTownAt(i) || w.fold == "georgia" && d.isAmerican()) {
				d.towns[w.fold] = true
			}
		}
	}
	return d.towns[trimOwner(words)[0].fold]
}

// isTownAt reports whether the words around one tell that a town or a county is called so: “the town of | Peru”, “Lebanon, | Ohio”.
func (d *document) isTownAt(at int) bool {
	if at > 1 && d.words[at-1].fold == "of" && townsBefore[d.words[at-2].fold] {
		return true
	}
	if at+1 >= len(d.words) || statesOfAmerica[d.words[at].fold] {
		return false
	}
	next := d.words[at+1]
	if next.large && !d.words[at].owns && !d.isApart(at+1) && townsBehind[next.fold] {
		return true
	}
	return next.isMark(",") && at+2 < len(d.words) && d.isAmericanAt(at+2)
}

// isOfFederalOffice reports whether a name of the United States is a part of what an office is called: “the U.S. | attorney”, “U.S. |
// District Judge Ida Moll”.
func (d *document) isOfFederalOffice(first, end int) bool {
	if len(d.tags) == 0 || end-first != 1 || end == len(d.words) || d.isApart(end) {
		return false
	}
	fold := strings.ReplaceAll(d.words[first].fold, ".", "")
	return (fold == "us" || fold == "usa") && d.words[first].upper && federalOffices[d.words[end].fold]
}

// isAmericanAt reports whether a word is the name of a state of America, or what is left of it: “Ohio”, “Ind.”.
func (d *document) isAmericanAt(at int) bool {
	w := d.words[at]
	return w.large && !w.mark && (statesOfAmerica[w.fold] || placesCutShort[strings.TrimSuffix(w.fold, ".")] && strings.HasSuffix(w.text, "."))
}

// isAmerican reports whether a text that names Georgia tells of the state of America: it names another, or a town there, and nothing of
// the Caucasus.
func (d *document) isAmerican() bool {
	is := false
	for _, w := range d.words {
		switch {
		case !w.large || w.mark:
		case inCaucasus[w.fold]:
			return false
		default:
			is = is || statesOfAmerica[w.fold] || inAmerica[w.fold]
		}
	}
	return is
}
