package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// In an article of Friday, 16 May 2025.
func TestTheDayOnWhichSomethingWasSaidIsOfTheClauseThatTellsOfIt(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{"Mara Ellin told reporters on Thursday that the harbour would open on Monday.", "Thursday = 2025-05-15"},
		{
			"Ellin told reporters on Thursday that she did not hope for much and suggested that the toll be cut.",
			"Thursday = 2025-05-15; Thursday = 2025-05-15",
		},
		{"Mara Ellin told reporters Thursday the harbour would open on Monday.", "Thursday = 2025-05-15"},
		{"“The harbour opens on Monday,” Mara Ellin said on 14 May.", "14 May = 2025-05-14"},
		{"“The harbour opens on Monday,” said Mara Ellin, the mayor.", ""},
		{"“The harbour opens on Monday,” said Mara Ellin on Friday.", "Friday = 2025-05-16"},
		{"The harbour opens on Monday, Mara Ellin announced yesterday.", "yesterday = 2025-05-15"},
		{"On Tuesday she said that the harbour was closed.", "Tuesday = 2025-05-13"},
		{"On Tuesday, Mara Ellin said that the harbour was closed.", "Tuesday = 2025-05-13"},
		{"In a letter on Tuesday, Mara Ellin said that the harbour was closed.", "Tuesday = 2025-05-13"},
		{"Speaking to pilots in Sarn on Tuesday, Mara Ellin said that the harbour was closed.", "Tuesday = 2025-05-13"},
		{"Mara Ellin on Wednesday denied that the harbour was closed.", "Wednesday = 2025-05-14"},
		{"Mara Ellin said in a statement late on Wednesday that the harbour was closed.", "Wednesday = 2025-05-14"},
		{
			"Mara Ellin said on Tuesday that the harbour was closed, and added that the pilots had left.",
			"Tuesday = 2025-05-13; Tuesday = 2025-05-13",
		},
		{"Mara Ellin called the toll “a farce” on Thursday.", "Thursday = 2025-05-15"},
		{"Mara Ellin said on 16 May 2025 at 10:00 GMT that the harbour was closed.", "16 May 2025 at 10:00 GMT = 2025-05-16T10:00:00Z"},

		{"Mara Ellin said last week that the harbour was closed.", ""},
		{"Mara Ellin said in March that the harbour was closed.", ""},
		{"Mara Ellin said last summer that the harbour was closed.", ""},
		{"Mara Ellin said the harbour closed on Monday.", ""},
		{"Mara Ellin, who came on Monday, said that the harbour was closed.", ""},
		{"Mara Ellin, speaking on Monday, said that the harbour was closed.", "Monday = 2025-05-12"},
		{"After Monday’s vote, Mara Ellin said that the harbour was closed.", ""},
		{"The harbour closed on Monday, and Mara Ellin said that the pilots had left.", ""},
		{"Asked about the vote on Monday, Mara Ellin said that the harbour was closed.", ""},
		{"Mara Ellin told reporters ahead of the vote on Sunday that the harbour was closed.", ""},
		{"Mara Ellin said of the vote on Monday that it was late.", ""},
		{"“The harbour was closed,” Mara Ellin said before Monday’s vote.", ""},
	} {
		b, err := text.NewBody(row.said)
		if err != nil {
			t.Fatal(err)
		}
		r := Reader{Known: Know(nil)}
		var all []string
		statements := 0
		for _, p := range r.Read(Text{Known: r.Known, Body: b}, Facts{Language: "en", Published: "2025-05-16"}) {
			if p.Kind != store.KindStatement {
				continue
			}
			statements++
			if !p.Said.On.IsZero() {
				all = append(all, b.Slice(p.Said.On.Span)+" = "+string(p.Said.On.Date))
			}
		}
		if got := strings.Join(all, "; "); got != row.want || statements == 0 {
			t.Errorf("%s\n got %s, of %d\nwant %s", row.said, got, statements, row.want)
		}
	}
}
