package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// An import of a hundred thousand articles writes each into the lists once, and looks for nothing that cannot be there.
func TestAnArticleThatIsAddedTakesFewStatements(t *testing.T) {
	const most = 12 // body, change, row and index are written; looked for are the body, a duplicate, and whether the keys are free
	p, _, _ := crowd(t)
	var statements []string
	if err := p.on(t.Context(), func(w *writer) error {
		w.db.Watch = func(query string, _ []any, _ int) { statements = append(statements, query) }
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	add := func(n int) int {
		statements = nil
		if _, err := p.Do(t.Context(), testTitle("Import"), func(b *Batch) error {
			for i := range n {
				body, err := PrepareBody(fmt.Sprint("Talks on the harbour go on, day ", n+i))
				if err != nil {
					return err
				}
				if _, err := b.AddPrepared(Article{Title: fmt.Sprint("Harbour ", i), Published: "2025-05-16"}, body); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		begin, end := slices.Index(statements, "BEGIN IMMEDIATE"), slices.Index(statements, "COMMIT")
		if begin < 0 || end < begin {
			t.Fatal("no action was written")
		}
		return end - begin // what is read once it is written may come later
	}
	if few, many := add(100), add(300); many-few > 200*most {
		t.Errorf("200 articles more take %d statements", many-few)
	}
	for _, s := range statements {
		if strings.HasPrefix(s, "UPDATE article") || strings.HasPrefix(s, `UPDATE "article"`) {
			t.Errorf("an article that was just written is written again: %s", s)
		}
	}
	report, err := p.Check(t.Context(), nil)
	if err != nil || !report.OK() {
		t.Errorf("%+v, %v", report, err)
	}
	if hits, err := p.Search(t.Context(), SearchQuery{Text: "harbour"}); err != nil || len(hits) != 400 {
		t.Errorf("%d articles are found: %v", len(hits), err)
	}
}
