package store

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
	EntityNote        Entity = "note"
	EntityCoder       Entity = "coder"
)
