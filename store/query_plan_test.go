package store

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// watched is what the queries of one page did.
type watched struct {
	rows  int
	plans []string
}

// watchPages notes the plan and the rows of each query by which fn reads pages.
func watchPages(t *testing.T, p *Project, fn func() error) watched {
	t.Helper()
	return watchQueries(t, p, func(query string) bool { return strings.Contains(query, "LIMIT ?") }, fn)
}

// watchQueries notes the plan and the rows of those queries of fn.
func watchQueries(t *testing.T, p *Project, which func(query string) bool, fn func() error) watched {
	t.Helper()
	var w watched
	type run struct {
		query string
		args  []any
	}
	var runs []run
	p.watch = func(query string, args []any, rows int) {
		if !which(query) {
			return
		}
		w.rows += rows
		runs = append(runs, run{query, args})
	}
	err := fn()
	p.watch = nil
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		err := p.read(t.Context(), func(s sqlite.Snapshot) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var id, parent, unused int
				var detail string
				err := scan(&id, &parent, &unused, &detail)
				w.plans = append(w.plans, detail)
				return err
			}, `EXPLAIN QUERY PLAN `+r.query, r.args...)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// isFullScan reports whether a step of a plan reads a whole table.
func isFullScan(plan string) bool {
	return strings.HasPrefix(plan, "SCAN") && !strings.Contains(plan, "INDEX")
}

// sortsAll reports whether a step of a plan sorts more than those rows that an index gives as equal.
func sortsAll(plan string) bool {
	return strings.Contains(plan, "TEMP B-TREE") && !strings.Contains(plan, "FOR LAST TERM OF ORDER BY")
}

func TestAPageOfAListIsAWalkAlongAnIndex(t *testing.T) {
	p, actor, issue := crowd(t)
	ctx := context.Background()
	oppose, unread := StanceOppose, StatusUnread
	person := ActorKind("")
	page := Page{Offset: 2, Limit: 10}
	pages := map[string]func() error{}
	for _, sort := range []ArticleSort{ArticlesByPublished, ArticlesByTitle, ArticlesByAdded, ArticlesByStatus} {
		pages["articles by "+string(sort)] = func() error {
			_, _, err := p.Articles(ctx, ArticleQuery{Sort: sort, Page: page})
			return err
		}
	}
	pages["articles of one status"] = func() error {
		_, _, err := p.Articles(ctx, ArticleQuery{ArticleFilter: ArticleFilter{Status: &unread}, Sort: ArticlesByStatus, Page: page})
		return err
	}
	for _, sort := range []ActorSort{ActorsByName, ActorsByPositions} {
		pages["actors by "+string(sort)] = func() error {
			_, _, err := p.Actors(ctx, ActorQuery{Sort: sort, Page: page})
			return err
		}
		pages["actors of one kind by "+string(sort)] = func() error {
			_, _, err := p.Actors(ctx, ActorQuery{Kind: &person, Sort: sort, Page: page})
			return err
		}
	}
	for _, sort := range []IssueSort{IssuesByName, IssuesByPositions} {
		pages["issues by "+string(sort)] = func() error {
			_, _, err := p.Issues(ctx, IssueQuery{Sort: sort, Page: page})
			return err
		}
	}
	pages["tags"] = func() error {
		_, _, err := p.Tags(ctx, TagQuery{Page: page})
		return err
	}
	for _, group := range []Grouping{PositionsByHolder, PositionsByTarget} {
		pages["positions "+string(group)] = func() error {
			_, _, err := p.Positions(ctx, PositionQuery{Group: group, Page: page})
			return err
		}
		pages["positions of one stance "+string(group)] = func() error {
			_, _, err := p.Positions(ctx, PositionQuery{Group: group, Stance: &oppose, Page: page})
			return err
		}
	}
	pages["positions of one holder"] = func() error {
		_, _, err := p.Positions(ctx, PositionQuery{Actor: actor.ID, Page: page})
		return err
	}
	pages["positions on one target"] = func() error {
		_, _, err := p.Positions(ctx, PositionQuery{Group: PositionsByTarget, Issue: issue.ID, Page: page})
		return err
	}
	for _, sort := range []StatementSort{StatementsByText, StatementsByDate} {
		pages["statements by "+string(sort)] = func() error {
			_, _, err := p.Statements(ctx, StatementQuery{Sort: sort, Page: page})
			return err
		}
	}
	pages["record of an actor"] = func() error {
		_, _, err := p.Record(ctx, EntityActor, actor.ID, page)
		return err
	}
	pages["mentions of an actor"] = func() error {
		_, _, err := p.Mentions(ctx, actor.ID, page)
		return err
	}
	pages["history"] = func() error {
		_, _, err := p.History(ctx, HistoryQuery{Page: page})
		return err
	}
	for name, fn := range pages {
		t.Run(name, func(t *testing.T) {
			w := watchPages(t, p, fn)
			if len(w.plans) == 0 {
				t.Fatal("no query was watched")
			}
			if w.rows > page.Limit {
				t.Errorf("%d rows were read for a page of %d", w.rows, page.Limit)
			}
			for _, plan := range w.plans { // history walks the table of actions itself, from its end
				if sortsAll(plan) || isFullScan(plan) && name != "history" {
					t.Errorf("plan:\n%s", strings.Join(w.plans, "\n"))
				}
			}
		})
	}
}

func TestARankIsCountedAlongAnIndex(t *testing.T) {
	p, actor, issue := crowd(t)
	ctx := t.Context()
	oppose, unread, person := StanceOppose, StatusUnread, ActorKind("")
	articles, _, err := p.Articles(ctx, ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	article := articles[7].ID
	positions, _, err := p.Positions(ctx, PositionQuery{Article: article})
	if err != nil {
		t.Fatal(err)
	}
	position := positions[1].ID
	ranks := map[string]func() (int, error){
		"articles of one status": func() (int, error) {
			return p.ArticleRank(ctx, ArticleQuery{ArticleFilter: ArticleFilter{Status: &unread}, Sort: ArticlesByStatus}, article)
		},
		"record of an issue": func() (int, error) { return p.RecordRank(ctx, EntityIssue, positions[1].Target.Issue, position) },
	}
	if mentions, _, err := p.Mentions(ctx, actor.ID, Page{}); err != nil || len(mentions) < 2 {
		t.Fatalf("%d mentions: %v", len(mentions), err)
	} else {
		ranks["mentions of an actor"] = func() (int, error) { return p.MentionRank(ctx, actor.ID, mentions[1].ID) }
	}
	for _, sort := range []ArticleSort{ArticlesByPublished, ArticlesByTitle, ArticlesByAdded, ArticlesByStatus} {
		ranks["articles by "+string(sort)] = func() (int, error) { return p.ArticleRank(ctx, ArticleQuery{Sort: sort}, article) }
	}
	for _, sort := range []ActorSort{ActorsByName, ActorsByPositions} {
		ranks["actors by "+string(sort)] = func() (int, error) { return p.ActorRank(ctx, ActorQuery{Sort: sort}, actor.ID) }
		ranks["actors of one kind by "+string(sort)] = func() (int, error) {
			return p.ActorRank(ctx, ActorQuery{Sort: sort, Kind: &person}, actor.ID)
		}
	}
	for _, sort := range []IssueSort{IssuesByName, IssuesByPositions} {
		ranks["issues by "+string(sort)] = func() (int, error) { return p.IssueRank(ctx, IssueQuery{Sort: sort}, issue.ID) }
	}
	for _, group := range []Grouping{PositionsByHolder, PositionsByTarget} {
		for name, q := range map[string]PositionQuery{
			"of all": {}, "of one stance": {Stance: &oppose}, "of an article": {Article: article},
		} {
			q.Group = group
			ranks["positions "+name+" "+string(group)] = func() (int, error) { return p.PositionRank(ctx, q, position) }
		}
	}
	for _, sort := range []StatementSort{StatementsByText, StatementsByDate} {
		for name, q := range map[string]StatementQuery{"of all": {}, "of an article": {Article: article}} {
			q.Sort = sort
			ranks["statements "+name+" by "+string(sort)] = func() (int, error) { return p.StatementRank(ctx, q, position) }
		}
	}
	for name, rank := range ranks {
		t.Run(name, func(t *testing.T) {
			all := watchQueries(t, p, func(string) bool { return true }, func() error {
				n, err := rank()
				if n < 0 {
					t.Error("the row is not listed")
				}
				return err
			})
			if all.rows > 4 { // headings that the query names, the row itself, the count
				t.Errorf("%d rows were read to find where one is", all.rows)
			}
			counting := watchQueries(t, p, func(query string) bool { return strings.Contains(query, "(SELECT count(*)") }, func() error {
				_, err := rank()
				return err
			})
			if len(counting.plans) == 0 {
				t.Fatal("nothing was counted")
			}
			for _, plan := range counting.plans {
				whole := isFullScan(plan) && plan != "SCAN CONSTANT ROW" && !strings.HasPrefix(plan, "SCAN (subquery") || unselective.MatchString(plan)
				if whole || strings.Contains(plan, "TEMP B-TREE") {
					t.Errorf("plan:\n%s", strings.Join(counting.plans, "\n"))
				}
			}
		})
	}
}

// Forms are opened and issues handed over in articles and projects of any size.
func TestWhatRestsOnAStatementIsReadWithoutTheRestOfTheArticle(t *testing.T) {
	p, _, _ := crowd(t)
	statements, _, err := p.Statements(t.Context(), StatementQuery{Page: Page{Limit: 1}})
	if err != nil {
		t.Fatal(err)
	}
	of := statements[0]
	read := func() watched {
		return watchQueries(t, p, func(string) bool { return true }, func() error {
			resting, err := p.PositionsOn(t.Context(), of.ID)
			if len(resting) != len(of.Positions) || len(resting) == 0 || resting[0].ID != of.Positions[0].ID {
				t.Errorf("got %v, want %v", resting, of.Positions)
			}
			return err
		})
	}
	before := read()
	for _, plan := range before.plans {
		if isFullScan(plan) || unselective.MatchString(plan) {
			t.Errorf("plan:\n%s", strings.Join(before.plans, "\n"))
		}
	}
	article, err := p.Article(t.Context(), of.Article)
	if err != nil {
		t.Fatal(err)
	}
	body, err := p.Body(t.Context(), article.Body)
	if err != nil {
		t.Fatal(err)
	}
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: 4})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Do(t.Context(), testTitle("Highlight"), func(b *Batch) error {
		for range 30 {
			if _, err := b.AddAnnotation(Annotation{Article: of.Article, Kind: KindHighlight, Anchor: anchor}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if after := read(); after.rows != before.rows {
		t.Errorf("%d rows are read, and %d when the article has 30 more annotations", before.rows, after.rows)
	}
}

func TestHandingAnIssueOverReadsOnlyThePositionsOnIt(t *testing.T) {
	var plans []string
	rows := 0
	p, _, issue := crowd(t)
	var heir Issue
	_, err := p.Do(t.Context(), testTitle("Hand over"), func(b *Batch) (err error) {
		if heir, err = b.AddIssue(Issue{Name: "Heir"}); err != nil {
			return err
		}
		var queries []string
		b.w.db.Watch = func(query string, _ []any, n int) { rows += n; queries = append(queries, query) }
		err = b.Reassign(EntityIssue, issue.ID, heir.ID)
		b.w.db.Watch = nil
		for _, query := range queries {
			if !strings.HasPrefix(query, "SELECT") {
				continue
			}
			err = errors.Join(err, sqlite.Each(b.w.db, func(scan func(...any) error) error {
				var id, parent, unused int
				var detail string
				err := scan(&id, &parent, &unused, &detail)
				plans = append(plans, detail)
				return err
			}, `EXPLAIN QUERY PLAN `+query, make([]any, strings.Count(query, "?"))...))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	on, total, err := p.Positions(t.Context(), PositionQuery{Issue: heir.ID})
	if err != nil || total == 0 {
		t.Fatalf("the heir got %v, %v", on, err)
	}
	if each := 12; rows > each*total || len(plans) == 0 {
		t.Errorf("%d rows were read to hand %d positions over, by the plans\n%s", rows, total, strings.Join(plans, "\n"))
	}
	for _, plan := range plans {
		if isFullScan(plan) || unselective.MatchString(plan) {
			t.Errorf("plan:\n%s", strings.Join(plans, "\n"))
		}
	}
}

// A step of a plan that takes all rows of a table, or those that are live, finds nothing by it: nearly all rows are. As the first step
// it is a list's order; as a later step it is taken for each row of those before it, and the query takes the square of its work.
var unselective = regexp.MustCompile(`^SCAN \w+( USING .*)?$|_by_(live|deleted)\S* \((live=|deleted>)\?\)$`)

// squares returns the steps of a query's plan that are taken for each row of another step and find nothing.
func squares(t *testing.T, src sqlite.Source, query string) (bad []string) {
	t.Helper()
	walked, correlated := map[int]bool{}, map[int]bool{}
	if err := sqlite.Each(src, func(scan func(...any) error) error {
		var id, parent, unused int
		var detail string
		if err := scan(&id, &parent, &unused, &detail); err != nil {
			return err
		}
		correlated[id] = correlated[parent] || strings.HasPrefix(detail, "CORRELATED")
		if strings.HasPrefix(detail, "SEARCH") || strings.HasPrefix(detail, "SCAN") {
			if (walked[parent] || correlated[parent]) && unselective.MatchString(detail) {
				bad = append(bad, detail)
			}
			walked[parent] = walked[parent] || detail != "SCAN CONSTANT ROW"
		}
		return nil
	}, `EXPLAIN QUERY PLAN `+query, make([]any, strings.Count(query, "?"))...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return bad
}

// Reading everything there is in every way, in a project in which every article, name and quote has the same words, no query walks
// all rows of a table for each row of another one.
func TestNoQueryTakesTheSquareOfItsWork(t *testing.T) {
	queries, written := map[string]bool{}, map[string]bool{}
	p, actor, issue := watchedCrowd(t, func(query string, _ []any, _ int) { written[query] = true })
	p.watch = func(query string, _ []any, _ int) { queries[query] = true }
	readEverything(t, p, actor, issue)
	p.watch = nil
	if len(queries) < 60 || len(written) < 30 {
		t.Fatalf("only %d queries were seen, and %d of writing", len(queries), len(written))
	}
	check := func(src sqlite.Source, query string) {
		for _, step := range squares(t, src, query) {
			t.Errorf("%s\n  has the step\n  %s", query, step)
		}
	}
	err := p.read(t.Context(), func(s sqlite.Snapshot) error {
		for query := range queries {
			check(s, query)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = p.on(t.Context(), func(w *writer) error {
		w.db.Watch = nil
		for query := range written { // with the reading that is part of it
			if strings.Contains(query, "SELECT") {
				check(w.db, query)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// readEverything asks the project everything that it can be asked.
func readEverything(t *testing.T, p *Project, actor Actor, issue Issue) {
	t.Helper()
	ctx, page := t.Context(), Page{Limit: 5}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	second := func(_ any, _ int, err error) { t.Helper(); must(err) }
	first := func(_ any, err error) { t.Helper(); must(err) }
	articles, _, err := p.Articles(ctx, ArticleQuery{ArticleFilter: ArticleFilter{Text: "said"}, Page: page})
	must(err)
	if len(articles) == 0 {
		t.Fatal("no article has the word that all have")
	}
	article := articles[0]
	oppose := StanceOppose
	for _, words := range []string{"", "said", "they said", "number 1", `"said so"`} {
		rows, err := p.Search(ctx, SearchQuery{Text: words, Page: Page{Offset: 60, Limit: 200}})
		first(rows, err)
		count, err := p.SearchCount(ctx, words)
		first(count, err)
		a, n, err := p.Articles(ctx, ArticleQuery{ArticleFilter: ArticleFilter{Text: words}, Page: page})
		second(a, n, err)
		b, n, err := p.Actors(ctx, ActorQuery{Text: words, Page: page})
		second(b, n, err)
		c, n, err := p.Issues(ctx, IssueQuery{Text: words, Page: page})
		second(c, n, err)
		d, n, err := p.Tags(ctx, TagQuery{Text: words, Page: page})
		second(d, n, err)
		rank, err := p.ArticleRank(ctx, ArticleQuery{ArticleFilter: ArticleFilter{Text: words}}, article.ID)
		first(rank, err)
		rank, err = p.ActorRank(ctx, ActorQuery{Text: words}, actor.ID)
		first(rank, err)
		rank, err = p.IssueRank(ctx, IssueQuery{Text: words}, issue.ID)
		first(rank, err)
		for _, group := range []Grouping{PositionsByHolder, PositionsByTarget} {
			for _, q := range []PositionQuery{
				{},
				{Article: article.ID},
				{Actor: actor.ID},
				{Issue: issue.ID},
				{Stance: &oppose},
				{Coder: p.Coder().ID},
			} {
				q.Group, q.Text, q.Page = group, words, page
				rows, n, err := p.Positions(ctx, q)
				second(rows, n, err)
				if len(rows) > 0 {
					rank, err := p.PositionRank(ctx, q, rows[0].ID)
					first(rank, err)
				}
			}
		}
		for _, sort := range []StatementSort{StatementsByText, StatementsByDate} {
			for _, q := range []StatementQuery{
				{},
				{Article: article.ID},
				{Actor: actor.ID},
				{Issue: issue.ID},
				{Stance: &oppose},
				{Coder: p.Coder().ID},
			} {
				q.Sort, q.Text, q.Page = sort, words, page
				rows, n, err := p.Statements(ctx, q)
				second(rows, n, err)
				if len(rows) > 0 {
					rank, err := p.StatementRank(ctx, q, rows[0].ID)
					first(rank, err)
				}
			}
		}
	}
	for entity, id := range map[Entity]ID{EntityActor: actor.ID, EntityIssue: issue.ID, EntityArticle: article.ID} {
		if entity != EntityArticle {
			rows, n, err := p.Record(ctx, entity, id, page)
			second(rows, n, err)
			rank, err := p.RecordRank(ctx, entity, id, rows[0].Statement.ID)
			first(rank, err)
			x, err := p.Extent(ctx, entity, id)
			first(x, err)
			mentions, n, err := p.Mentions(ctx, id, page)
			second(mentions, n, err)
			x, err = p.MentionExtent(ctx, id)
			first(x, err)
			names, err := p.Names(ctx, entity)
			first(names, err)
		}
		notes, err := p.Notes(ctx, entity, id)
		first(notes, err)
		h, n, err := p.History(ctx, HistoryQuery{Entity: entity, ID: id, Page: page})
		second(h, n, err)
		rank, err := p.HistoryRank(ctx, HistoryQuery{Entity: entity, ID: id}, h[0].Action)
		first(rank, err)
	}
	list, err := p.Annotations(ctx, article.ID)
	first(list, err)
	notes, err := p.ArticleNotes(ctx, article.ID)
	first(notes, err)
	h, n, err := p.History(ctx, HistoryQuery{Page: page})
	second(h, n, err)
	rank, err := p.HistoryRank(ctx, HistoryQuery{}, h[0].Action)
	first(rank, err)
	about, err := p.About(ctx, h[0].Action)
	first(about, err)
	trash, n, err := p.Trash(ctx, page)
	second(trash, n, err)
	counts, err := p.Counts(ctx)
	first(counts, err)
	alike, err := p.Lookalikes(ctx)
	first(alike, err)
	coders, err := p.Coders(ctx)
	first(coders, err)
	report, err := p.Check(ctx, nil)
	first(report, err)
	_, err = p.Undo(ctx)
	must(err)
	_, err = p.Redo(ctx)
	must(err)
}
