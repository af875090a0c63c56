package reading

import (
	"testing"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/storetest"
)

// pale are the kinds of the marks that do not stand out.
func (r *reads) pale() map[store.Kind]int {
	counts := map[store.Kind]int{}
	for _, m := range r.view.reader.text.Marks() {
		if m.Dim {
			counts[r.view.inspector.KindOf(store.ID(m.ID))]++
		}
	}
	return counts
}

func TestAKindThatIsSwitchedOffIsPale(t *testing.T) {
	r := newSample(t)
	if got := r.pale(); len(got) != 0 {
		t.Fatalf("pale from the start: %v", got)
	}
	r.Choose("Marks: Mentions")
	if got := r.pale(); got[store.KindMention] == 0 || len(got) != 1 {
		t.Errorf("pale are %v", got)
	}
	r.Choose("Marks: Mentions")
	if got := r.pale(); len(got) != 0 {
		t.Errorf("switched on again, pale are %v", got)
	}
}

func TestMarksThatThePanelsFilterLeavesOutArePale(t *testing.T) {
	r := newSample(t)
	var actor store.ID
	for _, n := range r.view.Annotations() {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	r.view.FilterList()
	desktest.Find[*control.TypeAhead](t, r.view.panel.Object()).OnPick(r.Desk.NameItem(r.Names.Actor(actor)))
	for _, m := range r.view.reader.text.Marks() {
		for _, n := range r.view.Annotations() {
			if n.ID == store.ID(m.ID) && n.Kind == store.KindMention && m.Dim != (n.Actor != actor) {
				t.Errorf("the mention of %s is pale: %v", r.Names.Actor(n.Actor).Name, m.Dim)
			}
		}
	}
	r.view.FilterList()
	if got := r.pale(); len(got) != 0 {
		t.Errorf("without a filter pale are %v", got)
	}
}

func TestTheTipOfAMarkEndsWithTheNotesOnIt(t *testing.T) {
	r := newSample(t)
	id := store.ID(r.view.reader.text.Marks()[0].ID)
	before := r.view.reader.marks[textview.MarkID(id)].Tip
	r.do(t, storetest.Titled("Note"), func(b *store.Batch) error {
		return b.SetNote(store.EntityAnnotation, id, "Check against the minutes.")
	})
	want := before + "\n" + r.Names.Coder(r.Project.Coder().ID) + ": Check against the minutes."
	if got := r.view.reader.marks[textview.MarkID(id)].Tip; got != want || len(r.Names.Coders) < 2 {
		t.Errorf("the tip is %q, should be %q", got, want)
	}
}

func TestOneOfACrowdIsToldByWhoAndWhat(t *testing.T) {
	for tip, want := range map[string]string{
		"Maredon": "Maredon",
		"Joss Kaldor says\n▲ Open harbour\nrecorded by Ada": "Joss\u00a0Kaldor\u00a0says\u00a0· ▲\u00a0Open\u00a0harbour",
	} {
		if got := crowdLabel(tip); got != want {
			t.Errorf("%q is told as %q, want %q", tip, got, want)
		}
	}
}
