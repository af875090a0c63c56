package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestAColourThatIsNotThereFollowsFromTheID(t *testing.T) {
	seen := map[string]bool{}
	for i := range 200 {
		id := store.ID{byte(i), 7, byte(i * 3)}
		name := store.ColourOf("", id)
		if name != store.ColourOf("no such", id) {
			t.Fatalf("two colours for the same id")
		}
		seen[name] = true
	}
	if len(seen) != len(store.Colours()) || seen["grey"] {
		t.Errorf("200 ids use %d colours (%v), want all but grey", len(seen), seen)
	}
	for _, chosen := range []string{"teal", "grey"} {
		if got := store.ColourOf(chosen, store.ID{}); got != chosen {
			t.Errorf("%s is shown as %q", chosen, got)
		}
	}
}

// coloursIn are the colours in which the actors of the scene's article are shown.
func (s *scene) coloursIn(t *testing.T) []string {
	t.Helper()
	present, err := s.Presences(t.Context(), s.article.ID)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range present {
		a, err := s.Actor(t.Context(), r.Actor)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, store.ColourOf(a.Colour, a.ID))
	}
	return list
}

// A new actor has a colour that nobody else has in the article, whether those others were there before or are made by
// the same action.
func TestActorsOfOneArticleHaveColoursOfTheirOwn(t *testing.T) {
	s := newScene(t)
	taken := s.coloursIn(t)
	var made []store.ID
	add := func(b *store.Batch, name string) error {
		a, err := b.AddActorIn(s.article.ID, store.Actor{Name: name})
		if slices.Contains(taken, a.Colour) {
			t.Errorf("%s is %s, as another of the article", name, a.Colour)
		}
		taken, made = append(taken, a.Colour), append(made, a.ID)
		return err
	}
	do(t, s.Project, "Add two", func(b *store.Batch) error {
		if err := add(b, "Two"); err != nil {
			return err
		}
		return add(b, "Three")
	})
	do(t, s.Project, "Name them", func(b *store.Batch) error {
		for _, id := range made {
			a := store.Annotation{Article: s.article.ID, Kind: store.KindMention, Actor: id, Anchor: anchor(t, s.body, "Borduria")}
			if _, err := b.AddAnnotation(a); err != nil {
				return err
			}
		}
		return nil
	})
	do(t, s.Project, "Add one", func(b *store.Batch) error { return add(b, "Four") })
}

// Where the article leaves a choice, the colour is the one that the project uses least.
func TestANewActorHasTheColourThatTheProjectUsesLeast(t *testing.T) {
	s := newScene(t)
	colours := store.Colours()
	do(t, s.Project, "Use all colours but one", func(b *store.Batch) error {
		for _, colour := range colours {
			for range 4 {
				if colour == "olive" {
					continue
				}
				if _, err := b.AddActor(store.Actor{Name: "Somebody " + colour, Colour: colour}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	do(t, s.Project, "Add", func(b *store.Batch) error {
		olive, err := b.AddActorIn(store.ID{}, store.Actor{Name: "Anybody"})
		if err != nil || olive.Colour != "olive" {
			t.Errorf("it is %s, %v", olive.Colour, err)
		}
		next, err := b.AddActorIn(store.ID{}, store.Actor{Name: "The next"})
		if next.Colour == "olive" {
			t.Error("two that one action makes have one colour")
		}
		return err
	})
	do(t, s.Project, "Add beside that one", func(b *store.Batch) error {
		rows, _, err := s.Actors(t.Context(), store.ActorQuery{Text: "Anybody"})
		if err != nil || len(rows) != 1 {
			return err
		}
		a, err := b.AddActorIn(store.ID{}, store.Actor{Name: "Nobody"}, rows[0].ID)
		if a.Colour == "olive" {
			t.Error("it has the colour of one that the same action names")
		}
		return err
	})
}

// The colour is part of what made the actor, and Undo and Redo leave it as it is.
func TestTheColourOfAnActorIsRecordedWithIt(t *testing.T) {
	s := newScene(t)
	var made, chosen store.Actor
	do(t, s.Project, "Add actors", func(b *store.Batch) (err error) {
		if made, err = b.AddActorIn(s.article.ID, store.Actor{Name: "Two"}); err != nil {
			return err
		}
		chosen, err = b.AddActorIn(s.article.ID, store.Actor{Name: "Three", Colour: "grey"})
		return err
	})
	if chosen.Colour != "grey" {
		t.Errorf("what was chosen became %s", chosen.Colour)
	}
	history, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityActor, ID: made.ID})
	if err != nil || len(history) != 1 {
		t.Fatalf("%d actions, %v", len(history), err)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	a, err := s.Actor(t.Context(), made.ID)
	if err != nil || a.Colour != made.Colour || a.Colour == "" {
		t.Errorf("it is %q, was %q, %v", a.Colour, made.Colour, err)
	}
	mustPass(t, s.Project)
}
