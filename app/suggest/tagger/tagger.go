// Package tagger tells the parts of speech of the words of English sentences. It needs no dictionary: what it knows was learnt from texts
// that were tagged by hand, and stands in weights.bin, which cmd/internal/tagger writes.
package tagger

import (
	"bytes"
	_ "embed"
	"sync"
)

// Tag is a part of speech.
type Tag uint8

// The parts of speech. Verbs that are no auxiliaries are told by their form.
const (
	Mark Tag = iota // punctuation
	Noun
	Name // a word of a proper name, of whatever part of speech: “Central” in “Meridian Central Bank”
	Adjective
	Adverb
	Pronoun
	Determiner
	Preposition
	Conjunction  // “and”, “or”, “but”
	Subordinator // “that”, “because”, “whether”
	Auxiliary    // “has”, “will”, and all forms of “be”
	Base         // a verb as it stands after “to” and “will”
	Present      // a finite verb: “says”, “say”
	Past         // a finite verb: “said”
	Gerund       // “saying”
	Participle   // “said” after “has” and “was”
	Number
	Particle // “to” before a verb, “not”
	Interjection
	Symbol
	Other
	tagCount
)

var tagNames = [tagCount]string{
	"mark", "noun", "name", "adjective", "adverb", "pronoun", "determiner", "preposition", "conjunction", "subordinator", "auxiliary",
	"base", "present", "past", "gerund", "participle", "number", "particle", "interjection", "symbol", "other",
}

// String is the name of a tag.
func (t Tag) String() string {
	if t >= tagCount {
		return "unknown"
	}
	return tagNames[t]
}

// IsVerb reports whether a word is a verb that is no auxiliary, in any form.
func (t Tag) IsVerb() bool { return t >= Base && t <= Participle }

// IsFinite reports whether a word is a finite verb that is no auxiliary.
func (t Tag) IsFinite() bool { return t == Present || t == Past }

// Word is one word of a sentence, or one mark.
type Word struct {
	Text string // as it is written, without a possessive ending; not empty
	Fold string // in small letters, without accents
	Owns bool   // a possessive ending follows: “Norvia’s”
}

//go:embed weights.bin
var embedded []byte

var learnt = sync.OnceValue(func() *Model {
	m, err := Decode(bytes.NewReader(embedded))
	if err != nil {
		panic(err) // it is within the program
	}
	return m
})

// Prepare makes the tagger ready, which takes some milliseconds, so that the first text is read without it.
func Prepare() { learnt() }

// Tags appends the parts of speech of the words of one sentence, in order, and returns the extended slice.
func Tags(tags []Tag, sentence []Word) []Tag { return learnt().Tags(tags, sentence) }
