package textview

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
)

// shown are the texts in view and where they begin.
func (b *bench) shown() map[string]float32 {
	found := map[string]float32{}
	for _, o := range b.drawn.(*drawing).objects {
		if t, ok := o.(*canvas.Text); ok {
			found[t.Text] = t.Position().X
		}
	}
	return found
}

func TestParagraphsAreNumberedAsNotesCiteThem(t *testing.T) {
	v := showing(t, article)
	face := v.Face()
	face.Numbers = true
	v.SetFace(face)
	shown := v.shown()
	for _, number := range []string{"1", "2", "3"} {
		x, ok := shown[number]
		if !ok || x >= v.measures.columnX || x < v.measures.marginX {
			t.Errorf("number %s at %v (%v), the column begins at %v", number, x, ok, v.measures.columnX)
		}
	}
	if _, ok := shown["4"]; ok {
		t.Error("a paragraph too many")
	}
}

func TestMarginAtTheRightStandsBesideTheText(t *testing.T) {
	v := showing(t, article)
	m := mark(1, Underline, v.span("The second paragraph"))
	m.Margin = []string{"Odalys", "▲ Ceasefire"}
	v.SetMarks([]Mark{m})
	face := v.Face()
	face.MarginRight = true
	v.SetFace(face)
	edge := v.measures.columnX + v.measures.columnWidth
	if len(v.drawn.(*drawing).labels) != 2 {
		t.Fatalf("%d boxes", len(v.drawn.(*drawing).labels))
	}
	for _, b := range v.drawn.(*drawing).labels {
		if b.x < edge || b.x+b.width > v.measures.size.Width-barWidth {
			t.Errorf("box from %v to %v, text ends at %v, bar begins at %v", b.x, b.x+b.width, edge, v.measures.size.Width-barWidth)
		}
	}
	face.MarginWidth = 0
	v.SetFace(face)
	if len(v.drawn.(*drawing).labels) != 0 {
		t.Error("a hidden margin has boxes")
	}
}

func TestAChangedFaceKeepsThePlace(t *testing.T) {
	w := workloads[0]
	v := newBench(t, benchSize)
	v.SetBody(Header{Title: "A title"}, w.body())
	v.SetReadingPosition(w.points / 2)
	row := v.column.Row(v.anchor.Block, 0).Block
	face := v.Face()
	face.TextSize, face.Numbers, face.MarginRight = 20, true, true
	v.SetFace(face)
	if got := v.column.Row(v.anchor.Block, 0).Block; got != row {
		t.Errorf("from paragraph %d to %d", row, got)
	}
}
