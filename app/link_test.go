package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/store"
)

func TestAllPlacesOfAnActorAreFoundByAllItsNamesInAllArticles(t *testing.T) {
	a := newSampleApp(t)
	var actor store.ID
	for _, n := range a.articles.Annotations() {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	before := a.articles.Article().ID
	a.GoTo(desk.Place{Entity: store.EntityActor, ID: actor})
	a.choose("Link All Places of the Actor…")
	names, ok := a.hasField("Names, one a line")
	if !ok || !strings.HasPrefix(names.Text(), a.Names.Actor(actor).Name) || a.current != desk.View(a.articles) {
		t.Fatal("nothing is being linked, or another name")
	}
	places := a.leftList()
	places.Focus()
	for n := 0; n < 100 && a.articles.Article().ID == before; n++ {
		a.key(t, fyne.KeyDown)
	}
	if _, still := a.hasField("Names, one a line"); !still || a.articles.Article().ID == before {
		t.Error("showing a place in another article ends the linking, or there is none")
	}
	ticked := said(a.articles.Object())
	if a.key(t, fyne.KeySpace); said(a.articles.Object()) == ticked {
		t.Error("Space does not leave the place out")
	}
	a.current.(desk.Editor).GiveUp()
	if _, still := a.hasField("Names, one a line"); still {
		t.Error("Esc does not end the linking")
	}
}
