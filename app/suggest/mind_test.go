package suggest

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// minded is a project that is read with a mind, as the window does.
type minded struct {
	*store.Project

	t    *testing.T
	mind Mind
}

func newMinded(t *testing.T) *minded {
	m := &minded{Project: storetest.NewProject(t, "Ada"), t: t}
	m.Subscribe(m.mind.Follow)
	return m
}

func (m *minded) write(do func(*store.Batch) error) {
	m.t.Helper()
	if _, err := m.Do(m.t.Context(), storetest.Titled("Write"), do); err != nil {
		m.t.Fatal(err)
	}
}

func (m *minded) article(body string) (a store.Article) {
	m.t.Helper()
	m.write(func(b *store.Batch) (err error) {
		a, err = b.AddArticle(store.Article{Title: body, Published: "2031-03-04", Language: "en"}, body)
		return err
	})
	return a
}

func (m *minded) issue(name string) (i store.Issue) {
	m.t.Helper()
	m.write(func(b *store.Batch) (err error) {
		i, err = b.AddIssue(store.Issue{Name: name})
		return err
	})
	return i
}

// position records an article as a position on an issue.
func (m *minded) position(a store.Article, on store.Issue) (made store.Annotation) {
	m.t.Helper()
	body, err := m.Body(m.t.Context(), a.Body)
	if err != nil {
		m.t.Fatal(err)
	}
	anchor, err := text.NewAnchor(body, text.Span{End: body.Len()})
	if err != nil {
		m.t.Fatal(err)
	}
	m.write(func(b *store.Batch) (err error) {
		made, err = b.AddAnnotation(store.Annotation{
			Article: a.ID, Kind: store.KindPosition, Anchor: anchor, Stance: store.StanceOppose, Target: store.Target{Issue: on.ID},
		})
		return err
	})
	return made
}

func (m *minded) called() Names {
	m.t.Helper()
	return namesOf(m.t, m.Project)
}

// namesOf are the names of a project as they are now.
func namesOf(t testing.TB, p *store.Project) Names {
	t.Helper()
	n := Names{Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}}
	for entity, table := range map[store.Entity]map[store.ID]store.Name{store.EntityActor: n.Actors, store.EntityIssue: n.Issues} {
		all, err := p.Names(t.Context(), entity)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range all {
			table[name.ID] = name
		}
	}
	return n
}

// on is the issue on which the position is that is proposed in an article; "" for none.
func (m *minded) on(a store.Article) string {
	m.t.Helper()
	if _, err := m.mind.Recall(m.t.Context(), m.Project, m.called()); err != nil {
		m.t.Fatal(err)
	}
	found, _, err := m.mind.Article(m.t.Context(), m.Project, m.called(), a)
	if err != nil {
		m.t.Fatal(err)
	}
	for _, p := range found.Proposals {
		if p.Kind == store.KindPosition {
			return p.Stand.Target.Name
		}
	}
	m.t.Fatal("no position is proposed")
	return ""
}

// What is recorded is read once and kept: after that only what is written.
func TestAMindTakesOverWhatIsWrittenAndReadsNothingElseAnew(t *testing.T) {
	m := newMinded(t)
	toll, ban := m.issue("Harbour toll"), m.issue("Fishing ban")
	first, second := m.article("Norvia opposes the levy on foreign ships."), m.article("Velia opposes the levy on foreign ships.")
	if got := m.on(first); got != "" {
		t.Errorf("before anything is recorded it is on %q", got)
	}
	issues := m.mind.reader.Issues

	levy := m.position(m.article("The mayor is against a levy on foreign ships."), toll)
	if got := m.on(first); got != "" {
		t.Errorf("in the article that is being read it is on %q at once", got)
	}
	if got := m.on(second); got != toll.Name {
		t.Errorf("once it is recorded it is on %q", got)
	}
	m.write(func(b *store.Batch) error {
		return b.UpdateAnnotation(levy.ID, func(a *store.Annotation) { a.Target.Issue = ban.ID })
	})
	if got := m.on(first); got != ban.Name {
		t.Errorf("moved, it is on %q", got)
	}
	m.write(func(b *store.Batch) error {
		return b.UpdateIssue(ban.ID, func(i *store.Issue) { i.Name = "Ban" })
	})
	if got := m.on(first); got != "Ban" {
		t.Errorf("called otherwise, it is on %q", got)
	}
	if m.mind.reader.Issues != issues {
		t.Error("all was read anew")
	}
	m.write(func(b *store.Batch) error { return b.Delete(store.EntityIssue, ban.ID) })
	if got := m.on(second); got != "" {
		t.Errorf("deleted, it is on %q", got)
	}
	if _, err := m.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := m.on(second); got != "Ban" {
		t.Errorf("brought back, it is on %q", got)
	}
	m.write(func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, levy.ID) })
	if got := m.on(first); got != "" {
		t.Errorf("the position deleted, it is on %q", got)
	}
}

// Whatever happened to it, it knows what one knows that has just read all.
func TestWhatAMindKnowsOfIssuesIsWhatIsRecorded(t *testing.T) {
	m := newMinded(t)
	toll, ban := m.issue("Harbour toll"), m.issue("Fishing ban")
	a := m.article("Norvia opposes the levy on foreign ships.")
	kept := []store.Annotation{m.position(a, toll), m.position(a, ban)}
	other := m.article("Velia opposes the harbour toll.")
	unread := m.article("Norvia opposes the fishing ban.")
	m.on(unread)
	m.position(other, ban)
	m.write(func(b *store.Batch) error {
		return b.Merge(store.EntityIssue, ban.ID, toll.ID)
	})
	m.write(func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, kept[0].ID) })
	m.on(m.article("Velia opposes the fishing ban."))
	fresh, err := IssuesOf(t.Context(), m.Project)
	if err != nil {
		t.Fatal(err)
	}
	got := m.mind.reader.Issues
	told := func(x *Issues) (all []string) {
		for word, id := range x.telling {
			for _, i := range x.all {
				if i.words[id] > 0 || slices.Contains(i.named, id) {
					all = append(all, i.name.Name+" "+word+" "+string(rune('0'+i.words[id]))+string(rune('0'+i.positions))+string(rune('0'+x.having[id])))
				}
			}
		}
		slices.Sort(all)
		return all
	}
	if g, w := told(got), told(fresh); !slices.Equal(g, w) || len(got.recorded) != len(fresh.recorded) || len(w) == 0 {
		t.Errorf("it knows\n%q, want\n%q", g, w)
	}
}

// An article is looked through once, until a name is another; nothing is written by that.
func TestAnArticleIsScreenedOnceForTheSameNames(t *testing.T) {
	m := newMinded(t)
	m.write(func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Norvia", Kind: store.ActorState})
		return err
	})
	a := m.article("Norvia opposes the harbour toll.")
	screen := func(n Names) (got Screened) {
		t.Helper()
		err := m.mind.Screen(t.Context(), m.Project, n, []store.Article{a}, func(_ store.Article, s Screened) { got = s })
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	names := m.called()
	if got := screen(names); got != (Screened{Actors: 1}) {
		t.Errorf("it names %+v", got)
	}
	key := textKey{a.Body, a.Language}
	m.mind.screened[key] = Screened{Actors: 7}
	if got := screen(names); got != (Screened{Actors: 7}) {
		t.Errorf("it was read again: %+v", got)
	}
	m.issue("Harbour toll")
	if got := screen(m.called()); got != (Screened{Actors: 1, Issues: 1}) {
		t.Errorf("with an issue it names %+v", got)
	}
	if actions, _, err := m.History(t.Context(), store.HistoryQuery{}); err != nil || len(actions) != 3 {
		t.Errorf("there are %d actions, %v", len(actions), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := m.mind.Screen(ctx, m.Project, names, []store.Article{a}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled, it returns %v", err)
	}
}

// BenchmarkScreening looks through 1,000 articles of 6,000 characters for all names of their project, as the list does.
func BenchmarkScreening(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bench.standpoint")
	if _, err := storetest.File(b.Context(), path, storetest.Worked); err != nil {
		b.Fatal(err)
	}
	p, err := store.Open(b.Context(), path, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	rows, err := p.ArticlePage(b.Context(), store.ArticleQuery{})
	if err != nil {
		b.Fatal(err)
	}
	articles := make([]store.Article, len(rows))
	for i, r := range rows {
		articles[i] = r.Article
	}
	names := namesOf(b, p)
	for b.Loop() {
		var m Mind
		if err := m.Screen(b.Context(), p, names, articles, func(store.Article, Screened) {}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(articles)*b.N)/b.Elapsed().Seconds(), "articles/s")
}
