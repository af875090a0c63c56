package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// history makes a project in which rows were added, edited, merged in both directions, deleted and taken back.
func history(t *testing.T, path string) *Project {
	t.Helper()
	ctx := t.Context()
	p, err := Create(ctx, path, Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	var article Article
	var actors []Actor
	var issues []Issue
	var statement Annotation
	steps := []func(*Batch) error{
		func(b *Batch) (err error) {
			article, err = b.AddArticle(Article{Title: "Talks", Source: "Wire", Published: "2031-05"},
				"Venn wants a ceasefire, the wire says.\n\nBorduria does not.")
			return err
		},
		func(b *Batch) error {
			for i := range 4 {
				a, err := b.AddActor(Actor{Name: fmt.Sprint("Actor ", i)})
				if err != nil {
					return err
				}
				issue, err := b.AddIssue(Issue{Name: fmt.Sprint("Issue ", i)})
				if err != nil {
					return err
				}
				actors, issues = append(actors, a), append(issues, issue)
			}
			return b.AddAlias(actors[0].ID, "The first")
		},
		func(b *Batch) error {
			anchor, err := AnchorOn(b, article, text.Span{Start: 0, End: 22})
			if err != nil {
				return err
			}
			statement, err = b.AddAnnotation(Annotation{
				Article: article.ID, Kind: KindStatement, Anchor: anchor, On: "2031-04",
				Participants: []Participant{{Role: RoleSpeaker, Actor: actors[0].ID}, {Role: RoleCarrier, Words: "the wire"}},
			})
			if err != nil {
				return err
			}
			for i := range 3 {
				_, err := b.AddAnnotation(Annotation{
					Article: article.ID, Kind: KindPosition, Statement: statement.ID, Target: Target{Issue: issues[i].ID}, Stance: StanceSupport,
				})
				if err != nil {
					return err
				}
			}
			_, err = b.AddAnnotation(Annotation{Article: article.ID, Kind: KindMention, Anchor: anchor, Actor: actors[1].ID})
			return err
		},
		func(b *Batch) error { return b.Merge(EntityActor, actors[0].ID, actors[1].ID) },
		func(b *Batch) error { return b.Merge(EntityActor, actors[1].ID, actors[2].ID) },
		func(b *Batch) error { return b.change(EntityActor, actors[2].ID, mergedInto(actors[0].ID)) }, // as a merge of copies may bring
		func(b *Batch) error { return b.Merge(EntityIssue, issues[0].ID, issues[1].ID) },
		func(b *Batch) error { return b.UpdateIssue(issues[3].ID, func(i *Issue) { i.Parent = issues[1].ID }) },
		func(b *Batch) error {
			return b.change(EntityIssue, issues[1].ID, journal.Fields{"parent": []byte(`"` + issues[3].ID.String() + `"`)})
		},
		func(b *Batch) error { return b.Delete(EntityIssue, issues[2].ID) },
		func(b *Batch) error { return b.SetNote(EntityAnnotation, statement.ID, "Ask the wire.") },
		func(b *Batch) error {
			return b.SetParticipants(statement.ID, []Participant{{Role: RoleSpeaker, Actor: actors[3].ID}})
		},
		func(b *Batch) error { return b.Delete(EntityActor, actors[3].ID) },
	}
	for i, step := range steps {
		if _, err := p.Do(ctx, testTitle(fmt.Sprint("Step ", i)), step); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if i%4 == 3 {
			if _, err := p.Undo(ctx); err != nil {
				t.Fatal(err)
			}
			if _, err := p.Redo(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	return p
}

func mergedInto(id ID) journal.Fields {
	return journal.Fields{"merged_into": []byte(`"` + id.String() + `"`)}
}

// keyedChange is a change as it lies in the file.
type keyedChange struct {
	session, seq, clock, action int64
	entity                      string
	id                          ID
	fields                      string
}

func changesIn(t *testing.T, p *Project) []keyedChange {
	t.Helper()
	var list []keyedChange
	err := p.read(t.Context(), func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var c keyedChange
			err := scan(&c.session, &c.seq, &c.clock, &c.action, &c.entity, (*idColumn)(&c.id), &c.fields)
			list = append(list, c)
			return err
		}, `SELECT session, seq, clock, action, entity, id, fields FROM change ORDER BY session, seq`)
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestRowsDoNotDependOnTheOrderInWhichChangesArrive(t *testing.T) {
	folder := t.TempDir()
	source := history(t, filepath.Join(folder, "source.standpoint"))
	list := changesIn(t, source)
	if report, err := source.Check(t.Context(), nil); err != nil || !report.OK() {
		t.Fatalf("source: %+v, %v", report, err)
	}
	if err := source.Close(); err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("order ", seed), func(t *testing.T) {
			p := emptyProject(t)
			shuffled := slices.Clone(list)
			r := rand.New(rand.NewPCG(seed, 0))
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			receive(t, p, source.Path(), shuffled, r)
			report, err := p.Check(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range report.Problems {
				t.Error(problem.Message)
			}
			if len(report.Notices) != 2 {
				t.Errorf("two circles should be told of, got %+v", report.Notices)
			}
		})
	}
}

// receive writes the changes into an empty project, a few at a time, as a merge does: everything else first.
func receive(t *testing.T, p *Project, from string, list []keyedChange, r *rand.Rand) {
	t.Helper()
	err := p.on(context.Background(), func(w *writer) error {
		if err := w.db.Exec(`ATTACH ? AS source`, from); err != nil {
			return err
		}
		for _, table := range []string{"session", "action", "body"} {
			if err := w.db.Exec(`INSERT INTO main.` + table + ` SELECT * FROM source.` + table); err != nil {
				return err
			}
		}
		if err := w.db.Exec(`INSERT INTO main.found_body (rowid, tokens) SELECT key, text FROM source.body`); err != nil {
			return err
		}
		return w.db.Exec(`DETACH source`)
	})
	if err != nil {
		t.Fatal(err)
	}
	for len(list) > 0 {
		n := min(1+r.IntN(5), len(list))
		err := p.on(context.Background(), func(w *writer) error {
			return w.transaction(func() error {
				s := newStale()
				for _, c := range list[:n] {
					err := w.db.Exec(`INSERT INTO change (session, seq, clock, action, entity, id, fields) VALUES (?, ?, ?, ?, ?, ?, ?)`,
						c.session, c.seq, c.clock, c.action, c.entity, c.id[:], c.fields)
					if err != nil {
						return err
					}
					if err := refold(w.db, Entity(c.entity), c.id, s); err != nil {
						return err
					}
				}
				return s.settle(w.db, p.bodies)
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		list = list[n:]
	}
}
