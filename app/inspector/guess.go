package inspector

import (
	"cmp"
	"context"
	"reflect"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/suggest"
	"standpoint/store"
)

// guessing is what guesses are made with.
type guessing struct {
	known     *suggest.Known    // the actors of the project, ready to be looked for; nil before they are
	of        uintptr           // the table of names that they are of; another one takes its place when names change
	preparing background.Latest // reads them
	prepared  uintptr           // the table of which they are read; 0: none is
}

func newGuessing() guessing { return guessing{preparing: background.Latest{Rank: background.Patient}} }

// guess fills in of a new form what the text tells.
func (f *stage) guess(values *form.Form) { values.Guess(f.knowledge()) }

// knowledge is that of which a new form is filled.
func (f *stage) knowledge() form.Knowledge {
	return form.Knowledge{
		Text: f.text(), Facts: suggest.FactsOf(f.reading.Article()), Found: f.reading.Found(),
		Saved: f.reading.Annotations(), Lately: f.lately(),
	}
}

// text is the open article as it is read for those whom it names.
func (f *stage) text() suggest.Text {
	g, actors := &f.guessing, f.desk.Names.Actors
	switch at := reflect.ValueOf(actors).Pointer(); {
	case g.known == nil:
		g.known, g.of = suggest.Know(actors), at
	case g.of != at:
		g.known.Renew(actors)
		g.of = at
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

// prepare makes the actors ready to be looked for, beside the window: the first time that takes a while where there are many.
func (f *stage) prepare() {
	g, actors := &f.guessing, f.desk.Names.Actors
	of := reflect.ValueOf(actors).Pointer()
	if g.known != nil || g.prepared == of || f.desk.Project == nil {
		return
	}
	g.prepared = of
	desk.Query(f.desk, &g.preparing, func(context.Context, *store.Project) (*suggest.Known, error) {
		return suggest.Know(actors), nil
	}, func(known *suggest.Known) {
		g.prepared = 0
		if g.known == nil {
			g.known, g.of = known, of
		}
	})
}

// kindFor is the kind that a new actor of a name most likely is of: by the name, else that of the one who was made last.
func (f *stage) kindFor(name string) string {
	return string(cmp.Or(suggest.KindOf(name), f.lately()))
}

// lately is of what kind the actor was who was made last, in this project or another.
func (f *stage) lately() store.ActorKind { return f.desk.Prefs.LastKind() }

// made remembers of what kind the actor was who was made last.
func (f *stage) made(values form.Form) {
	for _, p := range values.NewActors() {
		f.desk.Prefs.SetLastKind(p.New)
	}
}
