package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
)

// news is a project of that many articles in which the same words stand, one a day; the one in the middle is of another source, and every
// fifth is coded.
func news(t *testing.T, articles int) *Project {
	t.Helper()
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "news.standpoint"), Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	act(t, p, "Fill", func(b *Batch) error {
		for i := range articles {
			day, err := besideDay("2000-01-01", i)
			if err != nil {
				return err
			}
			a := Article{Title: fmt.Sprint("News ", i), Source: "Wire", Published: day}
			if i == articles/2 {
				a.Source = "Gazette"
			}
			if i%5 == 0 {
				a.Status = StatusCoded
			}
			if _, err := b.AddArticle(a, fmt.Sprint("The end of it. They said so, number ", i, ", the same.")); err != nil {
				return err
			}
		}
		return nil
	})
	return p
}

// rowsRead are the rows that a first page of hits takes, and how many articles it has.
func rowsRead(t *testing.T, p *Project, typed string) (rows, hits int) {
	t.Helper()
	p.watch = func(_ string, _ []any, n int) { rows += n }
	found, err := p.Search(t.Context(), SearchQuery{Text: typed, Page: Page{Limit: 40}})
	p.watch = nil
	if err != nil {
		t.Fatalf("%s: %v", typed, err)
	}
	return rows, len(found)
}

func TestTheFirstPageOfASearchTakesAsManyRowsOfTwiceAsManyArticles(t *testing.T) {
	one, two := news(t, 300), news(t, 600)
	for _, typed := range []string{
		"the ", "the of ", `"of it"`, "th", "t* ", "the NOT unheard ",
		"NOT unheard ", "end NEAR/2 it ", "the OR of ", "the source:wire ", "the status:unread ",
		"the NOT source:wire ", "the (source:gazette OR source:nowhere) ", "NOT source:wire ", "the NOT status:unread NOT status:coded ",
		"source:wire ", "after:2000-01-01 the ", "the unheard ", "the source:gazette ", "the before:2000-01-20 ",
	} {
		few, found := rowsRead(t, one, typed)
		many, foundOfTwo := rowsRead(t, two, typed)
		if found != foundOfTwo || many > few {
			t.Errorf("%s: %d rows for %d hits, %d rows for %d of twice as many articles", typed, few, found, many, foundOfTwo)
		}
	}
}

// What a field asks for says where to look, and leaves nothing out.
func TestWhereASearchIsNarrowedByAFieldItFindsAllThatHaveIt(t *testing.T) {
	p := news(t, 600)
	act(t, p, "Code", func(b *Batch) error { // so that more have the field than are looked up one by one
		rows, _, err := p.Articles(t.Context(), ArticleQuery{})
		for i, r := range rows {
			if err == nil && i%2 == 0 && i < 440 {
				err = b.UpdateArticle(r.ID, func(a *Article) { a.Status = StatusReviewed })
			}
		}
		return err
	})
	for typed, want := range map[string]struct {
		hits     int
		narrowed string // "few", "some" or "": the articles are gathered
	}{
		"the source:gazette ":                          {1, "few"},
		"the source:wire ":                             {599, ""},
		"the status:reviewed ":                         {220, "some"},
		"the status:reviewed source:wire ":             {220, "some"},
		"the before:2000-01-11 ":                       {10, "few"},
		"the after:2000-01-10 before:2000-01-21 ":      {10, "few"},
		"the after:2000-01-10 ":                        {590, ""},
		"the (source:gazette OR source:wire) ":         {600, ""},
		"the NOT source:wire ":                         {1, "few"},
		"the NOT (source:wire OR source:nowhere) ":     {1, "few"},
		"the NOT status:reviewed NOT status:coded ":    {304, ""},
		"the NOT source:wire NOT source:gazette ":      {0, "few"},
		"NOT source:wire ":                             {1, "few"},
		"NOT source:wire NOT status:unread ":           {1, "few"},
		"the NOT (source:wire status:coded) ":          {525, ""},
		"the NOT stance:oppose ":                       {600, ""},
		"status:reviewed ":                             {220, "some"},
		"source:gazette OR unheard ":                   {1, ""},
		"the source:nowhere ":                          {0, "few"},
		"news source:gazette ":                         {1, "few"}, // in a title
		"unheard source:gazette ":                      {0, "few"},
		"NOT unheard before:2000-01-28 status:unread ": {0, "few"},
	} {
		f := newSearching(typed)
		var hits int
		err := p.read(t.Context(), func(s sqlite.Snapshot) error {
			if err := f.resolveFields(s, nil); err != nil {
				return err
			}
			groups, err := f.groups(s, Page{})
			hits = len(groups)
			return err
		})
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		narrowed := ""
		switch n := f.narrowing; {
		case n.isFew:
			narrowed = "few"
		case n.gathered != nil:
			narrowed = "some"
		}
		if strings.HasPrefix(typed, "NOT unheard") {
			rows, _, err := p.Articles(t.Context(), ArticleQuery{ArticleFilter: ArticleFilter{To: "2000-01-27"}})
			if err != nil {
				t.Fatal(err)
			}
			want.hits = len(slices.DeleteFunc(rows, func(r ArticleRow) bool { return r.Status != StatusUnread }))
		}
		if hits != want.hits || narrowed != want.narrowed {
			t.Errorf("%s: %d are found among %q, want %d among %q", typed, hits, narrowed, want.hits, want.narrowed)
		}
	}
}

// What is sought of an outlet that ended is not sought among what came since, nor among what was before it.
func TestASearchLooksAtTheDaysAloneOnWhichAnOutletPublished(t *testing.T) {
	p := news(t, 600) // from the first of January on
	act(t, p, "Rename", func(b *Batch) error {
		rows, _, err := p.Articles(t.Context(), ArticleQuery{ArticleFilter: ArticleFilter{From: "2000-02-01", To: "2000-10-31"}})
		for i, r := range rows {
			if err == nil {
				err = b.UpdateArticle(r.ID, func(a *Article) { a.Source = []string{"Evening Post", "Morning Post"}[i%2] })
			}
		}
		if err == nil {
			_, err = b.AddArticle(Article{Title: "News without a day", Source: "Leaflet"}, "The end of the leaflets.")
		}
		return err
	})
	for typed, want := range map[string]struct {
		hits        int
		from, until Day
	}{
		"the source:post ":                 {274, "2000-02-01", "2000-10-31"},
		"the source:post after:2000-03-31": {214, "2000-04-01", "2000-10-31"},
		"the NOT source:post ":             {327, "", "2001-08-22"},
		"the source:leaflet ":              {1, "", ""},
	} {
		f := newSearching(typed)
		var groups []group
		err := p.read(t.Context(), func(s sqlite.Snapshot) error {
			err := f.resolveFields(s, nil)
			if err == nil {
				groups, err = f.groups(s, Page{})
			}
			return err
		})
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		wanted := everywhere()
		wanted.narrowBetween(want.from, want.until)
		if n := f.narrowing; len(groups) != want.hits || n.from != wanted.from || n.before != wanted.before {
			t.Errorf("%s: %d are found from day %d on and before day %d, want %d from %d on and before %d", typed, len(groups),
				n.from>>foundDayAt, n.before>>foundDayAt, want.hits, wanted.from>>foundDayAt, wanted.before>>foundDayAt)
		}
	}
}

// Where words are asked for apart, a page is sought among the newest texts first, and found as it would be among all.
func TestAPageOfWordsThatAreAskedForApartTakesTheNewestTexts(t *testing.T) {
	p := news(t, 600)
	all := newestTexts
	t.Cleanup(func() { newestTexts = all })
	for typed, fewer := range map[string]bool{
		"the NOT (of status:unread) ": true, "NOT unheard ": true, "NOT (of status:unread) ": true, "the (of OR status:coded) ": true,
		"the NOT (of before:2001-06) ": true, "NOT the ": false, "the NOT (of after:2000-01-05) ": false, "the ": false,
	} {
		for _, page := range []Page{{Limit: 40}, {Offset: 30, Limit: 7}, {Offset: 90, Limit: 40}, {Limit: 500}, {}} {
			newestTexts = all
			want, _ := groupsOf(t, p, typed, page)
			newestTexts = 400
			got, among := groupsOf(t, p, typed, page)
			if !slices.EqualFunc(got, want, func(a, b group) bool { return a.article == b.article && slices.Equal(a.keys, b.keys) }) {
				t.Errorf("%s%+v: %d groups are found among the newest, %d others among all", typed, page, len(got), len(want))
			}
			if page.Offset == 0 && page.Limit == 40 && among != fewer {
				t.Errorf("%s: sought among the newest alone is %t, want %t", typed, among, fewer)
			}
		}
	}
}

// groupsOf are the groups of a page, and whether they were sought among the newest texts alone.
func groupsOf(t *testing.T, p *Project, typed string, page Page) (groups []group, newest bool) {
	t.Helper()
	f := newSearching(typed)
	err := p.read(t.Context(), func(s sqlite.Snapshot) (err error) {
		if err := f.resolveFields(s, nil); err != nil {
			return err
		}
		among, err := f.amongNewest(s)
		if err == nil && among != nil && page.Limit > 0 {
			groups, err = among.walkTo(s, page)
			newest = len(groups) == page.Limit
		}
		if err == nil {
			groups, err = f.groups(s, page)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return groups, newest
}
