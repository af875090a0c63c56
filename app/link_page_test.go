package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/inspector"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
)

// linking opens the page that links all places of a name.
func (a *App) linking(t *testing.T) *inspector.LinkPage {
	t.Helper()
	if !a.TypedLetter('L') {
		t.Fatal("L means nothing")
	}
	p, ok := a.articles.Inspector.Linking()
	if !ok {
		t.Fatal("nothing is being linked")
	}
	return p
}

func (a *App) mentions(actor store.ID) int {
	n := 0
	for _, m := range a.articles.Annotations() {
		if m.Kind == store.KindMention && m.Actor == actor {
			n++
		}
	}
	return n
}

func TestAllPlacesOfASelectedNameAreLinkedAtOnce(t *testing.T) {
	a := newHarbour(t)
	a.articles.Reader.View.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	found := len(p.Places.Namings)
	if found < 2 || len(p.Places.Ticked()) != found || a.articles.Left.Objects[0] != p.Places.Content {
		t.Fatalf("%d found, %d ticked", found, len(p.Places.Ticked()))
	}
	p.Link()
	if _, still := a.articles.Inspector.Linking(); !still {
		t.Fatal("linked to nobody")
	}
	p.Places.List.Focus()
	p.Places.List.Select(1)
	p.Places.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	p.Link()
	if _, still := a.articles.Inspector.Linking(); still || a.articles.Left.Objects[0] != a.articles.ListPane {
		t.Error("the page is still open")
	}
	actor := a.Names.Called("the republic")
	if got := a.mentions(actor.ID); got != found-1 {
		t.Errorf("%d mentions of %q, should be %d", got, actor.Name, found-1)
	}
	if got := actor.Aliases; len(got) != 1 || got[0] != "Norvia" {
		t.Errorf("the actor's other names are %q, want the name that was linked", got)
	}
	a.undo()
	if got := a.mentions(actor.ID); got != 0 {
		t.Errorf("%d mentions after one undo", got)
	}
}

func TestAllPlacesOfAnActorAreFoundByAllItsNamesInAllArticles(t *testing.T) {
	a := newSampleApp(t)
	var actor store.ID
	for _, n := range a.articles.Annotations() {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	before := a.articles.Article().ID
	a.GoTo(desk.Place{Entity: store.EntityActor, ID: actor})
	a.choose("Link All Places of the Actor…")
	p, ok := a.articles.Inspector.Linking()
	if !ok || !p.Whole || p.Actor.Actor != actor || a.current != desk.View(a.articles) {
		t.Fatalf("linking: %v", ok)
	}
	for i, n := range p.Places.Namings {
		if n.Links == actor {
			t.Errorf("%q is linked already and listed", n.Words)
		}
		if n.Article != before {
			p.Places.Show(i)
			break
		}
	}
	if _, still := a.articles.Inspector.Linking(); !still {
		t.Error("showing a place in another article ends the linking")
	}
	a.current.(desk.Editor).GiveUp()
	if _, still := a.articles.Inspector.Linking(); still {
		t.Error("Esc does not end the linking")
	}
}

func TestAPlaceThatIsLinkedToAnotherActorIsNotTicked(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindMention, "Norvia")
	page.Form.Actor = names.Party{Name: "Mara Ellin", New: store.ActorPerson}
	a.current.(desk.Editor).Save()
	a.articles.Reader.View.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	p.Look()
	if got, all := len(p.Places.Ticked()), len(p.Places.Namings); got != 1 || all != 2 {
		t.Errorf("%d of %d are ticked", got, all)
	}
}

func TestANameWithACommaIsOneName(t *testing.T) {
	a := newHarbour(t)
	a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		republic, err := b.AddActor(store.Actor{Name: "Norvia, Republic of", Kind: store.ActorState})
		if err != nil {
			return err
		}
		return b.AddAlias(republic.ID, "Norvia")
	}, func(err error) { a.Failed(err) })
	a.articles.Inspector.ShowLink(a.Names.Called("Norvia, Republic of"), true)
	p, _ := a.articles.Inspector.Linking()
	if got, want := p.Names, "Norvia, Republic of\nNorvia"; got != want {
		t.Errorf("names are %q, should be %q", got, want)
	}
}

// What is listed is linked only as long as it is what the names ask for.
func TestOnlyWhatTheNamesFindIsLinked(t *testing.T) {
	a := newHarbour(t)
	a.articles.Reader.View.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	var waiting func()
	a.Work.Later = func(_ time.Duration, f func()) func() { waiting = f; return func() {} }
	p.Field.SetText("Nowhere at all")
	if !p.Yes.Disabled() {
		t.Error("the button still offers to link what was found before")
	}
	p.Link()
	if actor := a.Names.Called("The Republic"); actor.ID != (store.ID{}) {
		t.Fatal("linked what the names do not ask for")
	}
	waiting()
	if n := len(p.Places.Namings); n != 0 || p.Looking {
		t.Errorf("%d places of a name that is nowhere", n)
	}
	p.Field.SetText("Norvia")
	waiting()
	p.Link()
	if a.mentions(a.Names.Called("The Republic").ID) == 0 {
		t.Error("nothing was linked")
	}
}

// An answer that comes after the page was left, or after another question, is of no
// use, and is not waited for.
func TestLookingIsGivenUpWithThePage(t *testing.T) {
	a := newHarbour(t)
	a.articles.Reader.View.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	var work []func()
	a.Work.Spawn = func(f func()) { work = append(work, f) }
	p.Look()
	p.Look()
	a.current.(desk.Editor).GiveUp()
	found := p.Places.Namings
	a.Work.Spawn = func(f func()) { f() }
	for _, f := range work {
		f()
	}
	if !p.Looking || len(p.Places.Namings) != len(found) {
		t.Error("an answer that nobody waits for was shown")
	}
}
