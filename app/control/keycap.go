package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// KeyCap is the name of a key in a small box.
type KeyCap struct {
	widget.BaseWidget
	key  string
	box  *canvas.Rectangle
	text *canvas.Text
}

// NewKeyCap returns a key's box: "Ctrl Enter".
func NewKeyCap(key string) *KeyCap {
	k := &KeyCap{key: key, box: newBox(), text: &canvas.Text{Text: key, TextSize: look.CaptionSize - 1}}
	k.ExtendBaseWidget(k)
	return k
}

// NewKeyHint returns a key's box and what the key does: "Esc cancel".
func NewKeyHint(key, does string) *Wrap {
	return NewWrap(look.Gap, NewKeyCap(key), NewRichLine(1, Run{Text: does, Size: look.TextSize - 1}))
}

// CreateRenderer implements fyne.Widget.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer { return newDrawing(k) }

func (k *KeyCap) objects() []fyne.CanvasObject { return []fyne.CanvasObject{k.box, k.text} }

func (k *KeyCap) least() fyne.Size {
	return fyne.NewSize(max(ceil(k.text.MinSize().Width)+9, 17), 17)
}

func (k *KeyCap) paint() {
	k.box.CornerRadius = 3
	k.box.FillColor, k.box.StrokeColor = look.Color(look.ColorKeyCap), look.Color(look.ColorFieldBorder)
	k.text.Color = look.Color(look.ColorText)
}

func (k *KeyCap) arrange(size fyne.Size) {
	outline(k.box, 0, size.Width, size.Height)
	text := k.text.MinSize()
	place(k.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
}
