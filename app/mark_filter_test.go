package app

import (
	"testing"

	"standpoint/store"
)

// pale are the kinds of the marks that do not stand out.
func (a *App) pale(t *testing.T) map[store.Kind]int {
	t.Helper()
	counts := map[store.Kind]int{}
	for _, m := range a.articles.reader.view.Marks() {
		if m.Dim {
			counts[a.articles.kindOf(store.ID(m.ID))]++
		}
	}
	return counts
}

func TestAKindThatIsSwitchedOffIsPale(t *testing.T) {
	a := newSampleApp(t)
	if got := a.pale(t); len(got) != 0 {
		t.Fatalf("pale from the start: %v", got)
	}
	a.articles.toggleKind(store.KindMention)()
	if got := a.pale(t); got[store.KindMention] == 0 || len(got) != 1 {
		t.Errorf("pale are %v", got)
	}
	a.articles.toggleKind(store.KindMention)()
	if got := a.pale(t); len(got) != 0 {
		t.Errorf("switched on again, pale are %v", got)
	}
}

func TestMarksThatThePanelsFilterLeavesOutArePale(t *testing.T) {
	a := newSampleApp(t)
	var actor store.ID
	for _, n := range a.articles.annotations {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	a.articles.panel.filters.filter.actor = actor
	a.articles.panel.filters.apply()
	for _, m := range a.articles.reader.view.Marks() {
		for _, n := range a.articles.annotations {
			if n.ID == store.ID(m.ID) && n.Kind == store.KindMention && m.Dim != (n.Actor != actor) {
				t.Errorf("the mention of %s is pale: %v", a.names.actor(n.Actor).Name, m.Dim)
			}
		}
	}
	a.articles.panel.filters.clear()
	if got := a.pale(t); len(got) != 0 {
		t.Errorf("without a filter pale are %v", got)
	}
}
