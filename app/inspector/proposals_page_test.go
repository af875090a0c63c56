package inspector

import (
	"strings"
	"testing"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/store"
	"standpoint/store/text"
)

func TestWhatWasDecidedIsCountedAndARejectedProposalIsOfferedAgain(t *testing.T) {
	a := newSide(t)
	article, body := a.text.Article(), a.text.Body()
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: body.NextWord(0)})
	if err != nil {
		t.Fatal(err)
	}
	decide := store.Decision{
		ID: store.NewID(), Article: article.ID, Kind: store.KindStatement, Anchor: anchor, Rule: "verb.before", Confidence: 84,
		Verdict: store.VerdictRejected,
	}
	if _, err := a.Project.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) error {
		return b.Decide(decide)
	}); err != nil {
		t.Fatal(err)
	}
	a.ShowProposals()
	page, shown := a.page.(*proposalsPage)
	if !shown {
		t.Fatalf("the page is %T", a.page)
	}
	said := desktest.Said(a.Object())
	for _, want := range []string{"0 of 1 accepted", "80 to 89 % sure", "1 rejected in this article", anchor.Exact()} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q:\n%s", want, said)
		}
	}
	page.reopen(decide.ID)
	if left, err := a.Project.Decisions(t.Context(), article.ID); err != nil || len(left) != 0 {
		t.Errorf("decided is %+v, %v", left, err)
	}
	if strings.Contains(desktest.Said(a.Object()), "rejected in this article") {
		t.Error("it is still listed as rejected")
	}
}

func TestTheKindsAndTheLeastConfidenceOfProposalsAreKept(t *testing.T) {
	a := newSide(t)
	a.ShowProposals()
	page := a.page.(*proposalsPage)
	page.first.OnChanged("80")
	if got := a.Prefs.LeastConfidence(); got != 0.8 {
		t.Errorf("at least %v", got)
	}
	a.Prefs.ProposeNothing(false)
	a.ShowProposals()
	for _, o := range a.page.objects() {
		if tick, is := o.(*control.Tick); is {
			if !tick.Checked {
				t.Errorf("%q is not ticked", tick.Text)
			}
			tick.SetChecked(false)
		}
	}
	if !a.Prefs.ProposesNothing() {
		t.Error("some are proposed still")
	}
}
