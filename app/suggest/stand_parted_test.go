package suggest

import (
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// In a language that parts words at apostrophes, a verb is another word of the parted text than of the text: how sure what it says is
// follows from the verb itself, at the end of the text, too.
func TestPositionsAreFoundAtTheEndOfATextWithManyApostrophes(t *testing.T) {
	b, err := text.NewBody("L'ancien député d'une ville de l'Est, qui s'oppose à l'accord, n'a pas l'appui d'Odile Brandt. " +
		"Selon l'agence, l'État n'a plus d'argent. Odile Brandt soutient la grève.")
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: Know(nil)}
	var found []Proposal
	for _, p := range r.Read(Text{Known: r.Known, Body: b}, Facts{Language: "fr"}) {
		if p.Kind == store.KindPosition {
			found = append(found, p)
		}
	}
	if len(found) == 0 || found[len(found)-1].Spans[0].End != b.Len()-1 {
		t.Errorf("the position at the end is not among %v", found)
	}
}
