package words

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/look"
	"standpoint/store"
)

// HistoryField is the translated word for what a line of a history is about.
func HistoryField(l store.HistoryLine) string {
	for _, words := range []func(string) string{memberWord, annotationFieldWord, otherFieldWord, keptFieldWord} {
		if word := words(l.Field); word != "" {
			return word
		}
	}
	return l.Word()
}

// annotationFieldWord is the translated word for a field of an annotation, or for what became of a row; empty for others.
func annotationFieldWord(field string) string {
	switch field {
	case "anchor":
		return lang.L("exact words")
	case "actor":
		return lang.L("actor")
	case "quotation":
		return lang.L("quotation")
	case "act":
		return lang.L("act")
	case "cue":
		return lang.L("verb")
	case "on":
		return lang.L("said on")
	case "translation":
		return lang.X("history.translation", "translation")
	case "statement":
		return lang.L("rests on")
	case "target":
		return lang.L("about")
	case "stance":
		return lang.L("stance")
	case "condition":
		return lang.L("condition")
	case "merged_into":
		return lang.L("merged into")
	case store.HistoryDeleted:
		return lang.L("deleted")
	case store.HistoryRestored:
		return lang.L("restored")
	}
	return ""
}

// otherFieldWord is the translated word for a field of an article, actor, issue, tag or coder; empty for others.
func otherFieldWord(field string) string {
	switch field {
	case "title":
		return lang.L("title")
	case "body", "text":
		return lang.L("text")
	case "source":
		return lang.L("source")
	case "author":
		return lang.L("author")
	case "published":
		return lang.L("published")
	case "url":
		return lang.L("address")
	case "section":
		return lang.L("section")
	case "language":
		return lang.L("language")
	case "status":
		return lang.L("status")
	case "file":
		return lang.L("file")
	case "original":
		return lang.L("hash of the file")
	case "attachment":
		return lang.L("attached file")
	case "attachment_hash":
		return lang.L("hash of the attached file")
	case "name":
		return lang.L("name")
	case "kind":
		return lang.L("kind")
	case "description":
		return lang.X("history.description", "description")
	case "colour":
		return lang.L("colour")
	case "parent":
		return lang.L("parent")
	case "alias":
		return lang.L("alias")
	case "affiliation":
		return lang.L("affiliation")
	case "external_id":
		return lang.L("external id")
	}
	return ""
}

// keptFieldWord is the translated word for a field of what is kept under a name, or for a part of a report; empty for others.
func keptFieldWord(field string) string {
	switch field {
	case "filter":
		return lang.L("filter")
	case "options":
		return lang.L("choices")
	case "facts":
		return lang.L("what was said")
	case "level":
		return lang.L("level")
	case "form":
		return lang.L("form")
	case "rule":
		return lang.L("rule")
	case "confidence":
		return lang.L("how sure")
	case "verdict":
		return lang.L("decision")
	case store.HistoryExplained:
		return lang.L("change explained")
	case store.HistoryReopened:
		return lang.L("change opened again")
	case "earlier_held":
		return lang.L("what the earlier position held")
	case "later_held":
		return lang.L("what the later position held")
	case store.HistoryProposed:
		return lang.L("proposed by")
	case store.HistoryMoved:
		return lang.L("moved")
	case string(store.ItemHeading):
		return lang.L("heading")
	case string(store.ItemParagraph):
		return lang.L("paragraph")
	case string(store.ItemQuote):
		return lang.L("quote")
	case string(store.ItemPositions):
		return lang.L("positions")
	case string(store.ItemStatements):
		return lang.L("statements")
	}
	return ""
}

// memberWord is the translated word for what belongs to an annotation; empty
// for a field of its own.
func memberWord(field string) string {
	switch field {
	case string(store.RoleSpeaker):
		return lang.L("speaker")
	case string(store.RoleAddressee):
		return lang.L("addressee")
	case string(store.RoleHolder):
		return lang.L("holder")
	case string(store.RoleCarrier):
		return lang.L("carrier")
	case "tag":
		return lang.L("tag")
	case "note":
		return lang.L("note")
	}
	return ""
}

// quotedWords are the words of a value that the store has put into quotation marks, as what was written by others.
func quotedWords(value string) (words string, ok bool) {
	words, begins := strings.CutPrefix(value, "“")
	words, ends := strings.CutSuffix(words, "”")
	return words, begins && ends
}

// HistoryValue shows a value of a line: formatted if it is a date, translated
// if it is one of the few words that the project knows.
func HistoryValue(l store.HistoryLine, value string) string {
	if l.IsDate() {
		return Date(store.Date(value))
	}
	switch l.Field {
	case "stance":
		return look.StanceOf(value, false).Word
	case "act":
		return Act(store.Act(value))
	case "quotation":
		return Quotation(store.Quotation(value))
	case "status":
		return Status(store.Status(value))
	case "kind":
		return ActorKind(store.ActorKind(value))
	case "colour":
		return colourWord(value)
	case "rule", store.HistoryProposed:
		return Rule(value)
	case "verdict":
		return Verdict(store.Verdict(value))
	case "anchor", "body":
		if words, ok := quotedWords(value); ok {
			value = lang.X("quoted", "“{{.Words}}”", map[string]any{"Words": words})
		}
	}
	return strings.Join(strings.Fields(value), " ")
}

// colourWord is the translated name of a colour of the palette.
func colourWord(name string) string {
	if name == "" {
		return lang.L("automatic")
	}
	return lang.X("colour."+name, name)
}

// Verdict is the translated word for what was decided on a proposal.
func Verdict(v store.Verdict) string {
	if v == store.VerdictRejected {
		return lang.L("rejected")
	}
	return lang.L("accepted")
}

// Quotation is the translated word for how something is quoted.
func Quotation(q store.Quotation) string {
	switch q {
	case store.QuotationIndirect:
		return lang.L("indirect")
	case store.QuotationMixed:
		return lang.L("mixed")
	}
	return lang.L("direct")
}
