package inspector

import (
	"testing"
)

func TestDetailsLeftUnsavedComeBack(t *testing.T) {
	a := newSide(t)
	a.ShowDetails()
	page := a.Page.(*DetailsPage)
	page.Now.Source = "The Varro Mirror"
	a.Touched()
	a.startAgain(t)
	a.ShowDetails()
	page = a.Page.(*DetailsPage)
	if page.Now.Source != "The Varro Mirror" {
		t.Errorf("the source is %q", page.Now.Source)
	}
	a.GiveUp()
	a.DropDetails()
	a.ShowDetails()
	if page = a.Page.(*DetailsPage); page.Now.Source != "The Varro Courier" {
		t.Errorf("after the draft was dropped the source is %q", page.Now.Source)
	}
}
