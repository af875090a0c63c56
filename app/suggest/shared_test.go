package suggest

import (
	"sync"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// What is known of the actors is read by several goroutines at once; the race detector tells if one writes.
func TestSeveralTextsAreReadAtOnceWithTheSameKnowledge(t *testing.T) {
	k := knowing("person:Anna Kessel", "state:Norvia")
	var all sync.WaitGroup
	for range 4 {
		body, err := text.NewBody("Norvia sent Anna Kessel. “We go,” Trade Minister Okto Brill told Kessel. Brill was late.")
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			said := Text{Known: k, Body: body}
			(&Reader{Known: k}).Read(said, Facts{})
			said.Introduced(text.Span{Start: 54, End: 59}) // Brill
			(&Reader{Known: k, Issues: KnowIssues(nil)}).Screen(body, "")
		})
	}
	all.Wait()
	if _, there := k.actors[store.ID{15: 1}]; !there {
		t.Error("an actor is gone")
	}
}
