package textview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

func TestDraggingSelectsAndReportsOnce(t *testing.T) {
	v := showing(t, article)
	var got []text.Span
	v.OnSelect = func(s text.Span) { got = append(got, s) }
	want := v.span("delegation would try")
	v.drag(v.point(want.Start), v.point(want.End))
	if diff := cmp.Diff([]text.Span{want}, got); diff != "" {
		t.Error(diff)
	}
	if s := v.SelectedText(); s != "delegation would try" {
		t.Errorf("selected %q", s)
	}
}

func TestSeveralClicksSelectWordSentenceParagraph(t *testing.T) {
	v := showing(t, article)
	at := v.span("Brennick").Start + 2
	for clicks, want := range map[int]string{
		2: "Brennick",
		3: "Tula Brennick disagreed: “not today,” she told Dr. Asker.",
		4: strings.SplitN(article, "\n", 2)[0],
	} {
		v.now = func() time.Time { return time.Unix(int64(clicks)*100, 0) }
		v.pointer.clicks = 0
		for range clicks {
			v.click(at)
		}
		if got := v.SelectedText(); got != want {
			t.Errorf("%d clicks select %q, want %q", clicks, got, want)
		}
	}
}

func TestSlowClicksAreSingleOnes(t *testing.T) {
	v := showing(t, article)
	now := time.Unix(0, 0)
	v.now = func() time.Time { return now }
	v.click(5)
	now = now.Add(2 * clickPause)
	v.click(5)
	if !v.Selection().Empty() {
		t.Errorf("selected %q", v.SelectedText())
	}
}

func TestDoubleClickDragSelectsWholeWords(t *testing.T) {
	v := showing(t, article)
	from, to := v.span("delegation").Start+3, v.span("would").Start+2
	v.click(from)
	v.drag(v.point(from).AddXY(2, 0), v.point(to).AddXY(2, 0))
	if got := v.SelectedText(); got != "delegation would" {
		t.Errorf("selected %q", got)
	}
}

func TestShiftClickExtends(t *testing.T) {
	v := showing(t, article)
	from, to := v.span("said").Start, v.span("would").End
	v.click(from)
	v.press(v.point(to), fyne.KeyModifierShift)
	v.release(v.point(to))
	if got := v.SelectedText(); got != "said the delegation would" {
		t.Errorf("selected %q", got)
	}
}

func TestDraggingBelowTheEdgeScrolls(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 40))
	v.press(v.point(10), 0)
	v.dragTo(fyne.NewPos(200, v.measures.size.Height+80))
	before := v.ReadingPosition()
	for range 60 {
		v.turn()
	}
	if v.ReadingPosition() <= before || v.Selection().End <= v.ReadingPosition() {
		t.Errorf("from %d to %d, selected up to %d", before, v.ReadingPosition(), v.Selection().End)
	}
	v.release(fyne.NewPos(200, 900))
	v.turn()
	if stopped := v.ReadingPosition(); stopped != v.ReadingPosition() || len(v.queue) > 0 {
		t.Error("goes on scrolling after the button is up")
	}
}

func TestClickingAgainPicksTheNextMarkBelow(t *testing.T) {
	v := showing(t, article)
	v.SetMarks([]Mark{
		mark(1, Underline, v.span("Odalys said the delegation would try.")),
		mark(2, Tint, v.span("delegation")),
		mark(3, Band, v.span("the delegation would")),
	})
	var got []byte
	v.OnPick = func(id MarkID) { got = append(got, id[0]) }
	now := time.Unix(0, 0)
	v.now = func() time.Time { now = now.Add(time.Second); return now }
	at := v.span("delegation").Start + 3
	for range 4 {
		v.click(at)
	}
	if diff := cmp.Diff([]byte{2, 3, 1, 2}, got); diff != "" {
		t.Error(diff)
	}
	if v.Caret() < at || v.Caret() > at+1 {
		t.Errorf("caret at %d, clicked %d", v.Caret(), at)
	}
}

func TestMarginIsClickedAndHovered(t *testing.T) {
	v := showing(t, article)
	m := mark(1, Underline, v.span("The second paragraph"))
	m.Margin = []string{"Odalys", "▲ Ceasefire"}
	v.SetMarks([]Mark{m})
	var picked, hovered []MarkID
	v.OnPick = func(id MarkID) { picked = append(picked, id) }
	v.OnHover = func(id MarkID, _ fyne.Position) { hovered = append(hovered, id) }
	box := v.drawn.(*drawing).labels[len(v.drawn.(*drawing).labels)-1]
	at := fyne.NewPos(box.x+2, box.y+2)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	v.press(at, 0)
	v.release(at)
	v.MouseOut()
	if len(picked) != 1 || picked[0] != m.ID {
		t.Errorf("picked %v", picked)
	}
	if diff := cmp.Diff([]MarkID{m.ID, {}}, hovered); diff != "" {
		t.Error(diff)
	}
}

func TestADragLightsNoMarkUp(t *testing.T) {
	v := showing(t, article)
	m := mark(1, Underline, v.span("The second paragraph"))
	v.SetMarks([]Mark{m})
	at := v.point(m.Spans[0].Start + 2)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if v.pointer.over != m.ID {
		t.Fatal("the mark under the pointer is not lit up")
	}
	v.press(at, 0)
	v.dragTo(v.point(m.Spans[0].Start + 9))
	if v.pointer.over == m.ID {
		t.Error("it is lit up while the mouse selects")
	}
}

func TestRightClickAsksForTheMenu(t *testing.T) {
	v := showing(t, article)
	var at fyne.Position
	v.OnMenu = func(p fyne.Position) { at = p }
	test.TapSecondaryAt(v.View, fyne.NewPos(220, 100))
	if at.X == 0 {
		t.Error("no menu")
	}
}

func TestScrollBarReachesBothEnds(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 60))
	x := v.measures.size.Width - 4
	v.press(fyne.NewPos(x, 4), 0)
	v.dragTo(fyne.NewPos(x, 2000))
	if v.fraction() != 1 {
		t.Errorf("dragged down to %v", v.fraction())
	}
	v.dragTo(fyne.NewPos(x, -100))
	if v.fraction() != 0 || v.ReadingPosition() != 0 {
		t.Errorf("dragged up to %v, %d", v.fraction(), v.ReadingPosition())
	}
	v.release(fyne.NewPos(x, -100))
}

func TestEveryVisiblePositionIsClickedWhereItIsDrawn(t *testing.T) {
	v := showing(t, article+"\n\nקראנו את Reuters ב-16 במאי.\n\nCafe\u0301 naïve 🇺🇦🇹🇷 end")
	for _, row := range v.column.VisibleRows(v.anchor, 500) {
		for pos := row.Span.Start; pos < row.SeenEnd(); pos = v.body.NextGrapheme(pos) {
			at := v.placeAt(v.point(pos))
			if got := v.column.RowAt(at).X(at.Pos); max(got-row.X(pos), row.X(pos)-got) > 0.01 {
				t.Errorf("position %d %q is drawn at %v, a click there finds %d at %v", pos, v.body.RuneAt(pos), row.X(pos), at.Pos, got)
			}
		}
	}
}

func TestWhoGoesOnToOtherWordsLeavesTheMark(t *testing.T) {
	now := time.Unix(0, 0)
	for name, tt := range map[string]struct {
		do     func(v *bench)
		leaves bool
	}{
		"a click on plain text":           {func(v *bench) { v.click(v.span("Odalys").Start + 2) }, true},
		"a click below the text":          {func(v *bench) { v.press(fyne.NewPos(650, 480), 0); v.release(fyne.NewPos(650, 480)) }, true},
		"dragging over other words":       {func(v *bench) { v.drag(v.point(0), v.point(v.span("said").End)) }, true},
		"selecting other words by keys":   {func(v *bench) { v.Select(text.Span{}); v.key(fyne.KeyRight, fyne.KeyModifierShift) }, true},
		"dragging over its own words":     {func(v *bench) { v.drag(v.point(0), v.point(v.span("delegation").End)) }, false},
		"moving the caret through it all": {func(v *bench) { v.Select(text.Span{}); v.key(fyne.KeyRight, 0) }, false},
		"a click on the mark":             {func(v *bench) { v.click(v.span("delegation").Start + 2) }, false},
	} {
		v := showing(t, article)
		v.now = func() time.Time { now = now.Add(time.Second); return now }
		m := mark(1, Tint, v.span("delegation"))
		v.SetMarks([]Mark{m})
		v.SetCurrent(m.ID, true)
		left := 0
		v.OnUnpick = func() { left++ }
		tt.do(v)
		if _, picked := v.Current(); picked == tt.leaves || left > 1 || (left == 1) != tt.leaves {
			t.Errorf("%s: it is the current one: %v; told %d times", name, picked, left)
		}
	}
}

func TestWordsAreInViewOrNot(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 20))
	first, last := v.span("Odalys"), text.Span{Start: v.body.Len() - 5, End: v.body.Len() - 3}
	if !v.InView(first) || v.InView(last) {
		t.Errorf("at the beginning the first words are in view: %v, the last: %v", v.InView(first), v.InView(last))
	}
	v.Reveal(last)
	if v.InView(first) || !v.InView(last) {
		t.Errorf("at the end the first words are in view: %v, the last: %v", v.InView(first), v.InView(last))
	}
}
