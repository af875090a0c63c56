package control

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// SplitterRoom is how much of the window a splitter takes between two panes, in pixels: all of it can be dragged.
const SplitterRoom float32 = 7

const (
	splitterStep float32 = 16 // what an arrow key moves it by, in pixels
	mostSteps            = 4  // that are one, where the first lead nowhere
	gripLength   float32 = 28
	gripWidth    float32 = 3
)

// SplitterOptions say what a splitter is between, and what becomes of it.
type SplitterOptions struct {
	Name   string              // whose size it sets, for who does not see it: "Width of the list"
	Lying  bool                // it is between panes over one another
	AtEnd  bool                // its line is at the end of its room, at the right or below; else at the beginning
	Ground fyne.ThemeColorName // of the pane that its room is cut from

	At      func() float32 // where it is, in pixels, from the left or from above
	MoveTo  func(float32)  // moves it there, as far as that can be
	Done    func()         // it was let go
	PutBack func()         // moves it to where it is by itself
	Folded  func() bool    // the pane is folded away, and the splitter shows where; may be nil
	Unfold  func()         // shows the pane again
	FoldKey string         // shows the pane and folds it away
}

// Splitter is the edge between two panes. It is dragged with the mouse or, while it has the keyboard, moved by the arrow keys and, by
// Home and End, to its ends. A double click or Enter puts it back. Where the pane beside it is folded away, a click or Enter shows that.
type Splitter struct {
	widget.BaseWidget
	Keys
	SplitterOptions
	hover
	tip tip

	focused bool
	dragged bool
	from    float32        // where it was when the drag began
	mouse   fyne.Position  // where in the window the pointer was then
	before  fyne.Focusable // what had the keyboard last when the mouse took it
	ground  *canvas.Image
	line    *canvas.Image
	grip    *canvas.Rectangle
}

// NewSplitter returns a splitter.
func NewSplitter(o SplitterOptions) *Splitter {
	s := &Splitter{SplitterOptions: o, ground: paint.NewArea(), line: paint.NewArea(), grip: &canvas.Rectangle{CornerRadius: gripWidth / 2}}
	s.changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

func (s *Splitter) isFolded() bool { return s.Folded != nil && s.Folded() }

// Cursor implements desktop.Cursorable.
func (s *Splitter) Cursor() desktop.Cursor {
	switch {
	case s.isFolded():
		return desktop.PointerCursor
	case s.Lying:
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// MouseIn implements desktop.Hoverable.
func (s *Splitter) MouseIn(e *desktop.MouseEvent) {
	s.hover.MouseIn(e)
	if s.tip.text = splitterWords(); s.isFolded() {
		s.tip.text = foldedWords() + "  ·  " + s.FoldKey
	}
	s.tip.in(s)
}

// MouseOut implements desktop.Hoverable.
func (s *Splitter) MouseOut() {
	s.hover.MouseOut()
	s.tip.out(s)
}

// MouseDown implements desktop.Mouseable. The mouse takes the keyboard from what has it; a splitter gives it back.
func (s *Splitter) MouseDown(*desktop.MouseEvent) {
	s.tip.out(s)
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.Focused() != nil {
		s.before = c.Focused() // else this is the second of two clicks, and the first has not given it back yet
	}
}

// MouseUp implements desktop.Mouseable.
func (s *Splitter) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary && !s.dragged && s.isFolded() {
		s.Unfold()
	}
	fyne.Do(s.giveBack) // a moment later: the driver takes the keyboard once more after this
}

func (s *Splitter) giveBack() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && s.before != nil && c.Focused() == nil {
		c.Focus(s.before)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (s *Splitter) DoubleTapped(*fyne.PointEvent) {
	if !s.isFolded() {
		s.PutBack()
	}
}

// Dragged implements fyne.Draggable. Where the pointer is in the window counts: in the splitter it stays where it is.
func (s *Splitter) Dragged(e *fyne.DragEvent) {
	if s.isFolded() {
		return
	}
	if !s.dragged {
		s.dragged, s.from = true, s.At()
		s.mouse = e.AbsolutePosition.SubtractXY(e.Dragged.DX, e.Dragged.DY)
	}
	by := e.AbsolutePosition.Subtract(s.mouse)
	if s.Lying {
		s.MoveTo(s.from + by.Y)
	} else {
		s.MoveTo(s.from + by.X)
	}
}

// DragEnd implements fyne.Draggable.
func (s *Splitter) DragEnd() {
	if s.dragged {
		s.dragged = false
		s.Done()
	}
	s.giveBack()
}

// FocusGained implements fyne.Focusable.
func (s *Splitter) FocusGained() { s.focusChanged(true) }

// FocusLost implements fyne.Focusable.
func (s *Splitter) FocusLost() { s.focusChanged(false) }

func (s *Splitter) focusChanged(focused bool) {
	s.focused = focused
	s.Refresh()
	if s.OnFocus != nil {
		s.OnFocus(focused)
	}
}

// TypedRune implements fyne.Focusable.
func (s *Splitter) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Splitter) TypedKey(e *fyne.KeyEvent) {
	back, on := fyne.KeyLeft, fyne.KeyRight
	if s.Lying {
		back, on = fyne.KeyUp, fyne.KeyDown
	}
	switch {
	case s.isFolded() && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace):
		s.Unfold()
	case s.isFolded():
		s.passKey(e, s)
	case e.Name == back:
		s.moveBy(-splitterStep)
	case e.Name == on:
		s.moveBy(splitterStep)
	case e.Name == fyne.KeyHome:
		s.moveBy(-math.MaxInt16)
	case e.Name == fyne.KeyEnd:
		s.moveBy(math.MaxInt16)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		s.PutBack()
	default:
		s.passKey(e, s)
	}
}

// moveBy moves it by a step of a key, or by more of them where a pane fits only some sizes and one step leads to none.
func (s *Splitter) moveBy(pixels float32) {
	from := s.At()
	for n := 1; n <= mostSteps && math.Abs(float64(s.At()-from)) < 1; n++ {
		s.MoveTo(from + float32(n)*pixels)
	}
	s.Done()
}

// TypedShortcut implements fyne.Shortcutable.
func (s *Splitter) TypedShortcut(shortcut fyne.Shortcut) { s.pass(shortcut, s) }

// CreateRenderer implements fyne.Widget.
func (s *Splitter) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Splitter) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ground, s.line, s.grip}
}

func (s *Splitter) least() fyne.Size { return fyne.NewSize(SplitterRoom, SplitterRoom) }

func (s *Splitter) paint() {
	paint.Ground(s.ground, look.Color(s.Ground))
	line, grip := look.Color(look.ColorBorder), look.Color(look.ColorFieldBorder)
	if s.on || s.focused {
		line, grip = look.Color(look.ColorAccent), look.Color(look.ColorAccent)
	}
	paint.Fill(s.line, line)
	s.grip.FillColor = grip
}

func (s *Splitter) arrange(size fyne.Size) {
	length, thick := size.Height, size.Width
	if s.Lying {
		length, thick = size.Width, size.Height
	}
	width := float32(1)
	if s.focused {
		width = 2
	}
	line, room := float32(0), width
	if s.AtEnd {
		line, room = thick-width, 0
	}
	s.along(s.ground, room, 0, thick-width, length)
	s.along(s.line, line, 0, width, length)
	s.along(s.grip, (thick-gripWidth)/2, (length-gripLength)/2, gripWidth, gripLength)
}

// along places an object that far into the splitter's thickness and along it.
func (s *Splitter) along(o fyne.CanvasObject, into, at, thick, length float32) {
	if s.Lying {
		place(o, at, into, length, thick)
	} else {
		place(o, into, at, thick, length)
	}
}
