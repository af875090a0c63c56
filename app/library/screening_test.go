package library

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// screenedList is the list of a project in which some articles are.
func screenedList(t *testing.T) (*List, *desktest.Desk) {
	t.Helper()
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	l := New(d.Desk, func(store.ID) {}, func(int) {})
	d.Put(l.Object())
	d.Window.Resize(fyne.NewSize(400, 700))
	d.Changed = func(e store.Event) {
		if len(e.Articles) > 0 {
			l.Reload()
		}
		l.Renamed()
	}
	l.Opened()
	return l, d
}

func TestUnreadArticlesOfTheListTellWhomTheyName(t *testing.T) {
	l, d := screenedList(t)
	a := d.AddArticle(t, store.Article{Title: "Toll", Published: "2031-03-04", Language: "en"}, "Norvia and Velia opposed the harbour tolls.")
	d.AddArticle(t, store.Article{Title: "Read", Status: store.StatusCoded, Published: "2031-03-04", Language: "en"}, "Norvia is glad.")
	said := func() string { return strings.ReplaceAll(desktest.Said(l.all), "\u00a0", " ") }
	if got := said(); strings.Contains(got, "of your") {
		t.Errorf("without actors it says %q", got)
	}
	var norvia store.Actor
	d.Write(t, func(b *store.Batch) (err error) {
		if norvia, err = b.AddActor(store.Actor{Name: "Norvia", Kind: store.ActorState}); err != nil {
			return err
		}
		_, err = b.AddIssue(store.Issue{Name: "Harbour toll"})
		return err
	})
	if got := said(); strings.Count(got, "1 of your actors") != 1 || !strings.Contains(got, "1 of your issues") {
		t.Errorf("with an actor and an issue it says %q", got)
	}
	d.Write(t, func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Velia", Kind: store.ActorState})
		return err
	})
	if got := said(); !strings.Contains(got, "2 of your actors") {
		t.Errorf("with another actor it says %q", got)
	}
	d.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityActor, norvia.ID) })
	if got := said(); !strings.Contains(got, "1 of your actors") {
		t.Errorf("without the first it says %q", got)
	}
	d.Write(t, func(b *store.Batch) error {
		return b.UpdateArticle(a.ID, func(a *store.Article) { a.Status = store.StatusCoded })
	})
	if got := said(); strings.Contains(got, "of your") {
		t.Errorf("once it is coded it says %q", got)
	}
}

func TestWithProposalsSwitchedOffTheListTellsNothingOfWhomArticlesName(t *testing.T) {
	l, d := screenedList(t)
	d.Prefs.ProposeNothing(true)
	d.Write(t, func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Norvia", Kind: store.ActorState})
		return err
	})
	d.AddArticle(t, store.Article{Title: "Toll", Language: "en"}, "Norvia opposed the harbour tolls.")
	for _, off := range []bool{true, false, true} {
		d.Prefs.ProposeNothing(off)
		l.Reproposed()
		if got := desktest.Said(l.all); strings.Contains(got, "of\u00a0your") == off {
			t.Errorf("with proposals switched off, %v, it says %q", off, got)
		}
	}
}
