package control

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

// threePanes are panes in a window, and what was kept of them.
type threePanes struct {
	*Panes
	kept   [2]Kept
	window fyne.Window
}

func newThreePanes(t *testing.T, width float32, kept [2]Kept, stays Side) *threePanes {
	t.Helper()
	p := &threePanes{kept: kept}
	pane := func(side Side, usual, least float32) Pane {
		return Pane{
			Content: NewFlow(4, NewField("Side")), Name: "Width of a side", Key: "Ctrl+B", Usual: usual, Least: least,
			Kept: p.kept[side], Keep: func(k Kept) { p.kept[side] = k },
		}
	}
	p.Panes = NewPanes(pane(Left, 258, 220), NewFlow(4, NewField("Middle")), pane(Right, 356, 320), stays)
	p.window = inWindow(t, p.Panes, width, 600)
	return p
}

// widths are those of the three panes, 0 of one that is folded away.
func (p *threePanes) widths() [3]float32 {
	var all [3]float32
	for i, o := range []fyne.CanvasObject{p.sides[Left].Content, p.middle, p.sides[Right].Content} {
		if o.Visible() {
			all[i] = o.Size().Width
		}
	}
	return all
}

// drag drags a splitter in that many steps, as the mouse does.
func (p *threePanes) drag(side Side, by float32) {
	s := p.sides[side].splitter
	const steps = 5
	at := s.Position().AddXY(3, 300)
	s.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	for i := range steps {
		s.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{AbsolutePosition: at.AddXY(by*float32(i+1)/steps, 0)}, Dragged: fyne.Delta{DX: by / steps},
		})
	}
	s.DragEnd()
	s.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
}

func TestPanesFoldAwayOneByOneInANarrowWindow(t *testing.T) {
	for _, c := range []struct {
		width float32
		stays Side
		want  [3]float32
	}{
		{1440, Right, [3]float32{258, 812, 356}},
		{1100, Right, [3]float32{220, 546, 320}},
		{1000, Right, [3]float32{220, 446, 320}},
		{999, Right, [3]float32{0, 629, 356}},
		{780, Right, [3]float32{0, 446, 320}},
		{779, Right, [3]float32{0, 765, 0}},
		{720, Right, [3]float32{0, 706, 0}},
		{999, Left, [3]float32{258, 727, 0}},
		{720, Left, [3]float32{220, 486, 0}},
	} {
		p := newThreePanes(t, c.width, [2]Kept{}, c.stays)
		if diff := cmp.Diff(c.want, p.widths()); diff != "" {
			t.Errorf("%v pixels, %v stays (-want +got):\n%s", c.width, c.stays, diff)
		}
	}
}

func TestAPaneThatIsNeededIsThereWhateverRoomThereIs(t *testing.T) {
	p := newThreePanes(t, 720, [2]Kept{}, Right)
	p.Need(Right, true)
	if diff := cmp.Diff([3]float32{0, 386, 320}, p.widths()); diff != "" {
		t.Errorf("the right one is needed (-want +got):\n%s", diff)
	}
	p.Ask(Left)
	if diff := cmp.Diff([3]float32{0, 386, 320}, p.widths()); diff != "" {
		t.Errorf("the left one is only asked for (-want +got):\n%s", diff)
	}
	p.Need(Right, false)
	if diff := cmp.Diff([3]float32{220, 486, 0}, p.widths()); diff != "" {
		t.Errorf("the right one is not needed any more (-want +got):\n%s", diff)
	}
	p.Ask(Right)
	if diff := cmp.Diff([3]float32{0, 386, 320}, p.widths()); diff != "" {
		t.Errorf("the other one is asked for (-want +got):\n%s", diff)
	}
	p.Toggle(Right)
	if diff := cmp.Diff([3]float32{0, 706, 0}, p.widths()); diff != "" {
		t.Errorf("it is folded away (-want +got):\n%s", diff)
	}
	if p.kept[Right].Folded {
		t.Error("it will not be there in a wide window")
	}
}

func TestAPaneThatWasFoldedAwayStaysSoInAWideWindow(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	p.Toggle(Left)
	if p.Shown(Left) || !p.kept[Left].Folded {
		t.Fatal("it is not folded away")
	}
	again := newThreePanes(t, 1440, p.kept, Right)
	if diff := cmp.Diff([3]float32{0, 1070, 356}, again.widths()); diff != "" {
		t.Errorf("after a new start (-want +got):\n%s", diff)
	}
	again.sides[Left].splitter.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if !again.Shown(Left) || again.kept[Left].Folded {
		t.Error("a click where it was does not show it")
	}
}

func TestASplitterIsDraggedAndWhatItMadeIsKept(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	p.drag(Left, 70)
	p.drag(Right, -40)
	want := [3]float32{328, 702, 396}
	if diff := cmp.Diff(want, p.widths()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	again := newThreePanes(t, 1440, p.kept, Right)
	if diff := cmp.Diff(want, again.widths()); diff != "" {
		t.Errorf("after a new start (-want +got):\n%s", diff)
	}
	again.drag(Left, -900)
	again.drag(Right, -900)
	if diff := cmp.Diff([3]float32{220, middleLeast, 760}, again.widths()); diff != "" {
		t.Errorf("dragged too far (-want +got):\n%s", diff)
	}
	test.DoubleTap(again.sides[Right].splitter)
	if diff := cmp.Diff([3]float32{220, 850, 356}, again.widths()); diff != "" {
		t.Errorf("after a double click (-want +got):\n%s", diff)
	}
}

func TestASplitterIsMovedByKeys(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	p.window.Canvas().Focus(p.sides[Left].splitter)
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyRight, 274}, {fyne.KeyRight, 290}, {fyne.KeyLeft, 274}, {fyne.KeyHome, 220}, {fyne.KeyEnd, 624}, {fyne.KeyReturn, 258},
	} {
		press(t, p.window, c.key)
		if got := p.widths()[0]; got != c.want {
			t.Errorf("after %s it is %v wide, want %v", c.key, got, c.want)
		}
		if kept := p.kept[Left].Width; kept != c.want && c.key != fyne.KeyReturn {
			t.Errorf("after %s %v is kept", c.key, kept)
		}
	}
}

func TestASplitterLeavesTheKeyboardWhereItWas(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	field := p.middle.(*Flow).stacked[0].(*Field)
	field.Focus()
	s := p.sides[Left].splitter
	s.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	p.window.Canvas().Unfocus() // as a window does with what the mouse is pressed beside
	s.DragEnd()
	if !field.Focused() {
		t.Error("the field has lost the keyboard")
	}
}

// The window takes the keyboard with each click, and the splitter gives it back a moment later: the second may be there before that.
func TestADoubleClickOnASplitterLeavesTheKeyboardWhereItWas(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	field := p.middle.(*Flow).stacked[0].(*Field)
	field.Focus()
	s := p.sides[Left].splitter
	click := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	s.MouseDown(click)
	p.window.Canvas().Unfocus()
	s.MouseDown(click)
	s.giveBack() // of the first
	p.window.Canvas().Unfocus()
	s.MouseUp(click)
	if !field.Focused() {
		t.Error("the field has lost the keyboard")
	}
}

func TestTabLeadsFromPaneToPane(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	var fields []fyne.Focusable
	for range 3 {
		p.window.Canvas().FocusNext()
		fields = append(fields, p.window.Canvas().Focused())
	}
	for i, f := range fields {
		if _, is := f.(*Input); !is {
			t.Errorf("Tab number %d leads to %T", i+1, f)
		}
	}
	p.window.Canvas().FocusNext()
	if f := p.window.Canvas().Focused(); f != fyne.Focusable(p.sides[Left].splitter) {
		t.Errorf("after the panes Tab leads to %T", f)
	}
}

func TestASplitterIsNoSmallTargetAndShowsItself(t *testing.T) {
	p := newThreePanes(t, 1440, [2]Kept{}, Right)
	for _, s := range []*Splitter{p.sides[Left].splitter, p.sides[Right].splitter} {
		if s.Size().Width < 6 || s.Cursor() != desktop.HResizeCursor || s.AccessibilityLabel() == "" {
			t.Errorf("%v wide, cursor %v, called %q", s.Size().Width, s.Cursor(), s.AccessibilityLabel())
		}
		if !s.grip.Visible() || s.grip.Size().Height < 20 {
			t.Error("its grip is not seen")
		}
		idle := fmt.Sprint(s.grip.FillColor, s.line.Image)
		p.window.Canvas().Focus(s)
		if fmt.Sprint(s.grip.FillColor, s.line.Image) == idle {
			t.Error("it is not seen that it has the keyboard")
		}
	}
	lying := NewSplitter(SplitterOptions{Lying: true})
	if lying.Cursor() != desktop.VResizeCursor {
		t.Error("one between panes over one another shows the wrong cursor")
	}
}

func TestTabGoesThroughALineAsItIsRead(t *testing.T) {
	test.NewTempApp(t)
	left, middle, right := NewTick("left", false), NewTick("middle", false), NewTick("right", false)
	window := test.NewTempWindow(t, NewSpread(left, middle, right))
	for _, want := range []fyne.Focusable{left, middle, right} {
		window.Canvas().FocusNext()
		if got := window.Canvas().Focused(); got != want {
			t.Errorf("Tab leads to %v, want %v", got, want)
		}
	}
}
