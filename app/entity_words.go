package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// entityCount is how many rows of a kind there are, in words.
func entityCount(e store.Entity, n int) string {
	switch e {
	case store.EntityArticle:
		return counted(n, "{{.Count}} article")
	case store.EntityActor:
		return counted(n, "{{.Count}} actor")
	case store.EntityAlias:
		return counted(n, "{{.Count}} alias")
	case store.EntityAffiliation:
		return counted(n, "{{.Count}} affiliation")
	case store.EntityExternalID:
		return counted(n, "{{.Count}} external id")
	case store.EntityIssue:
		return counted(n, "{{.Count}} issue")
	case store.EntityTag:
		return counted(n, "{{.Count}} tag")
	case store.EntityAnnotation:
		return counted(n, "{{.Count}} annotation")
	case store.EntityParticipant:
		return counted(n, "{{.Count}} participant")
	case store.EntityTagging:
		return counted(n, "{{.Count}} tag on an annotation")
	case store.EntityNote:
		return counted(n, "{{.Count}} note")
	case store.EntityCoder:
		return counted(n, "{{.Count}} coder")
	}
	return counted(n, "{{.Count}} row")
}

// entityCountBy is how many rows of a kind come from a coder.
func entityCountBy(e store.Entity, n int, coder string) string {
	switch e {
	case store.EntityArticle:
		return counted(n, "{{.Count}} article by %s", coder)
	case store.EntityActor:
		return counted(n, "{{.Count}} actor by %s", coder)
	case store.EntityIssue:
		return counted(n, "{{.Count}} issue by %s", coder)
	case store.EntityTag:
		return counted(n, "{{.Count}} tag by %s", coder)
	case store.EntityAnnotation:
		return counted(n, "{{.Count}} annotation by %s", coder)
	case store.EntityNote:
		return counted(n, "{{.Count}} note by %s", coder)
	}
	return counted(n, "{{.Count}} row by %s", coder)
}

// entityWord is the translated word for a kind of row, standing by itself.
func entityWord(e store.Entity) string {
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
	case store.EntityNote:
		return lang.L("note")
	case store.EntityCoder:
		return lang.L("coder")
	}
	return string(e)
}

// kindUnfinished is the title of a form that was left unfinished.
func kindUnfinished(k store.Kind) string {
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
