package suggest_test

import (
	"strings"
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
)

// What somebody quotes while being quoted ends with its own marks, and was said by whoever “they” are; “what” may begin what is said.
func TestWordsWithinOtherWordsBeginAndEndWhereTheyAreSaid(t *testing.T) {
	for said, want := range map[string]string{
		"“People say ‘this is politics’ and shrug,” Peter Holm said.":                                   "‘this is politics’",
		"“He wrote ‘not acceptable’ on the first page,” said Peter Holm, a lawyer.":                     "‘not acceptable’",
		"“When the mayor says ‘soon’ she means never,” said Peter Holm.":                                "‘soon’",
		"“We asked once, they said ‘next year,’ and then nothing happened,” Anna Kessel told us.":       "‘next year,’",
		"Norvia rejected what it said amounted to surrender.":                                           "amounted to surrender",
		"The plan, which Peter Holm called “a cheap trick,” was adopted on Monday by all of the board.": "“a cheap trick,”",
	} {
		b := bodyOf(t, said)
		k := suggest.Know(nil)
		r := suggest.Reader{Known: k, Unproven: true} // where they begin and end, not how sure they are
		var found []string
		for _, p := range r.Read(suggest.Text{Known: k, Body: b}, suggest.Facts{Language: "en"}) {
			if p.Kind == store.KindStatement && p.Confidence >= 0.5 {
				found = append(found, b.Slice(p.Spans[0]))
			}
		}
		if all := strings.Join(found, "\n"); !strings.Contains("\n"+all+"\n", "\n"+want+"\n") {
			t.Errorf("%s\nsays\n%s\nwithout %s", said, all, want)
		}
	}
}
