package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/history"
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
	h := a.articles.History
	if n := h.Rows.Len(); n != 3 {
		t.Fatalf("%d actions are listed", n)
	}
	h.List.Select(1)
	a.key(t, fyne.KeyReturn)
	if !strings.Contains(a.said(), "Add mention") {
		t.Errorf("asked: %s", a.said())
	}
	a.answer(t, true)
	if len(a.articles.Annotations()) != 0 || a.articles.Article().Section != "Trade" {
		t.Errorf("taken back: %d annotations, section %q", len(a.articles.Annotations()), a.articles.Article().Section)
	}

	a.choose("History of the Project")
	h = a.articles.History
	h.List.Select(3) // when there was the article alone
	if !a.TypedLetter('v') || !a.Project.ReadOnly() || a.past != path || !strings.Contains(a.Window.Title(), "as it was on") {
		t.Fatalf("open is %s, the title is %q", a.Project.Path(), a.Window.Title())
	}
	if !a.frame.notice.Visible() {
		t.Error("nothing in the window says that it shows the past")
	}
	if c, err := a.Project.Counts(t.Context()); err != nil || c.Articles != 1 || c.Actors != 0 {
		t.Errorf("then there were %+v, %v", c, err)
	}
	if a.articles.Left.Objects[0] != a.articles.ListPane {
		t.Error("the history of the present is listed beside the past")
	}
	a.leavePast()
	if a.Project.ReadOnly() || a.Project.Path() != path || a.past != "" || a.frame.notice.Visible() {
		t.Errorf("back, open is %s", a.Project.Path())
	}
}

func TestEscClosesTheHistory(t *testing.T) {
	a := newHarbour(t)
	a.choose("History")
	if a.articles.Left.Objects[0] == a.articles.ListPane {
		t.Fatal("the history is not shown")
	}
	a.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if a.articles.Left.Objects[0] != a.articles.ListPane {
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
	a.articles.History.List.Select(1)
	if !a.TypedLetter('r') || a.articles.Article().Section != "Trade" {
		t.Errorf("set back, the section is %q", a.articles.Article().Section)
	}
	a.undo()
	if a.articles.Article().Section != "World" {
		t.Errorf("after Undo it is %q", a.articles.Article().Section)
	}
	a.choose("History of the Project")
	a.articles.History.List.Select(1)
	if a.TypedLetter('r') {
		t.Error("the whole project was set back")
	}
}

// TestAnActionThatSetMuchIsSummedUpAndUnfolded lists the import of many rows: their numbers, and the rest at wish.
func TestAnActionThatSetMuchIsSummedUpAndUnfolded(t *testing.T) {
	a := newHarbour(t)
	a.Do(storetest.Titled("Import many"), func(b *store.Batch) error {
		for _, name := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"} {
			if _, err := b.AddTag(store.Tag{Name: name}); err != nil {
				return err
			}
		}
		_, err := b.AddActor(store.Actor{Name: "Port of Sela"})
		return err
	}, func(err error) { a.Failed(err) })
	h := history.NewList(a.Desk, desk.Subject{Name: a.Project.Name()}, func() {})
	h.Rows.Reload()
	row := history.NewRow(h)
	said := func() string {
		e, ok := h.Rows.Row(0)
		if !ok {
			t.Fatal("nothing is listed")
		}
		row.Fill(e)
		var words []string
		for _, o := range row.Lines.Objects() {
			if line, ok := o.(*control.RichLine); ok {
				words = append(words, line.Text())
			}
		}
		return strings.Join(words, "\n")
	}
	if s := said(); !strings.Contains(s, "1 actor · 9 tags") || strings.Contains(s, "Port of Sela") {
		t.Errorf("listed is:\n%s", s)
	}
	h.List.Select(0)
	h.Key(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s := said(); !strings.Contains(s, "Port of Sela") || !strings.Contains(s, "nine") {
		t.Errorf("unfolded is:\n%s", s)
	}
	h.Key(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if s := said(); strings.Contains(s, "Port of Sela") {
		t.Errorf("folded again is:\n%s", s)
	}
}

func TestTheChosenActionStaysChosenWhenWhatItIsOfIsSetBack(t *testing.T) {
	a := newHarbour(t)
	for _, section := range []string{"Trade", "Ports", "Sea"} {
		a.Do(storetest.Titled("Set section"), func(b *store.Batch) error {
			return b.UpdateArticle(a.articles.Article().ID, func(n *store.Article) { n.Section = section })
		}, func(err error) { a.Failed(err) })
	}
	of, _ := a.articles.HistoryOf()
	a.articles.ListHistory(of)
	h := a.articles.History
	a.key(t, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	e, ok := h.Chosen()
	if !ok || h.List.Selected() != 2 {
		t.Fatalf("row %d is chosen", h.List.Selected())
	}
	h.SetBack(e)
	if now, _ := h.Chosen(); now.Action != e.Action || h.List.Selected() != 3 || a.articles.Article().Section != "Trade" {
		t.Errorf("row %d is chosen, the section is %q", h.List.Selected(), a.articles.Article().Section)
	}
}
