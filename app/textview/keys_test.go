package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

func TestKeysMoveTheCaret(t *testing.T) {
	const ctrl = fyne.KeyModifierShortcutDefault
	v := showing(t, article)
	for _, c := range []struct {
		name     string
		from     string // the caret stands before it
		key      fyne.KeyName
		modifier fyne.KeyModifier
		want     string
	}{
		{"right", "said", fyne.KeyRight, 0, "aid the"},
		{"left", "aid the", fyne.KeyLeft, 0, "said"},
		{"end of word", "said", fyne.KeyRight, ctrl, " the delegation"},
		{"previous word", "the delegation", fyne.KeyLeft, ctrl, "said"},
		{"next sentence", "said", fyne.KeyPageDown, ctrl, "Tula"},
		{"start of sentence", "“not today", fyne.KeyPageUp, ctrl, "Tula"},
		{"sentence before", "Tula", fyne.KeyPageUp, ctrl, "Odalys"},
		{"next paragraph", "said", fyne.KeyDown, ctrl, "The second"},
		{"start of paragraph", "family", fyne.KeyUp, ctrl, "The second"},
		{"start of text", "family", fyne.KeyHome, ctrl, "Odalys"},
		{"start of row", "said", fyne.KeyHome, 0, "Odalys"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := v.span(c.from).Start
			v.Select(text.Span{Start: start, End: start})
			v.key(c.key, c.modifier)
			if want := v.span(c.want).Start; v.Caret() != want || !v.Selection().Empty() {
				t.Errorf("caret at %d, want %d; selected %v", v.Caret(), want, v.Selection())
			}
			v.Select(text.Span{Start: start, End: start})
			v.key(c.key, c.modifier|fyne.KeyModifierShift)
			if got := v.Selection(); got.Len() != max(start-v.Caret(), v.Caret()-start) || got.Empty() {
				t.Errorf("with Shift selected %v, caret from %d to %d", got, start, v.Caret())
			}
		})
	}
}

// In mixed lines the caret goes the way the arrow points.
func TestArrowsInMixedLines(t *testing.T) {
	v := showing(t, "He said שלום to all.")
	word := v.span("שלום")
	v.Select(text.Span{Start: word.Start + 2, End: word.Start + 2})
	v.key(fyne.KeyRight, 0)
	if got := v.Caret(); got != word.Start+1 {
		t.Errorf("right within Hebrew: from %d to %d", word.Start+2, got)
	}
	v.key(fyne.KeyLeft, fyne.KeyModifierShift)
	v.key(fyne.KeyLeft, fyne.KeyModifierShift)
	if got, want := v.Selection(), (text.Span{Start: word.Start + 1, End: word.Start + 3}); got != want {
		t.Errorf("with Shift selected %v, not %v", got, want)
	}
}

func TestUpAndDownKeepTheColumn(t *testing.T) {
	v := showing(t, "A first row that is wider than the second one\nshort\nA third row that is wider than the second one")
	v.Select(text.Span{Start: 36, End: 36})
	x := v.point(36).X
	v.key(fyne.KeyDown, 0)
	v.key(fyne.KeyDown, 0)
	if got := v.point(v.Caret()).X; max(got-x, x-got) > 6 {
		t.Errorf("from x %v to %v", x, got)
	}
	v.key(fyne.KeyUp, 0)
	v.key(fyne.KeyUp, 0)
	if v.Caret() != 36 {
		t.Errorf("back at %d", v.Caret())
	}
}

func TestEndAndDownReachTheEnd(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 40))
	v.key(fyne.KeyEnd, fyne.KeyModifierShortcutDefault)
	if v.Caret() != v.body.Len() || v.fraction() != 1 {
		t.Errorf("caret at %d of %d, scrolled to %v", v.Caret(), v.body.Len(), v.fraction())
	}
	v.key(fyne.KeyHome, fyne.KeyModifierShortcutDefault)
	if v.Caret() != 0 || v.fraction() != 0 {
		t.Errorf("caret at %d, scrolled to %v", v.Caret(), v.fraction())
	}
}

func TestPagesThereAndBack(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 40))
	v.key(fyne.KeyPageDown, 0)
	first := v.ReadingPosition()
	if first == 0 || v.Caret() < first {
		t.Errorf("after Page Down first is %d, caret %d", first, v.Caret())
	}
	v.key(fyne.KeyPageDown, 0)
	v.key(fyne.KeyPageUp, 0)
	if v.ReadingPosition() != first {
		t.Errorf("back at %d, was %d", v.ReadingPosition(), first)
	}
}

func TestCopyAndSelectAll(t *testing.T) {
	v := showing(t, article)
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != article {
		t.Errorf("copied %q", got)
	}
}

func TestLettersGoToTheCallback(t *testing.T) {
	v := showing(t, article)
	var got []rune
	v.OnLetter = func(r rune) bool { got = append(got, r); return true }
	for _, r := range "aф[" {
		v.TypedRune(r)
	}
	if string(got) != "aф[" {
		t.Errorf("got %q", string(got))
	}
}

func TestKeysWithoutUseGoOn(t *testing.T) {
	v := showing(t, article)
	var got []fyne.KeyName
	v.OnKey = func(e *fyne.KeyEvent) bool { got = append(got, e.Name); return true }
	v.key(fyne.KeyF1, 0)
	v.key(fyne.KeyEscape, 0)
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.key(fyne.KeyEscape, 0)
	if diff := cmp.Diff([]fyne.KeyName{fyne.KeyF1, fyne.KeyEscape}, got); diff != "" {
		t.Error(diff)
	}
	if !v.Selection().Empty() {
		t.Error("Esc left the selection")
	}
}

func TestSpaceScrollsByAPageUnlessItHasAnotherUse(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n", 20))
	used := true
	v.OnKey = func(*fyne.KeyEvent) bool { return used }
	v.key(fyne.KeySpace, 0)
	v.TypedRune(' ') // as the driver tells it, too
	if at := v.ReadingPosition(); at != 0 {
		t.Errorf("a key that had another use scrolled to %d", at)
	}
	used = false
	v.key(fyne.KeySpace, 0)
	once := v.ReadingPosition()
	v.TypedRune(' ')
	if once == 0 || v.ReadingPosition() != once {
		t.Errorf("Space scrolled to %d, then to %d", once, v.ReadingPosition())
	}
}

func TestMarksAreSteppedThrough(t *testing.T) {
	v := showing(t, article)
	v.SetMarks([]Mark{
		mark(3, Tint, v.span("second")), mark(1, Tint, v.span("Odalys")), mark(2, Band, v.span("Tula Brennick")),
	})
	var got []byte
	v.OnPick = func(id MarkID) { got = append(got, id[0]) }
	for range 4 {
		v.NextMark()
	}
	v.PreviousMark()
	v.PreviousMark()
	if diff := cmp.Diff([]byte{1, 2, 3, 2, 1}, got); diff != "" {
		t.Error(diff)
	}
	var opened MarkID
	v.OnOpen = func(id MarkID) { opened = id }
	v.key(fyne.KeyReturn, 0)
	if opened != (MarkID{1}) {
		t.Errorf("opened %v", opened)
	}
}

func TestTabMovesTheFocusOn(t *testing.T) {
	v := showing(t, article)
	if v.AcceptsTab() {
		t.Error("the view keeps the Tab key")
	}
	v.window.Canvas().Focus(v.View)
	if !v.focused {
		t.Error("cannot be focused")
	}
	v.window.Canvas().FocusNext()
}
