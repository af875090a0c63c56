package standings

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// called is the row of an entity that has a name.
func called(t *testing.T, names map[store.ID]store.Name, name string) store.ID {
	t.Helper()
	for id, n := range names {
		if n.Name == name {
			return id
		}
	}
	t.Fatalf("there is no %q", name)
	return store.ID{}
}

// What becomes of actors and issues elsewhere is followed by the figure, its caption, the chips of the filter and the list behind a mark;
// Undo brings all of it back.
func TestActorsAndIssuesThatAreRenamedMergedOrDeletedElsewhereAreFollowed(t *testing.T) {
	for tab, row := range map[string]string{tabTable: "%s – %s", tabTimeline: "%s – %s", tabNetwork: "%s"} {
		s := sample(t)
		s.turnTo(tab)
		for _, typed := range []string{"maredon", "veldania"} {
			pick(s.filter.actor, typed)
		}
		pick(s.filter.issue, "freight")
		maredon, quill := called(t, s.Names.Actors, "Maredon"), called(t, s.Names.Actors, "Hedda Quill")
		toll, joint := called(t, s.Names.Issues, "Freight toll"), called(t, s.Names.Issues, "Joint inspections")
		for spot := range s.made.sheet.Spots() {
			if of := s.made.sheet.Shape(s.made.sheet.Spot(spot).Shape).Of; len(of) > 0 && of[0].ID == maredon {
				s.picture.come(spot)
				s.list(s.picture.shape())
				break
			}
		}
		shows := func(when string, passing, listed int, actor, issue string) {
			t.Helper()
			head := row
			if strings.Count(head, "%s") > 1 {
				head = fmt.Sprintf(head, actor, issue)
			} else {
				head = fmt.Sprintf(head, actor)
			}
			if s.made.passing != passing || s.behind.list.Rows.Len() != listed || !strings.HasPrefix(desktest.Said(s.behind.title), head) {
				t.Errorf("%s: when %s %d pass and %d are listed of %q, want %d and %d of %q", tab, when, s.made.passing,
					s.behind.list.Rows.Len(), desktest.Said(s.behind.title), passing, listed, head)
			}
			chips := strings.Join(s.chips(), ", ")
			caption := strings.Join(s.made.sheet.Caption, "\n")
			for _, name := range []string{actor, issue} {
				if !strings.Contains(chips, name) || !strings.Contains(caption, name) {
					t.Errorf("%s: when %s, %s is not in %q or not in %q", tab, when, name, chips, caption)
				}
			}
		}
		undo := func() {
			if _, err := s.Project.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		shows("it is shown", 2, 1, "Maredon", "Freight toll")
		s.Write(t, func(b *store.Batch) error { return b.UpdateActor(maredon, func(a *store.Actor) { a.Name = "Mare" }) })
		s.Write(t, func(b *store.Batch) error { return b.UpdateIssue(toll, func(i *store.Issue) { i.Name = "Toll" }) })
		shows("they have other names", 2, 1, "Mare", "Toll")
		s.Write(t, func(b *store.Batch) error { return b.Merge(store.EntityActor, maredon, quill) })
		s.Write(t, func(b *store.Batch) error { return b.Merge(store.EntityIssue, toll, joint) })
		shows("they are merged", 6, 5, "Hedda Quill", "Joint inspections")
		undo()
		shows("one Undo came", 2, 1, "Hedda Quill", "Toll")
		undo()
		undo()
		undo()
		shows("all are as they were", 2, 1, "Maredon", "Freight toll")
		s.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityActor, maredon) })
		if chips := s.chips(); s.behind.list.Rows.Len() != 0 || chips[1] != "deleted" {
			t.Errorf("%s: of a deleted actor %d are listed, asked are %q", tab, s.behind.list.Rows.Len(), chips)
		}
		undo()
		shows("it is there again", 2, 1, "Maredon", "Freight toll")
	}
}

// Two values for which one actor stands are one chip, that takes both off.
func TestOneChipStandsForWhatWasMerged(t *testing.T) {
	s := sample(t)
	all := s.made.passing
	pick(s.filter.actor, "maredon")
	pick(s.filter.actor, "veldania")
	maredon, veldania := called(t, s.Names.Actors, "Maredon"), called(t, s.Names.Actors, "Veldania")
	s.Write(t, func(b *store.Batch) error { return b.Merge(store.EntityActor, maredon, veldania) })
	if got := s.chips(); len(got) != 1 || got[0] != "Veldania" {
		t.Fatalf("asked are %q", got)
	}
	test.Tap(s.filter.asks[0].(*control.Button))
	if len(s.chips()) != 0 || s.made.passing != all {
		t.Errorf("taken off, %d of %d pass; asked are %q", s.made.passing, all, s.chips())
	}
}
