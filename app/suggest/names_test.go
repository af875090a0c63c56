package suggest_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// desk is a project with two articles that name the same person.
type desk struct {
	*store.Project
	first, second store.Article
	venn          store.Actor
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{}
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "press.standpoint"), store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	d.Project = p
	write(t, p, func(b *store.Batch) error {
		if d.first, err = b.AddArticle(store.Article{Title: "Talks", Published: "2031-05-16"},
			"Orla Venn came.\n\nThen Venn left, and Vennard stayed."); err != nil {
			return err
		}
		if d.second, err = b.AddArticle(store.Article{Title: "More talks", Published: "2031-05-17"}, "Venn's plan failed."); err != nil {
			return err
		}
		d.venn, err = b.AddActor(store.Actor{Name: "Orla Venn", Kind: store.ActorPerson})
		return err
	})
	return d
}

func write(t *testing.T, p *store.Project, fn func(*store.Batch) error) {
	t.Helper()
	if _, err := p.Do(t.Context(), storetest.Titled("Test"), fn); err != nil {
		t.Fatal(err)
	}
}

func TestNamingsAreListedWithTheirContext(t *testing.T) {
	d := newDesk(t)
	q := suggest.NameQuery{Names: []string{"Orla Venn", "Venn"}}
	told := 0
	all, err := suggest.Namings(t.Context(), d.Project, q, func(done, _ int) { told = done })
	if err != nil || len(all) != 3 || told != 2 {
		t.Fatalf("%d found, %d articles told of, %v", len(all), told, err)
	}
	if n := all[0]; n.Article != d.second.ID || n.Title != "More talks" || n.Before != "" || n.Words != "Venn" ||
		n.After != "'s plan failed." {
		t.Errorf("the first is %+v", n)
	}
	if n := all[2]; n.Article != d.first.ID || n.Before != "Then " || n.After != " left, and Vennard stayed." || n.Links != (store.ID{}) {
		t.Errorf("the last is %+v", n)
	}
	write(t, d.Project, func(b *store.Batch) error {
		_, err := suggest.Link(b, d.venn.ID, all[2:])
		return err
	})
	q.Article = d.first.ID
	all, err = suggest.Namings(t.Context(), d.Project, q, nil)
	if err != nil || len(all) != 2 || all[1].Links != d.venn.ID || all[0].Links != (store.ID{}) {
		t.Errorf("of one article %+v, %v", all, err)
	}
}

func TestTheContextOfANameIsWholeWords(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("every word counts ", 9)
	write(t, d.Project, func(b *store.Batch) error {
		_, err := b.AddArticle(store.Article{Title: "Long", Published: "2031-05-18"}, long+"Venn "+long)
		return err
	})
	all, err := suggest.Namings(t.Context(), d.Project, suggest.NameQuery{Names: []string{"Venn"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	before, after := all[0].Before, all[0].After
	if !strings.HasPrefix(after, " every word") {
		t.Errorf("after %q", after)
	}
	for _, word := range strings.Fields(strings.ReplaceAll(before+after, "…", " ")) {
		if word != "every" && word != "word" && word != "counts" {
			t.Errorf("%q is a piece of a word", word)
		}
	}
}

func TestWhereWordsAroundANameAreLeftOutTheSignStandsWithAWord(t *testing.T) {
	d := newDesk(t)
	write(t, d.Project, func(b *store.Batch) error {
		_, err := b.AddArticle(store.Article{Title: "Long", Published: "2031-05-18"},
			strings.Repeat("far ", 30)+"left, and the boats lay in the harbour until noon, as they had that winter, Venn said in "+
				strings.Repeat("rows ", 30))
		return err
	})
	for _, name := range []string{"left", "Venn", "rows"} {
		all, err := suggest.Namings(t.Context(), d.Project, suggest.NameQuery{Names: []string{name}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range all {
			if n.Title != "Long" {
				continue
			}
			line := n.Before + n.Words + n.After
			for _, part := range strings.Split(line, " ") {
				if strings.Trim(part, "…,.") == "" && part != "" {
					t.Errorf("%q stands alone in %q", part, line)
				}
			}
		}
	}
}

func TestLinkingIsOneActionAndPassesOverEditedTexts(t *testing.T) {
	d := newDesk(t)
	all, err := suggest.Namings(t.Context(), d.Project, suggest.NameQuery{Names: []string{"Venn"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	write(t, d.Project, func(b *store.Batch) error {
		_, _, err := b.EditBody(d.second.ID, "Vell's plan failed.")
		return err
	})
	linked := 0
	write(t, d.Project, func(b *store.Batch) error {
		linked, err = suggest.Link(b, d.venn.ID, all)
		return err
	})
	mentions, err := d.Annotations(t.Context(), d.first.ID)
	if err != nil || linked != 2 || len(mentions) != 2 {
		t.Fatalf("%d linked, %d mentions, %v", linked, len(mentions), err)
	}
	if !slices.Equal(mentions[1].Anchor.Spans(), []text.Span{{Start: 22, End: 26}}) || mentions[1].Actor != d.venn.ID {
		t.Errorf("the second is %+v", mentions[1])
	}
	if r, err := d.Undo(t.Context()); err != nil || r.Title != storetest.Titled("Test") {
		t.Fatal(r, err)
	}
	if mentions, err = d.Annotations(t.Context(), d.first.ID); err != nil || len(mentions) != 0 {
		t.Errorf("after one undo there are %d mentions, %v", len(mentions), err)
	}
}
