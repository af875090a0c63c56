package suggest

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

var (
	firstNames        = allFirstNames()
	notActors         = tables["names/all"]["nobody"]
	thingsEnd         = tables["names/all"]["things end"]
	streetsEnd        = tables["names/all"]["streets end"]
	moreOrganisations = tables["names/all"]["organisations more"]
	articlesElsewhere = tables["names/all"]["articles"]
	personsKnown      = listNames("persons known", "all")
	peoples           = tables["names/all"]["peoples"]
	companyNouns      = tables["names/all"]["company nouns"]
	companyThings     = tables["names/all"]["company things"]
	firmThings        = tables["names/all"]["firm things"]
	placesCutShort    = tables["names/all"]["places cut short"]
	fields            = tables["names/all"]["fields"]
	toldOf            = tables["names/all"]["told"]
	calledSo          = tables["names/all"]["called so"]
	familyNames       = tables["names/all"]["family names"]
)

// allFirstNames are first names in Latin letters, folded.
func allFirstNames() map[string]bool {
	all := inFirstNames("all", "de", "fr", "es")
	maps.Copy(all, listNames("more first names", "all"))
	return all
}

// inFirstNames are the first names of some languages, folded.
func inFirstNames(languages ...string) map[string]bool { return listNames("first names", languages...) }

// firstByStem are first names in Cyrillic letters, by what they have in common with their other cases.
var firstByStem = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(inFirstNames("uk", "ru"))) {
		for _, stem := range nameStems(name) {
			if all[stem] == "" || strings.ContainsRune("йоь", lastRune(all[stem])) {
				all[stem] = name
			}
		}
	}
	return all
})

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// organisationNames are the names of organisations that the tables have, folded, and placeNames those of places.
var (
	organisationNames = sync.OnceValue(func() map[string]bool { return listNames("organisations known", "all") })
	placeNames        = sync.OnceValue(func() map[string]bool { return listNames("places", "all") })
)

// listNames are the names of a section in the tables of some languages, of which these join the words by _.
func listNames(section string, languages ...string) map[string]bool {
	all := map[string]bool{}
	for _, code := range languages {
		for name := range tables["names/"+code][section] {
			all[text.Fold(strings.ReplaceAll(name, "_", " "))] = true
		}
	}
	return all
}

// firstSounds are first names by how they sound, for other scripts.
var firstSounds = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range inFirstNames("all", "de", "fr", "es") {
		if sound := soundOf(name); sound != "" {
			all[sound] = true
		}
	}
	return all
})

// soundsOfEnds are how first names end in Cyrillic, after what they have in common with their other cases.
var soundsOfEnds = []string{"", "a", "i", "ia", "o"}

// isFirstSound reports whether a word that begins with a sound is a first name in some case.
func isFirstSound(sound string) bool {
	for _, end := range soundsOfEnds {
		if whole := strings.TrimSuffix(sound, end) + end; len(whole) >= leastSound && firstSounds()[whole] {
			return true
		}
	}
	return false
}

// isFirstName reports whether a word is a person's first name: “Anna”, “Анной”, “Anne-Marie”.
func isFirstName(w word) bool {
	if !w.large || w.mark {
		return false
	}
	if isCyrillic(w.fold) {
		stem := stemOf(w.fold)
		return firstByStem()[stem] != "" || isFirstSound(soundOfFold(stem))
	}
	head, _, _ := strings.Cut(w.fold, "-")
	return firstNames[head]
}

// isStateNamed reports whether words are the name of a state, in any case of the text's language.
func (d *document) isStateNamed(words []word) bool {
	l := d.listedWhole(words)
	return l != nil && l.kind == kindState
}

// elidedIn are the words of a language that are joined to a name by an apostrophe, and whether any name may follow or only those of the
// tables. Of a language of which nothing is known they are the Italian and Catalan ones.
func elidedIn(code string) map[string]bool {
	switch {
	case code == "fr":
		return map[string]bool{"l": true, "qu": true, "d": false}
	case grammars()[code] == nil:
		return map[string]bool{"l": false, "d": false, "dell": false, "all": false, "dall": false, "nell": false, "sull": false, "un": false}
	}
	return nil
}

// withoutElision takes from a word what is joined to it by an apostrophe and belongs to no name: “l’Ukraine”, “d’Israël”, “dell’Italia”.
// small: also if what follows is written small, “l’avocate”.
func (d *document) withoutElision(w *word, joined map[string]bool, small bool) {
	at := strings.IndexFunc(w.text, isApostrophe)
	if at < 1 || w.mark {
		return
	}
	isFree, isJoined := joined[strings.ToLower(w.text[:at])]
	if !isJoined {
		return
	}
	_, size := utf8.DecodeRuneInString(w.text[at:])
	rest := w.text[at+size:]
	isNoun := small && isFree || tables["names/fr"]["organisations written small"][text.Fold(rest)]
	if !unicode.IsUpper(firstRune(rest)) && !isNoun {
		return
	}
	bare := *w
	bare.large = unicode.IsUpper(firstRune(rest))
	bare.text, bare.fold = rest, text.Fold(rest)
	bare.span.Start += utf8.RuneCountInString(w.text) - utf8.RuneCountInString(rest)
	bare.upper = utf8.RuneCountInString(rest) > 1 && !strings.ContainsFunc(rest, unicode.IsLower)
	if isFree || !bare.large || d.listedWhole([]word{bare}) != nil || bare.upper {
		*w = bare
	}
}

func (d *document) isStateWord(w word) bool { return w.large && d.isStateNamed([]word{w}) }

// isOrganisationWord reports whether a word tells that a name is an organisation's.
func isOrganisationWord(w word) bool {
	return w.large && !w.mark && (organisationWords[w.fold] || moreOrganisations[w.fold])
}
