package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestAfterTheNextActionAFormThatWasGivenUpIsACardThatCanBeDropped(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	a.field(t, "Note").SetText("check the date")
	a.current.(desk.Editor).GiveUp()
	a.note(t, "Meridian", "x")
	if got := a.edits.undoLabel(); got != "Undo: Add highlight" {
		t.Errorf("the menu says %q", got)
	}
	a.current.(desk.Editor).GiveUp() // the form of the highlight, in which nothing was changed
	path := a.Project.Path()
	a.projects.setProject(nil)
	a.projects.open(path)
	if focused := a.Window.Canvas().Focused(); focused != fyne.Focusable(a.text()) {
		t.Errorf("the focus is in %T", focused)
	}
	a.takeUpDraft(t)
	if note := a.field(t, "Note").Text(); note != "check the date" {
		t.Errorf("the card opens a form with the note %q", note)
	}
	a.current.(desk.Editor).GiveUp()
	for _, o := range test.LaidOutObjects(a.draftCards()[0]) {
		if cross, ok := o.(*control.Button); ok {
			cross.Tapped(nil)
		}
	}
	a.projects.setProject(nil)
	a.projects.open(path)
	if n := len(a.draftCards()); n != 0 {
		t.Errorf("after it was dropped %d drafts are offered", n)
	}
}

func TestLinkAllThatWasPutAsideIsACardWhenTheProjectIsOpenedAgain(t *testing.T) {
	a := newHarbour(t)
	a.text().Select(a.words(t, "Norvia"))
	a.choose("Link All…")
	a.field(t, "Names, one a line").SetText("Norvia\nMeridian")
	a.key(t, fyne.KeyEscape)
	path := a.Project.Path()
	a.projects.setProject(nil)
	a.projects.open(path)
	cards := a.draftCards()
	if len(cards) != 1 {
		t.Fatalf("%d cards", len(cards))
	}
	cards[0].OnTapped()
	if got := a.field(t, "Names, one a line").Text(); got != "Norvia\nMeridian" {
		t.Errorf("the card opens %q", got)
	}
}

// Whatever one does next, what was filled in is kept.
func TestEveryWayOfLeavingAFormKeepsIt(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, a *App, other store.ID){
		"beginning another":    func(t *testing.T, a *App, _ store.ID) { a.begin(t, store.KindHighlight, "Meridian") },
		"picking another mark": func(_ *testing.T, a *App, other store.ID) { a.articles.Pick(other) },
		"opening another's form": func(_ *testing.T, a *App, other store.ID) {
			a.text().SetCurrent(textview.MarkID(other), true)
			a.choose("Edit Annotation")
		},
		"linking a recent actor": func(t *testing.T, a *App, _ store.ID) {
			a.text().Select(a.words(t, "Norvia"))
			a.menus.TypedLetter('1')
		},
		"the details": func(_ *testing.T, a *App, _ store.ID) { a.choose("Article Details") },
		"the text":    func(_ *testing.T, a *App, _ store.ID) { a.choose("Edit Text") },
		"linking all": func(t *testing.T, a *App, _ store.ID) {
			a.text().Select(a.words(t, "Norvia"))
			a.choose("Link All…")
		},
		"a history":            func(_ *testing.T, a *App, _ store.ID) { a.choose("History of Annotation") },
		"Esc":                  func(_ *testing.T, a *App, _ store.ID) { a.current.(desk.Editor).GiveUp() },
		"another view":         func(_ *testing.T, a *App, _ store.ID) { a.Show(a.view("actors")) },
		"deleting the article": func(t *testing.T, a *App, _ store.ID) { a.deleteArticle(t); a.edits.undo() },
		"another article": func(t *testing.T, a *App, _ store.ID) {
			first := a.articles.Article().ID
			a.openAnother(t)
			a.articles.OpenAt(first, nil)
		},
		"closing the project": func(*testing.T, *App, store.ID) {},
	} {
		t.Run(name, func(t *testing.T) {
			a, other := mentioned(t, "Mara Ellin")
			a.Work.Later = never // so that it is the leaving that keeps it
			a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
			a.field(t, "Note").SetText("check the date")
			article := a.articles.Article().ID
			leave(t, a, other)
			path := a.Project.Path()
			a.projects.setProject(nil)
			a.projects.open(path)
			a.Show(a.articles)
			a.articles.OpenAt(article, nil)
			a.takeUpDraft(t)
			if note := a.field(t, "Note").Text(); note != "check the date" {
				t.Errorf("it came back with the note %q", note)
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
	_, err := a.Project.Do(t.Context(), storetest.Titled("Delete article"), func(b *store.Batch) error {
		return b.Delete(store.EntityArticle, id)
	})
	if err != nil {
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
	a.articles.OpenAt(article.ID, nil)
}

// Typing goes on while another article is on its way to the window.
func TestWhatIsTypedWhileAnotherArticleIsReadIsKept(t *testing.T) {
	a := newHarbour(t)
	first := a.articles.Article().ID
	a.begin(t, store.KindHighlight, "Meridian")
	a.Work.Later = never
	note := a.field(t, "Note")
	var held []func()
	onUI := a.Work.OnUI
	a.Work.OnUI = func(f func()) { held = append(held, f) }
	a.openAnother(t)
	a.Work.OnUI = onUI
	note.SetText("typed late")
	for _, show := range held {
		show()
	}
	if a.articles.Article().ID == first {
		t.Fatal("the other article is not open")
	}
	a.articles.OpenAt(first, nil)
	a.takeUpDraft(t)
	if note := a.field(t, "Note").Text(); note != "typed late" {
		t.Errorf("it came back with the note %q", note)
	}
}

// Undo says what it would take back: a step in the open form, then that a form was given up.
func TestUndoNamesWhatItTakesBackOfAForm(t *testing.T) {
	a := newHarbour(t)
	before := a.edits.undoLabel()
	a.begin(t, store.KindHighlight, "Meridian")
	a.field(t, "Note").SetText("check the spelling")
	if got := a.edits.undoLabel(); got != "Undo: Change in the form" {
		t.Errorf("with a form that was changed it says %q", got)
	}
	a.choose("Give Up")
	if got := a.edits.undoLabel(); got != "Undo: Give up" {
		t.Errorf("when the form was given up it says %q", got)
	}
	a.choose("Undo: Give up")
	if !a.articles.Editing() {
		t.Error("the form is not open again")
	}
	a.choose("Give Up")
	a.Do(storetest.Titled("Set section"), func(b *store.Batch) error {
		return b.UpdateArticle(a.articles.Article().ID, func(n *store.Article) { n.Section = "Trade" })
	}, func(err error) { a.Failed(err) })
	if got := a.edits.undoLabel(); got == "Undo: Give up" || got == before {
		t.Errorf("after another action it says %q", got)
	}
}
