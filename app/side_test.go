package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/names"
	"standpoint/store"
)

// shown are the objects of a type that the view in front shows.
func shown[T fyne.CanvasObject](a *App) []T {
	var found []T
	for _, o := range test.LaidOutObjects(a.current.Object()) {
		if o, is := o.(T); is && o.Visible() {
			found = append(found, o)
		}
	}
	return found
}

// hasField reports whether the view in front shows a field with that caption.
func (a *App) hasField(caption string) (*control.Field, bool) {
	for _, f := range shown[*control.Field](a) {
		if strings.HasPrefix(said(f), caption) {
			return f, true
		}
	}
	return nil, false
}

// field is the field with that caption.
func (a *App) field(t *testing.T, caption string) *control.Field {
	t.Helper()
	f, ok := a.hasField(caption)
	if !ok {
		t.Fatalf("there is no field %q", caption)
	}
	return f
}

// leftList is the list at the left of the text: of articles, results, actions or places.
func (a *App) leftList() *control.VirtualList { return shown[*control.VirtualList](a)[0] }

// draftCards are the cards of what was left unfinished, as the page at the side shows them.
func (a *App) draftCards() []*control.Card {
	var cards []*control.Card
	for _, o := range test.LaidOutObjects(a.articles.Inspector.Object()) {
		if card, is := o.(*control.Card); is && strings.Contains(said(card), "Unfinished") {
			cards = append(cards, card)
		}
	}
	return cards
}

// takeUpDraft goes on with the one form that was left unfinished.
func (a *App) takeUpDraft(t *testing.T) {
	t.Helper()
	cards := a.draftCards()
	if a.articles.Editing() || len(cards) != 1 {
		t.Fatalf("a form is open: %v; %d drafts are offered", a.articles.Editing(), len(cards))
	}
	cards[0].OnTapped()
	if !a.articles.Editing() {
		t.Fatal("the draft is not open")
	}
}

// anIssue is what a position is about, where that is no actor.
const anIssue store.ActorKind = "issue"

// pick picks a name in the last field with that caption: the actor who is called so, else a new one of a kind.
func (a *App) pick(t testing.TB, caption, name string, kind store.ActorKind) {
	t.Helper()
	item := control.Item{Name: name, Kind: string(kind), New: true}
	if known := a.Names.Called(name).ID; known != (store.ID{}) && kind != anIssue {
		item = a.PartyItem(names.Party{Actor: known})
	}
	for _, o := range slices.Backward(test.LaidOutObjects(a.current.Object())) {
		if !o.Visible() || !strings.HasPrefix(said(o), caption) {
			continue
		}
		switch field := o.(type) {
		case *control.TypeAhead:
			field.SetItem(item)
			field.OnPick(item)
			return
		case *control.TokenField:
			items := append(field.Items(), item)
			field.SetItems(items)
			field.OnChanged(items)
			return
		}
	}
	t.Fatalf("there is no field %q for a name", caption)
}

// choice is the last choice with that caption.
func (a *App) choice(t testing.TB, caption string) *control.Choice {
	t.Helper()
	for _, c := range slices.Backward(shown[*control.Choice](a)) {
		if strings.HasPrefix(said(c), caption) {
			return c
		}
	}
	t.Fatalf("there is no choice %q", caption)
	return nil
}

// tap presses the button in front whose tooltip begins so.
func (a *App) tap(t *testing.T, tooltip string) {
	t.Helper()
	for _, b := range shown[*control.Button](a) {
		if strings.HasPrefix(b.Tooltip(), tooltip) {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("no button would %q", tooltip)
}
