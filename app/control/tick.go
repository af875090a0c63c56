package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Tick is a box to tick beside its text. Space ticks it; Enter and Esc are the form's.
type Tick struct {
	widget.Check
	Keys

	lines *RichLine         // a text that takes as many lines as it needs: what is ticked is read whole. Hidden where the text is one line
	ring  *canvas.Rectangle // round it while it has the keyboard
	list  *Ticks            // in which the box is, with others; nil: it is by itself
	shift bool              // Shift is held down
}

// NewTick returns a box that is ticked or not, with a text of one line.
func NewTick(text string, on bool) *Tick {
	t := &Tick{lines: NewRichLine(mostOfTick), ring: newBox()}
	t.lines.Hide()
	t.ring.Hide()
	t.Text, t.Checked = text, on
	t.ExtendBaseWidget(t)
	return t
}

const (
	mostOfTick         = 8  // lines of a text
	leastTick  float32 = 90 // pixels that a box takes at least whose text takes several lines
)

// SetText shows another text, in as many lines as it needs: it makes no form wider than its pane.
func (t *Tick) SetText(text string) {
	t.Text = ""
	t.lines.SetText(text)
	t.lines.Hidden = text == ""
	t.Refresh()
}

// HeightFor is the tick's height in that width, in pixels.
func (t *Tick) HeightFor(width float32) float32 {
	least := t.Check.MinSize().Height
	if t.lines.Hidden {
		return least
	}
	return least - Run{Text: "x"}.height() + t.lines.HeightFor(t.roomBeside(width))
}

// besideTick is where the text begins beside the box, in pixels.
func besideTick() float32 {
	return theme.IconInlineSize() + theme.InnerPadding() + 2*theme.InputBorderSize()
}

func (t *Tick) roomBeside(width float32) float32 {
	return max(width, leastTick) - besideTick() - theme.InnerPadding()
}

// pressed turns the box: all lines of the text do.
func (t *Tick) pressed(at *fyne.PointEvent) {
	if t.lines.Hidden {
		t.Check.Tapped(at)
		return
	}
	focus(t, t)
	t.SetChecked(!t.Checked)
}

// CreateRenderer implements fyne.Widget.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer { return &tickDrawing{t.Check.CreateRenderer(), t} }

// tickDrawing draws the lines of a text beside the box that Fyne draws.
type tickDrawing struct {
	fyne.WidgetRenderer
	of *Tick
}

func (d *tickDrawing) Objects() []fyne.CanvasObject {
	return append(d.WidgetRenderer.Objects(), d.of.lines, d.of.ring)
}

func (d *tickDrawing) MinSize() fyne.Size {
	least := d.WidgetRenderer.MinSize()
	if !d.of.lines.Hidden {
		least.Width = leastTick
	}
	return least
}

func (d *tickDrawing) Layout(size fyne.Size) {
	place(d.of.ring, focusBorder/2, focusBorder/2, size.Width-focusBorder, size.Height-focusBorder)
	if d.of.lines.Hidden {
		d.WidgetRenderer.Layout(size)
		return
	}
	line := d.WidgetRenderer.MinSize().Height
	d.WidgetRenderer.Layout(fyne.NewSize(size.Width, line)) // the box stands beside the first line
	top := (line - Run{Text: "x"}.height()) / 2
	place(d.of.lines, besideTick(), top, d.of.roomBeside(size.Width), max(size.Height-2*top, 0))
}

func (d *tickDrawing) Refresh() {
	d.WidgetRenderer.Refresh()
	d.of.lines.Refresh()
	d.of.ring.StrokeColor, d.of.ring.StrokeWidth = look.Color(look.ColorAccent), focusBorder
	d.of.ring.Refresh()
	d.Layout(d.of.Size())
}

// FocusGained implements fyne.Focusable.
func (t *Tick) FocusGained() {
	t.ring.Show()
	t.Check.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (t *Tick) FocusLost() {
	t.ring.Hide()
	t.Check.FocusLost()
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
