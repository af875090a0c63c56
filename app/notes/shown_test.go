package notes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNotesHoldNothingThatDoesHarm shows each place in which a document has words.
func TestNotesHoldNothingThatDoesHarm(t *testing.T) {
	document := func(words string) Document {
		text := Text{{Text: words, Link: words}}
		item := Item{Text: text, Blocks: []Block{Quote{Words: words, Translation: words, Lead: text}}}
		return Document{Title: words, Blocks: []Block{
			Heading{Level: 2, Text: text}, Paragraph{text}, List{Items: []Item{item}}, Table{Head: []Text{text}, Rows: [][]Text{{text}}},
		}}
	}
	got := shown(document("Ve\x1b[31mnn\u202e\nand\ta line"))
	if diff := cmp.Diff(document("Ve<U+001B>[31mnn<U+202E>\nand\ta line"), got); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}
