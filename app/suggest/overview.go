package suggest

import (
	"context"
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// Overview is whom a text names, in short: “7 of your actors, 2 issues on which they stand, 3 names unknown”.
type Overview struct {
	Actors  []store.ID // of the project, in the order in which they are first named
	Issues  []store.ID // on which these stand, in order of the actors
	Unknown []string   // names of others, each once, in the order in which they first stand
}

// Overview tells whom a text names. stand are the issues on which the actors of the project stand.
func (r *Reader) Overview(t Text, f Facts, stand map[store.ID][]store.ID) Overview {
	names := newDocument(t, f).mentions()
	slices.SortStableFunc(names, inOrder)
	o := overviewOf(names)
	o.Issues = issuesOf(o.Actors, stand)
	return o
}

// overviewOf tells whom mentions name, which stand as in the text; what else is proposed is left out.
func overviewOf(proposals []Proposal) (o Overview) {
	for _, m := range proposals {
		if m.Kind != store.KindMention {
			continue
		}
		if m.Party.Actor == (store.ID{}) {
			if !slices.Contains(o.Unknown, m.Party.Name) {
				o.Unknown = append(o.Unknown, m.Party.Name)
			}
			continue
		}
		if !slices.Contains(o.Actors, m.Party.Actor) {
			o.Actors = append(o.Actors, m.Party.Actor)
		}
	}
	return o
}

// Overview tells whom the text of an article of a project names, and on which issues these stand.
func (in Findings) Overview(ctx context.Context, p *store.Project) (Overview, error) {
	o := in.named
	stand, err := p.IssuesHeld(ctx, o.Actors)
	o.Issues = issuesOf(o.Actors, stand)
	return o, err
}

// issuesOf are the issues on which actors stand, each once.
func issuesOf(actors []store.ID, stand map[store.ID][]store.ID) (all []store.ID) {
	there := map[store.ID]bool{}
	for _, a := range actors {
		for _, issue := range stand[a] {
			if !there[issue] {
				there[issue] = true
				all = append(all, issue)
			}
		}
	}
	return all
}

// Screen tells which actors of the project a text names, in the order in which they are first named. It reads the text for nothing else:
// thousands of articles can be looked through with it. language is a tag of BCP 47, or "".
func (k *Known) Screen(b *text.Body, language string) (actors []store.ID) {
	d := &document{Text: Text{Known: k, Body: b}, Facts: Facts{Language: language}}
	for _, line := range b.Paragraphs() {
		d.words = append(d.words, wordsOf(b, line)...)
	}
	there := map[store.ID]bool{}
	for _, m := range d.knownMentions() {
		if id := m.party.Actor; !there[id] {
			there[id] = true
			actors = append(actors, id)
		}
	}
	return actors
}
