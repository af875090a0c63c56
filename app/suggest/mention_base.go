package suggest

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// casesOfAdjectives are the endings of an adjective in the singular by language, the longest first.
var casesOfAdjectives = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for code, sections := range sectionsOfNames() {
		all[code] = slices.Clone(sections["cases of adjectives"])
		slices.SortStableFunc(all[code], func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return all
})

// baseOrganisation is the name of an organisation in the case that it is known by, of words in any: “Следственном комитете” is
// Следственный комитет, “Міністерстві фінансів” is Міністерство фінансів. Names of which no head is known stay as they are written.
func (e *elsewhere) baseOrganisation(words []word) string {
	written := e.document.Body.Slice(spanOf(words))
	if e.code != "uk" && e.code != "ru" {
		return written
	}
	for i, w := range words {
		if w.mark || !isCyrillic(w.fold) {
			return written
		}
		if noun := e.headNoun(w); noun != "" {
			base := make([]string, 0, i+1)
			for _, adjective := range words[:i] {
				base = append(base, e.baseAdjective(adjective, noun))
			}
			head := strings.Join(append(base, asWritten(noun, w)), " ")
			if i+1 == len(words) {
				return head
			}
			return head + " " + e.document.Body.Slice(spanOf(words[i+1:]))
		}
		if !slices.ContainsFunc(casesOfAdjectives()[e.code], func(end string) bool { return strings.HasSuffix(w.fold, end) }) {
			return written
		}
	}
	return written
}

// headNoun is the noun for an organisation of which a word is a case; "" if it is of none.
func (e *elsewhere) headNoun(w word) string {
	for _, noun := range endsOf(e.code, "organisation heads") {
		last, size := utf8.DecodeLastRuneInString(noun)
		stem, ends := noun, "cases of nouns"
		switch last {
		case 'а', 'я':
			stem, ends = noun[:len(noun)-size], "cases of nouns on a"
		case 'о', 'е':
			stem, ends = noun[:len(noun)-size], "cases of nouns on o"
		}
		if end, is := strings.CutPrefix(w.fold, stem); is && (end == "" && stem == noun || e.is(ends, end)) {
			return noun
		}
	}
	return ""
}

// baseAdjective is an adjective as it stands before a noun in the case that names are known by.
func (e *elsewhere) baseAdjective(w word, noun string) string {
	for _, end := range casesOfAdjectives()[e.code] {
		stem, is := strings.CutSuffix(w.text, end)
		if !is || utf8.RuneCountInString(stem) < leastStem {
			continue
		}
		isSoft := strings.ContainsAny(end[:2], "еиєья") && strings.HasSuffix(stem, "н") || strings.HasSuffix(end, "яя") || end == "ьої"
		base := endOfAdjective(e.code, stem, noun, isSoft)
		if base == "ий" && e.code == "ru" && strings.HasPrefix(end, "о") && strings.ContainsRune("шщжч", lastRune(stem)) {
			base = "ой" // “Большом”, and not “Высшем”
		}
		return stem + base
	}
	return w.text
}

// endOfAdjective is with what an adjective ends in the case that names are known by.
func endOfAdjective(code, stem, noun string, isSoft bool) string {
	last, _ := utf8.DecodeLastRuneInString(noun)
	gender := "he"
	switch last {
	case 'а':
		gender = "she"
	case 'я':
		gender = "she"
		if strings.HasSuffix(noun, "ння") || strings.HasSuffix(noun, "ття") {
			gender = "it"
		}
	case 'о', 'е':
		gender = "it"
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	isHushing := strings.ContainsRune("кгхшщжч", before)
	switch {
	case code == "uk" && gender == "she":
		return "а"
	case code == "uk" && gender == "it":
		return "е"
	case code == "uk":
		return "ий"
	case gender == "she" && isSoft:
		return "яя"
	case gender == "she":
		return "ая"
	case gender == "it" && (isSoft || strings.ContainsRune("шщжч", before)):
		return "ее"
	case gender == "it":
		return "ое"
	case isSoft || isHushing:
		return "ий"
	}
	return "ый"
}

// asWritten is a folded word with a capital letter if another has one, or as that is if it is written in capitals.
func asWritten(fold string, w word) string {
	if w.upper || !w.large {
		if w.upper {
			return w.text
		}
		return fold
	}
	first, size := utf8.DecodeRuneInString(fold)
	return strings.ToUpper(string(first)) + fold[size:]
}

// baseListed is the name of an organisation of the tables as these have it, with capitals as the text writes them.
func baseListed(words []word, l *listing) string {
	whole := strings.Fields(l.whole)
	if len(whole) != len(words) {
		return ""
	}
	for i, w := range words {
		if !isCyrillic(w.fold) || strings.Contains(whole[i], "-") {
			return ""
		}
		if w.fold == whole[i] {
			whole[i] = w.text
			continue
		}
		whole[i] = asWritten(whole[i], w)
	}
	return strings.Join(whole, " ")
}
