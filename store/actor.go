package store

// Actor is a person, organisation, state or group.
type Actor struct {
	ID          ID
	Name        string    `field:"name" words:"name" shown:"title"`
	Kind        ActorKind `field:"kind"`
	Description string    `field:"description" words:"text"`
	Colour      string    `field:"colour" words:"line"` // a name in the palette; "" is chosen automatically
	MergedInto  ID        `field:"merged_into" of:"actor,merged"`
}

// ActorKind says what sort of actor it is; "" is not yet known.
type ActorKind string

// The kinds of actor.
const (
	ActorPerson       ActorKind = "person"
	ActorOrganisation ActorKind = "organisation"
	ActorState        ActorKind = "state"
	ActorGroup        ActorKind = "group"
)

// Alias is another name of an actor.
type Alias struct {
	ID    ID
	Actor ID     `field:"actor" of:"actor,owner"`
	Name  string `field:"name" words:"name"`
}

// Affiliation ties an actor to an organisation or state for a time, in a role such as "spokesman".
type Affiliation struct {
	ID           ID
	Actor        ID     `field:"actor" of:"actor,owner"`
	Organisation ID     `field:"organisation" of:"actor"`
	Role         string `field:"role" words:"line"`
	From         Date   `field:"from"` // "" is open
	To           Date   `field:"to"`   // "" is open
}

// ExternalID is an actor's identifier elsewhere, such as scheme "wikidata", value "Q42".
type ExternalID struct {
	ID     ID
	Actor  ID     `field:"actor" of:"actor,owner"`
	Scheme string `field:"scheme" words:"name"`
	Value  string `field:"value" words:"name"`
}

// ActorSort is the order of a list of actors.
type ActorSort string

// The orders of a list of actors.
const (
	ActorsByName      ActorSort = "name"
	ActorsByPositions ActorSort = "positions" // most positions first
)

// ActorQuery selects actors. The zero value selects all, by name.
type ActorQuery struct {
	ID   ID            // only this one; none: all
	Text string        // part of a name or alias; "" for all
	Kind *ActorKind    // nil for all
	In   ArticleFilter // named in an article that it leaves; the zero filter: all
	Sort ActorSort
	Page
}

// ActorRow is an actor as lists show it.
type ActorRow struct {
	Actor
	Aliases     []string
	Affiliation *Affiliation // the one that holds now or held last; nil if none
	Tally
}

// Tally is how many live annotations name an actor, by its part in them: in the whole project, or in one article.
type Tally struct {
	Mentions   int
	Statements int // of which it is a speaker
	Positions  int // of which it is a holder, its own or its statement's speaker
	Carried    int // statements that it reported, and positions that it reported whose statements it did not
	Addressed  int // statements to it
	Targeted   int // positions on it
}

// Presence is what an actor does in one article.
type Presence struct {
	Actor ID
	First int // where the first annotation that names it starts, code points; -1 if none stands in the present text
	Tally
}

// Name is what type-ahead needs of an actor, issue or tag.
type Name struct {
	ID      ID
	Name    string
	Kind    ActorKind // of an actor
	Colour  string
	Aliases []string
}
