package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Two readers share the walk: each position is read once, also where one of them did not come to its end and another connection reads what
// it had taken, and whatever the rows are.
func TestReadersThatShareAWalkReadEachPositionOnce(t *testing.T) {
	p, err := Create(t.Context(), filepath.Join(t.TempDir(), "walk.standpoint"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	const positions = 23
	if _, err := p.Do(t.Context(), Title{Code: TitleAddPosition}, func(b *Batch) error {
		article, err := b.AddArticle(Article{Title: "Ferries"}, strings.Repeat("Ferries run late. ", positions))
		if err != nil {
			return err
		}
		issue, err := b.AddIssue(Issue{Name: "Ferries"})
		if err != nil {
			return err
		}
		for i := range positions {
			anchor, err := AnchorOn(b, article, text.Span{Start: 18 * i, End: 18*i + 7})
			if err != nil {
				return err
			}
			if _, err := b.AddAnnotation(Annotation{
				Article: article.ID, Kind: KindPosition, Anchor: anchor, Target: Target{Issue: issue.ID}, Stance: StanceSupport,
			}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		rows  int64 // of a stretch
		taken int   // so many stretches a reader had taken when it did not come to its end
	}{
		{"one stretch", 1000, 0}, {"stretches of a row", 1, 0}, {"some of which are read again", 4, 3}, {"all of which are read again", 8, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, h := &sharedWalk{rows: c.rows}, &Holdings{}
			var starts []int
			if err := p.read(t.Context(), func(s sqlite.Snapshot) error {
				one, other := newHoldingsReader(h), newHoldingsReader(h)
				one.s, other.s = s, s
				for range c.taken {
					one.taken = append(one.taken, w.next.Add(1)-1)
				}
				if err := inTurn(func() error { return other.walkAll(w) }, func() error { return one.walkAll(w) }); err != nil {
					return err
				}
				one.join(other)
				for _, position := range one.list {
					starts = append(starts, position.Start/18)
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			slices.Sort(starts)
			for i := range positions {
				if len(starts) != positions || starts[i] != i {
					t.Fatalf("positions %d are read of %d", starts, positions)
				}
			}
		})
	}
}
