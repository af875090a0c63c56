package tagger

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

// What a word can be, as far as words.txt says it.
const (
	canBeBase uint32 = 1 << iota
	canBePresent
	canBePast
	canBeParticiple
	canBeGerund
	canBeAdjective
	canBeAdverb
	canBeNoun
)

// lexicon are the words of words.txt in all their forms, by their hashes.
var lexicon = sync.OnceValue(func() map[uint32]uint32 {
	all := map[uint32]uint32{}
	add := func(word string, can uint32) { all[hashOf(word)] |= can }
	section := ""
	for line := range strings.Lines(wordList) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			section = line
			continue
		}
		for word := range strings.FieldsSeq(line) {
			switch section {
			case "[verbs]":
				add(word, canBeBase)
				add(withEnding(word, "s"), canBePresent)
				add(withEnding(word, "ed"), canBePast|canBeParticiple)
				add(withEnding(word, "ing"), canBeGerund)
			case "[irregular]":
				forms := strings.Split(word, "/")
				add(forms[0], canBeBase)
				add(withEnding(forms[0], "s"), canBePresent)
				add(withEnding(forms[0], "ing"), canBeGerund)
				add(forms[1], canBePast)
				add(forms[2], canBeParticiple)
			case "[adjectives]":
				add(word, canBeAdjective)
			case "[adverbs]":
				add(word, canBeAdverb)
			case "[nouns]":
				add(word, canBeNoun)
				add(withEnding(word, "s"), canBeNoun)
			}
		}
	}
	return all
})

// IsCommon reports whether a folded word is a common one of English, in any form: “standard”, “clouds”.
func IsCommon(fold string) bool { return lexicon()[hashOf(fold)] != 0 }

const vowels = "aeiou"

// doubled are verbs of several syllables whose last letter is doubled, and ends of such.
var doubled = []string{"mit", "fer", "gret", "cur", "pel", "bel", "lan", "rol", "cel", "vel", "nal", "gram"}

// withEnding writes a word with an ending, as English does: “tries”, “tried”, “stopped”, “making”.
func withEnding(word, ending string) string {
	n := len(word)
	last := word[n-1]
	before := byte(0)
	if n > 1 {
		before = word[n-2]
	}
	vowelBefore := strings.IndexByte(vowels, before) >= 0
	switch {
	case ending == "s" && (strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh") || strings.IndexByte("sxzo", last) >= 0):
		return word + "es"
	case last == 'y' && !vowelBefore && ending == "s":
		return word[:n-1] + "ies"
	case last == 'y' && !vowelBefore && ending == "ed":
		return word[:n-1] + "ied"
	case last == 'e' && ending == "ed":
		return word + "d"
	case strings.HasSuffix(word, "ie") && ending == "ing":
		return word[:n-2] + "ying"
	case last == 'e' && before != 'e' && before != 'o' && ending == "ing":
		return word[:n-1] + ending
	case ending != "s" && doubles(word, vowelBefore):
		return word + string(last) + ending
	}
	return word + ending
}

// doubles reports whether the last letter of a verb is doubled before an ending: of one syllable that ends with a vowel and a consonant.
func doubles(word string, vowelBefore bool) bool {
	n := len(word)
	if n < 3 || !vowelBefore || strings.IndexByte(vowels+"wxy", word[n-1]) >= 0 || strings.IndexByte(vowels, word[n-3]) >= 0 {
		return false
	}
	syllables := 0
	for i := range n {
		if strings.IndexByte(vowels, word[i]) >= 0 && (i == 0 || strings.IndexByte(vowels, word[i-1]) < 0) {
			syllables++
		}
	}
	if syllables == 1 {
		return true
	}
	for _, end := range doubled {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
