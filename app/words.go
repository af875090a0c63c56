package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// actWord is the translated verb of a speech act.
func actWord(a store.Act) string {
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

// saidBy says who said something, by the speech act: "A and B demand".
func saidBy(a store.Act, names []string) string {
	who, n := joined(names), len(names)
	if n == 0 {
		return actWord(a)
	}
	switch a {
	case store.ActDenies:
		return counted(n, "%s denies", who)
	case store.ActAsks:
		return counted(n, "%s asks", who)
	case store.ActDemands:
		return counted(n, "%s demands", who)
	case store.ActPromises:
		return counted(n, "%s promises", who)
	case store.ActThreatens:
		return counted(n, "%s threatens", who)
	case store.ActDeclines:
		return counted(n, "%s declines", who)
	}
	return counted(n, "%s says", who)
}

// statusWord is the translated word for an article's status.
func statusWord(s store.Status) string {
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

// kindName returns the translated word for a kind of annotation.
func kindName(k store.Kind) string {
	switch k {
	case store.KindMention:
		return lang.L("mention")
	case store.KindStatement:
		return lang.L("statement")
	case store.KindPosition:
		return lang.L("position")
	}
	return lang.L("highlight")
}

func newTitle(k store.Kind) string {
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

func savedTitle(k store.Kind) string {
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

// actorKindWord is the translated word for a kind of actor.
func actorKindWord(k store.ActorKind) string {
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
