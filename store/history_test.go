package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// titleWords returns the name that a test gave to an action, and of all others the title in English.
func titleWords(title store.Title) string {
	if title.Code == storetest.Titled("").Code {
		return title.Name
	}
	return title.English(func(at time.Time) string { return at.Format(time.DateOnly) })
}

// told returns the history of a row (or of the project) as a person reads it, newest first.
func told(t *testing.T, p *store.Project, e store.Entity, id store.ID) []string {
	t.Helper()
	entries, _, err := p.History(t.Context(), store.HistoryQuery{Entity: e, ID: id})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, entry := range entries {
		list = append(list, string(entry.Kind)+" "+titleWords(entry.Title))
		for _, l := range entry.Lines {
			line := l.Word()
			if change := l.Change(strings.ToUpper); change != "" {
				line += ": " + change
			}
			if l.Of != "" {
				line = l.Of + ", " + line
			}
			list = append(list, "  "+line)
		}
	}
	return list
}

func TestHistoryIsToldInWords(t *testing.T) {
	s := newScene(t)
	var tag store.Tag
	do(t, s.Project, "Edit statement", func(b *store.Batch) (err error) {
		if tag, err = b.AddTag(store.Tag{Name: "press"}); err != nil {
			return err
		}
		if err = b.SetTags(s.statement.ID, []store.ID{tag.ID}); err != nil {
			return err
		}
		if err = b.SetNote(store.EntityAnnotation, s.statement.ID, "Ask the wire."); err != nil {
			return err
		}
		err = b.SetParticipants(s.statement.ID, []store.Participant{
			{Role: store.RoleSpeaker, Actor: s.arland.ID, Words: "an official"}, {Role: store.RoleCarrier, Actor: s.wire.ID},
		})
		if err != nil {
			return err
		}
		if err = b.UpdateAnnotation(s.statement.ID, func(a *store.Annotation) { a.On, a.Act = "2031-05-15", "" }); err != nil {
			return err
		}
		return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) {
			a.Stance, a.Target = store.StanceOppose, store.Target{Actor: s.arland.ID}
		})
	})
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.position.ID) })
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"undo Delete",
		"  Arland, restored",
		"do Delete",
		"  Arland, deleted",
		"do Edit statement",
		"  act: − SAYS",
		"  said on: 2031-05-15",
		"  speaker: + ARLAND (AN OFFICIAL)",
		"  speaker: − ORLA VENN",
		"  tag: + PRESS",
		"  note: ASK THE WIRE.",
		"  Arland, about: CEASEFIRE → ARLAND",
		"  Arland, stance: SUPPORT → OPPOSE",
		"do Record statement",
		"  exact words: “WE WANT A CEASEFIRE”",
		"  quotation: DIRECT",
		"  act: SAYS",
		"  speaker: + ORLA VENN",
		"  carrier: + NORTHERN WIRE",
		"  Arland, rests on: “WE WANT A CEASEFIRE”",
		"  Arland, about: CEASEFIRE",
		"  Arland, stance: SUPPORT",
	}
	got := told(t, s.Project, store.EntityAnnotation, s.statement.ID)
	sortSpeakers(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// sortSpeakers puts who was added before who was taken away: two of the same place stand in the order of their ids.
func sortSpeakers(list []string) {
	for i := 1; i < len(list); i++ {
		if strings.HasPrefix(list[i-1], "  speaker: −") && strings.HasPrefix(list[i], "  speaker: +") {
			list[i-1], list[i] = list[i], list[i-1]
		}
	}
}

func TestHistoryOfActorsArticlesAndProject(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Edit", func(b *store.Batch) error {
		if err := b.AddAlias(s.venn.ID, "O. Venn"); err != nil {
			return err
		}
		err := b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.arland.ID, Role: "president", From: "2029"}})
		if err != nil {
			return err
		}
		if err := b.SetExternalIDs(s.venn.ID, []store.ExternalID{{Scheme: "register", Value: "7"}}); err != nil {
			return err
		}
		h, err := b.AddBody("Short.")
		if err != nil {
			return err
		}
		tag, err := b.AddTag(store.Tag{Name: "press"})
		if err != nil {
			return err
		}
		if err := b.SetArticleTags(s.article.ID, []store.ID{tag.ID}); err != nil {
			return err
		}
		return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Body, a.Published = h, "2031-05-17" })
	})
	do(t, s.Project, "Merge", func(b *store.Batch) error { return b.Merge(store.EntityActor, s.venn.ID, s.arland.ID) })
	want := []string{
		"do Merge", "  merged into: ARLAND",
		"do Edit", "  alias: + O. VENN", "  affiliation: + PRESIDENT, ARLAND (2029–)", "  external id: + REGISTER: 7",
		"do Record statement", "  name: ORLA VENN", "  kind: PERSON",
	}
	if diff := cmp.Diff(want, told(t, s.Project, store.EntityActor, s.venn.ID)); diff != "" {
		t.Errorf("actor (-want +got):\n%s", diff)
	}
	got := told(t, s.Project, store.EntityArticle, s.article.ID)
	if got[0] != "do Edit" || !strings.HasPrefix(got[1], "  text: “") || !strings.HasSuffix(got[1], "” → “SHORT.”") ||
		got[2] != "  published: 2031-05-16 → 2031-05-17" || got[3] != "  tag: + PRESS" {
		t.Errorf("article: %q", got)
	}
	got = told(t, s.Project, "", store.ID{})
	if got[0] != "do Merge" || got[1] != "  Orla Venn, merged into: ARLAND" {
		t.Errorf("project: %q", got)
	}
}

// TestTheHistoryOfAnEditTellsTheWordsThatChanged looks at the article and at the project.
func TestTheHistoryOfAnEditTellsTheWordsThatChanged(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, strings.Replace(s.body.String(), "ceasefire", "lasting peace", 1))
		return err
	})
	for _, q := range []store.HistoryQuery{{}, {Entity: store.EntityArticle, ID: s.article.ID}} {
		entries, _, err := s.History(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(entries[0].Lines, func(l store.HistoryLine) bool { return l.Field == "body" })
		if i < 0 {
			t.Fatalf("the edit is not told of: %+v", entries[0].Lines)
		}
		l := entries[0].Lines[i]
		if l.Word() != "text" || !strings.Contains(l.Before, "ceasefire") || !strings.Contains(l.After, "lasting peace") || len(l.Before) > 120 {
			t.Errorf("the edit is told as %q: %q → %q", l.Word(), l.Before, l.After)
		}
	}
}

// TestTheHistoryCountsWhatAnActionTouched has an action of more rows than are listed one by one.
func TestTheHistoryCountsWhatAnActionTouched(t *testing.T) {
	p := newProject(t)
	do(t, p, "Import", func(b *store.Batch) error {
		for i := range 150 {
			if _, err := b.AddTag(store.Tag{Name: fmt.Sprint("tag ", i)}); err != nil {
				return err
			}
		}
		a, err := b.AddActor(store.Actor{Name: "Venn"})
		if err != nil {
			return err
		}
		return b.SetAliases(a.ID, []string{"V"})
	})
	entries, _, err := p.History(t.Context(), store.HistoryQuery{})
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	want := []store.EntityCount{{Entity: store.EntityActor, N: 1}, {Entity: store.EntityTag, N: 150}}
	if diff := cmp.Diff(want, entries[0].Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if len(entries[0].Lines) > 100 {
		t.Errorf("%d lines", len(entries[0].Lines))
	}
}

// What an edit of the text took along with its words is not told of; words that were put elsewhere are.
func TestAnEditTellsOfNothingThatMovedAlong(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		_, _, err := b.EditBody(s.article.ID, "A line in front.\n\n"+s.body.String())
		return err
	})
	got := told(t, s.Project, store.EntityAnnotation, s.statement.ID)
	if len(got) == 0 || got[0] != "do Edit text" || len(got) > 1 && strings.HasPrefix(got[1], "  ") {
		t.Errorf("told: %q", got)
	}
}
