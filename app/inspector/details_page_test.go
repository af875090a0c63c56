package inspector

import (
	"testing"
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
