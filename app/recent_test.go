package app

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
)

func TestDigitsLinkTheSelectionToRecentActors(t *testing.T) {
	a := newHarbour(t)
	for _, name := range []string{"Mara Ellin", "Norvia"} {
		page := a.begin(t, store.KindMention, name)
		page.form.Actor = party{Name: name, New: store.ActorGroup}
		a.saveForm()
	}
	view := a.articles.reader.view
	for key, want := range map[rune]string{'1': "Mara Ellin", '٢': "Norvia"} {
		view.Select(a.words(t, "the trade minister"))
		a.typedLetter(key)
		id, ok := a.articles.reader.current()
		if !ok {
			t.Fatalf("%c made no mark", key)
		}
		n, err := a.project.Annotation(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.names.actor(n.Actor).Name; n.Kind != store.KindMention || got != want || n.Anchor.Exact() != "the trade minister" {
			t.Errorf("%c linked %q to %q as a %s, want %q", key, n.Anchor.Exact(), got, n.Kind, want)
		}
		if got := a.project.UndoTitle(); got != "Add mention" {
			t.Errorf("Undo would take back %q", got)
		}
	}
	view.Select(a.words(t, "the trade minister"))
	before := len(a.articles.annotations)
	a.typedLetter('3')
	if got := len(a.articles.annotations); got != before {
		t.Errorf("a digit of nobody made %d annotations", got-before)
	}
}

func TestRecentActorsKeepTheirKeys(t *testing.T) {
	actors := map[store.ID]store.Name{}
	use := func(n byte, at int64) { actors[store.ID{n}] = store.Name{ID: store.ID{n}, LastUsed: at} }
	for n := range byte(9) {
		use(n+1, int64(100-n))
	}
	r := recentActors(nil).renewed(actors)
	use(5, 200)
	if diff := cmp.Diff(r, r.renewed(actors)); diff != "" {
		t.Errorf("using one again moved keys: %s", diff)
	}
	use(77, 300)
	got := r.renewed(actors)
	if got[8] != (store.ID{77}) {
		t.Errorf("the new one did not take the key of the one used longest ago: %v", got)
	}
	if diff := cmp.Diff(r[:8], got[:8]); diff != "" {
		t.Errorf("a new one moved others: %s", diff)
	}
}

func TestRecentActorsAreThoseUsedLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		actors := map[store.ID]store.Name{}
		var r recentActors
		for at := range rapid.IntRange(1, 40).Draw(t, "uses") {
			id := store.ID{rapid.Byte().Draw(t, "actor")%20 + 1}
			actors[id] = store.Name{ID: id, LastUsed: int64(at)}
			r = r.renewed(actors)
			if len(r) != min(len(actors), mostRecentActors) {
				t.Fatalf("%d keys for %d actors", len(r), len(actors))
			}
			for other, name := range actors {
				later := 0
				for _, n := range actors {
					if n.LastUsed > name.LastUsed {
						later++
					}
				}
				if has := slices.Contains(r, other); has != (later < mostRecentActors) {
					t.Fatalf("%v, used before %d others, has a key: %v", other, later, has)
				}
			}
		}
	})
}
