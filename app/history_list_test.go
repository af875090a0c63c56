package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store"
)

func TestTheHistoryIsListedTakenBackFromAndLookedBackAt(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindMention, "Norvia")
	page.form.Actor = party{Name: "Norvia", New: store.ActorState}
	a.saveForm()
	a.do("Set section", func(b *store.Batch) error {
		return b.UpdateArticle(a.articles.article.ID, func(n *store.Article) { n.Section = "Trade" })
	}, func(err error) { a.failed(err) })

	path := a.project.Path()
	h := newHistoryList(a, "", store.ID{}, a.project.Name())
	h.pages.reload(0)
	if n := h.pages.length(); n != 3 {
		t.Fatalf("%d actions are listed", n)
	}
	h.takeBack(1)
	if !strings.Contains(a.said(), "Add mention") {
		t.Errorf("asked: %s", a.said())
	}
	a.answer(true)
	if len(a.articles.annotations) != 0 || a.articles.article.Section != "Trade" {
		t.Errorf("taken back: %d annotations, section %q", len(a.articles.annotations), a.articles.article.Section)
	}

	a.showProjectHistory()
	h.pages.reload(0)
	h.list.Select(3) // when there was the article alone
	if !h.letter('v') || !a.project.ReadOnly() || a.past != path || !strings.Contains(a.window.Title(), "as it was on") {
		t.Fatalf("open is %s, the title is %q", a.project.Path(), a.window.Title())
	}
	if c, err := a.project.Counts(t.Context()); err != nil || c.Articles != 1 || c.Actors != 0 {
		t.Errorf("then there were %+v, %v", c, err)
	}
	if a.articles.left.Objects[0] != a.articles.listPane {
		t.Error("the history of the present is listed beside the past")
	}
	a.leavePast()
	if a.project.ReadOnly() || a.project.Path() != path || a.past != "" {
		t.Errorf("back, open is %s", a.project.Path())
	}
}

func TestEscClosesTheHistory(t *testing.T) {
	a := newHarbour(t)
	if !a.canShowHistory() {
		t.Fatal("an article has no history")
	}
	a.showHistoryOf()
	if a.articles.left.Objects[0] == a.articles.listPane {
		t.Fatal("the history is not shown")
	}
	a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if a.articles.left.Objects[0] != a.articles.listPane {
		t.Error("the history stays")
	}
}
