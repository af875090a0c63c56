package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// farNews is a project of 600 articles, one a day, in which the oldest 60 alone have an outlet, a status, a language, a tag, a collection,
// an actor who is mentioned there, and another coder who did that. A second actor is mentioned in every second of all.
func farNews(t *testing.T) *Project {
	t.Helper()
	p := news(t, 600)
	newest, worded := newestTexts, fewWorded
	newestTexts, fewWorded = 100, 40
	t.Cleanup(func() { newestTexts, fewWorded = newest, worded })
	rows, err := p.ArticlePage(t.Context(), ArticleQuery{Sort: ArticlesByPublished, Backwards: true, Page: Page{Limit: 600}})
	if err != nil {
		t.Fatal(err)
	}
	mention := func(b *Batch, actor ID, article Article) error {
		anchor, err := AnchorOn(b, article, text.Span{Start: 0, End: 3})
		if err == nil {
			_, err = b.AddAnnotation(Annotation{Article: article.ID, Kind: KindMention, Anchor: anchor, Actor: actor})
		}
		return err
	}
	act(t, p, "Mention one everywhere", func(b *Batch) error {
		kell, err := b.AddActor(Actor{Name: "Ivo Kell"})
		for i, r := range rows {
			if i%2 == 0 && err == nil {
				err = mention(b, kell.ID, r.Article)
			}
		}
		return err
	})
	if err := p.UseCoder(t.Context(), "Bo"); err != nil {
		t.Fatal(err)
	}
	act(t, p, "Mark the oldest", func(b *Batch) error {
		venn, err := b.AddActor(Actor{Name: "Orla Venn"})
		if err != nil {
			return err
		}
		tag, err := b.AddTag(Tag{Name: "archive"})
		if err != nil {
			return err
		}
		kept, err := b.AddCollection(Collection{Name: "Cellar"})
		for _, r := range rows[:60] {
			if err != nil {
				return err
			}
			if err = mention(b, venn.ID, r.Article); err != nil {
				return err
			}
			if err = b.TagArticles(tag.ID, r.ID); err != nil {
				return err
			}
			if err = b.Collect(kept.ID, r.ID); err != nil {
				return err
			}
			err = b.UpdateArticle(r.ID, func(a *Article) { a.Source, a.Language, a.Status = "Herald", "fi", StatusReviewed })
		}
		return err
	})
	return p
}

// Every pair of fields, with the commonest word and with one that a single article has: where all is that is found is known before the
// articles in between are looked at, and nothing else is found than by looking at all of them.
func TestASearchForWhatIsInOldArticlesAloneLooksAtTheseAlone(t *testing.T) {
	p := farNews(t)
	fields := []string{
		"source:herald", "status:reviewed", "language:fi", "tag:archive", "collection:cellar", "actor:venn", "coder:bo",
		"actor:kell", "coder:ada", "source:wire", "status:unread", "after:2001-05-01", "before:2000-02-01",
	}
	const old = 7 // of these are in the oldest alone
	oldest := everywhere()
	oldest.narrowBetween("2000-01-01", "2000-02-29")
	for i, field := range fields {
		for j, other := range fields {
			for _, word := range []string{"the", "31"} {
				typed := fmt.Sprint(word, " ", field, " ", other)
				got, n := foundWithin(t, p, typed, true)
				if want, _ := foundWithin(t, p, typed, false); !slices.Equal(got, want) {
					t.Errorf("%s: %d are found, and %d where all are looked at", typed, len(got), len(want))
				}
				far := (i < old || j < old) && word == "the" && !strings.Contains(typed, "after:")
				if far && !n.isFew && n.before > oldest.before {
					t.Errorf("%s: texts are looked at until day %d, want until %d", typed, n.before>>foundDayAt, oldest.before>>foundDayAt)
				}
			}
		}
	}
}

// An article in which both are named has both, though no annotation names two.
func TestTwoActorsThatAreAskedForAreBothThere(t *testing.T) {
	p := farNews(t)
	for typed, want := range map[string]int{
		"the actor:venn actor:kell": 30, "actor:venn actor:kell": 30, "the actor:venn actor:kell coder:bo": 30,
	} {
		if found, _ := foundWithin(t, p, typed, true); len(found) != want {
			t.Errorf("%s: %d are found, want %d", typed, len(found), want)
		}
	}
}

// The words of a filter, and so those of a saved search, are read as a search reads them.
func TestTheWordsOfAFilterAskOfFieldsAsASearchDoes(t *testing.T) {
	p := farNews(t)
	for typed, want := range map[string]int{
		"the actor:venn ": 60, "actor:venn ": 60, "the actor:venn actor:kell ": 30, "the NOT source:herald ": 540, "the OR tag:archive ": 600,
		"31 actor:venn ": 1, "unheard OR source:herald ": 60, "the coder:bo actor:kell ": 0, "": 600,
	} {
		f := ArticleFilter{Text: typed}
		n, err := p.ArticleCount(t.Context(), f)
		if err != nil || n != want {
			t.Errorf("%s: %d articles are counted, want %d: %v", typed, n, want, err)
		}
		rows, err := p.ArticlePage(t.Context(), ArticleQuery{ArticleFilter: f, Page: Page{Limit: 700}})
		if err != nil || len(rows) != want {
			t.Errorf("%s: %d articles are listed, want %d: %v", typed, len(rows), want, err)
		}
		facets, err := p.ArticleFacets(t.Context(), f)
		if err != nil || facets.Annotated[true]+facets.Annotated[false] != want {
			t.Errorf("%s: %v are counted by what is annotated, want %d: %v", typed, facets.Annotated, want, err)
		}
	}
	_, named, err := p.Actors(t.Context(), ActorQuery{In: ArticleFilter{Text: "the NOT coder:bo"}})
	if err != nil || named != 1 {
		t.Errorf("%d actors are named in articles that one of two never marked: %v", named, err)
	}
}

// foundWithin are the articles of a page of a search, and where it looked; or of the same walk past all texts.
func foundWithin(t *testing.T, p *Project, typed string, narrowed bool) (articles []ID, n narrowing) {
	t.Helper()
	f := newSearching(typed)
	err := p.read(t.Context(), func(s sqlite.Snapshot) error {
		if err := f.resolveFields(s, nil); err != nil {
			return err
		}
		walk := f.groups
		if !narrowed {
			f.narrowing = everywhere()
			walk = f.walkTo
		}
		groups, err := walk(s, Page{Limit: 201})
		for _, g := range groups {
			articles = append(articles, g.article)
		}
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", typed, err)
	}
	return articles, f.narrowing
}

// Of two things that one annotation must have, that is looked up which fewer have.
func TestWhatOneAnnotationMustHaveIsGatheredFromTheSmallerSide(t *testing.T) {
	p := farNews(t)
	err := p.read(t.Context(), func(s sqlite.Snapshot) error {
		var list []ID
		for _, q := range []string{
			`SELECT id FROM tag`, `SELECT id FROM actor WHERE name = 'Orla Venn'`, `SELECT id FROM actor WHERE name = 'Ivo Kell'`,
		} {
			found, err := ids(s, q)
			if err != nil {
				return err
			}
			list = append(list, found...)
		}
		for name, ask := range map[string]struct {
			f    ArticleFilter
			want int
		}{
			"tag and actor":        {ArticleFilter{Tag: list[0], Actor: list[1]}, 60},
			"tag and common actor": {ArticleFilter{Tag: list[0], Actor: list[2]}, 60},
		} {
			conditions, err := ask.f.conditions(s, nil)
			if err != nil {
				return err
			}
			c := conditions[0]
			n, err := sqlite.Number(s, `SELECT count(*) FROM (SELECT 1 FROM `+c.from+`)`, c.fromArgs...)
			if err != nil || n > ask.want {
				t.Errorf("%s: %d articles are looked up, want %d: %v", name, n, ask.want, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
