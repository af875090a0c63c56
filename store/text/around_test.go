package text

import (
	"strings"
	"testing"
)

func TestWhatStandsAroundASpanIsCutBetweenLinesOrWords(t *testing.T) {
	b := mustBody(t, "The first line.\nThe second, with the words in it.\nThe third line is longer than the others.")
	words := Span{strings.Index(b.String(), "words"), strings.Index(b.String(), "words") + len("words")}
	for reach, want := range map[int]string{
		0: "words", 6: " the words in ", 30: "The second, with the words in it.", 1000: b.String(),
	} {
		part, start := b.Around(words, reach)
		if part.String() != want || part.Slice(words.Moved(-start)) != "words" {
			t.Errorf("within %d it is %q from %d on, want %q", reach, part.String(), start, want)
		}
	}
	if part, start := b.Around(Span{0, b.Len()}, 5); part != b || start != 0 {
		t.Error("all of a body comes back as another one")
	}
}
