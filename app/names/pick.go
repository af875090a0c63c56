package names

import (
	"standpoint/store"
)

// Party is somebody's part in a form: an actor, only words, or an actor that
// saving will create.
type Party struct {
	Actor store.ID        `json:"actor"`
	Name  string          `json:"name"`           // the actor's name, or the words
	New   store.ActorKind `json:"new,omitempty"`  // the kind to create it with; empty: it exists
	Words bool            `json:"word,omitempty"` // only words, no actor
}

// TagPick is a tag of a form; a zero ID is a tag that saving will create.
type TagPick struct {
	ID   store.ID `json:"id"`
	Name string   `json:"name"`
}

// AddTags returns the tags that are picked, and adds those that are named anew, each name once.
func AddTags(b *store.Batch, picks []TagPick) ([]store.ID, error) {
	tags := make([]store.ID, len(picks))
	added := map[string]store.ID{}
	for i, t := range picks {
		tags[i] = t.ID
		if t.ID != (store.ID{}) {
			continue
		}
		if _, is := added[t.Name]; !is {
			tag, err := b.AddTag(store.Tag{Name: t.Name})
			if err != nil {
				return nil, err
			}
			added[t.Name] = tag.ID
		}
		tags[i] = added[t.Name]
	}
	return tags, nil
}

// TargetPick is what a position is about: an issue or an actor; with a zero ID
// one that saving will create.
type TargetPick struct {
	ID      store.ID        `json:"id"`
	Name    string          `json:"name"`
	IsActor bool            `json:"is_actor,omitempty"`
	New     store.ActorKind `json:"new,omitempty"`
}

// IsZero reports whether nobody was picked.
func (p Party) IsZero() bool { return p.Name == "" }
