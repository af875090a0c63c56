package store

import "testing"

func TestWhatIsSelectedTogetherIsReadByOneQuery(t *testing.T) {
	p, _, _ := crowd(t)
	statements, err := p.StatementIDs(t.Context(), StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	queries := 0
	p.watch = func(string, []any, int) { queries++ }
	positions, err := p.PositionsAmong(t.Context(), statements)
	p.watch = nil
	if err != nil || len(positions) == 0 || queries != 1 {
		t.Errorf("for %d statements and %d positions %d queries were asked: %v", len(statements), len(positions), queries, err)
	}
}

func TestActorsAndIssuesAreListedThatAreNamedInTheArticlesOfAFilter(t *testing.T) {
	p, actor, issue := crowd(t)
	in := ArticleFilter{Actor: actor.ID}
	actors, _, err := p.Actors(t.Context(), ActorQuery{In: in})
	if err != nil || len(actors) == 0 || len(actors) >= 40 || actors[0].ID != actor.ID {
		t.Errorf("%d actors are listed: %v", len(actors), err)
	}
	issues, _, err := p.Issues(t.Context(), IssueQuery{In: in})
	if err != nil || len(issues) != 1 || issues[0].ID != issue.ID {
		t.Errorf("%d issues are listed: %v", len(issues), err)
	}
	if rank, err := p.ActorRank(t.Context(), ActorQuery{In: in}, actor.ID); err != nil || rank != 0 {
		t.Errorf("its rank is %d: %v", rank, err)
	}
}
