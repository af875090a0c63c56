package app

import (
	"bytes"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/app/control"
	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/names"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestDigitsLinkTheSelectionToRecentActors(t *testing.T) {
	a := newHarbour(t)
	for _, name := range []string{"Mara Ellin", "Norvia"} {
		a.link(t, name, name, store.ActorGroup)
	}
	view := a.text()
	for key, want := range map[rune]string{'1': "Mara Ellin", '٢': "Norvia"} {
		view.Select(a.words(t, "the trade minister"))
		a.menus.TypedLetter(key)
		id, ok := a.currentMark()
		if !ok {
			t.Fatalf("%c made no mark", key)
		}
		n, err := a.Project.Annotation(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Names.Actor(n.Actor).Name; n.Kind != store.KindMention || got != want || n.Anchor.Exact() != "the trade minister" {
			t.Errorf("%c linked %q to %q as a %s, want %q", key, n.Anchor.Exact(), got, n.Kind, want)
		}
		if got := a.Project.UndoTitle(); got.Code != store.TitleAddMention {
			t.Errorf("Undo would take back %q", got)
		}
	}
	view.Select(a.words(t, "the trade minister"))
	before := len(a.articles.Annotations())
	a.menus.TypedLetter('3')
	if got := len(a.articles.Annotations()); got != before {
		t.Errorf("a digit of nobody made %d annotations", got-before)
	}
}

func TestRecentActorsKeepTheirKeys(t *testing.T) {
	var latest []store.ID
	for n := range byte(9) {
		latest = append(latest, store.ID{n + 1})
	}
	r := names.RecentActors(nil).Renewed(latest)
	again := slices.Concat([]store.ID{{5}}, latest[:4], latest[5:])
	if diff := cmp.Diff(r, r.Renewed(again)); diff != "" {
		t.Errorf("using one again moved keys: %s", diff)
	}
	got := r.Renewed(append([]store.ID{{77}}, latest[:8]...))
	if got[8] != (store.ID{77}) {
		t.Errorf("the new one did not take the key of the one used longest ago: %v", got)
	}
	if diff := cmp.Diff(r[:8], got[:8]); diff != "" {
		t.Errorf("a new one moved others: %s", diff)
	}
}

func TestRecentActorsAreThoseUsedLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r names.RecentActors
		var uses []store.ID // the latest first, each once
		for range rapid.IntRange(1, 40).Draw(t, "uses") {
			id := store.ID{rapid.Byte().Draw(t, "actor")%20 + 1}
			uses = append([]store.ID{id}, slices.DeleteFunc(uses, func(u store.ID) bool { return u == id })...)
			latest := uses[:min(len(uses), names.MostRecentActors)]
			r = r.Renewed(latest)
			if len(r) != len(latest) {
				t.Fatalf("%d keys for %d actors", len(r), len(latest))
			}
			for _, id := range latest {
				if !slices.Contains(r, id) {
					t.Fatalf("%v is one of the last used, and has no key", id)
				}
			}
		}
	})
}

// recents are the names of the actors that 1 to 9 link to.
func (a *App) recents() []string {
	var list []string
	for _, id := range a.RecentActors {
		list = append(list, a.Names.Actor(id).Name)
	}
	return list
}

func TestOnlyWhatTheCoderDidHereIsRecent(t *testing.T) {
	a := newHarbour(t)
	link := func(words string) {
		t.Helper()
		a.link(t, words, words, store.ActorGroup)
	}
	is := func(when string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, a.recents()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	link("Norvia")
	path := a.Project.Path()
	other := a.otherCopy(t, func(*store.Batch) error { return nil })
	link("Mara Ellin")
	if _, err := standpoint.Import(t.Context(), a.Project, bytes.NewReader(assets.Sample), "sample.json", exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	is("after an import", "Norvia", "Mara Ellin")

	// The same coder worked on the other laptop.
	a.projects.setProject(nil)
	a.projects.open(other)
	link("Meridian")
	is("in the copy", "Norvia", "Meridian")
	a.projects.setProject(nil)
	a.projects.open(path)
	m, err := a.Project.BeginMerge(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = m.Close() }()
	if _, err := m.Apply(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if a.Names.Called("Meridian").Name == "" {
		t.Fatal("nothing was merged")
	}
	is("after a merge", "Mara Ellin", "Norvia")

	a.coders.setCoder("Ben", false)
	is("of another coder")
}

func TestWhatStandsInTheArticleIsOfferedBeforeWhatIsRecent(t *testing.T) {
	a := newHarbour(t)
	add := func(name string) (id store.ID) {
		t.Helper()
		if _, err := a.Project.Do(t.Context(), storetest.Titled("Add actor"), func(b *store.Batch) error {
			added, err := b.AddActor(store.Actor{Name: name})
			id = added.ID
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return id
	}
	add("Northern Union")
	recent := add("Northern League")
	a.link(t, "Norvia", "Northern Union", store.ActorState)
	a.Use([]store.ID{recent})
	first := func() string {
		field := control.NewTypeAhead(control.TypeAheadOptions{Items: a.ActorItems})
		field.Input().SetText("north")
		field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		item, _ := field.Item()
		return item.Name
	}
	if got := first(); got != "Northern Union" {
		t.Errorf("%s comes first", got)
	}
	a.edits.undo()
	if got := first(); got != "Northern League" {
		t.Errorf("without a mark in the article %s comes first", got)
	}
}
