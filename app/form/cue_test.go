package form_test

import (
	"errors"
	"strings"
	"testing"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// statement is a statement that was saved with the verb that the text has for it.
func (g *guessing) statement(t *testing.T) store.Annotation {
	t.Helper()
	f := g.form(t, store.KindStatement, "“We will keep the harbour open.”")
	if f.Cue != "told" || !f.IsGuessed(form.GuessCue) {
		t.Fatalf("guessed is %q", f.Cue)
	}
	a := g.save(t, f)
	if got := a.Cue.Exact(); got != "told" || a.Cue.Spans()[0].Start != strings.Index(told, "told") {
		t.Fatalf("saved is %q at %v", got, a.Cue.Spans())
	}
	return a
}

func (g *guessing) load(t *testing.T, id store.ID) form.Form {
	t.Helper()
	f, err := form.LoadIfThere(g.names, id)(t.Context(), g.Project)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheVerbOfSayingIsSavedChangedAndTakenOut(t *testing.T) {
	g := newGuessing(t)
	f := g.load(t, g.statement(t).ID)
	if f.Cue != "told" {
		t.Fatalf("loaded is %q", f.Cue)
	}
	f.Note = "x"
	if got := g.save(t, f).Cue.Exact(); got != "told" {
		t.Errorf("saved with another note it is %q", got)
	}
	f = g.load(t, f.Annotation)
	f.SetCue(g.body, " reported ")
	saved := g.save(t, f)
	if got, at := saved.Cue.Exact(), saved.Cue.Spans()[0].Start; got != "reported" || at != g.body.Position(strings.Index(told, "reported")) {
		t.Errorf("typed, it is %q at %d", got, at)
	}
	f = g.load(t, f.Annotation)
	f.SetCue(g.body, "")
	if got := g.save(t, f).Cue; !got.IsZero() {
		t.Errorf("taken out, it is %q", got.Exact())
	}
}

// Of several places the one nearest to what is said is meant.
func TestTheVerbIsTheOneNearestToTheWords(t *testing.T) {
	b, err := text.NewBody("She said little. He said: “Enough.” They said nothing more for a long while.")
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(b.String(), "“Enough")
	f := form.New(store.KindStatement, store.ID{}, b, text.Span{Start: at, End: at + len("“Enough.”") - 4})
	f.SetCue(b, "said")
	if want := strings.Index(b.String(), "said: "); f.CueAt.Start != want {
		t.Errorf("it is the one at %d, not at %d", f.CueAt.Start, want)
	}
}

func TestAVerbThatTheArticleDoesNotHaveIsSaidAtItsField(t *testing.T) {
	g := newGuessing(t)
	f := g.form(t, store.KindStatement, "“We will keep the harbour open.”")
	f.SetCue(g.body, "whispered")
	_, err := g.Do(t.Context(), store.Title{Code: store.TitleEditArticle}, func(b *store.Batch) error {
		_, err := f.Save(b, g.body)
		return err
	})
	var at *form.FieldError
	if !errors.As(err, &at) || at.Field != form.FieldCue {
		t.Errorf("the error is %v", err)
	}
}

// An edit of the text moves the verb along; a form that was open meanwhile finds it again.
func TestTheVerbIsFoundAgainAfterAnEditOfTheText(t *testing.T) {
	g := newGuessing(t)
	id := g.statement(t).ID
	open := g.load(t, id)
	g.do(t, func(b *store.Batch) error {
		_, _, err := b.EditBody(g.article, "Later. "+told)
		return err
	})
	article, err := g.Article(t.Context(), g.article)
	if err != nil {
		t.Fatal(err)
	}
	if g.body, err = g.Body(t.Context(), article.Body); err != nil {
		t.Fatal(err)
	}
	open.Speakers = []names.Party{{Name: "Orla Venn", New: store.ActorPerson}}
	saved := g.save(t, open)
	if got := saved.Cue.Exact(); got != "told" || saved.Cue.Body != g.body.Hash() || g.body.Slice(saved.Cue.Spans()[0]) != "told" {
		t.Errorf("it is %q at %v", got, saved.Cue.Spans())
	}
}

func TestTheFirstAnnotationSetsAnArticleInProgress(t *testing.T) {
	g := newGuessing(t)
	status := func() store.Status {
		t.Helper()
		a, err := g.Article(t.Context(), g.article)
		if err != nil {
			t.Fatal(err)
		}
		return a.Status
	}
	g.statement(t)
	if status() != store.StatusInProgress {
		t.Fatalf("after the first it is %q", status())
	}
	if _, err := g.Undo(t.Context()); err != nil || status() != store.StatusUnread {
		t.Errorf("after Undo it is %q, %v", status(), err)
	}
	g.do(t, func(b *store.Batch) error {
		return b.UpdateArticle(g.article, func(a *store.Article) { a.Status = store.StatusReviewed })
	})
	g.statement(t)
	if status() != store.StatusReviewed {
		t.Errorf("what was reviewed is %q after another annotation", status())
	}
}
