package notes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/notes"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// actorNamed returns the id of an actor of the sample.
func actorNamed(t *testing.T, p *store.Project, name string) store.ID {
	t.Helper()
	list, err := p.Names(t.Context(), store.EntityActor)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range list {
		if n.Name == name {
			return n.ID
		}
	}
	t.Fatalf("the sample has no %s", name)
	return store.ID{}
}

func do(t *testing.T, p *store.Project, fn func(*store.Batch) error) {
	t.Helper()
	if _, err := p.Do(t.Context(), storetest.Titled("Work"), fn); err != nil {
		t.Fatal(err)
	}
}

func TestAPresetKeepsEveryChoiceButTheDay(t *testing.T) {
	p := project(t, assets.Sample)
	orde := actorNamed(t, p, "Anselm Orde")
	support := store.StanceSupport
	o := notes.Options{
		Kind: notes.KindActors, Actors: []store.ID{orde}, In: store.ArticleFilter{From: "2026-03", Stance: &support, Text: "<a & b>"},
		Marks: []store.Kind{store.KindPosition}, Order: notes.OrderFrequent, Detail: notes.DetailShort, Language: "de",
		Cite: notes.CiteAuthor, Made: "2026-05-04",
	}
	choices, err := notes.WritePreset(o, notes.Form{Format: "template", Template: "/templates/wiki.md.tmpl"})
	if err != nil || strings.Contains(choices, "2026-05-04") || !strings.Contains(choices, "<a & b>") {
		t.Fatalf("kept is %s, %v", choices, err)
	}
	got, as, err := notes.ReadPreset(t.Context(), p, store.Preset{Name: "Weekly", Options: choices})
	o.Made = ""
	if err != nil || as != (notes.Form{Format: "template", Template: "/templates/wiki.md.tmpl"}) {
		t.Errorf("read are %+v, %v", as, err)
	}
	if diff := cmp.Diff(o, got); diff != "" {
		t.Errorf("what is read is another (-kept +read):\n%s", diff)
	}
	if choices, err := notes.WritePreset(notes.Options{}, notes.Form{}); err != nil || choices != "{}" {
		t.Errorf("of the usual choices is kept %s, %v", choices, err)
	}
	if _, err := notes.WritePreset(notes.Options{Kind: "chapters"}, notes.Form{}); err == nil {
		t.Error("options that no document can be written from are kept")
	}
}

func TestAPresetThatIsNotUnderstoodSaysSo(t *testing.T) {
	p := project(t, assets.Sample)
	for _, choices := range []string{
		``, `[]`, `{`, `{} {}`, `{"pages":3}`, `{"kind":"chapters"}`, `{"actors":["nobody"]}`, `{"in":{"mood":"bad"}}`,
		`{"order":"frequent"}`, `{"language":"tlh"}`,
	} {
		_, _, err := notes.ReadPreset(t.Context(), p, store.Preset{Name: "Weekly", Options: choices})
		if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), "“Weekly”") {
			t.Errorf("%s: %v", choices, err)
		}
	}
}

func TestAPresetFollowsWhatWasMergedAndNamesWhatIsGone(t *testing.T) {
	p := project(t, assets.Sample)
	orde, sarrat := actorNamed(t, p, "Anselm Orde"), actorNamed(t, p, "Lumi Sarrat")
	choices := strings.ReplaceAll(`{"kind":"actors","actors":["ID"],"in":{"actor":"ID"}}`, "ID", orde.String())
	preset := store.Preset{Name: "Weekly", Options: choices}
	do(t, p, func(b *store.Batch) error { return b.Merge(store.EntityActor, orde, sarrat) })
	o, _, err := notes.ReadPreset(t.Context(), p, preset)
	if err != nil || len(o.Actors) != 1 || o.Actors[0] != sarrat || o.In.Actor != sarrat {
		t.Errorf("read are %+v, %v", o, err)
	}
	do(t, p, func(b *store.Batch) error { return b.Delete(store.EntityActor, sarrat) })
	_, _, err = notes.ReadPreset(t.Context(), p, preset)
	if store.CodeOf(err) != store.CodeNotFound || !strings.Contains(err.Error(), "actor") {
		t.Errorf("the actor is gone: %v", err)
	}
	gone := store.NewID()
	for _, choices := range []string{
		`{"articles":["ID"]}`, `{"kind":"issues","issues":["ID"]}`, `{"in":{"collection":"ID"}}`, `{"in":{"tag":"ID"}}`, `{"in":{"coder":"ID"}}`,
		`{"in":{"issue":"ID"}}`,
	} {
		_, _, err := notes.ReadPreset(t.Context(), p, store.Preset{Name: "Weekly", Options: strings.ReplaceAll(choices, "ID", gone.String())})
		if store.CodeOf(err) != store.CodeNotFound {
			t.Errorf("%s: %v", choices, err)
		}
	}
}

func TestNotesOnWhatWasMergedAreOnWhatStandsForIt(t *testing.T) {
	p := project(t, assets.Sample)
	orde, sarrat := actorNamed(t, p, "Anselm Orde"), actorNamed(t, p, "Lumi Sarrat")
	do(t, p, func(b *store.Batch) error { return b.Merge(store.EntityActor, orde, sarrat) })
	for _, kind := range []notes.Kind{notes.KindActors, notes.KindArticles} {
		of := func(id store.ID) string {
			o := notes.Options{Kind: kind, In: store.ArticleFilter{Actor: id}}
			if kind == notes.KindActors {
				o = notes.Options{Kind: kind, Actors: []store.ID{id}}
			}
			return markdown(t, p, o)
		}
		if diff := cmp.Diff(of(sarrat), of(orde)); diff != "" {
			t.Errorf("%s (-what stands for it +what was merged):\n%s", kind, diff)
		}
	}
}
