package store

import (
	"strings"
	"testing"
)

// However much is explained, it is read with the positions, by the same queries, and of its own rows alone.
func TestHoldingsTakeTheSameFewQueriesHoweverManyChangesAreExplained(t *testing.T) {
	p, _, _ := crowd(t)
	h, err := p.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	queries := func() (n int) {
		p.watch = func(query string, _ []any, _ int) {
			if !strings.Contains(query, "FROM session") { // by which two connections tell that they see the same
				n++
			}
		}
		defer func() { p.watch = nil }()
		if h, err = p.Holdings(t.Context()); err != nil {
			t.Fatal(err)
		}
		return n
	}
	explain := func(from, to int) {
		t.Helper()
		words, err := p.Quoted(t.Context(), idsIn(h.Positions[from:to+1]))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Do(t.Context(), Title{Code: TitleExplainChanges, Count: to - from}, func(b *Batch) error {
			for i := from; i < to; i++ {
				one, other := &h.Positions[i], &h.Positions[i+1]
				if err := b.Explain(Explanation{
					Earlier: one.ID, Later: other.ID, EarlierHeld: one.Held(words[one.ID].Words), LaterHeld: other.Held(words[other.ID].Words),
				}); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	none := queries()
	explain(0, 1)
	one := queries()
	explain(1, 100)
	if many := queries(); one != none || many != one || none > 16 {
		t.Errorf("%d queries where nothing is explained, %d where one change is, %d where 100 are", none, one, many)
	}
	for i := range 100 {
		if !h.IsExplained(h.Positions[i].ID, h.Positions[i+1].ID) {
			t.Fatalf("change %d is open", i)
		}
	}
	read := watchQueries(t, p, func(query string) bool { return strings.Contains(query, "FROM explanation") }, func() error {
		_, err := p.Explanations(t.Context())
		return err
	})
	if read.rows != 100 {
		t.Errorf("%d rows were read", read.rows)
	}
	for _, plan := range read.plans {
		if isFullScan(plan) && !strings.Contains(plan, "SCAN e") {
			t.Errorf("plan:\n%s", strings.Join(read.plans, "\n"))
		}
	}
}

func idsIn(positions []HeldPosition) (list []ID) {
	for _, p := range positions {
		list = append(list, p.ID)
	}
	return list
}
