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

// project is what a project has that annotated some articles.
type project struct {
	actors map[store.ID]store.Name
	is     map[store.ID]string // who actors are, where that is written down
}

// projectOf is such a project: its actors are those whom the articles name, but for places. Who is named by the last word of a longer name
// is its person, and the names of whom is written down that they are the same are aliases.
func projectOf(articles []gold.Article) project {
	p := project{actors: map[store.ID]store.Name{}, is: map[store.ID]string{}}
	there := map[string]bool{}
	byWho := map[string]store.ID{}
	type named struct {
		store.Name
		who string
	}
	var names []named
	for _, a := range articles {
		for _, n := range a.Names {
			if n.Kind != gold.NamePlace {
				names = append(names, named{store.Name{Name: a.Body.Slice(n.Span), Kind: store.ActorKind(n.Kind)}, n.Who})
			}
		}
	}
	slices.SortStableFunc(names, func(a, b named) int { return len(wordsOf(b.Name.Name)) - len(wordsOf(a.Name.Name)) })
	for _, n := range names {
		words := wordsOf(n.Name.Name)
		if len(words) == 0 || there[strings.Join(words, " ")] {
			continue
		}
		there[strings.Join(words, " ")] = true
		if n.Kind == "person" && len(words) > 1 {
			there[words[len(words)-1]] = true
		}
		if id, same := byWho[n.who]; same && n.who != "" {
			actor := p.actors[id]
			actor.Aliases = append(actor.Aliases, n.Name.Name)
			p.actors[id] = actor
			continue
		}
		number := len(p.actors) + 1
		n.ID = store.ID{14: byte(number >> 8), 15: byte(number)}
		p.actors[n.ID], p.is[n.ID], byWho[n.who] = n.Name, n.who, n.ID
	}
	return p
}

// teachers are the articles in the language of one that are not kept, but for itself.
func teachers(articles []gold.Article, of gold.Article) []gold.Article {
	return slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool {
		return a.Language != of.Language || a.Kept || a.ID == of.ID
	})
}

// isNamed reports whether a name of a text is one of an actor: the same words, or the last, whatever their endings.
func isNamed(actor store.Name, name string) bool {
	return isOfName(actor.Name, name) || slices.ContainsFunc(actor.Aliases, func(alias string) bool { return isOfName(alias, name) })
}

func isOfName(actor, name string) bool {
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
	project := projectOf(teach)
	k := suggest.Know(project.actors)
	r := suggest.Reader{Known: k}
	for _, a := range articles {
		facts := suggest.Facts{Published: a.Date, Language: a.Language, Source: a.Outlet}
		found := slices.DeleteFunc(r.Read(suggest.Text{Known: k, Body: a.Body}, facts), func(p suggest.Proposal) bool {
			return p.Kind != store.KindMention || p.Party.Actor == store.ID{}
		})
		m.ofProject(a, project, found)
		for _, n := range a.Names {
			name := a.Body.Slice(n.Span)
			is := func(p suggest.Proposal) bool { return project.names(a, n, p) }
			if who, is := project.actorOf(name, store.ActorKind(n.Kind)); n.Kind == gold.NamePlace || !is || isAnothers(a, n, who) {
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
// stands there, also within a longer one of which it is written down, or another of the same actor's.
func (m *measured) ofProject(a gold.Article, project project, found []suggest.Proposal) {
	for _, p := range found {
		if p.Kind != store.KindMention || p.Party.Actor == (store.ID{}) || isUnwritten(a, p) {
			continue
		}
		m.known.proposed++
		if slices.ContainsFunc(slices.Concat(a.Names, a.Within), func(n gold.Name) bool { return project.names(a, n, p) }) {
			m.known.right++
		} else {
			m.error(a, "known", "wrong", p.Whole(), "“"+a.Body.Slice(p.Whole())+"” is not "+p.Party.Name)
		}
	}
}

// names reports whether a name of an article is that of the actor whom a mention there is of.
func (p project) names(a gold.Article, n gold.Name, mention suggest.Proposal) bool {
	id := mention.Party.Actor
	isIt := isNamed(p.actors[id], a.Body.Slice(n.Span)) && !isAnothers(a, n, p.actors[id])
	return n.Span.Overlaps(mention.Whole()) && (isIt || n.Who != "" && n.Who == p.is[id])
}

// isAnothers reports whether a surname that an actor has, too, is that of somebody else whom the article names in full.
func isAnothers(a gold.Article, n gold.Name, actor store.Name) bool {
	surname := wordsOf(a.Body.Slice(n.Span))
	if n.Kind != gold.NamePerson || len(surname) != 1 {
		return false
	}
	others := false
	for _, full := range a.Names {
		words := wordsOf(a.Body.Slice(full.Span))
		if full.Kind != gold.NamePerson || len(words) < 2 || words[len(words)-1] != surname[0] {
			continue
		}
		if isNamed(actor, a.Body.Slice(full.Span)) {
			return false
		}
		others = true
	}
	return others
}

// isUnwritten reports whether a proposal stands in a headline of which no names are written down, though it is written down further on whom
// it names: it is not known there whether that is right.
func isUnwritten(a gold.Article, p suggest.Proposal) bool {
	headline := a.Body.Paragraphs()[0]
	if a.Style == styleGUM || !headline.Contains(p.Whole().Start) ||
		slices.ContainsFunc(a.Names, func(n gold.Name) bool { return n.Span.Overlaps(headline) }) {
		return false
	}
	named := a.Body.Slice(p.Whole())
	return slices.ContainsFunc(a.Names, func(n gold.Name) bool { return isNamed(store.Name{Name: a.Body.Slice(n.Span)}, named) })
}

// actorOf is the actor of a kind whose name stands in a text; of several the first.
func (p project) actorOf(name string, kind store.ActorKind) (found store.Name, ok bool) {
	for _, n := range p.actors {
		fits := n.Kind == kind && isNamed(n, name) && (kind == "person" || isAsLong(n, name))
		if fits && (!ok || bytes.Compare(n.ID[:], found.ID[:]) < 0) {
			found, ok = n, true
		}
	}
	return found, ok
}

// isAsLong reports whether a name has as many words as one of an actor.
func isAsLong(actor store.Name, name string) bool {
	return slices.ContainsFunc(append([]string{actor.Name}, actor.Aliases...), func(one string) bool {
		return len(wordsOf(one)) == len(wordsOf(name))
	})
}
