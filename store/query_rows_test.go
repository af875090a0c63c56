package store

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
)

// askedRows is what a query says of rows that it names: of which table, if it says so, and by which column.
var askedRows = regexp.MustCompile(`(?:(\w+)\.)?"?(\w+)"? IN \(\?, \?`)

// SQLite has no statistics here, and would rather walk a table in the order that is asked for than seek the rows that are named.
func TestWhatIsAskedOfSomeRowsIsSoughtByTheseRows(t *testing.T) {
	p, actor, issue := crowd(t)
	ctx, page := t.Context(), Page{Limit: 40}
	var queries []string
	watch := func(query string, _ []any, _ int) {
		if askedRows.MatchString(query) && !slices.Contains(queries, query) {
			queries = append(queries, query)
		}
	}
	if err := p.on(ctx, func(w *writer) error { w.db.Watch = watch; return nil }); err != nil {
		t.Fatal(err)
	}
	p.watch = watch
	articles, _, err := p.Articles(ctx, ArticleQuery{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	var list []ID
	for _, a := range articles {
		list = append(list, a.ID)
	}
	said, err := p.StatementIDs(ctx, StatementQuery{Page: page})
	if err != nil || len(said) == 0 {
		t.Fatalf("%d statements: %v", len(said), err)
	}
	actors, err := p.ActorIDs(ctx, ActorQuery{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	for name, read := range map[string]func() error{
		"actors":       func() error { _, _, err := p.Actors(ctx, ActorQuery{Page: page}); return err },
		"issues":       func() error { _, _, err := p.Issues(ctx, IssueQuery{Page: page}); return err },
		"tags":         func() error { _, _, err := p.Tags(ctx, TagQuery{Page: page}); return err },
		"positions":    func() error { _, _, err := p.Positions(ctx, PositionQuery{Page: page}); return err },
		"statements":   func() error { _, _, err := p.Statements(ctx, StatementQuery{Page: page}); return err },
		"record":       func() error { _, _, err := p.Record(ctx, EntityIssue, issue.ID, page); return err },
		"mentions":     func() error { _, _, err := p.Mentions(ctx, actor.ID, page); return err },
		"annotations":  func() error { _, err := p.Annotations(ctx, articles[0].ID); return err },
		"recorded":     func() error { _, err := p.RecordedIn(ctx, list, ReachAll); return err },
		"marked":       func() error { _, err := p.RecordedIn(ctx, list, ReachMarked); return err },
		"said":         func() error { _, err := p.RecordedIn(ctx, list, ReachSaid); return err },
		"among":        func() error { _, err := p.RecordedAmong(ctx, said); return err },
		"voices":       func() error { _, err := p.Voices(ctx, list); return err },
		"presences":    func() error { _, err := p.PresencesIn(ctx, list); return err },
		"affiliations": func() error { _, err := p.Affiliations(ctx, actor.ID); return err },
		"belongs to":   func() error { _, err := p.AffiliationsOf(ctx, actors); return err },
		"namesakes":    func() error { _, err := p.NamesakesOf(ctx, actors); return err },
		"search":       func() error { _, err := p.Search(ctx, SearchQuery{Text: "said", Page: page}); return err },
		"names found":  func() error { _, err := p.Search(ctx, SearchQuery{Text: "actor", Page: page}); return err },
		"names":        func() error { _, err := p.NamesOf(ctx, EntityActor, list); return err },
		"kinds":        func() error { _, err := p.EntitiesOf(ctx, list); return err },
		"notes":        func() error { _, err := p.NotesOn(ctx, list); return err },
		"resting":      func() error { _, err := p.PositionsAmong(ctx, list); return err },
		"changed": func() error {
			return p.read(ctx, func(s sqlite.Snapshot) error { _, err := readChanged(s, list); return err })
		},
		"reread": func() error {
			touched := map[ID]bool{}
			for _, id := range list {
				touched[id] = true
			}
			return p.read(ctx, func(s sqlite.Snapshot) error { _, err := reread(s, articles[0].ID, nil, touched); return err })
		},
		"history": func() error { _, _, err := p.History(ctx, HistoryQuery{Page: page}); return err },
	} {
		if err := read(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	act(t, p, "Delete", func(b *Batch) error {
		for _, a := range articles[:30] {
			if err := b.Delete(EntityArticle, a.ID); err != nil {
				return err
			}
		}
		issues, _, err := p.Issues(ctx, IssueQuery{Page: page})
		if err != nil {
			return err
		}
		return b.Reassign(EntityIssue, issue.ID, issues[0].ID)
	})
	p.watch = nil
	for _, query := range queries {
		steps := planOf(t, p, query)
		plan := strings.Join(steps, "\n")
		if slices.ContainsFunc(steps, unselective.MatchString) {
			t.Errorf("%s\nwalks a table:\n%s", query, plan)
		}
		for _, asked := range askedRows.FindAllStringSubmatch(query, -1) {
			if !regexp.MustCompile(`SEARCH ` + asked[1] + `.*\((?:` + asked[2] + `|rowid)=\?`).MatchString(plan) {
				t.Errorf("%s\nseeks no %s by its %s:\n%s", query, asked[1], asked[2], plan)
			}
		}
	}
	if len(queries) < 10 {
		t.Errorf("%d queries asked something of some rows", len(queries))
	}
}

// planOf is how SQLite goes about a query.
func planOf(t *testing.T, p *Project, query string) (plan []string) {
	t.Helper()
	err := p.read(t.Context(), func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var id, parent, unused int
			var step string
			err := scan(&id, &parent, &unused, &step)
			plan = append(plan, step)
			return err
		}, `EXPLAIN QUERY PLAN `+query, make([]any, strings.Count(query, "?"))...)
	})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return plan
}

// However many articles are asked for, each portion of them takes the same few queries.
func TestRecordedTakesAFewQueriesForManyArticles(t *testing.T) {
	p, _, _ := crowd(t)
	list, err := p.ArticleIDs(t.Context(), ArticleQuery{})
	if err != nil || len(list) < 40 {
		t.Fatalf("%d articles: %v", len(list), err)
	}
	asked := func(articles []ID) (n int) {
		p.watch = func(string, []any, int) { n++ }
		defer func() { p.watch = nil }()
		if _, err := p.RecordedIn(t.Context(), articles, ReachAll); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if one, forty := asked(list[:1]), asked(list[:40]); one == 0 || forty > one+6 {
		t.Errorf("%d queries for one article, %d for forty", one, forty)
	}
}
