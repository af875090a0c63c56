package textview

import (
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const article = "Odalys said the delegation would try. Tula Brennick disagreed: “not today,” she told Dr. Asker.\n\n" +
	"The second paragraph has a family 👨\u200d👩\u200d👧 in it. It ends here.\n\n" +
	"A third one, in which nothing much happens, closes the article."

// showing is a view of the article.
func showing(t testing.TB, s string) *bench {
	v := newBench(t, fyne.NewSize(700, 500))
	b, err := text.NewBody(s)
	if err != nil {
		t.Fatal(err)
	}
	v.SetBody(Header{Title: "A title", Subtitle: "Example Wire"}, b)
	return v
}

// span is where words stand in the body.
func (b *bench) span(words string) text.Span {
	start := b.body.Position(strings.Index(b.body.String(), words))
	return text.Span{Start: start, End: start + len([]rune(words))}
}

// point is where a position is drawn in the view, in the middle of its row.
func (b *bench) point(pos int) fyne.Position {
	row := b.column.RowAt(layout.Place{Pos: pos})
	y := b.column.Y(row, b.anchor) + float64(b.measures.rowHeight)/2
	return fyne.NewPos(b.measures.columnX+row.X(pos), float32(y))
}

func (b *bench) press(at fyne.Position, modifier fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	e.Position = at
	b.MouseDown(e)
}

func (b *bench) release(at fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at
	b.MouseUp(e)
}

func (b *bench) drag(from, to fyne.Position) {
	b.press(from, 0)
	b.dragTo(to)
	b.release(to)
	b.DragEnd()
}

func (b *bench) dragTo(to fyne.Position) {
	e := &fyne.DragEvent{}
	e.Position = to
	b.Dragged(e)
}

// click clicks inside the character at pos.
func (b *bench) click(pos int) {
	at := b.point(pos).AddXY(2, 0)
	b.press(at, 0)
	b.release(at)
}

func (b *bench) key(name fyne.KeyName, modifier fyne.KeyModifier) {
	switch modifier {
	case 0, fyne.KeyModifierShift:
		b.modifiers = modifier
		b.TypedKey(&fyne.KeyEvent{Name: name})
	default:
		b.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: modifier})
	}
}

func TestSelectionNeverCutsAGraphemeCluster(t *testing.T) {
	v := showing(t, article)
	family := v.span("👨\u200d👩\u200d👧")
	v.Select(text.Span{Start: family.Start + 1, End: family.Start + 2})
	if got := v.Selection(); got != family {
		t.Errorf("selected %v, the family is %v", got, family)
	}
	v.Select(text.Span{Start: family.Start, End: family.Start})
	v.key(fyne.KeyRight, fyne.KeyModifierShift)
	if got := v.Selection(); got != family {
		t.Errorf("Shift+Right selected %v, the family is %v", got, family)
	}
}

func mark(n byte, style Style, spans ...text.Span) Mark {
	return Mark{ID: MarkID{n}, Style: style, Spans: spans, Colour: color.NRGBA{R: 0xc0, G: 0x60, A: 0xff}}
}

func TestTheCurrentMarkStaysSoAsLongAsItIsThere(t *testing.T) {
	v := showing(t, article)
	second := mark(2, Tint, v.span("second"), v.span("third"))
	v.SetMarks([]Mark{mark(1, Tint, v.span("Odalys")), second})
	v.SetCurrent(MarkID{2}, true)
	v.SetMarks([]Mark{mark(1, Tint, v.span("Brennick")), second})
	if got := v.marks.over(v.span("Odalys").Start); len(got) != 0 {
		t.Errorf("over the old place: %v", got)
	}
	v.SetMarks([]Mark{second})
	if id, ok := v.Current(); !ok || id != (MarkID{2}) || len(v.Marks()) != 1 {
		t.Errorf("current %v %v, marks %v", id, ok, v.Marks())
	}
	if got := v.marks.over(v.span("third").Start); len(got) != 1 {
		t.Errorf("over the second span: %v", got)
	}
	v.SetMarks(nil)
	if _, ok := v.Current(); ok {
		t.Error("a removed mark is current")
	}
}

func TestFlashRevealsAndFades(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 60))
	var tick func(float32)
	v.fade = func(f func(float32)) func() { tick = f; return func() {} }
	far := text.Span{Start: v.body.Len() / 2, End: v.body.Len()/2 + 30}
	v.Flash(far)
	y := v.point(far.Start).Y
	if y < 0 || y > v.measures.size.Height || v.glow.alpha() == 0 {
		t.Fatalf("at %v, alpha %v", y, v.glow.alpha())
	}
	tick(0.9)
	if dim := v.glow.alpha(); dim <= 0 || dim >= flashAlpha {
		t.Errorf("alpha %v shortly before the end", dim)
	}
	tick(1)
	if v.glow.alpha() != 0 {
		t.Errorf("alpha %v at the end", v.glow.alpha())
	}
	before := v.ReadingPosition()
	v.Reveal(far)
	if v.ReadingPosition() != before {
		t.Error("what is in view was moved")
	}
}

func TestReadingPositionSurvivesResizeAndReopening(t *testing.T) {
	w := workloads[0]
	v := newBench(t, fyne.NewSize(700, 500))
	v.SetBody(Header{Title: "A title"}, w.body())
	rapid.Check(t, func(t *rapid.T) {
		v.Resize(fyne.NewSize(700, 500))
		v.SetReadingPosition(rapid.IntRange(0, w.points-3000).Draw(t, "pos"))
		first := v.ReadingPosition()
		for _, width := range rapid.SliceOfN(rapid.IntRange(250, 1200), 1, 6).Draw(t, "widths") {
			v.Resize(fyne.NewSize(float32(width), 500))
			row := v.column.Row(v.anchor.Block, int(max(0, v.anchor.Offset)/float64(v.measures.rowHeight)+0.01))
			if v.ReadingPosition() != first || first < row.Span.Start || first > row.Span.End {
				t.Fatalf("first is %d, was %d; the row on top is %v", v.ReadingPosition(), first, row.Span)
			}
		}
		v.Resize(fyne.NewSize(700, 500))
		v.SetBody(v.header, v.body)
		v.SetReadingPosition(first)
		if v.ReadingPosition() != first {
			t.Fatalf("reopened at %d, was %d", v.ReadingPosition(), first)
		}
	})
}

func TestANewHeaderLeavesTheTextWhereItIs(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 20))
	for _, by := range []float64{20, 400} {
		v.scrollBy(by)
		before := v.point(0).Y
		v.SetHeader(Header{Title: strings.Repeat("A much longer title ", 10)})
		if after := v.point(0).Y; after != before {
			t.Errorf("scrolled by %v, the text moved from %v to %v", by, before, after)
		}
		v.SetHeader(Header{Title: "A title"})
	}
}

func TestPositionIsKeptUntilTheViewHasASize(t *testing.T) {
	test.NewTempApp(t)
	v := New(Colours{})
	v.SetLater(func(time.Duration, func()) func() { return func() {} }) // no timer that outlives the test
	v.SetBody(Header{Title: "A title"}, workloads[0].body())
	v.SetReadingPosition(5000)
	w := test.NewWindow(v)
	defer w.Close()
	w.Resize(fyne.NewSize(700, 500))
	if got := v.ReadingPosition(); got < 4800 || got > 5000 {
		t.Errorf("at %d", got)
	}
	drawn := len(v.drawn.(*drawing).objects)
	v.Refresh()
	if again := len(v.drawn.(*drawing).objects); drawn != again {
		t.Errorf("%d objects at first, %d when drawn again", drawn, again)
	}
}

// Every word stands where it was measured to, whatever fonts are installed.
func TestShownRunsAreAsWideAsMeasured(t *testing.T) {
	const scripts = " Ελλάδα, Карса: “हम बंदरगाह खोलने का समर्थन करते हैं।” 停火必须先于谈判 สวัสดี ครับ"
	v := showing(t, article+scripts)
	for _, source := range []fyne.Resource{nil, fyne.CurrentApp().Settings().Theme().Font(fyne.TextStyle{Monospace: true})} {
		face := v.Face()
		face.Text = source
		v.SetFace(face)
		for _, row := range v.column.VisibleRows(v.anchor, 500) {
			for _, run := range row.Runs() {
				shown := v.drawn.(*drawing).pool.run(run, &v.measures.fonts.text, 0, 0, color.Black)
				if d := shown.MinSize().Width - shown.Size().Width; max(d, -d) > 1 {
					t.Errorf("%q is %v wide, measured %v", run.Text, shown.MinSize().Width, shown.Size().Width)
				}
			}
		}
	}
}

func TestTextsWithNothingToSeeAreShown(t *testing.T) {
	for _, s := range []string{"", "\n", "\n\n\n", "   ", "\t\n x", "\u200f"} {
		v := showing(t, s)
		v.window.Canvas().Focus(v.View)
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyPageUp, fyne.KeyRight} {
			v.key(key, fyne.KeyModifierShift)
		}
		v.drag(fyne.NewPos(200, 100), fyne.NewPos(400, 300))
		v.Flash(text.Span{Start: 0, End: 1})
		v.NextMark()
		v.Resize(fyne.NewSize(30, 20))
		if v.Caret() < 0 || v.Caret() > v.body.Len() {
			t.Errorf("%q: caret at %d", s, v.Caret())
		}
	}
}

func TestViewWithoutATextTakesAllInput(t *testing.T) {
	v := newBench(t, fyne.NewSize(300, 200))
	v.NextMark()
	v.key(fyne.KeySpace, 0)
	v.key(fyne.KeyDown, 0)
	v.TypedShortcut(&fyne.ShortcutCopy{})
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.drag(fyne.NewPos(20, 20), fyne.NewPos(40, 30))
	v.MouseMoved(&desktop.MouseEvent{})
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)})
	v.SetReadingPosition(5)
	v.Select(text.Span{End: 4})
	if !v.Selection().Empty() {
		t.Errorf("selected %v", v.Selection())
	}
}

// outlines are how many outlines the view draws: each has two lines that lie.
func (b *bench) outlines() int {
	n := 0
	for _, o := range b.drawn.(*drawing).under {
		if o.Size().Height == 1 {
			n++
		}
	}
	return n / 2
}

func TestPendingSpansAreOutlinedUntilTheyAreTakenAway(t *testing.T) {
	v := showing(t, article)
	spans := []text.Span{v.span("third"), v.span("Odalys"), {}, {Start: 9_000, End: 9_010}}
	v.SetPending(spans)
	spans[0] = text.Span{}
	if n := v.outlines(); n != 2 {
		t.Errorf("%d outlines for two spans of words", n)
	}
	v.SetMarks(nil)
	if n := v.outlines(); n != 2 {
		t.Errorf("%d outlines after the marks were set", n)
	}
	v.SetPending(nil)
	if n := v.outlines(); n != 0 {
		t.Errorf("%d outlines when nothing is pending", n)
	}
	v.SetPending([]text.Span{v.span("Odalys")})
	v.SetBody(v.header, v.body)
	if n := v.outlines(); n != 0 || len(v.Pending()) != 0 {
		t.Errorf("%d outlines in another body", n)
	}
}

func TestWithoutMotionWordsAreLitUpAndGoOutAtOnce(t *testing.T) {
	v := showing(t, article)
	v.SetStill(true)
	v.Flash(v.span("delegation"))
	if v.glow.alpha() != flashAlpha || len(v.queue) != 1 {
		t.Fatalf("lit up by %v, %d things to come", v.glow.alpha(), len(v.queue))
	}
	v.turn()
	if v.glow.alpha() != 0 {
		t.Errorf("after their time they are lit up by %v", v.glow.alpha())
	}
}
