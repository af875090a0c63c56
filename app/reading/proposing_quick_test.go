package reading

import (
	"testing"

	"standpoint/store"
)

// Who accepts one proposal after the other waits for no reading between them.
func TestAnActorAcceptedTwiceBeforeTheTextIsReadAgainIsOneActor(t *testing.T) {
	r := newProposed(t)
	letGo := r.HoldBack()
	r.step(t, "Monday")
	r.TypedLetter('y')
	r.step(t, "We keep")
	r.TypedLetter('y')
	letGo()
	if got := r.recorded(t); len(got) != 2 {
		t.Fatalf("recorded is %q", got)
	}
	actors, _, err := r.Project.Actors(t.Context(), store.ActorQuery{})
	if err != nil || len(actors) != 1 {
		t.Errorf("the actors are %+v, %v", actors, err)
	}
}
