package control

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Select sets one of several values in the room of one field. Its list unfolds
// at it, above what else is there; the arrow keys go through the values also while
// it is folded, a letter goes to the next value that begins with it.
type Select struct {
	widget.BaseWidget
	Keys
	OnChanged func(key string)
	OnAgain   func(key string) // the value that is set was picked again from the list; may be nil
	// Unguessed is the key that Delete sets in place of what is only guessed.
	Unguessed string
	// Name is what a screen reader calls a select that has no caption.
	Name string

	label   label
	options []Option
	value   string
	focused bool
	hover
	box   *canvas.Rectangle
	dot   *Dot
	text  *RichLine
	arrow *RichLine
	list  *pickList
}

// NewSelect returns a select with no value set.
func NewSelect(caption string, options []Option) *Select {
	s := &Select{
		label: newLabel(caption), options: options, box: newBox(), dot: NewDot(""), text: newText(""),
		arrow: NewRichLine(1, Run{Text: "▾", Colour: look.ColorMuted}),
	}
	s.list = newPickList(s, func(i int) {
		s.pick(s.options[i].Key)
		s.Fold()
		s.Focus()
	}, s.Fold)
	s.changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// NewColourSelect offers the palette, each colour with its dot, and first the
// automatic colour, whose key is empty.
func NewColourSelect(caption, automatic string) *Select {
	options := []Option{{Word: automatic}}
	for _, name := range look.Palette() {
		options = append(options, Option{Key: name, Word: colourWords(name), Colour: name})
	}
	return NewSelect(caption, options)
}

// Value is the key of the set option, or empty.
func (s *Select) Value() string { return s.value }

// Said is the word of the set option, or empty.
func (s *Select) Said() string { return saidOf(s.options, s.value) }

// SetValue sets a value without calling OnChanged.
func (s *Select) SetValue(key string) {
	s.value = key
	s.Refresh()
}

// SetGuessed says that the value was guessed, until another is set.
func (s *Select) SetGuessed(guessed bool) {
	if s.label.setGuessed(guessed) {
		s.Refresh()
	}
}

// SetOptions offers other values. A value that is not among them stays, unseen.
func (s *Select) SetOptions(options []Option) {
	s.options = options
	s.Fold()
	s.Refresh()
}

// SetError shows a sentence below; an empty one removes it.
func (s *Select) SetError(sentence string) {
	if s.label.setWrong(sentence) {
		s.Refresh()
	}
}

// Focus gives the select the keyboard.
func (s *Select) Focus() { focus(s, s) }

// Unfolded says whether the list is in sight.
func (s *Select) Unfolded() bool { return !s.list.Hidden }

// Fold hides the list.
func (s *Select) Fold() {
	if s.Unfolded() {
		s.list.fold()
	}
}

func (s *Select) unfold() {
	rows := make([]pickRow, len(s.options))
	dotted := false
	for _, o := range s.options {
		dotted = dotted || o.Colour != ""
	}
	for i, o := range s.options {
		rows[i] = pickRow{runs: []Run{{Text: o.Word}}, dotted: dotted, colour: o.Colour}
	}
	s.list.show(rows, max(s.at(), 0))
}

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) {
	s.Focus()
	if s.Unfolded() {
		s.Fold()
	} else {
		s.unfold()
	}
}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() { s.focusChanged(true) }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() {
	if !s.list.pressed {
		s.Fold()
	}
	s.focusChanged(false)
}

func (s *Select) focusChanged(focused bool) {
	s.focused = focused
	s.Refresh()
	if s.OnFocus != nil {
		s.OnFocus(focused)
	}
}

// TypedRune implements fyne.Focusable: a letter goes to the next value with it.
func (s *Select) TypedRune(r rune) {
	n := len(s.options)
	for i := range n {
		o := s.options[(s.at()+1+i+n)%n]
		if first := []rune(o.Word + " ")[0]; unicode.ToLower(first) == unicode.ToLower(r) {
			s.set(o.Key)
			if s.Unfolded() {
				s.list.point(s.at())
			}
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp:
		s.walk(map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[e.Name])
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if !s.Unfolded() {
			s.unfold()
			return
		}
		s.pick(s.options[s.list.current].Key)
		s.Fold()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.label.guessed {
			s.settle(s.Unguessed)
		}
	case fyne.KeyEscape:
		if s.Unfolded() {
			s.Fold()
			return
		}
		s.passKey(e, s)
	default:
		s.passKey(e, s)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (s *Select) TypedShortcut(shortcut fyne.Shortcut) { s.pass(shortcut, s) }

func (s *Select) walk(by int) {
	if s.Unfolded() {
		s.list.move(by)
		return
	}
	if at := s.at() + by; at >= 0 && at < len(s.options) {
		s.set(s.options[at].Key)
	}
}

// at is the index of the set option, or -1.
func (s *Select) at() int {
	for i, o := range s.options {
		if o.Key == s.value {
			return i
		}
	}
	return -1
}

// pick sets the value that was picked from the list.
func (s *Select) pick(key string) {
	if s.value == key && s.OnAgain != nil {
		s.OnAgain(key)
		return
	}
	s.set(key)
}

// set sets a value; that which was only guessed is decided on, too, by who chooses it.
func (s *Select) set(key string) {
	if s.value != key || s.label.guessed {
		s.settle(key)
	}
}

// settle sets a value for which somebody decided.
func (s *Select) settle(key string) {
	s.label.setWrong("")
	s.label.setGuessed(false)
	s.SetValue(key)
	if s.OnChanged != nil {
		s.OnChanged(key)
	}
}

// HeightFor is the control's height in that width, in pixels.
func (s *Select) HeightFor(width float32) float32 { return s.label.height(width, choiceHeight) }

// arrowRoom is the width for the arrow at the end, in pixels.
const arrowRoom = 20

// NaturalWidth is the width in which none of its words is cut, in pixels.
func (s *Select) NaturalWidth() float32 {
	words, dotted := float32(0), float32(0)
	for _, o := range s.options {
		words = max(words, newText(o.Word).NaturalWidth())
		if o.Colour != "" {
			dotted = 2 + dotSize + 6
		}
	}
	return theme.InnerPadding() + dotted + words + arrowRoom
}

// listAnchor is the box, and the sentence below it if something is wrong.
func (s *Select) listAnchor() (top, bottom float32) {
	top = s.box.Position().Y
	return top, max(top+choiceHeight, s.label.bottom())
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Select) objects() []fyne.CanvasObject {
	return append(s.label.objects(), s.box, s.dot, s.text, s.arrow)
}

func (s *Select) least() fyne.Size {
	return fyne.NewSize(80, s.HeightFor(max(80, s.Size().Width)))
}

func (s *Select) paint() {
	s.box.FillColor, s.box.StrokeColor = look.Color(look.ColorField), look.Color(look.ColorFieldBorder)
	s.box.StrokeWidth = borderOf(s.focused)
	switch {
	case s.label.isWrong():
		s.box.StrokeColor = look.Color(look.ColorError)
	case s.focused:
		s.box.StrokeColor = look.Color(look.ColorAccent)
	case s.on:
		s.box.FillColor = look.Color(look.ColorCardHover)
	}
	s.text.SetRuns()
	s.dot.SetColour("")
	if at := s.at(); at >= 0 {
		s.text.SetRuns(Run{Text: s.options[at].Word})
		s.dot.SetColour(s.options[at].Colour)
	}
}

func (s *Select) arrange(size fyne.Size) {
	top := s.label.arrange(size.Width, choiceHeight)
	outline(s.box, top, size.Width, choiceHeight)
	x := theme.InnerPadding() // as in an entry
	if s.dot.colour != "" {
		x += 2
		place(s.dot, x, top, dotSize, choiceHeight)
		x += dotSize + 6
	}
	room := size.Width - x - arrowRoom
	height := Run{Text: "x"}.height()
	place(s.text, x, top+(choiceHeight-height)/2, room, height)
	place(s.arrow, size.Width-arrowRoom+2, top+(choiceHeight-height)/2, arrowRoom, height)
}
