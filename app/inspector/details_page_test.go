package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/intake"
	"standpoint/store"
)

func TestDetailsLeftUnsavedComeBack(t *testing.T) {
	a := newSide(t)
	a.ShowDetails()
	page := a.page.(*detailsPage)
	page.now.Source = "The Varro Mirror"
	a.touched()
	a.startAgain(t)
	a.ShowDetails()
	page = a.page.(*detailsPage)
	if page.now.Source != "The Varro Mirror" {
		t.Errorf("the source is %q", page.now.Source)
	}
	a.GiveUp()
	a.drafts.dropDetails(a.text.article.ID)
	a.ShowDetails()
	if page = a.page.(*detailsPage); page.now.Source != "The Varro Courier" {
		t.Errorf("after the draft was dropped the source is %q", page.now.Source)
	}
}

func TestTagsOfAnArticleAreSetInItsDetails(t *testing.T) {
	a := newSide(t)
	carried := func() (names []string) {
		t.Helper()
		tags, err := a.Project.ArticleTags(t.Context(), []store.ID{a.text.article.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range tags[a.text.article.ID] {
			names = append(names, tag.Name)
		}
		return names
	}
	add := func(page *detailsPage, name string) {
		page.tags.Focus()
		test.Type(page.tags.Input(), name)
		page.tags.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	a.ShowDetails()
	page := a.page.(*detailsPage)
	add(page, "water")
	add(page, "harbour")
	test.Type(page.tags.Input(), "unpick")
	page.tags.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // folds the list
	page.save()
	if a.page != workPage(page) || carried() != nil {
		t.Fatal("it is saved though a tag is not picked")
	}
	a.startAgain(t)
	a.ShowDetails()
	page = a.page.(*detailsPage)
	if n := len(page.tags.Items()); n != 2 || page.tags.Pending() != "unpick" {
		t.Fatalf("%d tags come back with the draft, and %q that was typed", n, page.tags.Pending())
	}
	page.tags.SetPending("")
	page.save()
	if got := carried(); len(got) != 2 || got[0] != "harbour" || got[1] != "water" {
		t.Fatalf("it carries %q", got)
	}
	a.ShowDetails()
	page = a.page.(*detailsPage)
	page.tags.Focus()
	page.tags.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	page.save()
	if got := carried(); len(got) != 1 || got[0] != "harbour" {
		t.Errorf("after one was taken away it carries %q", got)
	}
}

func TestTheDateOfAnArticleIsTakenInTheFormsThatAnImportTakes(t *testing.T) {
	a := newSide(t)
	a.desk.ReadDate = func(typed string) (store.Date, error) { return intake.TypedDate(typed, "en") }
	save := func(typed string) store.Date {
		t.Helper()
		a.ShowDetails()
		page := a.page.(*detailsPage)
		page.now.Published = typed
		page.save()
		article, err := a.Project.Article(t.Context(), a.text.article.ID)
		if err != nil {
			t.Fatal(err)
		}
		return article.Published
	}
	if got := save("16.5.2025"); got != "2025-05-16" {
		t.Errorf("16.5.2025 is kept as %q", got)
	}
	if got := save("4/5/2025"); got != "2025-05-16" {
		t.Errorf("a date that can be two days is kept as %q", got)
	}
	if page, open := a.page.(*detailsPage); !open || page.now.Published != "4/5/2025" {
		t.Error("what was typed is not there to be corrected")
	}
}
