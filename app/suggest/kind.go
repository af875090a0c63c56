package suggest

import (
	"slices"
	"strings"
	"unicode"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// KindOf guesses of what kind an actor of that name is; "" if the name does not tell: a single word that is no state's can be anybody's.
func KindOf(name string) store.ActorKind {
	return kindOf(wordsIn(name))
}

// wordsIn are the words of a name that stands by itself.
func wordsIn(name string) []word { return wordsFrom(name, 0) }

func kindOf(words []word) store.ActorKind {
	words = withoutDeterminer(words)
	if len(words) == 0 {
		return ""
	}
	fold := foldOf(words)
	last := words[len(words)-1]
	switch {
	case isState(fold) || hasStateForm(words):
		return kindState
	case len(words) > 1 && organisationNames()[fold], slices.ContainsFunc(words, func(w word) bool { return w.isMark("&") }):
		return kindOrganisation
	case len(words) > 1 && titleEnd(words) > 0 && titleEnd(words) < len(words):
		return kindPerson
	case isUnion(words):
		return kindOrganisation
	case groupWords[last.fold] || isPeople(last):
		return kindGroup
	case hasOrganisationWord(words) || last.upper && len(words) == 1:
		return kindOrganisation
	case isPlace(words):
		return kindState
	case isPersonalName(words):
		return kindPerson
	}
	return ""
}

// isUnion reports whether a name is made as those of unions are, though it ends with a word for several people: “United Furnace Workers”.
func isUnion(words []word) bool {
	const least = 3
	first, last := words[0], words[len(words)-1]
	return len(words) >= least && unionsBegin[first.fold] && first.large && last.large && (groupWords[last.fold] || isPeople(last))
}

// isPlace reports whether a name is that of a place, which newspapers write for those who govern there: “Port Varro”, “the Sorrel Islands”.
func isPlace(words []word) bool {
	first, last := words[0], words[len(words)-1]
	return len(words) > 1 && first.large && last.large && (slices.Contains(placesBegin, first.fold) || slices.Contains(placesEnd, last.fold))
}

// foldOf are words, folded, with one space between them.
func foldOf(words []word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.fold
	}
	return strings.Join(all, " ")
}

func withoutDeterminer(words []word) []word {
	for len(words) > 0 && (determiners[words[0].fold] || words[0].mark) {
		words = words[1:]
	}
	return words
}

// hasStateForm reports whether a name is made as those of states are: “Republic of Velia”, “Velian Republic”.
func hasStateForm(words []word) bool {
	if len(words) < 2 {
		return false
	}
	first, last := words[0], words[len(words)-1]
	if stateForms[first.fold] && words[1].fold == "of" { // not “Federation of Small Businesses”
		return !slices.ContainsFunc(words[2:], func(w word) bool { return w.large && tagger.IsCommon(w.fold) && !isState(w.fold) || w.owns })
	}
	return (last.fold == "republic" || last.fold == "kingdom" || last.fold == "emirates") && last.large && first.large
}

// isPeople reports whether a word is what those of a state are called: “Russians”, “Poles”.
func isPeople(w word) bool {
	one, several := strings.CutSuffix(w.fold, "s")
	return w.large && (several && statesByAdjective[one] != "" || peoples[w.fold])
}

// hasOrganisationWord reports whether a word of a name tells that it is an organisation's, in one of the languages.
func hasOrganisationWord(words []word) bool {
	for _, w := range words {
		if organisationWords[w.fold] && w.large {
			return true
		}
		for _, stem := range organisationStems {
			if strings.HasPrefix(w.fold, stem) && (len(words) > 1 || len(w.fold) > len(stem)+2) {
				return true
			}
		}
		for _, end := range organisationEnds {
			if strings.HasSuffix(w.fold, end) {
				return true
			}
		}
	}
	return false
}

// mostOfName is how many words a person's name has at most.
const mostOfName = 5

// isPersonalName reports whether words are made as the name of a person is: two to five, all large but for “van” and the like.
func isPersonalName(words []word) bool {
	if len(words) < 2 || len(words) > mostOfName {
		return false
	}
	for i, w := range words {
		small := i > 0 && i < len(words)-1 && particles[w.fold]
		if w.mark || w.owns || !w.large && !small || strings.ContainsFunc(w.text, unicode.IsDigit) {
			return false
		}
	}
	return true
}

// KindAt guesses of what kind an actor is whom the text names at a span: by the name, and if that does not tell, by what the text
// has of that name elsewhere, as in “the government of Velia”, “Meridian reported” or “Velian Trade Minister”. "" if nothing tells.
func (t Text) KindAt(s text.Span) store.ActorKind {
	words := wordsOf(t.Body, s)
	if kind := kindOf(words); kind != "" || len(words) == 0 {
		return kind
	}
	last := words[len(words)-1].fold
	for _, place := range t.places(t.Body.Slice(s)) {
		around := wordsOf(t.Body, sentencesAround(t.Body, place))
		for i, w := range around {
			switch {
			case w.fold != last:
			case isOfState(around, i):
				return kindState
			case isOfAgency(around, i):
				return kindOrganisation
			}
		}
	}
	if len(words) == 1 && t.hasOffice(s, last) {
		return kindState
	}
	return ""
}

// hasOffice reports whether the text has somebody near who holds an office of a state that is called so: “Velian Trade Minister”.
func (t Text) hasOffice(s text.Span, name string) bool {
	near, _ := t.Near(s)
	all := wordsOf(near.Body, text.Span{End: near.Body.Len()})
	for i, w := range all[:max(len(all)-1, 0)] {
		next := all[i+1]
		if w.large && !w.mark && (offices[next.fold] || titleWords[next.fold] || governments[next.fold]) && derives(w.fold, name) {
			return true
		}
	}
	return false
}

// isOfAgency reports whether a word stands as the name of a news agency does: “Meridian reported”, “Meridian, citing …”.
func isOfAgency(words []word, i int) bool {
	rest := words[i+1:]
	if len(rest) > 0 && rest[0].isMark(",") {
		rest = rest[1:]
	}
	return len(rest) > 0 && (citings[rest[0].fold] || rest[0].fold == "reported" || rest[0].fold == "reports")
}
