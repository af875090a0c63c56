package words

import "fyne.io/fyne/v2/lang"

// Rule says what found a proposal, by the word of its rule. One that this program does not know is told as it is.
func Rule(rule string) string {
	switch rule {
	case "quote.before":
		return lang.L("a quotation, then somebody with a verb of saying")
	case "quote.after":
		return lang.L("somebody with a verb of saying, then a quotation")
	case "quote.on":
		return lang.L("a quotation that goes on after another")
	case "clause.that", "clause.bare", "clause.colon", "clause.question":
		return lang.L("somebody, then a verb of saying, then these words")
	case "clause.before":
		return lang.L("these words, then somebody with a verb of saying")
	case "infinitive", "participle", "noun", "object":
		return lang.L("a verb by which somebody asks, promises, denies or judges something")
	case "stance":
		return lang.L("a verb that says where somebody stands")
	case "citing":
		return lang.L("a report that cites somebody")
	case "according":
		return lang.L("“according to” somebody")
	case "name.known":
		return lang.L("a name that your project has")
	}
	return rule
}
