package app

import (
	"testing"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/reading"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/storetest"
)

// pale are the kinds of the marks that do not stand out.
func (a *App) pale(t *testing.T) map[store.Kind]int {
	t.Helper()
	counts := map[store.Kind]int{}
	for _, m := range a.articles.Reader.View.Marks() {
		if m.Dim {
			counts[a.articles.Inspector.KindOf(store.ID(m.ID))]++
		}
	}
	return counts
}

func TestAKindThatIsSwitchedOffIsPale(t *testing.T) {
	a := newSampleApp(t)
	if got := a.pale(t); len(got) != 0 {
		t.Fatalf("pale from the start: %v", got)
	}
	a.articles.ToggleKind(store.KindMention)()
	if got := a.pale(t); got[store.KindMention] == 0 || len(got) != 1 {
		t.Errorf("pale are %v", got)
	}
	a.articles.ToggleKind(store.KindMention)()
	if got := a.pale(t); len(got) != 0 {
		t.Errorf("switched on again, pale are %v", got)
	}
}

func TestMarksThatThePanelsFilterLeavesOutArePale(t *testing.T) {
	a := newSampleApp(t)
	var actor store.ID
	for _, n := range a.articles.Annotations() {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	a.choose("Filter the List")
	desktest.Find[*control.TypeAhead](t, a.articles.Panel.Object()).OnPick(desk.NameItem(a.Names.Actor(actor)))
	for _, m := range a.articles.Reader.View.Marks() {
		for _, n := range a.articles.Annotations() {
			if n.ID == store.ID(m.ID) && n.Kind == store.KindMention && m.Dim != (n.Actor != actor) {
				t.Errorf("the mention of %s is pale: %v", a.Names.Actor(n.Actor).Name, m.Dim)
			}
		}
	}
	a.choose("Filter the List")
	if got := a.pale(t); len(got) != 0 {
		t.Errorf("without a filter pale are %v", got)
	}
}

func TestTheTipOfAMarkEndsWithTheNotesOnIt(t *testing.T) {
	a := newSampleApp(t)
	id := store.ID(a.articles.Reader.View.Marks()[0].ID)
	before := a.articles.Reader.Marks[textview.MarkID(id)].Tip
	a.Do(storetest.Titled("Note"), func(b *store.Batch) error {
		return b.SetNote(store.EntityAnnotation, id, "Check against the minutes.")
	}, func(err error) { a.Failed(err) })
	want := before + "\n" + a.Names.Coder(a.Project.Coder().ID) + ": Check against the minutes."
	if got := a.articles.Reader.Marks[textview.MarkID(id)].Tip; got != want || len(a.Names.Coders) < 2 {
		t.Errorf("the tip is %q, should be %q", got, want)
	}
}

func TestOneOfACrowdIsToldByWhoAndWhat(t *testing.T) {
	for tip, want := range map[string]string{
		"Maredon": "Maredon",
		"Joss Kaldor says\n▲ Open harbour\nrecorded by Ada": "Joss\u00a0Kaldor\u00a0says\u00a0· ▲\u00a0Open\u00a0harbour",
	} {
		if got := reading.CrowdLabel(tip); got != want {
			t.Errorf("%q is told as %q, want %q", tip, got, want)
		}
	}
}
