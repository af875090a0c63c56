package control

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// tooltipDelay is how long the pointer rests before a tooltip appears.
const tooltipDelay = 500 * time.Millisecond

// tooltipLines is how many lines a tooltip has at most.
const tooltipLines = 6

// Tooltips holds a window's content with the [Layer] for lists, and above it the one tooltip there can be. It
// takes no clicks and no focus. Make it the window's content; the controls below
// find it there:
//
//	window.SetContent(control.NewTooltips(content))
type Tooltips struct {
	widget.BaseWidget
	// After calls a function on the UI goroutine after a while, unless it is stopped
	// before. Tests set their own.
	After func(d time.Duration, call func()) (stop func())

	layer *Layer
	cover *Tooltips // of a box that is over the window; nil while there is none
	stop  func()
	owner fyne.CanvasObject // whose tooltip is shown or about to be
	box   *canvas.Rectangle
	text  *RichLine
	at    fyne.Position // in the window, below what is explained
	above float32       // how far up to go when there is no room below
}

// NewTooltips returns the content with room for tooltips above it.
func NewTooltips(content fyne.CanvasObject) *Tooltips {
	t := &Tooltips{
		layer: NewLayer(content), After: afterOnUI, box: newBox(),
		text: NewRichLine(tooltipLines, Run{Size: look.TextSize - 1.5, Colour: look.ColorOnTooltip}),
	}
	t.hide()
	t.ExtendBaseWidget(t)
	return t
}

// CoverTooltips has controls explain themselves in a box that is over the window of a canvas, as what lies below is dimmed; nil
// when the box is gone.
func CoverTooltips(c fyne.Canvas, box *Tooltips) {
	if t := tooltipsIn(c.Content()); t != nil {
		tooltipsOf(c).HideTip()
		t.cover = box
		if box != nil {
			box.After = t.After
		}
	}
}

// Content is what the window shows.
func (t *Tooltips) Content() fyne.CanvasObject { return t.layer.content }

// ShowTip shows a text at a place in the window after the delay: for what is no
// widget, such as a mark in the text.
func (t *Tooltips) ShowTip(text string, at fyne.Position) { t.arm(nil, text, at, 0) }

// HideTip takes the tooltip away, or keeps it from appearing.
func (t *Tooltips) HideTip() {
	t.disarm()
	if t.box.Visible() {
		t.hide()
		t.Refresh()
	}
}

// Showing is the text in sight, or empty.
func (t *Tooltips) Showing() string {
	if !t.box.Visible() {
		return ""
	}
	return t.text.Text()
}

func (t *Tooltips) arm(owner fyne.CanvasObject, text string, at fyne.Position, above float32) {
	t.HideTip()
	if text == "" {
		return
	}
	t.owner = owner
	t.stop = t.After(tooltipDelay, func() {
		t.stop = nil
		t.at, t.above = at, above
		t.text.SetText(strings.ReplaceAll(text, "\n", "  ·  ")) // one line has no ends of lines in it
		t.box.Hidden, t.text.Hidden = false, false
		t.Refresh()
	})
}

func (t *Tooltips) disarm() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.owner = nil
}

func (t *Tooltips) hide() { t.box.Hidden, t.text.Hidden = true, true }

// CreateRenderer implements fyne.Widget.
func (t *Tooltips) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *Tooltips) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.layer, t.box, t.text}
}

func (t *Tooltips) least() fyne.Size { return t.layer.MinSize() }

func (t *Tooltips) paint() {
	t.box.FillColor = look.Color(look.ColorTooltip)
	t.box.StrokeWidth = 0
	t.box.CornerRadius = 4
}

func (t *Tooltips) arrange(size fyne.Size) {
	place(t.layer, 0, 0, size.Width, size.Height)
	if t.text.Hidden {
		return
	}
	const inset, most = 7, 320
	width := min(t.text.NaturalWidth(), most, max(size.Width-2*inset-8, 0))
	height := t.text.HeightFor(width)
	outer := fyne.NewSize(width+2*inset, height+2*4)
	x := min(max(t.at.X, 4), size.Width-outer.Width-4)
	y := t.at.Y + 4
	if y+outer.Height > size.Height-4 {
		y = max(t.at.Y-t.above-outer.Height-4, 4)
	}
	place(t.box, x, y, outer.Width, outer.Height)
	place(t.text, x+inset, y+4, width, height)
}

func afterOnUI(d time.Duration, call func()) (stop func()) {
	timer := time.AfterFunc(d, func() { fyne.Do(call) })
	return func() { timer.Stop() }
}

// tip is embedded by controls that explain themselves under a resting pointer.
type tip struct{ text string }

// in shows the tooltip below the control after the delay.
func (t *tip) in(o fyne.CanvasObject) {
	if over := tooltipsAbove(o); over != nil && t.text != "" {
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(over))
		height := o.Size().Height
		over.arm(o, t.text, at.AddXY(0, height), height)
	}
}

// out takes it away again.
func (t *tip) out(o fyne.CanvasObject) {
	if over := tooltipsAbove(o); over != nil && over.owner == o {
		over.HideTip()
	}
}

// tooltipsAbove returns where the tooltip of a control appears; nil if nowhere.
func tooltipsAbove(o fyne.CanvasObject) *Tooltips {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	return tooltipsOf(c)
}

// tooltipsOf returns where tooltips of a window appear now; nil if it has none.
func tooltipsOf(c fyne.Canvas) *Tooltips {
	t := tooltipsIn(c.Content())
	if t != nil && t.cover != nil {
		return t.cover
	}
	return t
}

// tooltipsIn returns the tooltips that a window's content is, also where all is told to a screen reader; nil if it is something else.
func tooltipsIn(content fyne.CanvasObject) *Tooltips {
	if told, ok := content.(*fyne.Container); ok && len(told.Objects) > 0 {
		content = told.Objects[0]
	}
	t, _ := content.(*Tooltips)
	return t
}

// followLists puts the list that is unfolded, wherever it is, where its field is now.
func followLists() {
	for _, root := range roots() {
		switch content := root.(type) {
		case *Layer:
			content.follow()
		case *Tooltips:
			content.layer.follow()
		}
	}
}

// roots are what the windows show, and the boxes over them.
func roots() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		content := w.Canvas().Content()
		if content == nil {
			continue
		}
		all = append(all, content)
		if t := tooltipsIn(content); t != nil && t.cover != nil {
			all = append(all, t.cover)
		}
	}
	return all
}
