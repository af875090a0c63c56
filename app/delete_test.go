package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/desk"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/storetest"
)

// clickBeside clicks into the text where there is no mark: below its last line.
func (a *App) clickBeside() {
	view := a.text()
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(view.Size().Width/2, view.Size().Height-4)
	view.MouseDown(e)
	view.MouseUp(e)
}

// pressDelete presses the Delete key in the text.
func (a *App) pressDelete() { a.text().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) }

func TestDeleteLeavesWhatOneNoLongerLooksAt(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindStatement, "We will keep the harbour open.")
	a.pick(t, "Speaker", "Mara Ellin", store.ActorPerson)
	a.pick(t, "Issue or actor", "Open harbour", anIssue)
	a.current.(desk.Editor).Save()
	id := a.statements(t)[0].ID
	a.articles.Pick(id)
	a.current.(desk.Editor).GiveUp()
	a.clickBeside()
	if _, picked := a.currentMark(); picked {
		t.Error("a click on plain text leaves the mark picked")
	}
	a.pressDelete()
	if n := len(a.statements(t)); n != 1 {
		t.Fatalf("there are %d statements after Delete on plain text", n)
	}
	a.articles.Pick(id)
	a.pressDelete()
	if n := len(a.statements(t)); n != 0 {
		t.Errorf("there are %d statements after Delete on the picked one", n)
	}
	want := "Deleted: statement by Mara Ellin and its position. Ctrl+Z brings it back."
	if got := said(a.frame.status); !strings.Contains(got, want) {
		t.Errorf("the status line says %q", got)
	}
	a.edits.undo()
	if rows := a.statements(t); len(rows) != 1 || len(rows[0].Positions) != 1 {
		t.Errorf("Undo brought back %+v", rows)
	}
}

// The mark may have been scrolled away since it was picked.
func TestDeleteFirstShowsAMarkThatIsOutOfView(t *testing.T) {
	a := newTestApp(t)
	var article store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{Title: "Long talks"}, strings.Repeat(harbour+"\n\n", 40))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.OpenAt(article.ID, nil)
	a.note(t, "Mara Ellin", "x")
	a.current.(desk.Editor).GiveUp()
	view := a.text()
	view.SetReadingPosition(view.Body().Len() - 100)
	a.pressDelete()
	if n := len(a.articles.Annotations()); n != 1 || !strings.Contains(said(a.frame.status), "Press Del again") {
		t.Fatalf("%d annotations, and the status line says %q", n, said(a.frame.status))
	}
	if !view.InView(a.words(t, "Mara Ellin")) {
		t.Error("it is not shown")
	}
	a.pressDelete()
	if n := len(a.articles.Annotations()); n != 0 {
		t.Errorf("%d annotations after the second Delete", n)
	}
}

// The button of a form deletes what the form is of, whatever is picked in the text.
func TestTheFormDeletesItsOwnAnnotation(t *testing.T) {
	a, first := mentioned(t, "Mara Ellin")
	a.note(t, "Meridian", "x")
	a.text().SetCurrent(textview.MarkID(first), true)
	if a.field(t, "Note").Text() != "x" {
		t.Fatal("the form is not that of the highlight")
	}
	a.tap(t, "Delete the annotation")
	if len(a.articles.Annotations()) != 1 || a.articles.Annotations()[0].ID != first {
		t.Errorf("left are %v", a.articles.Annotations())
	}
}

func TestWhatWasDeletedIsTold(t *testing.T) {
	a := newHarbour(t)
	a.choose("Article Details")
	a.tap(t, "Delete the article")
	if got, want := said(a.frame.status), "Deleted: article “Harbour talks”. Ctrl+Z brings it back."; !strings.Contains(got, want) {
		t.Errorf("the status line says %q", got)
	}
	a.edits.undo()
}

func TestTheOpenArticleIsDeletedByACommand(t *testing.T) {
	a := newHarbour(t)
	title := a.articles.Article().Title
	a.begin(t, store.KindStatement, "Norvia")
	a.choose("Delete Article")
	if c, err := a.Project.Counts(t.Context()); err != nil || c.Articles != 0 || a.hasArticle() || a.articles.Editing() {
		t.Errorf("%d articles, %v; one is open: %v, a form: %v", c.Articles, err, a.hasArticle(), a.articles.Editing())
	}
	if got := said(a.frame.status); !strings.Contains(got, title) {
		t.Errorf("the status line says %q", got)
	}
	a.edits.undo()
	if c, err := a.Project.Counts(t.Context()); err != nil || c.Articles != 1 {
		t.Errorf("after Undo there are %d articles, %v", c.Articles, err)
	}
}

func TestTheListOfArticlesIsShownByACommand(t *testing.T) {
	a := chosen(newHarbour(t), "History")
	a.choose("List of Articles")
	if !a.listsArticles() || a.keyboard() != fyne.Focusable(a.leftList()) {
		t.Errorf("the keyboard is at %T", a.keyboard())
	}
	a.searchFor("Norvia")
	a.choose("List of Articles")
	if a.isSearching() || a.searchField().Text() != "" {
		t.Error("what was found is still shown")
	}
}
