package words

import "fyne.io/fyne/v2/lang"

// Rule says what found a proposal, by the word of its rule. One that this program does not know is told as it is.
func Rule(rule string) string {
	switch rule {
	case "verb.before":
		return lang.L("somebody, then a verb of saying, then these words")
	case "verb.after":
		return lang.L("these words, then somebody with a verb of saying")
	case "verb.within":
		return lang.L("a verb of saying within these words")
	case "citing":
		return lang.L("a report that cites somebody")
	case "according":
		return lang.L("“according to” somebody")
	case "quotation.on":
		return lang.L("a quotation that goes on after another")
	case "name.known":
		return lang.L("a name that your project has")
	}
	return rule
}
