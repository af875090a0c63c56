package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// catchUpHoldings checks that the positions after events are those that are read anew.
func (w *world) catchUpHoldings() {
	ctx := context.Background()
	got, err := w.p.HoldingsAfter(ctx, w.holdings, w.events)
	if err != nil {
		w.t.Fatal(err)
	}
	want, err := w.p.Holdings(ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	if !reflect.DeepEqual(want, got) {
		w.t.Fatalf("after %d events (-anew +after):\n%s", len(w.events), cmp.Diff(want, got,
			cmp.AllowUnexported(store.Holdings{}, store.HeldPosition{})))
	}
	w.holdings = got
}

// recoder renames the coder, or joins two, or makes another one.
func (w *world) recoder() {
	list, err := w.p.Coders(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	one, other := rapid.SampledFrom(list).Draw(w.t, "coder").ID, rapid.SampledFrom(list).Draw(w.t, "other coder").ID
	if rapid.Bool().Draw(w.t, "another one") {
		if err := w.p.UseCoder(context.Background(), fmt.Sprint("Coder ", w.steps%3)); err != nil {
			w.t.Fatal(err)
		}
		return
	}
	w.do(func(b *store.Batch) error { return b.Merge(store.EntityCoder, one, other) })
}

// affiliate says anew for whom an actor speaks.
func (w *world) affiliate() {
	actor, of := w.one(w.actors, "member"), w.one(w.actors, "organisation")
	from := rapid.SampledFrom([]store.Date{"", "2031", "2033"}).Draw(w.t, "from")
	w.do(func(b *store.Batch) error {
		if rapid.Bool().Draw(w.t, "leaves") {
			return b.SetAffiliations(actor, nil)
		}
		return b.SetAffiliations(actor, []store.Affiliation{{Organisation: of, From: from}})
	})
}

// hold records a position of one actor by the word of another.
func (w *world) hold() {
	article, speaker, holder := w.one(w.articles, "article"), w.one(w.actors, "speaker"), w.one(w.actors, "holder")
	issue := w.one(w.issues, "issue")
	act := rapid.SampledFrom([]store.Act{store.ActSays, store.ActDenies}).Draw(w.t, "act")
	w.do(func(b *store.Batch) error {
		anchor, err := w.anchor(b, article)
		if err != nil {
			return err
		}
		statement, err := b.AddAnnotation(store.Annotation{
			Article: article, Kind: store.KindStatement, Anchor: anchor, Act: act,
			Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: speaker}},
		})
		if err != nil {
			return err
		}
		position, err := b.AddAnnotation(store.Annotation{
			Article: article, Kind: store.KindPosition, Statement: statement.ID, Target: store.Target{Issue: issue}, Stance: store.StanceOppose,
			Participants: []store.Participant{{Role: store.RoleHolder, Actor: holder}},
		})
		w.annotations = append(w.annotations, statement.ID, position.ID)
		return err
	})
}

// Whatever is done in a copy, or comes from another one, is taken back or purged: what is read again after it gives the same as all that
// is read anew, and what was read before stays as it was.
func TestPositionsAfterEventsAreThoseThatAreReadAnew(t *testing.T) {
	store.Fewer(t, 50)
	folder := t.TempDir()
	made := 0
	rapid.Check(t, func(rt *rapid.T) {
		made++
		replicas := newReplicas(rt, filepath.Join(folder, fmt.Sprint(made)))
		for range rapid.IntRange(3, 15).Draw(rt, "steps") {
			r := rapid.SampledFrom(replicas).Draw(rt, "replica")
			if rapid.IntRange(0, 5).Draw(rt, "merges") == 0 {
				r.merge(rapid.SampledFrom(replicas).Draw(rt, "other"))
			} else {
				rapid.SampledFrom([]func(){
					r.annotate, r.hold, r.hold, r.addNames, r.addArticle, r.edit, r.edit, r.remove, r.remove, r.tryBack, r.purge, r.takeBackMerge,
					r.recoder, r.affiliate,
				}).Draw(rt, "action")()
			}
			if rapid.IntRange(0, 2).Draw(rt, "looks") > 0 {
				before := r.holdings
				was := fmt.Sprintf("%+v", before)
				r.catchUpHoldings()
				if r.events = nil; before != nil && fmt.Sprintf("%+v", before) != was {
					rt.Fatal("what was read before is another now")
				}
			}
		}
	})
}

// After one annotation only what stands in its article is read, however large the project is.
func TestAfterOneAnnotationOnlyThePositionsOfItsArticleAreRead(t *testing.T) {
	p := newProject(t)
	filled, err := storetest.Fill(t.Context(), p, storetest.Size{Articles: 40, Annotations: 2_000, Actors: 50, Issues: 10})
	if err != nil {
		t.Fatal(err)
	}
	var events []store.Event
	p.Subscribe(func(e store.Event) { events = append(events, e) })
	before, err := p.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	do(t, p, "Record", func(b *store.Batch) error {
		article, err := b.Article(filled.Articles[7])
		if err != nil {
			return err
		}
		anchor, err := store.AnchorOn(b, article, text.Span{Start: 0, End: 5})
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{
			Article: article.ID, Kind: store.KindPosition, Anchor: anchor,
			Target: store.Target{Issue: filled.Issues[0]}, Participants: []store.Participant{{Role: store.RoleHolder, Actor: filled.Actors[0]}},
		})
		return err
	})
	walks := 0
	rows := func(fn func() error) (n int) {
		t.Helper()
		p.Watch(func(query string, _ []any, rows int) {
			n += rows
			if strings.Contains(query, "NOT INDEXED") {
				walks++
			}
		})
		defer p.Watch(nil)
		if err := fn(); err != nil {
			t.Fatal(err)
		}
		return n
	}
	var after *store.Holdings
	again := rows(func() (err error) {
		after, err = p.HoldingsAfter(t.Context(), before, events)
		return err
	})
	if walks > 0 {
		t.Errorf("%d queries walk over all annotations", walks)
	}
	all := rows(func() error {
		_, err := p.Holdings(t.Context())
		return err
	})
	here := 0
	for _, position := range after.Positions {
		if position.Article == filled.Articles[7] {
			here++
		}
	}
	if len(after.Positions) != len(before.Positions)+1 || here < 10 {
		t.Fatalf("%d positions, %d before; %d here", len(after.Positions), len(before.Positions), here)
	}
	if again > 2*here+10 || all < 4*again || walks == 0 {
		t.Errorf("%d rows of %d are read again, with %d positions in the article", again, all, here)
	}
	if none := rows(func() error {
		_, err := p.HoldingsAfter(t.Context(), after, nil)
		return err
	}); none > 0 {
		t.Errorf("%d rows are read after nothing", none)
	}
}

// Whose word a position is, who recorded it and whether its change is explained depend on more than what stands in its article.
func TestPositionsAreToldAnewWhereWhatIsElsewhereChanges(t *testing.T) {
	s := newTurn(t, newScene(t))
	w := &world{p: s.Project}
	w.follow()
	read := func() *store.Holdings {
		t.Helper()
		h, err := s.HoldingsAfter(t.Context(), w.holdings, w.events)
		must(t, err)
		anew, err := s.Holdings(t.Context())
		must(t, err)
		if !reflect.DeepEqual(anew, h) {
			t.Fatalf("(-anew +after):\n%s", cmp.Diff(anew, h, cmp.AllowUnexported(store.Holdings{}, store.HeldPosition{})))
		}
		w.holdings, w.events = h, nil
		return h
	}
	var told store.Annotation
	do(t, s.Project, "Record", func(b *store.Batch) (err error) {
		told, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindPosition, Statement: s.statement.ID, Target: store.Target{Issue: s.ceasefire.ID},
			Participants: []store.Participant{{Role: store.RoleHolder, Actor: s.wire.ID}},
		})
		return err
	})
	of := func(h *store.Holdings) store.HeldPosition {
		return h.Positions[slices.IndexFunc(h.Positions, func(p store.HeldPosition) bool { return p.ID == told.ID })]
	}
	first := read()
	if !of(first).Holders[0].Told {
		t.Fatal("it is not said to be somebody else's word")
	}
	do(t, s.Project, "Affiliate", func(b *store.Batch) error {
		return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.wire.ID}})
	})
	if h := read(); of(h).Holders[0].Told || !of(first).Holders[0].Told {
		t.Error("the speaker speaks for the holder now, and did not when it was read before")
	}
	ada := s.Coder()
	must(t, s.UseCoder(t.Context(), "Ben"))
	s.explain(t, "It rained.")
	if h := read(); !h.IsExplained(s.earlier.ID, s.later.ID) || first.IsExplained(s.earlier.ID, s.later.ID) {
		t.Error("the change is explained now, and was not before")
	}
	do(t, s.Project, "Take over", func(b *store.Batch) error { return b.Merge(store.EntityCoder, ada.ID, s.Coder().ID) })
	if h := read(); of(h).Coder == ada.ID || of(first).Coder != ada.ID {
		t.Error("another coder stands for the one who recorded it now")
	}
}
