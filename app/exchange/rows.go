package exchange

import (
	"standpoint/store"
)

// Version is the version of the document that Export writes and Import reads.
const Version = 1

// document is a project as the JSON holds it. Names of fields last for ever: docs/json-schema.json describes them, and a
// test holds the two together. A field without omitempty or omitzero must be given.
type document struct {
	Standpoint  int             `json:"standpoint"`
	Coders      []coderRow      `json:"coders,omitempty"`
	Articles    []articleRow    `json:"articles,omitempty"`
	Actors      []actorRow      `json:"actors,omitempty"`
	Issues      []issueRow      `json:"issues,omitempty"`
	Tags        []tagRow        `json:"tags,omitempty"`
	Annotations []annotationRow `json:"annotations,omitempty"`
	Notes       []noteRow       `json:"notes,omitempty"`
}

type coderRow struct {
	ID   store.ID `json:"id"`
	Name string   `json:"name"`
}

type articleRow struct {
	ID        store.ID   `json:"id"`
	Title     string     `json:"title"`
	Source    string     `json:"source,omitempty"`
	Author    string     `json:"author,omitempty"`
	Published store.Date `json:"published,omitempty"`
	URL       string     `json:"url,omitempty"`
	Section   string     `json:"section,omitempty"`
	Language  string     `json:"language,omitempty"`
	Status    string     `json:"status,omitempty"`
	Body      string     `json:"body"`

	EarlierBodies []string `json:"earlier_bodies,omitempty"` // in which annotations stand that have not been moved
}

type actorRow struct {
	ID           store.ID         `json:"id"`
	Name         string           `json:"name"`
	Kind         store.ActorKind  `json:"kind,omitempty"`
	Description  string           `json:"description,omitempty"`
	Colour       string           `json:"colour,omitempty"`
	Aliases      []string         `json:"aliases,omitempty"`
	Affiliations []affiliationRow `json:"affiliations,omitempty"`
	ExternalIDs  []externalIDRow  `json:"external_ids,omitempty"`
}

type affiliationRow struct {
	ID           store.ID   `json:"id"`
	Organisation store.ID   `json:"organisation"`
	Role         string     `json:"role,omitempty"`
	From         store.Date `json:"from,omitempty"`
	To           store.Date `json:"to,omitempty"`
}

type externalIDRow struct {
	Scheme string `json:"scheme"`
	Value  string `json:"value"`
}

type issueRow struct {
	ID          store.ID `json:"id"`
	Name        string   `json:"name"`
	Description string   `json:"description,omitempty"`
	Colour      string   `json:"colour,omitempty"`
	Parent      store.ID `json:"parent,omitzero"`
}

type tagRow struct {
	ID     store.ID `json:"id"`
	Name   string   `json:"name"`
	Colour string   `json:"colour,omitempty"`
	Parent store.ID `json:"parent,omitzero"`
}

type annotationRow struct {
	ID           store.ID         `json:"id"`
	Article      store.ID         `json:"article"`
	Kind         store.Kind       `json:"kind"`
	Body         string           `json:"body,omitempty"` // hash of the earlier body in which spans and cue are
	Spans        []spanRow        `json:"spans,omitempty"`
	Actor        store.ID         `json:"actor,omitzero"`
	Quotation    store.Quotation  `json:"quotation,omitempty"`
	Act          store.Act        `json:"act,omitempty"`
	Cue          []spanRow        `json:"cue,omitempty"`
	On           store.Date       `json:"on,omitempty"`
	Translation  string           `json:"translation,omitempty"`
	Statement    store.ID         `json:"statement,omitzero"`
	Target       targetRow        `json:"target,omitzero"`
	Stance       store.Stance     `json:"stance,omitempty"`
	Condition    string           `json:"condition,omitempty"`
	Participants []participantRow `json:"participants,omitempty"`
	Tags         []store.ID       `json:"tags,omitempty"`
}

// spanRow is a span in code points of the article's body. Start and End are both given or both left out; left out, the
// exact text must stand once in the body.
type spanRow struct {
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Exact string `json:"exact"`
}

type targetRow struct {
	Issue store.ID `json:"issue,omitzero"`
	Actor store.ID `json:"actor,omitzero"`
}

type participantRow struct {
	Role  store.Role `json:"role"`
	Actor store.ID   `json:"actor,omitzero"`
	Words string     `json:"words,omitempty"`
}

type noteRow struct {
	On      store.Entity `json:"on"`
	Subject store.ID     `json:"subject"`
	Coder   store.ID     `json:"coder"`
	Text    string       `json:"text"`
}

// noteKey is what there is one note for.
type noteKey struct {
	on             store.Entity
	subject, coder store.ID
}

func (r noteRow) key() noteKey { return noteKey{r.On, r.Subject, r.Coder} }
