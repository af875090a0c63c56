package store_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// copyProject copies the file of a closed project.
func copyProject(t interface{ Fatal(...any) }, from, to string) {
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close(), in.Close()); err != nil {
		t.Fatal(err)
	}
}

// twins are two open copies of a scene.
func twins(t *testing.T) (ours *scene, theirs *store.Project) {
	t.Helper()
	s := newScene(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.standpoint")
	copyProject(t, path, other)
	s.Project = openProject(t, path, store.Options{Coder: "Ada"})
	return s, openProject(t, other, store.Options{Coder: "Ben"})
}

// merge brings all of the other copy in, with the choices that the plan leads to.
func merge(t testing.TB, into *store.Project, other string, choose func(store.MergePlan) []store.MergeChoice) store.MergeResult {
	t.Helper()
	r, err := tryMerge(t.Context(), into, other, choose)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func tryMerge(
	ctx context.Context, into *store.Project, other string, choose func(store.MergePlan) []store.MergeChoice,
) (store.MergeResult, error) {
	m, err := into.BeginMerge(ctx, other)
	if err != nil {
		return store.MergeResult{}, err
	}
	var choices []store.MergeChoice
	if choose != nil {
		var plan store.MergePlan
		if plan, err = m.Plan(ctx); err == nil {
			choices = choose(plan)
		}
	}
	var r store.MergeResult
	if err == nil {
		r, err = m.Apply(ctx, choices, nil)
	}
	return r, errors.Join(err, m.Close())
}

func restoreAll(plan store.MergePlan) (choices []store.MergeChoice) {
	for _, row := range plan.Fought {
		choices = append(choices, row.Restore())
	}
	return choices
}

// alike compares what two copies show, but for what belongs to each alone.
func alike(a, b seen) string { return cmp.Diff(a, b, cmpopts.EquateEmpty()) }

func TestAMergeBringsWhatTheOtherCopyHas(t *testing.T) {
	s, other := twins(t)
	do(t, other, "Work", func(b *store.Batch) error {
		if _, err := b.AddArticle(store.Article{Title: "More", Source: "Wire"}, "Ceasefire, says Venn again."); err != nil {
			return err
		}
		if err := b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Description = "President" }); err != nil {
			return err
		}
		return b.AddAlias(s.venn.ID, "the president")
	})
	do(t, s.Project, "Work", func(b *store.Batch) error {
		return b.SetNote(store.EntityActor, s.venn.ID, "Elected in 2029.")
	})
	m, err := s.BeginMerge(t.Context(), other.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	}()
	plan, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]store.MergeCount{{Coder: "Ben", Entity: store.EntityArticle, N: 1}}, plan.Comes); diff != "" {
		t.Error(diff)
	}
	if len(plan.Deleted)+len(plan.Fields)+len(plan.Fought) != 0 || plan.Changes != m.Changes() {
		t.Errorf("the plan is %+v", plan)
	}
	r, err := m.Apply(t.Context(), nil, nil)
	if err != nil || r.Changes != plan.Changes {
		t.Fatal(r, err)
	}
	mustPass(t, s.Project)
	if again := merge(t, s.Project, other.Path(), nil); again.Changes != 0 || again.Action != (store.ID{}) {
		t.Errorf("merging again brings %d changes", again.Changes)
	}
	merge(t, other, s.Path(), nil)
	mustPass(t, other)
	if diff := alike(look(t, s.Project), look(t, other)); diff != "" {
		t.Error(diff)
	}
	if title := s.UndoTitle(); title != storetest.Titled("Work") {
		t.Errorf("Undo would take back %q", title)
	}
}

func TestFieldsThatBothSidesSetAreShownAndChosen(t *testing.T) {
	s, other := twins(t)
	rename := func(p *store.Project, name string) {
		do(t, p, "Rename", func(b *store.Batch) error {
			return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = name })
		})
	}
	rename(other, "Orla B. Venn")
	rename(s.Project, "Orla A. Venn")
	var fields []store.MergeField
	merge(t, s.Project, other.Path(), func(plan store.MergePlan) []store.MergeChoice {
		fields = plan.Fields
		return []store.MergeChoice{plan.Fields[0].Choose(true)}
	})
	if len(fields) != 1 || fields[0].Field.Before != "Orla A. Venn" || fields[0].Field.After != "Orla B. Venn" || fields[0].TakesTheirs {
		t.Fatalf("conflicts: %+v", fields)
	}
	if a, err := s.Actor(t.Context(), s.venn.ID); err != nil || a.Name != "Orla B. Venn" {
		t.Errorf("the name is %q, %v", a.Name, err)
	}
	mustPass(t, s.Project)
}

func TestWhatOneSideDeletedAndTheOtherWorkedOnIsProposedForRestoring(t *testing.T) {
	for _, deletedHere := range []bool{true, false} {
		t.Run(fmt.Sprint("deleted here ", deletedHere), func(t *testing.T) {
			s, other := twins(t)
			deletes, works := s.Project, other
			if !deletedHere {
				deletes, works = other, s.Project
			}
			do(t, deletes, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) })
			do(t, works, "Work", func(b *store.Batch) error {
				_, err := b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindHighlight, Anchor: anchor(t, s.body, "spoke")})
				return err
			})
			var fought []store.MergeRow
			merge(t, s.Project, other.Path(), func(plan store.MergePlan) []store.MergeChoice {
				fought = plan.Fought
				return restoreAll(plan)
			})
			if len(fought) != 1 || fought[0].ID != s.article.ID || fought[0].Here != deletedHere || fought[0].Title != "Arland speaks" {
				t.Fatalf("fought over: %+v", fought)
			}
			if list, err := s.Annotations(t.Context(), s.article.ID); err != nil || len(list) != 3 {
				t.Errorf("%d annotations after restoring, %v", len(list), err)
			}
			mustPass(t, s.Project)
		})
	}
}

func TestAMergeThatIsTakenBackLeavesNothingAndLosesNothing(t *testing.T) {
	s, other := twins(t)
	do(t, other, "Work", func(b *store.Batch) error {
		added, err := b.AddArticle(store.Article{Title: "More", Source: "Wire"}, "Ceasefire, says Venn again.")
		if err != nil {
			return err
		}
		if err := b.SetNote(store.EntityArticle, added.ID, "Check."); err != nil {
			return err
		}
		body, err := b.Body(added.Body)
		if err != nil {
			return err
		}
		for article, a := range map[store.ID]text.Anchor{added.ID: anchor(t, body, "Venn"), s.article.ID: anchor(t, s.body, "Friday")} {
			if _, err := b.AddAnnotation(store.Annotation{Article: article, Kind: store.KindMention, Actor: s.venn.ID, Anchor: a}); err != nil {
				return err
			}
		}
		if err := b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Orla B. Venn" }); err != nil {
			return err
		}
		return b.Delete(store.EntityIssue, s.ceasefire.ID)
	})
	do(t, s.Project, "Rename", func(b *store.Batch) error {
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Orla A. Venn" })
	})
	before, theirs := look(t, s.Project), look(t, other)
	merge(t, s.Project, other.Path(), func(plan store.MergePlan) []store.MergeChoice {
		return append(restoreAll(plan), plan.Fields[0].Choose(true))
	})
	merged := look(t, s.Project)
	if alike(before, merged) == "" {
		t.Fatal("nothing was merged")
	}
	record, hidden, err := s.TakeBackMerge(t.Context())
	if err != nil || hidden != 0 || record.Other != other.Path() {
		t.Fatal(record, hidden, err)
	}
	mustPass(t, s.Project)
	if diff := alike(before, look(t, s.Project)); diff != "" {
		t.Errorf("after taking it back (-before +after):\n%s", diff)
	}
	if list, err := s.Merges(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("merges to take back: %+v, %v", list, err)
	}
	// B takes A: what B has stays as it is, but for what was set later in A.
	merge(t, other, s.Path(), nil)
	mustPass(t, other)
	after := look(t, other)
	if len(after.Articles) != len(theirs.Articles) || len(after.Notes) != len(theirs.Notes) || len(after.Issues) != len(theirs.Issues) {
		t.Errorf("the other copy has lost something:\n%s", alike(theirs, after))
	}
	merge(t, s.Project, other.Path(), nil)
	mustPass(t, s.Project)
	if diff := alike(look(t, s.Project), look(t, other)); diff != "" {
		t.Errorf("merged again they differ:\n%s", diff)
	}
}

// A copy annotates an article that has no annotations and joins it with another: without the merge they are two again.
func TestTakingAMergeBackCountsNothingWhereArticlesWereOne(t *testing.T) {
	s, other := twins(t)
	var bare, kept store.Article
	do(t, s.Project, "Add", func(b *store.Batch) (err error) {
		if bare, err = b.AddArticle(store.Article{Title: "Less", Source: "Wire"}, arlandBody); err != nil {
			return err
		}
		kept, err = b.AddArticle(store.Article{Title: "More", Source: "Wire"}, "Ceasefire, says Venn again.")
		return err
	})
	merge(t, other, s.Path(), nil)
	do(t, other, "Annotate and join", func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{Article: bare.ID, Kind: store.KindHighlight, Anchor: anchor(t, s.body, "spoke")})
		if err != nil {
			return err
		}
		return b.Merge(store.EntityArticle, bare.ID, kept.ID)
	})
	merge(t, s.Project, other.Path(), nil)
	if _, _, err := s.TakeBackMerge(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustPass(t, s.Project)
}

func TestWorkOnWhatAMergeBroughtIsHiddenWithItAndComesBackWithIt(t *testing.T) {
	s, other := twins(t)
	var article store.Article
	do(t, other, "Work", func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{Title: "More", Source: "Wire"}, "Ceasefire, says Venn again.")
		return err
	})
	merge(t, s.Project, other.Path(), nil)
	do(t, s.Project, "Date", func(b *store.Batch) error {
		return b.UpdateArticle(article.ID, func(a *store.Article) { a.Published = "2031" })
	})
	if _, hidden, err := s.TakeBackMerge(t.Context()); err != nil || hidden != 1 {
		t.Fatalf("%d rows are hidden, %v", hidden, err)
	}
	mustPass(t, s.Project)
	merge(t, s.Project, other.Path(), nil)
	if a, err := s.Article(t.Context(), article.ID); err != nil || a.Published != "2031" {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestAnnotationsOnATextThatWasEditedElsewhereAreCarriedOrListed(t *testing.T) {
	s, other := twins(t)
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "New. "+arlandBody[:len(arlandBody)-len(" to comment.")]+" politely.")
		return err
	})
	do(t, other, "Annotate", func(b *store.Batch) error {
		for _, words := range []string{"spoke", "to comment"} {
			_, err := b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindHighlight, Anchor: anchor(t, s.body, words)})
			if err != nil {
				return err
			}
		}
		return nil
	})
	r := merge(t, s.Project, other.Path(), nil)
	if r.Moved != 1 || r.Unplaced != 1 {
		t.Errorf("%d carried, %d to review", r.Moved, r.Unplaced)
	}
	mustPass(t, s.Project)
	merge(t, other, s.Path(), nil)
	mustPass(t, other)
	if diff := alike(look(t, s.Project), look(t, other)); diff != "" {
		t.Error(diff)
	}
}

func TestAForkWithinOneSessionIsRefused(t *testing.T) {
	s := newScene(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.standpoint")
	copyProject(t, path, other)
	fork(t, path, "One")
	fork(t, other, "Two")
	mustNotMerge(t, path, other, store.CodeForked)
}

func TestAJournalThatWasAlteredIsRefused(t *testing.T) {
	for name, script := range map[string]string{
		"a field":   `UPDATE change SET fields = replace(fields, 'Kasvel', 'Castle')`,
		"a gap":     `DELETE FROM change WHERE fields LIKE '%Kasvel%'`,
		"the clock": `UPDATE change SET clock = 9000000000000000000 WHERE fields LIKE '%Kasvel%'`,
		"the past":  `UPDATE change SET clock = 1 WHERE fields LIKE '%Kasvel%'`,
		"no JSON":   `UPDATE change SET fields = '{"name":' WHERE fields LIKE '%Kasvel%'`,
	} {
		t.Run(name, func(t *testing.T) {
			s, other := twins(t)
			for _, name := range []string{"Dorin Kasvel", "Ilse Varonne"} {
				do(t, other, "Add", func(b *store.Batch) error {
					_, err := b.AddActor(store.Actor{Name: name})
					return err
				})
			}
			if err := errors.Join(other.Close(), s.Close()); err != nil {
				t.Fatal(err)
			}
			tamper(t, other.Path(), script)
			mustNotMerge(t, s.Path(), other.Path(), store.CodeDamaged)
		})
	}
}

// mustNotMerge checks that a merge is refused and changes nothing.
func mustNotMerge(t *testing.T, path, other string, want store.Code) {
	t.Helper()
	p := openProject(t, path, store.Options{Coder: "Ada"})
	before := look(t, p)
	if _, err := tryMerge(t.Context(), p, other, restoreAll); store.CodeOf(err) != want {
		t.Errorf("merging gives %v, should be %s", err, want)
	}
	if diff := alike(before, look(t, p)); diff != "" {
		t.Errorf("a refused merge changed something:\n%s", diff)
	}
	mustPass(t, p)
}

func TestLookalikesAreJoined(t *testing.T) {
	s, other := twins(t)
	add := func(p *store.Project, name, alias string) {
		do(t, p, "Add", func(b *store.Batch) error {
			a, err := b.AddActor(store.Actor{Name: name})
			if err != nil {
				return err
			}
			if alias != "" {
				err = b.AddAlias(a.ID, alias)
			}
			if err != nil {
				return err
			}
			_, err = b.AddArticle(store.Article{Title: "The same", Source: "Wire", Published: "2031"}, "One text. Two copies.")
			return err
		})
	}
	add(s.Project, "Émile Kasvel", "")
	add(other, "Kasvel", "EMILE KASVEL")
	merge(t, s.Project, other.Path(), nil)
	list, err := s.Lookalikes(t.Context())
	if err != nil || len(list) != 2 || list[0].Rows[0].Title != "Émile Kasvel" || list[1].Entity != store.EntityArticle {
		t.Fatalf("%+v, %v", list, err)
	}
	do(t, s.Project, "Join", func(b *store.Batch) error {
		for _, l := range list {
			if err := b.Join(l); err != nil {
				return err
			}
		}
		return nil
	})
	if list, err = s.Lookalikes(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("joined, there are %+v, %v", list, err)
	}
	mustPass(t, s.Project)
}

func TestAMergeThatIsStoppedLeavesWholeBatchesAndIsFinishedByAnother(t *testing.T) {
	s, other := twins(t)
	for i := range 40 {
		do(t, other, "Work", func(b *store.Batch) error {
			for n := range 120 {
				if _, err := b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", i, " ", n)}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	m, err := s.BeginMerge(ctx, other.Path())
	if err != nil {
		t.Fatal(err)
	}
	part, err := m.Apply(ctx, nil, func(int, int) { cancel() })
	if err == nil || part.Changes == 0 || part.Changes >= m.Changes() || part.Changes%120 > 1 { // Ben himself is a change
		t.Fatalf("%d of %d changes came, %v", part.Changes, m.Changes(), err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	mustPass(t, s.Project)
	rest := merge(t, s.Project, other.Path(), nil)
	mustPass(t, s.Project)
	if diff := alike(look(t, s.Project), look(t, other)); diff != "" {
		t.Error(diff)
	}
	for _, want := range []int{rest.Changes, part.Changes} {
		if r, _, err := s.TakeBackMerge(t.Context()); err != nil || r.Changes() != want {
			t.Fatalf("took back %d changes, should be %d, %v", r.Changes(), want, err)
		}
	}
	mustPass(t, s.Project)
}

// replica is one of several copies, on a laptop whose clock is wrong.
type replica struct {
	*world
	skew time.Duration
}

func TestCopiesThatWereApartBecomeTheSame(t *testing.T) {
	store.Fewer(t, 30)
	folder := t.TempDir()
	made := 0
	rapid.Check(t, func(rt *rapid.T) {
		made++
		replicas := newReplicas(rt, filepath.Join(folder, fmt.Sprint(made)))
		for range rapid.IntRange(3, 10).Draw(rt, "steps") {
			r := rapid.SampledFrom(replicas).Draw(rt, "replica")
			if rapid.IntRange(0, 3).Draw(rt, "merges") == 0 {
				r.merge(rapid.SampledFrom(replicas).Draw(rt, "other"))
			} else {
				rapid.SampledFrom([]func(){
					r.annotate, r.annotate, r.addNames, r.addArticle, r.edit, r.edit, r.report, r.report, r.remove, r.tryBack,
					r.purge, r.takeBackMerge,
				}).Draw(rt, "action")()
			}
		}
		for round := 0; !exchange(replicas); round++ {
			if round == 5 {
				rt.Fatal("they still differ after five rounds")
			}
		}
		want := look(rt, replicas[0].p)
		for n, r := range replicas {
			r.check()
			if diff := alike(want, look(rt, r.p)); diff != "" {
				rt.Fatalf("replica %d shows something else:\n%s", n, diff)
			}
		}
	})
}

// exchange brings all that the copies have to each, through the first one, and reports whether nothing came any more.
func exchange(replicas []*replica) (quiet bool) {
	came := 0
	for _, r := range replicas[1:] {
		came += replicas[0].merge(r)
	}
	for _, r := range replicas {
		came += r.merge(replicas[0])
	}
	return came == 0
}

// newReplicas are two to five copies of one project, which are closed when the case ends.
func newReplicas(rt *rapid.T, folder string) []*replica {
	ctx := context.Background()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		rt.Fatal(err)
	}
	first := filepath.Join(folder, "0.standpoint")
	p, err := store.Create(ctx, first, store.Options{Coder: "Ada"})
	if err != nil {
		rt.Fatal(err)
	}
	w := world{t: rt, p: p}
	w.addArticle()
	w.addNames()
	w.annotate()
	if err := p.Close(); err != nil {
		rt.Fatal(err)
	}
	n := rapid.IntRange(2, 5).Draw(rt, "copies")
	for i := 1; i < n; i++ {
		copyProject(rt, first, filepath.Join(folder, fmt.Sprintf("%d.standpoint", i)))
	}
	replicas := make([]*replica, n)
	for i := range replicas {
		own := w
		r := &replica{world: &own, skew: time.Duration(rapid.IntRange(-3, 3).Draw(rt, "years of skew")) * 365 * 24 * time.Hour}
		r.p, err = store.Open(ctx, filepath.Join(folder, fmt.Sprintf("%d.standpoint", i)), store.Options{
			Coder: []string{"Ada", "Ben", "Cleo"}[i%3],
			Now:   func() time.Time { return time.Now().Add(r.skew) },
		})
		if err != nil {
			rt.Fatal(err)
		}
		rt.Cleanup(func() {
			if err := r.p.Close(); err != nil {
				rt.Error(err)
			}
		})
		r.follow()
		replicas[i] = r
	}
	return replicas
}

func (r *replica) merge(other *replica) int {
	result, err := tryMerge(context.Background(), r.p, other.p.Path(), nil)
	if err != nil {
		r.t.Fatal(err)
	}
	return result.Changes
}

// purge ends for ever what is in the trash.
func (r *replica) purge() {
	if _, err := r.p.EmptyTrash(context.Background()); err != nil {
		r.t.Fatal(err)
	}
}

// takeBackMerge takes the latest merge back, if there is one and it brought no purge.
func (r *replica) takeBackMerge() {
	_, _, err := r.p.TakeBackMerge(context.Background())
	if code := store.CodeOf(err); err != nil && code != store.CodeNotFound && code != store.CodeInvalid {
		r.t.Fatal(err)
	}
}

// tryBack undoes or redoes; what others have set since stays, and that is right here.
func (r *replica) tryBack() {
	take := r.p.Undo
	if rapid.Bool().Draw(r.t, "redo") {
		take = r.p.Redo
	}
	if _, err := take(context.Background()); err != nil {
		r.t.Fatal(err)
	}
}
