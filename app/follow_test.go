package app

import (
	"context"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestOnlyTheNamesThatAWriteTouchedAreReadAnew(t *testing.T) {
	a := newTestApp(t)
	var actors []store.Actor
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		for _, name := range []string{"Mara Ellin", "Norvia"} {
			actor, err := b.AddActor(store.Actor{Name: name})
			if err != nil {
				return err
			}
			actors = append(actors, actor)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	renamed, other := actors[0].ID, actors[1].ID
	before := a.Names
	before.Actors[other] = store.Name{ID: other, Name: "as it was read before"}
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Rename"), func(b *store.Batch) error {
		return b.UpdateActor(renamed, func(a *store.Actor) { a.Name = "Rhea Solm" })
	}); err != nil {
		t.Fatal(err)
	}
	if got := a.Names.Actor(renamed).Name; got != "Rhea Solm" {
		t.Errorf("the one that was renamed is called %q", got)
	}
	if got := a.Names.Actor(other).Name; got != "as it was read before" {
		t.Errorf("the other was read anew: %q", got)
	}
	if got := before.Actor(renamed).Name; got != "Mara Ellin" {
		t.Errorf("who reads the names that were handed out before finds %q among them", got)
	}
}

// Who is at work becomes somebody else when a write merges them into another coder.
func TestWhoeverIsAtWorkAfterAWriteHasTheirOwnRecentNames(t *testing.T) {
	a := newTestApp(t)
	mustDo(t, a.addActor("Mara Ellin"))
	for id := range a.Names.Actors {
		a.Use([]store.ID{id})
	}
	mustDo(t, a.Project.UseCoder(t.Context(), "Ben"))
	mustDo(t, a.addActor("Norvia"))
	if n := len(a.Lately.IDs); n != 0 {
		t.Errorf("Ben has used %d names", n)
	}
	mustDo(t, a.Project.UseCoder(t.Context(), "Ada"))
	mustDo(t, a.addActor("Meridian"))
	if n := len(a.Lately.IDs); n != 1 {
		t.Errorf("Ada, who is back, has used %d names", n)
	}
}

func TestAWriteToAProjectThatIsClosedIsNotShown(t *testing.T) {
	b := newBusyApp(t)
	b.made(t, "harbour")
	if _, err := b.Project.Do(t.Context(), storetest.Titled("Add"), func(w *store.Batch) error {
		_, err := w.AddActor(store.Actor{Name: "Mara Ellin"})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	b.until(t, func() bool { return len(b.Names.Actors) == 1 }, "the name does not come")
	p := b.Project
	b.projects.setProject(nil)
	b.until(t, b.isIdle, "it is not closed")
	if len(b.Names.Actors) != 0 {
		t.Error("names of a project that is closed are offered")
	}
	stale := &follower{desk: b.Desk, project: p, changed: func(store.Event) { t.Error("what is shown is brought up to date with it") }}
	stale.follow(store.Event{All: true}, func() { t.Error("a project that is closed is shown") })
	passed := false
	b.Work.Save(func(context.Context) func() { return func() { passed = true } }) // comes after what follows from a write
	b.until(t, func() bool { return passed }, "what is saved does not come back")
}

func TestWritesThatComeOneUponTheOtherAreShownAtOnce(t *testing.T) {
	b := newBusyApp(t)
	b.made(t, "harbour")
	var shown []store.Event
	f := &follower{desk: b.Desk, project: b.Project, changed: func(e store.Event) { shown = append(shown, e) }}
	articles := []store.ID{store.NewID(), store.NewID(), store.NewID()}
	for _, id := range append(articles, articles...) {
		f.follow(store.Event{Articles: []store.ID{id}, Touched: map[store.Entity][]store.ID{store.EntityArticle: {id}}}, nil)
	}
	read := make(chan struct{})
	b.Work.Follow(func(context.Context) func() { close(read); return nil })
	<-read
	then := false
	f.follow(store.Event{}, func() { then = true })
	b.until(t, func() bool { return then }, "what follows is not shown")
	if len(shown) > 2 || len(shown[0].Articles) != len(articles) || len(shown[0].Touched[store.EntityArticle]) != len(articles) {
		t.Errorf("six writes to three articles are shown as %+v", shown)
	}
}
