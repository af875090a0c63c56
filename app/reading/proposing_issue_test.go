package reading

import (
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/suggest"
	"standpoint/store"
)

// An issue is guessed as soon as it is there, and read anew only after a write that may have changed it.
func TestAProposedPositionIsOnAnIssueThatWasMadeSince(t *testing.T) {
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	r := newReads(d)
	a := r.AddArticle(t, store.Article{Title: "Toll", Published: "2031-03-04", Language: "en"}, "Norvia opposes the harbour toll.")
	r.view.OpenAt(a.ID, nil)
	on := func() string {
		for _, p := range r.view.proposing.found.Proposals {
			if p.Kind == store.KindPosition {
				return p.Stand.Target.Name
			}
		}
		t.Fatal("no position is proposed")
		return ""
	}
	if got := on(); got != "" {
		t.Errorf("it is on %q", got)
	}
	before := r.view.proposing.mind.issues
	r.view.RenewProposals()
	if r.view.proposing.mind.issues != before {
		t.Error("the issues were read again")
	}
	r.Write(t, func(b *store.Batch) error {
		_, err := b.AddIssue(store.Issue{Name: "Harbour toll"})
		return err
	})
	r.view.RenewProposals()
	if got := on(); got != "Harbour toll" {
		t.Errorf("it is on %q", got)
	}
	r.view.proposing.mind.issues = suggest.KnowIssues(nil)
	r.view.RenewProposals()
	if got := on(); got != "" {
		t.Errorf("though nothing was written, it is on %q", got)
	}
}
