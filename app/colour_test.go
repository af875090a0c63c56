package app

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"standpoint/app/look"
	"standpoint/store"
	"standpoint/store/storetest"
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

// actor adds an actor in a colour.
func (a *App) actor(t *testing.T, name, colour string) {
	t.Helper()
	_, err := a.Project.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: name, Colour: colour})
		return err
	})
	mustDo(t, err)
}

// Actors of one article are told apart, however they are made, even where the whole project has far more actors of every other colour:
// what is rarest in the project is no reason to give it twice in an article.
func TestActorsMadeInOneArticleAreToldApart(t *testing.T) {
	a := newHarbour(t)
	rare := []string{"orange", "pink"} // the first has one actor, the second none
	for _, colour := range look.Palette() {
		for n := range 8 {
			if !slices.Contains(rare, colour) && colour != "grey" {
				a.actor(t, fmt.Sprint("Elsewhere ", colour, n), colour)
			}
		}
	}
	a.actor(t, "Orla Venn", rare[0])

	a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	a.pick(t, "Speaker", "Orla Venn", store.ActorPerson)
	a.pick(t, "Addressees", "The press", store.ActorGroup)
	a.pick(t, "Addressees", "Mara Ellin", store.ActorPerson)
	a.pick(t, "Issue or actor", "Norvia", store.ActorState)
	a.articles.Save()
	a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	a.pick(t, "Speaker", "Meridian", store.ActorOrganisation)
	a.articles.Save()
	a.text().Select(a.words(t, "observers"))
	a.choose("Link All…")
	a.pick(t, "Actor", "Observers", store.ActorGroup)
	a.articles.Save()
	here := []string{"Orla Venn", "The press", "Mara Ellin", "Norvia", "Meridian", "Observers"}
	seen := map[string]string{}
	for _, n := range a.Names.Actors {
		if !slices.Contains(here, n.Name) {
			continue
		}
		if other, taken := seen[n.Colour]; taken || n.Colour == "" {
			t.Errorf("%s and %s are both %q", n.Name, other, n.Colour)
		}
		seen[n.Colour] = n.Name
	}
	if len(seen) != len(here) {
		t.Errorf("there are %d colours of %d actors: %v", len(seen), len(here), seen)
	}
}
