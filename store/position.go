package store

import "standpoint/store/text"

// Grouping is how a list of positions is grouped.
type Grouping string

// The groupings of positions.
const (
	PositionsByHolder Grouping = "by_holder"
	PositionsByTarget Grouping = "by_target"
)

// PositionQuery selects positions. The zero value selects all of the project, by holder. Within a group positions
// stand oldest first.
type PositionQuery struct {
	Article ID // none: all articles
	Group   Grouping
	Actor   ID      // a holder; none: all
	Issue   ID      // the target; none: all
	Stance  *Stance // nil: all
	Text    string  // words in quote, condition, translation; "" for all
	Page
}

// PartyRef is somebody, or a target, as lists show it: an actor or issue with name and colour, or only words.
// All fields empty means nobody is named yet.
type PartyRef struct {
	ID     ID
	Entity Entity // EntityActor or EntityIssue; "" with only words
	Name   string
	Colour string
	Words  string
}

// Label returns the name, or else the words.
func (r PartyRef) Label() string {
	if r.Name != "" {
		return r.Name
	}
	return r.Words
}

// DateFrom says where an effective date comes from.
type DateFrom string

// The origins of an effective date; "" when there is no date.
const (
	DateOwn           DateFrom = "own"
	DateFromStatement DateFrom = "statement"
	DateFromArticle   DateFrom = "article"
)

// PositionRow is a position as lists show it: date, carriers, spans and holders are taken from the statement it rests
// on until its own are set. A position with several holders (or one whose group has several) has a row in each group.
type PositionRow struct {
	Annotation
	ArticleTitle, ArticleSource string
	Group                       PartyRef
	Holders, Carriers           []PartyRef
	TargetRef                   PartyRef
	Anchored                    text.Anchor // own or the statement's
	Quote                       string      // exact words
	Date                        Date
	DateFrom                    DateFrom
	Paragraph                   int        // 1-based number of the paragraph in which it starts; 0 if unplaced
	AccordingTo                 []PartyRef // speakers, when a holder is neither a speaker nor represented by one on that day
}

// StatementSort is the order of a list of statements.
type StatementSort string

// The orders of a list of statements.
const (
	StatementsByText StatementSort = "text" // as they stand in the articles, oldest article first
	StatementsByDate StatementSort = "date" // oldest first
)

// StatementQuery selects statements. The zero value selects all of the project, in text order.
type StatementQuery struct {
	Article ID      // none: all articles
	Actor   ID      // a speaker; none: all
	Issue   ID      // an issue on which one of its positions is; none: all
	Stance  *Stance // of one of its positions; nil: all
	Text    string  // words in quote or translation; "" for all
	Sort    StatementSort
	Page
}

// PositionSummary is a position as the row of its statement shows it.
type PositionSummary struct {
	ID          ID
	TargetRef   PartyRef
	Stance      Stance
	Conditional bool
	Holders     []PartyRef // effective
}

// StatementRow is a statement as lists show it.
type StatementRow struct {
	Annotation
	ArticleTitle, ArticleSource    string
	Speakers, Addressees, Carriers []PartyRef
	Quote                          string
	Date                           Date
	DateFrom                       DateFrom
	Paragraph                      int // 1-based; 0 if unplaced
	Positions                      []PositionSummary
}

// RecordRow is one entry in the record of an actor or issue: a statement or a position.
type RecordRow struct {
	Statement *StatementRow // one of the two is set
	Position  *PositionRow
}
