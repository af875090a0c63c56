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
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"standpoint/assets/fonts"
)

// typesetter makes outlines of texts: in the face that is carried along, and what that does not have in faces of the system.
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
	size  float64
	bold  bool
}

// outlined is what a text looks like, and how wide it is.
type outlined struct {
	list  []segment
	width float64
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
	if system := c.system(); system != nil {
		if f := system.ResolveFace(r); f != nil {
			return f
		}
	}
	return c.own
}

// segment is a part of an outline: to where a pen goes, and how.
type segment struct {
	op     opentype.SegmentOp
	points [3]Point
}

// outline returns the outline of a text from its point on, downwards, and how wide it is, in pixels. It is not to be changed.
func (t *typesetter) outline(words string, size float64, isBold bool) (list []segment, width float64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	text := setText{words, size, isBold}
	if o, is := t.known[text]; is {
		return o.list, o.width
	}
	list, width = t.set(words, size, isBold)
	if len(t.known) >= mostOutlined {
		clear(t.known)
	}
	t.known[text] = outlined{list, width}
	return list, width
}

// set makes the outline of a text.
func (t *typesetter) set(words string, size float64, isBold bool) (list []segment, width float64) {
	face := t.regular
	if isBold {
		face = t.bold
	}
	runes := []rune(words)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face, Size: fixed.Int26_6(size * 64)}
	fromRight := startsRight(words)
	if fromRight {
		in.Direction = di.DirectionRTL
	}
	runs := t.splitter.Split(in, choice{face, t.system})
	if fromRight {
		runs = slices.Clone(runs)
		slices.Reverse(runs)
	}
	for _, run := range runs {
		out := t.shaper.Shape(run)
		for _, g := range out.Glyphs {
			list = appendGlyph(list, run.Face, g, width, size)
			width += float64(g.Advance) / 64
		}
	}
	return list, width
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

// appendGlyph appends the outline of one glyph at a distance from the start of its text.
func appendGlyph(list []segment, face *font.Face, g shaping.Glyph, from, size float64) []segment {
	data, is := face.GlyphData(g.GlyphID).(font.GlyphOutline)
	if !is {
		return list
	}
	scale := size / float64(face.Upem())
	x, y := from+float64(g.XOffset)/64, -float64(g.YOffset)/64
	for _, s := range data.Segments {
		one := segment{op: s.Op}
		for i, at := range s.Args {
			one.points[i] = Point{x + float64(at.X)*scale, y - float64(at.Y)*scale}
		}
		list = append(list, one)
	}
	return list
}
