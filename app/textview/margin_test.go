package textview

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

// crowded is a view in which many marks begin in one row, each with a label.
func crowded(t *testing.T, marks int) *bench {
	t.Helper()
	v := showing(t, article)
	var list []Mark
	for n := range marks {
		list = append(list, Mark{
			ID: MarkID{byte(n + 1)}, Style: Underline, Colour: amber,
			Spans: []text.Span{{Start: 4 + n, End: 30}}, Margin: []string{fmt.Sprint("Speaker ", n+1), "Toll"},
		})
	}
	v.SetMarks(list)
	return v
}

func TestMarksWithoutRoomForALabelAreCounted(t *testing.T) {
	const marks = 9
	v := crowded(t, marks)
	labelled, counted := map[MarkID]bool{}, map[MarkID]bool{}
	for _, box := range v.drawn.labels {
		if box.width > stripeWidth+6 && box.crowd == nil {
			labelled[box.mark] = true
		}
		for _, id := range box.crowd {
			counted[id] = true
		}
	}
	if len(counted) == 0 || len(labelled) == 0 || len(labelled)+len(counted) != marks {
		t.Fatalf("%d marks have a label, %d are counted, of %d", len(labelled), len(counted), marks)
	}
	for id := range counted {
		if labelled[id] {
			t.Errorf("mark %d has a label and is counted", id[0])
		}
	}
}

func TestAClickOnACountAsksWhichMark(t *testing.T) {
	v := crowded(t, 9)
	var asked []MarkID
	picked := false
	v.OnCrowd = func(ids []MarkID, _ fyne.Position) { asked = ids }
	v.OnPick = func(MarkID) { picked = true }
	at := slices.IndexFunc(v.drawn.labels, func(b marginBox) bool { return b.crowd != nil })
	box := v.drawn.labels[at]
	p := fyne.NewPos(box.x+box.width/2, (box.y+box.end)/2)
	v.press(p, 0)
	v.release(p)
	if picked || len(asked) == 0 || !slices.Equal(asked, box.crowd) {
		t.Errorf("a click asks for %v, should for %v; picked: %v", asked, box.crowd, picked)
	}
}
