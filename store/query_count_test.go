package store

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store/text"
)

// company is what stands in a project in which a few actors stand in every role of one statement and two positions, several times over.
type company struct {
	statement   Annotation
	annotations []ID
	actors      []ID
	issues      []ID
}

func newCompany(t *testing.T, p *Project) company {
	t.Helper()
	var c company
	act(t, p, "Make", func(b *Batch) error {
		article, err := b.AddArticle(Article{Title: "Talks", Published: "2031-05"}, "Venn wants a ceasefire, the wire says.")
		if err != nil {
			return err
		}
		anchor, err := AnchorOn(b, article, text.Span{Start: 0, End: 22})
		if err != nil {
			return err
		}
		for _, name := range []string{"Venn", "Maredon", "Arland"} {
			a, err := b.AddActor(Actor{Name: name})
			if err != nil {
				return err
			}
			i, err := b.AddIssue(Issue{Name: name})
			if err != nil {
				return err
			}
			c.actors, c.issues = append(c.actors, a.ID), append(c.issues, i.ID)
		}
		if c.statement, err = b.AddAnnotation(Annotation{Article: article.ID, Kind: KindStatement, Anchor: anchor}); err != nil {
			return err
		}
		c.annotations = []ID{c.statement.ID}
		for _, issue := range c.issues[:2] {
			a, err := b.AddAnnotation(Annotation{
				Article: article.ID, Kind: KindPosition, Statement: c.statement.ID, Anchor: anchor, Target: Target{Issue: issue},
			})
			if err != nil {
				return err
			}
			c.annotations = append(c.annotations, a.ID)
		}
		return nil
	})
	return c
}

// step does one thing that makes listings come and go, some of them twice over.
func (c company) step(rt *rapid.T, b *Batch) error {
	one := func(list []ID) ID { return rapid.SampledFrom(list).Draw(rt, "row") }
	e, list := EntityActor, c.actors
	if rapid.Bool().Draw(rt, "issue") {
		e, list = EntityIssue, c.issues
	}
	switch rapid.IntRange(0, 5).Draw(rt, "what") {
	case 0:
		return b.Merge(e, one(list), one(list))
	case 1:
		return b.Delete(e, one(list))
	case 2:
		return b.Restore(e, one(list))
	case 3:
		return b.UpdateAnnotation(one(c.annotations[1:]), func(a *Annotation) { a.Target = Target{Issue: one(c.issues)} })
	case 4:
		return b.UpdateIssue(one(c.issues), func(i *Issue) { i.Parent = one(c.issues) })
	default:
		var parts []Participant
		for range rapid.IntRange(0, 4).Draw(rt, "parts") {
			role := rapid.SampledFrom([]Role{RoleSpeaker, RoleHolder, RoleCarrier}).Draw(rt, "role")
			words := rapid.SampledFrom([]string{"", "a source", "A Source"}).Draw(rt, "words")
			parts = append(parts, Participant{Role: role, Actor: one(c.actors), Words: words})
		}
		return b.SetParticipants(one(c.annotations), parts)
	}
}

// Headings count what is listed under them, whatever comes twice and goes at once, in one batch or several, taken back or
// received from another copy in any order.
func TestHeadingsCountWhatIsListed(t *testing.T) {
	Fewer(t, 25)
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(folder, NewID().String())
		p, err := Create(t.Context(), path, Options{})
		if err != nil {
			rt.Fatal(err)
		}
		c := newCompany(t, p)
		for range rapid.IntRange(1, 8).Draw(rt, "batches") {
			_, err := p.Do(t.Context(), testTitle("Step"), func(b *Batch) error {
				for range rapid.IntRange(1, 4).Draw(rt, "steps") {
					if err := c.step(rt, b); err != nil && CodeOf(err) != CodeInvalid && CodeOf(err) != CodeNotFound {
						return err
					}
				}
				return nil
			})
			if err == nil && rapid.Bool().Draw(rt, "undo") {
				_, err = p.Undo(t.Context())
			}
			if err != nil {
				rt.Fatal(err)
			}
		}
		passes(rt, t, p)
		list := changesIn(t, p)
		if err := p.Close(); err != nil {
			rt.Fatal(err)
		}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "order"), 0))
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		q, err := Create(t.Context(), path+" received", Options{})
		if err != nil {
			rt.Fatal(err)
		}
		receive(t, q, path, list, r)
		passes(rt, t, q)
		if err := q.Close(); err != nil {
			rt.Fatal(err)
		}
	})
}

func passes(rt *rapid.T, t *testing.T, p *Project) {
	report, err := p.Check(t.Context(), nil)
	if err != nil {
		rt.Fatal(err)
	}
	for _, problem := range report.Problems {
		rt.Error(problem.Message)
	}
}

// An actor that was merged and then deleted arrives whole with its creating change, which comes last.
func TestWhatWasMergedAndDeletedElsewhereStandsForWhatItBecame(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.standpoint")
	p, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newCompany(t, p)
	from := c.actors[0]
	act(t, p, "Name", func(b *Batch) error {
		return b.SetParticipants(c.statement.ID, []Participant{{Role: RoleSpeaker, Actor: from}})
	})
	act(t, p, "Merge", func(b *Batch) error { return b.Merge(EntityActor, from, c.actors[1]) })
	act(t, p, "Delete", func(b *Batch) error { return b.Delete(EntityActor, from) })
	list := changesIn(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	created := slices.IndexFunc(list, func(k keyedChange) bool { return k.id == from })
	list = append(slices.Delete(slices.Clone(list), created, created+1), list[created])
	q := emptyProject(t)
	receive(t, q, path, list, rand.New(rand.NewPCG(1, 1)))
	report, err := q.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range report.Problems {
		t.Error(problem.Message)
	}
	_, n, err := q.Statements(t.Context(), StatementQuery{Actor: c.actors[1]})
	if err != nil || n != 1 {
		t.Errorf("the actor it became made %d statements, %v", n, err)
	}
}
