package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

// adjustable is a view whose current mark is on some words, and the words that
// the reader made of it.
func adjustable(t *testing.T, words string) (v *bench, got *string) {
	v = showing(t, article)
	got = new(string)
	v.OnAdjust = func(_ MarkID, spans []text.Span) { *got = v.body.Slice(spans[0]) }
	v.SetMarks([]Mark{mark(1, Underline, v.span(words))})
	v.SetCurrent(MarkID{1}, true)
	return v, got
}

func TestNudgingMovesAnEndByAWord(t *testing.T) {
	for _, c := range []struct {
		name  string
		nudge func(v *bench)
		want  string
	}{
		{"start earlier", func(v *bench) { v.NudgeStart(-1) }, "said the delegation would"},
		{"start later", func(v *bench) { v.NudgeStart(1) }, "delegation would"},
		{"end earlier", func(v *bench) { v.NudgeEnd(-1) }, "the delegation"},
		{"end later", func(v *bench) { v.NudgeEnd(1) }, "the delegation would try"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, got := adjustable(t, "the delegation would")
			c.nudge(v)
			if *got != c.want {
				t.Errorf("became %q, want %q", *got, c.want)
			}
		})
	}
}

func TestNudgingNeverEmptiesAMark(t *testing.T) {
	v, got := adjustable(t, "delegation")
	v.NudgeEnd(-1)
	v.NudgeStart(1)
	if *got != "" {
		t.Errorf("became %q", *got)
	}
}

func TestDraggingAnEndAdjustsTheMark(t *testing.T) {
	v, got := adjustable(t, "the delegation would")
	var seen []string
	v.OnAdjusting = func(_ MarkID, spans []text.Span) { seen = append(seen, v.body.Slice(spans[0])) }
	end := v.span("would").End
	v.press(v.point(end), 0)
	v.dragTo(v.point(v.span("try").End))
	v.release(v.point(v.span("try").End))
	if *got != "the delegation would try" {
		t.Errorf("became %q", *got)
	}
	if diff := cmp.Diff([]string{"the delegation would try"}, seen); diff != "" {
		t.Errorf("shown while dragging: %s", diff)
	}
	if !v.Selection().Empty() {
		t.Errorf("selected %q", v.SelectedText())
	}
}

func TestAnEndDraggedBeyondTheOtherLeavesACharacter(t *testing.T) {
	v, got := adjustable(t, "the delegation would")
	v.press(v.point(v.span("would").End), 0)
	v.dragTo(v.point(0))
	v.release(v.point(0))
	if *got != "t" {
		t.Errorf("became %q", *got)
	}
}

func TestEscapePutsADraggedEndBack(t *testing.T) {
	v, got := adjustable(t, "the delegation would")
	var seen string
	v.OnAdjusting = func(_ MarkID, spans []text.Span) { seen = v.body.Slice(spans[0]) }
	v.press(v.point(v.span("would").End), 0)
	v.dragTo(v.point(v.span("try").End))
	v.key(fyne.KeyEscape, 0)
	v.release(v.point(v.span("try").End))
	if *got != "" || seen != "the delegation would" {
		t.Errorf("became %q, last shown %q", *got, seen)
	}
}

func TestAClickAtAnEndIsAClick(t *testing.T) {
	v, got := adjustable(t, "the delegation would")
	at := v.span("the delegation").Start
	v.click(at)
	if *got != "" || v.Caret() != at {
		t.Errorf("became %q, caret at %d, clicked %d", *got, v.Caret(), at)
	}
}
