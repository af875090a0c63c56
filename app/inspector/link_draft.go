package inspector

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/store"
)

// linkCard offers a linking that was left unfinished.
func (i *Inspector) linkCard(l form.LinkAll) fyne.CanvasObject {
	return control.NewDraftCard(lang.L("Unfinished linking of all places"), l.Names,
		func() { i.takeUpLink(l) },
		func() { i.dropLink(i.reading.Article().ID, l.Draft); i.redraw() })
}

// takeUpLink goes on with a linking that was left unfinished in the open article. An actor that was deleted since is asked for again.
func (i *Inspector) takeUpLink(l form.LinkAll) {
	i.KeepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	if _, there := i.desk.Names.Actors[l.Actor.Actor]; !there && l.Actor.Actor != (store.ID{}) {
		l.Actor = names.Party{}
	}
	i.link(&LinkPage{LinkAll: l, inspector: i, home: i.reading.Article().ID}, true)
}

// dropLink forgets the draft of a linking, if there is one.
func (i *Inspector) dropLink(article store.ID, key string) {
	i.links = withoutLink(i.links, key)
	if i.kept[key] {
		delete(i.kept, key)
		i.dropArticleDraft(article, key)
	}
}

func withoutLink(links []form.LinkAll, key string) []form.LinkAll {
	return slices.DeleteFunc(slices.Clone(links), func(l form.LinkAll) bool { return l.Draft == key })
}

var _ articlePage = (*LinkPage)(nil) // what is filled in is kept with an article

func (p *LinkPage) of() store.ID { return p.home }

// save links.
func (p *LinkPage) save() { p.link() }

// again opens the page with what was filled in.
func (p *LinkPage) again() {
	p.inspector.KeepDraft()
	p.inspector.link(p, true)
}

// keepDraft keeps what is filled in, until it is linked or dropped: with the article in which it was begun, or the first that was opened
// since.
func (p *LinkPage) keepDraft() {
	if p.home == (store.ID{}) {
		p.home = p.inspector.reading.Article().ID
	}
	i, article, kept := p.inspector, p.home, p.LinkAll
	if article == (store.ID{}) || slices.ContainsFunc(i.links, kept.Same) {
		return
	}
	if kept.Same(p.was) {
		i.dropLink(article, kept.Draft)
		return
	}
	if i.reading.Article().ID == article {
		i.links = append([]form.LinkAll{kept}, withoutLink(i.links, kept.Draft)...)
	}
	i.kept[kept.Draft] = true
	i.desk.Keep(func(ctx context.Context, project *store.Project) error {
		return form.KeepArticleDraft(ctx, project, article, kept.Draft, kept, true)
	})
}

// forget drops the draft: the places are linked.
func (p *LinkPage) forget() {
	if p.inspector.page == inspectorPage(p) {
		p.inspector.dirty = false
	}
	p.inspector.dropLink(p.home, p.Draft)
}

// toggled keeps that somebody ticked a place or left it out.
func (p *LinkPage) toggled(n suggest.Naming, on bool) {
	p.Tick(placeOf(n), on, isOnByItself(n))
	p.inspector.touched()
}

// isOn tells which places are ticked: all but those that are linked to another actor, and as somebody turned them over.
func (p *LinkPage) isOn() func(suggest.Naming) bool {
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
