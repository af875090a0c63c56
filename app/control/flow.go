package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tall is an object whose height depends on its width, as that of wrapped text
// does.
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

// Flow stacks objects from the top down, each as high as it needs to be at the
// flow's width. Hidden objects take no room.
type Flow struct {
	widget.BaseWidget

	gap     float32
	objects []fyne.CanvasObject
}

// NewFlow returns a flow with a gap in pixels between its objects.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *Flow {
	f := &Flow{gap: gap, objects: objects}
	f.ExtendBaseWidget(f)
	return f
}

// SetObjects replaces what the flow stacks.
func (f *Flow) SetObjects(objects ...fyne.CanvasObject) {
	f.objects = objects
	f.Refresh()
}

// HeightFor returns the height in pixels at a width.
func (f *Flow) HeightFor(width float32) float32 {
	var height float32
	f.each(width, func(_ fyne.CanvasObject, top, h float32) { height = top + h })
	return height
}

// each calls do for each visible object with its place.
func (f *Flow) each(width float32, do func(o fyne.CanvasObject, top, height float32)) {
	var top float32
	for _, o := range f.objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, width)
		do(o, top, h)
		top += h + f.gap
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer { return &flowRenderer{f} }

type flowRenderer struct{ flow *Flow }

func (r *flowRenderer) Layout(size fyne.Size) {
	r.flow.each(size.Width, func(o fyne.CanvasObject, top, h float32) {
		o.Move(fyne.NewPos(0, top))
		o.Resize(fyne.NewSize(size.Width, h))
	})
}

func (r *flowRenderer) MinSize() fyne.Size {
	var width float32
	for _, o := range r.flow.objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	at := max(width, r.flow.Size().Width)
	return fyne.NewSize(width, r.flow.HeightFor(at))
}

func (r *flowRenderer) Refresh() {
	r.Layout(r.flow.Size())
	for _, o := range r.flow.objects {
		o.Refresh()
	}
}

func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.flow.objects }

func (r *flowRenderer) Destroy() {}

// Spread puts objects on one line: the left and right ones take the width they
// need, the middle one the rest. Each is centred on the line.
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

const spreadGap = 6

// HeightFor returns the height in pixels at a width.
func (s *Spread) HeightFor(width float32) float32 {
	var height float32
	for _, p := range s.places(width) {
		height = max(height, heightFor(p.object, p.width))
	}
	return height
}

type spreadPlace struct {
	object      fyne.CanvasObject
	left, width float32
}

func (s *Spread) places(width float32) []spreadPlace {
	var places []spreadPlace
	from, to := float32(0), width
	if s.left != nil && s.left.Visible() {
		w := s.left.MinSize().Width
		places = append(places, spreadPlace{s.left, 0, w})
		from = w + spreadGap
	}
	if s.right != nil && s.right.Visible() {
		w := min(s.right.MinSize().Width, width*0.6)
		places = append(places, spreadPlace{s.right, width - w, w})
		to = width - w - spreadGap
	}
	return append(places, spreadPlace{s.middle, from, max(to-from, 0)})
}

// CreateRenderer implements fyne.Widget.
func (s *Spread) CreateRenderer() fyne.WidgetRenderer { return &spreadRenderer{s} }

type spreadRenderer struct{ spread *Spread }

func (r *spreadRenderer) Layout(size fyne.Size) {
	for _, p := range r.spread.places(size.Width) {
		h := heightFor(p.object, p.width)
		p.object.Move(fyne.NewPos(p.left, (size.Height-h)/2))
		p.object.Resize(fyne.NewSize(p.width, h))
	}
}

func (r *spreadRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for _, o := range r.Objects() {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(size.Width+m.Width+spreadGap, max(size.Height, m.Height))
		}
	}
	return size
}

func (r *spreadRenderer) Refresh() {
	r.Layout(r.spread.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *spreadRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.spread.middle}
	for _, o := range []fyne.CanvasObject{r.spread.left, r.spread.right} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return objects
}

func (r *spreadRenderer) Destroy() {}
