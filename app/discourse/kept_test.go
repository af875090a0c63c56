package discourse_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/discourse"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestAFilterIsKeptAndReadAgainWithWhatStandsForItsNamesNow(t *testing.T) {
	p := storetest.NewProject(t, "Ada")
	var arland, bragov store.Actor
	_, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) (err error) {
		if arland, err = b.AddActor(store.Actor{Name: "Arland"}); err != nil {
			return err
		}
		bragov, err = b.AddActor(store.Actor{Name: "Bragov"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	gone := store.NewID()
	f := discourse.Filter{
		From: "2031", To: "2031-05", Outlets: []string{"Wire", ""}, Actors: []store.ID{arland.ID, gone},
		Kinds: []store.ActorKind{store.ActorState}, Issues: []store.ID{gone}, Tags: []store.ID{gone}, Coders: []store.ID{gone},
		Statuses:    []store.Status{store.StatusUnread, store.StatusCoded},
		AccordingTo: discourse.AccordingToNo, Conditional: discourse.ConditionalHalf, Duplicates: discourse.DuplicatesWeek,
		Level: discourse.LevelAffiliation,
	}
	read := func(filter string) (discourse.Filter, error) {
		return discourse.ReadKept(t.Context(), p, store.SavedFilter{Name: "Spring", Filter: filter})
	}
	if got, err := read(f.Kept()); err != nil || cmp.Diff(f, got) != "" {
		t.Errorf("%v, it is\n%s", err, cmp.Diff(f, got))
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Join"), func(b *store.Batch) error {
		return b.Merge(store.EntityActor, arland.ID, bragov.ID)
	}); err != nil {
		t.Fatal(err)
	}
	if got, err := read(f.Kept()); err != nil || got.Actors[0] != bragov.ID || got.Actors[1] != gone {
		t.Errorf("of joined actors it asks %v, %v", got.Actors, err)
	}
	usual := discourse.Filter{
		AccordingTo: discourse.AccordingToYes, Conditional: discourse.ConditionalWhole, Duplicates: discourse.DuplicatesAll,
		Level: discourse.LevelRecorded,
	}
	if got := usual.Kept(); got != "{}" {
		t.Errorf("what asks nothing is kept as %s", got)
	}
	for _, unknown := range []string{
		`{"weather":"fair"}`, `{"from":"soon"}`, `{"statuses":["burnt"]}`, `{"kinds":["ship"]}`, `{"according_to":"perhaps"}`,
		`{"conditional":"twice"}`, `{"duplicates":"hour"}`, `{"level":"sea"}`, `{"actors":["nobody"]}`, `{} {}`, `[]`, ``,
	} {
		if _, err := read(unknown); err == nil || !strings.Contains(err.Error(), "The filter “Spring” is not readable") {
			t.Errorf("%s: %v", unknown, err)
		}
	}
}

func TestOfWhatOneActorSaysAgainWithTheSameStanceTheEarliestCounts(t *testing.T) {
	holder, issue, article := store.ID{1}, store.ID{2}, store.ID{3}
	h := &store.Holdings{Articles: map[store.ID]store.HeldIn{}}
	for i, at := range []struct {
		date    store.Date
		stance  store.Stance
		article store.ID
	}{
		{"2031-03-03", store.StanceSupport, article},
		{"2031-03-03", store.StanceSupport, store.ID{4}},
		{"2031-03-05", store.StanceSupport, article},
		{"2031-03-05", store.StanceOppose, article},
		{"2031-03-20", store.StanceSupport, store.ID{4}},
		{"2032-01-01", store.StanceSupport, article},
		{"", store.StanceSupport, article},
	} {
		h.Positions = append(h.Positions, store.HeldPosition{
			ID: store.ID{9, byte(i)}, Article: at.article, Issue: issue, Holders: []store.Holder{{Actor: holder}}, Stance: at.stance, Date: at.date,
		})
	}
	for d, want := range map[discourse.Duplicates]int{
		"": 7, discourse.DuplicatesAll: 7, discourse.DuplicatesArticle: 3, discourse.DuplicatesDay: 6, discourse.DuplicatesWeek: 5,
		discourse.DuplicatesMonth: 4, discourse.DuplicatesYear: 4,
	} {
		rows := discourse.Filter{Duplicates: d}.Select(h)
		if len(rows.List) != want || rows.List[0].Position.ID != h.Positions[0].ID {
			t.Errorf("within %q %d positions count, want %d", d, len(rows.List), want)
		}
	}
}
