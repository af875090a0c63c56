package desk_test

import (
	"fmt"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/suggest"
	"standpoint/store"
)

func TestWhomATextNamesIsToldByName(t *testing.T) {
	d := desktest.New(t)
	var o suggest.Overview
	d.Write(t, func(b *store.Batch) error {
		for i := range 10 {
			a, err := b.AddActor(store.Actor{Name: fmt.Sprintf("Actor %d", i), Kind: store.ActorPerson})
			if err != nil {
				return err
			}
			o.Actors = append(o.Actors, a.ID)
		}
		toll, err := b.AddIssue(store.Issue{Name: "Toll"})
		o.Stand = []store.ID{toll.ID}
		return err
	})
	o.Unknown = []string{"Odo Lenz", "Velia"}
	want := "Your actors: Actor 0, Actor 1, Actor 2, Actor 3, Actor 4, Actor 5, Actor 6, Actor 7 … and 2 more\n" +
		"Issues on which they stand: Toll\nNames unknown: Odo Lenz and Velia"
	if got := d.Overviewed(o); got != want {
		t.Errorf("it is told as\n%q, want\n%q", got, want)
	}
	if got := d.Overviewed(suggest.Overview{}); got != "" {
		t.Errorf("of nobody it is told %q", got)
	}
}
