package notes

import (
	"slices"

	"standpoint/store/text"
)

// shown returns the document as any renderer can write it without harm to who reads it: no control characters, nothing that
// turns the direction of what stands after it. What stood there is named in its place.
func shown(d Document) Document {
	d.Title = text.Shown(d.Title)
	showBlocks(d.Blocks)
	return d
}

func showBlocks(blocks []Block) {
	for i, b := range blocks {
		switch b := b.(type) {
		case Heading:
			showText(b.Text)
		case Paragraph:
			showText(b.Text)
		case Quote:
			b.Words, b.Translation = text.Shown(b.Words), text.Shown(b.Translation)
			showText(b.Lead)
			blocks[i] = b
		case List:
			for _, item := range b.Items {
				showText(item.Text)
				showBlocks(item.Blocks)
			}
		case Passage:
			for _, m := range b.Marks {
				for _, line := range m.Lines {
					showText(line)
				}
			}
		case Table:
			for _, row := range slices.Concat(b.Rows, [][]Text{b.Head}) {
				for _, cell := range row {
					showText(cell)
				}
			}
		}
	}
}

func showText(t Text) {
	for i := range t {
		t[i].Text, t[i].Link = text.Shown(t[i].Text), text.Shown(t[i].Link)
		showText(t[i].Note)
	}
}
