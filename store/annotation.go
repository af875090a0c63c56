package store

import (
	"time"

	"standpoint/store/say"
	"standpoint/store/text"
)

// Annotation is one or more spans of an article and what a coder says of them.
// Which fields apply depends on its Kind.
type Annotation struct {
	ID      ID
	Article ID          `field:"article" of:"article,home"`
	Kind    Kind        `field:"kind"`
	Anchor  text.Anchor `field:"anchor" shown:"title"` // may be zero on a position that rests on a statement

	Actor ID `field:"actor" of:"actor,ends"` // mention: whom the span names

	Quotation   Quotation   `field:"quotation"` // statement
	Act         Act         `field:"act"`       // statement
	Cue         text.Anchor `field:"cue"`       // statement: the span of the verb
	On          Date        `field:"on"`        // statement, position: when it was said or held
	Translation string      `field:"translation" words:"text"`

	Statement ID     `field:"statement" of:"annotation,ends"` // position: the statement it rests on
	Target    Target `field:"target"`                         // position
	Stance    Stance `field:"stance"`                         // position
	Condition string `field:"condition" words:"line"`         // position

	// The following are filled on reading and set through SetParticipants and SetTags. Actors and tags that were
	// merged are given as what they were merged into.
	Participants []Participant
	Tags         []ID
	Coder        ID        // who made it
	Created      time.Time // when it was made
}

// Kind is one of the four kinds of annotation.
type Kind string

// The kinds of annotation.
const (
	KindHighlight Kind = "highlight" // only tags and notes
	KindMention   Kind = "mention"   // the span names an actor
	KindStatement Kind = "statement" // somebody says something
	KindPosition  Kind = "position"  // somebody stands somewhere on a target
)

// Act is what a statement does.
type Act string

// The acts of a statement; "" is unset. ActDenies and ActDeclines never count as saying the thing.
const (
	ActSays      Act = "says"
	ActDenies    Act = "denies"
	ActAsks      Act = "asks"
	ActDemands   Act = "demands"
	ActPromises  Act = "promises"
	ActThreatens Act = "threatens"
	ActDeclines  Act = "declines"
)

// Quotation says whether a statement is in the speaker's own words; "" is unset.
type Quotation string

// The forms of quotation.
const (
	QuotationDirect   Quotation = "direct"
	QuotationIndirect Quotation = "indirect"
	QuotationMixed    Quotation = "mixed"
)

// QuotationOf is the form of words, or letters, of which so many of all stand in quotation marks.
func QuotationOf(quoted, all int) Quotation {
	switch quoted {
	case 0:
		return QuotationIndirect
	case all:
		return QuotationDirect
	}
	return QuotationMixed
}

// Stance is where the holders of a position stand; "" until the analyst sets it.
type Stance string

// The stances.
const (
	StanceUnset   Stance = ""
	StanceSupport Stance = "support"
	StanceOppose  Stance = "oppose"
	StanceNeutral Stance = "neutral"
	StanceUnclear Stance = "unclear"
)

// Target is what a position is on: an issue, or an actor, or nothing yet.
type Target struct {
	Issue ID `of:"issue"`
	Actor ID `of:"actor"`
}

// IsZero reports whether no target is set.
func (t Target) IsZero() bool { return t == Target{} }

// Role is the part somebody has in a statement or position.
type Role string

// The roles of participants.
const (
	RoleSpeaker   Role = "speaker"
	RoleAddressee Role = "addressee"
	RoleHolder    Role = "holder"
	RoleCarrier   Role = "carrier" // who reported it
)

var roles = []Role{RoleSpeaker, RoleAddressee, RoleHolder, RoleCarrier}

// word is the role as it stands by itself in a sentence.
func (r Role) word() say.Word { return say.Word(r) }

// Participant is somebody's part in a statement or position: an actor, only words such as "an unnamed source", or both.
// Several of one role are joint; their order is kept.
type Participant struct {
	Role  Role
	Actor ID
	Words string
}
