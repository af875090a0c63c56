package suggest

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

var (
	firstNames        = tables["names"]["first names"]
	notActors         = tables["names"]["nobody"]
	placeNames        = spaced(tables["names"]["places"])
	thingsEnd         = tables["names"]["things end"]
	organisationNames = spaced(tables["names"]["organisations known"])
	moreOrganisations = tables["names"]["organisations more"]
	titlesElsewhere   = tables["names"]["titles elsewhere"]
	articlesElsewhere = tables["names"]["articles"]
)

// spaced are names of several words, which a table joins by _.
func spaced(set map[string]bool) map[string]bool {
	all := make(map[string]bool, len(set))
	for name := range set {
		all[strings.ReplaceAll(name, "_", " ")] = true
	}
	return all
}

// firstSounds are first names by how they sound, for other scripts.
var firstSounds = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool, len(firstNames))
	for name := range firstNames {
		if sound := soundOf(name); sound != "" {
			all[sound] = true
		}
	}
	return all
})

// isFirstName reports whether a word is a person's first name: “Anna”, “Анной”, “Anne-Marie”.
func isFirstName(w word) bool {
	if !w.large || w.mark {
		return false
	}
	if first := firstRune(w.fold); first > unicode.MaxLatin1 && first >= 'Ѐ' && first <= 'ӿ' {
		stem := stemOf(w.fold)
		for _, end := range []string{"", "а", "й", "ий", "я", "ія", "о"} {
			if firstSounds()[soundOf(stem+end)] {
				return true
			}
		}
		return false
	}
	head, _, _ := strings.Cut(w.fold, "-")
	return firstNames[head]
}

// statesByStem are the names of states in Cyrillic without their endings.
var statesByStem = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range statesByName() {
		if first := firstRune(name); first >= 'Ѐ' && first <= 'ӿ' {
			all[stemsOfName(name)] = true
		}
	}
	return all
})

func stemsOfName(fold string) string {
	words := strings.Fields(fold)
	for i, w := range words {
		words[i] = stemOf(w)
	}
	return strings.Join(words, " ")
}

// isStateNamed reports whether words are the name of a state, in any case of its language.
func isStateNamed(words []word) bool {
	fold := foldOf(words)
	if first := firstRune(fold); first >= 'Ѐ' && first <= 'ӿ' {
		return utf8.RuneCountInString(fold) > leastStem && statesByStem()[stemsOfName(fold)] || isState(fold)
	}
	last := words[len(words)-1]
	if utf8.RuneCountInString(fold) == 2 && !last.upper && !strings.Contains(fold, ".") {
		return false // “us”
	}
	return isState(fold) || len(fold) > 5 && strings.HasSuffix(fold, "s") && isState(strings.TrimSuffix(fold, "s"))
}

// withoutElision takes from a French word what is joined to it by an apostrophe and belongs to no name: “l’Ukraine”, “d’Israël”.
func (w *word) withoutElision() {
	at := strings.IndexFunc(w.text, isApostrophe)
	if at < 1 || at > len("qu") || w.mark {
		return
	}
	_, size := utf8.DecodeRuneInString(w.text[at:])
	rest := w.text[at+size:]
	if !unicode.IsUpper(firstRune(rest)) {
		return
	}
	bare := *w
	bare.text, bare.fold, bare.large = rest, text.Fold(rest), true
	bare.span.Start += utf8.RuneCountInString(w.text) - utf8.RuneCountInString(rest)
	bare.upper = utf8.RuneCountInString(rest) > 1 && !strings.ContainsFunc(rest, unicode.IsLower)
	switch strings.ToLower(w.text[:at]) {
	case "l", "qu":
		*w = bare
	case "d":
		if isStateWord(bare) || bare.upper {
			*w = bare
		}
	}
}

func isStateWord(w word) bool { return w.large && isStateNamed([]word{w}) }

// isOrganisationWord reports whether a word tells that a name is an organisation's.
func isOrganisationWord(w word) bool {
	return w.large && !w.mark && (organisationWords[w.fold] || moreOrganisations[w.fold])
}

// isTitleElsewhere reports whether a word stands before a name and says what a person is, in a language other than English.
func (d *document) isTitleElsewhere(w word) bool {
	if w.mark || len(d.tags) > 0 {
		return false
	}
	if titlesElsewhere[w.fold] {
		return true
	}
	if !d.isGerman() || !w.large {
		return false
	}
	for n := 4; n < len(w.fold); n++ {
		if titlesElsewhere[w.fold[n:]] && len(w.fold)-n >= 4 {
			return true
		}
	}
	return false
}
