package app

import (
	"testing"

	"standpoint/app/panel"
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
	a.articles.Panel.Filters.Filter.Actor = actor
	a.articles.Panel.Filters.Apply()
	for _, m := range a.articles.Reader.View.Marks() {
		for _, n := range a.articles.Annotations() {
			if n.ID == store.ID(m.ID) && n.Kind == store.KindMention && m.Dim != (n.Actor != actor) {
				t.Errorf("the mention of %s is pale: %v", a.Names.Actor(n.Actor).Name, m.Dim)
			}
		}
	}
	a.articles.Panel.Filters.Clear()
	if got := a.pale(t); len(got) != 0 {
		t.Errorf("without a filter pale are %v", got)
	}
}

func TestMarksOfOtherTagsAndCodersArePale(t *testing.T) {
	tag, ada, ben := store.NewID(), store.NewID(), store.NewID()
	tagged := store.Annotation{Kind: store.KindStatement, Tags: []store.ID{tag}, Coder: ada}
	plain := store.Annotation{Kind: store.KindStatement, Coder: ben}
	position := store.Annotation{Kind: store.KindPosition, Coder: ada}
	of := func(f panel.Filter) panel.MarkFilter { return panel.MarkFilter{Filter: f} }
	for name, tt := range map[string]struct {
		filter    panel.MarkFilter
		a         store.Annotation
		positions []store.Annotation
		want      bool
	}{
		"its tag":            {of(panel.Filter{Tag: tag}), tagged, nil, true},
		"another's tag":      {of(panel.Filter{Tag: tag}), plain, nil, false},
		"its position's tag": {of(panel.Filter{Tag: tag}), plain, []store.Annotation{tagged}, true},
		"its coder":          {of(panel.Filter{Coder: ada}), tagged, nil, true},
		"another coder":      {of(panel.Filter{Coder: ada}), plain, nil, false},
		"its position's":     {of(panel.Filter{Coder: ada}), plain, []store.Annotation{position}, true},
		"tag, but not coder": {of(panel.Filter{Tag: tag, Coder: ben}), tagged, nil, false},
		"nothing asked for":  {of(panel.Filter{}), plain, nil, true},
	} {
		if got := tt.filter.Shows(tt.a, tt.positions); got != tt.want {
			t.Errorf("%s: stands out is %v", name, got)
		}
	}
}

func TestACoderIsAskedForOnlyWhereThereAreSeveral(t *testing.T) {
	a := newSampleApp(t)
	filters := a.articles.Panel.Filters
	for coders, want := range map[int]bool{1: false, 2: true} {
		filters.Named(coders)
		if filters.Coder.Visible() != want {
			t.Errorf("with %d coders one is asked for: %v", coders, filters.Coder.Visible())
		}
	}
	before := len(a.CoderItems(""))
	a.Do(storetest.Titled("Add coder"), func(b *store.Batch) error {
		_, err := b.AddCoder(store.Coder{Name: "Ben"})
		return err
	}, func(err error) { a.Failed(err) })
	if got := len(a.CoderItems("")); got != before+1 {
		t.Errorf("%d coders are offered after one more came to %d", got, before)
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
