package suggest

import (
	"unicode"
	"unicode/utf8"

	"standpoint/app/suggest/learn"
	"standpoint/store/text"
)

// Trait is something of a statement that tells how sure it is.
type Trait struct {
	Name  string
	Value float64
}

// The traits that have a value of their own, beside the one that all have: how sure a statement says it is, as the logarithm of the
// odds, and the same again where a person whose name is known says it.
const (
	TraitAny        = "any"
	TraitSure       = "sure"
	traitSurePerson = "sure.person"
)

// The other traits: they are there or not. Those of rules and languages go on with the word for which.
const (
	traitRule     = "rule."
	traitLanguage = "language."
	traitPerson   = "by.person"      // who says it is a person whose name is known,
	traitBody     = "by.body"        // a body, a state or a group,
	traitWord     = "by.word"        // somebody of whom one word in small letters tells: “they”,
	traitOther    = "by.description" // or described: “an official”
	traitApart    = "apart"          // the verb does not stand right beside who says it
)

// TraitsOf are those of a statement in a text of a language.
func TraitsOf(p *Proposal, language string) []Trait {
	sure := learn.Odds(rounded(p.Confidence))
	all := []Trait{{TraitSure, sure}, {traitRule + p.Rule, 1}, {traitLanguage + language, 1}}
	if len(p.Said.Speakers) > 0 {
		who := &p.Said.Speakers[0]
		by := traitBySpeaker(who)
		if all = append(all, Trait{by, 1}); by == traitPerson {
			all = append(all, Trait{traitSurePerson, sure})
		}
		if cue := p.Said.Cue; !cue.Empty() && !areBeside(cue, who.Span) {
			all = append(all, Trait{traitApart, 1})
		}
	}
	return all
}

// traitBySpeaker is who says something.
func traitBySpeaker(who *Party) string {
	switch who.Kind {
	case kindPerson:
		return traitPerson
	case kindOrganisation, kindState, kindGroup:
		return traitBody
	}
	if first, _ := utf8.DecodeRuneInString(who.Words); isOneWord(who.Words) && !unicode.IsUpper(first) {
		return traitWord
	}
	return traitOther
}

func isOneWord(words string) bool {
	for _, r := range words {
		if unicode.IsSpace(r) {
			return false
		}
	}
	return words != ""
}

// areBeside reports whether at most a space stands between two spans.
func areBeside(a, b text.Span) bool { return b.Start-a.End <= 1 && a.Start-b.End <= 1 }
