package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/inspector"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// draftCards are the cards of what was left unfinished, as the page at the side shows them.
func (a *App) draftCards() []*control.Card {
	var cards []*control.Card
	for _, o := range a.articles.Inspector.Flow.Objects() {
		if card, ok := o.(*control.Card); ok && strings.Contains(said(card), "Unfinished") {
			cards = append(cards, card)
		}
	}
	return cards
}

// takeUpDraft goes on with the one form that was left unfinished.
func (a *App) takeUpDraft(t *testing.T) *inspector.FormPage {
	t.Helper()
	cards := a.draftCards()
	if _, open := a.articles.Inspector.Form(); open || len(cards) != 1 {
		t.Fatalf("a form is open: %v; %d drafts are offered", open, len(cards))
	}
	cards[0].OnTapped()
	page, ok := a.articles.Inspector.Form()
	if !ok {
		t.Fatal("the draft is not open")
	}
	return page
}

// fillIn fills in something of everything.
func fillIn(p *inspector.FormPage) {
	p.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	p.Form.Addressees = []names.Party{{Name: "reporters", Words: true}}
	p.Form.Carriers = []names.Party{{Name: "Meridian", New: store.ActorOrganisation}}
	p.Form.Act, p.Form.On = store.ActPromises, "2031-03"
	p.Form.Translation, p.Form.Note = "a translation", "check the date"
	p.Form.Tags = []names.TagPick{{Name: "press"}}
	p.Form.Positions = []form.Position{
		{Target: names.TargetPick{Name: "Open harbour"}, Stance: store.StanceSupport, Condition: "if it lasts"},
		{Holders: []names.Party{{Name: "Norvia", New: store.ActorState}}, Target: names.TargetPick{Name: "Grain"}},
	}
	p.More = true
	p.Touched()
	p.Rebuild()
	p.Carriers.SetPending("Medi")
	p.Touched()
}

func TestUndoOpensAFormAgainThatWasGivenUp(t *testing.T) {
	a, mention := mentioned(t, "Mara Ellin")
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	fillIn(page)
	want := page.Form.Clone()
	want.Typed = page.Choosers.Typed()
	a.current.(desk.Editor).GiveUp()
	if _, open := a.articles.Inspector.Form(); open || a.undoLabel() != "Undo: Give up" {
		t.Fatalf("after Esc a form is open: %v, and the menu says %q", open, a.undoLabel())
	}
	a.undo()
	again, open := a.articles.Inspector.Form()
	if !open || !again.Form.Same(want) || again.Carriers.Pending() != "Medi" {
		t.Fatalf("Undo opened %+v, want %+v", again, want)
	}
	if _, err := a.Project.Annotation(t.Context(), mention); err != nil {
		t.Errorf("Undo took back the mention that was saved before: %v", err)
	}
	again.Carriers.SetPending("")
	a.current.(desk.Editor).Save()
	if len(a.statements(t)) != 1 || len(a.articles.Inspector.Drafts) != 0 || a.undoLabel() != "Undo: Add statement" {
		t.Errorf("saved: %d statements, %d drafts, %q", len(a.statements(t)), len(a.articles.Inspector.Drafts), a.undoLabel())
	}
}

func TestAfterTheNextActionAFormThatWasGivenUpIsACardThatCanBeDropped(t *testing.T) {
	a := newHarbour(t)
	fillIn(a.begin(t, store.KindStatement, "“We will keep the harbour open.”"))
	a.current.(desk.Editor).GiveUp()
	a.begin(t, store.KindHighlight, "Meridian").Form.Note = "x"
	a.current.(desk.Editor).Save()
	if got := a.undoLabel(); got != "Undo: Add highlight" {
		t.Errorf("the menu says %q", got)
	}
	a.current.(desk.Editor).GiveUp() // the form of the highlight, in which nothing was changed
	path := a.Project.Path()
	a.setProject(nil)
	a.open(path)
	if focused := a.Window.Canvas().Focused(); focused != fyne.Focusable(a.articles.Reader.View) {
		t.Errorf("the focus is in %T", focused)
	}
	page := a.takeUpDraft(t)
	if page.Form.Note != "check the date" || len(page.Form.Positions) != 2 {
		t.Errorf("the card opens %+v", page.Form)
	}
	a.current.(desk.Editor).GiveUp()
	a.articles.Inspector.DropDraft(a.articles.Inspector.Drafts[0])
	a.setProject(nil)
	a.open(path)
	if n := len(a.draftCards()); n != 0 {
		t.Errorf("after it was dropped %d drafts are offered", n)
	}
}

func TestTheCrossOfACardDropsTheDraft(t *testing.T) {
	a := newHarbour(t)
	fillIn(a.begin(t, store.KindStatement, "“We will keep the harbour open.”"))
	a.current.(desk.Editor).GiveUp()
	dropped := false
	for _, o := range test.LaidOutObjects(a.draftCards()[0]) {
		if b, ok := o.(*control.Button); ok {
			b.Tapped(nil)
			dropped = true
		}
	}
	if kept, err := a.Project.Drafts(t.Context(), a.articles.Article().ID); !dropped || err != nil || len(kept) != 0 ||
		len(a.draftCards()) != 0 {
		t.Errorf("dropped %v: %d are kept and %d offered, %v", dropped, len(kept), len(a.draftCards()), err)
	}
}

func TestEscOnAFormWithoutChangesLeavesNothing(t *testing.T) {
	a, _ := mentioned(t, "Mara Ellin")
	before := a.undoLabel()
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition, store.KindHighlight} {
		a.begin(t, kind, "Norvia")
		a.current.(desk.Editor).GiveUp()
		if n := len(a.articles.Inspector.Drafts); n != 0 || a.undoLabel() != before {
			t.Errorf("%s: %d drafts, and the menu says %q", kind, n, a.undoLabel())
		}
	}
}

// Whatever one does next, what was filled in is kept.
func TestEveryWayOfLeavingAFormKeepsIt(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, a *App, other store.ID){
		"beginning another":    func(t *testing.T, a *App, _ store.ID) { a.begin(t, store.KindHighlight, "Meridian") },
		"picking another mark": func(_ *testing.T, a *App, other store.ID) { a.articles.Pick(other) },
		"opening another's form": func(_ *testing.T, a *App, other store.ID) {
			a.articles.Reader.SetCurrent(other)
			a.choose("Edit Annotation")
		},
		"linking a recent actor": func(t *testing.T, a *App, _ store.ID) {
			a.articles.Reader.View.Select(a.words(t, "Norvia"))
			a.TypedLetter('1')
		},
		"the details": func(_ *testing.T, a *App, _ store.ID) { a.choose("Article Details") },
		"the text":    func(_ *testing.T, a *App, _ store.ID) { a.choose("Edit Text") },
		"linking all": func(t *testing.T, a *App, _ store.ID) {
			a.articles.Reader.View.Select(a.words(t, "Norvia"))
			a.choose("Link All…")
		},
		"a history":            func(_ *testing.T, a *App, _ store.ID) { a.choose("History of Annotation") },
		"Esc":                  func(_ *testing.T, a *App, _ store.ID) { a.current.(desk.Editor).GiveUp() },
		"another view":         func(_ *testing.T, a *App, _ store.ID) { a.Show(a.view("actors")) },
		"deleting the article": func(t *testing.T, a *App, _ store.ID) { a.deleteArticle(t); a.undo() },
		"another article": func(t *testing.T, a *App, _ store.ID) {
			first := a.articles.Article().ID
			a.openAnother(t)
			a.articles.Open(first)
		},
		"closing the project": func(*testing.T, *App, store.ID) {},
	} {
		t.Run(name, func(t *testing.T) {
			a, other := mentioned(t, "Mara Ellin")
			a.Work.Later = never // so that it is the leaving that keeps it
			fillIn(a.begin(t, store.KindStatement, "“We will keep the harbour open.”"))
			article := a.articles.Article().ID
			leave(t, a, other)
			path := a.Project.Path()
			a.setProject(nil)
			a.open(path)
			a.articles.Open(article)
			if page := a.takeUpDraft(t); page.Form.Note != "check the date" {
				t.Errorf("it came back as %+v", page.Form)
			}
		})
	}
}

// never is what comes later, and does not.
func never(time.Duration, func()) (stop func()) { return func() {} }

// deleteArticle deletes the open article.
func (a *App) deleteArticle(t *testing.T) {
	t.Helper()
	id := a.articles.Article().ID
	var held []func()
	onUI := a.Work.OnUI
	a.Work.OnUI = func(f func()) { held = append(held, f) }
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Delete article"),
		func(b *store.Batch) error { return b.Delete(store.EntityArticle, id) }); err != nil {
		t.Fatal(err)
	}
	a.Work.OnUI = onUI
	for _, show := range held {
		show()
	}
}

// openAnother adds an article and opens it.
func (a *App) openAnother(t *testing.T) {
	t.Helper()
	var article store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{Title: "The day after"}, "Nothing new.")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.Open(article.ID)
}

// Typing goes on while another article is on its way to the window.
func TestWhatIsTypedWhileAnotherArticleIsReadIsKept(t *testing.T) {
	a := newHarbour(t)
	first := a.articles.Article().ID
	page := a.begin(t, store.KindHighlight, "Meridian")
	a.Work.Later = never
	var held []func()
	onUI := a.Work.OnUI
	a.Work.OnUI = func(f func()) { held = append(held, f) }
	a.openAnother(t)
	a.Work.OnUI = onUI
	page.Form.Note = "typed late"
	page.Touched()
	for _, show := range held {
		show()
	}
	if a.articles.Article().ID == first {
		t.Fatal("the other article is not open")
	}
	a.articles.Open(first)
	if page := a.takeUpDraft(t); page.Form.Note != "typed late" {
		t.Errorf("it came back as %+v", page.Form)
	}
}

func TestUndoOpensAnEditOfTheTextAndDetailsAgain(t *testing.T) {
	a := newHarbour(t)
	first := a.articles.Article().ID
	a.articles.Reader.View.Select(text.Span{})
	a.choose("Edit Text")
	a.articles.Inspector.Page.(*inspector.TextPage).Field.SetText("Mara Ellin said nothing.")
	a.current.(desk.Editor).GiveUp()
	a.articles.Open(first)
	if n := len(a.draftCards()); n != 1 || a.undoLabel() != "Undo: Give up" {
		t.Fatalf("%d cards, and the menu says %q", n, a.undoLabel())
	}
	a.Show(a.view("actors"))
	a.undo()
	if page, ok := a.articles.Inspector.Page.(*inspector.TextPage); !ok || page.Now.Text != "Mara Ellin said nothing." ||
		a.current != desk.View(a.articles) {
		t.Fatalf("Undo opened %T", a.articles.Inspector.Page)
	}
	a.current.(desk.Editor).GiveUp()
	a.articles.Inspector.DropText()

	a.choose("Article Details")
	a.articles.Inspector.Page.(*inspector.DetailsPage).Now.Source = "The Varro Mirror"
	a.articles.Inspector.Touched()
	a.current.(desk.Editor).GiveUp()
	if n := len(a.draftCards()); n != 1 {
		t.Errorf("%d cards of the details", n)
	}
	a.undo()
	if page, ok := a.articles.Inspector.Page.(*inspector.DetailsPage); !ok || page.Now.Source != "The Varro Mirror" {
		t.Errorf("Undo opened %T", a.articles.Inspector.Page)
	}
}

func TestUndoOpensLinkAllAgain(t *testing.T) {
	a := newHarbour(t)
	before := a.undoLabel()
	a.articles.Reader.View.Select(a.words(t, "Norvia"))
	a.choose("Link All…")
	a.current.(desk.Editor).GiveUp()
	if got := a.undoLabel(); got != before {
		t.Errorf("nothing was filled in, and the menu says %q", got)
	}
	a.choose("Link All…")
	page, _ := a.articles.Inspector.Linking()
	page.Field.SetText("Norvia\nNorvians")
	a.current.(desk.Editor).GiveUp()
	a.undo()
	if again, ok := a.articles.Inspector.Linking(); !ok || again.Names != "Norvia\nNorvians" {
		t.Error("it is not open as it was")
	}
}

// A form that is begun while another is being saved stays, and what is saved is saved once.
func TestAFormThatIsBegunWhileAnotherIsSavedStays(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	var held []func()
	onUI := a.Work.OnUI
	a.Work.OnUI = func(f func()) { held = append(held, f) }
	a.current.(desk.Editor).Save()
	a.current.(desk.Editor).Save()
	a.Work.OnUI = onUI
	next := a.begin(t, store.KindHighlight, "Meridian")
	for _, show := range held {
		show()
	}
	if open, ok := a.articles.Inspector.Form(); !ok || open != next {
		t.Error("it is closed")
	}
	if n := len(a.statements(t)); n != 1 || len(a.articles.Inspector.Drafts) != 0 {
		t.Errorf("%d statements were saved, %d drafts", n, len(a.articles.Inspector.Drafts))
	}
}
