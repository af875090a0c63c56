package figure

import (
	"bytes"
	"image"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"standpoint/assets/fonts"
)

// typesetter sets texts: in the face that is carried along, and what that does not have in faces of the system.
type typesetter struct {
	mutex         sync.Mutex
	regular, bold *font.Face
	system        func() *fontscan.FontMap // nil where there is none
	shaper        shaping.HarfbuzzShaper
	splitter      shaping.Segmenter
	known         map[setText]outlined // those that were made last

	maskMutex sync.Mutex
	masks     map[lettering]*image.Alpha // of texts that were drawn last; nil: nothing is seen of one
	maskBytes int
}

// setText is a text as it is set.
type setText struct {
	words string
	bold  bool
}

// outlined is what a text looks like, and how wide it is, in ems.
type outlined struct {
	list  []segment
	width float64
}

// letters are characters that are drawn together, as a letter with its marks is, or several that are joined. Lengths are in ems.
type letters struct {
	text      string // as it is read
	fromRight bool   // it is read from right to left
	face      *font.Face
	glyphs    []placed
	at        float64 // where they begin in their text, from the left
	advance   float64 // from there to where the next ones begin
}

// placed is a glyph with its place in its letters, upwards.
type placed struct {
	id   font.GID
	x, y float64
}

// mostOutlined is of how many texts the outlines are kept: more than a screen shows.
const mostOutlined = 4096

var setter = sync.OnceValue(func() *typesetter {
	read := func(file []byte) *font.Face {
		f, err := font.ParseTTF(bytes.NewReader(file))
		if err != nil {
			panic(err) // it is embedded
		}
		return f
	}
	return &typesetter{
		regular: read(fonts.SerifRegular), bold: read(fonts.SerifBold), system: sync.OnceValue(systemFonts), known: map[setText]outlined{},
	}
})

// systemFonts are those of this computer. That they cannot be read leaves what they would show to the face that is carried along.
func systemFonts() *fontscan.FontMap {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	found := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := found.UseSystemFonts(filepath.Join(cache, "standpoint", "fonts")); err != nil {
		return nil
	}
	found.SetQuery(fontscan.Query{Families: []string{"sans-serif"}})
	return found
}

// choice finds the face for each character of a text.
type choice struct {
	own    *font.Face
	system func() *fontscan.FontMap
}

// ResolveFace implements shaping.Fontmap.
func (c choice) ResolveFace(r rune) *font.Face {
	if _, has := c.own.NominalGlyph(r); has {
		return c.own
	}
	system := c.system()
	if system == nil {
		return c.own
	}
	system.SetScript(language.LookupScript(r))
	f := system.ResolveFace(r)
	if f == nil {
		return c.own
	}
	if _, has := f.NominalGlyph(r); !has { // any will do for it
		return c.own
	}
	return f
}

// segment is a part of an outline: to where a pen goes, and how.
type segment struct {
	op     opentype.SegmentOp
	points [3]Point
}

// outline returns the outline of a text from its point on, downwards, and how wide it is, in ems. It is not to be changed.
func (t *typesetter) outline(words string, isBold bool) (list []segment, width float64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	text := setText{words, isBold}
	if o, is := t.known[text]; is {
		return o.list, o.width
	}
	set, width := t.set(words, isBold)
	for _, l := range set {
		for _, g := range l.glyphs {
			list = l.appendGlyph(list, g, l.at)
		}
	}
	if len(t.known) >= mostOutlined {
		clear(t.known)
	}
	t.known[text] = outlined{list, width}
	return list, width
}

// letters sets a text, as outline does.
func (t *typesetter) letters(words string, isBold bool) (list []letters, width float64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.set(words, isBold)
}

// em is how large letters are set, so that no length is rounded that shows.
const em = 1000

// set sets a text: its letters from the left, and how wide it is.
func (t *typesetter) set(words string, isBold bool) (list []letters, width float64) {
	face := t.regular
	if isBold {
		face = t.bold
	}
	runes := []rune(words)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face, Size: fixed.I(em)}
	if startsRight(words) {
		in.Direction = di.DirectionRTL
	}
	for _, run := range inOrder(t.splitter.Split(in, choice{face, t.system}), in.Direction) {
		for glyphs := t.shaper.Shape(run).Glyphs; len(glyphs) > 0; {
			first := glyphs[0]
			n := min(max(first.GlyphsCount(), 1), len(glyphs))
			end := min(first.TextIndex()+first.RunesCount(), len(runes))
			l := letters{
				text: string(runes[first.TextIndex():end]), fromRight: run.Direction == di.DirectionRTL, face: run.Face, at: width,
			}
			for _, g := range glyphs[:n] {
				l.glyphs = append(l.glyphs, placed{g.GlyphID, l.advance + ems(g.XOffset), ems(g.YOffset)})
				l.advance += ems(g.Advance)
			}
			list = append(list, l)
			width += l.advance
			glyphs = glyphs[n:]
		}
	}
	return list, width
}

func ems(x fixed.Int26_6) float64 { return float64(x) / (64 * em) }

// inOrder returns the runs of a text from the left: where it is read from right to left the last one comes first, but those that are read
// in the other direction stay together as they are.
func inOrder(runs []shaping.Input, direction di.Direction) []shaping.Input {
	runs = slices.Clone(runs)
	if direction == di.DirectionRTL {
		slices.Reverse(runs)
	}
	for i := 0; i < len(runs); {
		n := i + 1
		if runs[i].Direction != direction {
			for n < len(runs) && runs[n].Direction != direction {
				n++
			}
			slices.Reverse(runs[i:n])
		}
		i = n
	}
	return runs
}

// startsRight reports whether the first letter of a text that has a direction is written from right to left.
func startsRight(words string) bool {
	for len(words) > 0 {
		p, _ := bidi.LookupString(words)
		switch p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
		_, n := utf8.DecodeRuneInString(words)
		words = words[n:]
	}
	return false
}

// appendGlyph appends the outline of one of the glyphs, whose letters begin at a place, downwards, in ems.
func (l letters) appendGlyph(list []segment, g placed, from float64) []segment {
	data, is := l.face.GlyphData(g.id).(font.GlyphOutline)
	if !is {
		return list
	}
	scale := 1 / float64(l.face.Upem())
	for _, s := range data.Segments {
		one := segment{op: s.Op}
		for i, at := range s.Args {
			one.points[i] = Point{from + g.x + float64(at.X)*scale, float64(-at.Y)*scale - g.y}
		}
		list = append(list, one)
	}
	return list
}
