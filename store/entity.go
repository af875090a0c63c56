package store

import "strings"

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

// Noun returns the entity in words, for sentences.
func (e Entity) Noun() string {
	switch e {
	case EntityExternalID:
		return "external id"
	case EntityTagging:
		return "tag on an annotation"
	default:
		return string(e)
	}
}

// a returns the entity in words with its indefinite article.
func (e Entity) a() string {
	noun := e.Noun()
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
