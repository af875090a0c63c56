package suggest

import (
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// Overview is whom and what a text names, in short: “7 of your actors, 1 of your issues, 2 issues on which they stand, 3 names unknown”.
type Overview struct {
	Actors  []store.ID // of the project, in the order in which they are first named
	Issues  []store.ID // of the project that are named themselves, in the order in which they first are
	Stand   []store.ID // issues on which these actors stand and which are not named, in order of the actors
	Unknown []string   // names of others, each once, in the order in which they first stand
}

// Overview tells whom and what a text names.
func (r *Reader) Overview(t Text, f Facts) Overview {
	d := newDocument(t, f)
	d.recorded = r.Learned.names()
	names := d.mentions()
	slices.SortStableFunc(names, inOrder)
	return r.overview(d, names)
}

// overview tells whom the mentions in a text name, which stand as there, and what its words name; what else is proposed is left out.
func (r *Reader) overview(d *document, proposals []Proposal) (o Overview) {
	for _, m := range proposals {
		if m.Kind != store.KindMention {
			continue
		}
		if m.Party.Actor == (store.ID{}) {
			if m.Rule != RulePlace && !slices.Contains(o.Unknown, m.Party.Name) {
				o.Unknown = append(o.Unknown, m.Party.Name)
			}
			continue
		}
		if !slices.Contains(o.Actors, m.Party.Actor) {
			o.Actors = append(o.Actors, m.Party.Actor)
		}
	}
	o.Issues = r.Issues.namedIn(d.words)
	return o
}

// namedIn are the issues that words name.
func (x *Issues) namedIn(words []word) []store.ID {
	if x == nil {
		return nil
	}
	return x.names.namedIn(words)
}

// standing adds the issues on which the actors stand.
func (o *Overview) standing(stand map[store.ID][]store.ID) {
	there := map[store.ID]bool{}
	for _, issue := range o.Issues {
		there[issue] = true
	}
	for _, a := range o.Actors {
		for _, issue := range stand[a] {
			if !there[issue] {
				there[issue] = true
				o.Stand = append(o.Stand, issue)
			}
		}
	}
}

// Screened is how many of a project's actors and issues a text names.
type Screened struct{ Actors, Issues int }

// Screen tells which actors and issues of the project a text names, in the order in which they are first named. It reads the text for
// nothing else: thousands of articles can be looked through with it. language is a tag of BCP 47, or "".
func (r *Reader) Screen(b *text.Body, language string) (actors, issues []store.ID) {
	d := &document{Text: Text{Known: r.Known, Body: b}, Facts: Facts{Language: language}}
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
	return actors, r.Issues.namedIn(d.words)
}
