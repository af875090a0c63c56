package names

import (
	"context"
	"testing"

	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// rivals are actors of one name; with what is known of each, something tells it from the others.
type rivals struct {
	*store.Project
	Names
	t   *testing.T
	ids []store.ID
}

func newRivals(t *testing.T, actors ...store.Actor) *rivals {
	r := &rivals{Project: storetest.NewProject(t, "Ada"), t: t}
	r.write(func(b *store.Batch) error {
		for _, a := range actors {
			added, err := b.AddActor(a)
			if err != nil {
				return err
			}
			r.ids = append(r.ids, added.ID)
		}
		return nil
	})
	var err error
	if r.Names, err = Load(t.Context(), r.Project); err != nil {
		t.Fatal(err)
	}
	return r
}

// write writes, and brings the names up to date as the window does.
func (r *rivals) write(fn func(b *store.Batch) error) {
	r.t.Helper()
	var events []store.Event
	defer r.Subscribe(func(e store.Event) { events = append(events, e) })()
	if _, err := r.Do(context.Background(), storetest.Titled("Test"), fn); err != nil {
		r.t.Fatal(err)
	}
	for _, e := range events {
		if r.Names.Actors == nil || len(e.Named) == 0 && !r.Concerned(e) {
			continue
		}
		renewed, err := r.After(context.Background(), r.Project, e)
		if err != nil {
			r.t.Fatal(err)
		}
		r.Names = renewed
	}
}

func (r *rivals) want(told ...string) {
	r.t.Helper()
	for i, want := range told {
		if got := r.Apart(r.ids[i]); got != want {
			r.t.Errorf("number %d is told apart by %q, want %q", i+1, got, want)
		}
	}
}

func TestOnlyActorsOfOneNameAreToldApart(t *testing.T) {
	brandt := store.Actor{Name: "Odile Brandt", Kind: store.ActorPerson}
	skipper, judge, venn := brandt, brandt, brandt
	skipper.Description = "Skipper of the Annelie, whose family has worked the canal for four generations."
	judge.Description = "A judge."
	venn.Name = "Orla Venn"
	venn.Description = "A judge."
	r := newRivals(t, skipper, judge, venn)
	r.want("Skipper of the Annelie, whose family has…", "A judge.", "")
	r.write(func(b *store.Batch) error {
		return b.UpdateActor(r.ids[1], func(a *store.Actor) { a.Name = "Odile Brand" })
	})
	r.want("", "", "")
	r.write(func(b *store.Batch) error {
		return b.UpdateActor(r.ids[2], func(a *store.Actor) { a.Name = "Odile Brand" })
	})
	r.want("", "1", "2") // both are described as a judge
}

func TestNamesakesAreToldApartByWhatIsKnownOfThemNow(t *testing.T) {
	if err := words.Speak(assets.Translations, "en"); err != nil {
		t.Fatal(err)
	}
	brandt := store.Actor{Name: "Odile Brandt", Kind: store.ActorPerson}
	r := newRivals(t, brandt, brandt, brandt, store.Actor{Name: "Norvia", Kind: store.ActorState})
	r.want("1", "2", "3", "")
	r.write(func(b *store.Batch) error {
		article, err := b.AddArticle(store.Article{Title: "Toll talks", Published: "2031-03-04"}, "Odile Brandt came.")
		if err != nil {
			return err
		}
		body, err := b.Body(article.Body)
		if err != nil {
			return err
		}
		anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: 12})
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindMention, Actor: r.ids[2], Anchor: anchor})
		return err
	})
	r.write(func(b *store.Batch) error {
		return b.SetAffiliations(r.ids[0], []store.Affiliation{{Organisation: r.ids[3], Role: "judge"}})
	})
	r.want("judge of Norvia", "2", "“Toll\u00a0talks”\u00a0· 4\u00a0March\u00a02031", "")
}
