package look

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"fyne.io/fyne/v2"
)

// Fyne's faces have none of the geometric signs that a stance is shown by, and what
// a system has instead differs in size and height, or is missing. So the signs are
// a small TrueType face of our own, drawn here, which stands before Fyne's: it has
// these characters and the space, and everything else falls through to Fyne's faces.
//
// Units are thousandths of the text size, from the base line up.

// signFace is the face in which a character is looked up first. It is the same resource
// each time, so that Fyne parses it once.
var signFace = sync.OnceValue(func() fyne.Resource {
	return fyne.NewStaticResource("StandpointSigns.ttf", signFont())
})

const (
	signUnits   = 1000
	signAscent  = 1069 // as Fyne's own face, so that a line with a sign is no higher
	signDescent = -293
	signSide    = 60  // room at each side
	signMiddle  = 345 // what all signs are centred on: half the height of small and capital letters
)

// sign is a character's outline: contours of points, the first clockwise.
type sign struct {
	char     rune
	advance  int
	contours [][]signPoint
}

type signPoint struct {
	x, y  int
	curve bool // a control point of a quadratic curve
}

func signs() []sign {
	down := polygon(-340, 270, 340, 270, 0, -310)
	return []sign{
		// Fyne's shaper leaves a space in the face of what stands before it.
		{char: ' ', advance: 260},
		{char: '\u00a0', advance: 260},
		centred('→', polygon(-400, 34, 160, 34, 160, 180, 400, 0, 160, -180, 160, -34, -400, -34)),
		centred('−', polygon(-230, 36, 230, 36, 230, -36, -230, -36)),
		centred('■', polygon(-270, -270, -270, 270, 270, 270, 270, -270)),
		centred('□', polygon(-270, -270, -270, 270, 270, 270, 270, -270), reversed(polygon(-200, -200, -200, 200, 200, 200, 200, -200))),
		centred('▲', mirrored(down)),
		centred('▸', polygon(-150, 230, 190, 0, -150, -230)),
		centred('▼', down),
		centred('▾', polygon(-230, 130, 230, 130, 0, -170)),
		centred('◆', polygon(-310, 0, 0, 330, 310, 0, 0, -330)),
		centred('◇', polygon(-310, 0, 0, 330, 310, 0, 0, -330), reversed(polygon(-215, 0, 0, 229, 215, 0, 0, -229))),
		centred('○', circle(280), reversed(circle(212))),
		centred('●', circle(280)),
	}
}

// left is where the outline begins, counted from the left end of the advance.
func (s sign) left() int {
	if len(s.contours) == 0 {
		return 0
	}
	left, _ := bounds(s.contours, func(p signPoint) int { return p.x })
	return left
}

// polygon is a contour with straight sides, from pairs of x and y.
func polygon(xy ...int) []signPoint {
	var points []signPoint
	for i := 0; i < len(xy); i += 2 {
		points = append(points, signPoint{x: xy[i], y: xy[i+1]})
	}
	return points
}

// circle is eight quadratic arcs, clockwise.
func circle(radius float64) []signPoint {
	var points []signPoint
	for i := range 16 {
		r := radius
		if i%2 == 1 {
			r /= math.Cos(math.Pi / 8)
		}
		angle := -float64(i) * math.Pi / 8
		points = append(points, signPoint{
			x: int(math.Round(r * math.Cos(angle))), y: int(math.Round(r * math.Sin(angle))), curve: i%2 == 1,
		})
	}
	return points
}

// mirrored is a contour upside down, in the same sense of rotation.
func mirrored(points []signPoint) []signPoint {
	turned := reversed(points)
	for i := range turned {
		turned[i].y = -turned[i].y
	}
	return turned
}

func reversed(points []signPoint) []signPoint {
	back := slices.Clone(points)
	slices.Reverse(back)
	return back
}

// centred puts contours round a centre of 0, 0 on the middle of a line.
func centred(char rune, contours ...[]signPoint) sign {
	left, right := bounds(contours, func(p signPoint) int { return p.x })
	s := sign{char: char, advance: right - left + 2*signSide}
	for _, c := range contours {
		moved := slices.Clone(c)
		for i := range moved {
			moved[i].x += signSide - left
			moved[i].y += signMiddle
		}
		s.contours = append(s.contours, moved)
	}
	return s
}

func bounds(contours [][]signPoint, of func(signPoint) int) (least, most int) {
	least, most = math.MaxInt, math.MinInt
	for _, c := range contours {
		for _, p := range c {
			least, most = min(least, of(p)), max(most, of(p))
		}
	}
	return least, most
}

// signFont is a TrueType file of the signs, in the order of their code points, as the
// OpenType specification 1.9 describes it.
func signFont() []byte {
	all := signs()
	var glyphs, offsets, metrics table
	offsets.longs(0, 0) // glyph 0, of unknown characters, is empty
	metrics.shorts(signUnits/2, 0)
	for _, s := range all {
		metrics.shorts(s.advance, s.left())
		if len(s.contours) > 0 {
			glyphs.glyph(s)
		}
		offsets.longs(glyphs.Len())
	}
	return fontFile(map[string]*table{
		"cmap": characterMap(all), "glyf": &glyphs, "loca": &offsets, "hmtx": &metrics,
		"head": fontHeader(), "hhea": horizontalHeader(len(all) + 1), "maxp": limits(len(all) + 1),
	})
}

// table is one of a font's tables; all numbers are big-endian.
type table struct{ bytes.Buffer }

func (t *table) shorts(values ...int) {
	for _, v := range values {
		_ = binary.Write(t, binary.BigEndian, uint16(v))
	}
}

func (t *table) longs(values ...int) {
	for _, v := range values {
		_ = binary.Write(t, binary.BigEndian, uint32(v))
	}
}

// glyph writes one outline, with every point as a flag and two words.
func (t *table) glyph(s sign) {
	left, right := bounds(s.contours, func(p signPoint) int { return p.x })
	low, high := bounds(s.contours, func(p signPoint) int { return p.y })
	t.shorts(len(s.contours), left, low, right, high)
	var points []signPoint
	for _, c := range s.contours {
		points = append(points, c...)
		t.shorts(len(points) - 1)
	}
	t.shorts(0) // no instructions
	for _, p := range points {
		onCurve := byte(1)
		if p.curve {
			onCurve = 0
		}
		t.WriteByte(onCurve)
	}
	last := signPoint{}
	for _, p := range points {
		t.shorts(p.x - last.x)
		last = p
	}
	last = signPoint{}
	for _, p := range points {
		t.shorts(p.y - last.y)
		last = p
	}
	t.pad()
}

func (t *table) pad() {
	for t.Len()%4 != 0 {
		t.WriteByte(0)
	}
}

// characterMap maps code points to glyphs in groups of one, format 12.
func characterMap(all []sign) *table {
	var t table
	t.shorts(0, 1, 3, 10)
	t.longs(12)
	t.shorts(12, 0)
	t.longs(16+12*len(all), 0, len(all))
	for i, s := range all {
		t.longs(int(s.char), int(s.char), i+1)
	}
	return &t
}

func fontHeader() *table {
	var t table
	t.longs(0x00010000, 0x00010000, 0, 0x5F0F3CF5)
	t.shorts(0, signUnits)
	t.longs(0, 0, 0, 0) // times of making and change: none
	t.shorts(0, signDescent, signUnits, signAscent, 0, 8, 2, 1, 0)
	return &t
}

func horizontalHeader(glyphs int) *table {
	var t table
	t.longs(0x00010000)
	t.shorts(signAscent, signDescent, 0, signUnits, 0, 0, signUnits, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)
	return &t
}

func limits(glyphs int) *table {
	var t table
	t.longs(0x00010000)
	t.shorts(glyphs, 64, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
	return &t
}

// fontFile puts the tables together, sorted by name as they must be.
func fontFile(tables map[string]*table) []byte {
	names := make([]string, 0, len(tables))
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	var head, body table
	head.longs(0x00010000)
	head.shorts(len(tables), 64, 2, 16*len(tables)-64)
	for _, name := range names {
		t := tables[name]
		length := t.Len()
		t.pad()
		head.WriteString(name)
		head.longs(checksum(t.Bytes()), 12+16*len(tables)+body.Len(), length)
		body.Write(t.Bytes())
	}
	head.Write(body.Bytes())
	return head.Bytes()
}

func checksum(data []byte) int {
	sum := uint32(0)
	for i := 0; i+4 <= len(data); i += 4 {
		sum += binary.BigEndian.Uint32(data[i:])
	}
	return int(sum)
}
