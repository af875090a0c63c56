package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store"
)

// linking opens the page that links all places of a name.
func (a *App) linking(t *testing.T) *linkPage {
	t.Helper()
	if !a.typedLetter('L') {
		t.Fatal("L means nothing")
	}
	p, ok := a.articles.inspector.linking()
	if !ok {
		t.Fatal("nothing is being linked")
	}
	return p
}

func (a *App) mentions(actor store.ID) int {
	n := 0
	for _, m := range a.articles.annotations {
		if m.Kind == store.KindMention && m.Actor == actor {
			n++
		}
	}
	return n
}

func TestAllPlacesOfASelectedNameAreLinkedAtOnce(t *testing.T) {
	a := newHarbour(t)
	a.articles.reader.view.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	found := len(p.places.namings)
	if found < 2 || len(p.places.ticked()) != found || a.articles.left.Objects[0] != p.places.content {
		t.Fatalf("%d found, %d ticked", found, len(p.places.ticked()))
	}
	p.link()
	if _, still := a.articles.inspector.linking(); !still {
		t.Fatal("linked to nobody")
	}
	p.places.list.Select(1)
	p.places.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	p.actor = party{Name: "The Republic", New: store.ActorState}
	p.link()
	if _, still := a.articles.inspector.linking(); still || a.articles.left.Objects[0] != a.articles.listPane {
		t.Error("the page is still open")
	}
	actor := a.names.called("the republic")
	if got := a.mentions(actor.ID); got != found-1 {
		t.Errorf("%d mentions of %q, should be %d", got, actor.Name, found-1)
	}
	a.undo()
	if got := a.mentions(actor.ID); got != 0 {
		t.Errorf("%d mentions after one undo", got)
	}
}

func TestAllPlacesOfAnActorAreFoundByAllItsNamesInAllArticles(t *testing.T) {
	a := newSampleApp(t)
	var actor store.ID
	for _, n := range a.articles.annotations {
		if n.Kind == store.KindMention {
			actor = n.Actor
		}
	}
	before := a.articles.article.ID
	a.actors.openEntry(actor)
	a.linkAll()
	p, ok := a.articles.inspector.linking()
	if !ok || !p.whole || p.actor.Actor != actor || a.current != view(a.articles) {
		t.Fatalf("linking: %v", ok)
	}
	for i, n := range p.places.namings {
		if n.Links == actor {
			t.Errorf("%q is linked already and listed", n.Words)
		}
		if n.Article != before {
			p.places.show(i)
			break
		}
	}
	if _, still := a.articles.inspector.linking(); !still {
		t.Error("showing a place in another article ends the linking")
	}
	a.giveUp()
	if _, still := a.articles.inspector.linking(); still {
		t.Error("Esc does not end the linking")
	}
}

func TestAPlaceThatIsLinkedToAnotherActorIsNotTicked(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindMention, "Norvia")
	page.form.Actor = party{Name: "Mara Ellin", New: store.ActorPerson}
	a.saveForm()
	a.articles.reader.view.Select(a.words(t, "Norvia"))
	p := a.linking(t)
	p.actor = party{Name: "The Republic", New: store.ActorState}
	p.look()
	if got, all := len(p.places.ticked()), len(p.places.namings); got != 1 || all != 2 {
		t.Errorf("%d of %d are ticked", got, all)
	}
}
