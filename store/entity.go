package store

import "standpoint/store/say"

// Entity names a kind of row that the journal records.
type Entity string

// The entities of a project. Their names are part of the file format.
const (
	EntityArticle     Entity = "article"
	EntityActor       Entity = "actor"
	EntityAlias       Entity = "alias"
	EntityAffiliation Entity = "affiliation"
	EntityExternalID  Entity = "external_id"
	EntityIssue       Entity = "issue"
	EntityTag         Entity = "tag"
	EntityAnnotation  Entity = "annotation"
	EntityParticipant Entity = "participant"
	EntityTagging     Entity = "tagging"
	EntityArticleTag  Entity = "article_tag"
	EntityNote        Entity = "note"
	EntityCoder       Entity = "coder"
	EntityCollection  Entity = "collection"
	EntityCollected   Entity = "collected"
	EntitySavedSearch Entity = "saved_search"
	EntityPreset      Entity = "preset"
	EntityReport      Entity = "report"
	EntityReportItem  Entity = "report_item"
	EntityDecision    Entity = "decision"
	EntityExplanation Entity = "explanation"
	EntitySavedFilter Entity = "saved_filter"
)

// Noun returns the entity in words, for sentences.
func (e Entity) Noun() string {
	switch e {
	case EntityExternalID:
		return "external id"
	case EntityTagging:
		return "tag on an annotation"
	case EntityArticleTag:
		return "tag on an article"
	case EntityCollected:
		return "article in a collection"
	case EntitySavedSearch:
		return "saved search"
	case EntityReportItem:
		return "part of a report"
	case EntityDecision:
		return "decision on a proposal"
	case EntityExplanation:
		return "explanation of a change"
	case EntitySavedFilter:
		return "saved filter"
	default:
		return string(e)
	}
}

// word is the entity as it stands by itself in a sentence.
func (e Entity) word() say.Word { return say.Word(e.Noun()) }
