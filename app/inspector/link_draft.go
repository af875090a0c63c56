package inspector

import (
	"slices"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/store"
)

// takeUpLink goes on with a linking that was left unfinished in the open article. An actor that was deleted since is asked for again.
func (f *stage) takeUpLink(l form.LinkAll) {
	f.KeepDraft()
	f.loading.Overtake() // what is being read to be shown comes too late now
	if _, there := f.desk.Names.Actors[l.Actor.Actor]; !there && l.Actor.Actor != (store.ID{}) {
		l.Actor = names.Party{}
	}
	(&linkPage{LinkAll: l, stage: f, home: f.reading.Article().ID}).open(true)
}

var _ workPage = (*linkPage)(nil) // what is filled in is kept with an article

func (p *linkPage) of() store.ID { return p.home }

// save links.
func (p *linkPage) save() { p.link() }

// again opens the page with what was filled in.
func (p *linkPage) again() func() {
	return func() {
		p.stage.KeepDraft()
		p.open(true)
	}
}

// keepDraft keeps what is filled in, until it is linked or dropped: with the article in which it was begun, or the first that was opened
// since.
func (p *linkPage) keepDraft() {
	if p.home == (store.ID{}) {
		p.home = p.stage.reading.Article().ID
	}
	drafts, article, kept := p.stage.drafts, p.home, p.LinkAll
	switch {
	case article == (store.ID{}) || slices.ContainsFunc(drafts.links, kept.Same):
	case kept.Same(p.was):
		drafts.dropLink(article, kept.Draft)
	default:
		drafts.keepLink(article, article == p.stage.reading.Article().ID, kept)
	}
}

// forget drops the draft: the places are linked.
func (p *linkPage) forget() {
	if p.isShown() {
		p.stage.dirty = false
	}
	p.stage.drafts.dropLink(p.home, p.Draft)
}

// toggled keeps that somebody ticked places or left them out.
func (p *linkPage) toggled(places []suggest.Naming, on bool) {
	ticks := make([]form.Tick, len(places))
	for i, n := range places {
		ticks[i] = form.Tick{At: placeOf(n), On: on}
	}
	p.Tick(ticks, func(i int) bool { return isOnByItself(places[i]) })
	p.stage.touched()
}

// isOn tells which places are ticked: all but those that are linked to another actor, and as somebody turned them over.
func (p *linkPage) isOn() func(suggest.Naming) bool {
	turned := p.Ticked()
	return func(n suggest.Naming) bool {
		if on, said := turned[placeOf(n)]; said {
			return on
		}
		return isOnByItself(n)
	}
}

func isOnByItself(n suggest.Naming) bool { return n.Links == (store.ID{}) }

func placeOf(n suggest.Naming) form.NamePlace {
	return form.NamePlace{Article: n.Article, Body: n.Body, Span: n.Span}
}
