package suggest

import (
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// The actors of coded articles are in the project, so that none of them is new any more: that must not teach that nobody new is ever
// annotated.
func TestActorsWhomOneArticleAloneNamesAreNewToItWhereItIsLearntFrom(t *testing.T) {
	one, both := store.ID{15: 1}, store.ID{15: 2}
	known := Know(map[store.ID]store.Name{
		one: {ID: one, Name: "Victor Dale", Kind: kindPerson}, both: {ID: both, Name: "Anna Kessel", Kind: kindPerson},
	})
	mention := func(id store.ID) Proposal {
		return Proposal{Kind: store.KindMention, Spans: []text.Span{{End: 1}}, Party: Party{Actor: id}}
	}
	b, err := text.NewBody("Trade Minister Victor Dale met Harbour Minister Anna Kessel.")
	if err != nil {
		t.Fatal(err)
	}
	lessons := []Lesson{
		{Body: b, Whole: true, Right: []Proposal{mention(one), mention(both)}},
		{Body: b, Whole: true, Right: []Proposal{mention(both)}},
	}
	own := known.ownOf(lessons)
	if len(own[0]) != 1 || own[0][0].ID != one || len(own[1]) != 0 {
		t.Fatalf("own: %v", own)
	}
	rules := func(p *pupil) map[store.ID]string {
		p.open()
		defer p.close()
		found := map[store.ID]string{}
		for _, m := range p.found {
			if m.Kind == store.KindMention {
				found[m.Party.Actor] = m.Rule
			}
		}
		return found
	}
	r := &Reader{Known: known}
	p := newPupil(r, &lessons[0], 0, own[0], nil)
	if got := rules(p); got[store.ID{}] != ruleTitle || got[both] != ruleKnown || got[one] != "" {
		t.Errorf("while learning: %v", got)
	}
	if got := rules(newPupil(r, &lessons[1], 0, own[1], nil)); got[one] != ruleKnown || got[both] != ruleKnown {
		t.Errorf("afterwards: %v", got)
	}
}
