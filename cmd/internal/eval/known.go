package main

import (
	"bytes"
	"slices"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
)

// learnt are how many of the first texts teach a project its actors, where there are no others.
const learnt = 25

// projectOf are the actors that a project has that annotated some articles: whom they name, but for places. Who is named by the last word
// of a longer name is its person.
func projectOf(articles []gold.Article) map[store.ID]store.Name {
	actors := map[store.ID]store.Name{}
	there := map[string]bool{}
	var names []store.Name
	for _, a := range articles {
		for _, n := range a.Names {
			if n.Kind != gold.NamePlace {
				names = append(names, store.Name{Name: a.Body.Slice(n.Span), Kind: store.ActorKind(n.Kind)})
			}
		}
	}
	slices.SortStableFunc(names, func(a, b store.Name) int { return len(wordsOf(b.Name)) - len(wordsOf(a.Name)) })
	for _, n := range names {
		words := wordsOf(n.Name)
		if len(words) == 0 || there[strings.Join(words, " ")] {
			continue
		}
		there[strings.Join(words, " ")] = true
		if n.Kind == "person" && len(words) > 1 {
			there[words[len(words)-1]] = true
		}
		number := len(actors) + 1
		n.ID = store.ID{14: byte(number >> 8), 15: byte(number)}
		actors[n.ID] = n
	}
	return actors
}

// teachers are the articles in the language of one that are not kept, but for itself.
func teachers(articles []gold.Article, of gold.Article) []gold.Article {
	return slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool {
		return a.Language != of.Language || a.Kept || a.ID == of.ID
	})
}

// isNamed reports whether a name of a text is one of an actor: the same words, or the last, whatever their endings.
func isNamed(actor, name string) bool {
	a, b := wordsOf(actor), wordsOf(name)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(b) > 1 && len(b) != len(a) {
		return false
	}
	for i := range b {
		if !sameBegin(a[len(a)-len(b)+i], b[i]) {
			return false
		}
	}
	return true
}

// sameBegin reports whether two words are the same but for three letters at their ends, of which four are left at least; Latin ones but for
// an s.
func sameBegin(a, b string) bool {
	if a == b || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") {
		return true
	}
	x, y := []rune(a), []rune(b)
	if x[0] < 'Ѐ' {
		return false
	}
	const ending, least = 3, 4
	n := min(len(x), len(y))
	for i := range n {
		if x[i] != y[i] {
			n = i
			break
		}
	}
	return n >= least && len(x)-n <= ending && len(y)-n <= ending
}

// readKnown measures how actors of a project are found in other articles: by name.known alone.
func (m *measured) readKnown(teach, articles []gold.Article) {
	actors := projectOf(teach)
	k := suggest.Know(actors)
	r := suggest.Reader{Known: k}
	for _, a := range articles {
		facts := suggest.Facts{Published: a.Date, Language: a.Language, Source: a.Outlet}
		found := slices.DeleteFunc(r.Read(suggest.Text{Known: k, Body: a.Body}, facts), func(p suggest.Proposal) bool {
			return p.Kind != store.KindMention || p.Party.Actor == store.ID{}
		})
		m.ofProject(a, found)
		for _, n := range a.Names {
			name := a.Body.Slice(n.Span)
			is := func(p suggest.Proposal) bool { return n.Span.Overlaps(p.Whole()) && isNamed(p.Party.Name, name) }
			if _, is := actorOf(actors, name, store.ActorKind(n.Kind)); n.Kind == gold.NamePlace || !is {
				continue
			}
			m.known.gold++
			if slices.ContainsFunc(found, is) {
				m.known.found++
			} else {
				m.error(a, "known", "missed", n.Span, "“"+name+"”")
			}
		}
	}
}

// ofProject counts the mentions of actors of the project among what is proposed in an article, and which of them are right: the very name
// stands there, also within a longer one of which it is written down.
func (m *measured) ofProject(a gold.Article, found []suggest.Proposal) {
	for _, p := range found {
		if p.Kind != store.KindMention || p.Party.Actor == (store.ID{}) {
			continue
		}
		m.known.proposed++
		if slices.ContainsFunc(slices.Concat(a.Names, a.Within), func(n gold.Name) bool {
			return n.Span.Overlaps(p.Whole()) && isNamed(p.Party.Name, a.Body.Slice(n.Span))
		}) {
			m.known.right++
		} else {
			m.error(a, "known", "wrong", p.Whole(), "“"+a.Body.Slice(p.Whole())+"” is not "+p.Party.Name)
		}
	}
}

// actorOf is the actor of a kind whose name stands in a text; of several the first.
func actorOf(actors map[store.ID]store.Name, name string, kind store.ActorKind) (found store.Name, ok bool) {
	for _, n := range actors {
		fits := n.Kind == kind && isNamed(n.Name, name) && (kind == "person" || len(wordsOf(name)) == len(wordsOf(n.Name)))
		if fits && (!ok || bytes.Compare(n.ID[:], found.ID[:]) < 0) {
			found, ok = n, true
		}
	}
	return found, ok
}
