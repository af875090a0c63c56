package figure

import (
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"standpoint/assets/fonts"
)

// face is the face by which texts are measured: the one of PNG and PDF. Others are narrower.
var face = sync.OnceValue(func() *measured {
	f, err := sfnt.Parse(fonts.SerifRegular)
	if err != nil {
		panic(err) // it is embedded
	}
	return &measured{font: f, widths: map[rune]float64{}}
})

// measured is a face with the widths that were asked for.
type measured struct {
	mutex  sync.Mutex
	font   *sfnt.Font
	buffer sfnt.Buffer
	widths map[rune]float64 // in ems
}

// measure returns the width of a text at a size, in pixels. A character that the face does not have is a whole em wide, as those of Chinese
// and Japanese are; marks on others have no width.
func measure(words string, size float64) float64 {
	f := face()
	f.mutex.Lock()
	defer f.mutex.Unlock()
	width := 0.0
	for _, r := range words {
		width += f.width(r)
	}
	return width * size
}

func (f *measured) width(r rune) float64 {
	if w, known := f.widths[r]; known {
		return w
	}
	w := 1.0
	if at, err := f.font.GlyphIndex(&f.buffer, r); err == nil && at != 0 {
		em := fixed.I(int(f.font.UnitsPerEm()))
		if advance, err := f.font.GlyphAdvance(&f.buffer, at, em, font.HintingNone); err == nil {
			w = float64(advance) / float64(em)
		}
	} else if unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r) {
		w = 0
	} else if r < 0x2e80 {
		w = 0.7 // Arabic, Hebrew, Thai …
	}
	f.widths[r] = w
	return w
}
