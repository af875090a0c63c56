package textview

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/google/go-cmp/cmp"

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
	for _, box := range v.drawn.(*drawing).labels {
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
	at := slices.IndexFunc(v.drawn.(*drawing).labels, func(b marginBox) bool { return b.crowd != nil })
	box := v.drawn.(*drawing).labels[at]
	p := fyne.NewPos(box.x+box.width/2, (box.y+box.end)/2)
	v.press(p, 0)
	v.release(p)
	if picked || len(asked) == 0 || !slices.Equal(asked, box.crowd) {
		t.Errorf("a click asks for %v, should for %v; picked: %v", asked, box.crowd, picked)
	}
}

// written is what stands in the margin, from top to bottom. A sign is a text of its own,
// where the font has none.
func (b *bench) written() []string {
	var lines []string
	var last fyne.Position
	for _, o := range b.drawn.(*drawing).over {
		label, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		at := label.Position()
		if up := at.Y - last.Y; len(lines) > 0 && max(up, -up) < 6 && !strings.HasPrefix(label.Text, "+") {
			lines[len(lines)-1] += " " + label.Text
		} else {
			lines = append(lines, strings.TrimSpace(label.Text))
		}
		last = at
	}
	return lines
}

func TestEachThingInTheMarginKeepsItsBeginningOrIsCounted(t *testing.T) {
	const opposes, supports = "▼ the toll on the upper canal", "▲ joint inspections at the locks"
	for _, c := range []struct {
		name   string
		margin []string
		want   [][2]string // how each row begins and ends
	}{
		{"one", []string{"Odalys", opposes}, [][2]string{{"Odalys", "Odalys"}, {"▼ the", ""}, {"", ""}}},
		{"two", []string{"Odalys", opposes, supports}, [][2]string{{"Odalys", "Odalys"}, {"▼ the", "…"}, {"▲ joint", "…"}}},
		{
			"four",
			[]string{"Odalys", opposes, supports, "● Power", "? Mandate"},
			[][2]string{{"Odalys", "Odalys"}, {"▼ the", "…"}, {"▲ joint", "… +2"}},
		},
		{
			"short",
			[]string{"Odalys", "▼ Toll", "▲ Power", "● Court"},
			[][2]string{{"Odalys", "Odalys"}, {"▼ Toll", "Toll"}, {"▲ Power", "Power +1"}},
		},
	} {
		v := showing(t, article)
		v.SetMarks([]Mark{{ID: MarkID{1}, Style: Underline, Colour: amber, Spans: []text.Span{v.span("Odalys")}, Margin: c.margin}})
		rows := v.written()
		if len(rows) != len(c.want) {
			t.Errorf("%s: written is %q", c.name, rows)
			continue
		}
		for i, want := range c.want {
			if !strings.HasPrefix(rows[i], want[0]) || !strings.HasSuffix(rows[i], want[1]) {
				t.Errorf("%s: row %d is %q, should begin with %q and end with %q", c.name, i, rows[i], want[0], want[1])
			}
		}
	}
}

func TestALabelInOneLineIsTheBriefOne(t *testing.T) {
	v := crowded(t, 9)
	list := slices.Clone(v.Marks())
	for i := range list {
		list[i].Brief = fmt.Sprint("▼ Speaker ", i+1)
	}
	v.SetMarks(list)
	brief := slices.DeleteFunc(v.written(), func(line string) bool { return !strings.HasPrefix(line, "▼ Speaker") })
	if len(brief) == 0 {
		t.Errorf("written is %q: no line begins with the stance", v.written())
	}
}

// Where the next label leaves room for two lines of three, two are written: who, and the first of what follows.
func TestALabelHasAsManyLinesAsThereIsRoomFor(t *testing.T) {
	v := showing(t, strings.Repeat("All of them said so. ", 60))
	rows := v.column.VisibleRows(v.anchor, 500)
	var marks []Mark
	for n, at := range []int{0, 1} {
		marks = append(marks, Mark{
			ID: MarkID{byte(n + 1)}, Style: Underline, Colour: amber,
			Spans:  []text.Span{{Start: rows[at].Span.Start, End: rows[at].Span.Start + 5}},
			Margin: []string{fmt.Sprint("O", n), "▼ Toll", "▲ Power"}, Brief: fmt.Sprint("▼▲ O", n),
		})
	}
	v.SetMarks(marks)
	if diff := cmp.Diff([]string{"O0", "▼ Toll +1", "O1", "▼ Toll", "▲ Power"}, v.written()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Marks in rows one below the other have room for two lines each, but for the last.
func TestTheSameLineIsNotWrittenAgainButCounted(t *testing.T) {
	for _, c := range []struct {
		name    string
		speaker func(n int) string
		times   int
	}{
		{"one speaker", func(int) string { return "Odalys" }, 1},
		{"four speakers", func(n int) string { return fmt.Sprint("O", n) }, 3},
	} {
		v := showing(t, strings.Repeat("All of them said so. ", 30))
		var marks []Mark
		for n, row := range v.column.VisibleRows(v.anchor, 500)[:4] {
			marks = append(marks, Mark{
				ID: MarkID{byte(n + 1)}, Style: Underline, Colour: amber,
				Spans:  []text.Span{{Start: row.Span.Start, End: row.Span.Start + 5}},
				Margin: []string{c.speaker(n), "▼ Toll", "▲ Power"}, Brief: "▼▲ " + c.speaker(n),
			})
		}
		v.SetMarks(marks)
		short := 0
		for _, line := range v.written() {
			if strings.HasPrefix(line, "▼ Toll +1") {
				short++
			}
		}
		counted := 0
		for _, box := range v.drawn.(*drawing).labels {
			counted += len(box.crowd)
		}
		if short != c.times || counted != 3-c.times { // the last has room for all
			t.Errorf("%s: written is %q, %d are counted", c.name, v.written(), counted)
		}
	}
}

// Three marks in one row, of three colours: their stripes stand side by side, away from some of the labels.
func TestEveryLabelHasTheColourOfItsStripe(t *testing.T) {
	v := showing(t, article)
	colours := []color.NRGBA{amber, {R: 0x20, G: 0x60, B: 0xd0, A: 0xff}, {R: 0x10, G: 0x80, B: 0x40, A: 0xff}}
	var list []Mark
	for n, c := range colours {
		list = append(list, Mark{
			ID: MarkID{byte(n + 1)}, Style: Underline, Colour: c,
			Spans: []text.Span{{Start: 4 + n, End: 300 + n}}, Margin: []string{fmt.Sprint("Speaker ", n+1)},
		})
	}
	v.SetMarks(list)
	found := 0
	for _, o := range v.drawn.(*drawing).over {
		label, ok := o.(*canvas.Text)
		if !ok || !strings.HasPrefix(label.Text, "Speaker ") {
			continue
		}
		found++
		if want := v.drawn.(*drawing).ink.readable(colours[label.Text[len("Speaker ")]-'1']); label.Color != want {
			t.Errorf("the label of %s has the colour %v, want %v", label.Text, label.Color, want)
		}
	}
	if found != len(colours) {
		t.Errorf("%d labels are drawn, want %d", found, len(colours))
	}
}
