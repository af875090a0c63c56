package inspector

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/names"
	"standpoint/store"
)

// linkingFilledIn is the page that links all places, with something of everything filled in.
func linkingFilledIn(t *testing.T, a *side) *linkPage {
	t.Helper()
	p := a.linkAll(t)
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	p.MatchCase, p.Endings, p.Whole = false, true, true
	p.field.SetText("norvia\nMeridian")
	p.look()
	if len(p.places.namings) < 3 || len(p.places.ticked()) != len(p.places.namings) {
		t.Fatalf("%d found, %d ticked", len(p.places.namings), len(p.places.ticked()))
	}
	a.Toggle(1)
	return p
}

// takeUpLink goes on with the one linking that was left unfinished.
func (a *side) takeUpLink(t *testing.T) *linkPage {
	t.Helper()
	cards := a.draftCards()
	if _, open := a.linking(); open || len(cards) != 1 {
		t.Fatalf("a linking is open: %v; %d drafts are offered", open, len(cards))
	}
	cards[0].OnTapped()
	p, ok := a.linking()
	if !ok {
		t.Fatal("the draft is not open")
	}
	return p
}

func TestLinkAllThatWasPutAsideIsThereWhenTheProjectIsOpenedAgain(t *testing.T) {
	a := newSide(t)
	p := linkingFilledIn(t, a)
	found, left := len(p.places.namings), p.places.namings[1]
	a.GiveUp()
	a.startAgain(t)
	again := a.takeUpLink(t)
	if !again.Same(p.LinkAll) {
		t.Errorf("it came back as %+v, want %+v", again.LinkAll, p.LinkAll)
	}
	if n := len(again.places.namings); n != found || len(again.places.ticked()) != found-1 || a.text.left.Objects[0] != again.places.content {
		t.Fatalf("%d places are listed, %d ticked; want %d and one less", n, len(again.places.ticked()), found)
	}
	for _, n := range again.places.ticked() {
		if n.Span == left.Span {
			t.Errorf("%q, which was left out, is ticked", n.Words)
		}
	}
	again.link()
	if got := a.mentions(a.Names.Called("The Republic").ID); got != found-1 {
		t.Errorf("%d places are linked, want %d", got, found-1)
	}
	kept, err := a.Project.Drafts(t.Context(), a.text.article.ID)
	if err != nil || len(kept) != 0 || len(a.draftCards()) != 0 {
		t.Errorf("linked, and %d drafts are kept, %d offered, %v", len(kept), len(a.draftCards()), err)
	}
}

func TestEveryWayOfLeavingLinkAllKeepsIt(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, a *side, other store.ID){
		"beginning a form":     func(t *testing.T, a *side, _ store.ID) { a.begin(t, store.KindHighlight, "Meridian") },
		"picking another mark": func(_ *testing.T, a *side, other store.ID) { a.Inspector.Show(other) },
		"the details":          func(_ *testing.T, a *side, _ store.ID) { a.ShowDetails() },
		"Esc":                  func(_ *testing.T, a *side, _ store.ID) { a.GiveUp() },
		"another article": func(t *testing.T, a *side, _ store.ID) {
			a.open(t, a.AddArticle(t, store.Article{Title: "The day after"}, "Nothing new.").ID)
		},
		"closing the project": func(*testing.T, *side, store.ID) {},
	} {
		t.Run(name, func(t *testing.T) {
			a := newSide(t)
			a.mention(t, "Mara Ellin")
			other := a.text.annotations[0].ID
			a.Desk.Work.Later = never // so that it is the leaving that keeps it
			article := a.text.article.ID
			want := linkingFilledIn(t, a).LinkAll
			leave(t, a, other)
			a.startAgain(t)
			a.open(t, article)
			if p := a.takeUpLink(t); !p.Same(want) {
				t.Errorf("it came back as %+v, want %+v", p.LinkAll, want)
			}
		})
	}
}

func TestWhatIsTypedForTheActorOfLinkAllAndNotPickedIsKept(t *testing.T) {
	a := newSide(t)
	a.mention(t, "Mara Ellin")
	p := a.linkAll(t)
	p.Actor = names.Party{Actor: a.Names.Called("Mara Ellin").ID, Name: "Mara Ellin"}
	test.Type(p.who.Input(), "repu")
	p.link()
	a.GiveUp()
	a.startAgain(t)
	again := a.takeUpLink(t)
	if again.who.Pending() != "repu" || !again.Actor.IsZero() {
		t.Errorf("%q is typed, and %q picked", again.who.Pending(), again.Actor.Name)
	}
	again.link()
	if n := a.mentions(a.Names.Called("Mara Ellin").ID); n != 1 {
		t.Errorf("%d places are linked to somebody who was not picked", n-1)
	}
}

func TestEachLinkAllThatIsPutAsideIsKeptByItself(t *testing.T) {
	a := newSide(t)
	linkingFilledIn(t, a)
	a.GiveUp()
	linkingFilledIn(t, a).field.SetText("Mara Ellin")
	a.GiveUp()
	a.startAgain(t)
	cards := a.draftCards()
	if len(cards) != 2 {
		t.Fatalf("%d drafts are offered", len(cards))
	}
	cards[0].OnTapped()
	if p, ok := a.linking(); !ok || p.Names != "Mara Ellin" {
		t.Error("the newest is not the first")
	}
}

// A place whose tick is as it was, and names that are as they were, are nothing that was filled in.
func TestLinkAllAsItWasOpenedLeavesNothing(t *testing.T) {
	a := newSide(t)
	p := a.linkAll(t)
	a.Toggle(0)
	a.Toggle(0)
	p.field.SetText(p.Names + "x")
	p.field.SetText("Norvia")
	a.GiveUp()
	a.startAgain(t)
	if kept, err := a.Project.Drafts(t.Context(), a.text.article.ID); err != nil || len(kept) != 0 || len(a.draftCards()) != 0 {
		t.Errorf("%d are kept and %d offered, %v", len(kept), len(a.draftCards()), err)
	}
}

func TestAnActorThatWasDeletedSinceIsAskedForAgain(t *testing.T) {
	a := newSide(t)
	a.mention(t, "Mara Ellin")
	ellin := a.Names.Called("Mara Ellin").ID
	p := linkingFilledIn(t, a)
	p.Actor = names.Party{Actor: ellin, Name: "Mara Ellin"}
	a.touched()
	a.GiveUp()
	_, err := a.Project.Do(t.Context(), store.Title{Code: store.TitleDeleteActor}, func(b *store.Batch) error {
		return b.Delete(store.EntityActor, ellin)
	})
	if err != nil {
		t.Fatal(err)
	}
	a.startAgain(t)
	if p := a.takeUpLink(t); !p.Actor.IsZero() || p.Names != "norvia\nMeridian" {
		t.Errorf("it came back as %+v", p.LinkAll)
	}
}
