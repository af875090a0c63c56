package exchange

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestInputFindsTheFirstWrongByte feeds text in pieces of all sizes.
func TestInputFindsTheFirstWrongByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom([]byte("a\n{\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x87\xba\xff\xef\xbb\xbf")), 0, 30).Draw(t, "bytes"))
		var r io.Reader = strings.NewReader(s)
		if rapid.Bool().Draw(t, "byte by byte") {
			r = iotest.OneByteReader(r)
		}
		in := &input{r: r, limit: maxBytes}
		in.skipByteOrderMark()
		got, err := io.ReadAll(in)

		text := strings.TrimPrefix(s, "\uFEFF")
		good := len(text)
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 {
				good = i
				break
			}
			i += size
		}
		if utf8.ValidString(text) != (err == nil) || (in.bad == "") != (err == nil) {
			t.Fatalf("%q: error %v, %q", s, err, in.bad)
		}
		if !strings.HasPrefix(text, string(got)) || len(got) < good-utf8.UTFMax || err == nil && string(got) != text {
			t.Fatalf("%q: passed on %q", s, got)
		}
		if line := 1 + strings.Count(text[:good], "\n"); err != nil && in.lineAt(int64(good)) != line {
			t.Fatalf("%q: line %d of byte %d, want %d", s, in.lineAt(int64(good)), good, line)
		}
	})
}

func TestInputIsBounded(t *testing.T) {
	in := &input{r: strings.NewReader(strings.Repeat(" ", 100)), limit: 64}
	in.skipByteOrderMark()
	if _, err := io.ReadAll(in); err == nil || !strings.HasPrefix(in.bad, "The document is larger than") {
		t.Errorf("a long document: %v, %q", err, in.bad)
	}
}

func TestReadFailure(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := read(io.MultiReader(strings.NewReader(`{"standpoint": 1, `), iotest.ErrReader(broken)), &problems{})
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want the error of the reader", err)
	}
}
