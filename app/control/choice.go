package control

import (
	"image/color"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Option is one value of a Choice or Select.
type Option struct {
	Key    string
	Sign   string // before the word; may be empty
	Word   string // translated
	Letter rune   // sets it from the keyboard; 0 for none
	Colour string // palette name of its badge when chosen; empty for the accent
}

// StanceOptions are the stances with their signs.
func StanceOptions() []Option {
	var all []Option
	for _, key := range look.Stances() {
		s := look.StanceOf(key, false)
		all = append(all, Option{Key: s.Key, Sign: s.Sign, Word: s.Word, Letter: s.Letter, Colour: s.Colour})
	}
	return all
}

// Choice sets one of a few values side by side, or none: pressing the set one again
// clears it. The arrow keys go through the values, letters set them.
type Choice struct {
	widget.BaseWidget
	Keys
	OnChanged   func(key string)
	OnSubmitted func() // Enter

	label    label
	options  []Option
	value    string
	focused  bool
	box      *canvas.Rectangle
	segments []*segmentButton
}

// NewChoice returns a choice with no value set.
func NewChoice(caption string, options []Option) *Choice {
	c := &Choice{label: newLabel(caption), options: options, box: newBox()}
	for i := range options {
		c.segments = append(c.segments, newSegmentButton(c, i))
	}
	c.ExtendBaseWidget(c)
	return c
}

// NewStanceChoice returns a choice of stances, unset.
func NewStanceChoice(caption string) *Choice { return NewChoice(caption, StanceOptions()) }

// Value is the key of the set option, or empty.
func (c *Choice) Value() string { return c.value }

// Said is the word of the set option, or empty.
func (c *Choice) Said() string { return saidOf(c.options, c.value) }

// saidOf is the word of the option with a key.
func saidOf(options []Option, key string) string {
	for _, o := range options {
		if o.Key == key {
			return o.Word
		}
	}
	return ""
}

// SetValue sets a value without calling OnChanged; empty clears it.
func (c *Choice) SetValue(key string) {
	c.value = key
	c.Refresh()
}

// SetError shows a sentence below, until another value is set; an empty one removes it.
func (c *Choice) SetError(sentence string) {
	if c.label.setWrong(sentence) {
		c.Refresh()
	}
}

// SetGuessed says that the value was guessed, until another is set.
func (c *Choice) SetGuessed(guessed bool) {
	if c.label.setGuessed(guessed) {
		c.Refresh()
	}
}

// Focus gives the choice the keyboard.
func (c *Choice) Focus() { focus(c, c) }

// Focused says whether the keyboard is here.
func (c *Choice) Focused() bool { return c.focused }

// FocusGained implements fyne.Focusable.
func (c *Choice) FocusGained() { c.focusChanged(true) }

// FocusLost implements fyne.Focusable.
func (c *Choice) FocusLost() { c.focusChanged(false) }

// TypedRune implements fyne.Focusable: the letter of an option sets it.
func (c *Choice) TypedRune(r rune) {
	for _, o := range c.options {
		if o.Letter == unicode.ToLower(r) {
			c.set(o.Key)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		c.step(1)
	case fyne.KeyLeft, fyne.KeyUp:
		c.step(-1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		c.set("")
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnSubmitted != nil {
			c.OnSubmitted()
		}
	default:
		c.passKey(e, c)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *Choice) TypedShortcut(s fyne.Shortcut) { c.pass(s, c) }

func (c *Choice) focusChanged(focused bool) {
	c.focused = focused
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus(focused)
	}
}

// step goes to the next or the previous option; from none to the first or the last.
func (c *Choice) step(by int) {
	at := -1
	for i, o := range c.options {
		if o.Key == c.value {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = len(c.options)
	}
	if at += by; at >= 0 && at < len(c.options) {
		c.set(c.options[at].Key)
	}
}

func (c *Choice) press(i int) {
	focus(c, c)
	if key := c.options[i].Key; c.value != key {
		c.set(key)
	} else {
		c.set("")
	}
}

// set sets a value; that which was only guessed is decided on, too, by who chooses it.
func (c *Choice) set(key string) {
	if c.value == key && !c.label.guessed {
		return
	}
	c.label.setWrong("")
	c.label.setGuessed(false)
	c.SetValue(key)
	if c.OnChanged != nil {
		c.OnChanged(key)
	}
}

// HeightFor is the control's height in that width, in pixels.
func (c *Choice) HeightFor(width float32) float32 { return c.label.height(width, choiceHeight) }

// choiceHeight is that of an entry of one line, so that they stand well side by side.
const choiceHeight float32 = 29.7

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *Choice) objects() []fyne.CanvasObject {
	all := append(c.label.objects(), c.box)
	for _, s := range c.segments {
		all = append(all, s)
	}
	return all
}

func (c *Choice) least() fyne.Size {
	width := float32(0)
	for _, s := range c.segments {
		width += s.MinSize().Width
	}
	return fyne.NewSize(width+4, c.HeightFor(max(width, c.Size().Width)))
}

func (c *Choice) paint() {
	c.box.FillColor, c.box.StrokeColor = look.Color(look.ColorField), look.Color(look.ColorFieldBorder)
	c.box.StrokeWidth = borderOf(c.focused)
	switch {
	case c.label.isWrong():
		c.box.StrokeColor = look.Color(look.ColorError)
	case c.focused:
		c.box.StrokeColor = look.Color(look.ColorAccent)
	}
}

func (c *Choice) arrange(size fyne.Size) {
	top := c.label.arrange(size.Width, choiceHeight)
	outline(c.box, top, size.Width, choiceHeight)
	total := float32(0)
	for _, s := range c.segments {
		total += s.room()
	}
	// What is left over is shared out, so that the segments fill the box.
	spare := (size.Width - 4 - total) / float32(max(len(c.segments), 1))
	x := float32(2)
	for _, s := range c.segments {
		width := s.room() + spare
		place(s, x, top+2, width, choiceHeight-4)
		x += width
	}
}

// segmentButton is one option of a choice.
type segmentButton struct {
	widget.BaseWidget
	choice *Choice
	index  int
	back   *canvas.Rectangle
	text   *canvas.Text
	hover
}

func newSegmentButton(c *Choice, index int) *segmentButton {
	s := &segmentButton{choice: c, index: index, back: newBox(), text: &canvas.Text{TextSize: look.TextSize - 1}}
	s.changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *segmentButton) Tapped(*fyne.PointEvent) { s.choice.press(s.index) }

func (s *segmentButton) chosen() bool   { return s.option().Key == s.choice.value }
func (s *segmentButton) option() Option { return s.choice.options[s.index] }

func (s *segmentButton) run() Run {
	o := s.option()
	if o.Sign == "" {
		return Run{Text: o.Word, Size: look.TextSize - 1}
	}
	return Run{Text: o.Sign + " " + o.Word, Size: look.TextSize - 1}
}

// room is what the segment takes at least when there is enough, in pixels.
func (s *segmentButton) room() float32 { return ceil(s.run().width()) + 12 }

// CreateRenderer implements fyne.Widget.
func (s *segmentButton) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *segmentButton) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.back, s.text} }
func (s *segmentButton) least() fyne.Size {
	return fyne.NewSize(min(s.room(), 36), choiceHeight-4)
}

func (s *segmentButton) paint() {
	o := s.option()
	s.back.StrokeWidth, s.back.CornerRadius = 0, look.Radius-2
	s.back.FillColor, s.text.Color = color.Transparent, look.Color(look.ColorMuted)
	switch {
	case s.chosen() && o.Colour != "":
		tones := look.Tone(o.Colour)
		s.back.FillColor, s.text.Color = tones.Badge, tones.OnBadge
	case s.chosen():
		s.back.FillColor, s.text.Color = look.Color(look.ColorAccentTint), look.Color(look.ColorAccentText)
	case s.on:
		s.back.FillColor, s.text.Color = look.Color(look.ColorHover), look.Color(look.ColorText)
	}
}

func (s *segmentButton) arrange(size fyne.Size) {
	s.back.Resize(size)
	run := s.run()
	s.text.Text = Elide(run.Text, size.Width-2, run.size(), fyne.TextStyle{})
	text := s.text.MinSize()
	place(s.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
	s.text.Refresh()
}
