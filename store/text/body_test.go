package text

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestValidateNamesTheFirstWrongByte(t *testing.T) {
	for _, test := range []struct {
		name, in string
		offset   int
		reason   string
	}{
		{"byte order mark", "\uFEFFabc", 0, "a byte order mark"},
		{"carriage return", "één\r\nb", 5, "a carriage return"},
		{"NUL", "ab\x00", 2, "a NUL character"},
		{"Latin-1", "caf\xe9 \x00", 3, "a byte sequence that is not UTF-8"},
		{"surrogate", "a\xed\xa0\x80", 1, "a byte sequence that is not UTF-8"},
		{"cut off", "a\xf0\x9f\x98", 1, "a byte sequence that is not UTF-8"},
		{"two wrongs", "a\r\x00", 1, "a carriage return"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var invalid *InvalidError
			if err := Validate([]byte(test.in)); !errors.As(err, &invalid) {
				t.Fatalf("Validate: %v, want an *InvalidError", err)
			}
			if want := fmt.Sprintf("the text has %s at byte %d", test.reason, test.offset); invalid.Error() != want ||
				invalid.Offset != test.offset {
				t.Errorf("Validate: %v at %d, want %s", invalid, invalid.Offset, want)
			}
			if _, err := NewBody(test.in); !errors.As(err, &invalid) {
				t.Errorf("NewBody: %v, want an *InvalidError", err)
			}
		})
	}
}

func TestValidateAcceptsText(t *testing.T) {
	for _, s := range []string{"", "a\n\nb\n", "a\uFEFFb", "\uFFFD", "👨‍👩‍👧\t"} {
		if err := Validate([]byte(s)); err != nil {
			t.Errorf("Validate(%q): %v", s, err)
		}
	}
}

func TestHash(t *testing.T) {
	h := mustBody(t, "abc").Hash()
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if h.String() != want {
		t.Errorf("hash of abc: %s, want %s", h, want)
	}
	back, err := ParseHash(want)
	if err != nil || back != h {
		t.Errorf("ParseHash: %v, %v", back, err)
	}
	if h.IsZero() || !(Hash{}).IsZero() {
		t.Error("IsZero mistakes a hash for none, or none for a hash")
	}
	for _, s := range []string{"", "abc", strings.Repeat("g", 64), want + "00"} {
		if _, err := ParseHash(s); err == nil {
			t.Errorf("ParseHash(%q): no error", s)
		}
	}
}

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	if s.Len() != 3 || s.Empty() || !s.Contains(2) || s.Contains(5) {
		t.Errorf("%v is not half open", s)
	}
	if s.Overlaps(Span{5, 7}) || !s.Overlaps(Span{4, 7}) || s.Overlaps(Span{3, 3}) {
		t.Errorf("%v overlaps what it should not, or not what it should", s)
	}
	if got := s.Union(Span{7, 9}); got != (Span{2, 9}) {
		t.Errorf("union: %v", got)
	}
	if got := s.Union(Span{}); got != s {
		t.Errorf("union with nothing: %v", got)
	}
}

// The slow and simple way to the same answers.
func TestBodyAgreesWithRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		runes := []rune(b.String())
		if b.Len() != len(runes) {
			t.Fatalf("Len: %d, want %d", b.Len(), len(runes))
		}
		s := anySpan(t, b)
		if got, want := b.Slice(s), string(runes[s.Start:s.End]); got != want {
			t.Fatalf("Slice(%v): %q, want %q", s, got, want)
		}
		if got, want := b.UTF16Offset(s.Start), len(utf16.Encode(runes[:s.Start])); got != want {
			t.Fatalf("UTF16Offset(%d): %d, want %d", s.Start, got, want)
		}
		if got, want := b.ByteOffset(s.Start), len(string(runes[:s.Start])); got != want {
			t.Fatalf("ByteOffset(%d): %d, want %d", s.Start, got, want)
		}
		if s.Start < len(runes) && b.RuneAt(s.Start) != runes[s.Start] {
			t.Fatalf("RuneAt(%d): %q, want %q", s.Start, b.RuneAt(s.Start), runes[s.Start])
		}
		if trimmed := b.Trim(s); b.Slice(trimmed) != strings.TrimSpace(b.Slice(s)) {
			t.Fatalf("Trim(%v): %q of %q", s, b.Slice(trimmed), b.Slice(s))
		}
	})
}

func TestPositionsAndBytesConvertBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := mustBodyOf(t, strings.Repeat(anyText(t), rapid.IntRange(1, 8).Draw(t, "times")))
		for pos := range b.Len() + 1 {
			if back := b.Position(b.ByteOffset(pos)); back != pos {
				t.Fatalf("Position(ByteOffset(%d)): %d", pos, back)
			}
		}
		for offset := range len(b.String()) {
			pos := b.Position(offset)
			if from, to := b.ByteOffset(pos), b.ByteOffset(pos+1); offset < from || offset >= to {
				t.Fatalf("byte %d is of the code point at %d, which has bytes %d to %d", offset, pos, from, to)
			}
		}
	})
}

func TestOutsideTheBodyIsItsEnds(t *testing.T) {
	b := mustBody(t, "añb")
	for _, pos := range []int{-5, 99} {
		want := 0
		if pos > 0 {
			want = 3
		}
		if got := b.Position(b.ByteOffset(pos)); got != want {
			t.Errorf("position %d: %d, want %d", pos, got, want)
		}
		if r := b.RuneAt(pos); r != utf8.RuneError {
			t.Errorf("RuneAt(%d): %q", pos, r)
		}
	}
	if got := b.Slice(Span{-3, 99}); got != "añb" {
		t.Errorf("Slice: %q", got)
	}
	if got := b.Slice(Span{2, 1}); got != "" {
		t.Errorf("Slice of a span that ends before it starts: %q", got)
	}
	if got := b.Snap(Span{-3, 99}); got != (Span{0, 3}) {
		t.Errorf("Snap: %v", got)
	}
}

func TestLinesWithLineFeedsGiveTheBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		var lines []string
		for i, line := range b.Lines() {
			lines = append(lines, b.Slice(line))
			for pos := line.Start; pos <= line.End; pos++ {
				if got := b.LineAt(pos); got != i {
					t.Fatalf("LineAt(%d): %d, want %d", pos, got, i)
				}
			}
		}
		if got := strings.Join(lines, "\n"); got != b.String() {
			t.Fatalf("lines joined: %q, want %q", got, b.String())
		}
	})
}

func TestParagraphsAreTheLinesWithInk(t *testing.T) {
	b := mustBody(t, "\n Čtvrtek\n \t\n\nпятница\n")
	want := []Span{{1, 9}, {14, 21}}
	if diff := cmp.Diff(want, b.Paragraphs()); diff != "" {
		t.Fatalf("Paragraphs (-want +got):\n%s", diff)
	}
	for pos, want := range map[int]int{0: 1, 1: 1, 9: 1, 11: 1, 13: 1, 14: 2, 21: 2, 22: 2} {
		if _, got := b.ParagraphAt(pos); got != want {
			t.Errorf("ParagraphAt(%d): ¶ %d, want ¶ %d", pos, got, want)
		}
	}
	if s, n := mustBody(t, " \n").ParagraphAt(1); n != 0 || s != (Span{}) {
		t.Errorf("a blank body has paragraph %d, %v", n, s)
	}
}

func FuzzValidate(f *testing.F) {
	for _, s := range []string{"", "abc\n", "\xef\xbb\xbfa", "a\r\n", "\x00", "\xff", "é\xed\xa0\x80"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		err := Validate(in)
		if err == nil {
			if !utf8.Valid(in) || strings.ContainsAny(string(in), "\r\x00") {
				t.Fatalf("accepted %q", in)
			}
			return
		}
		var invalid *InvalidError
		if !errors.As(err, &invalid) || invalid.Offset < 0 || invalid.Offset >= len(in) || invalid.Error() == "" {
			t.Fatalf("Validate(%q): %v", in, err)
		}
		if invalid.Offset > 0 && Validate(in[:invalid.Offset]) != nil {
			t.Fatalf("Validate(%q): %v, but what stands before is wrong already", in, err)
		}
	})
}

func FuzzBody(f *testing.F) {
	for _, s := range pieces {
		f.Add(s+" and "+s, 1, 3)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		b, err := NewBody(s)
		if err != nil {
			t.Skip()
		}
		start, end = min(start, b.Len()+2), min(end, b.Len()+2)
		for _, pos := range []int{start, end} {
			word, sentence := b.WordAt(pos), b.SentenceAt(pos)
			for _, s := range []Span{word, sentence, b.Trim(Span{start, end}), b.Snap(Span{start, end})} {
				if s.Start < 0 || s.End < s.Start || s.End > b.Len() {
					t.Fatalf("span %v outside a body of %d", s, b.Len())
				}
			}
			if next := b.NextGrapheme(pos); next > b.Len() || next <= pos && next < b.Len() {
				t.Fatalf("NextGrapheme(%d): %d", pos, next)
			}
			if prev := b.PrevGrapheme(pos); prev < 0 || prev >= pos && prev > 0 {
				t.Fatalf("PrevGrapheme(%d): %d", pos, prev)
			}
		}
		for _, q := range b.Quotations() {
			if q.Inner.Start != q.Outer.Start+1 || q.Inner.End != q.Outer.End-1 || q.Inner.Len() < 0 {
				t.Fatalf("quotation %+v", q)
			}
		}
		if anchor, err := NewAnchor(b, Span{start, end}); err == nil {
			if err := anchor.Verify(b); err != nil {
				t.Fatal(err)
			}
		}
	})
}
