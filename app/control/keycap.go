package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// keyCap is the name of a key in a small box.
type keyCap struct {
	widget.BaseWidget
	key  string
	box  *canvas.Rectangle
	text *canvas.Text
}

// newKeyCap returns a key's box: "Ctrl Enter".
func newKeyCap(key string) *keyCap {
	k := &keyCap{key: key, box: newBox(), text: &canvas.Text{Text: key, TextSize: look.CaptionSize - 1}}
	k.ExtendBaseWidget(k)
	return k
}

// KeyHint is a key's box and beside it what the key does, on as many lines as that
// needs.
type KeyHint struct {
	widget.BaseWidget
	cap  *keyCap
	does *RichLine
}

// NewKeyHint returns a key's box and what the key does: "Esc cancel".
func NewKeyHint(key, does string) *KeyHint {
	h := &KeyHint{cap: newKeyCap(key), does: NewRichLine(hintLines, Run{Text: does, Size: look.TextSize - 1})}
	h.ExtendBaseWidget(h)
	return h
}

// hintLines is how many lines what a key does may take.
const hintLines = 4

// NaturalWidth is the width that shows all on one line, in pixels.
func (h *KeyHint) NaturalWidth() float32 { return h.indent() + h.does.NaturalWidth() }

// HeightFor is the hint's height in that width, in pixels.
func (h *KeyHint) HeightFor(width float32) float32 {
	return max(h.cap.MinSize().Height, h.does.HeightFor(width-h.indent()))
}

// indent is where the words begin.
func (h *KeyHint) indent() float32 { return h.cap.MinSize().Width + look.Gap }

// CreateRenderer implements fyne.Widget.
func (h *KeyHint) CreateRenderer() fyne.WidgetRenderer { return newDrawing(h) }

func (h *KeyHint) objects() []fyne.CanvasObject { return []fyne.CanvasObject{h.cap, h.does} }
func (h *KeyHint) paint()                       {}

func (h *KeyHint) least() fyne.Size {
	width := h.indent() + h.does.MinSize().Width
	return fyne.NewSize(width, h.HeightFor(max(width, h.Size().Width)))
}

func (h *KeyHint) arrange(size fyne.Size) {
	key := h.cap.MinSize()
	line := h.does.HeightFor(h.does.NaturalWidth() + 1)
	first := max(key.Height, line)
	place(h.cap, 0, (first-key.Height)/2, key.Width, key.Height)
	width := size.Width - h.indent()
	place(h.does, h.indent(), (first-line)/2, width, h.does.HeightFor(width))
}

// CreateRenderer implements fyne.Widget.
func (k *keyCap) CreateRenderer() fyne.WidgetRenderer { return newDrawing(k) }

func (k *keyCap) objects() []fyne.CanvasObject { return []fyne.CanvasObject{k.box, k.text} }

func (k *keyCap) least() fyne.Size {
	return fyne.NewSize(max(ceil(k.text.MinSize().Width)+9, 17), 17)
}

func (k *keyCap) paint() {
	k.box.CornerRadius = 3
	k.box.FillColor, k.box.StrokeColor = look.Color(look.ColorKeyCap), look.Color(look.ColorFieldBorder)
	k.text.Color = look.Color(look.ColorText)
}

func (k *keyCap) arrange(size fyne.Size) {
	outline(k.box, 0, size.Width, size.Height)
	text := k.text.MinSize()
	place(k.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
}
