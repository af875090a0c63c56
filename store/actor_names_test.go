package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// followedNames are the names of a project as somebody keeps them who reads only those that events tell of.
type followedNames map[Entity]map[ID]Name

func (f followedNames) follow(ctx context.Context, p *Project, e Event) error {
	for _, entity := range []Entity{EntityActor, EntityIssue, EntityTag} {
		names, err := p.NamesOf(ctx, entity, e.Named[entity])
		if err != nil {
			return err
		}
		for _, id := range e.Named[entity] {
			delete(f[entity], id)
		}
		for _, n := range names {
			f[entity][n.ID] = n
		}
	}
	return nil
}

func allNames(ctx context.Context, p *Project) (followedNames, error) {
	f := followedNames{}
	for _, entity := range []Entity{EntityActor, EntityIssue, EntityTag} {
		names, err := p.Names(ctx, entity)
		if err != nil {
			return nil, err
		}
		f[entity] = map[ID]Name{}
		for _, n := range names {
			f[entity][n.ID] = n
		}
	}
	return f, nil
}

// Whatever is done, and undone, reading the names that the events tell of gives what reading all anew would.
func TestEventsTellOfEveryNameThatIsAnotherNow(t *testing.T) {
	ctx := t.Context()
	rapid.Check(t, func(rt *rapid.T) {
		p, err := Create(ctx, filepath.Join(t.TempDir(), "names.standpoint"), Options{Coder: "Ada"})
		if err != nil {
			rt.Fatal(err)
		}
		defer func() {
			if err := p.Close(); err != nil {
				rt.Error(err)
			}
		}()
		events := make(chan Event, 100)
		defer p.Subscribe(func(e Event) { events <- e })()
		followed, err := allNames(ctx, p)
		if err != nil {
			rt.Fatal(err)
		}
		rows := map[Entity][]ID{}
		entities := []Entity{EntityActor, EntityIssue, EntityTag}
		pick := func(e Entity, what string) ID { return rapid.SampledFrom(rows[e]).Draw(rt, what) }
		for step := range 4 + rapid.IntRange(0, 20).Draw(rt, "steps") {
			e := rapid.SampledFrom(entities).Draw(rt, "entity")
			act := rapid.IntRange(0, 8).Draw(rt, "act")
			if len(rows[e]) < 2 {
				act = 0
			}
			err := doToNames(ctx, p, e, act, step, rows, func(what string) ID { return pick(e, what) })
			if CodeOf(err) != "" { // what cannot be done is refused
				err = nil
			}
			if err != nil {
				rt.Fatal(err)
			}
			for len(events) > 0 {
				if err := followed.follow(ctx, p, <-events); err != nil {
					rt.Fatal(err)
				}
			}
			want, err := allNames(ctx, p)
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, followed); diff != "" {
				rt.Fatalf("after step %d, act %d on an %s (-all anew +followed):\n%s", step, act, e, diff)
			}
		}
	})
}

// doToNames does one thing to an actor, issue or tag.
func doToNames(ctx context.Context, p *Project, e Entity, act, step int, rows map[Entity][]ID, pick func(string) ID) error {
	name := fmt.Sprintf("Name %d", step)
	switch act {
	case 6:
		_, err := p.Undo(ctx)
		return err
	case 7:
		_, err := p.Redo(ctx)
		return err
	}
	_, err := p.Do(ctx, testTitle(name), func(b *Batch) error {
		switch act {
		case 0:
			id, err := addNamed(b, e, name)
			rows[e] = append(rows[e], id)
			return err
		case 1:
			return renameTo(b, e, pick("renamed"), name)
		case 2:
			return b.Merge(e, pick("merged"), pick("into"))
		case 3:
			return b.Delete(e, pick("deleted"))
		case 4:
			return b.Restore(e, pick("restored"))
		case 5: // as merging copies may do, in a circle too
			return b.change(e, pick("from"), mergedInto(pick("to")))
		}
		if e != EntityActor {
			return nil
		}
		return b.SetAliases(pick("aliased"), []string{name, "Other " + name})
	})
	return err
}

func addNamed(b *Batch, e Entity, name string) (ID, error) {
	switch e {
	case EntityActor:
		a, err := b.AddActor(Actor{Name: name})
		return a.ID, err
	case EntityIssue:
		i, err := b.AddIssue(Issue{Name: name})
		return i.ID, err
	}
	tag, err := b.AddTag(Tag{Name: name})
	return tag.ID, err
}

func renameTo(b *Batch, e Entity, id ID, name string) error {
	switch e {
	case EntityActor:
		return b.UpdateActor(id, func(a *Actor) { a.Name = name })
	case EntityIssue:
		return b.UpdateIssue(id, func(i *Issue) { i.Name = name })
	}
	return b.UpdateTag(id, func(t *Tag) { t.Name = name })
}

// However many there are, one that is renamed costs a handful of rows.
func TestRenewingTheNameOfOneActorReadsAHandfulOfRows(t *testing.T) {
	ctx := t.Context()
	p, err := Create(ctx, filepath.Join(t.TempDir(), "many.standpoint"), Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}()
	var actors []Actor
	if _, err := p.Do(ctx, testTitle("Add"), func(b *Batch) error {
		for i := range 8000 {
			a, err := b.AddActor(Actor{Name: fmt.Sprintf("Actor %d", i)})
			if err != nil {
				return err
			}
			actors = append(actors, a)
		}
		return b.AddAlias(actors[77].ID, "The harbour master")
	}); err != nil {
		t.Fatal(err)
	}
	events := make(chan Event, 1)
	defer p.Subscribe(func(e Event) { events <- e })()
	rename := func(b *Batch) error { return renameTo(b, EntityActor, actors[77].ID, "Rhea Solm") }
	if _, err := p.Do(ctx, testTitle("Rename"), rename); err != nil {
		t.Fatal(err)
	}
	e := <-events
	var names []Name
	all := watchQueries(t, p, func(string) bool { return true }, func() (err error) {
		names, err = p.NamesOf(ctx, EntityActor, e.Named[EntityActor])
		return err
	})
	if len(names) != 1 || names[0].Name != "Rhea Solm" || len(names[0].Aliases) != 1 {
		t.Errorf("renewed: %+v", names)
	}
	if all.rows > 4 {
		t.Errorf("%d rows were read to renew one of 8,000 names", all.rows)
	}
	for _, plan := range all.plans {
		if isFullScan(plan) || strings.Contains(plan, "TEMP B-TREE") && strings.Contains(plan, "SCAN a") {
			t.Errorf("plan:\n%s", strings.Join(all.plans, "\n"))
		}
	}
}
