package panel

import (
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// MarkFilter says which marks of the text stand out; the zero value says all.
type MarkFilter struct {
	Filter
	Dimmed map[store.Kind]bool
}

// Shows reports whether an annotation, or one of the positions that rest on it,
// is what the filter asks for.
func (f MarkFilter) Shows(a store.Annotation, positions []store.Annotation) bool {
	if f.Dimmed[a.Kind] || f.Text != "" && !strings.Contains(text.Fold(a.Anchor.Exact()), text.Fold(f.Text)) {
		return false
	}
	all := append([]store.Annotation{a}, positions...)
	return (f.Coder == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return a.Coder == f.Coder })) &&
		(f.Tag == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return slices.Contains(a.Tags, f.Tag) })) &&
		(f.Actor == store.ID{} || slices.ContainsFunc(all, f.namesActor)) &&
		(f.Issue == store.ID{} || slices.ContainsFunc(all, func(a store.Annotation) bool { return a.Target.Issue == f.Issue })) &&
		(f.Stance == nil || slices.ContainsFunc(all, func(a store.Annotation) bool {
			return a.Kind == store.KindPosition && a.Stance == *f.Stance
		}))
}

// namesActor reports whether the actor has a part in the annotation.
func (f MarkFilter) namesActor(a store.Annotation) bool {
	return a.Actor == f.Actor || a.Target.Actor == f.Actor ||
		slices.ContainsFunc(a.Participants, func(p store.Participant) bool { return p.Actor == f.Actor })
}
