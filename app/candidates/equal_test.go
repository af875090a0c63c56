package candidates

import (
	"testing"

	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// A project takes the very same article once: what is ticked comes in, whichever of several equal ones it is.
func TestOfEqualArticlesOneCanBeTickedAndThatComesIn(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	talks := "Source: Wire\nDate: 2031-04-03\n\nTalks began."
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", talks, "b.txt", talks, "c.txt", talks, "d.txt",
		"Source: Courier\nDate: 2031-04-03\n\nTalks began.")...)
	mustCompare(t, b, NewSketches(p))
	b.Tick(false, 0)
	b.Tick(true, 2)
	for _, id := range []int{0, 1} {
		if b.Tick(true, id); b.Row(id).Ticked {
			t.Errorf("row %d is ticked beside the same one", id)
		}
		if other, is := b.InTheWay(id); !is || other.ID != 2 {
			t.Errorf("in the way of row %d is %d, %v", id, other.ID, is)
		}
	}
	b.Tick(true, 3) // the same text in another paper
	if err := b.Set(intake.FieldSource, "Wire", 3); err != nil || b.Row(3).Ticked {
		t.Errorf("corrected to be the very same it is ticked, %v", err)
	}
	if b.Undo(); !b.Row(3).Ticked {
		t.Error("the correction is taken back, and what it unticked is not ticked again")
	}
	if b.Redo(); b.Row(3).Ticked {
		t.Error("corrected again it is ticked")
	}
	b.Undo()
	b.Toggle(0, 1) // neither can be
	if r := mustImport(t, b); len(r.Added) != 2 || len(r.Failed) > 0 {
		t.Errorf("%d came in, %v", len(r.Added), r.Failed)
	}
}
