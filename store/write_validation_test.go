package store_test

import (
	"errors"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

func TestWhatCannotBeStoredIsRefusedWithASentence(t *testing.T) {
	s := newScene(t)
	nobody := store.NewID()
	quote := anchor(t, s.body, "ceasefire")
	shifted := quote
	shifted.Quotes = append([]text.Quote{}, quote.Quotes...)
	shifted.Quotes[0].Start++
	outside := quote
	outside.Quotes = []text.Quote{{Span: text.Span{Start: 10_000, End: 10_009}, Exact: "ceasefire"}}
	elsewhere := quote
	elsewhere.Body = text.Hash{1}
	annotation := func(change func(*store.Annotation)) func(*store.Batch) error {
		return func(b *store.Batch) error {
			a := store.Annotation{Article: s.article.ID, Kind: store.KindStatement, Anchor: quote}
			change(&a)
			_, err := b.AddAnnotation(a)
			return err
		}
	}
	tests := []struct {
		name string
		fn   func(*store.Batch) error
		want string
	}{
		{"unknown article", annotation(func(a *store.Annotation) { a.Article = nobody }), "not in the project"},
		{"unknown actor", annotation(func(a *store.Annotation) { a.Kind, a.Actor = store.KindMention, nobody }), "not in the project"},
		{"mention of nobody", annotation(func(a *store.Annotation) { a.Kind = store.KindMention }), "not in the project"},
		{"unknown speaker", annotation(func(a *store.Annotation) {
			a.Participants = []store.Participant{{Role: store.RoleSpeaker, Actor: nobody}}
		}), "not in the project"},
		{"empty participant", annotation(func(a *store.Annotation) {
			a.Participants = []store.Participant{{Role: store.RoleCarrier}}
		}), "needs an actor or words"},
		{"unknown role", annotation(func(a *store.Annotation) {
			a.Participants = []store.Participant{{Role: "singer", Words: "x"}}
		}), "not a role"},
		{"unknown kind", annotation(func(a *store.Annotation) { a.Kind = "remark" }), "not a kind of annotation"},
		{"unknown act", annotation(func(a *store.Annotation) { a.Act = "sings" }), "not an act"},
		{"unknown quotation", annotation(func(a *store.Annotation) { a.Quotation = "free" }), "not a form of quotation"},
		{"unknown stance", annotation(func(a *store.Annotation) { a.Kind, a.Stance = store.KindPosition, "maybe" }), "not a stance"},
		{"no words", annotation(func(a *store.Annotation) { a.Anchor = text.Anchor{} }), "has no words"},
		{"shifted span", annotation(func(a *store.Annotation) { a.Anchor = shifted }), "does not fit its text"},
		{"span outside", annotation(func(a *store.Annotation) { a.Anchor = outside }), "does not fit its text"},
		{"span of another text", annotation(func(a *store.Annotation) { a.Anchor = elsewhere }), "not in the project"},
		{"cue outside", annotation(func(a *store.Annotation) { a.Cue = outside }), "does not fit its text"},
		{"bad date", annotation(func(a *store.Annotation) { a.On = "16 May" }), "is not a date"},
		{"unknown tag", annotation(func(a *store.Annotation) { a.Tags = []store.ID{nobody} }), "not in the project"},
		{"two targets", annotation(func(a *store.Annotation) {
			a.Kind, a.Target = store.KindPosition, store.Target{Issue: s.ceasefire.ID, Actor: s.venn.ID}
		}), "not on both"},
		{"unknown issue", annotation(func(a *store.Annotation) { a.Kind, a.Target.Issue = store.KindPosition, nobody }), "not in the project"},
		{
			"rests on a position", annotation(func(a *store.Annotation) { a.Kind, a.Statement = store.KindPosition, s.position.ID }),
			"same article",
		},
		{"nameless actor", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: " "}); return err }, "needs a name"},
		{
			"kind of actor", func(b *store.Batch) error { _, err := b.AddActor(store.Actor{Name: "A", Kind: "ship"}); return err },
			"not a kind of actor",
		},
		{"body with NUL", func(b *store.Batch) error { _, err := b.AddArticle(store.Article{}, "a\x00b"); return err }, "cannot be stored"},
		{"empty body", func(b *store.Batch) error { _, err := b.AddArticle(store.Article{}, ""); return err }, "no text"},
		{"published", func(b *store.Batch) error { _, err := b.AddArticle(store.Article{Published: "May"}, "x"); return err }, "is not a date"},
		{"status", func(b *store.Batch) error { _, err := b.AddArticle(store.Article{Status: "done"}, "x"); return err }, "not the status"},
		{"merge into itself", func(b *store.Batch) error { return b.Merge(store.EntityActor, s.venn.ID, s.venn.ID) }, "it is the same"},
		{"merge of notes", func(b *store.Batch) error { return b.Merge(store.EntityNote, s.venn.ID, s.wire.ID) }, "cannot be merged"},
		{"own parent", func(b *store.Batch) error {
			return b.UpdateIssue(s.ceasefire.ID, func(i *store.Issue) { i.Parent = s.ceasefire.ID })
		}, "cannot lie below"},
		{"affiliation to itself", func(b *store.Batch) error {
			return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.venn.ID}})
		}, "with itself"},
		{"affiliation backwards", func(b *store.Batch) error {
			return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.arland.ID, From: "2031", To: "2030"}})
		}, "before it begins"},
		{"note on a tag", func(b *store.Batch) error { return b.SetNote(store.EntityTag, nobody, "x") }, "A note can be on"},
		{"deleting a coder", func(b *store.Batch) error { return b.Delete(store.EntityCoder, s.Coder().ID) }, "cannot be deleted"},
	}
	before := look(t, s.Project)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, err := s.Do(t.Context(), storetest.Titled(tt.name), tt.fn)
			if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want a sentence with %q", err, tt.want)
			}
			if id != (store.ID{}) {
				t.Error("an action was made all the same")
			}
		})
	}
	if after := look(t, s.Project); after.Counts != before.Counts || s.UndoTitle() != storetest.Titled("Record statement") {
		t.Errorf("something was written: %+v", after.Counts)
	}
}

func TestAnInvalidBodyIsRefusedWithItsOffset(t *testing.T) {
	p := newProject(t)
	_, err := p.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) error {
		_, err := b.AddArticle(store.Article{Title: "Broken"}, "good \xff bad")
		return err
	})
	invalid, ok := errors.AsType[*text.InvalidError](err)
	if !ok || invalid.Offset != 5 {
		t.Errorf("got %v", err)
	}
}

func TestTheSameArticleIsNotAddedTwice(t *testing.T) {
	s := newScene(t)
	add := func(a store.Article) error {
		_, err := s.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) error {
			_, err := b.AddArticle(a, arlandBody)
			return err
		})
		return err
	}
	err := add(store.Article{Title: "Again", Source: "Northern Wire", Published: "2031-05-16"})
	duplicate, ok := errors.AsType[*store.DuplicateError](err)
	if !ok || duplicate.First.ID != s.article.ID || !strings.Contains(err.Error(), "Arland speaks") {
		t.Errorf("got %v", err)
	}
	first, same, found, err := s.FindDuplicate(t.Context(), s.article.Body, "Harbour Gazette", "2031-05-16")
	if err != nil || !found || same || first.ID != s.article.ID {
		t.Errorf("got %v, %v, %v, %v", first, same, found, err)
	}
	if err := add(store.Article{Title: "A wire copy", Source: "Harbour Gazette", Published: "2031-05-16"}); err != nil {
		t.Errorf("the same text of another outlet is an article of its own: %v", err)
	}
}

func TestABatchKnowsWhatItHasAddedItself(t *testing.T) {
	s := newScene(t)
	_, err := s.Do(t.Context(), storetest.Titled("Import"), func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{Title: "Minutes", Source: "Northern Wire"}, "The minutes of the day.")
		if err != nil {
			return err
		}
		first, same, found, err := b.FindDuplicate(a.Body, "Harbour Gazette", "")
		if err != nil || !found || same || first.ID != a.ID {
			t.Errorf("got %v, %v, %v, %v", first, same, found, err)
		}
		_, err = b.AddArticle(store.Article{Title: "Minutes again", Source: "Northern Wire"}, "The minutes of the day.")
		if duplicate, ok := errors.AsType[*store.DuplicateError](err); !ok || duplicate.First.ID != a.ID {
			t.Errorf("got %v", err)
		}
		return nil
	})
	must(t, err)
}

func TestWhatGoesWrongInABatchLeavesNothingBehind(t *testing.T) {
	s := newScene(t)
	before := look(t, s.Project)
	_, err := s.Do(t.Context(), storetest.Titled("Fail"), func(b *store.Batch) error {
		if _, err := b.AddActor(store.Actor{Name: "Half"}); err != nil {
			return err
		}
		panic("a fault")
	})
	if err == nil || !strings.Contains(err.Error(), "a fault") {
		t.Errorf("got %v", err)
	}
	if after := look(t, s.Project); after.Counts != before.Counts {
		t.Errorf("got %+v, want %+v", after.Counts, before.Counts)
	}
	do(t, s.Project, "Go on", func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Whole"})
		return err
	})
	mustPass(t, s.Project)
}

func TestATextThatWasGivenUpCannotBeAnnotated(t *testing.T) {
	s := newScene(t)
	lost, err := text.NewBody("Nobody keeps this.")
	if err != nil {
		t.Fatal(err)
	}
	a, err := text.NewAnchor(lost, text.Span{Start: 0, End: 6})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Do(t.Context(), storetest.Titled("Give up"), func(b *store.Batch) error {
		if _, err := b.AddArticle(store.Article{Title: "Lost"}, lost.String()); err != nil {
			return err
		}
		return errors.New("given up")
	})
	if err == nil {
		t.Fatal("the batch went through")
	}
	_, err = s.Do(t.Context(), storetest.Titled("Highlight"), func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindHighlight, Anchor: a})
		return err
	})
	if store.CodeOf(err) != store.CodeInvalid {
		t.Errorf("got %v", err)
	}
}
