package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// newProject makes an empty project in a folder of its own, closed when the test ends.
func newProject(t testing.TB) *store.Project {
	t.Helper()
	return storetest.NewProject(t, "Ada")
}

// openProject opens a project that is closed when the test ends.
func openProject(t testing.TB, path string, o store.Options) *store.Project {
	t.Helper()
	p, err := store.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// do runs fn as one action.
func do(t testing.TB, p *store.Project, title string, fn func(*store.Batch) error) {
	t.Helper()
	if _, err := p.Do(context.Background(), storetest.Titled(title), fn); err != nil {
		t.Fatalf("%s: %v", title, err)
	}
}

const arlandBody = "Arland's president spoke.\n\n“We want a ceasefire,” President Orla Venn said on Friday, the Northern Wire " +
	"reported.\n\nBorduria declined to comment."

// scene is a project with one article, three actors, an issue, and a statement on which a position rests.
type scene struct {
	*store.Project
	article             store.Article
	body                *text.Body
	venn, wire, arland  store.Actor
	ceasefire           store.Issue
	statement, position store.Annotation
}

// anchor returns the anchor of the first place where the words stand.
func anchor(t testing.TB, b *text.Body, words string) text.Anchor {
	t.Helper()
	found := text.FindAll(b, words)
	if len(found) == 0 {
		t.Fatalf("%q is not in the text", words)
	}
	a, err := text.NewAnchor(b, found[0])
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func newScene(t testing.TB) *scene {
	t.Helper()
	s := &scene{Project: newProject(t)}
	do(t, s.Project, "Add article", func(b *store.Batch) (err error) {
		s.article, err = b.AddArticle(store.Article{Title: "Arland speaks", Source: "Northern Wire", Published: "2031-05-16"}, arlandBody)
		if err != nil {
			return err
		}
		s.body, err = b.Body(s.article.Body)
		return err
	})
	do(t, s.Project, "Record statement", func(b *store.Batch) (err error) {
		if s.venn, err = b.AddActor(store.Actor{Name: "Orla Venn", Kind: store.ActorPerson}); err != nil {
			return err
		}
		if s.wire, err = b.AddActor(store.Actor{Name: "Northern Wire", Kind: store.ActorOrganisation}); err != nil {
			return err
		}
		if s.arland, err = b.AddActor(store.Actor{Name: "Arland", Kind: store.ActorState}); err != nil {
			return err
		}
		if s.ceasefire, err = b.AddIssue(store.Issue{Name: "Ceasefire"}); err != nil {
			return err
		}
		s.statement, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindStatement, Anchor: anchor(t, s.body, "We want a ceasefire"),
			Quotation: store.QuotationDirect, Act: store.ActSays,
			Participants: []store.Participant{
				{Role: store.RoleSpeaker, Actor: s.venn.ID}, {Role: store.RoleCarrier, Actor: s.wire.ID},
			},
		})
		if err != nil {
			return err
		}
		s.position, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindPosition, Statement: s.statement.ID,
			Target: store.Target{Issue: s.ceasefire.ID}, Stance: store.StanceSupport,
		})
		return err
	})
	return s
}

func TestAPositionTakesFromItsStatementWhatItHasNotItself(t *testing.T) {
	s := newScene(t)
	rows, total, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || total != 1 || len(rows) != 1 {
		t.Fatalf("got %d of %d, %v", len(rows), total, err)
	}
	r := rows[0]
	if r.Quote != "We want a ceasefire" || r.Paragraph != 2 || r.Date != "2031-05-16" || r.DateFrom != store.DateFromArticle {
		t.Errorf("got %q, paragraph %d, date %s from %s", r.Quote, r.Paragraph, r.Date, r.DateFrom)
	}
	if r.Group.Name != "Orla Venn" || len(r.Holders) != 1 || r.Holders[0].ID != s.venn.ID || r.Carriers[0].ID != s.wire.ID {
		t.Errorf("group %v, holders %v, carriers %v", r.Group, r.Holders, r.Carriers)
	}
	if r.TargetRef.Name != "Ceasefire" || r.AccordingTo != nil {
		t.Errorf("target %v, according to %v", r.TargetRef, r.AccordingTo)
	}
}

func TestWhatWasWrittenIsThereAfterReopening(t *testing.T) {
	s := newScene(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil || len(files) != 1 {
		t.Errorf("one project is one file, got %v, %v", files, err)
	}
	p := openProject(t, path, store.Options{Coder: "Ada"})
	list, err := p.Annotations(t.Context(), s.article.ID)
	if err != nil || len(list) != 2 {
		t.Fatalf("got %v, %v", list, err)
	}
	names, err := p.Names(t.Context(), store.EntityActor)
	if err != nil || len(names) != 3 || names[0].Name != "Arland" {
		t.Errorf("got %v, %v", names, err)
	}
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil || len(rows) != 1 || rows[0].Statements != 1 || rows[0].Positions != 1 {
		t.Errorf("got %v, %v", rows, err)
	}
	st, total, err := p.Statements(t.Context(), store.StatementQuery{})
	if err != nil || total != 1 || len(st[0].Positions) != 1 || st[0].Speakers[0].Name != "Orla Venn" {
		t.Errorf("got %+v, %v", st, err)
	}
}
