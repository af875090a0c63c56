package discourse

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"standpoint/store"
	"standpoint/store/say"
)

// kept is a filter as it is kept under a name. Names of fields last for ever; what is not asked is left out.
type kept struct {
	From        store.Date        `json:"from,omitempty"`
	To          store.Date        `json:"to,omitempty"`
	Outlets     []string          `json:"outlets,omitempty"`
	Actors      []store.ID        `json:"actors,omitempty"`
	Kinds       []store.ActorKind `json:"kinds,omitempty"`
	Issues      []store.ID        `json:"issues,omitempty"`
	Tags        []store.ID        `json:"tags,omitempty"`
	Coders      []store.ID        `json:"coders,omitempty"`
	Statuses    []string          `json:"statuses,omitempty"`
	AccordingTo AccordingTo       `json:"according_to,omitempty"`
	Conditional Conditional       `json:"conditional,omitempty"`
	Duplicates  Duplicates        `json:"duplicates,omitempty"`
	Level       Level             `json:"level,omitempty"`
}

// statusUnread is the name of the status that the store leaves empty.
const statusUnread = "unread"

// Kept returns the filter as store.SavedFilter keeps it: a JSON object. Two filters that ask the same are kept as the same.
func (f Filter) Kept() string {
	k := kept{
		From: f.From, To: f.To, Outlets: f.Outlets, Actors: f.Actors, Kinds: f.Kinds, Issues: f.Issues, Tags: f.Tags, Coders: f.Coders,
		AccordingTo: unless(f.AccordingTo, AccordingToYes), Conditional: unless(f.Conditional, ConditionalWhole),
		Duplicates: unless(f.Duplicates, DuplicatesAll), Level: unless(f.Level, LevelRecorded),
	}
	for _, s := range f.Statuses {
		if s == store.StatusUnread {
			s = statusUnread
		}
		k.Statuses = append(k.Statuses, string(s))
	}
	encoded, err := json.Marshal(k)
	if err != nil {
		panic(err) // there is nothing in it that cannot be written
	}
	return string(encoded)
}

// unless is a way in which positions count; "" where it is the usual one.
func unless[T ~string](way, usual T) T {
	if way == usual {
		return ""
	}
	return way
}

// ReadKept returns what a saved filter asks, with what stands now for rows that were merged since. It is refused where this version does
// not know all that it asks.
func ReadKept(ctx context.Context, p *store.Project, saved store.SavedFilter) (Filter, error) {
	var k kept
	decode := json.NewDecoder(bytes.NewReader([]byte(saved.Filter)))
	decode.DisallowUnknownFields()
	err := decode.Decode(&k)
	if err == nil {
		err = k.check()
	}
	if _, end := decode.Token(); err != nil || !errors.Is(end, io.EOF) {
		return Filter{}, say.Errorf("The filter “%s” is not readable: it may be of a later version of Standpoint.", saved.Name)
	}
	f := Filter{
		From: k.From, To: k.To, Outlets: k.Outlets, Actors: k.Actors, Kinds: k.Kinds, Issues: k.Issues, Tags: k.Tags, Coders: k.Coders,
		AccordingTo: k.AccordingTo, Conditional: k.Conditional, Duplicates: k.Duplicates, Level: k.Level,
	}
	for _, s := range k.Statuses {
		if s == statusUnread {
			s = string(store.StatusUnread)
		}
		f.Statuses = append(f.Statuses, store.Status(s))
	}
	standing, err := f.Standing(ctx, p)
	if err != nil {
		return Filter{}, err
	}
	return f.With(standing), nil
}

// errUnknown is said of what this version does not know; whoever asked hears another sentence.
var errUnknown = errors.New("unknown")

// check refuses what this version does not know.
func (k kept) check() error {
	for _, date := range []store.Date{k.From, k.To} {
		if _, err := store.ParseDate(string(date)); err != nil {
			return err
		}
	}
	statuses := []string{statusUnread, string(store.StatusInProgress), string(store.StatusCoded), string(store.StatusReviewed)}
	kinds := []store.ActorKind{store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup}
	if !known(k.Statuses, statuses...) || !known(k.Kinds, kinds...) ||
		!known([]AccordingTo{k.AccordingTo}, "", AccordingToYes, AccordingToNo, AccordingToOnly) ||
		!known([]Conditional{k.Conditional}, "", ConditionalWhole, ConditionalHalf, ConditionalApart, ConditionalNone) ||
		!known([]Duplicates{k.Duplicates}, append([]Duplicates{""}, AllDuplicates()...)...) ||
		!known([]Level{k.Level}, "", LevelRecorded, LevelAffiliation) {
		return errUnknown
	}
	return nil
}

// known reports whether all values are among those.
func known[T comparable](values []T, those ...T) bool {
	return !slices.ContainsFunc(values, func(v T) bool { return !slices.Contains(those, v) })
}
