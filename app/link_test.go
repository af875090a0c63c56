package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
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

// Whoever looks at places in other articles is, after Esc and after linking, where they began.
func TestLinkingLeavesTheCaretAndTheSelectionWhereTheyWere(t *testing.T) {
	for name, leave := range map[string]func(*hand){
		"Esc":   func(h *hand) { h.press("Esc") },
		"Enter": func(h *hand) { h.press("Enter") },
	} {
		for at, lead := range map[string]func(*hand){
			"no place": func(*hand) {},
			"the last of the same article": func(h *hand) {
				h.leftList().Focus()
				h.press("End")
			},
			"the last of all articles": func(h *hand) {
				for _, s := range shown[*control.Select](h.App) {
					if s.Value() == "article" {
						s.SetValue("project")
						s.OnChanged("project")
					}
				}
				h.leftList().Focus()
				h.press("End")
			},
		} {
			t.Run(name+" at "+at, func(t *testing.T) {
				h := newStrait(t)
				h.drag("Norvia")
				was, article := h.articles.Selection(), h.articles.Article().ID
				h.press("L")
				lead(h)
				leave(h)
				if _, open := h.hasField("Names, one a line"); open {
					t.Fatal("the linking is not ended")
				}
				if got := h.articles.Selection(); got != was || h.articles.Article().ID != article || !h.articles.HasFocus() {
					t.Errorf("selected is %v of %q, want %v", got, h.articles.Article().Title, was)
				}
			})
		}
	}
}
