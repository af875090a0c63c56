package textview

import (
	"image/color"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
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
	row := b.page.RowAt(layout.Place{Pos: pos})
	y := b.page.Y(row, b.anchor) + float64(b.frame.rowHeight)/2
	return fyne.NewPos(b.frame.columnX+row.X(pos), float32(y))
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
		b.shift = modifier != 0
		b.TypedKey(&fyne.KeyEvent{Name: name})
	default:
		b.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: modifier})
	}
}

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
	v.dragTo(fyne.NewPos(200, v.frame.size.Height+80))
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
	if string(got) != "aф" {
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

func mark(n byte, style Style, spans ...text.Span) Mark {
	return Mark{ID: MarkID{n}, Style: style, Spans: spans, Colour: color.NRGBA{R: 0xc0, G: 0x60, A: 0xff}}
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

func TestBracketsStepThroughMarks(t *testing.T) {
	v := showing(t, article)
	v.SetMarks([]Mark{
		mark(3, Tint, v.span("second")), mark(1, Tint, v.span("Odalys")), mark(2, Band, v.span("Tula Brennick")),
	})
	var got []byte
	v.OnPick = func(id MarkID) { got = append(got, id[0]) }
	for _, r := range "]]]][[" {
		v.TypedRune(r)
	}
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

func TestMarksArePutReplacedAndRemoved(t *testing.T) {
	v := showing(t, article)
	v.PutMark(mark(1, Tint, v.span("Odalys")))
	v.PutMark(mark(2, Tint, v.span("second"), v.span("third")))
	v.SetCurrent(MarkID{2}, true)
	v.PutMark(mark(1, Tint, v.span("Brennick")))
	if got := v.marks.over(v.span("Odalys").Start); len(got) != 0 {
		t.Errorf("over the old place: %v", got)
	}
	v.RemoveMark(MarkID{1})
	if id, ok := v.Current(); !ok || id != (MarkID{2}) || len(v.Marks()) != 1 {
		t.Errorf("current %v %v, marks %v", id, ok, v.Marks())
	}
	if got := v.marks.over(v.span("third").Start); len(got) != 1 {
		t.Errorf("over the second span: %v", got)
	}
	v.RemoveMark(MarkID{2})
	if _, ok := v.Current(); ok {
		t.Error("a removed mark is current")
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
	box := v.drawn.labels[len(v.drawn.labels)-1]
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

func TestRightClickAsksForTheMenu(t *testing.T) {
	v := showing(t, article)
	var at fyne.Position
	v.OnMenu = func(p fyne.Position) { at = p }
	test.TapSecondaryAt(v.View, fyne.NewPos(220, 100))
	if at.X == 0 {
		t.Error("no menu")
	}
}

func TestFlashRevealsAndFades(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 60))
	far := text.Span{Start: v.body.Len() / 2, End: v.body.Len()/2 + 30}
	v.Flash(far)
	y := v.point(far.Start).Y
	if y < 0 || y > v.frame.size.Height || v.glow.alpha() == 0 {
		t.Fatalf("at %v, alpha %v", y, v.glow.alpha())
	}
	for range flashSteps {
		v.turn()
	}
	if v.glow.alpha() != 0 || len(v.queue) > 0 {
		t.Errorf("alpha %v, %d steps wait", v.glow.alpha(), len(v.queue))
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
			row := v.page.Row(v.anchor.Block, int(max(0, v.anchor.Offset)/float64(v.frame.rowHeight)+0.01))
			if v.ReadingPosition() != first || !row.Span.Contains(first) {
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

func TestPositionIsKeptUntilTheViewHasASize(t *testing.T) {
	test.NewTempApp(t)
	v := New(Colours{})
	v.SetBody(Header{Title: "A title"}, workloads[0].body())
	v.SetReadingPosition(5000)
	w := test.NewWindow(v)
	defer w.Close()
	w.Resize(fyne.NewSize(700, 500))
	if got := v.ReadingPosition(); got < 4800 || got > 5000 {
		t.Errorf("at %d", got)
	}
}

func TestScrollBarReachesBothEnds(t *testing.T) {
	v := showing(t, strings.Repeat(article+"\n\n", 60))
	x := v.frame.size.Width - 4
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

func TestScrollBarDoesNotMoveWhileTheRestIsLaidOut(t *testing.T) {
	v := newBench(t, fyne.NewSize(700, 500))
	v.SetBody(Header{}, workloads[1].body())
	v.SetReadingPosition(300_000)
	top, length, _ := v.thumb()
	turns := 0
	for ; len(v.queue) > 0 && turns < 1000; turns++ {
		v.turn()
	}
	after, lengthAfter, _ := v.thumb()
	if max(after-top, top-after) > 1 || max(lengthAfter-length, length-lengthAfter) > 3 || turns == 0 {
		t.Errorf("thumb from %v, %v to %v, %v in %d slices", top, length, after, lengthAfter, turns)
	}
}

func TestLiveObjectsDependOnTheVisibleLinesAlone(t *testing.T) {
	live := func(points int) (rows, objects, made int) {
		v := newBench(t, fyne.NewSize(700, 500))
		w := workload{points: max(points, 2000), marks: 1}
		v.SetBody(Header{}, w.body())
		for range 40 {
			v.scrollBy(400)
		}
		for range 40 {
			v.scrollBy(-400)
		}
		return len(v.page.VisibleRows(v.anchor, 500)), len(v.drawn.objects), len(v.drawn.pool.texts.stock) + len(v.drawn.pool.rects.stock)
	}
	rows, few, made := live(1_000)
	_, many, madeMany := live(1_000_000)
	if few > 3*rows || many > few+4 || madeMany > made+20 {
		t.Errorf("%d rows: %d objects of %d made for 1,000 characters, %d of %d for 1,000,000", rows, few, made, many, madeMany)
	}
}

func TestHeapStaysSmallForAMillionCharacters(t *testing.T) {
	before := heap()
	w := workloads[2]
	v := newBench(t, benchSize)
	v.SetBody(Header{}, w.body())
	v.SetMarks(w.allMarks())
	v.page.WrapSome(func() bool { return false })
	used := (heap() - before) >> 20
	t.Logf("%d MB", used)
	if used > 100 {
		t.Errorf("%d MB on the heap", used)
	}
	runtime.KeepAlive(v)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestEveryVisiblePositionIsClickedWhereItIsDrawn(t *testing.T) {
	v := showing(t, article+"\n\nקראנו את Reuters ב-16 במאי.\n\nCafe\u0301 naïve 🇺🇦🇹🇷 end")
	for _, row := range v.page.VisibleRows(v.anchor, 500) {
		for pos := row.Span.Start; pos < row.SeenEnd(); pos = v.body.NextGrapheme(pos) {
			at := v.placeAt(v.point(pos))
			if got := v.page.RowAt(at).X(at.Pos); max(got-row.X(pos), row.X(pos)-got) > 0.01 {
				t.Errorf("position %d %q is drawn at %v, a click there finds %d at %v", pos, v.body.RuneAt(pos), row.X(pos), at.Pos, got)
			}
		}
	}
}

func TestShownRunsAreAsWideAsMeasured(t *testing.T) {
	v := showing(t, article)
	for _, row := range v.page.VisibleRows(v.anchor, 500) {
		for _, run := range row.Runs() {
			shown := v.drawn.pool.run(run, &v.frame.fonts.text, 0, 0, color.Black).MinSize().Width
			if d := shown - run.Width; max(d, -d) > 1 {
				t.Errorf("%q is %v wide, measured %v", run.Text, shown, run.Width)
			}
		}
	}
}

func TestTabMovesTheFocusOn(t *testing.T) {
	v := showing(t, article)
	if _, ok := any(v.View).(fyne.Tabbable); ok {
		t.Error("the view keeps the Tab key")
	}
	v.window.Canvas().Focus(v.View)
	if !v.focused {
		t.Error("cannot be focused")
	}
	v.window.Canvas().FocusNext()
}
