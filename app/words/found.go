package words

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// Found is the title of something that a search found. kind is that of the annotation that it is, or that a note is on; on is what a
// note is on.
func Found(e store.Entity, kind store.Kind, on store.Entity) string {
	switch e {
	case store.EntityArticle:
		return lang.L("Article")
	case store.EntityActor:
		return lang.L("Actor")
	case store.EntityIssue:
		return lang.L("Issue")
	case store.EntityTag:
		return lang.L("Tag")
	case store.EntityNote:
		return noteOn(kind, on)
	case store.EntityExplanation:
		return lang.L("Note on a change")
	}
	return SavedKind(kind)
}

// noteOn is the title of a note, by what it is on.
func noteOn(kind store.Kind, on store.Entity) string {
	switch on {
	case store.EntityArticle:
		return lang.L("Note on an article")
	case store.EntityActor:
		return lang.L("Note on an actor")
	case store.EntityIssue:
		return lang.L("Note on an issue")
	}
	switch kind {
	case store.KindMention:
		return lang.L("Note on a mention")
	case store.KindStatement:
		return lang.L("Note on a statement")
	case store.KindPosition:
		return lang.L("Note on a position")
	}
	return lang.L("Note on a highlight")
}
