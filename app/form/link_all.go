package form

import (
	"reflect"

	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// LinkAll is what is filled in to link all places of some names to an actor: plain data, so that a draft can keep it.
type LinkAll struct {
	Draft     string      `json:"-"`     // the key under which it is kept
	Names     string      `json:"names"` // one a line
	Actor     names.Party `json:"actor"`
	Typed     string      `json:"typed,omitempty"` // for the actor, and not picked yet
	Whole     bool        `json:"whole"`           // all articles, not only the one that is open
	MatchCase bool        `json:"match_case"`
	Endings   bool        `json:"endings"`
	Ticks     []Tick      `json:"ticks,omitempty"` // those that somebody turned over
}

// NamePlace is where a name stands. When the text becomes another, no name stands there any more.
type NamePlace struct {
	Article store.ID  `json:"article"`
	Body    text.Hash `json:"body"`
	Span    text.Span `json:"span"`
}

// Tick says whether a place is to be linked.
type Tick struct {
	At NamePlace `json:"at"`
	On bool      `json:"on"`
}

// linkDraft begins the keys under which linkings are kept beside the forms of an article. Each has a key of its own, as one may be begun
// while others are put aside.
const linkDraft = "link "

// NewLinkAll begins to link the places of names.
func NewLinkAll(names string, actor names.Party, whole bool) LinkAll {
	return LinkAll{Draft: linkDraft + store.NewID().String(), Names: names, Actor: actor, Whole: whole, MatchCase: true}
}

// Same reports whether both have the same filled in.
func (l LinkAll) Same(other LinkAll) bool { return reflect.DeepEqual(l, other) }

// Tick keeps whether places are to be linked, of those that are not so by themselves; byItself says whether that of an index is.
func (l *LinkAll) Tick(places []Tick, byItself func(i int) bool) {
	turned := make(map[NamePlace]bool, len(places))
	for _, t := range places {
		turned[t.At] = true
	}
	var rest []Tick
	for _, t := range l.Ticks {
		if !turned[t.At] {
			rest = append(rest, t)
		}
	}
	for i, t := range places {
		if t.On != byItself(i) {
			rest = append(rest, t)
		}
	}
	l.Ticks = rest
}

// Ticked is by the places that somebody turned over whether they are to be linked.
func (l LinkAll) Ticked() map[NamePlace]bool {
	on := make(map[NamePlace]bool, len(l.Ticks))
	for _, t := range l.Ticks {
		on[t.At] = t.On
	}
	return on
}
