package store_test

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// speaks tells in a line what an action was about.
func speaks(a store.About) string {
	said := []string{string(a.Entity)}
	if a.Kind != "" {
		said[0] = string(a.Kind)
	}
	if a.Gone {
		said = append(said, "gone")
	}
	said = append(said, a.Name, strings.Join(a.Parties, "+"), a.Target, a.Words)
	return strings.Join(said, "|")
}

func TestAnActionIsAboutWhatItsTitleSpeaksOf(t *testing.T) {
	s := newScene(t)
	const statement = "statement||Orla Venn||We want a ceasefire"
	for _, c := range []struct {
		title store.Title
		do    func(*store.Batch) error
		want  string
	}{
		{store.TitleForEditing(store.KindStatement), func(b *store.Batch) error { // who says it
			return b.SetParticipants(s.statement.ID, []store.Participant{
				{Role: store.RoleSpeaker, Actor: s.venn.ID}, {Role: store.RoleAddressee, Words: "reporters"},
			})
		}, statement},
		{store.TitleForEditing(store.KindStatement), func(b *store.Batch) error { // a position in it
			return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Stance = store.StanceOppose })
		}, statement},
		{store.TitleForEditing(store.KindPosition), func(b *store.Batch) error { // its holders and words are the statement's
			return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Stance = store.StanceSupport })
		}, "position||Orla Venn|Ceasefire|We want a ceasefire"},
		{store.TitleForAdding(store.KindMention), func(b *store.Batch) error { // with an actor who is new
			borduria, err := b.AddActor(store.Actor{Name: "Borduria"})
			if err != nil {
				return err
			}
			_, err = b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindMention, Actor: borduria.ID, Anchor: anchor(t, s.body, "Borduria"),
			})
			return err
		}, "mention||Borduria||Borduria"},
		{store.Title{Code: store.TitleLinkAll, Name: s.arland.Name}, func(b *store.Batch) error { // of several the first
			return mark(b, s, store.KindMention, "Arland's", "president spoke")
		}, "mention||Arland||Arland's"},
		{store.TitleForAdding(store.KindHighlight), func(b *store.Batch) error { // of several kinds that which is named
			if err := mark(b, s, store.KindMention, "Friday"); err != nil {
				return err
			}
			return mark(b, s, store.KindHighlight, "declined")
		}, "highlight||||declined"},
		{store.Title{Code: store.TitleEditArticle}, func(b *store.Batch) error {
			return b.SetNote(store.EntityArticle, s.article.ID, "To be read twice.")
		}, "article|Arland speaks|||"},
		{store.Title{Code: store.TitleEditActor}, func(b *store.Batch) error {
			return b.SetAliases(s.venn.ID, []string{"the president"})
		}, "actor|Orla Venn|||"},
		{
			store.Title{Code: store.TitleMergeActors},
			func(b *store.Batch) error { return b.Merge(store.EntityActor, s.wire.ID, s.arland.ID) },
			"actor|Arland|||",
		},
		{
			store.Title{Code: store.TitleDeleteIssue},
			func(b *store.Batch) error { return b.Delete(store.EntityIssue, s.ceasefire.ID) },
			"issue|gone|Ceasefire|||",
		},
		{
			store.TitleForDeleting(store.KindStatement), func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.statement.ID) },
			"statement|gone||Orla Venn||We want a ceasefire",
		},
	} {
		action, err := s.Do(t.Context(), c.title, c.do)
		must(t, err)
		a, err := s.About(t.Context(), action)
		must(t, err)
		if got := speaks(a); got != c.want {
			t.Errorf("%s: it is about %s, want %s", c.title.Code, got, c.want)
		}
		others := 0
		if c.title.Code == store.TitleLinkAll {
			others = 1
		}
		if a.Others != others {
			t.Errorf("%s: %d others", c.title.Code, a.Others)
		}
		if a.Kind == store.KindStatement && (a.Positions != 1 || a.ID != s.statement.ID || a.Article != s.article.ID) {
			t.Errorf("%s: %+v", c.title.Code, a)
		}
	}
	if a, err := s.About(t.Context(), store.NewID()); err != nil || a.ID != (store.ID{}) {
		t.Errorf("of no action it says %+v, %v", a, err)
	}
}

// What Undo took away is still told of by its words, and where they are; what it brought back is there to be shown.
func TestUndoTellsWhatItWasAbout(t *testing.T) {
	s := newScene(t)
	action, err := s.Do(t.Context(), store.TitleForAdding(store.KindStatement), func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindStatement, Anchor: anchor(t, s.body, "Borduria declined"),
			Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "an official"}},
		})
		return err
	})
	must(t, err)
	start := strings.Index(s.body.String(), "Borduria")
	at := text.Span{Start: s.body.Position(start), End: s.body.Position(start + len("Borduria declined"))}
	for _, step := range []struct {
		name string
		do   func() (store.UndoResult, error)
		want string
	}{
		{"undone", func() (store.UndoResult, error) { return s.Undo(t.Context()) }, "statement|gone||an official||Borduria declined"},
		{"redone", func() (store.UndoResult, error) { return s.Redo(t.Context()) }, "statement||an official||Borduria declined"},
		{
			"taken back", func() (store.UndoResult, error) { return s.TakeBack(t.Context(), action) },
			"statement|gone||an official||Borduria declined",
		},
	} {
		r, err := step.do()
		must(t, err)
		if got := speaks(r.About); got != step.want || r.About.Span != at {
			t.Errorf("%s: it is about %s at %v, want %s at %v", step.name, got, r.About.Span, step.want, at)
		}
	}
}

// mark adds an annotation of a kind on each of some words; a mention names Arland.
func mark(b *store.Batch, s *scene, kind store.Kind, words ...string) error {
	for _, w := range words {
		on, err := text.NewAnchor(s.body, text.FindAll(s.body, w)[0])
		if err != nil {
			return err
		}
		a := store.Annotation{Article: s.article.ID, Kind: kind, Anchor: on}
		if kind == store.KindMention {
			a.Actor = s.arland.ID
		}
		if _, err := b.AddAnnotation(a); err != nil {
			return err
		}
	}
	return nil
}
