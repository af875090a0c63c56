package inspector

import (
	"cmp"
	"reflect"

	"standpoint/app/form"
	"standpoint/app/suggest"
	"standpoint/store"
)

// guessing is what guesses are made with.
type guessing struct {
	known  *suggest.Known // the actors of the project, ready to be looked for
	of     uintptr        // the table of names that they were made of; another one takes its place when names change
	lately store.ActorKind
}

// guess fills in of a new form what the text tells.
func (f *frame) guess(values *form.Form) { values.Guess(f.text(), f.guessing.lately) }

// text is the open article as it is read for those whom it names.
func (f *frame) text() suggest.Text {
	g, actors := &f.guessing, f.desk.Names.Actors
	if at := reflect.ValueOf(actors).Pointer(); g.known == nil || g.of != at {
		g.known, g.of = suggest.Know(actors), at
	}
	t := suggest.Text{Known: g.known, Body: f.reading.Body()}
	for _, a := range f.reading.Annotations() {
		if a.Kind != store.KindMention || a.Anchor.Body != t.Body.Hash() {
			continue
		}
		for _, s := range a.Anchor.Spans() {
			t.Mentions = append(t.Mentions, suggest.Mentioned{Span: s, Actor: a.Actor})
		}
	}
	return t
}

// kindFor is the kind that a new actor of a name most likely is of: by the name, else that of the one who was made last.
func (f *frame) kindFor(name string) string {
	return string(cmp.Or(suggest.KindOf(name), f.guessing.lately))
}

// made remembers of what kind the actor was who was made last.
func (f *frame) made(values form.Form) {
	for _, p := range values.NewActors() {
		f.guessing.lately = p.New
	}
}
