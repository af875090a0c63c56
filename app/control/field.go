package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Field is a text field of a form with its caption. It passes Ctrl+Enter, Esc and
// the window's keys on, Tab leaves it, and Ctrl+Z takes the typing back first.
type Field struct {
	widget.BaseWidget
	Keys
	OnChanged   func(text string)
	OnSubmitted func(text string) // Enter in one line, Shift+Enter in several

	label label
	input *Input
	ring  *canvas.Rectangle // red when something is wrong
	hint  *keyCap           // the key that leads here, shown while it is empty

	typed   func(*fyne.KeyEvent) bool // sees each key first; may be nil
	offers  func() []FieldOffer       // nil: no list unfolds
	offered []FieldOffer              // the rows of the list
	list    *pickList
}

// NewField returns a field of one line. An empty caption takes no room.
func NewField(caption string) *Field { return newField(caption, newInput()) }

// NewArea returns a field that wraps its text, with that many rows in sight.
func NewArea(caption string, rows int) *Field { return newField(caption, newLines(rows)) }

// NewSearchField returns a field without a caption that shows the key that leads to it.
func NewSearchField(placeHolder, key string) *Field {
	f := newField("", newInput())
	f.SetPlaceHolder(placeHolder)
	if key != "" {
		f.hint = newKeyCap(key)
	}
	return f
}

func newField(caption string, input *Input) *Field {
	f := &Field{label: newLabel(caption), input: input, ring: newBox()}
	f.ExtendBaseWidget(f)
	input.Keys, input.label = &f.Keys, &f.label
	input.OnChanged = func(text string) {
		f.showHint()
		f.SetError("")
		f.SetGuessed(false)
		f.Fold()
		if f.OnChanged != nil {
			f.OnChanged(text)
		}
	}
	input.OnSubmitted = func(text string) {
		if f.OnSubmitted != nil {
			f.OnSubmitted(text)
		}
	}
	input.OnTyped = f.key
	input.OnFocus = func(focused bool) {
		if focused && f.label.guessed {
			f.SelectAll() // typing takes its place
		}
		if !focused && (f.list == nil || !f.list.pressed) {
			f.Fold()
		}
		f.paint()
		f.ring.Refresh()
		if f.OnFocus != nil {
			f.OnFocus(focused)
		}
	}
	return f
}

// SetTyped lets a function see each key before the field does; true keeps it from
// the field. A search uses it to walk its results with the arrow keys.
func (f *Field) SetTyped(typed func(*fyne.KeyEvent) bool) { f.typed = typed }

// key sees a key before the entry does. Delete and Backspace clear what is only guessed.
func (f *Field) key(e *fyne.KeyEvent) bool {
	switch {
	case f.typed != nil && f.typed(e), f.listKey(e.Name):
		return true
	case f.label.guessed && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace):
		f.SelectAll() // for the entry to take out
	}
	return false
}

// Input is the entry itself, which has the focus when the field has.
func (f *Field) Input() *Input { return f.input }

// Text is what stands in the field.
func (f *Field) Text() string { return f.input.Text }

// SetText shows another text; there is nothing to undo then. OnChanged is called.
func (f *Field) SetText(text string) { f.input.SetText(text) }

// SetPlaceHolder is what an empty field shows.
func (f *Field) SetPlaceHolder(text string) { f.input.SetPlaceHolder(text) }

// SetError shows a sentence below the field and a red border, until the text
// changes; an empty one removes both.
func (f *Field) SetError(sentence string) {
	if f.label.setWrong(sentence) {
		f.Refresh()
	}
}

// SetGuessed says beside the caption that the text is only guessed, until it changes.
func (f *Field) SetGuessed(guessed bool) {
	if f.label.setGuessed(guessed) {
		f.Refresh()
	}
}

// Focus gives the field the keyboard.
func (f *Field) Focus() { focus(f.input, f.input) }

// Focused says whether the keyboard is here.
func (f *Field) Focused() bool { return f.input.Focused() }

// SelectAll selects the whole text, so that typing replaces it.
func (f *Field) SelectAll() { f.input.SelectAll() }

// CanUndo says whether Undo would change the text.
func (f *Field) CanUndo() bool { return f.input.CanUndo() }

// CanRedo says whether Redo would change the text.
func (f *Field) CanRedo() bool { return f.input.CanRedo() }

// Undo takes the last typing back.
func (f *Field) Undo() { f.input.Undo() }

// Redo does again what Undo took back.
func (f *Field) Redo() { f.input.Redo() }

// Enable lets the text be changed.
func (f *Field) Enable() { f.input.Enable() }

// Disable shows the text without letting it be changed.
func (f *Field) Disable() { f.input.Disable() }

// HeightFor is the field's height in that width, in pixels.
func (f *Field) HeightFor(width float32) float32 {
	return f.label.height(width, f.input.MinSize().Height)
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return newDrawing(f) }

func (f *Field) objects() []fyne.CanvasObject {
	all := append(f.label.objects(), f.input, f.ring)
	if f.hint != nil {
		all = append(all, f.hint)
	}
	return all
}

func (f *Field) least() fyne.Size {
	return fyne.NewSize(60, f.HeightFor(max(60, f.Size().Width)))
}

func (f *Field) paint() {
	f.showHint()
	f.ring.Hidden, f.ring.StrokeColor = !f.label.isWrong(), look.Color(look.ColorError)
}

func (f *Field) showHint() {
	if f.hint != nil && f.hint.Hidden != (f.input.Text != "") {
		f.hint.Hidden = f.input.Text != ""
		f.hint.Refresh()
	}
}

func (f *Field) arrange(size fyne.Size) {
	// An area takes what room there is.
	body := max(f.input.MinSize().Height, size.Height-f.label.height(size.Width, 0))
	top := f.label.arrange(size.Width, body)
	place(f.input, 0, top, size.Width, body)
	outline(f.ring, top, size.Width, body)
	if f.hint != nil {
		key := f.hint.MinSize()
		place(f.hint, size.Width-key.Width-look.Inset, top+(body-key.Height)/2, key.Width, key.Height)
	}
}
