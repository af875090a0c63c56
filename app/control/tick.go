package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Tick is a box to tick beside its text. Space ticks it; Enter and Esc are the form's.
type Tick struct {
	widget.Check
	Keys

	whole string // the text, of which as much is shown as there is room for; "" for one that is shown whole
	list  *Ticks // in which the box is, with others; nil: it is by itself
	shift bool   // Shift is held down
}

// NewTick returns a box that is ticked or not.
func NewTick(text string, on bool) *Tick {
	t := &Tick{}
	t.Text, t.Checked = text, on
	t.ExtendBaseWidget(t)
	return t
}

// What a box with a long text takes at least, and what it takes beside the text, in pixels.
const (
	leastTick  float32 = 90
	besideTick float32 = 40
)

// SetText shows another text, of which as much as there is room for: it makes no form wider than its pane.
func (t *Tick) SetText(text string) {
	t.whole = text
	t.fit(t.Size().Width)
}

// MinSize implements fyne.CanvasObject.
func (t *Tick) MinSize() fyne.Size {
	least := t.Check.MinSize()
	if t.whole != "" {
		least.Width = min(least.Width, leastTick)
	}
	return least
}

// Resize implements fyne.CanvasObject.
func (t *Tick) Resize(size fyne.Size) {
	t.fit(size.Width)
	t.Check.Resize(size)
}

func (t *Tick) fit(width float32) {
	fitted := t.whole
	if width > 0 { // it is laid out
		fitted = Elide(t.whole, max(width, leastTick)-besideTick, look.TextSize, fyne.TextStyle{})
	}
	if t.whole != "" && fitted != t.Text {
		t.Text = fitted
		t.Refresh()
	}
}

// TypedKey implements fyne.Focusable.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && t.OnSave != nil {
		t.OnSave()
		return
	}
	if !t.passKey(e, t) {
		t.Check.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *Tick) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && t.list != nil {
		t.list.turnAll()
		return
	}
	t.pass(s, t)
}
