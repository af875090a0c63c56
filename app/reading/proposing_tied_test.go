package reading

import (
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// tiedTo is what the only position of the open article rests on.
func (r *reads) tiedTo(t *testing.T) (statement store.ID) {
	t.Helper()
	all, err := r.Project.Annotations(t.Context(), r.view.Article().ID)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, a := range all {
		if a.Kind == store.KindPosition {
			statement = a.Statement
			n++
		}
	}
	if n != 1 {
		t.Fatalf("there are %d positions", n)
	}
	return statement
}

func TestAPositionAcceptedFirstRestsOnTheStatementThatIsAcceptedAfterIt(t *testing.T) {
	for name, accept := range map[string]func(r *reads){
		"at once":     func(r *reads) { r.TypedLetter('y') },
		"by its form": func(r *reads) { r.TypedLetter('e'); r.view.Save() },
	} {
		t.Run(name, func(t *testing.T) {
			d := desktest.New(t)
			d.Prefs.ProposeNothing(false)
			r := newReads(d)
			a := r.AddArticle(t, store.Article{Title: "Toll", Published: "2031-03-04"}, "“We oppose the harbour toll,” Mara Ellin told reporters.")
			r.view.OpenAt(a.ID, nil)
			for _, p := range r.view.proposing.found.Proposals {
				if p.Kind == store.KindPosition {
					r.view.PickProposal(p.ID)
				}
			}
			r.TypedLetter('y')
			if rests := r.tiedTo(t); rests != (store.ID{}) {
				t.Fatalf("it rests on %s before that is accepted", rests)
			}
			r.step(t, "oppose")
			accept(r)
			if r.tiedTo(t) == (store.ID{}) {
				t.Error("it rests on no statement")
			}
			if _, err := r.Project.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
			if rests := r.tiedTo(t); rests != (store.ID{}) {
				t.Errorf("it rests on %s, which was taken back", rests)
			}
		})
	}
}

func TestAPositionOpenedAsAFormRestsOnItsStatementThatIsAccepted(t *testing.T) {
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	r := newReads(d)
	r.Write(t, func(b *store.Batch) error {
		_, err := b.AddIssue(store.Issue{Name: "Harbour toll"})
		return err
	})
	a := r.AddArticle(t, store.Article{Title: "Toll", Published: "2031-03-04"}, "“We oppose the harbour toll,” Mara Ellin told reporters.")
	r.view.OpenAt(a.ID, nil)
	for _, kind := range []store.Kind{store.KindStatement, store.KindPosition} {
		for _, p := range r.view.proposing.found.Proposals {
			if p.Kind == kind {
				r.view.PickProposal(p.ID)
			}
		}
		r.TypedLetter('e')
		r.view.Save()
	}
	if r.tiedTo(t) == (store.ID{}) {
		t.Error("it rests on no statement")
	}
}
