package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// crowd makes a project with many rows of every kind in few statements.
func crowd(t *testing.T) (*Project, Actor, Issue) {
	t.Helper()
	return watchedCrowd(t, nil)
}

// watchedCrowd tells of the queries that making a crowd takes.
func watchedCrowd(t *testing.T, watch sqlite.Watch) (*Project, Actor, Issue) {
	t.Helper()
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "crowd.standpoint"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	if err := p.on(t.Context(), func(w *writer) error {
		w.db.Watch = watch
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	var actor Actor
	var issue Issue
	_, err = p.Do(t.Context(), testTitle("Fill"), func(b *Batch) error {
		for i := range 40 {
			if actor, err = b.AddActor(Actor{Name: fmt.Sprint("Actor ", i)}); err != nil {
				return err
			}
			if issue, err = b.AddIssue(Issue{Name: fmt.Sprint("Issue ", i)}); err != nil {
				return err
			}
			if _, err = b.AddTag(Tag{Name: fmt.Sprint("Tag ", i)}); err != nil {
				return err
			}
			if err := crowdArticle(b, i, actor, issue); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p, actor, issue
}

func crowdArticle(b *Batch, i int, actor Actor, issue Issue) error {
	a, err := b.AddArticle(Article{Title: fmt.Sprint("Article ", i), Published: Date(fmt.Sprint(2000 + i))},
		fmt.Sprint("They said so, number ", i))
	if err != nil {
		return err
	}
	anchor, err := AnchorOn(b, a, text.Span{Start: 0, End: 9})
	if err != nil {
		return err
	}
	for range 3 {
		s, err := b.AddAnnotation(Annotation{
			Article: a.ID, Kind: KindStatement, Anchor: anchor, Participants: []Participant{{Role: RoleSpeaker, Actor: actor.ID}},
		})
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(Annotation{
			Article: a.ID, Kind: KindPosition, Statement: s.ID, Target: Target{Issue: issue.ID},
			Stance: StanceOppose,
		})
		if err != nil {
			return err
		}
		if _, err := b.AddAnnotation(Annotation{Article: a.ID, Kind: KindMention, Anchor: anchor, Actor: actor.ID}); err != nil {
			return err
		}
	}
	return nil
}
