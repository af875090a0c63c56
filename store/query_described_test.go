package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
)

func TestManyActorsAndIssuesAreDescribedByFewQueriesWithTheNotesOnThem(t *testing.T) {
	ctx, p := t.Context(), newProject(t)
	var actors, issues []store.ID
	do(t, p, "Describe", func(b *store.Batch) error {
		for _, name := range []string{"Ashgrove", "Birch", "Cedar"} {
			a, err := b.AddActor(store.Actor{Name: name})
			if err != nil {
				return err
			}
			i, err := b.AddIssue(store.Issue{Name: name})
			if err != nil {
				return err
			}
			actors, issues = append(actors, a.ID), append(issues, i.ID)
			for e, id := range map[store.Entity]store.ID{store.EntityActor: a.ID, store.EntityIssue: i.ID} {
				if _, err := b.AddNote(store.Note{On: e, Subject: id, Text: "on " + name}); err != nil {
					return err
				}
			}
		}
		return b.Delete(store.EntityActor, actors[1])
	})
	queries := 0
	p.Watch(func(string, []any, int) { queries++ })
	defer p.Watch(nil)
	rows, err := p.ActorsOf(ctx, actors)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range rows {
		names = append(names, a.Name)
	}
	slices.Sort(names)
	if want := []string{"Ashgrove", "Cedar"}; !slices.Equal(names, want) {
		t.Errorf("there are the actors %v, want %v", names, want)
	}
	some, err := p.IssuesOf(ctx, issues[1:])
	if err != nil || len(some) != 2 {
		t.Errorf("there are the issues %v, %v", some, err)
	}
	notes, err := p.NotesAbout(ctx, store.EntityIssue, issues)
	var last []string
	for _, n := range notes {
		if n.Subject == issues[2] {
			last = append(last, n.Text)
		}
	}
	if want := []string{"on Cedar"}; err != nil || len(notes) != 3 || !slices.Equal(last, want) {
		t.Errorf("there are %d notes, on the last issue %v, %v", len(notes), last, err)
	}
	if queries != 3 {
		t.Errorf("they took %d queries", queries)
	}
}
