package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

// kiosk is a project with an annotated article of each of some outlets, and what is in it.
type kiosk struct {
	*Project
	articles, marks  []ID
	venn, kell       ID
	urgent, pressing ID // tags
}

func newKiosk(t *testing.T, articles int) *kiosk {
	t.Helper()
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "counted.standpoint"), Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	c := &kiosk{Project: p}
	act(t, p, "Fill", func(b *Batch) error {
		venn, err := b.AddActor(Actor{Name: "Orla Venn"})
		if err != nil {
			return err
		}
		kell, err := b.AddActor(Actor{Name: "Ivo Kell"})
		c.venn, c.kell = venn.ID, kell.ID
		for _, tag := range []struct {
			id   *ID
			name string
		}{{&c.urgent, "urgent"}, {&c.pressing, "pressing"}} {
			made, wrong := b.AddTag(Tag{Name: tag.name})
			err = errors.Join(err, wrong)
			*tag.id = made.ID
		}
		for i := range articles {
			if err != nil {
				return err
			}
			err = c.add(b, i)
		}
		return err
	})
	return c
}

// add adds an article with a mention of the one actor or the other.
func (c *kiosk) add(b *Batch, i int) error {
	a, err := b.AddArticle(Article{Title: "News", Source: []string{"Wire", "Gazette"}[i%2], File: "spring/news.txt"},
		fmt.Sprint("Somebody said so, number ", i, "."))
	if err != nil {
		return err
	}
	anchor, err := AnchorOn(b, a, text.Span{Start: 0, End: 8})
	if err != nil {
		return err
	}
	n, err := b.AddAnnotation(Annotation{Article: a.ID, Kind: KindMention, Anchor: anchor, Actor: []ID{c.venn, c.kell}[i%2]})
	c.articles, c.marks = append(c.articles, a.ID), append(c.marks, n.ID)
	return err
}

func (c *kiosk) facets(t *testing.T, f ArticleFilter) ArticleFacets {
	t.Helper()
	facets, err := c.ArticleFacets(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return facets
}

// anew counts with nothing in memory.
func (c *kiosk) anew(t *testing.T, f ArticleFilter) ArticleFacets {
	t.Helper()
	facets, err := c.CountedAnew(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return facets
}

func TestWhatIsCountedFollowsEveryChangeAndReadsOnlyWhatChanged(t *testing.T) {
	c := newKiosk(t, 300)
	act(t, c.Project, "Tag", func(b *Batch) error { return b.TagArticles(c.pressing, c.articles[2]) })
	c.facets(t, ArticleFilter{})
	coded := StatusCoded
	for _, change := range []struct {
		title string
		rows  int // that are read at most beside those for the names of outlets and languages
		fn    func(*Batch) error
	}{
		{"Status", 3, func(b *Batch) error {
			return b.UpdateArticle(c.articles[1], func(a *Article) { a.Status = coded })
		}},
		{"Delete an annotation", 3, func(b *Batch) error { return b.Delete(EntityAnnotation, c.marks[1]) }},
		{"Delete an article", 3, func(b *Batch) error { return b.Delete(EntityArticle, c.articles[3]) }},
		{"Add", 3, func(b *Batch) error { return c.add(b, 300) }},
		{"Mention another", 3, func(b *Batch) error {
			return b.UpdateAnnotation(c.marks[4], func(a *Annotation) { a.Actor = c.kell })
		}},
		{"Tag an article", 3, func(b *Batch) error { return b.TagArticles(c.urgent, c.articles[7]) }},
		{"Tag articles alike", 5, func(b *Batch) error {
			return errors.Join(b.TagArticles(c.pressing, c.articles[5], c.articles[7]), b.TagArticles(c.urgent, c.articles[5]))
		}},
		{"Join tags", 5, func(b *Batch) error { return b.Merge(EntityTag, c.pressing, c.urgent) }},
		{"Join articles", 5, func(b *Batch) error { return b.Merge(EntityArticle, c.articles[5], c.articles[6]) }},
		{"Join actors", 1000, func(b *Batch) error { return b.Merge(EntityActor, c.venn, c.kell) }},
	} {
		act(t, c.Project, change.title, change.fn)
		checkTally(t, c, change.title, change.rows)
		if _, err := c.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		checkTally(t, c, "Undo: "+change.title, change.rows)
	}
	act(t, c.Project, "Tag", func(b *Batch) error {
		return errors.Join(b.TagArticles(c.urgent, c.articles[8], c.articles[9], c.articles[11]), b.TagArticles(c.pressing, c.articles[9]))
	})
	act(t, c.Project, "Join articles", func(b *Batch) error { return b.Merge(EntityArticle, c.articles[9], c.articles[10]) })
	checkTally(t, c, "Join tagged articles", 5)
	for _, f := range []ArticleFilter{{}, {Tag: c.urgent}} {
		if counted := c.facets(t, f).Tags; counted[c.urgent] != 3 || f.IsZero() && counted[c.pressing] != 2 {
			t.Errorf("three articles are urgent, and two are pressing: %v", counted)
		}
	}
	for _, row := range []rowKey{
		{EntityAnnotation, c.marks[9]}, {EntityArticle, c.articles[8]}, {EntityActor, c.venn}, {EntityTag, c.pressing},
	} {
		e, id := row.entity, row.id
		act(t, c.Project, "Delete", func(b *Batch) error { return b.Delete(e, id) })
		if _, err := c.Purge(t.Context(), []TrashRow{{Entity: e, ID: id}}); err != nil {
			t.Fatal(err)
		}
		checkTally(t, c, "Purge", 1000)
	}
}

// checkTally compares what is counted with what is counted anew. What was read is told apart by the query for articles.
func checkTally(t *testing.T, c *kiosk, after string, most int) {
	t.Helper()
	for _, f := range []ArticleFilter{{}, {Actor: c.kell}, {Tag: c.urgent}, {Tag: c.urgent, Actor: c.kell}} {
		rows := 0
		c.watch = func(_ string, _ []any, n int) { rows += n }
		got := c.facets(t, f)
		c.watch = nil
		const around = 12 // the state, who stands for whom, and as many outlets, languages and headings as there are
		if rows > most+around {
			t.Errorf("after %q %d rows are read to count", after, rows)
		}
		if diff := cmp.Diff(c.anew(t, f), got); diff != "" {
			t.Errorf("after %q something else is counted:\n%s", after, diff)
		}
	}
}

func TestWhatChangesNoArticleHasNoneReadAgain(t *testing.T) {
	c := newKiosk(t, 4)
	c.facets(t, ArticleFilter{})
	if err := c.SetLocal(t.Context(), "width", []byte("3")); err != nil {
		t.Fatal(err)
	}
	if err := c.SaveDraft(t.Context(), Draft{Article: c.articles[1], Key: "form"}); err != nil {
		t.Fatal(err)
	}
	checkTally(t, c, "what is kept for this copy alone", 0)
	if _, err := c.Do(t.Context(), testTitle("Nothing"), func(*Batch) error { return nil }); err != nil {
		t.Fatal(err)
	}
	checkTally(t, c, "nothing", 0)
	failed := errors.New("failed")
	_, err := c.Do(t.Context(), testTitle("Delete"), func(b *Batch) error {
		if err := b.Delete(EntityArticle, c.articles[0]); err != nil {
			return err
		}
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
	checkTally(t, c, "a failure", 0)
	act(t, c.Project, "Delete", func(b *Batch) error { return b.Delete(EntityArticle, c.articles[1]) })
	checkTally(t, c, "another", 3)
}

// Who asks for something else gives up what is being counted, but not the reading that all counting needs.
func TestArticlesAreReadForCountingThoughNobodyWaitsAnyMore(t *testing.T) {
	c := newKiosk(t, 50)
	ctx, cancel := context.WithCancel(t.Context())
	c.watch = func(string, []any, int) { cancel() }
	if _, err := c.ArticleFacets(ctx, ArticleFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("counting that was given up: %v", err)
	}
	c.watch = nil
	if !c.tally.loaded {
		t.Error("what was read is lost")
	}
	checkTally(t, c, "giving up", 0)
}

func TestAProjectThatIsClosedIsCountedNoMore(t *testing.T) {
	c := newKiosk(t, 50)
	c.watch = func(string, []any, int) {
		if c.tally.ending.Err() == nil {
			c.tally.end()
		}
	}
	if _, err := c.ArticleFacets(t.Context(), ArticleFilter{}); err == nil {
		t.Error("it is counted")
	}
	c.watch = nil
}

// A count takes no longer for a filter that asks for much: all is in memory by then.
func TestWhatIsReadToCountDoesNotGrowWithTheArticles(t *testing.T) {
	var rows [2]int
	for i, articles := range []int{100, 400} {
		c := newKiosk(t, articles)
		c.facets(t, ArticleFilter{})
		stance := StanceSupport
		for _, f := range []ArticleFilter{{}, {Actor: c.kell}, {Stance: &stance, Coder: c.Coder().ID}, {Actor: c.venn, Coder: c.Coder().ID}} {
			c.watch = func(_ string, _ []any, n int) { rows[i] += n }
			c.facets(t, f)
			c.watch = nil
		}
	}
	if rows[0] != rows[1] {
		t.Errorf("%d rows are read to count 100 articles, and %d to count 400", rows[0], rows[1])
	}
}

// What another copy deleted and purged goes in one step here, without ever lying in the trash.
func TestWhatAnotherCopyPurgedIsCountedNoMore(t *testing.T) {
	c := newKiosk(t, 6)
	act(t, c.Project, "Join articles", func(b *Batch) error { return b.Merge(EntityArticle, c.articles[1], c.articles[2]) })
	path := filepath.Join(t.TempDir(), "other.standpoint")
	if err := c.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	other, err := Open(t.Context(), path, Options{Coder: "Bo"})
	if err != nil {
		t.Fatal(err)
	}
	act(t, other, "Delete", func(b *Batch) error { return b.Delete(EntityAnnotation, c.marks[2]) })
	_, err = other.Purge(t.Context(), []TrashRow{{Entity: EntityAnnotation, ID: c.marks[2]}})
	if err = errors.Join(err, other.Close()); err != nil {
		t.Fatal(err)
	}
	c.facets(t, ArticleFilter{})
	m, err := c.BeginMerge(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = m.Apply(t.Context(), nil, nil)
	if err = errors.Join(err, m.Close()); err != nil {
		t.Fatal(err)
	}
	checkTally(t, c, "Merge", 5)
}
