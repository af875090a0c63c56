package store_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// TestEveryFieldOfWordsHasARule finds a field of words that was added without one: it would take anything.
func TestEveryFieldOfWordsHasARule(t *testing.T) {
	for _, typ := range store.RowTypes() {
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Tag.Get("field") == "" || f.Type != reflect.TypeFor[string]() {
				continue
			}
			if rule := f.Tag.Get("words"); rule != "name" && rule != "line" && rule != "text" {
				t.Errorf("%s.%s has no rule for its words (%q)", typ, f.Name, rule)
			}
		}
	}
}

// fieldWriters write a value into each field of words there is, by entity and name.
func fieldWriters(s *scene) map[string]func(*store.Batch, string) error {
	actor := func(set func(*store.Actor, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			return b.UpdateActor(s.venn.ID, func(a *store.Actor) { set(a, v) })
		}
	}
	article := func(set func(*store.Article, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			return b.UpdateArticle(s.article.ID, func(a *store.Article) { set(a, v) })
		}
	}
	issue := func(set func(*store.Issue, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			return b.UpdateIssue(s.ceasefire.ID, func(i *store.Issue) { set(i, v) })
		}
	}
	tag := func(set func(*store.Tag, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			tag := store.Tag{Name: "figure"}
			set(&tag, v)
			_, err := b.AddTag(tag)
			return err
		}
	}
	item := func(set func(*store.ReportItem, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			r, err := b.AddReport(store.Report{Title: "Who wants what"})
			if err != nil {
				return err
			}
			i := store.ReportItem{Kind: store.ItemParagraph}
			set(&i, v)
			_, err = b.AppendReportItems(r.ID, i)
			return err
		}
	}
	position := func(set func(*store.Annotation, string)) func(*store.Batch, string) error {
		return func(b *store.Batch, v string) error {
			return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { set(a, v) })
		}
	}
	return map[string]func(*store.Batch, string) error{
		"actor name":        actor(func(a *store.Actor, v string) { a.Name = v }),
		"actor description": actor(func(a *store.Actor, v string) { a.Description = v }),
		"actor colour":      actor(func(a *store.Actor, v string) { a.Colour = v }),
		"alias name":        func(b *store.Batch, v string) error { return b.SetAliases(s.venn.ID, []string{v}) },
		"affiliation role": func(b *store.Batch, v string) error {
			return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.arland.ID, Role: v}})
		},
		"external id scheme": func(b *store.Batch, v string) error {
			return b.SetExternalIDs(s.venn.ID, []store.ExternalID{{Scheme: v, Value: "Q1"}})
		},
		"external id value": func(b *store.Batch, v string) error {
			return b.SetExternalIDs(s.venn.ID, []store.ExternalID{{Scheme: "register", Value: v}})
		},
		"article title":      article(func(a *store.Article, v string) { a.Title = v }),
		"article source":     article(func(a *store.Article, v string) { a.Source = v }),
		"article author":     article(func(a *store.Article, v string) { a.Author = v }),
		"article url":        article(func(a *store.Article, v string) { a.URL = v }),
		"article section":    article(func(a *store.Article, v string) { a.Section = v }),
		"article attachment": article(func(a *store.Article, v string) { a.Attachment = v }),
		"article language":   article(func(a *store.Article, v string) { a.Language = v }),
		"article file":       article(func(a *store.Article, v string) { a.File = v }),
		"collection name": func(b *store.Batch, v string) error {
			_, err := b.AddCollection(store.Collection{Name: v})
			return err
		},
		"saved search name": func(b *store.Batch, v string) error {
			_, err := b.SaveSearch(store.ID{}, v, store.ArticleFilter{})
			return err
		},
		"preset name": func(b *store.Batch, v string) error {
			_, err := b.SavePreset(store.ID{}, v, "{}")
			return err
		},
		"report title": func(b *store.Batch, v string) error {
			_, err := b.AddReport(store.Report{Title: v})
			return err
		},
		"report item text":  item(func(i *store.ReportItem, v string) { i.Text = v }),
		"report item words": item(func(i *store.ReportItem, v string) { i.Kind, i.Words = store.ItemQuote, v }),
		"decision rule": func(b *store.Batch, v string) error {
			return b.Decide(store.Decision{
				ID: store.NewID(), Article: s.article.ID, Kind: store.KindStatement, Anchor: s.statement.Anchor, Rule: v,
				Verdict: store.VerdictRejected,
			})
		},
		"explanation note": func(b *store.Batch, v string) error {
			later, err := b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindPosition, Statement: s.statement.ID, Target: store.Target{Issue: s.ceasefire.ID},
			})
			if err != nil {
				return err
			}
			held := (&store.HeldPosition{Issue: s.ceasefire.ID}).Held("We want a ceasefire")
			return b.Explain(store.Explanation{Earlier: s.position.ID, Later: later.ID, EarlierHeld: held, LaterHeld: held, Note: v})
		},
		"saved filter name": func(b *store.Batch, v string) error {
			_, err := b.SaveFilter(store.ID{}, v, "{}")
			return err
		},
		"issue name":        issue(func(i *store.Issue, v string) { i.Name = v }),
		"issue description": issue(func(i *store.Issue, v string) { i.Description = v }),
		"issue colour":      issue(func(i *store.Issue, v string) { i.Colour = v }),
		"tag name":          tag(func(t *store.Tag, v string) { t.Name = v }),
		"tag colour":        tag(func(t *store.Tag, v string) { t.Colour = v }),
		"note text": func(b *store.Batch, v string) error {
			return b.SetNote(store.EntityActor, s.venn.ID, v)
		},
		"coder name": func(b *store.Batch, v string) error {
			return b.UpdateCoder(s.Coder().ID, func(c *store.Coder) { c.Name = v })
		},
		"annotation translation": position(func(a *store.Annotation, v string) { a.Translation = v }),
		"annotation condition":   position(func(a *store.Annotation, v string) { a.Condition = v }),
		"participant words": func(b *store.Batch, v string) error {
			return b.SetParticipants(s.position.ID, []store.Participant{{Role: store.RoleCarrier, Words: v}})
		},
	}
}

func TestFieldsOfOneLineHaveALimitAndTakeNoControlCharacters(t *testing.T) {
	s := newScene(t)
	severalLines := map[string]bool{
		"actor description": true, "issue description": true, "note text": true, "annotation translation": true,
		"report item text": true, "report item words": true, "explanation note": true,
	}
	writers := fieldWriters(s)
	n := 0
	for _, typ := range store.RowTypes() {
		for i := range typ.NumField() {
			tag := typ.Field(i).Tag
			byProgram := []string{"filter", "options", "facts", "rank", "earlier_held", "later_held"}
			written := slices.Contains(byProgram, tag.Get("field"))
			if tag.Get("words") != "" && !written {
				n++
			}
		}
	}
	if len(writers) != n {
		t.Errorf("%d fields of words are tried, and there are %d", len(writers), n)
	}
	for name, write := range writers {
		t.Run(name, func(t *testing.T) {
			refused := func(value, want string) {
				t.Helper()
				_, err := s.Do(t.Context(), storetest.Titled(name), func(b *store.Batch) error { return write(b, value) })
				if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), want) {
					t.Errorf("%.20q: got %v, want a sentence with %q", value, err, want)
				}
			}
			refused("Jos\xe9", "")
			if severalLines[name] {
				refused(strings.Repeat("x", store.TextLimit+1), "longer than 1,000,000 characters: it has 1,000,001")
				refused("a\x00b", "no text after 1 character")
				do(t, s.Project, name, func(b *store.Batch) error { return write(b, "two\nlines\tand "+strings.Repeat("x", 5000)) })
				return
			}
			refused(strings.Repeat("я", store.LineLimit+1), "longer than 1,000 characters: it has 1,001")
			for harm, sign := range map[string]string{
				"\x1b": "<U+001B>", "\a": "<U+0007>", "\t": "<U+0009>", "\u009b": "<U+009B>", "\u202e": "<U+202E>", "\u2067": "<U+2067>",
				"\x00": "<U+0000>",
			} {
				refused("яв"+harm+"x", sign+", after 2 characters")
			}
			refused("two\nlines", "on one line")
			do(t, s.Project, name, func(b *store.Batch) error { return write(b, strings.Repeat("я", store.LineLimit)) })
		})
	}
	mustPass(t, s.Project)
}

func TestNamesWithoutAVisibleSignAreRefused(t *testing.T) {
	s := newScene(t)
	for name, write := range fieldWriters(s) {
		isName := strings.HasSuffix(name, " name") || strings.HasPrefix(name, "external id") || name == "participant words"
		if !isName {
			continue
		}
		for _, value := range []string{"\u200b", "\u0301", "\u3164\u00ad"} {
			_, err := s.Do(t.Context(), storetest.Titled(name), func(b *store.Batch) error { return write(b, value) })
			if store.CodeOf(err) != store.CodeInvalid {
				t.Errorf("%s %q: got %v", name, value, err)
			}
		}
	}
}

// TestWordsThatAreThereAlreadyStay shows a project with words that no field takes any more.
func TestWordsThatAreThereAlreadyStay(t *testing.T) {
	s := newScene(t)
	bad := "Ve\x1b\u202enn"
	if err := s.Force(t.Context(), store.EntityActor, s.venn.ID, "name", bad); err != nil {
		t.Fatal(err)
	}
	a, err := s.Actor(t.Context(), s.venn.ID)
	if err != nil || a.Name != bad {
		t.Fatalf("got %q, %v", a.Name, err)
	}
	do(t, s.Project, "Describe", func(b *store.Batch) error { // another field of the row
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Kind = store.ActorState })
	})
	do(t, s.Project, "Rename", func(b *store.Batch) error {
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Venn" })
	})
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Actor(t.Context(), s.venn.ID); err != nil || a.Name != bad {
		t.Errorf("after Undo: %q, %v", a.Name, err)
	}
	mustPass(t, s.Project)
}

func TestNamesAreKeptWithoutTheSpaceAroundThem(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Rename", func(b *store.Batch) error {
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "  Mara Vennor " })
	})
	if a, err := s.Actor(t.Context(), s.venn.ID); err != nil || a.Name != "Mara Vennor" {
		t.Errorf("got %q, %v", a.Name, err)
	}
}

func TestNamesThatDifferInInvisibleSignsAreListedAsAlike(t *testing.T) {
	p := newProject(t)
	var first store.Actor
	do(t, p, "Add actors", func(b *store.Batch) (err error) {
		first, err = b.AddActor(store.Actor{Name: "Mara Venn"})
		if err != nil {
			return err
		}
		for _, name := range []string{"Mara Ve\u200bnn", "Mara  Ve\u3164nn", "Mara Vennor"} {
			if _, err := b.AddActor(store.Actor{Name: name}); err != nil {
				return err
			}
		}
		return nil
	})
	list, err := p.Lookalikes(t.Context())
	if err != nil || len(list) != 1 || len(list[0].Rows) != 3 || list[0].Rows[0].ID != first.ID {
		t.Errorf("got %+v, %v", list, err)
	}
}
