package standings

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/words"
	"standpoint/store"
)

// pick picks what fits some words in a field of the filter.
func pick(field *control.TypeAhead, typed string) {
	field.Focus()
	test.Type(field.Input(), typed)
	field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// chips are what is asked, as it stands in chips.
func (s *seat) chips() (list []string) {
	for _, o := range s.filter.asks {
		list = append(list, strings.TrimSuffix(desktest.Said(o), "  ×"))
	}
	return list
}

func TestValuesOfTheFilterAreChipsThatAreTakenOffByTheKeyboardWithOneReadOfThePositions(t *testing.T) {
	s := sample(t)
	all := s.made.passing
	s.Choose("More Filters")
	pick(s.filter.outlet, "harbour")
	pick(s.filter.outlet, "lissel")
	pick(s.filter.kind, "person")
	pick(s.filter.kind, "state")
	pick(s.filter.issue, "freight")
	s.filter.conditional.OnChanged(string(discourse.ConditionalNone))
	s.filter.duplicates.OnChanged(string(discourse.DuplicatesYear))
	want := []string{"Freight toll", "Harbour Wire", "Lissel Evening Post", "person", "state", "without conditional", "once a year"}
	if !slices.Equal(s.chips(), want) {
		t.Fatalf("asked are %q, want %q", s.chips(), want)
	}
	if s.made.passing == 0 || s.made.passing >= all || s.filter.outlet.Pending() != "" {
		t.Errorf("%d of %d positions pass", s.made.passing, all)
	}
	s.Window.Canvas().Focus(s.filter.asks[0].(fyne.Focusable))
	for len(s.filter.asks) > 0 {
		on, is := s.Window.Canvas().Focused().(*control.Button)
		if !is || !slices.Contains(s.filter.asks, fyne.CanvasObject(on)) {
			t.Fatalf("the keyboard is in %T, and asked are %q", s.Window.Canvas().Focused(), s.chips())
		}
		on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if s.made.passing != all || s.Window.Canvas().Focused() != fyne.Focusable(s.filter.more) {
		t.Errorf("%d positions pass, want all %d; the keyboard is in %T", s.made.passing, all, s.Window.Canvas().Focused())
	}
	if s.reads != 1 {
		t.Errorf("the positions were read %d times", s.reads)
	}
	s.Choose("More Filters")
	if s.filter.rest.Visible() || s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("folded, the keyboard is in %T", s.Window.Canvas().Focused())
	}
}

func TestPositionsWithOneOfSeveralTagsPassAndThoseOfTheCodersAndStatusesAskedFor(t *testing.T) {
	s := sample(t)
	var tags []store.Name
	s.Write(t, func(b *store.Batch) error {
		for _, name := range []string{"ice", "toll"} {
			tag, err := b.AddTag(store.Tag{Name: name})
			if err != nil {
				return err
			}
			tags = append(tags, store.Name{ID: tag.ID})
		}
		return nil
	})
	list := s.made.rows.List
	s.Write(t, func(b *store.Batch) error {
		for i, row := range []discourse.Row{list[0], list[len(list)-1]} {
			if err := b.TagAnnotations(tags[i].ID, row.Position.ID); err != nil {
				return err
			}
		}
		return nil
	})
	for asked, want := range map[int]int{1: 1, 2: 2} {
		f := discourse.Filter{}
		for _, tag := range tags[:asked] {
			f.Tags = append(f.Tags, tag.ID)
		}
		s.filter.ask(f)
		if s.made.passing != want {
			t.Errorf("of %d tags %d positions pass, want %d", asked, s.made.passing, want)
		}
	}
	s.filter.ask(discourse.Filter{Coders: []store.ID{store.NewID()}})
	if s.made.passing != 0 || !slices.Equal(s.chips(), []string{"deleted"}) {
		t.Errorf("of an unknown coder %d pass, asked are %q", s.made.passing, s.chips())
	}
	s.Choose("Let All Positions Pass")
	if len(s.chips()) != 0 || s.made.passing == 0 {
		t.Errorf("%d pass, asked are %q", s.made.passing, s.chips())
	}
}

func TestAFilterIsKeptUnderANameChosenRenamedAndDeletedWithUndo(t *testing.T) {
	s := sample(t)
	all := s.made.passing
	pick(s.filter.issue, "freight")
	limited := s.made.passing
	s.name(t, "Save the Filter…", "Tolls")
	if k := s.filter.kept; k.pick.Said() != "Tolls" || k.box.Hidden || k.save.Visible() {
		t.Fatalf("chosen is %q", k.pick.Said())
	}
	reads := s.reads
	pick(s.filter.issue, "joint")
	if said := s.filter.kept.pick.Said(); said != words.Dotted("Tolls", "changed since") || !s.filter.kept.save.Visible() {
		t.Errorf("it says %q", said)
	}
	s.Choose("Let All Positions Pass")
	s.filter.kept.pick.OnChanged(s.saved().ID.String())
	if s.made.passing != limited || !slices.Equal(s.chips(), []string{"Freight toll"}) || s.filter.kept.pick.Said() != "Tolls" {
		t.Errorf("chosen again %d pass, want %d; asked are %q", s.made.passing, limited, s.chips())
	}
	s.name(t, "Rename the Saved Filter…", "Freight")
	if said := s.filter.kept.pick.Said(); said != "Freight" {
		t.Errorf("renamed it says %q", said)
	}
	s.Choose("Delete the Saved Filter")
	none := "no saved filter"
	if said := s.filter.kept.pick.Said(); said != none || s.saved().Name != "" || s.made.passing != limited {
		t.Errorf("deleted, %d pass, chosen is %q", s.made.passing, said)
	}
	walk := func(what string, step func(context.Context) (store.UndoResult, error), names ...string) {
		for _, want := range names {
			if _, err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
			if name, said := s.saved().Name, s.filter.kept.pick.Said(); name != want || said != cmp.Or(want, none) {
				t.Errorf("after %s there is %q, want %q; chosen is %q", what, name, want, said)
			}
		}
	}
	walk("Undo", s.Project.Undo, "Freight", "Tolls", "")
	walk("Redo", s.Project.Redo, "Tolls", "Freight", "")
	walk("Undo again", s.Project.Undo, "Freight", "Tolls", "")
	s.filter.kept.choose("")
	if s.made.passing != all {
		t.Errorf("with none %d pass, want %d", s.made.passing, all)
	}
	s.filter.kept.choose(s.filter.kept.list[0].ID.String())
	if s.Choose("Delete the Saved Filter"); !s.filter.kept.box.Hidden {
		t.Error("there is a field for saved filters where none is")
	}
	if s.reads != reads {
		t.Errorf("the positions were read %d times for what is kept of the filter", s.reads-reads)
	}
}

// saved is the filter that is kept beside that of the sample project; the zero one for none.
func (s *seat) saved() store.SavedFilter {
	for _, f := range s.filter.kept.list {
		if f.Name != "Since the talks opened" {
			return f
		}
	}
	return store.SavedFilter{}
}

// name answers the box that a command opens with a name.
func (s *seat) name(t *testing.T, command, name string) {
	t.Helper()
	s.answer(t, command, func(field *control.Field) { field.SetText(name) })
}

func TestAFilterOfALaterVersionIsSaidToBeOneAndNotChosen(t *testing.T) {
	s := sample(t)
	s.Write(t, func(b *store.Batch) error {
		_, err := b.SaveFilter(store.ID{}, "Tomorrow", `{"weather":"fair"}`)
		return err
	})
	all := s.made.passing
	s.filter.kept.choose(s.saved().ID.String())
	if s.made.passing != all || s.filter.kept.chosen != (store.ID{}) {
		t.Errorf("%d pass, want %d", s.made.passing, all)
	}
}

func TestTheTimelineOfOneActorHasALaneForEachIssueAndOfSeveralOneForEachActor(t *testing.T) {
	one, two := []store.ID{{1}}, []store.ID{{1}, {2}}
	for _, of := range []struct {
		filter discourse.Filter
		want   figure.Lanes
	}{
		{discourse.Filter{}, figure.LanesActors},
		{discourse.Filter{Actors: one}, figure.LanesIssues},
		{discourse.Filter{Actors: one, Issues: two}, figure.LanesIssues},
		{discourse.Filter{Actors: one, Issues: one}, figure.LanesActors},
		{discourse.Filter{Actors: two}, figure.LanesActors},
	} {
		if got := (chosen{}).timing(of.filter).Lanes; got != of.want {
			t.Errorf("of %d actors and %d issues the lanes are %s, want %s", len(of.filter.Actors), len(of.filter.Issues), got, of.want)
		}
	}
}
