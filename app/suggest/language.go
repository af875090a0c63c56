package suggest

import "standpoint/store/text"

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
