package words

import (
	"fmt"

	"standpoint/store"
)

// LongestDeleted is how many code points of what was deleted the status line tells.
const LongestDeleted = 60

// EntityDeleted says that a row with a name was deleted, and what key brings it back.
func EntityDeleted(e store.Entity, name string, back fmt.Stringer) string {
	switch e {
	case store.EntityActor:
		return Sentence("Deleted: actor “%s”. %s brings it back.", name, back)
	case store.EntityIssue:
		return Sentence("Deleted: issue “%s”. %s brings it back.", name, back)
	}
	return Sentence("Deleted: article “%s”. %s brings it back.", name, back)
}

// KindDeleted says that an annotation on some words was deleted, with the positions that
// rested on it, and what key brings it back.
func KindDeleted(k store.Kind, words string, positions int, back fmt.Stringer) string {
	switch {
	case k == store.KindMention:
		return Sentence("Deleted: mention “%s”. %s brings it back.", words, back)
	case k == store.KindStatement && positions > 0:
		return Counted(positions, "Deleted: statement “%s” with {{.Count}} position. %s brings it back.", words, back)
	case k == store.KindStatement:
		return Sentence("Deleted: statement “%s”. %s brings it back.", words, back)
	case k == store.KindPosition:
		return Sentence("Deleted: position “%s”. %s brings it back.", words, back)
	}
	return Sentence("Deleted: highlight “%s”. %s brings it back.", words, back)
}
