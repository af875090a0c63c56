package store

import "time"

// HistoryQuery selects actions, newest first: those that touched one row, or all when ID is none.
type HistoryQuery struct {
	Entity Entity
	ID     ID
	Page
}

// HistoryEntry is one action: what was done, by whom, when, and each field before and after.
type HistoryEntry struct {
	Action  ID
	Title   Title
	Kind    ActionKind
	Coder   Coder
	At      time.Time
	Rows    int             // how many rows it changed
	Counts  []EntityCount   // how many of each entity, of what has a place of its own in the project
	Changes []HistoryChange // those of the first 100 rows, as in the journal
	Lines   []HistoryLine   // the same for people
}

// EntityCount is a number of rows of one entity.
type EntityCount struct {
	Entity Entity
	N      int
}

// HistoryChange is one field that an action set. Before and After are JSON as in the journal; "" is absent.
type HistoryChange struct {
	Entity        Entity
	ID            ID
	Field         string
	Before, After string
}

// ActionKind says what an action was.
type ActionKind string

// The kinds of action.
const (
	ActionDo    ActionKind = "do"
	ActionUndo  ActionKind = "undo"
	ActionRedo  ActionKind = "redo"
	ActionMerge ActionKind = "merge"
	ActionPurge ActionKind = "purge" // the trash was emptied, or a part of it; it cannot be undone
)

// Counts is how much a project holds, not counting what is deleted or merged.
type Counts struct {
	Articles, Actors, Issues, Tags                     int
	Highlights, Mentions, Statements, Positions, Notes int
}
