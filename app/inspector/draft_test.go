package inspector

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

func TestUndoOpensAFormAgainThatWasGivenUp(t *testing.T) {
	a := newSide(t)
	mention := a.mention(t, "Mara Ellin").form.Annotation
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	fillIn(page)
	want := page.form.Clone()
	want.Typed = page.choosers.Typed()
	a.GiveUp()
	if _, open := a.form(); open || a.undoes() != "Give Up" {
		t.Fatalf("after Esc a form is open: %v, and Undo takes back %q", open, a.undoes())
	}
	a.undo(t)
	again, open := a.form()
	if !open || !reflect.DeepEqual(again.form, want) || again.statement().carriers.Pending() != "Medi" {
		t.Fatalf("Undo opened %+v, want %+v", again, want)
	}
	if _, err := a.Project.Annotation(t.Context(), mention); err != nil {
		t.Errorf("Undo took back the mention that was saved before: %v", err)
	}
	again.statement().carriers.SetPending("")
	a.Save()
	if len(a.statements(t)) != 1 || len(a.drafts.forms) != 0 || a.undoes() != "Add statement" {
		t.Errorf("saved: %d statements, %d drafts, %q", len(a.statements(t)), len(a.drafts.forms), a.undoes())
	}
}

func TestTheCrossOfACardDropsTheDraft(t *testing.T) {
	a := newSide(t)
	fillIn(a.begin(t, store.KindStatement, "“We will keep the harbour open.”"))
	a.GiveUp()
	dropped := false
	for _, o := range test.LaidOutObjects(a.draftCards()[0]) {
		if b, ok := o.(*control.Button); ok {
			b.Tapped(nil)
			dropped = true
		}
	}
	if kept, err := a.Project.Drafts(t.Context(), a.text.article.ID); !dropped || err != nil || len(kept) != 0 || len(a.draftCards()) != 0 {
		t.Errorf("dropped %v: %d are kept and %d offered, %v", dropped, len(kept), len(a.draftCards()), err)
	}
}

func TestEscOnAFormWithoutChangesLeavesNothing(t *testing.T) {
	a := newSide(t)
	a.mention(t, "Mara Ellin")
	before := a.undoes()
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition, store.KindHighlight} {
		a.begin(t, kind, "Norvia")
		a.GiveUp()
		if n := len(a.drafts.forms); n != 0 || a.undoes() != before {
			t.Errorf("%s: %d drafts, and Undo takes back %q", kind, n, a.undoes())
		}
	}
}

func TestUndoOpensAnEditOfTheTextAndDetailsAgain(t *testing.T) {
	a := newSide(t)
	first := a.text.article.ID
	a.text.selection = text.Span{}
	a.ShowText()
	a.page.(*textPage).field.SetText("Mara Ellin said nothing.")
	a.GiveUp()
	a.open(t, first)
	if n := len(a.draftCards()); n != 1 || a.undoes() != "Give Up" {
		t.Fatalf("%d cards, and Undo takes back %q", n, a.undoes())
	}
	a.undo(t)
	if page, ok := a.page.(*textPage); !ok || page.now.Text != "Mara Ellin said nothing." {
		t.Fatalf("Undo opened %T", a.page)
	}
	a.GiveUp()
	a.drafts.dropText(a.text.article.ID)

	a.ShowDetails()
	a.page.(*detailsPage).now.Source = "The Varro Mirror"
	a.touched()
	a.GiveUp()
	if n := len(a.draftCards()); n != 1 {
		t.Errorf("%d cards of the details", n)
	}
	a.undo(t)
	if page, ok := a.page.(*detailsPage); !ok || page.now.Source != "The Varro Mirror" {
		t.Errorf("Undo opened %T", a.page)
	}
}

func TestUndoOpensLinkAllAgain(t *testing.T) {
	a := newSide(t)
	before := a.undoes()
	a.text.selection = a.words(t, "Norvia")
	a.ShowLink(store.Name{Name: "Norvia"}, false)
	a.GiveUp()
	if got := a.undoes(); got != before {
		t.Errorf("nothing was filled in, and Undo takes back %q", got)
	}
	a.ShowLink(store.Name{Name: "Norvia"}, false)
	page, _ := a.linking()
	page.field.SetText("Norvia\nNorvians")
	a.GiveUp()
	a.undo(t)
	if again, ok := a.linking(); !ok || again.Names != "Norvia\nNorvians" {
		t.Error("it is not open as it was")
	}
}

// A form that is begun while another is being saved stays, and what is saved is saved once.
func TestAFormThatIsBegunWhileAnotherIsSavedStays(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	letGo := a.HoldBack()
	a.Save()
	a.Save()
	next := a.begin(t, store.KindHighlight, "Meridian")
	letGo()
	if open, ok := a.form(); !ok || open != next {
		t.Error("it is closed")
	}
	if n := len(a.statements(t)); n != 1 || len(a.drafts.forms) != 0 {
		t.Errorf("%d statements were saved, %d drafts", n, len(a.drafts.forms))
	}
}

// draftCards are the cards of what was left unfinished, as the page at the side shows them.
func (a *side) draftCards() []*control.Card {
	var cards []*control.Card
	for _, o := range a.flow.Objects() {
		if card, ok := o.(*control.Card); ok && strings.Contains(desktest.Said(card), "Unfinished") {
			cards = append(cards, card)
		}
	}
	return cards
}

// takeUpDraft goes on with the one form that was left unfinished.
func (a *side) takeUpDraft(t *testing.T) *formPage {
	t.Helper()
	cards := a.draftCards()
	if _, open := a.form(); open || len(cards) != 1 {
		t.Fatalf("a form is open: %v; %d drafts are offered", open, len(cards))
	}
	cards[0].OnTapped()
	page, ok := a.form()
	if !ok {
		t.Fatal("the draft is not open")
	}
	return page
}

// fillIn fills in something of everything.
func fillIn(p *formPage) {
	p.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	p.form.Addressees = []names.Party{{Name: "reporters", Words: true}}
	p.form.Carriers = []names.Party{{Name: "Meridian", New: store.ActorOrganisation}}
	p.form.Act, p.form.On = store.ActPromises, "2031-03"
	p.form.Translation, p.form.Note = "a translation", "check the date"
	p.form.Tags = []names.TagPick{{Name: "press"}}
	p.form.Positions = []form.Position{
		{Target: names.TargetPick{Name: "Open harbour"}, Stance: store.StanceSupport, Condition: "if it lasts"},
		{Holders: []names.Party{{Name: "Norvia", New: store.ActorState}}, Target: names.TargetPick{Name: "Grain"}},
	}
	p.statement().more = true
	p.touched()
	p.rebuild()
	p.statement().carriers.SetPending("Medi")
	p.touched()
}
