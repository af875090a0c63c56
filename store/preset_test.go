package store_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// presets returns the names of the presets, and of one of them the choices.
func presets(t *testing.T, p *store.Project, of string) (names []string, options string) {
	t.Helper()
	list, err := p.Presets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		names = append(names, s.Name)
		if s.Name == of {
			options = s.Options
		}
	}
	return names, options
}

func TestAPresetIsKeptChangedTakenBackAndToldOf(t *testing.T) {
	s := newScene(t)
	var kept store.Preset
	_, err := s.Do(t.Context(), store.Title{Code: store.TitleSavePreset, Name: "Weekly"}, func(b *store.Batch) (err error) {
		kept, err = b.SavePreset(store.ID{}, " Weekly ", `{"kind":"actors","actors":["`+s.venn.ID.String()+`"],"in":{"source":"Wire"}}`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	do(t, s.Project, "Save another", func(b *store.Batch) error {
		_, err := b.SavePreset(store.ID{}, "daily", `{}`)
		return err
	})
	if names, options := presets(t, s.Project, "Weekly"); !slices.Equal(names, []string{"daily", "Weekly"}) || options != kept.Options {
		t.Errorf("there are %q with %s", names, options)
	}
	_, err = s.Do(t.Context(), store.Title{Code: store.TitleEditPreset}, func(b *store.Batch) error {
		_, err := b.SavePreset(kept.ID, "Monthly", `{"kind":"issues"}`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names, options := presets(t, s.Project, "Monthly")
	if !slices.Equal(names, []string{"daily", "Monthly"}) || options != `{"kind":"issues"}` {
		t.Errorf("there are %q with %s", names, options)
	}
	h, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityPreset, ID: kept.ID})
	if err != nil || len(h) != 2 {
		t.Fatalf("its history is %+v, %v", h, err)
	}
	asked := "actors: “" + s.venn.Name + "”, source: “Wire”, kind: “actors”"
	want := []store.HistoryLine{
		{Field: "name", Before: "Weekly", After: "Monthly"}, {Field: "options", Before: asked, After: "kind: “issues”"},
	}
	if !slices.Equal(h[0].Lines, want) {
		t.Errorf("the change is told as %+v, want %+v", h[0].Lines, want)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if names, options := presets(t, s.Project, "Weekly"); !slices.Equal(names, []string{"daily", "Weekly"}) || options != kept.Options {
		t.Errorf("taken back, there are %q with %s", names, options)
	}
	mustPass(t, s.Project)
}

func TestAPresetGoesThroughTheTrash(t *testing.T) {
	s := newScene(t)
	var kept store.Preset
	do(t, s.Project, "Save", func(b *store.Batch) (err error) {
		kept, err = b.SavePreset(store.ID{}, "Weekly", `{"kind":"actors"}`)
		return err
	})
	bin := func() {
		do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityPreset, kept.ID) })
	}
	bin()
	trash, _, err := s.Trash(t.Context(), store.Page{})
	if names, _ := presets(t, s.Project, ""); err != nil || len(names) != 0 || len(trash) != 1 || trash[0].Title != "Weekly" {
		t.Errorf("there are %q, and in the trash %+v, %v", names, trash, err)
	}
	do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityPreset, kept.ID) })
	if names, _ := presets(t, s.Project, ""); !slices.Equal(names, []string{"Weekly"}) {
		t.Errorf("restored, there are %q", names)
	}
	bin()
	if n, err := s.EmptyTrash(t.Context()); err != nil || n != 1 {
		t.Errorf("%d rows were ended, %v", n, err)
	}
	if list, err := s.EverCreated(t.Context(), store.EntityPreset); err != nil || len(list) != 0 {
		t.Errorf("of the preset is left %v, %v", list, err)
	}
	mustPass(t, s.Project)
}

func TestPresetsOfTwoCopiesAreThereAfterTheirMerge(t *testing.T) {
	s := newScene(t)
	path, other := s.Path(), filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Close())
	copyProject(t, path, other)
	keep := func(p *store.Project, name string) {
		do(t, p, "Save", func(b *store.Batch) error {
			_, err := b.SavePreset(store.ID{}, name, `{"format":"`+strings.ToLower(name)+`"}`)
			return err
		})
	}
	theirs := openProject(t, other, store.Options{Coder: "Ben"})
	keep(theirs, "Theirs")
	must(t, theirs.Close())
	p := openProject(t, path, store.Options{Coder: "Ada"})
	keep(p, "Ours")
	m, err := p.BeginMerge(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := m.Plan(t.Context())
	if err != nil || !slices.Contains(plan.Comes, store.MergeCount{Coder: "Ben", Entity: store.EntityPreset, N: 1}) {
		t.Errorf("what comes is %+v, %v", plan.Comes, err)
	}
	must(t, m.Close())
	merge(t, p, other, nil)
	if names, options := presets(t, p, "Theirs"); !slices.Equal(names, []string{"Ours", "Theirs"}) || options != `{"format":"theirs"}` {
		t.Errorf("there are %q with %s", names, options)
	}
	mustPass(t, p)
}

func TestChoicesThatAreNoObjectAreRefused(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	id := store.NewID()
	for options, want := range map[string]store.Code{
		`{}`: "", ``: store.CodeInvalid, `[]`: store.CodeInvalid, `null`: store.CodeInvalid, `{`: store.CodeInvalid,
	} {
		_, err := p.Do(t.Context(), storetest.Titled("Save"), func(b *store.Batch) error {
			_, err := b.SavePreset(store.ID{}, "Weekly", options)
			return err
		})
		if store.CodeOf(err) != want {
			t.Errorf("%q: %v", options, err)
		}
	}
	add := func() error {
		_, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error { return b.AddPreset(id, "Weekly", `{}`) })
		return err
	}
	if err := add(); err != nil {
		t.Error(err)
	}
	if err := add(); store.CodeOf(err) != store.CodeExists {
		t.Errorf("an id twice: %v", err)
	}
}

func TestWhatWasMergedIsWhatStandsForIt(t *testing.T) {
	s := newScene(t)
	gone := store.NewID()
	do(t, s.Project, "Join", func(b *store.Batch) error { return b.Merge(store.EntityActor, s.wire.ID, s.arland.ID) })
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, s.venn.ID) })
	got, err := s.Standing(t.Context(), store.EntityActor, []store.ID{s.wire.ID, s.arland.ID, s.venn.ID, gone})
	if err != nil || len(got) != 2 || got[s.wire.ID] != s.arland.ID || got[s.arland.ID] != s.arland.ID {
		t.Errorf("got %v, %v", got, err)
	}
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, s.arland.ID) })
	if got, err := s.Standing(t.Context(), store.EntityActor, []store.ID{s.wire.ID, s.arland.ID}); err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := s.Standing(t.Context(), "gadget", nil); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("an entity that there is not: %v", err)
	}
}
