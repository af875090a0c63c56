package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tall is an object whose height depends on its width, as that of wrapped text
// does. Fyne's own containers do not ask for it; Flow, Spread, Wrap, Card and
// VirtualList do.
type Tall interface {
	fyne.CanvasObject
	// HeightFor returns the height in pixels that the object needs at a width.
	HeightFor(width float32) float32
}

// heightFor is the height an object needs at a width, whatever it is.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(Tall); ok {
		return t.HeightFor(width)
	}
	return o.MinSize().Height
}

// natural is the width an object has when there is room, in pixels.
func natural(o fyne.CanvasObject) float32 {
	if n, ok := o.(interface{ NaturalWidth() float32 }); ok {
		return n.NaturalWidth()
	}
	return o.MinSize().Width
}

// leastFor is as wide as the widest object must be, and as high as what has the
// given width, which may be less; that width, if none is given yet.
func leastFor(t Tall, objects []fyne.CanvasObject, width float32) fyne.Size {
	least := float32(0)
	for _, o := range visible(objects) {
		least = max(least, o.MinSize().Width)
	}
	if width <= 0 {
		width = least
	}
	return fyne.NewSize(least, t.HeightFor(width))
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	seen := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}

// Flow stacks objects from the top down, each as high as it needs to be at the
// flow's width. Hidden objects take no room.
type Flow struct {
	widget.BaseWidget
	gap     float32
	stacked []fyne.CanvasObject
}

// NewFlow returns a flow with a gap in pixels between its objects.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *Flow {
	f := &Flow{gap: gap, stacked: objects}
	f.ExtendBaseWidget(f)
	return f
}

// Objects returns what the flow stacks, from the top down.
func (f *Flow) Objects() []fyne.CanvasObject { return f.stacked }

// SetObjects replaces what the flow stacks.
func (f *Flow) SetObjects(objects ...fyne.CanvasObject) {
	f.stacked = objects
	f.Refresh()
}

// HeightFor returns the height in pixels at a width.
func (f *Flow) HeightFor(width float32) float32 {
	height := float32(0)
	for i, o := range visible(f.stacked) {
		if i > 0 {
			height += f.gap
		}
		height += heightFor(o, width)
	}
	return height
}

// CreateRenderer implements fyne.Widget.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer { return newDrawing(f) }

func (f *Flow) objects() []fyne.CanvasObject { return f.stacked }
func (f *Flow) paint()                       {}
func (f *Flow) least() fyne.Size             { return leastFor(f, f.stacked, f.Size().Width) }

func (f *Flow) arrange(size fyne.Size) {
	y := float32(0)
	for _, o := range visible(f.stacked) {
		height := heightFor(o, size.Width)
		place(o, 0, y, size.Width, height)
		y += height + f.gap
	}
	followLists()
}

// Roomy has an object as wide as is good for it, whatever it shows, and narrower where there is less room.
type Roomy struct {
	widget.BaseWidget
	width  float32
	object fyne.CanvasObject
}

// NewRoomy returns the object with a width in pixels.
func NewRoomy(width float32, object fyne.CanvasObject) *Roomy {
	r := &Roomy{width: width, object: object}
	r.ExtendBaseWidget(r)
	return r
}

// NaturalWidth is the width that is good, in pixels.
func (r *Roomy) NaturalWidth() float32 { return r.width }

// HeightFor is the height in that width, in pixels.
func (r *Roomy) HeightFor(width float32) float32 { return heightFor(r.object, width) }

// CreateRenderer implements fyne.Widget.
func (r *Roomy) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *Roomy) objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.object} }
func (r *Roomy) paint()                       {}
func (r *Roomy) least() fyne.Size             { return leastFor(r, r.objects(), r.Size().Width) }
func (r *Roomy) arrange(size fyne.Size)       { place(r.object, 0, 0, size.Width, size.Height) }

// Spread puts objects on one line: the left and right ones take the width they
// need, the middle one the rest.
type Spread struct {
	widget.BaseWidget
	left, middle, right fyne.CanvasObject // left and right may be nil
}

// NewSpread returns a line of up to three objects; left and right may be nil.
func NewSpread(left, middle, right fyne.CanvasObject) *Spread {
	s := &Spread{left: left, middle: middle, right: right}
	s.ExtendBaseWidget(s)
	return s
}

const (
	spreadGap  float32 = 6
	spreadLine float32 = 22 // what is lower than this is centred on the first line
)

// HeightFor returns the height in pixels at a width.
func (s *Spread) HeightFor(width float32) float32 {
	height := float32(0)
	for _, p := range s.places(width) {
		height = max(height, heightFor(p.object, p.width))
	}
	return height
}

type spreadPlace struct {
	object   fyne.CanvasObject
	x, width float32
}

// places gives each object its part of the width; the right one at most 60 in 100
// when there is not enough for all.
func (s *Spread) places(width float32) []spreadPlace {
	var places []spreadPlace
	from, to := float32(0), width
	if s.right != nil && s.right.Visible() {
		w := natural(s.right)
		if s.NaturalWidth() > width {
			w = min(w, width*0.6)
		}
		places = append(places, spreadPlace{s.right, width - w, w})
		to = width - w - spreadGap
	}
	if s.left != nil && s.left.Visible() {
		// The middle keeps two fifths of what is left, if it needs them.
		keep := min(natural(s.middle)+spreadGap, to*0.4)
		w := max(min(natural(s.left), to-keep), 0)
		places = append(places, spreadPlace{s.left, 0, w})
		from = w + spreadGap
	}
	if s.middle.Visible() {
		places = append(places, spreadPlace{s.middle, from, max(to-from, 0)})
	}
	return places
}

// NaturalWidth is the width that shows all three in full, in pixels.
func (s *Spread) NaturalWidth() float32 {
	width := -spreadGap
	for _, o := range visible(s.objects()) {
		width += natural(o) + spreadGap
	}
	return max(width, 0)
}

// CreateRenderer implements fyne.Widget.
func (s *Spread) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Spread) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject // in the order of Tab
	for _, o := range []fyne.CanvasObject{s.left, s.middle, s.right} {
		if o != nil {
			all = append(all, o)
		}
	}
	return all
}

func (s *Spread) paint() {}

func (s *Spread) least() fyne.Size {
	width := float32(0)
	for _, o := range visible(s.objects()) {
		width += o.MinSize().Width + spreadGap
	}
	return fyne.NewSize(width, s.HeightFor(max(width, s.Size().Width)))
}

func (s *Spread) arrange(size fyne.Size) {
	places := s.places(size.Width)
	line := min(s.HeightFor(size.Width), spreadLine)
	for _, p := range places {
		height := heightFor(p.object, p.width)
		place(p.object, p.x, max((line-height)/2, 0), p.width, height)
	}
}
