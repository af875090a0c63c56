package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestTheHistoryIsListedTakenBackFromAndLookedBackAt(t *testing.T) {
	a := newHarbour(t)
	a.link(t, "Norvia", "Norvia", store.ActorState)
	a.Do(storetest.Titled("Set section"), func(b *store.Batch) error {
		return b.UpdateArticle(a.articles.Article().ID, func(n *store.Article) { n.Section = "Trade" })
	}, func(err error) { a.Failed(err) })

	path := a.Project.Path()
	a.choose("History of the Project")
	if n := lengthOf(a.leftList()); n != 3 {
		t.Fatalf("%d actions are listed", n)
	}
	a.leftList().Select(1)
	a.key(t, fyne.KeyReturn)
	if !strings.Contains(a.said(), "Add mention") {
		t.Errorf("asked: %s", a.said())
	}
	a.answer(t, true)
	if len(a.articles.Annotations()) != 0 || a.articles.Article().Section != "Trade" {
		t.Errorf("taken back: %d annotations, section %q", len(a.articles.Annotations()), a.articles.Article().Section)
	}

	a.choose("History of the Project")
	a.leftList().Select(3) // when there was the article alone
	if !a.menus.TypedLetter('v') || !a.Project.ReadOnly() || a.projects.past != path || !strings.Contains(a.Window.Title(), "as it was on") {
		t.Fatalf("open is %s, the title is %q", a.Project.Path(), a.Window.Title())
	}
	if !a.frame.notice.Visible() {
		t.Error("nothing in the window says that it shows the past")
	}
	if c, err := a.Project.Counts(t.Context()); err != nil || c.Articles != 1 || c.Actors != 0 {
		t.Errorf("then there were %+v, %v", c, err)
	}
	if !a.listsArticles() {
		t.Error("the history of the present is listed beside the past")
	}
	a.projects.leavePast()
	if a.Project.ReadOnly() || a.Project.Path() != path || a.projects.past != "" || a.frame.notice.Visible() {
		t.Errorf("back, open is %s", a.Project.Path())
	}
}

func TestEscClosesTheHistory(t *testing.T) {
	a := newHarbour(t)
	a.choose("History")
	if a.listsArticles() {
		t.Fatal("the history is not shown")
	}
	a.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !a.listsArticles() {
		t.Error("the history stays")
	}
}

// What a history is of can be made again what it was after one of its actions.
func TestAnArticleIsSetBackFromItsHistory(t *testing.T) {
	a := newHarbour(t)
	section := func(s string) {
		a.Do(storetest.Titled("Set section"), func(b *store.Batch) error {
			return b.UpdateArticle(a.articles.Article().ID, func(n *store.Article) { n.Section = s })
		}, func(err error) { a.Failed(err) })
	}
	section("Trade")
	section("World")
	a.choose("History")
	a.leftList().Select(1)
	if !a.menus.TypedLetter('r') || a.articles.Article().Section != "Trade" {
		t.Errorf("set back, the section is %q", a.articles.Article().Section)
	}
	a.edits.undo()
	if a.articles.Article().Section != "World" {
		t.Errorf("after Undo it is %q", a.articles.Article().Section)
	}
	a.choose("History of the Project")
	a.leftList().Select(1)
	if a.menus.TypedLetter('r') {
		t.Error("the whole project was set back")
	}
}
