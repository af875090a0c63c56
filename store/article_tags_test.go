package store_test

import (
	"errors"
	"slices"
	"testing"

	"standpoint/store"
)

// tagsShown are the names of the tags that an article carries, as its row shows them.
func tagsShown(t *testing.T, p *store.Project, article store.ID) []string {
	t.Helper()
	rows, err := p.ArticlesOf(t.Context(), []store.ID{article})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	var list []string
	for _, tag := range rows[0].Tags {
		list = append(list, tag.Name)
	}
	return list
}

// carriers returns how many articles carry a tag, as the list of tags shows it.
func carriers(t *testing.T, p *store.Project, tag store.ID) int {
	t.Helper()
	rows, _, err := p.Tags(t.Context(), store.TagQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.ID == tag {
			return r.Articles
		}
	}
	return 0
}

func TestTagsOfAnArticleAreWhatTheyBecameAndThoseOfWhatBecameOfIt(t *testing.T) {
	s := newShelf(t)
	shows := func(after string, article store.ID, carrying int, want ...string) {
		t.Helper()
		if got := tagsShown(t, s.Project, article); !slices.Equal(got, want) {
			t.Errorf("after %s it carries %q, want %q", after, got, want)
		}
		if n := carriers(t, s.Project, s.own); n != carrying {
			t.Errorf("after %s %d articles carry the tag, want %d", after, n, carrying)
		}
		mustPass(t, s.Project)
	}
	step := func(what string, fn func(*store.Batch) error) { do(t, s.Project, what, fn) }
	back := func() {
		t.Helper()
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	step("Tag", func(b *store.Batch) error { return b.TagArticles(s.check, s.strike) })
	shows("tagging", s.strike, 2, "check", "own")
	step("Join tags", func(b *store.Batch) error { return b.Merge(store.EntityTag, s.check, s.own) })
	shows("joining tags", s.strike, 3, "own")
	back()
	shows("taking that back", s.strike, 2, "check", "own")
	step("Join articles", func(b *store.Batch) error { return b.Merge(store.EntityArticle, s.strike, s.bare) })
	shows("joining articles", s.bare, 1, "check", "own")
	back()
	shows("parting them", s.bare, 2, "own")
	shows("parting them", s.strike, 2, "check", "own")
	step("Join articles", func(b *store.Batch) error { return b.Merge(store.EntityArticle, s.strike, s.bare) })
	before := s.UndoTitle()
	step("Tag again", func(b *store.Batch) error { return b.SetArticleTags(s.bare, []store.ID{s.own, s.check}) })
	if s.UndoTitle() != before {
		t.Error("what it carries is written once more")
	}
	step("Untag", func(b *store.Batch) error { return b.UntagArticles(s.own, s.bare) })
	shows("taking a tag off", s.bare, 0, "check")
	back()
	shows("taking that back, too", s.bare, 1, "check", "own")
	step("Delete", func(b *store.Batch) error { return b.Delete(store.EntityTag, s.check) })
	shows("deleting a tag", s.bare, 1, "own")
	step("Set", func(b *store.Batch) error { return b.SetArticleTags(s.bare, nil) })
	step("Restore", func(b *store.Batch) error { return b.Restore(store.EntityTag, s.check) })
	shows("restoring it", s.bare, 0, "check")
	step("Delete", func(b *store.Batch) error {
		return errors.Join(b.Delete(store.EntityTag, s.check), b.TagArticles(s.own, s.bare))
	})
	if _, err := s.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	shows("purging it", s.bare, 1, "own")
	step("Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.bare) })
	if n := carriers(t, s.Project, s.own); n != 0 {
		t.Errorf("%d articles carry the tag, and all are deleted", n)
	}
	mustPass(t, s.Project)
}

func TestATagThatBothSidesPutOnAnArticleIsOne(t *testing.T) {
	s, other := twins(t)
	var tag store.Tag
	do(t, s.Project, "Add", func(b *store.Batch) (err error) { tag, err = b.AddTag(store.Tag{Name: "press"}); return err })
	merge(t, other, s.Path(), nil)
	for _, p := range []*store.Project{s.Project, other} {
		do(t, p, "Tag", func(b *store.Batch) error { return b.TagArticles(tag.ID, s.article.ID) })
	}
	merge(t, s.Project, other.Path(), nil)
	if n := carriers(t, s.Project, tag.ID); n != 1 {
		t.Errorf("%d articles carry the tag", n)
	}
	do(t, s.Project, "Untag", func(b *store.Batch) error { return b.UntagArticles(tag.ID, s.article.ID) })
	if got := tagsShown(t, s.Project, s.article.ID); len(got) != 0 {
		t.Errorf("it still carries %q", got)
	}
	mustPass(t, s.Project)
}

// Two copies that are merged can close a circle, of which the step that was made last is ignored; without another that one holds.
func TestTagsOfArticlesThatBecameOneInACircleAreShownOnce(t *testing.T) {
	s := newShelf(t)
	into := func(article, other store.ID) {
		t.Helper()
		do(t, s.Project, "Join", func(b *store.Batch) error {
			return b.UpdateArticle(article, func(a *store.Article) { a.MergedInto = other })
		})
		mustPass(t, s.Project)
	}
	into(s.strike, s.talks)
	into(s.talks, s.vote)
	into(s.vote, s.strike)
	if got := tagsShown(t, s.Project, s.vote); !slices.Equal(got, []string{"check", "own"}) {
		t.Errorf("the one that stands for all carries %q", got)
	}
	into(s.strike, store.ID{})
	if got := tagsShown(t, s.Project, s.strike); !slices.Equal(got, []string{"check", "own"}) {
		t.Errorf("the other one that stands for all then carries %q", got)
	}
}
