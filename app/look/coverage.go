package look

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// FontCoverage knows which letters can be drawn on this computer: those of our own
// fonts, and those of the fonts that are installed. It is safe for concurrent
// use.
type FontCoverage struct {
	mu     sync.Mutex
	system func() func(rune) bool // looks for the installed fonts, when one is needed
	has    func(rune) bool        // of the installed fonts; nil until they were looked for
	known  map[rune]bool
}

// NewFontCoverage knows the letters of our own fonts and of those that system finds.
func NewFontCoverage(system func() func(rune) bool) *FontCoverage {
	return &FontCoverage{system: system, known: map[rune]bool{}}
}

// ours are the fonts that come with the program, read once.
var ours = sync.OnceValue(func() []*font.Font {
	var fonts []*font.Font
	for _, source := range []fyne.Resource{
		serifRegular, theme.DefaultTextFont(), theme.DefaultSymbolFont(), theme.DefaultEmojiFont(),
	} {
		if face, err := font.ParseTTF(bytes.NewReader(source.Content())); err == nil {
			fonts = append(fonts, face.Font)
		}
	}
	return fonts
})

// Missing returns the letters of the text that no font has, each once and in order.
func (l *FontCoverage) Missing(s string) []rune {
	l.mu.Lock()
	defer l.mu.Unlock()
	missing := map[rune]bool{}
	for _, r := range s {
		if r >= 0x80 && !l.covers(r) {
			missing[r] = true
		}
	}
	return slices.Sorted(maps.Keys(missing))
}

// Scripts returns the scripts of letters by their ISO 15924 codes, such as "Deva", in
// order; that of emoji and other signs is "Zsye". Marks and punctuation have none of
// their own.
func Scripts(letters []rune) []string {
	var scripts []string
	for _, r := range letters {
		if script := codeOf(r); script != "" {
			scripts = append(scripts, script)
		}
	}
	slices.Sort(scripts)
	return slices.Compact(scripts)
}

func (l *FontCoverage) covers(r rune) bool {
	covered, ok := l.known[r]
	if !ok {
		covered = !unicode.IsGraphic(r) || slices.ContainsFunc(ours(), func(f *font.Font) bool { return hasGlyph(f, r) }) ||
			l.installed(r)
		l.known[r] = covered
	}
	return covered
}

func (l *FontCoverage) installed(r rune) bool {
	if l.has == nil {
		l.has = l.system()
	}
	return l.has(r)
}

func hasGlyph(f *font.Font, r rune) bool {
	_, ok := f.NominalGlyph(r)
	return ok
}

// SystemFonts looks for the fonts that are installed, which takes a while, and
// returns which letters they have. Where they cannot be found it says that they
// have all.
func SystemFonts() func(rune) bool {
	fonts := fontscan.NewFontMap(silent{})
	if err := fonts.UseSystemFonts(""); err != nil {
		return func(rune) bool { return true }
	}
	fonts.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
	return func(r rune) bool {
		fonts.SetScript(language.LookupScript(r))
		face := fonts.ResolveFace(r)
		return face != nil && hasGlyph(face.Font, r)
	}
}

// silent drops what the search for fonts says of files that are none.
type silent struct{}

func (silent) Printf(string, ...any) {}

// codeOf returns the script of a letter, as Scripts does.
func codeOf(r rune) string {
	switch script := language.LookupScript(r); script {
	case language.Common:
		if unicode.IsSymbol(r) {
			return "Zsye"
		}
		return "" // punctuation comes with the letters beside it
	case language.Inherited, language.Unknown:
		return ""
	default:
		code := script.String()
		return string(unicode.ToUpper(rune(code[0]))) + code[1:]
	}
}
