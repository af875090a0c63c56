package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Tab is one of a TabBar's.
type Tab struct {
	Key   string
	Label string // translated
}

// TabBar is a row of tabs, the current one tinted. It has the focus as a whole; the
// arrow keys go from tab to tab.
type TabBar struct {
	widget.BaseWidget
	Keys
	OnChanged func(key string)
	OnLetter  func(rune) bool // is given what is typed; may be nil

	current string
	focused bool
	tabs    []*tabButton
}

// NewTabBar returns the tabs with the first one current.
func NewTabBar(tabs []Tab) *TabBar {
	t := &TabBar{}
	t.ExtendBaseWidget(t)
	for _, tab := range tabs {
		t.tabs = append(t.tabs, newTabButton(t, tab))
	}
	if len(tabs) > 0 {
		t.current = tabs[0].Key
	}
	return t
}

// SetCurrent makes a tab current without calling OnChanged.
func (t *TabBar) SetCurrent(key string) {
	t.current = key
	t.Refresh()
}

// SetLabel gives a tab another label, translated.
func (t *TabBar) SetLabel(key, label string) {
	for _, b := range t.tabs {
		if b.tab.Key == key && b.tab.Label != label {
			b.tab.Label = label
			b.Refresh()
			t.Refresh()
		}
	}
}

// FocusGained implements fyne.Focusable.
func (t *TabBar) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost implements fyne.Focusable.
func (t *TabBar) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *TabBar) TypedRune(r rune) {
	if t.OnLetter != nil {
		t.OnLetter(r)
	}
}

// TakesLetters says that letters mean something while the tabs have the keyboard.
func (t *TabBar) TakesLetters() bool { return t.OnLetter != nil }

// TypedKey implements fyne.Focusable. Other keys than those that turn to a tab are the window's.
func (t *TabBar) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyHome: -len(t.tabs), fyne.KeyEnd: len(t.tabs)}[e.Name]
	if step == 0 || len(t.tabs) == 0 {
		t.passLetter(e, t)
		return
	}
	for i, b := range t.tabs {
		if b.tab.Key == t.current {
			t.choose(t.tabs[min(max(i+step, 0), len(t.tabs)-1)].tab.Key)
			return
		}
	}
}

func (t *TabBar) choose(key string) {
	if t.current == key {
		return
	}
	t.SetCurrent(key)
	if t.OnChanged != nil {
		t.OnChanged(key)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *TabBar) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

const (
	tabHeight float32 = 30
	tabGap    float32 = 6

	leastTabGap float32 = 2
	leastTabPad float32 = 2 // beside the label
)

func (t *TabBar) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(t.tabs))
	for i, b := range t.tabs {
		all[i] = b
	}
	return all
}

func (t *TabBar) least() fyne.Size {
	width := -tabGap
	for _, b := range t.tabs {
		width += b.MinSize().Width + tabGap
	}
	return fyne.NewSize(max(width, 0), tabHeight)
}

func (t *TabBar) paint() {}

// arrange gives each tab what it needs. Where there is less, the room between the tabs and in them shrinks, and then the labels are cut.
func (t *TabBar) arrange(size fyne.Size) {
	gap, less := tabGap, float32(0)
	if n := float32(len(t.tabs)); n > 1 {
		short := max(t.least().Width-size.Width, 0)
		gap = max(tabGap-short/(n-1), leastTabGap)
		less = max(short-(tabGap-gap)*(n-1), 0) / n
	}
	x := float32(0)
	for _, b := range t.tabs {
		width := max(b.MinSize().Width-less, 0)
		place(b, x, (size.Height-tabHeight)/2, width, tabHeight)
		x += width + gap
	}
}

type tabButton struct {
	widget.BaseWidget
	hover
	bar  *TabBar
	tab  Tab
	back *canvas.Rectangle
	text *canvas.Text
}

func newTabButton(bar *TabBar, tab Tab) *tabButton {
	b := &tabButton{bar: bar, tab: tab, back: newBox(), text: &canvas.Text{TextSize: look.TextSize}}
	b.changed = b.Refresh
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *tabButton) Tapped(*fyne.PointEvent) { b.bar.choose(b.tab.Key) }

// CreateRenderer implements fyne.Widget.
func (b *tabButton) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *tabButton) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.back, b.text} }

// least has room for bold text, so that the tabs do not move when another is chosen.
func (b *tabButton) least() fyne.Size {
	return fyne.NewSize(ceil(Run{Text: b.tab.Label, Bold: true}.width())+20, tabHeight)
}

func (b *tabButton) paint() {
	current := b.bar.current == b.tab.Key
	b.text.Text = b.tab.Label
	b.text.TextStyle = fyne.TextStyle{Bold: current}
	b.back.FillColor, b.text.Color = color.Transparent, look.Color(look.ColorMuted)
	stroke(b.back, color.Transparent)
	switch {
	case current:
		b.back.FillColor, b.text.Color = look.Color(look.ColorAccentTint), look.Color(look.ColorAccentText)
		if b.bar.focused {
			stroke(b.back, look.Color(look.ColorAccent))
		}
	case b.on:
		b.back.FillColor, b.text.Color = look.Color(look.ColorHover), look.Color(look.ColorText)
	}
}

func (b *tabButton) arrange(size fyne.Size) {
	outline(b.back, 0, size.Width, size.Height)
	b.text.Text = Elide(b.tab.Label, size.Width-2*leastTabPad, b.text.TextSize, b.text.TextStyle)
	text := b.text.MinSize()
	place(b.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2, text.Width, text.Height)
}
