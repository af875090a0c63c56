package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as search and the comparing of names see it: without case,
// without accents and other marks that a reader may leave out, compatibility
// forms (ligatures, full-width letters) as the letters they stand for, and
// apostrophes, quotation marks and hyphens each in one form. Letters that only
// look like an accented one stay what they are (Cyrillic й and ї), and so do
// Hangul syllables, voiced kana and the vowel signs of Indic scripts. The
// result is in normal form NFC, and folding it again does not change it.
func Fold(s string) string {
	if isFoldedASCII(s) {
		return s
	}
	return foldAll(s).s
}

func isFoldedASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// folded is a folded text and the way back to the text that it was made of.
type folded struct {
	s     string
	knots []knot
}

// knot is a piece of the text whose fold has another number of code points.
// Between two knots each code point folded to one.
type knot struct {
	offset, size int // bytes of the fold
	pos, length  int // code points of the text
}

// foldAll folds s piece by piece: a piece is a code point and all that may
// combine with it.
func foldAll(s string) folded {
	f := folder{out: make([]byte, 0, len(s)+len(s)/16)}
	r, size := utf8.DecodeRuneInString(s)
	for offset := 0; offset < len(s); {
		end, length := offset+size, 1
		next, nextSize := decode(s[end:])
		for joins(next) {
			end, length = end+nextSize, length+1
			next, nextSize = decode(s[end:])
		}
		if length == 1 {
			f.single(r)
		} else {
			f.several(s[offset:end], length)
		}
		offset, r, size = end, next, nextSize
	}
	return folded{string(f.out), f.knots}
}

func decode(s string) (rune, int) {
	if s != "" && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

// folder collects the folds of pieces.
type folder struct {
	out   []byte
	knots []knot
	pos   int               // code points read
	seen  map[string]string // folds of pieces: a text has few different ones
}

// single folds a piece of one code point.
func (f *folder) single(r rune) {
	if r < tabled {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		f.out = append(f.out, byte(r))
		f.pos++
		return
	}
	if r < tabledEnd {
		if one := foldTable()[r-tabled].one; one != 0 {
			f.out = utf8.AppendRune(f.out, one)
			f.pos++
			return
		}
	}
	if isUnfolding(r) {
		f.out = utf8.AppendRune(f.out, r)
		f.pos++
		return
	}
	f.several(string(r), 1)
}

// several folds a piece of that many code points.
func (f *folder) several(piece string, length int) {
	fold := f.fold(piece)
	if length != 1 || utf8.RuneCountInString(fold) != 1 {
		f.knots = append(f.knots, knot{len(f.out), len(fold), f.pos, length})
	}
	f.out = append(f.out, fold...)
	f.pos += length
}

// maxSeen limits what a text of nothing but different pieces can take in memory.
const maxSeen = 4096

func (f *folder) fold(piece string) string {
	if fold, ok := f.seen[piece]; ok {
		return fold
	}
	fold := foldPiece(piece)
	if f.seen == nil {
		f.seen = map[string]string{}
	}
	if len(f.seen) < maxSeen {
		f.seen[piece] = fold
	}
	return fold
}

// isUnfolding reports whether r, standing alone, is its own fold. It covers
// the many; false for others means only that they must be looked at.
func isUnfolding(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7A3
}

// The code points from tabled to tabledEnd have their folds in a table: all
// alphabets in wide use, and punctuation.
const (
	tabled    = utf8.RuneSelf
	tabledEnd = 0x3100
)

type tableEntry struct {
	one   rune // the fold, where it is one code point
	joins bool
}

var foldTable = sync.OnceValue(func() *[tabledEnd - tabled]tableEntry {
	table := new([tabledEnd - tabled]tableEntry)
	for i := range table {
		r := rune(tabled + i)
		table[i].joins = canJoin(r)
		if fold := foldPiece(string(r)); utf8.RuneCountInString(fold) == 1 {
			table[i].one, _ = utf8.DecodeRuneInString(fold)
		}
	}
	return table
})

// joins reports whether r belongs to the same piece as what stands before it.
func joins(r rune) bool {
	switch {
	case r < tabled || isUnfolding(r):
		return false
	case r < tabledEnd:
		return foldTable()[r-tabled].joins
	}
	return canJoin(r)
}

func canJoin(r rune) bool {
	if unicode.IsMark(r) || isIgnorable(r) {
		return true
	}
	first := norm.NFKD.PropertiesString(string(r))
	if letters := first.Decomposition(); letters != nil {
		if r, _ := utf8.DecodeRune(letters); isIgnorable(r) { // an Arabic mark on a tatweel
			return true
		}
		first = norm.NFKC.Properties(letters)
	}
	return !first.BoundaryBefore()
}

// isIgnorable reports whether r only says how its neighbours are drawn: soft
// hyphens, joiners, marks of direction, the Arabic tatweel.
func isIgnorable(r rune) bool {
	return r == '\u0640' || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// foldMarks is Fold with upper and lower case left as they are.
func foldMarks(s string) string {
	var out strings.Builder
	for start := 0; start < len(s); {
		_, size := decode(s[start:])
		end := start + size
		for {
			next, nextSize := decode(s[end:])
			if nextSize == 0 || !joins(next) {
				break
			}
			end += nextSize
		}
		out.WriteString(foldPieceAs(s[start:end], func(r rune) rune { return r }))
		start = end
	}
	return norm.NFC.String(out.String())
}

// foldPiece folds one piece.
func foldPiece(piece string) string {
	return foldPieceAs(piece, func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) })
}

// foldPieceAs folds one piece, and the case of its letters in a way. Marks are judged in the decomposed form, after
// what could stand between a mark and its letter is gone.
func foldPieceAs(piece string, foldCase func(rune) rune) string {
	var out strings.Builder
	base := rune(0)
	for _, r := range norm.NFKD.String(foldSigns(piece)) {
		switch {
		case isIgnorable(r): // out of a ligature
		case unicode.IsMark(r):
			if keepsMark(unicode.ToLower(base), r) {
				out.WriteRune(r)
			}
		default:
			base = foldCase(foldPunctuation(r))
			out.WriteString(foldLetter(base))
		}
	}
	return norm.NFC.String(out.String())
}

// foldSigns drops what can be ignored and folds punctuation, which decomposing
// would take apart.
func foldSigns(piece string) string {
	return strings.Map(func(r rune) rune {
		if isIgnorable(r) {
			return -1
		}
		return foldPunctuation(r)
	}, piece)
}

// foldPunctuation gives apostrophes, quotation marks and hyphens one form each.
func foldPunctuation(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', 'ʹ', 'ʻ', '′', '´', '\u1FFD', '＇', '‹', '›':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″', '＂':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '־', '﹘', '﹣', '－':
		return '-'
	}
	return r
}

// foldLetter writes a small letter as those write it who do not have it on
// their keyboard, where Unicode knows no decomposition.
func foldLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ى', 'ی': // Arabic alef maksura and Persian yeh are written for yeh
		return "ي"
	case 'ک': // Persian kaf
		return "ك"
	case 'ٱ': // alef wasla
		return "ا"
	}
	if digit, ok := arabicDigit(r); ok {
		return string(digit)
	}
	return string(r)
}

func arabicDigit(r rune) (rune, bool) {
	switch {
	case '٠' <= r && r <= '٩':
		return r - '٠' + '0', true
	case '۰' <= r && r <= '۹':
		return r - '۰' + '0', true
	}
	return 0, false
}

// keepsMark reports whether the mark makes another letter of base rather than
// an accented one.
func keepsMark(base, mark rune) bool {
	switch mark {
	case '\u3099', '\u309A': // kana voicing
		return true
	case '\u0306': // й and ў
		return base == 'и' || base == 'у'
	case '\u0308': // ї, but not ё
		return base == 'і'
	case '\u0301': // ѓ and ќ, but not a stressed vowel
		return base == 'г' || base == 'к'
	}
	return !unicode.In(mark, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Cyrillic)
}
