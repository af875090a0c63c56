package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// What is looked for in a sentence has an end, however long what looks like one is.
func TestASentenceIsReadInPiecesThatHaveAnEnd(t *testing.T) {
	for _, unit := range []string{"Xavier, who said “no”, ", "and said, ", "He said that she said that ", "停火"} {
		b, err := text.NewBody(strings.TrimSpace(strings.Repeat(unit, 3000)))
		if err != nil {
			t.Fatal(err)
		}
		d := newDocument(Text{Known: Know(map[store.ID]store.Name{}), Body: b}, Facts{})
		at := 0
		for _, s := range d.sentences {
			if s[0] != at || s[1]-s[0] > mostOfSentence {
				t.Errorf("%q: a sentence goes from word %d to %d", unit, s[0], s[1])
			}
			at = s[1]
		}
		if at != len(d.words) {
			t.Errorf("%q: the sentences end at word %d of %d", unit, at, len(d.words))
		}
	}
}
