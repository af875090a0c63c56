package app

import (
	"maps"
	"slices"
	"testing"

	"standpoint/app/look"
	"standpoint/store"
)

func TestEveryColourOfTheFileCanBeShown(t *testing.T) {
	given := map[string]bool{"grey": true}
	for i := range 1000 {
		given[store.ColourOf("", store.ID{byte(i), byte(i >> 8)})] = true
	}
	got, want := slices.Sorted(slices.Values(look.Palette())), slices.Sorted(maps.Keys(given))
	if !slices.Equal(got, want) {
		t.Errorf("the palette has %v, the file %v", got, want)
	}
}

// Five actors of one article are told apart, however they are made.
func TestActorsMadeInOneArticleAreToldApart(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Speakers = []party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.form.Addressees = []party{{Name: "The press", New: store.ActorGroup}}
	page.form.Positions[0].Target = targetPick{Name: "Norvia", IsActor: true, New: store.ActorState}
	a.current.(editor).save()
	page = a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	page.form.Speakers = []party{{Name: "Meridian", New: store.ActorOrganisation}}
	a.current.(editor).save()
	a.articles.reader.view.Select(a.words(t, "observers"))
	a.choose("Link All…")
	link, _ := a.articles.inspector.linking()
	link.actor = party{Name: "Observers", New: store.ActorGroup}
	link.look()
	a.current.(editor).save()
	seen := map[string]string{}
	for _, n := range a.names.actors {
		if n.Colour == "" {
			t.Errorf("%s has no colour", n.Name)
		}
		if other, taken := seen[n.Colour]; taken {
			t.Errorf("%s and %s are both %s", n.Name, other, n.Colour)
		}
		seen[n.Colour] = n.Name
	}
	if len(seen) != 5 {
		t.Errorf("there are %d colours of %d actors", len(seen), len(a.names.actors))
	}
}
