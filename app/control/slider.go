package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

const (
	sliderHeight float32 = 28
	sliderWidth  float32 = 120
	sliderTrack  float32 = 4
	sliderThumb  float32 = 16
	sliderLeap           = 10 // steps by Page Up and Page Down
)

// Slider sets one of several steps, from 0: with the mouse or, while it has the keyboard, with the arrow keys, Page Up and Down, Home and
// End.
type Slider struct {
	widget.BaseWidget
	Keys
	OnChanged func(step int)
	OnLetter  func(rune) bool // is given what is typed; may be nil
	// Name is what a screen reader calls it.
	Name string

	hover
	tip     tip
	steps   int // how many there are
	at      int
	said    string // what the step means
	focused bool
	track   *canvas.Rectangle
	ahead   *canvas.Rectangle // the part of the track from the thumb to the end
	thumb   *canvas.Circle
}

// NewSlider returns a slider of one step. The tooltip says what it does, and by which keys.
func NewSlider(name, tooltip string) *Slider {
	s := &Slider{
		Name: name, steps: 1, track: &canvas.Rectangle{CornerRadius: sliderTrack / 2}, ahead: &canvas.Rectangle{CornerRadius: sliderTrack / 2},
		thumb: &canvas.Circle{StrokeWidth: 2},
	}
	s.tip.text = tooltip
	s.changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// Set sets how many steps there are, at which it is, and what that means in words, without calling OnChanged.
func (s *Slider) Set(steps, at int, said string) {
	s.steps = max(steps, 1)
	s.at, s.said = min(max(at, 0), s.steps-1), said
	s.Refresh()
}

// At is the step at which it is.
func (s *Slider) At() int { return s.at }

// Tooltip says what it does, and by which keys.
func (s *Slider) Tooltip() string { return s.tip.text }

// MoveTo goes to a step, or as near to it as there are steps.
func (s *Slider) MoveTo(step int) {
	step = min(max(step, 0), s.steps-1)
	if step == s.at {
		return
	}
	s.at = step
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(step)
	}
}

// Tapped implements fyne.Tappable.
func (s *Slider) Tapped(e *fyne.PointEvent) {
	focus(s, s)
	s.MoveTo(s.stepAt(e.Position.X))
}

// Dragged implements fyne.Draggable.
func (s *Slider) Dragged(e *fyne.DragEvent) { s.MoveTo(s.stepAt(e.Position.X)) }

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() {}

// stepAt is the step at a place, in pixels.
func (s *Slider) stepAt(x float32) int {
	room := s.Size().Width - sliderThumb
	if room <= 0 {
		return s.at
	}
	return int((x-sliderThumb/2)/room*float32(s.steps-1) + .5)
}

// MouseIn implements desktop.Hoverable.
func (s *Slider) MouseIn(e *desktop.MouseEvent) {
	s.hover.MouseIn(e)
	s.tip.in(s)
}

// MouseOut implements desktop.Hoverable.
func (s *Slider) MouseOut() {
	s.hover.MouseOut()
	s.tip.out(s)
}

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() { s.focusChanged(true) }

// FocusLost implements fyne.Focusable.
func (s *Slider) FocusLost() { s.focusChanged(false) }

func (s *Slider) focusChanged(focused bool) {
	s.focused = focused
	s.Refresh()
	if s.OnFocus != nil {
		s.OnFocus(focused)
	}
}

// TypedRune implements fyne.Focusable.
func (s *Slider) TypedRune(r rune) {
	if s.OnLetter != nil {
		s.OnLetter(r)
	}
}

// TakesLetters says that letters mean something while the slider has the keyboard.
func (s *Slider) TakesLetters() bool { return s.OnLetter != nil }

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.MoveTo(s.at - 1)
	case fyne.KeyRight, fyne.KeyUp:
		s.MoveTo(s.at + 1)
	case fyne.KeyPageDown:
		s.MoveTo(s.at - sliderLeap)
	case fyne.KeyPageUp:
		s.MoveTo(s.at + sliderLeap)
	case fyne.KeyHome:
		s.MoveTo(0)
	case fyne.KeyEnd:
		s.MoveTo(s.steps - 1)
	default:
		s.passLetter(e, s)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (s *Slider) TypedShortcut(shortcut fyne.Shortcut) { s.pass(shortcut, s) }

// AccessibilityLabel implements fyne.Accessible.
func (s *Slider) AccessibilityLabel() string { return valued(s.Name, s.said) }

// AccessibilityRole implements fyne.Accessible. There is no role for what is set by degrees.
func (s *Slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Slider) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.track, s.ahead, s.thumb}
}

func (s *Slider) least() fyne.Size { return fyne.NewSize(sliderWidth, sliderHeight) }

func (s *Slider) paint() {
	s.track.FillColor, s.ahead.FillColor = look.Color(look.ColorFieldBorder), look.Color(look.ColorAccent)
	s.thumb.FillColor, s.thumb.StrokeColor = look.Color(look.ColorPage), look.Color(look.ColorMuted)
	if s.hover.on || s.focused {
		s.thumb.StrokeColor = look.Color(look.ColorAccent)
	}
	if s.thumb.StrokeWidth = 2; s.focused {
		s.thumb.StrokeWidth = 4
	}
}

func (s *Slider) arrange(size fyne.Size) {
	share := float32(0)
	if s.steps > 1 {
		share = float32(s.at) / float32(s.steps-1)
	}
	room := size.Width - sliderThumb
	x, middle := share*room, size.Height/2
	place(s.track, sliderThumb/2, middle-sliderTrack/2, room, sliderTrack)
	place(s.ahead, sliderThumb/2+x, middle-sliderTrack/2, room-x, sliderTrack)
	place(s.thumb, x+1, middle-sliderThumb/2+1, sliderThumb-2, sliderThumb-2)
}
