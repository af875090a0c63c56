package words

import "fyne.io/fyne/v2/lang"

// Rule says what found a proposal, by the word of its rule. One that this program does not know is told as it is.
func Rule(rule string) string {
	for _, words := range []func(string) string{ruleOfQuotation, ruleOfClause, ruleOfName} {
		if said := words(rule); said != "" {
			return said
		}
	}
	return rule
}

// Why says what found a proposal, and how many annotations that were recorded are like it.
func Why(rule string, like int) string {
	if like == 0 {
		return Rule(rule)
	}
	if rule == ruleRecorded {
		return Counted(like, "called so in {{.Count}} mention that you recorded")
	}
	recorded := Counted(like, "like {{.Count}} statement that you recorded")
	if rule == ruleLearned {
		return recorded
	}
	return Dotted(Rule(rule), recorded)
}

// ruleLearned is the rule of what was learnt from the articles of the project.
const ruleLearned = "learned"

// ruleRecorded is the rule of what mentions call an actor.
const ruleRecorded = "name.recorded"

// ruleOfQuotation tells of a quotation or a verb; "" for other rules.
func ruleOfQuotation(rule string) string {
	switch rule {
	case "quote.before":
		return lang.L("quotation marks, then somebody with a verb of saying")
	case "quote.after":
		return lang.L("somebody with a verb of saying, then quotation marks")
	case "quote.on":
		return lang.L("a quotation that goes on in the next paragraph")
	case "quote.within":
		return lang.L("somebody's words within a quotation")
	case "quote.colon":
		return lang.L("somebody, then a colon and quotation marks")
	case "quote.near":
		return lang.L("somebody, then a sentence in quotation marks")
	case "quote.alone":
		return lang.L("quotation marks, and who is told of in their sentence or spoke last")
	case "told.on":
		return lang.L("a sentence after it that tells what somebody says")
	case "turn":
		return lang.L("a name and a colon before the paragraph")
	case "quotation.on":
		return lang.L("a quotation that goes on after another")
	case ruleLearned:
		return lang.L("as it is annotated in the articles that are coded")
	case "citing":
		return lang.L("a report that cites somebody")
	case "according":
		return lang.L("“according to” somebody")
	case "verb.before":
		return lang.L("somebody, then a verb of saying, then these words")
	case "verb.after":
		return lang.L("these words, then somebody with a verb of saying")
	case "verb.within":
		return lang.L("a verb of saying within these words")
	}
	return ""
}

// ruleOfClause tells of what is said in a clause; "" for other rules.
func ruleOfClause(rule string) string {
	switch rule {
	case "clause.that":
		return lang.L("somebody, a verb of saying, then “that”")
	case "clause.bare":
		return lang.L("somebody, a verb of saying, then what is said")
	case "clause.before":
		return lang.L("what is said, then somebody with a verb of saying")
	case "clause.colon":
		return lang.L("somebody, a verb of saying, then a colon")
	case "clause.question":
		return lang.L("somebody asks whether, who or why")
	case "infinitive":
		return lang.L("somebody promises, asks or refuses to do something")
	case "participle":
		return lang.L("somebody denies or suggests doing something")
	case "object":
		return lang.L("somebody accuses, warns or speaks of something")
	case "view":
		return lang.L("in somebody's view, or as somebody put it")
	case "claim":
		return lang.L("somebody's claim, promise or threat")
	case "stance":
		return lang.L("a verb that says where somebody stands")
	case "noun":
		return lang.L("somebody announces or demands something")
	}
	return ""
}

// ruleOfName tells of a name; "" for other rules.
func ruleOfName(rule string) string {
	switch rule {
	case "name.known":
		return lang.L("a name that your project has")
	case ruleRecorded:
		return lang.L("what your mentions call somebody")
	case "name.title":
		return lang.L("a title, then a name")
	case "name.first":
		return lang.L("a first name, then another")
	case "name.state":
		return lang.L("the name of a state")
	case "name.adjective":
		return lang.L("something is called after it")
	case "name.organisation":
		return lang.L("a word that organisations have in their names")
	case "name.listed":
		return lang.L("an organisation that many articles name")
	case "name.letters":
		return lang.L("capital letters that stand for a name")
	case "name.group":
		return lang.L("a word that groups have in their names")
	case "name.again":
		return lang.L("a part of a name that stands in full elsewhere")
	case "name.speaks":
		return lang.L("it says something, and no other name fits")
	case "name.place":
		return lang.L("the name of a place")
	case "name.seat":
		return lang.L("where a government sits, which acts")
	case "name.quoted":
		return lang.L("a name in quotation marks")
	case "name.shape":
		return lang.L("words with capital letters")
	}
	return ""
}
