package app

import (
	"standpoint/store"
)

// party is somebody's part in a form: an actor, only words, or an actor that
// saving will create.
type party struct {
	Actor store.ID        `json:"actor"`
	Name  string          `json:"name"`           // the actor's name, or the words
	New   store.ActorKind `json:"new,omitempty"`  // the kind to create it with; empty: it exists
	Words bool            `json:"word,omitempty"` // only words, no actor
}

// tagPick is a tag of a form; a zero ID is a tag that saving will create.
type tagPick struct {
	ID   store.ID `json:"id"`
	Name string   `json:"name"`
}

// targetPick is what a position is about: an issue or an actor; with a zero ID
// one that saving will create.
type targetPick struct {
	ID      store.ID        `json:"id"`
	Name    string          `json:"name"`
	IsActor bool            `json:"is_actor,omitempty"`
	New     store.ActorKind `json:"new,omitempty"`
}

func (p party) isZero() bool { return p.Name == "" }
