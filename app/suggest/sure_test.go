package suggest

import (
	"testing"

	"standpoint/store"
)

func TestThingsAndAnybodyAreLessSureToSayIt(t *testing.T) {
	sure := func(said string) float64 {
		body, _ := found(t, said, "harbour")
		k := Know(nil)
		for _, p := range (&Reader{Known: k, Unproven: true}).Read(Text{Known: k, Body: body}, Facts{Language: "en"}) {
			if p.Kind == store.KindStatement {
				return p.Confidence
			}
		}
		return 0
	}
	for _, c := range []struct{ people, other string }{
		{"The engineers indicated that the harbour will open.", "Longer routes indicated that the harbour will open."},
		{"The report indicated that the harbour will open.", "The longer hull indicated that the harbour will open."},
		{"Yesterday they said that the harbour will open.", "Yesterday someone said that the harbour will open."},
	} {
		if people, other := sure(c.people), sure(c.other); other == 0 || other >= 0.8*people {
			t.Errorf("%s %v\n%s %v", c.people, people, c.other, other)
		}
	}
}
