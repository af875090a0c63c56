package text

import (
	"crypto/sha256"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Body is the text of an article. It never changes and may be used by several
// goroutines at once. Slices that its methods return are shared: read them only.
type Body struct {
	s      string
	length int   // code points
	starts []int // byte offset of every stride-th code point; nil when all is ASCII

	hash       func() Hash
	lines      func() []Span
	paragraphs func() []Span
	quotations func() []Quotation
	astral     func() []int // positions of the code points that UTF-16 writes in two units
	folded     func() folded
}

// stride is how many code points lie between two entries of Body.starts.
const stride = 64

// NewBody returns a body of s, or the *InvalidError of Validate.
func NewBody(s string) (*Body, error) {
	if err := validate(s); err != nil {
		return nil, err
	}
	b := &Body{s: s}
	b.length, b.starts = index(s)
	b.hash = sync.OnceValue(func() Hash { return sha256.Sum256([]byte(b.s)) })
	b.lines = sync.OnceValue(b.findLines)
	b.paragraphs = sync.OnceValue(b.findParagraphs)
	b.quotations = sync.OnceValue(b.findQuotations)
	b.astral = sync.OnceValue(b.findAstral)
	b.folded = sync.OnceValue(func() folded { return foldAll(b.s) })
	return b, nil
}

// index counts the code points of s and notes where every stride-th begins.
func index(s string) (length int, starts []int) {
	length = utf8.RuneCountInString(s)
	if length == len(s) {
		return length, nil
	}
	starts = make([]int, 0, length/stride+1)
	pos := 0
	for offset := range s {
		if pos%stride == 0 {
			starts = append(starts, offset)
		}
		pos++
	}
	return length, starts
}

// String returns the whole text.
func (b *Body) String() string { return b.s }

// Hash returns the SHA-256 of the text's UTF-8.
func (b *Body) Hash() Hash { return b.hash() }

// Len returns the number of code points.
func (b *Body) Len() int { return b.length }

// Slice returns the text of the span, as much of it as lies in the body.
func (b *Body) Slice(s Span) string {
	s = b.clamp(s)
	return b.s[b.ByteOffset(s.Start):b.ByteOffset(s.End)]
}

// RuneAt returns the code point at pos, or utf8.RuneError outside the body.
func (b *Body) RuneAt(pos int) rune {
	if pos < 0 || pos >= b.length {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeRuneInString(b.s[b.ByteOffset(pos):])
	return r
}

// ByteOffset returns where the code point at pos begins, in bytes. Positions
// outside the body are taken as its ends.
func (b *Body) ByteOffset(pos int) int {
	switch {
	case pos <= 0:
		return 0
	case pos >= b.length:
		return len(b.s)
	case b.starts == nil:
		return pos
	}
	offset := b.starts[pos/stride]
	for range pos % stride {
		_, size := utf8.DecodeRuneInString(b.s[offset:])
		offset += size
	}
	return offset
}

// Position returns the position of the code point that the byte at byteOffset
// belongs to. Offsets outside the body are taken as its ends.
func (b *Body) Position(byteOffset int) int {
	switch {
	case byteOffset <= 0:
		return 0
	case byteOffset >= len(b.s):
		return b.length
	case b.starts == nil:
		return byteOffset
	}
	for !utf8.RuneStart(b.s[byteOffset]) {
		byteOffset--
	}
	block := sort.SearchInts(b.starts, byteOffset+1) - 1
	return block*stride + utf8.RuneCountInString(b.s[b.starts[block]:byteOffset])
}

// UTF16Offset returns how many UTF-16 code units stand before pos.
func (b *Body) UTF16Offset(pos int) int {
	pos = min(max(pos, 0), b.length)
	if b.starts == nil {
		return pos
	}
	return pos + sort.SearchInts(b.astral(), pos)
}

func (b *Body) findAstral() []int {
	var found []int
	pos := 0
	for _, r := range b.s {
		if r > 0xFFFF {
			found = append(found, pos)
		}
		pos++
	}
	return found
}

// Trim returns the span without the white space at both its ends; a span of
// white space alone becomes empty.
func (b *Body) Trim(s Span) Span {
	s = b.clamp(s)
	all := b.Slice(s)
	left := strings.TrimLeftFunc(all, unicode.IsSpace)
	s.Start += utf8.RuneCountInString(all[:len(all)-len(left)])
	right := strings.TrimRightFunc(left, unicode.IsSpace)
	s.End -= utf8.RuneCountInString(left[len(right):])
	return s
}

// clamp returns the part of the span that lies in the body; a span that lies
// outside or backwards becomes empty.
func (b *Body) clamp(s Span) Span {
	s.Start = min(max(s.Start, 0), b.length)
	s.End = min(max(s.End, s.Start), b.length)
	return s
}
