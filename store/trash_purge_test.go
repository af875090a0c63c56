package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
)

// secret is an article with annotations, a note and a draft, whose words stand nowhere else.
const (
	secretTitle = "Xylophone minutes"
	secretBody  = "Quillfeather whispered of zanzibarite and then vanished."
)

var secretWords = []string{
	"Xylophone", "xylophone", "Quillfeather", "quillfeather", "zanzibarite", "Wobbegong", "wobbegong",
	"Thistledown", "thistledown",
}

// keepSecret records the article in a project, and puts it into the trash.
func keepSecret(t *testing.T, p *store.Project, s *scene) (article store.Article) {
	t.Helper()
	var actor store.Actor
	do(t, p, "Import "+secretTitle, func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{Title: secretTitle, Source: "Wobbegong Times"}, secretBody)
		return err
	})
	body, err := p.Body(t.Context(), article.Body)
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, "Annotate", func(b *store.Batch) (err error) {
		if actor, err = b.AddActor(store.Actor{Name: "Thistledown"}); err != nil {
			return err
		}
		statement, err := b.AddAnnotation(store.Annotation{
			Article: article.ID, Kind: store.KindStatement, Anchor: anchor(t, body, "zanzibarite"),
			Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "Wobbegong"}},
		})
		if err != nil {
			return err
		}
		if err := b.SetNote(store.EntityAnnotation, statement.ID, "Ask Thistledown."); err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{
			Article: article.ID, Kind: store.KindPosition, Statement: statement.ID, Target: store.Target{Issue: s.ceasefire.ID},
			Condition: "if Quillfeather agrees",
		})
		return err
	})
	if err := p.SaveDraft(t.Context(), store.Draft{Article: article.ID, Key: "form", Data: []byte("zanzibarite")}); err != nil {
		t.Fatal(err)
	}
	do(t, p, "Delete "+secretTitle, func(b *store.Batch) error {
		if err := b.Delete(store.EntityActor, actor.ID); err != nil {
			return err
		}
		return b.Delete(store.EntityArticle, article.ID)
	})
	return article
}

// found are the secret words that a closed project's file still holds.
func found(t *testing.T, path string) (words []string) {
	t.Helper()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		file, err := os.ReadFile(path + suffix)
		if err != nil && suffix == "" {
			t.Fatal(err)
		}
		for _, word := range secretWords {
			if bytes.Contains(file, []byte(word)) {
				words = append(words, word)
			}
		}
	}
	return words
}

func TestPurgedTextIsNowhereInTheFile(t *testing.T) {
	s := newScene(t)
	before := look(t, s.Project)
	keepSecret(t, s.Project, s)
	_, trashed, err := s.Trash(t.Context(), store.Page{})
	if err != nil || trashed != 2 {
		t.Fatalf("%d rows in the trash, %v", trashed, err)
	}
	if words := found(t, s.Path()); len(words) == 0 {
		t.Fatal("the words are not looked for where they are")
	}
	n, err := s.EmptyTrash(t.Context())
	if err != nil || n < 6 {
		t.Fatalf("%d rows were purged, %v", n, err)
	}
	if words := found(t, s.Path()); words != nil {
		t.Errorf("the open file holds %q", words)
	}
	mustPass(t, s.Project)
	for taken := range 6 { // the secret's actions are passed over, as is the purge itself
		r, err := s.Undo(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if taken == 0 && len(r.Kept) != 0 {
			t.Errorf("kept %+v", r.Kept)
		}
	}
	mustPass(t, s.Project)
	for !s.RedoTitle().IsZero() {
		if _, err := s.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	mustPass(t, s.Project)
	if diff := alike(before, look(t, s.Project)); diff != "" {
		t.Errorf("undone and redone:\n%s", diff)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if words := found(t, s.Path()); words != nil {
		t.Errorf("the closed file holds %q", words)
	}
}

func TestAPurgeThatWasInterruptedIsFinishedByTheNextOpening(t *testing.T) {
	s := newScene(t)
	keepSecret(t, s.Project, s)
	if err := s.PurgeWithoutPacking(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	p := openProject(t, s.Path(), store.Options{Coder: "Ada"})
	mustPass(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if words := found(t, s.Path()); words != nil {
		t.Errorf("the file holds %q", words)
	}
}

func TestAllNamesThatARowHadGoFromTheTitlesAndNothingElse(t *testing.T) {
	s := newScene(t)
	var actor store.Actor
	do(t, s.Project, "Add Thistledown", func(b *store.Batch) (err error) {
		actor, err = b.AddActor(store.Actor{Name: "Thistledown"})
		return err
	})
	do(t, s.Project, "Rename Thistledown to Al", func(b *store.Batch) error {
		return b.UpdateActor(actor.ID, func(a *store.Actor) { a.Name = "Al" })
	})
	do(t, s.Project, "Also delete Al", func(b *store.Batch) error { return b.Delete(store.EntityActor, actor.ID) })
	if _, err := s.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	entries, _, err := s.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 4}})
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, e := range entries {
		titles = append(titles, titleWords(e.Title))
	}
	want := []string{"Empty the trash", "Also delete …", "Rename … to …", "Add …"}
	if !slices.Equal(titles, want) {
		t.Errorf("titles are %q", titles)
	}
	if words := found(t, s.Path()); words != nil {
		t.Errorf("the file holds %q", words)
	}
}

func TestCopiesFollowAPurge(t *testing.T) {
	s, other := twins(t)
	article := keepSecret(t, s.Project, s)
	merge(t, other, s.Path(), nil)
	do(t, other, "Restore and work", func(b *store.Batch) error {
		if err := b.Restore(store.EntityArticle, article.ID); err != nil {
			return err
		}
		return b.UpdateArticle(article.ID, func(a *store.Article) { a.Section = "zanzibarite" })
	})
	if _, err := s.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	// Whichever way they are merged, and however often.
	merge(t, s.Project, other.Path(), restoreAll)
	mustPass(t, s.Project)
	if words := found(t, s.Path()); words != nil {
		t.Errorf("what came of the purged article is in the file: %q", words)
	}
	merge(t, other, s.Path(), restoreAll)
	mustPass(t, other)
	merge(t, s.Project, other.Path(), restoreAll)
	if diff := alike(look(t, s.Project), look(t, other)); diff != "" {
		t.Error(diff)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if words := found(t, other.Path()); words != nil {
		t.Errorf("the other copy holds %q", words)
	}
	third := filepath.Join(t.TempDir(), "third.standpoint")
	copyProject(t, other.Path(), third)
	merge(t, openProject(t, third, store.Options{Coder: "Cleo"}), s.Path(), nil)
}

func TestOnlyWhatIsInTheTrashIsPurged(t *testing.T) {
	s := newScene(t)
	row := store.TrashRow{Entity: store.EntityArticle, ID: s.article.ID, Title: "Arland speaks"}
	if _, err := s.Purge(t.Context(), []store.TrashRow{row}); store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("purging what is not in the trash: %v", err)
	}
	if c, err := s.Counts(t.Context()); err != nil || c.Articles != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// trashed fills the trash with actors, each with a note and an alias.
func trashed(t *testing.T, p *store.Project, n int) []store.TrashRow {
	t.Helper()
	do(t, p, "Add and delete", func(b *store.Batch) error {
		for i := range n {
			a, err := b.AddActor(store.Actor{Name: fmt.Sprintf("Thistledown %d", i)})
			if err == nil {
				err = b.AddAlias(a.ID, fmt.Sprintf("Td %d", i))
			}
			if err == nil {
				err = b.SetNote(store.EntityActor, a.ID, "Sedge")
			}
			if err == nil {
				err = b.Delete(store.EntityActor, a.ID)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	list, _, err := p.Trash(t.Context(), store.Page{})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestThePurgeOfManyRowsIsOneActionInBatchesBetweenWhichOthersWrite(t *testing.T) {
	s := newScene(t)
	list := trashed(t, s.Project, 200)
	g, err := s.BeginEmptying(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	batches, before := 0, 0
	for more := true; more; batches++ {
		if more, err = g.Next(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := g.Ended() - before; n > store.MostRows+2 { // with what hangs on the last one
			t.Errorf("%d rows in one batch", n)
		}
		before = g.Ended()
		if batches == 0 {
			do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityActor, list[len(list)-1].ID) })
			do(t, s.Project, "Add another", func(b *store.Batch) error {
				_, err := b.AddActor(store.Actor{Name: "Between"})
				return err
			})
		}
	}
	if err := g.Pack(t.Context()); err != nil {
		t.Fatal(err)
	}
	done, total := g.Done()
	if batches < 600/(store.MostRows+2) || done != 200 || total != 200 || g.Ended() != 3*199 {
		t.Errorf("%d batches, %d of %d done, %d rows ended", batches, done, total, g.Ended())
	}
	entries, _, err := s.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 10}})
	purges := 0
	for _, e := range entries {
		if e.Title.Code == store.TitleEmptyTrash {
			purges++
		}
	}
	if err != nil || purges != 1 {
		t.Errorf("%d actions, %v", purges, err)
	}
	mustPass(t, s.Project)
}

func TestAPurgeThatIsBrokenOffHasEndedWholeRowsAndLeavesTheOthers(t *testing.T) {
	s := newScene(t)
	trashed(t, s.Project, 100)
	g, err := s.BeginEmptying(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.Next(t.Context()); err != nil {
		t.Fatal(err)
	}
	done, _ := g.Done()
	if err := s.Close(); err != nil { // without packing
		t.Fatal(err)
	}
	p := openProject(t, s.Path(), store.Options{Coder: "Ada"})
	mustPass(t, p)
	left, total, err := p.Trash(t.Context(), store.Page{})
	if err != nil || done == 0 || total != 100-done {
		t.Fatalf("%d were done, %d are left, %v", done, total, err)
	}
	for _, r := range left {
		do(t, p, "Restore", func(b *store.Batch) error { return b.Restore(r.Entity, r.ID) })
		names, err := p.Aliases(t.Context(), r.ID)
		if err != nil || len(names) != 1 {
			t.Fatalf("%q, %v", names, err)
		}
		do(t, p, "Delete", func(b *store.Batch) error { return b.Delete(r.Entity, r.ID) })
	}
	if n, err := p.EmptyTrash(t.Context()); err != nil || n != 3*(100-done) {
		t.Errorf("%d rows were ended, %v", n, err)
	}
	mustPass(t, p)
}
