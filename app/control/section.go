package control

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
	"standpoint/app/paint"
)

// SectionHeader is a bold name with a dot before it and muted words after it.
type SectionHeader struct {
	widget.BaseWidget
	dot  *Dot
	text *RichLine
}

// NewSectionHeader returns a header; detail may be empty, and colour too for no dot.
func NewSectionHeader(title, detail, colour string) *SectionHeader {
	s := &SectionHeader{dot: NewDot(colour), text: NewRichLine(1)}
	s.ExtendBaseWidget(s)
	s.Set(title, detail, colour)
	return s
}

// Set shows another name.
func (s *SectionHeader) Set(title, detail, colour string) {
	runs := []Run{{Text: title, Bold: true}}
	if detail != "" {
		runs = append(runs, Caption("  "+detail))
	}
	s.text.SetRuns(runs...)
	s.dot.SetColour(colour)
	s.Refresh()
}

// NaturalWidth is the width that shows all, in pixels.
func (s *SectionHeader) NaturalWidth() float32 { return s.indent() + s.text.NaturalWidth() }

// HeightFor is the header's height, in pixels.
func (s *SectionHeader) HeightFor(width float32) float32 {
	return s.text.HeightFor(width - s.indent())
}

// CreateRenderer implements fyne.Widget.
func (s *SectionHeader) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *SectionHeader) indent() float32 {
	if s.dot.colour == "" {
		return 0
	}
	return dotSize + 6
}

func (s *SectionHeader) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.dot, s.text} }
func (s *SectionHeader) paint()                       {}

func (s *SectionHeader) least() fyne.Size {
	return s.text.MinSize().AddWidthHeight(s.indent(), 0)
}

func (s *SectionHeader) arrange(size fyne.Size) {
	height := s.HeightFor(size.Width)
	top := (size.Height - height) / 2
	place(s.dot, 0, top+1, dotSize, height)
	place(s.text, s.indent(), top, size.Width-s.indent(), height)
}

// EmptyState stands where a list has nothing to show: a sentence and what to do.
type EmptyState struct {
	widget.BaseWidget
	text *RichLine
	lead *Button // nil for none
}

// NewEmptyState returns a sentence with a button below that leads on; nil for none.
func NewEmptyState(sentence string, lead *Button) *EmptyState {
	e := &EmptyState{text: NewRichLine(12, Run{Text: sentence, Colour: look.ColorMuted}), lead: lead}
	e.text.centred = true
	e.ExtendBaseWidget(e)
	return e
}

// Set shows another sentence and button.
func (e *EmptyState) Set(sentence string, lead *Button) {
	e.text.SetText(sentence)
	e.lead = lead
	e.Refresh()
}

// Lead is the button below the sentence; nil if there is none.
func (e *EmptyState) Lead() *Button { return e.lead }

// HeightFor is the height in that width, in pixels.
func (e *EmptyState) HeightFor(width float32) float32 {
	height := e.text.HeightFor(e.column(width))
	if e.lead != nil {
		height += buttonHeight + 2*look.Gap
	}
	return height + 2*look.Margin
}

// CreateRenderer implements fyne.Widget.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer { return newDrawing(e) }

func (e *EmptyState) column(width float32) float32 {
	return min(e.text.NaturalWidth(), 340, max(width-2*look.Margin, 60))
}

func (e *EmptyState) objects() []fyne.CanvasObject {
	if e.lead == nil {
		return []fyne.CanvasObject{e.text}
	}
	return []fyne.CanvasObject{e.text, e.lead}
}

func (e *EmptyState) paint() {}

func (e *EmptyState) least() fyne.Size {
	return fyne.NewSize(120, e.HeightFor(max(120, e.Size().Width)))
}

// arrange shows nothing where there is no room for all of it: it would lie over what is below.
func (e *EmptyState) arrange(size fyne.Size) {
	width := e.column(size.Width)
	height := e.text.HeightFor(width)
	all := e.HeightFor(size.Width) - 2*look.Margin
	y := max((size.Height-all)/3, min(look.Margin, (size.Height-all)/2))
	e.text.Hidden = all > size.Height
	place(e.text, (size.Width-width)/2, y, width, height)
	if e.lead != nil {
		e.lead.Hidden = e.text.Hidden
		b := e.lead.MinSize()
		place(e.lead, (size.Width-b.Width)/2, y+height+2*look.Gap, b.Width, b.Height)
	}
}

// StatusBar is the line at the foot of the window.
type StatusBar struct {
	widget.BaseWidget
	back, rule  *canvas.Image
	left, right *RichLine
	hints       []string  // of which right shows as many as there is room for
	all         string    // the hint that leads to all others
	buttons     []*Button // behind what stands at the left
}

// NewStatusBar returns an empty line.
func NewStatusBar() *StatusBar {
	s := &StatusBar{back: paint.NewArea(), rule: paint.NewArea(), left: NewCaption(""), right: NewCaption("")}
	s.ExtendBaseWidget(s)
	return s
}

// SetLeft says how things stand: counts, "saved".
func (s *StatusBar) SetLeft(text string) { s.set(s.left, text) }

// SetButtons offers what can be done about what stands at the left.
func (s *StatusBar) SetButtons(buttons ...*Button) {
	if !slices.Equal(s.buttons, buttons) {
		s.buttons = buttons
		s.Refresh()
	}
}

// SetRight says which keys do what just now, the most important first, and after them which key lists them all. Where there is no room
// for all of them the least important are left out.
func (s *StatusBar) SetRight(all string, hints ...string) {
	if s.all != all || !slices.Equal(s.hints, hints) {
		s.all, s.hints = all, hints
		s.Refresh()
	}
}

// showHints shows as many hints as there is room for, in pixels.
func (s *StatusBar) showHints(room float32) {
	for n := len(s.hints); n >= 0; n-- {
		s.right.SetText(strings.Join(append(slices.Clone(s.hints[:n]), s.all), " · "))
		if s.right.NaturalWidth() <= room {
			return
		}
	}
	s.right.SetText("")
}

func (s *StatusBar) set(line *RichLine, text string) {
	if line.Text() != text {
		line.SetText(text)
		s.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *StatusBar) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *StatusBar) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{s.back, s.rule, s.left}
	for _, b := range s.buttons {
		objects = append(objects, b)
	}
	return append(objects, s.right)
}

func (s *StatusBar) least() fyne.Size { return fyne.NewSize(100, 26) }

func (s *StatusBar) paint() {
	paint.Ground(s.back, look.Color(look.ColorBar))
	paint.Fill(s.rule, look.Color(look.ColorBorder))
}

func (s *StatusBar) arrange(size fyne.Size) {
	s.back.Resize(size)
	place(s.rule, 0, 0, size.Width, 1)
	room := size.Width - 2*look.Margin
	for _, b := range s.buttons {
		room -= b.MinSize().Width + look.Gap
	}
	left := min(s.left.NaturalWidth(), room)
	s.showHints(max(room-left-2*look.Margin, 0))
	right := s.right.NaturalWidth()
	height := max(s.left.HeightFor(left), s.right.HeightFor(right))
	place(s.left, look.Margin, (size.Height-height)/2, left, height)
	x := look.Margin + left + look.Gap
	for _, b := range s.buttons {
		button := b.MinSize()
		place(b, x, (size.Height-button.Height)/2, button.Width, button.Height)
		x += button.Width + look.Gap
	}
	place(s.right, size.Width-look.Margin-right, (size.Height-height)/2, right, height)
}
