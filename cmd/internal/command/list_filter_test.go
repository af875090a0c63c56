package command_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// newLibrary makes a project with three articles, a collection and a saved search, and returns its path.
func newLibrary(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.standpoint")
	p, err := store.Create(t.Context(), path, store.Options{Coder: "Ada"})
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	writeInto(t, path, func(b *store.Batch) error {
		wire := "Northern Wire"
		var first store.ID
		for i, a := range []store.Article{
			{Title: "Talks", Source: wire, Published: "2031-05-16", Language: "en"},
			{Title: "Strike", Source: wire, Published: "2031-06-02", Language: "de", Status: store.StatusCoded},
			{Title: "Vote", Published: "2031-06-03"},
		} {
			added, err := b.AddArticle(a, "The text of "+a.Title+".")
			if err != nil {
				return err
			}
			if i == 0 {
				first = added.ID
			}
		}
		c, err := b.AddCollection(store.Collection{Name: "Reading"})
		if err != nil {
			return err
		}
		if err := b.Collect(c.ID, first); err != nil {
			return err
		}
		_, err = b.SaveSearch(store.ID{}, "The Wire", store.ArticleFilter{Source: &wire})
		return err
	})
	return path
}

// writeInto writes into a project that is closed.
func writeInto(t *testing.T, path string, write func(*store.Batch) error) {
	t.Helper()
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Write"), write); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestListArticlesByEveryFilter(t *testing.T) {
	path := newLibrary(t)
	for _, c := range []struct {
		flags []string
		want  []string
	}{
		{nil, []string{"Vote", "Strike", "Talks"}},
		{[]string{"--backwards"}, []string{"Talks", "Strike", "Vote"}},
		{[]string{"--sort", "title"}, []string{"Strike", "Talks", "Vote"}},
		{[]string{"--source", "northern wire"}, []string{"Strike", "Talks"}},
		{[]string{"--source", ""}, []string{"Vote"}},
		{[]string{"--status", "unread"}, []string{"Vote", "Talks"}},
		{[]string{"--status", "coded"}, []string{"Strike"}},
		{[]string{"--language", "de"}, []string{"Strike"}},
		{[]string{"--from", "2031-06"}, []string{"Vote", "Strike"}},
		{[]string{"--from", "2031-06", "--to", "2031-06-02"}, []string{"Strike"}},
		{[]string{"--text", "vote"}, []string{"Vote"}},
		{[]string{"--no-annotated"}, []string{"Vote", "Strike", "Talks"}},
		{[]string{"--annotated"}, nil},
		{[]string{"--collection", "reading"}, []string{"Talks"}},
		{[]string{"--search", "the wire"}, []string{"Strike", "Talks"}},
		{[]string{"--search", "The Wire", "--status", "unread"}, []string{"Talks"}},
	} {
		status, out, errs := run(nil, append([]string{"list", path, "articles", "--json"}, c.flags...)...)
		var rows []struct{ Title string }
		if err := json.Unmarshal([]byte(out), &rows); err != nil || status != 0 {
			t.Fatalf("%v: %s%s %v", c.flags, out, errs, err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, r.Title)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v lists %v, want %v", c.flags, got, c.want)
		}
	}
}

func TestFiltersOfOtherListsAreRefused(t *testing.T) {
	path := newLibrary(t)
	for _, flags := range [][]string{
		{"tags", "--source", "x"},
		{"statements", "--sort", "title"},
		{"articles", "--sort", "colour"},
		{"articles", "--status", "lost"},
	} {
		if status, _, errs := run(nil, append([]string{"list", path}, flags...)...); status != 2 {
			t.Errorf("%v: status %d, %s", flags, status, errs)
		}
	}
	if status, _, errs := run(nil, "list", path, "articles", "--search", "Nothing"); status != 1 ||
		errs != "standpoint: There is no saved search “Nothing”. List them with “list PROJECT searches”.\n" {
		t.Errorf("status %d, %s", status, errs)
	}
}

func TestListCollectionsAndSavedSearches(t *testing.T) {
	path := newLibrary(t)
	for what, want := range map[string]string{
		"collections": `"name":"Reading","sample":0,"seed":0,"articles":1,"done":0`,
		"searches":    `"name":"The Wire","filter":{"source":"Northern Wire"}`,
	} {
		status, out, errs := run(nil, "list", path, what, "--json")
		if status != 0 || !json.Valid([]byte(out)) || !strings.Contains(out, want) {
			t.Errorf("%s: %s%s", what, out, errs)
		}
	}
}

func TestOnlyTheArticlesOfASavedSearchAreExported(t *testing.T) {
	path := newLibrary(t)
	status, out, errs := run(nil, "export", path, "--format", "markdown", "--search", "the wire", "--output", "-")
	if status != 0 || !strings.Contains(out, "Talks") || !strings.Contains(out, "Strike") || strings.Contains(out, "Vote") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	status, out, errs = run(nil, "export", path, "--format", "markdown", "--collection", "reading", "--output", "-")
	if status != 0 || !strings.Contains(out, "Talks") || strings.Contains(out, "Strike") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	status, out, errs = run(nil, "export", path, "--format", "json", "--search", "the wire", "--output", "-")
	if status != 0 || !strings.Contains(out, "Talks") || !strings.Contains(out, "Strike") || strings.Contains(out, "Vote") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
}

// A saved search may ask for an actor, which no flag of the list then takes away.
func TestASavedSearchKeepsTheActorThatItAsksFor(t *testing.T) {
	path := newLibrary(t)
	p, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Do(t.Context(), storetest.Titled("Save"), func(b *store.Batch) error {
		a, err := b.AddActor(store.Actor{Name: "Ilse Varonne"})
		if err != nil {
			return err
		}
		_, err = b.SaveSearch(store.ID{}, "Her", store.ArticleFilter{Actor: a.ID})
		return err
	})
	if err != nil || p.Close() != nil {
		t.Fatal(err)
	}
	if _, out, errs := run(nil, "list", path, "articles", "--search", "Her", "--json"); strings.Contains(out, "Talks") {
		t.Errorf("%s%s", out, errs)
	}
}
