package suggest

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
	ruleTurn: 0.85, ruleNested: 0.6, ruleView: 0.75, ruleClaim: 0.65, ruleQuoteColon: 0.7, ruleQuoteNear: 0.6,
}

// What makes a proposal less sure, as a part of what it would be.
const (
	lessWeak    = 0.75 // “believed”: no words were said
	lessShared  = 0.92 // the speaker stands at another verb
	lessNobody  = 0.9  // a pronoun of which nobody knows whom it means
	lessPassive = 0.85
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
	return share
}
