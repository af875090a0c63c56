package notes_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/notes"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// filled returns a project with so many articles, ten annotations each, and many actors who say nothing. Two articles have no date, and
// two are of one day.
func filled(t *testing.T, articles int) *store.Project {
	t.Helper()
	p := storetest.NewProject(t, "Ada")
	size := storetest.Size{Articles: articles, Annotations: 10 * articles, Actors: 2 * articles, Issues: articles / 4}
	f, err := storetest.Fill(t.Context(), p, size)
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Do(t.Context(), storetest.Titled("Date"), func(b *store.Batch) (err error) {
		for i, date := range []store.Date{"", "", "2009-05-01", "2009-05-01"} {
			err = errors.Join(err, b.UpdateArticle(f.Articles[i], func(a *store.Article) { a.Published = date }))
		}
		for i := range 12 * articles {
			_, add := b.AddActor(store.Actor{Name: fmt.Sprintf("Zzz %d", i)})
			err = errors.Join(err, add)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// parts returns the blocks of each article, actor or issue of a document, under its heading.
func parts(d notes.Document) [][]notes.Block {
	var list [][]notes.Block
	within := false
	for _, b := range d.Blocks {
		if h, is := b.(notes.Heading); is && h.Level == 2 {
			within = strings.HasPrefix(h.Anchor, "article-") || strings.HasPrefix(h.Anchor, "part-")
			if within {
				list = append(list, nil)
			}
		}
		if within {
			list[len(list)-1] = append(list[len(list)-1], b)
		}
	}
	return list
}

// What sums up the whole stands before the parts and after them.
func TestTheFirstPartsAreThoseOfTheWholeDocument(t *testing.T) {
	sample, large := project(t, assets.Sample), filled(t, 24)
	support := store.StanceSupport
	for name, in := range map[string]store.ArticleFilter{
		"all": {}, "dated": {From: "2012"}, "supported": {Stance: &support}, "of an outlet": {Text: "outlet:wire"},
	} {
		for _, kind := range notes.Kinds() {
			for _, order := range []notes.Order{
				notes.OrderUsual, notes.OrderNewest, notes.OrderOutlet, notes.OrderTitle, notes.OrderFrequent,
			} {
				for _, p := range []*store.Project{sample, large} {
					o := notes.Options{Kind: kind, Order: order, In: in}
					if o.Check() != nil || order == notes.OrderFrequent && name != "all" { // which the counts of the project tell
						continue
					}
					isBeginning(t, p, o)
				}
			}
		}
	}
}

func isBeginning(t *testing.T, p *store.Project, o notes.Options) {
	t.Helper()
	build := func(o notes.Options) notes.Document {
		d, err := notes.Build(t.Context(), p, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	whole := build(o)
	if whole.Part {
		t.Errorf("%+v: the whole says that it is a part", o)
	}
	all := parts(whole)
	for _, first := range []int{1, 3, 23} {
		o.First = first
		part := build(o)
		got := parts(part)
		if !part.Part || len(got) != min(first, len(all)) {
			t.Fatalf("%+v has %d parts of %d, and says %v", o, len(got), len(all), part.Part)
		}
		if diff := cmp.Diff(all[:len(got)], got); diff != "" {
			t.Errorf("%+v (-whole +part):\n%s", o, diff)
		}
	}
}

func TestTheFirstOfThoseThatAreNamedAreTheFirstOfThem(t *testing.T) {
	p := project(t, assets.Sample)
	articles, err := p.ArticleIDs(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	actors, err := p.ActorIDs(t.Context(), store.ActorQuery{})
	if err != nil {
		t.Fatal(err)
	}
	issues, err := p.IssueIDs(t.Context(), store.IssueQuery{})
	if err != nil {
		t.Fatal(err)
	}
	some := articles[1:]
	slices.Reverse(actors)
	for _, o := range []notes.Options{
		{Articles: some},
		{Articles: some, Order: notes.OrderTitle},
		{Kind: notes.KindAnnotated, Articles: some},
		{Kind: notes.KindActors, Actors: actors[2:]},
		{Kind: notes.KindActors, Actors: actors, Order: notes.OrderFrequent},
		{Kind: notes.KindActors, Articles: some},
		{Kind: notes.KindIssues, Issues: issues},
		{Kind: notes.KindIssues, Articles: some},
	} {
		isBeginning(t, p, o)
	}
}

// What the first parts take does not grow with the project.
func TestTheFirstPartsTakeAsMuchOfALargeProjectAsOfASmallOne(t *testing.T) {
	small, large := filled(t, 60), filled(t, 240)
	for _, kind := range notes.Kinds() {
		taken := func(p *store.Project) float64 {
			return testing.AllocsPerRun(2, func() {
				if _, err := notes.Build(t.Context(), p, notes.Options{Kind: kind, First: 8}, nil); err != nil {
					t.Fatal(err)
				}
			})
		}
		if few, many := taken(small), taken(large); many > 1.6*few {
			t.Errorf("%s: %.0f allocations for a small project, %.0f for one four times as large", kind, few, many)
		}
	}
}
