package inspector

import (
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/suggest"
)

func TestThePageOfProposalsSaysFromWhatWasLearntAndLearnsAgain(t *testing.T) {
	a := newSide(t)
	a.ShowProposals()
	if said := desktest.Said(a.Object()); !strings.Contains(said, "When articles are coded, it is learnt from them") {
		t.Errorf("of nothing learnt it says %s", said)
	}
	a.text.learnt = &suggest.Learned{Articles: 12}
	a.Learnt()
	if said := desktest.Said(a.Object()); !strings.Contains(said, "Learnt from 12 articles. On those left out the rules alone do as well") {
		t.Errorf("of what was learnt it says %s", said)
	}
	a.page.(*proposalsPage).stage.reading.LearnAgain()
	if a.text.forgotten != 1 {
		t.Error("it does not learn again")
	}
}
