package inspector

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
)

// linkAll opens the page that links all places of Norvia.
func (a *side) linkAll(t *testing.T) *linkPage {
	t.Helper()
	a.ShowLink(store.Name{Name: "Norvia"}, false)
	p, ok := a.linking()
	if !ok {
		t.Fatal("nothing is being linked")
	}
	return p
}

func (a *side) mentions(actor store.ID) int {
	n := 0
	for _, m := range a.text.annotations {
		if m.Kind == store.KindMention && m.Actor == actor {
			n++
		}
	}
	return n
}

func TestAllPlacesOfASelectedNameAreLinkedAtOnce(t *testing.T) {
	a := newSide(t)
	p := a.linkAll(t)
	found := len(p.places.namings)
	if found < 2 || len(p.places.ticked()) != found || a.text.left.Objects[0] != p.places.content {
		t.Fatalf("%d found, %d ticked", found, len(p.places.ticked()))
	}
	p.link()
	if _, still := a.linking(); !still {
		t.Fatal("linked to nobody")
	}
	p.places.list.Focus()
	p.places.list.Select(1)
	place, chosen := a.ChosenPlace()
	if a.Toggle(place); !chosen || place != 1 {
		t.Errorf("chosen is place %d: %v", place, chosen)
	}
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	p.link()
	if _, still := a.linking(); still || len(a.text.left.Objects) != 0 {
		t.Error("the page is still open")
	}
	actor := a.Names.Called("the republic")
	if got := a.mentions(actor.ID); got != found-1 {
		t.Errorf("%d mentions of %q, should be %d", got, actor.Name, found-1)
	}
	if got := actor.Aliases; len(got) != 1 || got[0] != "Norvia" {
		t.Errorf("the actor's other names are %q, want the name that was linked", got)
	}
	a.undo(t)
	if got := a.mentions(actor.ID); got != 0 {
		t.Errorf("%d mentions after one undo", got)
	}
}

func TestPlacesInManyArticlesAreLinkedInBatchesOfOneAction(t *testing.T) {
	a := newSide(t)
	const articles = 3*store.MostRows + 1
	for i := range articles - 1 {
		a.AddArticle(t, store.Article{Title: fmt.Sprint("Harbour ", i)}, fmt.Sprintf("Norvia spoke on day %d, and Norvia was heard.", i))
	}
	a.ShowLink(store.Name{Name: "Norvia"}, true)
	p, _ := a.linking()
	places := len(p.places.ticked())
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	most, batches, changed := 0, 0, a.Desk.Changed
	a.Desk.Changed = func(e store.Event) {
		most, batches = max(most, len(e.Touched[store.EntityAnnotation])), batches+1
		changed(e)
	}
	p.link()
	if most == 0 || most > 2*store.MostRows || batches < articles/store.MostRows {
		t.Errorf("%d batches, of %d places at most", batches, most)
	}
	mentions := func() int {
		c, err := a.Project.Counts(t.Context())
		mustDo(t, err)
		return c.Mentions
	}
	if _, still := a.linking(); still || places < 2*(articles-1) || mentions() != places {
		t.Errorf("%d of %d places are linked; the page is open: %t", mentions(), places, still)
	}
	a.undo(t)
	if n := mentions(); n != 0 {
		t.Errorf("%d mentions after one undo", n)
	}
}

func TestWhereThereIsNoPlaceToLinkThatIsSaid(t *testing.T) {
	a := newSide(t)
	a.mention(t, "Mara Ellin")
	p := a.linkAll(t)
	p.Actor = names.Party{Actor: a.Names.Called("Mara Ellin").ID, Name: "Mara Ellin"}
	p.field.SetText("Nowhere")
	p.look()
	p.link()
	if _, still := a.linking(); !still || !strings.Contains(a.Told(), "no place to link") {
		t.Errorf("the page is open: %v; told is %q", still, a.Told())
	}
}

func TestAPlaceThatIsLinkedToAnotherActorIsNotTicked(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindMention, "Norvia")
	page.form.Actor = names.Party{Name: "Mara Ellin", New: store.ActorPerson}
	a.Save()
	p := a.linkAll(t)
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	p.look()
	if got, all := len(p.places.ticked()), len(p.places.namings); got != 1 || all != 2 {
		t.Errorf("%d of %d are ticked", got, all)
	}
}

func TestANameWithACommaIsOneName(t *testing.T) {
	a := newSide(t)
	a.Do(storetest.Titled("Add"), func(b *store.Batch) error {
		republic, err := b.AddActor(store.Actor{Name: "Norvia, Republic of", Kind: store.ActorState})
		if err != nil {
			return err
		}
		return b.AddAlias(republic.ID, "Norvia")
	}, func(err error) { a.Failed(err) })
	a.ShowLink(a.Names.Called("Norvia, Republic of"), true)
	p, _ := a.linking()
	if got, want := p.Names, "Norvia, Republic of\nNorvia"; got != want {
		t.Errorf("names are %q, should be %q", got, want)
	}
}

// What is listed is linked only as long as it is what the names ask for.
func TestOnlyWhatTheNamesFindIsLinked(t *testing.T) {
	a := newSide(t)
	p := a.linkAll(t)
	p.Actor = names.Party{Name: "The Republic", New: store.ActorState}
	var waiting func()
	a.Work.Later = func(_ time.Duration, f func()) func() { waiting = f; return func() {} }
	p.field.SetText("Nowhere at all")
	if !p.yes.Disabled() {
		t.Error("the button still offers to link what was found before")
	}
	p.link()
	if actor := a.Names.Called("The Republic"); actor.ID != (store.ID{}) {
		t.Fatal("linked what the names do not ask for")
	}
	waiting()
	if n := len(p.places.namings); n != 0 || p.looking {
		t.Errorf("%d places of a name that is nowhere", n)
	}
	p.field.SetText("Norvia")
	waiting()
	p.link()
	if a.mentions(a.Names.Called("The Republic").ID) == 0 {
		t.Error("nothing was linked")
	}
}

// An answer that comes after the page was left, or after another question, is of no
// use, and is not waited for.
func TestLookingIsGivenUpWithThePage(t *testing.T) {
	a := newSide(t)
	p := a.linkAll(t)
	var work []func()
	a.Work.Spawn = func(f func()) { work = append(work, f) }
	p.look()
	p.look()
	a.GiveUp()
	found := p.places.namings
	a.Work.Spawn = func(f func()) { f() }
	for _, f := range work {
		f()
	}
	if !p.looking || len(p.places.namings) != len(found) {
		t.Error("an answer that nobody waits for was shown")
	}
}

// Words within a mark name whom the mark links, and become a name of that actor.
func TestWordsWithinAMarkAreThoseOfItsActor(t *testing.T) {
	a := newSide(t)
	id := a.Names.Called("Mara Ellin").ID
	if id != (store.ID{}) {
		t.Fatal("she is known already")
	}
	a.mention(t, "the trade minister of Norvia")
	a.text.selection = a.words(t, "trade minister of Norvia")
	a.ShowLink(store.Name{Name: "Trade Minister"}, false)
	p, ok := a.linking()
	if !ok || p.Actor.Actor != a.Names.Called("Mara Ellin").ID || !p.guessed {
		t.Fatalf("the page is of %+v", p.Actor)
	}
	if got := p.newNames(); len(got) != 1 || got[0] != "Trade Minister" {
		t.Errorf("her new names are %q", got)
	}
}

func TestANewNameIsLinkedWithTheActorThatItIsTakenFor(t *testing.T) {
	a := newSide(t)
	a.text.selection = a.words(t, "Norvia")
	a.ShowLink(store.Name{Name: "Norvia"}, false)
	p, _ := a.linking()
	if p.Actor.Name != "Norvia" || p.Actor.New == "" || a.keyboard() != fyne.Focusable(p.who.Input()) {
		t.Fatalf("the page is of %+v, the keyboard in %T", p.Actor, a.keyboard())
	}
	found := len(p.places.ticked())
	p.who.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if made := a.Names.Called("Norvia"); found < 2 || a.mentions(made.ID) != found || made.Kind != p.Actor.New {
		t.Errorf("%d places were found, %d linked to %+v", found, a.mentions(made.ID), made)
	}
	if article, err := a.Project.Article(t.Context(), a.text.article.ID); err != nil || article.Status != store.StatusInProgress {
		t.Errorf("the article is %q, %v", article.Status, err)
	}
}

func TestSeveralPlacesAreLeftOutByOneKeyAndTakenInByAnother(t *testing.T) {
	a := newSide(t)
	p := a.linkAll(t)
	found := len(p.places.namings)
	if found < 2 {
		t.Fatalf("only %d places", found)
	}
	list := p.places.list
	list.Focus()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShift})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if n := len(p.places.ticked()); n != 0 || len(p.Ticks) != found {
		t.Errorf("%d places are still ticked, %d are kept as left out of %d", n, len(p.Ticks), found)
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	list.TypedShortcut(&fyne.ShortcutSelectAll{})
	place, _ := a.ChosenPlace()
	a.Toggle(place)
	if n := len(p.places.ticked()); n != found || len(p.Ticks) != 0 {
		t.Errorf("of %d places %d are ticked, %d are kept as turned over", found, n, len(p.Ticks))
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	place, _ = a.ChosenPlace()
	if a.Toggle(place); len(p.places.ticked()) != found-1 {
		t.Errorf("an arrow alone selects one place again: of %d there are %d", found, len(p.places.ticked()))
	}
}

func TestWhatIsAskedToBeLinkedBeforeItIsFoundIsLinkedWhenItIs(t *testing.T) {
	a := newSide(t)
	norvia := store.Actor{Name: "Norvia", Kind: store.ActorState}
	a.Write(t, func(b *store.Batch) (err error) {
		norvia, err = b.AddActor(norvia)
		return err
	})
	letGo := a.HoldBack()
	p := a.linkAll(t)
	p.link()
	if _, still := a.linking(); !still || a.mentions(norvia.ID) != 0 {
		t.Fatal("it is linked before it is found")
	}
	letGo()
	if _, still := a.linking(); still || a.mentions(norvia.ID) < 2 {
		t.Errorf("%d places are linked", a.mentions(norvia.ID))
	}
}

func TestWhatIsSaidOfPlacesStandsOverThem(t *testing.T) {
	a := newSide(t)
	l := a.linkAll(t).places
	l.content.Resize(fyne.NewSize(160, 400))
	for range 2 {
		for _, said := range []string{"One found.", "Of twenty-seven places that were found in all articles none is to be linked yet."} {
			l.say(said)
			needs := l.heading.HeightFor(l.heading.Size().Width)
			if from := l.list.Position().Y; from < needs || from > needs+20 {
				t.Errorf("%q is %v high, and the places begin at %v", said, needs, from)
			}
		}
	}
}
