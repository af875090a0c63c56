package control

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// Button is a small button with a tooltip that names its key.
type Button struct {
	widget.BaseWidget
	onTapped func()
	OnLetter func(rune)                // a letter; may be nil
	OnKey    func(*fyne.KeyEvent) bool // a key that does not press it; false: Esc and the function keys go to the window

	kind     buttonKind
	label    string
	says     string // what it does, where that is more than its label
	icon     *canvas.Image
	tip      tip
	over     bool
	focused  bool
	disabled bool
	turns    bool // it turns something on and off,
	on       bool // which is on now
	box      *canvas.Rectangle
	text     *canvas.Text
}

type buttonKind int

const (
	buttonText  buttonKind = iota // bordered
	buttonMain                    // filled with the accent
	buttonQuiet                   // only its text or picture, until the pointer is on it
)

// NewTextButton returns a bordered button. Tip and key may be empty.
func NewTextButton(label, tip, key string, onTapped func()) *Button {
	return newButton(buttonText, label, nil, tip, key, onTapped)
}

// NewMainButton returns the one button of a form or dialog that one is likely to press.
func NewMainButton(label, tip, key string, onTapped func()) *Button {
	return newButton(buttonMain, label, nil, tip, key, onTapped)
}

// NewQuietButton returns a button that is only its text until the pointer is on it.
func NewQuietButton(label, tip, key string, onTapped func()) *Button {
	return newButton(buttonQuiet, label, nil, tip, key, onTapped)
}

// NewIconButton returns a button that is only its picture until the pointer is on it.
func NewIconButton(icon fyne.Resource, tip, key string, onTapped func()) *Button {
	return newButton(buttonQuiet, "", icon, tip, key, onTapped)
}

func newButton(kind buttonKind, label string, icon fyne.Resource, says, key string, onTapped func()) *Button {
	b := &Button{kind: kind, label: label, onTapped: onTapped, box: newBox(), text: &canvas.Text{TextSize: look.TextSize - 1}}
	if icon != nil {
		b.icon = canvas.NewImageFromResource(theme.NewThemedResource(icon))
		b.icon.FillMode = canvas.ImageFillContain
	}
	b.tip.text, b.says = says, says
	if key != "" {
		b.tip.text = cmp.Or(says, label) + "  ·  " + key
	}
	b.ExtendBaseWidget(b)
	return b
}

// SetLabel shows another text.
func (b *Button) SetLabel(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// SetOn shows whether that is on which the button turns on and off: then it is tinted, framed and bold.
func (b *Button) SetOn(on bool) {
	if !b.turns || b.on != on {
		b.turns, b.on = true, on
		b.Refresh()
	}
}

// Enable lets the button be pressed.
func (b *Button) Enable() { b.setDisabled(false) }

// Disable greys the button out; it cannot be pressed or focused.
func (b *Button) Disable() { b.setDisabled(true) }

// Disabled implements fyne.Disableable.
func (b *Button) Disabled() bool { return b.disabled }

func (b *Button) setDisabled(disabled bool) {
	if b.disabled != disabled {
		b.disabled = disabled
		b.Refresh()
	}
}

// Tooltip says what the button does, and by which key.
func (b *Button) Tooltip() string { return b.tip.text }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

func (b *Button) press() {
	b.tip.out(b)
	if !b.disabled && b.onTapped != nil {
		b.onTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.over = true
	b.tip.in(b)
	b.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.over = false
	b.tip.out(b)
	b.Refresh()
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) {
	if b.OnLetter != nil {
		b.OnLetter(r)
	}
}

// TakesLetters says that letters mean something while the button has the keyboard.
func (b *Button) TakesLetters() bool { return b.OnLetter != nil }

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press()
		return
	}
	if b.OnKey == nil || !b.OnKey(e) {
		(&Keys{}).passKey(e, b)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

const (
	buttonHeight float32 = 26
	iconSize     float32 = 16
)

func (b *Button) objects() []fyne.CanvasObject {
	if b.icon != nil {
		return []fyne.CanvasObject{b.box, b.icon}
	}
	return []fyne.CanvasObject{b.box, b.text}
}

func (b *Button) least() fyne.Size {
	if b.icon != nil {
		return fyne.NewSize(buttonHeight, buttonHeight)
	}
	width := b.text.MinSize().Width
	if b.turns { // what stands beside it does not move when it is turned
		width = Run{Text: b.label, Bold: true, Size: b.text.TextSize}.width()
	}
	return fyne.NewSize(ceil(width)+22, buttonHeight)
}

func (b *Button) paint() {
	none := look.Color(look.ColorPage)
	none.A = 0
	fill, border, ink := none, none, look.Color(look.ColorText)
	switch b.kind {
	case buttonText:
		fill, border = look.Color(look.ColorKeyCap), look.Color(look.ColorFieldBorder)
	case buttonMain:
		fill, ink = look.Color(look.ColorAccent), look.Color(look.ColorOnAccent)
	case buttonQuiet:
		ink = look.Color(look.ColorMuted)
	}
	if b.text.TextStyle.Bold = b.on; b.on {
		fill, border, ink = look.Color(look.ColorAccentTint), look.Color(look.ColorAccentText), look.Color(look.ColorAccentText)
	}
	switch {
	case b.disabled:
		ink = look.Color(theme.ColorNameDisabled)
		if b.kind == buttonMain {
			fill = look.Color(theme.ColorNameDisabledButton)
		}
	case b.over && b.kind == buttonMain:
		fill = over(fill, look.Color(theme.ColorNamePressed))
	case b.over:
		fill = over(fill, look.Color(look.ColorHover))
		if !b.on {
			ink = look.Color(look.ColorText)
		}
	}
	if b.focused {
		border = look.Color(look.ColorAccent)
		if b.kind == buttonMain {
			border = look.Color(look.ColorText)
		}
	}
	b.box.FillColor = paint.Seen(fill)
	stroke(b.box, border)
	if b.focused {
		b.box.StrokeWidth = focusBorder
	}
	b.text.Text, b.text.Color = b.label, ink
	if b.icon != nil {
		b.icon.Translucency = 0.3
		if b.over || b.focused {
			b.icon.Translucency = 0
		}
		if b.disabled {
			b.icon.Translucency = 0.7
		}
	}
}

func (b *Button) arrange(size fyne.Size) {
	outline(b.box, 0, size.Width, size.Height)
	if b.icon != nil {
		place(b.icon, (size.Width-iconSize)/2, (size.Height-iconSize)/2, iconSize, iconSize)
		return
	}
	text := b.text.MinSize()
	place(b.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
}
