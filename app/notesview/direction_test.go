package notesview

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/notes"
)

// The words of a quotation and the bar beside them stand where they are read from.
func TestAQuotationThatIsReadFromTheRightStandsThere(t *testing.T) {
	r := sample(t)
	for words, atRight := range map[string]bool{"قال الوزير إن الميناء مفتوح": true, "The harbour is open": false} {
		r.preview.show(lay(notes.Document{Title: "Talks", Blocks: []notes.Block{notes.Quote{Words: words}}}), true)
		v := newRowView()
		v.fill(r.preview.pages.rows[1], -1)
		v.Resize(r.preview.list.Size())
		(&rowDrawing{v}).Layout(v.Size())
		line := v.parts[0].line
		bar := v.bar.Position().X
		if left, column := v.inside(v.Size().Width); bar < left || bar+barWidth > left+column || line.Position().X < left {
			t.Errorf("%s: the bar at %v or the words at %v are beside the column", words, bar, line.Position().X)
		}
		if right := bar > line.Position().X+line.Size().Width; right != atRight || !right && bar > line.Position().X {
			t.Errorf("%s: from %v, %v wide, and the bar at %v", words, line.Position().X, line.Size().Width, bar)
		}
	}
}

func TestAnItemThatBeginsWithABlockHasNoEmptyRow(t *testing.T) {
	p := lay(notes.Document{Title: "Talks", Blocks: []notes.Block{notes.List{Items: []notes.Item{
		{Anchor: "a", Blocks: []notes.Block{notes.Quote{Words: "The harbour is open."}}},
		{Anchor: "b", Text: notes.Text{{Text: "An item"}}},
	}}}})
	if len(p.rows) != 3 || p.rows[1].kind != rowQuote || p.rows[1].depth != 1 || p.places["a"] != 1 || p.places["b"] != 2 {
		t.Errorf("rows are %v, places %v", said(p), p.places)
	}
	if d := p.part([]int{2}); len(d.Blocks) != 1 || len(d.Blocks[0].(notes.List).Items) != 1 {
		t.Errorf("the second item is %v", d.Blocks)
	}
}

// Lines of the notes that begin with a name from the right run as the notes do; a title and somebody's own paragraph as their letters.
func TestLinesOfTheNotesRunAsTheNotesDo(t *testing.T) {
	r := sample(t)
	name, own := "صحيفة الخليج", "رأيي في الخطة"
	line := notes.Text{{Text: name, Style: notes.Emphasis}, {Text: ", 5 March 2031"}}
	r.preview.show(lay(notes.Document{Title: "Talks", Blocks: []notes.Block{
		notes.Paragraph{Text: line},
		notes.List{Items: []notes.Item{{Text: line}, {Text: notes.Text{{Text: name}}}}},
		notes.Heading{Level: 2, Text: notes.Text{{Text: name}}},
		notes.Paragraph{Text: notes.Text{{Text: own}}},
	}}), true)
	for at, atRight := range map[int]bool{1: false, 2: false, 3: false, 4: true, 5: true} {
		v := newRowView()
		v.fill(r.preview.pages.rows[at], -1)
		v.Resize(fyne.NewSize(600, 100))
		(&rowDrawing{v}).Layout(v.Size())
		words := v.parts[len(v.parts)-1].line
		if got := words.RunAt(fyne.NewPos(2, 8)) < 0; got != atRight {
			t.Errorf("row %d begins at the right: %v", at, got)
		}
	}
}
