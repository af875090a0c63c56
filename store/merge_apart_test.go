package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"standpoint/store"
	"standpoint/store/journal"
	"standpoint/store/storetest"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// emptyTrash ends for ever what is in the trash.
func emptyTrash(t *testing.T, p *store.Project) {
	t.Helper()
	_, err := p.EmptyTrash(t.Context())
	must(t, err)
}

// One side emptied its trash while the other worked on what was in it: the plan says so, what was emptied is nowhere
// afterwards, and the merge says that it cannot be taken back.
func TestAPurgeThatComesIsToldOfAndTakesWhatHangsOnIt(t *testing.T) {
	s, other := twins(t)
	do(t, s.Project, "Work", func(b *store.Batch) error {
		if _, err := b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindHighlight,
			Anchor: anchor(t, s.body, "spoke"),
		}); err != nil {
			return err
		}
		return b.SetNote(store.EntityArticle, s.article.ID, "Ask Thistledown.")
	})
	do(t, other, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) })
	emptyTrash(t, other)
	merge(t, s.Project, other.Path(), func(plan store.MergePlan) []store.MergeChoice {
		told := false
		for _, row := range plan.Ended {
			told = told || row.ID == s.article.ID && row.Title != ""
		}
		if !told {
			t.Errorf("the plan tells of %+v", plan.Ended)
		}
		return nil
	})
	mustPass(t, s.Project)
	if words := found(t, s.Path()); len(words) > 0 {
		t.Errorf("the file still holds %q", words)
	}
	if _, _, err := s.TakeBackMerge(t.Context()); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("taking it back: %v", err)
	}
	mustPass(t, s.Project)
}

// Work of another copy on what was purged here does not bring the text back.
func TestPurgedTextDoesNotComeBackByAMerge(t *testing.T) {
	s, other := twins(t)
	var article store.Article
	do(t, s.Project, "Import", func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{Title: "Minutes", Source: "W"}, secretBody)
		return err
	})
	body, err := s.Body(t.Context(), article.Body)
	must(t, err)
	merge(t, other, s.Path(), nil)
	do(t, other, "Annotate", func(b *store.Batch) error {
		n, err := b.AddAnnotation(store.Annotation{
			Article: article.ID, Kind: store.KindStatement, Anchor: anchor(t, body, "zanzibarite"),
			Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "Wobbegong"}},
		})
		if err != nil {
			return err
		}
		return b.SetNote(store.EntityAnnotation, n.ID, "Ask Thistledown.")
	})
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, article.ID) })
	emptyTrash(t, s.Project)
	merge(t, s.Project, other.Path(), restoreAll)
	merge(t, other, s.Path(), restoreAll)
	for _, p := range []*store.Project{s.Project, other} {
		mustPass(t, p)
		if words := found(t, p.Path()); len(words) > 0 {
			t.Errorf("%s holds %q", p.Name(), words)
		}
	}
}

func TestWhatWasJoinedIsPurgedTogether(t *testing.T) {
	s := newScene(t)
	var first, second store.Article
	do(t, s.Project, "Import", func(b *store.Batch) (err error) {
		if first, err = b.AddArticle(store.Article{Title: "Minutes", Source: "W"}, secretBody); err != nil {
			return err
		}
		second, err = b.AddArticle(store.Article{Title: secretTitle, Source: "V"}, secretBody)
		return err
	})
	do(t, s.Project, "Join", func(b *store.Batch) error { return b.Merge(store.EntityArticle, second.ID, first.ID) })
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, first.ID) })
	emptyTrash(t, s.Project)
	mustPass(t, s.Project)
	if words := found(t, s.Path()); len(words) > 0 {
		t.Errorf("the file still holds %q", words)
	}
}

func TestAMergeIsNotTakenBackWhileOneGoesOn(t *testing.T) {
	s, other := twins(t)
	for i := range 10 {
		do(t, other, "Work", func(b *store.Batch) error {
			for n := range 400 {
				if _, err := b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", i, " ", n)}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	m, err := s.BeginMerge(t.Context(), other.Path())
	must(t, err)
	tried := 0
	_, err = m.Apply(t.Context(), nil, func(int, int) {
		tried++
		if _, _, err := s.TakeBackMerge(t.Context()); store.CodeOf(err) != store.CodeInUse {
			t.Errorf("taken back on the way: %v", err)
		}
	})
	must(t, err)
	must(t, m.Close())
	mustPass(t, s.Project)
	if tried < 2 {
		t.Errorf("the merge came in %d portions", tried)
	}
	_, _, err = s.TakeBackMerge(t.Context())
	must(t, err)
	mustPass(t, s.Project)
}

func TestAMergeThatWasLookedAtBeforeAnotherWasTakenBackIsRefused(t *testing.T) {
	s, other := twins(t)
	addActor(t, other, "One")
	merge(t, s.Project, other.Path(), nil)
	addActor(t, other, "Two")
	m, err := s.BeginMerge(t.Context(), other.Path())
	must(t, err)
	_, _, err = s.TakeBackMerge(t.Context())
	must(t, err)
	if r, err := m.Apply(t.Context(), nil, nil); store.CodeOf(err) != store.CodeInvalid || r.Changes != 0 {
		t.Errorf("%d changes came: %v", r.Changes, err)
	}
	must(t, m.Close())
	mustPass(t, s.Project)
	merge(t, s.Project, other.Path(), nil)
	mustPass(t, s.Project)
}

// A computer whose clock stands before all sense writes what can be opened again; what leaves no room after it does not
// come by a merge.
func TestClocksBeyondSense(t *testing.T) {
	at := func(year int) store.Options {
		return store.Options{Coder: "Ada", Now: func() time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }}
	}
	path := filepath.Join(t.TempDir(), "early.standpoint")
	p, err := store.Create(t.Context(), path, at(1980))
	must(t, err)
	addActor(t, p, "Early")
	must(t, p.Close())
	mustPass(t, openProject(t, path, store.Options{Coder: "Ada"}))

	s, other := twins(t)
	must(t, other.Close())
	other = openProject(t, other.Path(), at(2250))
	addActor(t, other, "Far")
	if _, err := s.BeginMerge(t.Context(), other.Path()); store.CodeOf(err) != store.CodeDamaged {
		t.Errorf("a change of 2250 comes by a merge: %v", err)
	}
	must(t, other.Close())
	other = openProject(t, other.Path(), at(2310))
	_, err = other.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Too far"})
		return err
	})
	if store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("written in 2310: %v", err)
	}
	must(t, other.Close())
	mustPass(t, openProject(t, other.Path(), store.Options{Coder: "Ben"}))
	if c := journal.Next(0, time.Time{}); !c.IsSensible() {
		t.Error("the first clock makes no sense")
	}
}

func TestBackupsGoOnAfterTheClockWasWrong(t *testing.T) {
	now := time.Date(2031, 1, 1, 12, 0, 0, 0, time.UTC)
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "a.standpoint"),
		store.Options{Coder: "Ada", Now: func() time.Time { return now }})
	must(t, err)
	defer func() { must(t, p.Close()) }()
	work := func(day time.Time) (backup string) {
		now = day
		addActor(t, p, day.String())
		backup, err := p.BackUpIfDue(t.Context())
		must(t, err)
		return backup
	}
	work(now)
	var wrong []string
	for range 12 {
		wrong = append(wrong, work(time.Date(2036, 1, 1+2*len(wrong), 12, 0, 0, 0, time.UTC)))
	}
	made := 0
	for day := range 12 {
		if work(time.Date(2031, 1, 3+2*day, 12, 0, 0, 0, time.UTC)) != "" {
			made++
		}
	}
	list, err := p.Backups(t.Context())
	must(t, err)
	of2031 := 0
	for _, b := range list {
		if b.At.Year() == 2031 {
			of2031++
		}
	}
	if made != 12 || of2031 != 10 {
		t.Errorf("%d backups in 12 days of work, of which %d are kept", made, of2031)
	}
}

// What a choice leads to is what annotations are carried to.
func TestAnnotationsAreCarriedToTheTextThatWasChosen(t *testing.T) {
	s, other := twins(t)
	var own store.Annotation
	do(t, s.Project, "Edit", func(b *store.Batch) error {
		if _, _, err := b.EditBody(s.article.ID, arlandBody+" Xylophones played until midnight."); err != nil {
			return err
		}
		a, err := b.Article(s.article.ID)
		if err != nil {
			return err
		}
		body, err := b.Body(a.Body)
		if err != nil {
			return err
		}
		own, err = b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindHighlight, Anchor: anchor(t, body, "Xylophones")})
		return err
	})
	do(t, other, "Edit", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "New. "+arlandBody)
		return err
	})
	r := merge(t, s.Project, other.Path(), func(plan store.MergePlan) (choices []store.MergeChoice) {
		for _, f := range plan.Fields {
			if f.Field.Field == "body" {
				choices = append(choices, f.Choose(false))
			}
		}
		return choices
	})
	if r.Unplaced != 0 {
		t.Errorf("%d are to be reviewed", r.Unplaced)
	}
	n, err := s.Annotation(t.Context(), own.ID)
	must(t, err)
	a, err := s.Article(t.Context(), s.article.ID)
	must(t, err)
	if n.Anchor.Body != a.Body {
		t.Error("an annotation on the chosen text was taken off it")
	}
	mustPass(t, s.Project)
}

func TestWhatIsRestoredByChoiceIsCarriedToo(t *testing.T) {
	s, other := twins(t)
	do(t, s.Project, "Edit", func(b *store.Batch) error {
		if _, _, err := b.EditBody(s.article.ID, "New. "+arlandBody); err != nil {
			return err
		}
		return b.Delete(store.EntityArticle, s.article.ID)
	})
	do(t, other, "Annotate", func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindHighlight, Anchor: anchor(t, s.body, "spoke")})
		return err
	})
	if r := merge(t, s.Project, other.Path(), restoreAll); r.Moved != 1 || r.Unplaced != 0 {
		t.Errorf("%+v", r)
	}
	mustPass(t, s.Project)
}

func TestTakingAMergeBackGivesTheCoderBackToo(t *testing.T) {
	s, other := twins(t)
	ada := s.Coder()
	do(t, other, "Take over", func(b *store.Batch) error {
		c, err := b.AddCoder(store.Coder{Name: "Somebody"})
		if err != nil {
			return err
		}
		return b.Merge(store.EntityCoder, ada.ID, c.ID)
	})
	merge(t, s.Project, other.Path(), nil)
	if s.Coder().Name != "Somebody" {
		t.Fatalf("at work is %q", s.Coder().Name)
	}
	_, _, err := s.TakeBackMerge(t.Context())
	must(t, err)
	if s.Coder() != ada {
		t.Errorf("at work is %q", s.Coder().Name)
	}
}

// The history has no merges of others any more when what they came with is taken back.
func TestTakingAMergeBackLeavesNoActionOfIt(t *testing.T) {
	s, other := twins(t)
	third := filepath.Join(t.TempDir(), "third.standpoint")
	must(t, other.Close())
	copyProject(t, other.Path(), third)
	other = openProject(t, other.Path(), store.Options{Coder: "Ben"})
	cleo := openProject(t, third, store.Options{Coder: "Cleo"})
	for name, p := range map[string]*store.Project{"B": other, "C": cleo} {
		do(t, p, "Rename", func(b *store.Batch) error {
			return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = name })
		})
	}
	merge(t, other, third, func(p store.MergePlan) []store.MergeChoice {
		return []store.MergeChoice{p.Fields[0].Choose(!p.Fields[0].TakesTheirs)}
	})
	_, before, err := s.History(t.Context(), store.HistoryQuery{})
	must(t, err)
	merge(t, s.Project, other.Path(), nil)
	_, _, err = s.TakeBackMerge(t.Context())
	must(t, err)
	if list, after, err := s.History(t.Context(), store.HistoryQuery{}); err != nil || after != before {
		t.Errorf("%d actions before, %d after: %+v, %v", before, after, list[0], err)
	}
	mustPass(t, s.Project)
}

// While another program reads the file, its log cannot be emptied: the next session does it.
func TestAPurgeBesideAReaderIsFinishedLater(t *testing.T) {
	s := newScene(t)
	keepSecret(t, s.Project, s)
	release := store.ReadBeside(t, s.Path())
	emptyTrash(t, s.Project)
	if len(found(t, s.Path())) == 0 {
		t.Fatal("the reader did not keep the old pages")
	}
	must(t, release())
	must(t, s.Close())
	p := openProject(t, s.Path(), store.Options{Coder: "Ada"})
	if words := found(t, p.Path()); len(words) > 0 {
		t.Errorf("the next session leaves %q", words)
	}
}

// A text that damage took from a project comes back from a copy that has it, though no change is lacking.
func TestALostTextComesBackByAMerge(t *testing.T) {
	s := newScene(t)
	must(t, s.Close())
	good := filepath.Join(t.TempDir(), "good.standpoint")
	copyProject(t, s.Path(), good)
	tamper(t, s.Path(), `DELETE FROM annotation; DELETE FROM change
		WHERE entity IN ('annotation', 'participant'); UPDATE body SET text = 'x' || text`)
	saved := filepath.Join(t.TempDir(), "saved.standpoint")
	r, err := store.Recover(t.Context(), s.Path(), saved)
	must(t, err)
	if r.LostTexts != 1 {
		t.Errorf("recovered: %+v", r)
	}
	p := openProject(t, saved, store.Options{Coder: "Ada"})
	report, err := p.Check(t.Context(), nil)
	must(t, err)
	if len(report.Notices) != 1 || !report.OK() {
		t.Errorf("the check says %+v", report)
	}
	merge(t, p, good, nil)
	body, err := p.Body(t.Context(), s.article.Body)
	must(t, err)
	if body.String() != arlandBody {
		t.Errorf("the text is %q", body)
	}
	mustPass(t, p)
}

func TestAnUndoOfWhatComesAfterItIsPassedOver(t *testing.T) {
	s := newScene(t)
	addActor(t, s.Project, "A")
	_, err := s.Undo(t.Context())
	must(t, err)
	must(t, s.Close())
	tamper(t, s.Path(), `INSERT INTO action (id, coder, kind, undoes, title, at)
		VALUES (x'00112233445566778899aabbccddeeff', zeroblob(16), 'do', NULL, 'x', '');
		UPDATE action SET undoes = x'00112233445566778899aabbccddeeff' WHERE kind = 'undo'`)
	p := openProject(t, s.Path(), store.Options{Coder: "Ada"})
	if title := p.UndoTitle(); !title.IsZero() {
		t.Errorf("Undo would take back %q", title)
	}
}

// A symbolic link leads to one and the same project: with its lock, its log, and its place.
func TestAProjectBehindALink(t *testing.T) {
	s, other := twins(t)
	link := filepath.Join(t.TempDir(), "link.standpoint")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	addActor(t, s.Project, "In the log only")
	if _, err := store.Open(t.Context(), link, store.Options{Coder: "Ben"}); store.CodeOf(err) != store.CodeInUse {
		t.Errorf("written through the link beside another: %v", err)
	}
	if r := merge(t, other, link, nil); r.Changes == 0 {
		t.Error("what is in the log did not come through the link")
	}
	backup, err := s.BackUpNow(t.Context())
	must(t, err)
	must(t, s.Close())
	_, err = store.RestoreInPlace(t.Context(), backup, link)
	must(t, err)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
}

// A copy with a change whose action is gone is not merged.
func TestAChangeWithoutItsActionIsNotMerged(t *testing.T) {
	s, other := twins(t)
	addActor(t, other, "Theirs")
	must(t, other.Close())
	tamper(t, other.Path(), `DELETE FROM action WHERE key = (SELECT max(key) FROM action)`)
	before := look(t, s.Project)
	if _, err := tryMerge(t.Context(), s.Project, other.Path(), nil); store.CodeOf(err) != store.CodeDamaged || !strings.Contains(err.Error(),
		"belongs to no action") {
		t.Errorf("merged with %v", err)
	}
	if diff := alike(before, look(t, s.Project)); diff != "" {
		t.Error(diff)
	}
}
