package reading

import (
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// An issue is guessed as soon as it is there.
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
	r.Write(t, func(b *store.Batch) error {
		_, err := b.AddIssue(store.Issue{Name: "Harbour toll"})
		return err
	})
	r.view.RenewProposals()
	if got := on(); got != "Harbour toll" {
		t.Errorf("it is on %q", got)
	}
}
