package suggest

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// farthestTitle is how many words before a name a title may be that has others after it: “the minister of foreign affairs of Norvia”.
const farthestTitle = 8

// isTitle reports whether a word stands before a person's name and says what that is.
func (e *elsewhere) isTitle(w word) bool {
	if w.mark {
		return false
	}
	fold := strings.TrimSuffix(w.fold, ".")
	if e.is("titles", fold) {
		return true
	}
	if _, last, joined := strings.Cut(fold, "-"); joined && e.is("titles", last) {
		return true // “прем'єр-міністр”, “UN-Generalsekretär”
	}
	if !e.isGerman() || !w.large {
		return false
	}
	for _, end := range []string{"", "s", "n", "en"} {
		stem, is := strings.CutSuffix(fold, end)
		if !is {
			continue
		}
		for n := max(0, len(stem)-longestEnd); n < len(stem); n++ {
			if rest := stem[n:]; len(rest) >= leastOfName && e.is("titles", rest) {
				return true
			}
		}
	}
	return false
}

// hasTitle reports whether a title stands before a name, with what may stand between: “міністр закордонних справ Норвії Анна Кессель”, “le
// ministre de la Culture, Anna Kessel”.
func (e *elsewhere) hasTitle(first int) bool {
	words := e.document.words
	if first > 0 && (e.is("joins", words[first-1].fold) || articlesElsewhere[words[first-1].fold] && !e.isGerman()) {
		return false // “ministre de l’Économie”
	}
	comma := false
	for i := first - 1; i >= max(first-farthestTitle, 0); i-- {
		w := words[i]
		switch {
		case w.isMark(",") && i == first-1 && !e.isGerman():
			comma = true
		case w.isMark(".") && i > 0 && i == first-1 && utf8.RuneCountInString(words[i-1].fold) <= mostOfShort: // “Mme. Kessel”, “sr. Kessel”
		case w.isMark(quoteMarks) && i < first-1, w.isMark("()"):
		case w.mark:
			return false
		case e.isTitle(w):
			return !comma || i < first-2 || !e.begins[i]
		case e.isGerman() && !e.taken[i]:
			return false
		case i == first-1 && !e.taken[i] && !comma && w.large:
			return false
		case !e.taken[i] && e.endsTitle(w):
			return false
		}
		if e.begins[i] {
			return false
		}
	}
	return false
}

// endsTitle reports whether a word stands in no title: another sentence may begin before it.
func (e *elsewhere) endsTitle(w word) bool {
	switch e.code {
	case "uk", "ru":
		return isSmallWord(w) && !e.is("small in titles", w.fold) || e.isVerb(w) && !e.hasNoun("place nouns", w)
	case "fr", "es":
		return e.is("not in titles", w.fold)
	}
	return true
}

// isVerb reports whether a word ends as verbs in Ukrainian and Russian do.
func (e *elsewhere) isVerb(w word) bool {
	return w.fold != "справ" && utf8.RuneCountInString(w.fold) > leastOfName && e.ends("verbs end", w.fold)
}

// isLegal reports whether a word says what an organisation is by law.
func (e *elsewhere) isLegal(w word) bool { return w.large && !w.mark && e.is("legal forms", w.fold) }

// isOrganisationNoun reports whether a word before a name says that it is an organisation's.
func (e *elsewhere) isOrganisationNoun(i int) bool {
	if i < 0 {
		return false
	}
	w := e.document.words[i]
	if i > 0 && e.is("demonstratives", e.document.words[i-1].fold) { // “relató a esta agencia | Anna Kessel”
		return false
	}
	return !w.mark && !e.taken[i] && e.hasNoun("organisation nouns", w)
}

// isPlaceNoun reports whether a word before a name says that it is a place's.
func (e *elsewhere) isPlaceNoun(i int) bool {
	if i < 0 {
		return false
	}
	w := e.document.words[i]
	if w.fold == "de" && i > 0 && (e.code == "fr" || e.code == "es") {
		w = e.document.words[i-1]
	}
	return !w.mark && e.hasNoun("place nouns", w)
}

// longestEnd is how many bytes at the end of a German word are looked at for what it is composed of: as many as the longest such word has.
const longestEnd = 40

// hasNoun reports whether a word is one of a section, in German or ends as one, in any case.
func (e *elsewhere) hasNoun(section string, w word) bool {
	if e.is(section, w.fold) {
		return true
	}
	if isCyrillic(w.fold) && !w.large {
		return slices.ContainsFunc(nameStems(w.fold), func(stem string) bool { return stemsOfSection(e.code, section)[stem] })
	}
	if !e.isGerman() {
		return false
	}
	for _, stem := range germanStems(w.fold) {
		for n := max(0, len(stem)-longestEnd); n < len(stem); n++ {
			if rest := stem[n:]; len(rest) > leastOfName && e.is(section, rest) {
				return true
			}
		}
	}
	return false
}

// stemsOfSection are the words of a section without what changes in them from case to case.
var stemsOfSection = func() func(code, section string) map[string]bool {
	all := sync.OnceValue(func() map[string]map[string]bool {
		all := map[string]map[string]bool{}
		for _, code := range []string{"uk", "ru"} {
			for section, words := range tableElsewhere(code) {
				stems := map[string]bool{}
				for w := range words {
					for _, stem := range nameStems(w) {
						stems[stem] = true
					}
				}
				all[code+" "+section] = stems
			}
		}
		return all
	})
	return func(code, section string) map[string]bool { return all()[code+" "+section] }
}()
