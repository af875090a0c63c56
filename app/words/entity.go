package words

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// EntityCount is how many rows of a kind there are, in words.
func EntityCount(e store.Entity, n int) string {
	switch e {
	case store.EntityArticle:
		return Counted(n, "{{.Count}} article")
	case store.EntityActor:
		return Counted(n, "{{.Count}} actor")
	case store.EntityAlias:
		return Counted(n, "{{.Count}} alias")
	case store.EntityAffiliation:
		return Counted(n, "{{.Count}} affiliation")
	case store.EntityExternalID:
		return Counted(n, "{{.Count}} external id")
	case store.EntityIssue:
		return Counted(n, "{{.Count}} issue")
	case store.EntityTag:
		return Counted(n, "{{.Count}} tag")
	case store.EntityAnnotation:
		return Counted(n, "{{.Count}} annotation")
	case store.EntityParticipant:
		return Counted(n, "{{.Count}} participant")
	case store.EntityTagging:
		return Counted(n, "{{.Count}} tag on an annotation")
	case store.EntityArticleTag:
		return Counted(n, "{{.Count}} tag on an article")
	case store.EntityNote:
		return Counted(n, "{{.Count}} note")
	case store.EntityCoder:
		return Counted(n, "{{.Count}} coder")
	case store.EntityCollection:
		return Counted(n, "{{.Count}} collection")
	case store.EntityCollected:
		return Counted(n, "{{.Count}} article in a collection")
	case store.EntitySavedSearch:
		return Counted(n, "{{.Count}} saved search")
	case store.EntityPreset:
		return Counted(n, "{{.Count}} preset")
	case store.EntityReport:
		return Counted(n, "{{.Count}} written report")
	case store.EntityReportItem:
		return Counted(n, "{{.Count}} part of a report")
	}
	return judgedCount(e, n)
}

// judgedCount is how many rows of a kind there are of those that say what somebody thinks of others, or how they are counted.
func judgedCount(e store.Entity, n int) string {
	switch e {
	case store.EntityDecision:
		return Counted(n, "{{.Count}} decision on a proposal")
	case store.EntityExplanation:
		return Counted(n, "{{.Count}} explanation of a change")
	case store.EntitySavedFilter:
		return Counted(n, "{{.Count}} saved filter")
	}
	return Counted(n, "{{.Count}} row")
}

// EntityCountBy is how many rows of a kind come from a coder.
func EntityCountBy(e store.Entity, n int, coder string) string {
	switch e {
	case store.EntityArticle:
		return Counted(n, "{{.Count}} article by %s", coder)
	case store.EntityActor:
		return Counted(n, "{{.Count}} actor by %s", coder)
	case store.EntityIssue:
		return Counted(n, "{{.Count}} issue by %s", coder)
	case store.EntityTag:
		return Counted(n, "{{.Count}} tag by %s", coder)
	case store.EntityAnnotation:
		return Counted(n, "{{.Count}} annotation by %s", coder)
	case store.EntityNote:
		return Counted(n, "{{.Count}} note by %s", coder)
	case store.EntityCollection:
		return Counted(n, "{{.Count}} collection by %s", coder)
	case store.EntitySavedSearch:
		return Counted(n, "{{.Count}} saved search by %s", coder)
	case store.EntityPreset:
		return Counted(n, "{{.Count}} preset by %s", coder)
	case store.EntityReport:
		return Counted(n, "{{.Count}} written report by %s", coder)
	case store.EntityReportItem:
		return Counted(n, "{{.Count}} part of a report by %s", coder)
	case store.EntityDecision:
		return Counted(n, "{{.Count}} decision on a proposal by %s", coder)
	case store.EntityExplanation:
		return Counted(n, "{{.Count}} explanation of a change by %s", coder)
	case store.EntitySavedFilter:
		return Counted(n, "{{.Count}} saved filter by %s", coder)
	}
	return Counted(n, "{{.Count}} row by %s", coder)
}

// Entity is the translated word for a kind of row, standing by itself.
func Entity(e store.Entity) string {
	switch e {
	case store.EntityArticle:
		return lang.L("article")
	case store.EntityActor:
		return lang.L("actor")
	case store.EntityAlias:
		return lang.L("alias")
	case store.EntityAffiliation:
		return lang.L("affiliation")
	case store.EntityExternalID:
		return lang.L("external id")
	case store.EntityIssue:
		return lang.L("issue")
	case store.EntityTag:
		return lang.L("tag")
	case store.EntityAnnotation:
		return lang.L("annotation")
	case store.EntityParticipant:
		return lang.L("participant")
	case store.EntityTagging:
		return lang.L("tag on an annotation")
	case store.EntityArticleTag:
		return lang.L("tag on an article")
	case store.EntityNote:
		return lang.L("note")
	case store.EntityCoder:
		return lang.L("coder")
	case store.EntityCollection:
		return lang.L("collection")
	case store.EntityCollected:
		return lang.L("article in a collection")
	case store.EntitySavedSearch:
		return lang.L("saved search")
	case store.EntityPreset:
		return lang.L("preset")
	case store.EntityReport:
		return lang.L("report")
	case store.EntityReportItem:
		return lang.L("part of a report")
	}
	return judged(e)
}

// judged is the translated word for a kind of row that says what somebody thinks of others, or how they are counted.
func judged(e store.Entity) string {
	switch e {
	case store.EntityDecision:
		return lang.L("decision on a proposal")
	case store.EntityExplanation:
		return lang.L("explanation of a change")
	case store.EntitySavedFilter:
		return lang.L("saved filter")
	}
	return string(e)
}

// KindUnfinished is the title of a form that was left unfinished.
func KindUnfinished(k store.Kind) string {
	switch k {
	case store.KindMention:
		return lang.L("Unfinished mention")
	case store.KindStatement:
		return lang.L("Unfinished statement")
	case store.KindPosition:
		return lang.L("Unfinished position")
	}
	return lang.L("Unfinished highlight")
}

// Belongs says where an actor belongs: "President of Veldania".
func Belongs(role, organisation string) string {
	if role == "" {
		return organisation
	}
	return Sentence("%s of %s", role, organisation)
}
