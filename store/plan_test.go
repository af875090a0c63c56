package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store/text"
)

// watched is what the queries of one page did.
type watched struct {
	rows  int
	plans []string
}

// watchPages notes the plan and the rows of each query of the pages that fn reads.
func watchPages(t *testing.T, p *Project, fn func() error) watched {
	t.Helper()
	var w watched
	type run struct {
		query string
		args  []any
	}
	var runs []run
	p.watch = func(query string, args []any, rows int) {
		w.rows += rows
		runs = append(runs, run{query, args})
	}
	err := fn()
	p.watch = nil
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runs {
		err := p.read(t.Context(), func(s snapshot) error {
			return each(s, func(scan func(...any) error) error {
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

// crowd makes a project with many rows of every kind in few statements.
func crowd(t *testing.T) (*Project, Actor, Issue) {
	t.Helper()
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "crowd.standpoint"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	var actor Actor
	var issue Issue
	_, err = p.Do(t.Context(), "Fill", func(b *Batch) error {
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
	a, err := b.AddArticle(Article{Title: fmt.Sprint("Article ", i), Published: Date(fmt.Sprint(2000 + i))}, fmt.Sprint("They said so, number ", i))
	if err != nil {
		return err
	}
	body, err := b.Body(a.Body)
	if err != nil {
		return err
	}
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: 9})
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
		_, err = b.AddAnnotation(Annotation{Article: a.ID, Kind: KindPosition, Statement: s.ID, Target: Target{Issue: issue.ID}, Stance: StanceOppose})
		if err != nil {
			return err
		}
	}
	return nil
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
		_, _, err := p.Articles(ctx, ArticleQuery{Status: &unread, Sort: ArticlesByStatus, Page: page})
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
				if strings.Contains(plan, "TEMP B-TREE") || isFullScan(plan) && name != "history" {
					t.Errorf("plan:\n%s", strings.Join(w.plans, "\n"))
				}
			}
		})
	}
}
