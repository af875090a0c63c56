package app

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/store"
)

// historyWord is the translated word for what a line of a history is about.
func historyWord(l store.HistoryLine) string {
	if word := memberWord(l.Field); word != "" {
		return word
	}
	switch l.Field {
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
	return l.Word()
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

// historyValue shows a value of a line: formatted if it is a date, translated
// if it is one of the few words that the project knows.
func historyValue(l store.HistoryLine, value string) string {
	if l.IsDate() {
		return notes.FormatDate(store.Date(value))
	}
	switch l.Field {
	case "stance":
		return look.StanceOf(value, false).Word
	case "act":
		return actWord(store.Act(value))
	case "quotation":
		return quotationWord(store.Quotation(value))
	}
	return strings.Join(strings.Fields(value), " ")
}

func quotationWord(q store.Quotation) string {
	switch q {
	case store.QuotationIndirect:
		return lang.L("indirect")
	case store.QuotationMixed:
		return lang.L("mixed")
	}
	return lang.L("direct")
}
