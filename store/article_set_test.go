package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Thousands of articles may be set to a status at once.
func TestWhatIsSetOfAnArticleTakesFewStatementsAndReadsNoText(t *testing.T) {
	p, _, _ := crowd(t)
	articles := make([]ID, 60)
	act(t, p, "Fill", func(b *Batch) error {
		for i := range articles {
			a, err := b.AddArticle(Article{Title: fmt.Sprint("Harbour ", i), Published: "2025-05-16"}, fmt.Sprint("Talks go on, day ", i))
			if err != nil {
				return err
			}
			articles[i] = a.ID
		}
		return nil
	})
	// The article is looked up for who sets it and for the fold, its changes are read, a change is added, and what differs is written.
	const plain = 5
	const found = 14 // it is found by other words as well
	for _, s := range []struct {
		name string
		set  func(*Article)
		most int
	}{
		{"status", func(a *Article) { a.Status = StatusCoded }, plain},
		{"section", func(a *Article) { a.Section = "World" }, plain},
		{"language", func(a *Article) { a.Language = "fi" }, plain},
		{"source", func(a *Article) { a.Source = "The Lantern" }, found},
		{"author", func(a *Article) { a.Author = "A. Quill" }, found},
	} {
		p.bodies.forget()
		few, _ := statementsToSet(t, p, articles[:20], s.set)
		many, kinds := statementsToSet(t, p, articles[20:], s.set)
		if perRow := (many - few) / 20; perRow > s.most {
			t.Errorf("setting the %s of an article takes %d statements, among them:\n%s", s.name, perRow, strings.Join(kinds, "\n"))
		}
		if slices.ContainsFunc(kinds, func(s string) bool { return strings.Contains(s, "SELECT text FROM body") }) {
			t.Errorf("setting the %s of articles reads their texts", s.name)
		}
	}
	if report, err := p.Check(t.Context(), nil); err != nil || !report.OK() {
		t.Errorf("%+v, %v", report, err)
	}
	if hits, err := p.Search(t.Context(), SearchQuery{Text: "lantern"}); err != nil || len(hits) != len(articles) {
		t.Errorf("%d articles are found by their new source: %v", len(hits), err)
	}
}

// statementsToSet sets something of articles, and returns how many statements that took, and each once.
func statementsToSet(t *testing.T, p *Project, articles []ID, set func(*Article)) (n int, kinds []string) {
	t.Helper()
	watch := func(query string, _ []any, _ int) {
		n++
		if !slices.Contains(kinds, query) {
			kinds = append(kinds, query)
		}
	}
	if err := p.on(t.Context(), func(w *writer) error { w.db.Watch = watch; return nil }); err != nil {
		t.Fatal(err)
	}
	act(t, p, "Set", func(b *Batch) error {
		for _, id := range articles {
			if err := b.UpdateArticle(id, set); err != nil {
				return err
			}
		}
		return nil
	})
	return n, kinds
}
