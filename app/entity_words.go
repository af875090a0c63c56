package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// entityCount is how many rows of a kind there are, in words.
func entityCount(e store.Entity, n int) string {
	switch e {
	case store.EntityActor:
		return plural(n, "actor")
	case store.EntityIssue:
		return plural(n, "issue")
	case store.EntityTag:
		return plural(n, "tag")
	case store.EntityNote:
		return plural(n, "note")
	case store.EntityAnnotation:
		return plural(n, "annotation")
	}
	return plural(n, "article")
}

// entityWord is the translated word for a kind of row.
func entityWord(e store.Entity) string {
	switch e {
	case store.EntityActor:
		return lang.L("actor")
	case store.EntityIssue:
		return lang.L("issue")
	case store.EntityTag:
		return lang.L("tag")
	case store.EntityNote:
		return lang.L("note")
	case store.EntityAnnotation:
		return lang.L("annotation")
	}
	return lang.L("article")
}
