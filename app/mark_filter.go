package app

import (
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// markFilter says which marks of the text stand out; the zero value says all.
type markFilter struct {
	panelFilter
	dimmed map[store.Kind]bool
}

// shows reports whether an annotation, or one of the positions that rest on it,
// is what the filter asks for.
func (f markFilter) shows(a store.Annotation, positions []store.Annotation) bool {
	if f.dimmed[a.Kind] || f.text != "" && !strings.Contains(text.Fold(a.Anchor.Exact()), text.Fold(f.text)) {
		return false
	}
	all := append([]store.Annotation{a}, positions...)
	return (f.coder == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return a.Coder == f.coder })) &&
		(f.tag == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return slices.Contains(a.Tags, f.tag) })) &&
		(f.actor == store.ID{} || slices.ContainsFunc(all, f.namesActor)) &&
		(f.issue == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return a.Target.Issue == f.issue })) &&
		(f.stance == nil || slices.ContainsFunc(all, func(a store.Annotation) bool {
			return a.Kind == store.KindPosition && a.Stance == *f.stance
		}))
}

// namesActor reports whether the actor has a part in the annotation.
func (f markFilter) namesActor(a store.Annotation) bool {
	return a.Actor == f.actor || a.Target.Actor == f.actor ||
		slices.ContainsFunc(a.Participants, func(p store.Participant) bool { return p.Actor == f.actor })
}
