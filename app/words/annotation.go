// Package words says what the project knows in the language of the window: whole sentences, numbers, dates, lists, and the words for
// entities, kinds, stances and errors.
package words

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// Act is the translated verb of a speech act.
func Act(a store.Act) string {
	switch a {
	case store.ActDenies:
		return lang.L("denies")
	case store.ActAsks:
		return lang.L("asks")
	case store.ActDemands:
		return lang.L("demands")
	case store.ActPromises:
		return lang.L("promises")
	case store.ActThreatens:
		return lang.L("threatens")
	case store.ActDeclines:
		return lang.L("declines")
	}
	return lang.L("says")
}

// SaidBy says who said something, by the speech act: "A and B demand".
func SaidBy(a store.Act, names []string) string {
	who, n := Joined(names), len(names)
	if n == 0 {
		return Act(a)
	}
	switch a {
	case store.ActDenies:
		return Counted(n, "%s denies", who)
	case store.ActAsks:
		return Counted(n, "%s asks", who)
	case store.ActDemands:
		return Counted(n, "%s demands", who)
	case store.ActPromises:
		return Counted(n, "%s promises", who)
	case store.ActThreatens:
		return Counted(n, "%s threatens", who)
	case store.ActDeclines:
		return Counted(n, "%s declines", who)
	}
	return Counted(n, "%s says", who)
}

// Status is the translated word for an article's status.
func Status(s store.Status) string {
	switch s {
	case store.StatusInProgress:
		return lang.L("in progress")
	case store.StatusCoded:
		return lang.L("coded")
	case store.StatusReviewed:
		return lang.L("reviewed")
	}
	return lang.L("unread")
}

// NewKind is the title of a form for a new annotation of a kind.
func NewKind(k store.Kind) string {
	switch k {
	case store.KindMention:
		return lang.L("New mention")
	case store.KindStatement:
		return lang.L("New statement")
	case store.KindPosition:
		return lang.L("New position")
	}
	return lang.L("New highlight")
}

// SavedKind is the title of the form of an annotation of a kind.
func SavedKind(k store.Kind) string {
	switch k {
	case store.KindMention:
		return lang.L("Mention")
	case store.KindStatement:
		return lang.L("Statement")
	case store.KindPosition:
		return lang.L("Position")
	}
	return lang.L("Highlight")
}

// ActorKind is the translated word for a kind of actor.
func ActorKind(k store.ActorKind) string {
	switch k {
	case store.ActorPerson:
		return lang.L("person")
	case store.ActorOrganisation:
		return lang.L("organisation")
	case store.ActorState:
		return lang.L("state")
	case store.ActorGroup:
		return lang.L("group")
	}
	return ""
}
