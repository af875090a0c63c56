package suggest

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"standpoint/store/text"
)

// What tells English from other languages: the share of small words such as “the” and “of” in the first words of a text.
const (
	wordsOfSample = 2000 // code points
	englishShare  = 0.15
)

// judgement is whether something holds, as far as it was asked.
type judgement byte

const (
	unasked judgement = iota
	holds
	fails
)

func judge(is bool) judgement {
	if is {
		return holds
	}
	return fails
}

// isEnglish reports whether a text is in the language of which the rules know titles and verbs: by its words, if nobody has told before.
func (t Text) isEnglish() bool {
	if t.english == unasked {
		return looksEnglish(t.Body)
	}
	return t.english == holds
}

// guessLanguage is the language other than English of which the letters tell, or else whose small words the first words of a text have most
// often; "" if none has enough.
func guessLanguage(b *text.Body) string {
	sample := text.Span{End: min(b.Len(), wordsOfSample)}
	if language := languageOfLetters(b.Slice(sample)); language != "" {
		return language
	}
	first := wordsOf(b, sample)
	best, most := "", 0
	for _, language := range slices.Sorted(maps.Keys(grammars())) {
		small, all := 0, 0
		for _, w := range first {
			if w.mark {
				continue
			}
			all++
			if grammars()[language].isSmall(w) {
				small++
			}
		}
		if language != "en" && small > most && float64(small) >= englishShare*float64(all) {
			best, most = language, small
		}
	}
	return best
}

// isSmall reports whether a word is one of those that any text has.
func (g *grammar) isSmall(w word) bool {
	return g.determiners.has(w) || g.oblique.has(w) || g.prepositions.has(w) || g.that.has(w) || g.coordinates.has(w) ||
		g.auxiliaries.has(w) || g.negations.has(w) || g.relatives.has(w)
}

// looksEnglish reports whether the first words of a text are English.
func looksEnglish(b *text.Body) bool {
	small, all := 0, 0
	for _, w := range wordsOf(b, text.Span{End: min(b.Len(), wordsOfSample)}) {
		if w.mark {
			continue
		}
		all++
		if determiners[w.fold] || prepositions[w.fold] || breaks[w.fold] || besides[w.fold] || pronounsOther[w.fold] || w.fold == "and" {
			small++
		}
	}
	return float64(small) >= englishShare*float64(all)
}

// languageOfLetters is the language that has some letters of a text in Cyrillic and lacks those that others write: Ukrainian has і, ї, є
// and ґ, Russian ы, э and ё, Belarusian і, ы and ў, Serbian ј; "" where they do not tell.
func languageOfLetters(sample string) string {
	ukrainian, russian, others := false, false, false
	cyrillic := 0 // letters more than others
	for _, r := range strings.ToLower(sample) {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.IsLetter(r):
			cyrillic--
		}
		switch r {
		case 'і', 'ї', 'є', 'ґ':
			ukrainian = true
		case 'ы', 'э', 'ё':
			russian = true
		case 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ', 'ѓ', 'ќ', 'ѕ', 'қ', 'ғ', 'ү', 'ұ', 'һ', 'ө', 'ә', 'ҷ', 'ӣ', 'ӯ':
			others = true
		}
	}
	switch {
	case others || cyrillic <= 0 || ukrainian == russian:
		return ""
	case ukrainian:
		return "uk"
	}
	return "ru"
}
