package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RowButton is a quiet button in a row of a list, for the pointer alone: the list has the keyboard as a whole, and a key for what it does.
// Tab goes past it, as rows out of sight may have one, too.
type RowButton struct {
	widget.BaseWidget
	of *Button
}

// NewRowButton returns a button with a tooltip that names the key. Tip and key may be empty.
func NewRowButton(label, tip, key string, onTapped func()) *RowButton {
	r := &RowButton{of: NewQuietButton(label, tip, key, onTapped)}
	r.ExtendBaseWidget(r)
	return r
}

// SetLabel shows another text.
func (r *RowButton) SetLabel(label string) {
	if r.of.label != label {
		r.of.label = label
		r.Refresh()
	}
}

// Tooltip says what the button does, and by which key.
func (r *RowButton) Tooltip() string { return r.of.Tooltip() }

// Tapped implements fyne.Tappable.
func (r *RowButton) Tapped(*fyne.PointEvent) {
	r.of.tip.out(r)
	r.of.press()
}

// MouseIn implements desktop.Hoverable.
func (r *RowButton) MouseIn(*desktop.MouseEvent) {
	r.of.over = true
	r.of.tip.in(r)
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *RowButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *RowButton) MouseOut() {
	r.of.over = false
	r.of.tip.out(r)
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *RowButton) AccessibilityLabel() string { return r.of.AccessibilityLabel() }

// AccessibilityRole implements fyne.Accessible.
func (r *RowButton) AccessibilityRole() fyne.AccessibleRole { return r.of.AccessibilityRole() }

// CreateRenderer implements fyne.Widget.
func (r *RowButton) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *RowButton) objects() []fyne.CanvasObject { return r.of.objects() }
func (r *RowButton) least() fyne.Size             { return r.of.least() }
func (r *RowButton) paint()                       { r.of.paint() }
func (r *RowButton) arrange(size fyne.Size)       { r.of.arrange(size) }
