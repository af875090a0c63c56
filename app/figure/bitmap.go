package figure

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// bitmap draws shapes into an image, fast enough for a screen. Edges are smooth: a pixel takes as much of a colour as it is covered.
type bitmap struct {
	into   *image.RGBA // nothing is drawn outside of its bounds
	from   Point       // the place of the picture that is drawn at 0, 0
	scale  float64
	dense  float64 // pixels of the image to each of the window
	inks   map[Colour]ink
	across []span // of the lines of one row of pixels, used again and again
}

// ink is a colour that covers what lies below it.
type ink struct{ r, g, b uint32 }

// span is from where to where something reaches in a row.
type span struct{ from, to float64 }

// faintest is how many pixels high letters are at least to be drawn.
const faintest = 2.5

// newBitmap draws into an image, or a part of one, in the colours of a theme.
func newBitmap(into *image.RGBA, from Point, scale float64, t Theme) *bitmap {
	b := &bitmap{into: into, from: from, scale: scale, dense: 1, inks: make(map[Colour]ink, len(t))}
	for name, c := range t {
		is := rgb(c)
		b.inks[name] = ink{uint32(is.R), uint32(is.G), uint32(is.B)}
	}
	return b
}

// clear covers all with the page.
func (b *bitmap) clear() {
	page, r := b.inks[Page], b.into.Rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		b.run(y, r.Min.X, r.Max.X, page)
	}
}

// at is where a place of the picture is drawn.
func (b *bitmap) at(p Point) Point {
	return Point{(p.X - b.from.X) * b.scale, (p.Y - b.from.Y) * b.scale}
}

// place is the place of the picture that is drawn at a pixel.
func (b *bitmap) place(at image.Point) Point {
	return Point{b.from.X + float64(at.X)/b.scale, b.from.Y + float64(at.Y)/b.scale}
}

// steady draws what is as large at each scale, if it is seen at this one.
func (b *bitmap) steady(s *Shape) {
	if !s.isSeen(b.scale / b.dense) {
		return
	}
	at := b.at(s.Hold)
	alone, flat := *b, s.held(Point{at.X / b.dense, at.Y / b.dense}, 1)
	alone.scale, alone.from = b.dense, Point{}
	alone.draw(&flat)
}

// draw draws a shape.
func (b *bitmap) draw(s *Shape) {
	if s.From > 0 {
		b.steady(s)
		return
	}
	fill, isFilled := b.inks[s.Fill]
	stroke, isStroked := b.inks[s.Stroke]
	half := s.Width * b.scale / 2
	switch s.Kind {
	case Words:
		if s.Size*b.scale < faintest {
			return
		}
		if s.Halo {
			b.words(s, true, b.inks[Page])
		}
		b.words(s, false, fill)
	case Disc:
		c, r := b.at(s.Points[0]), s.Radius*b.scale
		if isFilled {
			b.ring(c, 0, r, fill)
		}
		if isStroked {
			b.ring(c, max(r-half, 0), r+half, stroke)
		}
	case Area:
		corners := make([]Point, len(s.Points), len(s.Points)+1)
		for i, p := range s.Points {
			corners[i] = b.at(p)
		}
		if isFilled {
			b.area(corners, fill)
		}
		if isStroked {
			b.line(append(corners, corners[0]), half, s.Dashed, stroke)
		}
	case Line:
		if !isStroked {
			return
		}
		points := make([]Point, len(s.Points))
		for i, p := range s.Points {
			points[i] = b.at(p)
		}
		b.line(points, half, s.Dashed, stroke)
	}
}

// run covers the pixels of a row from one to before another.
func (b *bitmap) run(y, from, to int, c ink) {
	r := b.into.Rect
	from, to = max(from, r.Min.X), min(to, r.Max.X)
	if y < r.Min.Y || y >= r.Max.Y || from >= to {
		return
	}
	pix := b.into.Pix[b.into.PixOffset(from, y):][:4*(to-from)]
	whole := c.r | c.g<<8 | c.b<<16 | 0xff<<24
	for i := 0; i < len(pix); i += 4 {
		binary.LittleEndian.PutUint32(pix[i:], whole)
	}
}

// dot covers a part of a pixel.
func (b *bitmap) dot(x, y int, part float64, c ink) {
	r := b.into.Rect
	if x < r.Min.X || x >= r.Max.X || y < r.Min.Y || y >= r.Max.Y || part <= 0 {
		return
	}
	blend(b.into.Pix[b.into.PixOffset(x, y):][:4], c, uint32(min(part, 1)*256+.5))
}

// blend covers so many 256th of a pixel.
func blend(pix []uint8, c ink, part uint32) {
	_ = pix[3]
	rest := 256 - part
	pix[0] = uint8((uint32(pix[0])*rest + c.r*part + 128) >> 8)
	pix[1] = uint8((uint32(pix[1])*rest + c.g*part + 128) >> 8)
	pix[2] = uint8((uint32(pix[2])*rest + c.b*part + 128) >> 8)
}

// overlap is how much of a pixel lies between two places.
func overlap(pixel int, from, to float64) float64 {
	return min(to, float64(pixel)+1) - max(from, float64(pixel))
}

// box covers a rectangle.
func (b *bitmap) box(low, high Point, c ink) {
	r := b.into.Rect
	top, bottom := max(int(math.Floor(low.Y)), r.Min.Y), min(int(math.Ceil(high.Y)), r.Max.Y)
	left, right := int(math.Ceil(low.X)), int(math.Floor(high.X))
	for y := top; y < bottom; y++ {
		part := overlap(y, low.Y, high.Y)
		if right < left { // within one column
			b.dot(right, y, part*(high.X-low.X), c)
			continue
		}
		b.dot(left-1, y, part*(float64(left)-low.X), c)
		b.dot(right, y, part*(high.X-float64(right)), c)
		if part >= 1 {
			b.run(y, left, right, c)
			continue
		}
		for x := max(left, r.Min.X); x < min(right, r.Max.X); x++ {
			b.dot(x, y, part, c)
		}
	}
}

// rows is into how many lines a row of pixels is divided to see how much of it an area covers.
const rows = 4

// area covers a polygon.
func (b *bitmap) area(corners []Point, c ink) {
	if len(corners) == 4 && isUpright(corners) {
		b.box(corners[0], corners[2], c)
		return
	}
	if !isConvex(corners) {
		b.outline(func(z *vector.Rasterizer, from Point) { trace(z, corners, from) }, corners, c)
		return
	}
	low, high := bounds(corners)
	r := b.into.Rect
	if high.X <= float64(r.Min.X) || low.X >= float64(r.Max.X) {
		return
	}
	for y := max(int(math.Floor(low.Y)), r.Min.Y); y < min(int(math.Ceil(high.Y)), r.Max.Y); y++ {
		b.across = b.across[:0]
		outer, inner := span{math.Inf(1), math.Inf(-1)}, span{math.Inf(-1), math.Inf(1)}
		for n := range rows {
			if s, is := crossing(corners, float64(y)+(float64(n)+.5)/rows); is {
				b.across = append(b.across, s)
				outer = span{min(outer.from, s.from), max(outer.to, s.to)}
				inner = span{max(inner.from, s.from), min(inner.to, s.to)}
			}
		}
		if len(b.across) == 0 {
			continue
		}
		left, right := max(int(math.Floor(outer.from)), r.Min.X), min(int(math.Ceil(outer.to)), r.Max.X)
		from, to := max(int(math.Ceil(inner.from)), left), min(int(math.Floor(inner.to)), right) // what is covered wholly
		if len(b.across) < rows || from >= to {
			from, to = right, right
		}
		b.run(y, from, to, c)
		for x := left; x < right; x++ {
			if x == from {
				x = to - 1
				continue
			}
			part := 0.0
			for _, s := range b.across {
				part += max(overlap(x, s.from, s.to), 0)
			}
			b.dot(x, y, part/rows, c)
		}
	}
}

// isUpright reports whether four corners are those of a box, from its upper left on.
func isUpright(c []Point) bool {
	return c[0].Y == c[1].Y && c[1].X == c[2].X && c[2].Y == c[3].Y && c[3].X == c[0].X && c[0].X <= c[1].X && c[0].Y <= c[3].Y
}

// isConvex reports whether a polygon turns to one side alone.
func isConvex(corners []Point) bool {
	left, right := false, false
	for i, a := range corners {
		b, c := corners[(i+1)%len(corners)], corners[(i+2)%len(corners)]
		turn := (b.X-a.X)*(c.Y-b.Y) - (b.Y-a.Y)*(c.X-b.X)
		left, right = left || turn > 1e-6, right || turn < -1e-6
	}
	return !left || !right
}

// crossing is where a convex polygon is crossed at a height.
func crossing(corners []Point, y float64) (s span, is bool) {
	s = span{math.Inf(1), math.Inf(-1)}
	for i, a := range corners {
		c := corners[(i+1)%len(corners)]
		if (a.Y > y) != (c.Y > y) {
			x := a.X + (c.X-a.X)*(y-a.Y)/(c.Y-a.Y)
			s = span{min(s.from, x), max(s.to, x)}
		}
	}
	return s, s.from <= s.to
}

// bounds are the corners of what points cover.
func bounds(points []Point) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, at := range points {
		low, high = Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
	}
	return low, high
}

// trace draws a polygon, from a place on.
func trace(z *vector.Rasterizer, corners []Point, from Point) {
	for i, at := range corners {
		if i == 0 {
			z.MoveTo(float32(at.X-from.X), float32(at.Y-from.Y))
		} else {
			z.LineTo(float32(at.X-from.X), float32(at.Y-from.Y))
		}
	}
	z.ClosePath()
}

// outline covers what an outline encloses that lies within the bounds of points.
func (b *bitmap) outline(path func(*vector.Rasterizer, Point), points []Point, c ink) {
	low, high := bounds(points)
	r := image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X))+1, int(math.Ceil(high.Y))+1)
	r = r.Intersect(b.into.Rect)
	if r.Empty() {
		return
	}
	z := vector.NewRasterizer(r.Dx(), r.Dy())
	path(z, Point{float64(r.Min.X), float64(r.Min.Y)})
	z.Draw(b.into, r, image.NewUniform(color.RGBA{uint8(c.r), uint8(c.g), uint8(c.b), 0xff}), image.Point{})
}

// ring covers what lies between two distances of a place.
func (b *bitmap) ring(centre Point, inner, outer float64, c ink) {
	r := b.into.Rect
	low, high := max(int(math.Floor(centre.Y-outer)), r.Min.Y), min(int(math.Ceil(centre.Y+outer)), r.Max.Y)
	left, right := max(int(math.Floor(centre.X-outer)), r.Min.X), min(int(math.Ceil(centre.X+outer)), r.Max.X)
	for y := low; y < high; y++ {
		dy := float64(y) + .5 - centre.Y
		for x := left; x < right; x++ {
			dx := float64(x) + .5 - centre.X
			far := dx*dx + dy*dy
			if far >= (outer+.5)*(outer+.5) || inner > .5 && far <= (inner-.5)*(inner-.5) {
				continue
			}
			far = math.Sqrt(far)
			part := min(outer+.5-far, 1)
			if inner > 0 {
				part -= max(min(inner+.5-far, 1), 0)
			}
			b.dot(x, y, part, c)
		}
	}
}

// line covers what lies within a distance of a line, with round corners.
func (b *bitmap) line(path []Point, half float64, dashed bool, c ink) {
	if dashed {
		for _, dash := range dashes(path, 5*b.scale, 4*b.scale) {
			b.line(dash, half, false, c)
		}
		return
	}
	for i := 1; i < len(path); i++ {
		b.piece(path[i-1], path[i], half, c)
		if half > .8 && (i+1 < len(path) || path[i] == path[0]) {
			b.ring(path[i], 0, half, c)
		}
	}
}

// piece covers what lies within a distance of a straight line: at each pixel along it as much across as the line is wide there.
func (b *bitmap) piece(from, to Point, half float64, c ink) {
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	steep := math.Abs(dy) > math.Abs(dx)
	if steep {
		from, to, dx, dy = Point{from.Y, from.X}, Point{to.Y, to.X}, dy, dx
	}
	if from.X > to.X {
		from, to, dx, dy = to, from, -dx, -dy
	}
	along, across := span{float64(b.into.Rect.Min.X), float64(b.into.Rect.Max.X)}, span{float64(b.into.Rect.Min.Y), float64(b.into.Rect.Max.Y)}
	if steep {
		along, across = across, along
	}
	rise, room := dy/dx, half*length/dx
	begin, end := max(from.X, along.from), min(to.X, along.to)
	if rise != 0 { // only where it is on the image
		one, other := from.X+(across.from-room-1-from.Y)/rise, from.X+(across.to+room+1-from.Y)/rise
		begin, end = max(begin, min(one, other)), min(end, max(one, other))
	}
	ahead, aside := 4, b.into.Stride // in the pixels of the image
	if steep {
		ahead, aside = aside, ahead
	}
	whole := c.r | c.g<<8 | c.b<<16 | 0xff<<24
	least, most := int(across.from), int(across.to)
	for x := int(math.Floor(begin)); x < int(math.Ceil(end)); x++ {
		part := min(overlap(x, from.X, to.X), 1)
		middle := from.Y + (float64(x)+.5-from.X)*rise
		low, high := middle-room, middle+room
		first, last := int(math.Floor(low)), int(math.Ceil(high))
		at := (x-int(along.from))*ahead + (max(first, least)-least)*aside
		for y := max(first, least); y < min(last, most); y++ {
			if part == 1 && y > first && y < last-1 {
				binary.LittleEndian.PutUint32(b.into.Pix[at:], whole)
			} else {
				blend(b.into.Pix[at:at+4], c, uint32(part*overlap(y, low, high)*256+.5))
			}
			at += aside
		}
	}
}

// words covers the letters of a text, or the room around them.
func (b *bitmap) words(s *Shape, halo bool, c ink) {
	at := b.at(s.Points[0])
	const phases = 4 // of a pixel, at which letters begin
	whole := Point{math.Floor(at.X), math.Floor(at.Y)}
	look := lettering{
		words: s.Text, size: float32(s.Size * b.scale), turn: float32(s.Turn), isBold: s.Bold, anchor: s.Anchor, halo: halo,
		x: uint8((at.X - whole.X) * phases), y: uint8((at.Y - whole.Y) * phases),
	}
	m := setter().mask(look, s, b.scale, Point{float64(look.x) / phases, float64(look.y) / phases})
	if m == nil {
		return
	}
	x, y := int(whole.X), int(whole.Y)
	r := m.Rect.Add(image.Pt(x, y)).Intersect(b.into.Rect)
	for row := r.Min.Y; row < r.Max.Y; row++ {
		parts := m.Pix[m.PixOffset(r.Min.X-x, row-y):][:r.Dx()]
		pix := b.into.Pix[b.into.PixOffset(r.Min.X, row):][:4*len(parts)]
		for i, part := range parts {
			if part != 0 {
				blend(pix[4*i:4*i+4], c, uint32(part)+uint32(part>>7))
			}
		}
	}
}

// lettering is all of a text as it is drawn but its colour and its place, of which only the part of a pixel counts.
type lettering struct {
	words      string
	size, turn float32
	isBold     bool
	anchor     Anchor
	halo       bool
	x, y       uint8
}

// mostMasks is how many bytes are kept of texts that were drawn.
const mostMasks = 8 << 20

// mask is how much of each pixel a text covers, from its point on; nil if it covers nothing. It is not to be changed.
func (t *typesetter) mask(look lettering, s *Shape, scale float64, from Point) *image.Alpha {
	t.maskMutex.Lock()
	m, is := t.masks[look]
	t.maskMutex.Unlock()
	if is {
		return m
	}
	m = s.covered(scale, from)
	if m != nil && look.halo {
		m = widened(m, float64(look.size)*haloWidth/(2*smallSize))
	}
	size := 64
	if m != nil {
		size += len(m.Pix)
	}
	t.maskMutex.Lock()
	defer t.maskMutex.Unlock()
	if t.maskBytes += size; t.maskBytes > mostMasks || t.masks == nil {
		t.masks, t.maskBytes = map[lettering]*image.Alpha{}, size
	}
	t.masks[look] = m
	return m
}

// covered is how much of each pixel the letters of a text cover that begins at a place.
func (s *Shape) covered(scale float64, from Point) *image.Alpha {
	moved := *s
	moved.Points = []Point{{from.X / scale, from.Y / scale}}
	var o outlinePen
	o.scale = scale
	moved.letters(&o)
	if len(o.points) == 0 {
		return nil
	}
	low, high := bounds(o.points)
	r := image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X))+1, int(math.Ceil(high.Y))+1)
	z := vector.NewRasterizer(r.Dx(), r.Dy())
	o.into(z, Point{float64(r.Min.X), float64(r.Min.Y)})
	m := image.NewAlpha(r)
	z.Draw(m, r, image.Opaque, image.Point{})
	return m
}

// widened is a mask that reaches farther on all sides.
func widened(m *image.Alpha, by float64) *image.Alpha {
	room := int(math.Ceil(by))
	wide := image.NewAlpha(m.Rect.Inset(-room))
	for dy := -room; dy <= room; dy++ {
		for dx := -room; dx <= room; dx++ {
			part := min(max(by+.5-math.Hypot(float64(dx), float64(dy)), 0), 1)
			if part == 0 {
				continue
			}
			for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
				from := m.Pix[m.PixOffset(m.Rect.Min.X, y):][:m.Rect.Dx()]
				into := wide.Pix[wide.PixOffset(m.Rect.Min.X+dx, y+dy):][:len(from)]
				for i, is := range from {
					if is != 0 {
						into[i] = max(into[i], uint8(float64(is)*part))
					}
				}
			}
		}
	}
	return wide
}

// outlinePen keeps outlines, in pixels.
type outlinePen struct {
	scale  float64
	points []Point
	steps  []int // for each step, how many points it takes; 0: one that begins
}

func (o *outlinePen) add(step int, points ...Point) {
	o.steps = append(o.steps, step)
	for _, p := range points {
		o.points = append(o.points, Point{p.X * o.scale, p.Y * o.scale})
	}
}

func (o *outlinePen) moveTo(at Point)        { o.add(0, at) }
func (o *outlinePen) lineTo(at Point)        { o.add(1, at) }
func (o *outlinePen) curveTo(a, b, to Point) { o.add(3, a, b, to) }

// into draws the outlines, from a place on.
func (o *outlinePen) into(z *vector.Rasterizer, from Point) {
	rest := o.points
	next := func() (x, y float32) {
		at := rest[0]
		rest = rest[1:]
		return float32(at.X - from.X), float32(at.Y - from.Y)
	}
	for i, step := range o.steps {
		switch step {
		case 0:
			if i > 0 {
				z.ClosePath()
			}
			z.MoveTo(next())
		case 1:
			z.LineTo(next())
		default:
			ax, ay := next()
			bx, by := next()
			x, y := next()
			z.CubeTo(ax, ay, bx, by, x, y)
		}
	}
	z.ClosePath()
}

// dashes cuts a line into dashes with gaps.
func dashes(path []Point, dash, gap float64) (list [][]Point) {
	left, on := dash, true
	var one []Point
	for i := 1; i < len(path); i++ {
		a, b := path[i-1], path[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < length; {
			if on && len(one) == 0 {
				one = []Point{between(a, b, done/length)}
			}
			step := min(left, length-done)
			done, left = done+step, left-step
			if on {
				one = append(one, between(a, b, done/length))
			}
			if left <= 0 {
				if on {
					list = append(list, one)
					one, left = nil, gap
				} else {
					left = dash
				}
				on = !on
			}
		}
	}
	if len(one) > 1 {
		list = append(list, one)
	}
	return list
}
