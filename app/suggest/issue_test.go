package suggest_test

import (
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// A project with positions on three issues tells on which a proposed one is, where that is clear.
func TestTheIssueOfAPositionIsGuessedFromItsNameAndFromWhatIsRecordedOnIt(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{"Norvia opposes the harbour toll.", "Harbour toll"},
		{"Velia rejected a new toll at the harbours.", "Harbour toll"},
		{"Velia rejected the levy on foreign ships.", "Harbour toll"},
		{"Norvia supports observers at the border.", "Border observers"},
		{"Norvia opposes the budget.", ""},
		{"Norvia rejected the harbour.", ""},
		{"Norvia opposes it.", ""},
		{"Norvia supports the ban on fishing vessels and ships.", ""},
	} {
		p := storetest.NewProject(t, "Ada")
		_, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
			const recorded = "The mayor is against a levy on foreign ships. She wants observers. She wants a ban on night fishing. She is late."
			article, err := b.AddArticle(store.Article{Title: "Recorded", Published: "2031-03-01", Status: store.StatusCoded}, recorded)
			if err != nil {
				return err
			}
			body, err := text.NewBody(recorded)
			if err != nil {
				return err
			}
			for _, on := range []struct {
				name       string
				start, end int
			}{{"Harbour toll", 0, 45}, {"Border observers", 46, 66}, {"Fishing ban at night", 67, 100}} {
				issue, err := b.AddIssue(store.Issue{Name: on.name})
				if err != nil {
					return err
				}
				anchor, err := text.NewAnchor(body, text.Span{Start: on.start, End: on.end})
				if err != nil {
					return err
				}
				if _, err := b.AddAnnotation(store.Annotation{
					Article: article.ID, Kind: store.KindPosition, Anchor: anchor, Stance: store.StanceOppose, Target: store.Target{Issue: issue.ID},
				}); err != nil {
					return err
				}
			}
			_, err = b.AddArticle(store.Article{Title: "New", Published: "2031-03-04", Language: "en"}, row.said)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		err = suggest.Propose(t.Context(), p, suggest.Query{Kinds: []store.Kind{store.KindPosition}}, nil, func(in suggest.Findings) error {
			for _, one := range in.Proposals {
				if got = append(got, one.Stand.Target.Name); (one.Stand.Target.Issue != store.ID{}) != (one.Stand.Target.Name != "") {
					t.Errorf("%s: the target is %+v", row.said, one.Stand.Target)
				}
			}
			return nil
		})
		if err != nil || len(got) != 1 || got[0] != row.want {
			t.Errorf("%s\n got %q, %v\nwant %q", row.said, got, err, row.want)
		}
	}
}
