package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/look"
)

// Side is one of the two outer panes.
type Side int

// The sides of Panes.
const (
	Left Side = iota
	Right
)

// other is the side across.
func (s Side) other() Side { return 1 - s }

// Pane is one of the outer two of Panes.
type Pane struct {
	Content fyne.CanvasObject // nil: there is no pane at the side
	Name    string            // whose width its splitter sets, for who does not see it: "Width of the list"
	Key     string            // that folds and shows it, for the tooltip
	Usual   float32           // width in pixels
	Least   float32           // it is folded away rather than made narrower
	Kept    Kept
	Keep    func(Kept) // remembers what somebody made of the pane
}

// Kept is what is remembered of a pane.
type Kept struct {
	Width  float32 // in pixels; 0: its usual one
	Folded bool    // somebody folded it away
}

// The middle of Panes, in pixels: a width that is good to read, for which the outer panes give what they can; the least at which they
// both stay; and the least while one is there because it is needed.
const (
	middleUsual  float32 = 620
	middleLeast  float32 = 446
	middleNarrow float32 = 330
)

// LeastWidth is what a window needs for Panes, in pixels.
const LeastWidth float32 = 720

// Panes are three objects side by side. The outer two have widths that splitters set, the middle one has the rest. In a window that is
// too narrow for all, the outer ones are folded away, first the one that is not kept; one that is needed is there all the same.
type Panes struct {
	widget.BaseWidget
	OnFolded func()                    // a pane was shown or folded away; may be nil
	OnKey    func(*fyne.KeyEvent) bool // given keys that a splitter has no use for; may be nil

	sides  [2]*paneState
	middle fyne.CanvasObject
	stays  Side // is folded away last
}

// paneState is an outer pane and what is known of it.
type paneState struct {
	Pane
	splitter *Splitter
	needed   bool // it is in use: shown whether there is room or not
	lingers  bool // it was in use: shown until it is folded away or left
	asked    bool // somebody wants to see it, though it is narrow
	shown    bool
	width    float32 // as it is laid out
}

// NewPanes lays out three objects; the pane of one side is folded away after the other.
func NewPanes(left Pane, middle fyne.CanvasObject, right Pane, stays Side) *Panes {
	p := &Panes{middle: middle, stays: stays}
	for side, pane := range []Pane{left, right} {
		p.sides[side] = &paneState{Pane: pane}
		p.sides[side].splitter = p.newSplitter(Side(side))
	}
	p.ExtendBaseWidget(p)
	return p
}

func (p *Panes) newSplitter(side Side) *Splitter {
	s := p.sides[side]
	splitter := NewSplitter(SplitterOptions{
		Name: s.Name, FoldKey: s.Key, AtEnd: side == Right, Ground: look.ColorPage,
		At: func() float32 {
			if side == Left {
				return s.width
			}
			return p.Size().Width - s.width - SplitterRoom
		},
		MoveTo: func(x float32) {
			if side == Right {
				x = p.Size().Width - x - SplitterRoom
			}
			p.setWidth(side, x)
		},
		Done:    func() { s.Keep(s.Kept) },
		PutBack: func() { p.PutBack(side) },
		Folded:  func() bool { return !s.shown },
		Unfold:  func() { p.Ask(side) },
	})
	splitter.OnKey = func(e *fyne.KeyEvent) bool { return p.OnKey != nil && p.OnKey(e) }
	return splitter
}

// setWidth makes a pane that wide, as far as the others can give.
func (p *Panes) setWidth(side Side, width float32) {
	s, o := p.sides[side], p.sides[side.other()]
	room := p.Size().Width - p.splitters() - middleLeast
	if p.tight() {
		room = p.Size().Width - p.splitters() - middleNarrow
	}
	if o.shown {
		room -= o.width
	}
	s.Kept.Width = max(min(width, room), s.Least)
	p.lay()
}

// tight reports whether a pane is shown for which there is no room by rights.
func (p *Panes) tight() bool {
	need := middleLeast + p.splitters()
	for _, s := range p.sides {
		if s.shown {
			need += s.Least
		}
	}
	return need > p.Size().Width
}

// PutBack gives a pane its usual width again.
func (p *Panes) PutBack(side Side) {
	s := p.sides[side]
	s.Kept.Width = 0
	s.Keep(s.Kept)
	p.lay()
}

// Has reports whether there is a pane at a side, to be seen or folded away.
func (p *Panes) Has(side Side) bool { return p.sides[side].Content != nil }

// splitters is the room that they take, in pixels.
func (p *Panes) splitters() float32 {
	room := float32(0)
	for side := range p.sides {
		if p.Has(Side(side)) {
			room += SplitterRoom
		}
	}
	return room
}

// Shown reports whether a pane is to be seen.
func (p *Panes) Shown(side Side) bool { return p.sides[side].shown }

// Ask shows a pane, though the window may be narrow. It stays until it is folded away or the other one is asked for.
func (p *Panes) Ask(side Side) {
	s := p.sides[side]
	s.asked, p.sides[side.other()].asked = true, false
	p.keepFolded(s, false)
	p.lay()
}

// Need shows a pane as long as it is needed, whatever room there is.
func (p *Panes) Need(side Side, needed bool) {
	if s := p.sides[side]; s.needed != needed || s.lingers {
		s.needed, s.lingers = needed, false
		p.lay()
	}
}

// Linger is for a pane that is not needed any more but will be again soon. If there is no room for it, it stays until it is folded away or
// [Panes.Need] says that nobody needs it, so that what stands beside it does not become wider and narrower in between.
func (p *Panes) Linger(side Side) {
	s := p.sides[side]
	s.needed, s.lingers = false, s.shown && p.tight()
}

// Toggle shows a pane, or folds it away unless it is needed. What was shown only because somebody asked for it in a narrow window is
// there again in a wide one.
func (p *Panes) Toggle(side Side) {
	s := p.sides[side]
	switch {
	case !s.shown:
		p.Ask(side)
		return
	case s.needed:
		return
	}
	s.asked, s.lingers = false, false
	if p.lay(); s.shown {
		p.keepFolded(s, true)
		p.lay()
	}
}

func (p *Panes) keepFolded(s *paneState, folded bool) {
	if s.Kept.Folded != folded {
		s.Kept.Folded = folded
		s.Keep(s.Kept)
	}
}

// fit decides which panes there is room for: those that are needed come first, then what somebody asked for, then what stays longest.
func (p *Panes) fit(width float32) {
	room := width - p.splitters()
	for _, s := range p.sides {
		if s.shown = s.Content != nil && (s.needed || s.lingers); s.shown {
			room -= s.Least
		}
	}
	claim := func(side Side, wanted bool, middle float32) {
		if s := p.sides[side]; wanted && p.Has(side) && !s.shown && room-s.Least >= middle {
			s.shown = true
			room -= s.Least
		}
	}
	for _, side := range []Side{p.stays, p.stays.other()} {
		claim(side, p.sides[side].asked, middleNarrow)
	}
	stays := p.sides[p.stays]
	claim(p.stays, !stays.Kept.Folded, middleLeast)
	claim(p.stays.other(), !p.sides[p.stays.other()].Kept.Folded && (stays.shown || stays.Kept.Folded), middleLeast)
	p.share(width)
	for _, s := range p.sides {
		switch {
		case s.Content == nil:
		case s.shown && !s.Content.Visible():
			s.Content.Show()
		case !s.shown && s.Content.Visible():
			s.Content.Hide()
		}
	}
}

// share gives the panes that are shown their widths. One that was given no width by hand gives way to the middle, as far as it can.
func (p *Panes) share(width float32) {
	room := width - p.splitters()
	for _, s := range p.sides {
		s.width = 0
		if s.shown {
			s.width = max(s.Kept.Width, s.Least)
			if s.Kept.Width == 0 {
				s.width = max(s.Usual, s.Least)
			}
		}
	}
	p.shrink(room-middleUsual, func(s *paneState) bool { return s.Kept.Width == 0 })
	p.shrink(room-middleLeast, func(*paneState) bool { return true })
}

// shrink makes some panes narrower, in proportion to what they have to give, so that all fit into the room.
func (p *Panes) shrink(room float32, some func(*paneState) bool) {
	spare, over := float32(0), -room
	for _, s := range p.sides {
		over += s.width
		if s.shown && some(s) {
			spare += s.width - s.Least
		}
	}
	if over <= 0 || spare <= 0 {
		return
	}
	part := min(over/spare, 1)
	for _, s := range p.sides {
		if s.shown && some(s) {
			s.width -= part * (s.width - s.Least)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer { return newDrawing(p) }

// objects are in the order of Tab, which leads from one pane to the next without a stop at the splitters: those come last.
func (p *Panes) objects() []fyne.CanvasObject {
	left, right := p.sides[Left], p.sides[Right]
	switch {
	case !p.Has(Left):
		return []fyne.CanvasObject{p.middle, right.Content, right.splitter}
	case !p.Has(Right):
		return []fyne.CanvasObject{left.Content, p.middle, left.splitter}
	}
	return []fyne.CanvasObject{left.Content, p.middle, right.Content, left.splitter, right.splitter}
}

func (p *Panes) least() fyne.Size { return fyne.NewSize(LeastWidth, 320) }
func (p *Panes) paint()           {}

func (p *Panes) arrange(size fyne.Size) {
	was := [2]bool{p.Shown(Left), p.Shown(Right)}
	p.fit(size.Width)
	from, to := float32(0), size.Width
	if left := p.sides[Left]; p.Has(Left) {
		place(left.Content, 0, 0, left.width, size.Height)
		place(left.splitter, left.width, 0, SplitterRoom, size.Height)
		from = left.width + SplitterRoom
	}
	if right := p.sides[Right]; p.Has(Right) {
		to -= right.width + SplitterRoom
		place(right.splitter, to, 0, SplitterRoom, size.Height)
		place(right.Content, to+SplitterRoom, 0, right.width, size.Height)
	}
	place(p.middle, from, 0, to-from, size.Height)
	if p.OnFolded != nil && was != [2]bool{p.Shown(Left), p.Shown(Right)} {
		p.OnFolded()
	}
}

// lay lays the panes out anew. (To refresh them would draw all that is in them anew as well, at each step of a drag.)
func (p *Panes) lay() {
	if p.Size().Width > 0 {
		p.arrange(p.Size())
		p.sides[Left].splitter.Refresh()
		p.sides[Right].splitter.Refresh()
	}
}
