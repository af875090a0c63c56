package exchange_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// TestRoundTrip makes any project, deletes and merges in it, and finds that a copy made through JSON exports the same
// bytes. So does a copy of a part: nothing that its rows name is missing, and nothing else comes along.
func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		first := create(rt, t, dir)
		m := &maker{rt: rt, t: t, p: first}
		m.steps(rapid.IntRange(1, 20).Draw(rt, "steps"))
		second := create(rt, t, dir)
		want := part(t, first, m.part())
		if _, err := standpoint.Import(t.Context(), second, strings.NewReader(want), "copy.json", exchange.Options{}); err != nil {
			rt.Fatalf("import: %v\n%s", err, want)
		}
		if got := mustExport(t, second); got != want {
			rt.Fatalf("the copy differs (-want +got):\n%s", cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
		}
		if report, err := second.Check(t.Context(), nil); err != nil || !report.OK() {
			rt.Fatalf("check of the copy: %v %v", report.Problems, err)
		}
		result, err := standpoint.Import(t.Context(), first, strings.NewReader(want), "self.json", exchange.Options{Overwrite: true})
		if err != nil || result.Changed+len(result.Added)+len(result.Differ) > 0 {
			rt.Fatalf("importing a project into itself: %+v %v", result, err)
		}
	})
}

// create returns a new project that is closed after the round.
func create(rt *rapid.T, t *testing.T, dir string) *store.Project {
	p, err := store.Create(t.Context(), filepath.Join(dir, store.NewID().String()+".standpoint"), store.Options{})
	if err != nil {
		rt.Fatal(err)
	}
	rt.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// maker makes rows at random.
type maker struct {
	rt *rapid.T
	t  *testing.T
	p  *store.Project

	articles, actors, issues, tags, statements, others []store.ID
}

var (
	someText = rapid.StringOfN(rapid.SampledFrom([]rune("abc é\u0301Ш漢🇺🇦\"\\\n<&>\u2028'")), 1, 30, -1)
	someName = rapid.StringMatching(`[a-zé"\\<]{1,6}( [a-z]{1,4})?`)
	someDate = rapid.SampledFrom([]store.Date{"", "2025", "2025-05", "2025-05-16", "2025-05-16T09:30:00+03:00"})
)

// pick returns one of the ids, or none.
func (m *maker) pick(list []store.ID, what string) store.ID {
	if len(list) == 0 {
		return store.ID{}
	}
	return rapid.SampledFrom(list).Draw(m.rt, what)
}

// part returns the whole of the project, or some of its articles.
func (m *maker) part() (of exchange.Part) {
	live, err := m.p.ArticleIDs(m.t.Context(), store.ArticleQuery{})
	if err != nil {
		m.rt.Fatal(err)
	}
	for range rapid.IntRange(0, min(3, len(live))).Draw(m.rt, "articles of the part") {
		of.Articles = append(of.Articles, m.pick(live, "article of the part"))
	}
	return of
}

// steps does so many things, and returns the action that they are, if anything was done. What the store refuses, such as naming a row
// that was deleted, is not done.
func (m *maker) steps(n int) store.ID {
	steps := map[string]func(*store.Batch) error{
		"article": m.article, "actor": m.actor, "issue": m.issue, "tag": m.tag, "annotation": m.annotation, "second": m.annotation,
		"note": m.note, "delete": m.delete, "restore": m.restore, "merge": m.merge, "rename": m.rename, "edit": m.edit, "retag": m.retag,
		"label": m.label, "recast": m.recast, "realias": m.realias, "reassign": m.reassign,
		"explain": m.explain, "explain another": m.explain, "filter": m.filter,
	}
	names := slices.Sorted(maps.Keys(steps))
	action, err := m.p.Do(m.t.Context(), storetest.Titled("Steps"), func(b *store.Batch) error {
		for range n {
			kind := rapid.SampledFrom(names).Draw(m.rt, "step")
			err := steps[kind](b)
			code := store.CodeOf(err)
			if err != nil && code != store.CodeInvalid && code != store.CodeNotFound && code != store.CodeExists {
				return fmt.Errorf("%s: %w", kind, err)
			}
		}
		return nil
	})
	if err != nil {
		m.rt.Fatal(err)
	}
	return action
}

func (m *maker) article(b *store.Batch) error {
	a, err := b.AddArticle(store.Article{
		Title: someText.Draw(m.rt, "title"), Source: someName.Draw(m.rt, "source"), Published: someDate.Draw(m.rt, "published"),
		Status: rapid.SampledFrom([]store.Status{"", "coded"}).Draw(m.rt, "status"), URL: someText.Draw(m.rt, "url"),
		File: someText.Draw(m.rt, "file"), Original: store.HashFile([]byte(someText.Draw(m.rt, "original"))),
		Attachment: someText.Draw(m.rt, "attachment"), AttachmentHash: store.HashFile([]byte(someText.Draw(m.rt, "attached"))),
	}, someText.Draw(m.rt, "body"))
	if err == nil {
		m.articles = append(m.articles, a.ID)
	}
	return err
}

func (m *maker) actor(b *store.Batch) error {
	a, err := b.AddActor(store.Actor{
		Name: someName.Draw(m.rt, "name"), Kind: "person", Colour: "red",
		Description: someText.Draw(m.rt, "description"),
	})
	if err != nil {
		return err
	}
	if err := b.SetAliases(a.ID, rapid.SliceOfN(someName, 0, 3).Draw(m.rt, "aliases")); err != nil {
		return err
	}
	if err := b.SetExternalIDs(a.ID, []store.ExternalID{{Scheme: "x", Value: someName.Draw(m.rt, "value")}}); err != nil {
		return err
	}
	if org := m.pick(m.actors, "organisation"); org != (store.ID{}) {
		err = b.SetAffiliations(a.ID, []store.Affiliation{
			{Organisation: org, Role: "member", From: someDate.Draw(m.rt, "from")}, {Organisation: org, From: "2025-01"},
		})
	}
	m.actors = append(m.actors, a.ID)
	return err
}

func (m *maker) issue(b *store.Batch) error {
	i, err := b.AddIssue(store.Issue{Name: someName.Draw(m.rt, "name"), Parent: m.pick(m.issues, "parent")})
	if err == nil {
		m.issues = append(m.issues, i.ID)
	}
	return err
}

func (m *maker) tag(b *store.Batch) error {
	t, err := b.AddTag(store.Tag{Name: someName.Draw(m.rt, "name"), Parent: m.pick(m.tags, "parent")})
	if err == nil {
		m.tags = append(m.tags, t.ID)
	}
	return err
}

func (m *maker) annotation(b *store.Batch) error {
	id := m.pick(m.articles, "article")
	article, err := b.Article(id)
	if err != nil {
		return err
	}
	body, err := b.Body(article.Body)
	if err != nil {
		return err
	}
	start := rapid.IntRange(0, body.Len()-1).Draw(m.rt, "start")
	end := rapid.IntRange(start+1, body.Len()).Draw(m.rt, "end")
	anchor, err := text.NewAnchor(body, text.Span{Start: start, End: end})
	if err != nil {
		return err
	}
	a := store.Annotation{
		Article: id, Anchor: anchor,
		Kind: rapid.SampledFrom([]store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}).Draw(m.rt, "kind"),
	}
	m.fill(&a)
	if a, err = b.AddAnnotation(a); err != nil {
		return err
	}
	if a.Kind == store.KindStatement {
		m.statements = append(m.statements, a.ID)
	} else {
		m.others = append(m.others, a.ID)
	}
	return nil
}

// fill sets what an annotation of its kind can have.
func (m *maker) fill(a *store.Annotation) {
	if tag := m.pick(m.tags, "tag"); tag != (store.ID{}) {
		a.Tags = []store.ID{tag}
	}
	switch a.Kind {
	case store.KindMention:
		a.Actor = m.pick(m.actors, "actor")
	case store.KindStatement:
		a.Quotation, a.Act, a.Cue, a.On = "mixed", "denies", a.Anchor, someDate.Draw(m.rt, "on")
		a.Translation = someText.Draw(m.rt, "translation")
		a.Participants = []store.Participant{
			{Role: store.RoleSpeaker, Actor: m.pick(m.actors, "speaker"), Words: someName.Draw(m.rt, "words")},
			{Role: store.RoleCarrier, Words: "radio"},
		}
	case store.KindPosition:
		a.Statement, a.Stance = m.pick(m.statements, "statement"), "oppose"
		a.Condition = rapid.SampledFrom([]string{"", "if"}).Draw(m.rt, "condition")
		if rapid.Bool().Draw(m.rt, "on an issue") {
			a.Target.Issue = m.pick(m.issues, "target")
		} else {
			a.Target.Actor = m.pick(m.actors, "target")
		}
		if a.Statement != (store.ID{}) && rapid.Bool().Draw(m.rt, "without words") {
			a.Anchor = text.Anchor{}
		}
		if holder := m.pick(m.actors, "holder"); holder != (store.ID{}) {
			a.Participants = []store.Participant{{Role: store.RoleHolder, Actor: holder}}
		}
	}
}

func (m *maker) note(b *store.Batch) error {
	subjects := map[store.Entity][]store.ID{
		store.EntityArticle: m.articles, store.EntityActor: m.actors, store.EntityIssue: m.issues, store.EntityAnnotation: m.statements,
	}
	on := rapid.SampledFrom([]store.Entity{store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityAnnotation}).Draw(m.rt, "on")
	return b.SetNote(on, m.pick(subjects[on], "subject"), someText.Draw(m.rt, "note"))
}

// explain explains a change between two annotations, if they are positions.
func (m *maker) explain(b *store.Batch) error {
	held := func() store.Held {
		h := store.HeldPosition{
			Issue: m.pick(m.issues, "issue then"), Date: someDate.Draw(m.rt, "date then"), Nameless: rapid.IntRange(0, 2).Draw(m.rt, "nameless"),
		}
		for range rapid.IntRange(0, 3).Draw(m.rt, "holders then") {
			if actor := m.pick(m.actors, "holder then"); actor != (store.ID{}) {
				h.Holders = append(h.Holders, store.Holder{Actor: actor})
			}
		}
		return h.Held(someText.Draw(m.rt, "words then"))
	}
	return b.Explain(store.Explanation{
		Earlier: m.pick(m.others, "earlier"), Later: m.pick(m.others, "later"), EarlierHeld: held(), LaterHeld: held(),
		Note: someText.Draw(m.rt, "why"),
	})
}

// filter keeps a filter under a name.
func (m *maker) filter(b *store.Batch) error {
	asked, err := json.Marshal(map[string]any{"outlets": []string{someText.Draw(m.rt, "outlet")}})
	if err == nil {
		_, err = b.SaveFilter(store.ID{}, someName.Draw(m.rt, "filter"), string(asked))
	}
	return err
}

func (m *maker) delete(b *store.Batch) error { return b.Delete(m.any()) }

func (m *maker) restore(b *store.Batch) error { return b.Restore(m.any()) }

// any returns a row of any kind.
func (m *maker) any() (store.Entity, store.ID) {
	lists := map[store.Entity][]store.ID{
		store.EntityArticle: m.articles, store.EntityActor: m.actors, store.EntityIssue: m.issues, store.EntityTag: m.tags,
		store.EntityAnnotation: append(m.statements[:len(m.statements):len(m.statements)], m.others...),
	}
	e := rapid.SampledFrom([]store.Entity{
		store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityTag,
		store.EntityAnnotation,
	}).Draw(m.rt, "entity")
	return e, m.pick(lists[e], "row")
}

// rename takes one of few names, so that a second one in the same action may give back the first.
func (m *maker) rename(b *store.Batch) error {
	name := rapid.SampledFrom([]string{"Norvia", "Sund"}).Draw(m.rt, "new name")
	if rapid.Bool().Draw(m.rt, "of the coder") {
		return b.UpdateCoder(m.p.Coder().ID, func(c *store.Coder) { c.Name = name })
	}
	return b.UpdateActor(m.pick(m.actors, "renamed"), func(a *store.Actor) { a.Name, a.Colour = name, "" })
}

func (m *maker) edit(b *store.Batch) error {
	_, _, err := b.EditBody(m.pick(m.articles, "edited"), someText.Draw(m.rt, "new body"))
	return err
}

func (m *maker) retag(b *store.Batch) error {
	var tags []store.ID
	if tag := m.pick(m.tags, "tag"); tag != (store.ID{}) && rapid.Bool().Draw(m.rt, "tagged") {
		tags = []store.ID{tag}
	}
	return b.SetTags(m.pick(append(m.statements[:len(m.statements):len(m.statements)], m.others...), "retagged"), tags)
}

// label sets the tags that an article carries itself.
func (m *maker) label(b *store.Batch) error {
	var tags []store.ID
	for range rapid.IntRange(0, 2).Draw(m.rt, "tags") {
		if tag := m.pick(m.tags, "tag of an article"); tag != (store.ID{}) {
			tags = append(tags, tag)
		}
	}
	return b.SetArticleTags(m.pick(m.articles, "labelled"), tags)
}

// recast gives a statement other participants, or the same in another order.
func (m *maker) recast(b *store.Batch) error {
	cast := rapid.Permutation([]store.Participant{
		{Role: store.RoleSpeaker, Words: "a source"},
		{Role: store.RoleSpeaker, Actor: m.pick(m.actors, "speaker"), Words: "an aide"},
		{Role: store.RoleCarrier, Words: "radio"},
	}).Draw(m.rt, "cast")
	return b.SetParticipants(m.pick(m.statements, "recast"), cast[:rapid.IntRange(0, len(cast)).Draw(m.rt, "of them")])
}

func (m *maker) realias(b *store.Batch) error {
	aliases := rapid.SliceOfN(rapid.SampledFrom([]string{"The Sund", "SND"}), 0, 2).Draw(m.rt, "new aliases")
	return b.SetAliases(m.pick(m.actors, "realiased"), aliases)
}

func (m *maker) reassign(b *store.Batch) error {
	return b.Reassign(store.EntityActor, m.pick(m.actors, "from"), m.pick(m.actors, "to"))
}

func (m *maker) merge(b *store.Batch) error {
	lists := map[store.Entity][]store.ID{store.EntityActor: m.actors, store.EntityIssue: m.issues, store.EntityTag: m.tags}
	e := rapid.SampledFrom([]store.Entity{store.EntityActor, store.EntityIssue, store.EntityTag}).Draw(m.rt, "entity")
	return b.Merge(e, m.pick(lists[e], "from"), m.pick(lists[e], "into"))
}

// TestDamagedDocuments changes documents at random. Each is refused with the project as it was, or becomes a project that
// equals its own export.
func TestDamagedDocuments(t *testing.T) {
	documents := []string{
		small(`, "coders": [{"id": "#8", "name": "C"}], "notes": [{"on": "actor", "subject": "#2", "coder": "#8", "text": "a"}]`),
		annotation(`"kind": "statement", "spans": [{"start": 4, "end": 12, "exact": "said yes"}], "on": "2025-05", "act": "says",
			"participants": [{"role": "speaker", "actor": "#2", "words": "Ann"}]`),
		annotation(`"kind": "position", "spans": [{"exact": "said yes"}], "stance": "oppose", "target": {"issue": "#3"}`),
	}
	pieces := []string{"", "\"", "{", "}", "[", "]", ",", ":", "1", "-1", "null", `"id"`, "\xff", "\x00", "🇺🇦", "2025", id(2), id(9)}
	p := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		document := rapid.SampledFrom(documents).Draw(rt, "document")
		for range rapid.IntRange(1, 3).Draw(rt, "changes") {
			at := rapid.IntRange(0, len(document)).Draw(rt, "at")
			end := min(len(document), at+rapid.IntRange(0, 40).Draw(rt, "cut"))
			document = document[:at] + rapid.SampledFrom(pieces).Draw(rt, "piece") + document[end:]
		}
		_, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "damaged.json", exchange.Options{})
		if err != nil {
			if counts, err := p.Counts(t.Context()); err != nil || counts != (store.Counts{}) {
				rt.Fatalf("refused, and yet %+v %v", counts, err)
			}
			return
		}
		first := p
		p = open(t)
		again, err := standpoint.Import(t.Context(), first, strings.NewReader(mustExport(t, first)), "again.json", exchange.Options{})
		if err != nil || len(again.Added)+len(again.Differ) > 0 {
			rt.Fatalf("the project differs from its own export: %+v %v", again, err)
		}
	})
}

// during is a writer that does something when the first bytes come.
type during struct {
	bytes.Buffer
	do func()
}

func (w *during) Write(b []byte) (int, error) {
	if w.do != nil {
		w.do()
		w.do = nil
	}
	return w.Buffer.Write(b)
}

// Whoever exports goes on working meanwhile.
func TestAnExportIsOfOneMoment(t *testing.T) {
	p := open(t)
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 100, Annotations: 100, Body: 2000})
	if err != nil {
		t.Fatal(err)
	}
	before := mustExport(t, p)
	out := during{do: func() {
		for _, article := range filled.Articles {
			list, err := p.Annotations(t.Context(), article)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := p.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error {
				return b.Delete(store.EntityAnnotation, list[0].ID)
			}); err != nil {
				t.Fatal(err)
			}
		}
	}}
	if err := standpoint.Export(t.Context(), p, &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != before {
		t.Error("what was written during the export is in it, in part")
	}
	if mustExport(t, p) == before {
		t.Error("nothing was written during the export")
	}
}
