package suggest

import "strings"

// The rules by which statements are found. They are a part of what subcommands print, and last.
const (
	ruleQuoteBefore = "quote.before"    // “…,” Mara Ellin said
	ruleQuoteAfter  = "quote.after"     // Mara Ellin said: “…”
	ruleToldOn      = "told.on"         // Mara Ellin was alarmed. One had to act, in a language whose verbs tell that others say so
	ruleQuoteOn     = "quote.on"        // “…,” Mara Ellin said. Next paragraph: “…”
	ruleThat        = "clause.that"     // said that …
	ruleBare        = "clause.bare"     // said …
	ruleColon       = "clause.colon"    // said: …
	ruleClauseAfter = "clause.before"   // …, Mara Ellin said
	ruleWhether     = "clause.question" // asked whether …
	ruleTo          = "infinitive"      // promised to …
	ruleIng         = "participle"      // denied closing …
	ruleNoun        = "noun"            // announced a toll
	ruleOf          = "object"          // accused Norvia of …, warned of …
	ruleAccordingTo = "according"       // according to Mara Ellin
	ruleCited       = "citing"          // Meridian, citing a source, reported that …
)

// sureOf is how often a rule is right, of a hundred times that it finds something.
var sureOf = map[string]float64{
	ruleQuoteBefore: 0.9, ruleQuoteAfter: 0.87, ruleQuoteOn: 0.75, ruleToldOn: 0.6, ruleThat: 0.85,
	ruleBare: 0.8, ruleColon: 0.7, ruleClauseAfter: 0.8,
	ruleWhether: 0.65, ruleTo: 0.62, ruleIng: 0.6, ruleNoun: 0.52, ruleOf: 0.6, ruleAccordingTo: 0.8, ruleCited: 0.8,
	ruleTurn: 0.85, ruleNested: 0.6, ruleView: 0.75, ruleClaim: 0.65, ruleQuoteColon: 0.7, ruleQuoteNear: 0.6, ruleQuoteAlone: 0.5,
}

// What makes a proposal less sure, as a part of what it would be.
const (
	lessWeak    = 0.8  // “believed”: no words were said
	lessShared  = 0.92 // the speaker stands at another verb
	lessNobody  = 0.9  // a pronoun of which nobody knows whom it means
	lessPassive = 0.85
	lessAnybody = 0.7 // “you said”, “if someone says”
	lessThing   = 0.7 // “longer routes suggest”: no person, body or text
)

// sure is how sure a statement is, in parts of one.
func (r *sayer) sure(f *finding) float64 {
	share := sureOf[f.rule]
	if f.verb.takes&isWeak != 0 && f.rule != ruleNested {
		share *= lessWeak
	}
	if f.shared {
		share *= lessShared
	}
	if f.passive {
		share *= lessPassive
	}
	if len(f.said.Speakers) == 1 && f.said.Speakers[0].Name == "" && f.pronoun {
		share *= lessNobody
	}
	if len(f.said.Speakers) == 1 && f.said.Speakers[0].Name == "" && f.subject[0] < f.subject[1] && r.g.language == "en" {
		share *= r.sureOfUnnamed(f.subject)
	}
	return share
}

// anybody are the pronouns for whoever reads or lives.
var anybody = map[string]bool{
	"you": true, "someone": true, "somebody": true, "anyone": true, "anybody": true, "one": true,
}

// sureOfUnnamed is how much less sure it is, in parts of one, that somebody speaks whom a phrase without a name describes.
func (r *sayer) sureOfUnnamed(subject span2) float64 {
	head := r.headOf(subject)
	switch {
	case r.isQuoted(subject[0]):
		return 1
	case anybody[head.fold] && subject[1]-subject[0] == 1:
		return lessAnybody
	case head.mark || head.large || r.isSomebody(subject) || r.isPeopleWord(head) || r.endsPeople(head):
		return 1
	case r.g.texts.has(head) || r.g.channels.has(head) || r.g.several.has(head) || r.g.counted.has(head) || isDigits(head):
		return 1
	}
	return lessThing
}

// endsPeople reports whether a word ends as nouns for people do: “engineers”, “a pensioner”.
func (r *sayer) endsPeople(w word) bool {
	for end := range r.g.peopleEnds {
		if strings.HasSuffix(w.fold, end) || strings.HasSuffix(w.fold+"s", end) {
			return true
		}
	}
	return false
}
