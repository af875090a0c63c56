package reading

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/suggest"
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

// What was read before something was decided comes after that.
func TestADecidedProposalDoesNotComeBackWithWhatWasReadBefore(t *testing.T) {
	for _, key := range []rune{'y', 'n'} {
		r := newProposed(t)
		var held []func()
		onUI := r.Work.OnUI
		r.Work.OnUI = func(f func()) { held = append(held, f) }
		r.view.RenewProposals()
		r.step(t, "Monday")
		r.TypedLetter(key)
		r.Work.OnUI = onUI
		held[0]()
		if got := r.dotted(); slices.Contains(got, "“The harbour will open on Monday,”") {
			t.Errorf("%c: dotted are %q", key, got)
		}
		for _, f := range held[1:] {
			f()
		}
		if _, err := r.Project.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := r.dotted(); !slices.Contains(got, "“The harbour will open on Monday,”") {
			t.Errorf("%c: taken back, dotted are %q", key, got)
		}
	}
}

// What is proposed may be older than what was decided: in the form of a proposal, or by another who works on the same file.
func TestADecidedProposalIsNotDecidedAgain(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Monday")
	one, _ := r.view.proposing.current()
	r.TypedLetter('n')
	r.view.proposing.accept([]suggest.Proposal{one})
	if got := r.recorded(t); len(got) != 0 {
		t.Errorf("what was rejected is recorded: %q", got)
	}
	r.step(t, "We keep")
	one, _ = r.view.proposing.current()
	r.TypedLetter('y')
	r.view.proposing.accept([]suggest.Proposal{one})
	r.view.proposing.reject(one)
	if got := r.recorded(t); len(got) != 1 {
		t.Errorf("recorded is %q", got)
	}
	list, err := r.Project.Decisions(t.Context(), r.view.Article().ID)
	if err != nil || len(list) != 2 || list[0].Verdict != store.VerdictRejected || list[1].Verdict != store.VerdictAccepted {
		t.Errorf("decided is %+v, %v", list, err)
	}
}

// Who takes something back goes on with that: with another key, it is decided on otherwise.
func TestAProposalThatComesBackIsThePickedOne(t *testing.T) {
	for _, decide := range []func(*reads){
		func(r *reads) { r.TypedLetter('y') },
		func(r *reads) { r.TypedLetter('n') },
		func(r *reads) {
			list, _ := r.view.proposing.alike()
			r.view.proposing.accept(list)
		},
		func(r *reads) {
			r.TypedLetter('e')
			r.view.Save()
		},
	} {
		r := newProposed(t)
		r.Show(r.view)
		r.step(t, "Monday")
		one, _ := r.view.proposing.current()
		decide(r)
		r.view.Focus()
		if now, is := r.view.proposing.current(); is && now.ID == one.ID {
			t.Fatal("it is not decided on")
		}
		if _, err := r.Project.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if now, is := r.view.proposing.current(); !is || now.ID != one.ID {
			t.Errorf("taken back, %q is picked", r.view.Body().Slice(now.Whole()))
		}
	}
}

// Many come back in steps.
func TestOfProposalsThatComeBackInStepsTheFirstIsPicked(t *testing.T) {
	for _, order := range [][]string{{"Monday", "Nobody"}, {"Nobody", "Monday"}} {
		r := newProposed(t)
		r.Show(r.view)
		ids := map[string]store.ID{}
		for _, words := range order {
			r.step(t, words)
			one, _ := r.view.proposing.current()
			ids[words] = one.ID
			r.TypedLetter('n')
		}
		r.view.Focus()
		action := r.Project.Begin(store.Title{Code: store.TitleReopenProposals, Count: len(order)})
		for _, words := range order {
			if err := action.Batch(t.Context(), func(b *store.Batch) error { return b.Reopen(ids[words]) }); err != nil {
				t.Fatal(err)
			}
		}
		if now, _ := r.view.proposing.current(); now.ID != ids["Monday"] {
			t.Errorf("in the order %q, %q is picked", order, r.view.Body().Slice(now.Whole()))
		}
		r.Write(t, func(b *store.Batch) error { return b.Reopen(ids["Monday"]) })
	}
}

// In a narrow window the side is folded away, and who speaks stands there: nobody accepts what cannot be seen.
func TestInANarrowWindowTheSideTellsWhatThePickedProposalIs(t *testing.T) {
	r := newProposed(t)
	r.Show(r.view)
	r.Window.Resize(fyne.NewSize(720, 600))
	if r.view.panes.Shown(control.Right) {
		t.Fatal("there is room for the side")
	}
	r.TypedLetter(']')
	if _, is := r.view.proposing.current(); !is || !r.view.panes.Shown(control.Right) {
		t.Error("a proposal is picked, and the list does not tell of it")
	}
}

// Who is meant by a name that several have, nobody can tell but whoever reads: no other of that name is made.
func TestWhoIsMeantOfSeveralOfTheSameNameIsAsked(t *testing.T) {
	r := newProposed(t)
	r.Show(r.view)
	for range 2 {
		r.Write(t, func(b *store.Batch) error {
			_, err := b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson})
			return err
		})
	}
	r.step(t, "Monday")
	r.TypedLetter('y')
	if got := r.recorded(t); len(got) != 0 || !r.view.Editing() {
		t.Fatalf("recorded is %q, a form is open: %v", got, r.view.Editing())
	}
	r.view.Save()
	if !r.view.Editing() {
		t.Error("it is saved, though nobody said who is meant")
	}
	r.view.GiveUp()
	in := r.view.Found()
	r.Write(t, func(b *store.Batch) error {
		var a suggest.Acceptance
		_, err := a.Accept(b, in)
		return err
	})
	if got := r.recorded(t); len(got) != 3 || got[0] != "Mara Ellin: “The harbour will open on Monday,”" {
		t.Errorf("recorded is %q", got)
	}
	if actors, _, err := r.Project.Actors(t.Context(), store.ActorQuery{}); err != nil || len(actors) != 2 {
		t.Errorf("the actors are %+v, %v", actors, err)
	}
}

// Who accepts all of an actor goes on reading where the first of them stood, not where the last does.
func TestAfterAllOfAnActorTheProposalThatFollowsIsPicked(t *testing.T) {
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	r := newReads(d)
	a := r.AddArticle(t, store.Article{Title: "Pilots", Published: "2031-03-04"}, pilots+"\n\n"+pilots)
	r.view.OpenAt(a.ID, nil)
	r.Prefs.SetNotProposed(store.KindMention, true)
	r.view.RenewProposals()
	r.step(t, "Monday")
	list, _ := r.view.proposing.alike()
	r.view.proposing.accept(list)
	now, _ := r.view.proposing.current()
	if got := r.view.Body().Slice(now.Whole()); got != "“Nobody asked us,”" || now.Whole().Start > len(pilots) {
		t.Errorf("%q is picked, at %d", got, now.Whole().Start)
	}
}
