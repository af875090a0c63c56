package app

import (
	"fmt"

	"standpoint/store"
)

// longestDeleted is how many code points of what was deleted the status line tells.
const longestDeleted = 60

// entityDeleted says that a row with a name was deleted, and what key brings it back.
func entityDeleted(e store.Entity, name string, back fmt.Stringer) string {
	switch e {
	case store.EntityActor:
		return sentence("Deleted: actor “%s”. %s brings it back.", name, back)
	case store.EntityIssue:
		return sentence("Deleted: issue “%s”. %s brings it back.", name, back)
	}
	return sentence("Deleted: article “%s”. %s brings it back.", name, back)
}

// kindDeleted says that an annotation on some words was deleted, with the positions that
// rested on it, and what key brings it back.
func kindDeleted(k store.Kind, words string, positions int, back fmt.Stringer) string {
	switch {
	case k == store.KindMention:
		return sentence("Deleted: mention “%s”. %s brings it back.", words, back)
	case k == store.KindStatement && positions > 0:
		return counted(positions, "Deleted: statement “%s” with {{.Count}} position. %s brings it back.", words, back)
	case k == store.KindStatement:
		return sentence("Deleted: statement “%s”. %s brings it back.", words, back)
	case k == store.KindPosition:
		return sentence("Deleted: position “%s”. %s brings it back.", words, back)
	}
	return sentence("Deleted: highlight “%s”. %s brings it back.", words, back)
}
