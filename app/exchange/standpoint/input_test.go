package standpoint

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"pgregory.net/rapid"

	"standpoint/app/exchange"
)

// TestInputFindsTheFirstWrongByte feeds text in pieces of all sizes.
func TestInputFindsTheFirstWrongByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom([]byte("a\n{\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x87\xba\xff\xef\xbb\xbf")), 0, 30).Draw(t,
			"bytes"))
		src := sourceOf(t, s)
		in := newInput(src)
		if rapid.Bool().Draw(t, "byte by byte") {
			in.r = iotest.OneByteReader(in.r)
		}
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
		if utf8.ValidString(text) != (err == nil) || in.bad.IsZero() != (err == nil) {
			t.Fatalf("%q: error %v, %q", s, err, in.bad)
		}
		if !strings.HasPrefix(text, string(got)) || len(got) < good-utf8.UTFMax || err == nil && string(got) != text {
			t.Fatalf("%q: passed on %q", s, got)
		}
		line := 1 + strings.Count(text[:good], "\n")
		column := 1 + utf8.RuneCountInString(text[strings.LastIndex(text[:good], "\n")+1:good])
		if want := fmt.Sprintf("byte %d (line %d, character %d)", good, line, column); err != nil && !strings.Contains(in.bad.String(), want) {
			t.Fatalf("%q: %s, want %s", s, in.bad, want)
		}
	})
}

// sourceOf returns a document that lies in memory.
func sourceOf(t interface{ Fatal(args ...any) }, s string) *source {
	src, err := newSource(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestHalvesOfCharactersAreFound compares with what the decoder makes of an escape: U+FFFD, where there was none.
func TestHalvesOfCharactersAreFound(t *testing.T) {
	parts := []string{"a", "é", `\ud83d`, `\uDe00`, `\u0041`, `\\`, `\"`, `\n`, `\uD83D`, `\udc00`, "u", "d83d"}
	rapid.Check(t, func(t *rapid.T) {
		s := `{"a": "` + strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 8).Draw(t, "parts"), "") + `"}`
		var value map[string]string
		if err := json.Unmarshal([]byte(s), &value); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		lost := strings.ContainsRune(value["a"], utf8.RuneError)
		in := newInput(sourceOf(t, s))
		if rapid.Bool().Draw(t, "byte by byte") {
			in.r = iotest.OneByteReader(in.r)
		}
		got, err := io.ReadAll(in)
		if (err != nil) != lost || lost != strings.Contains(in.bad.String(), "one half of a character") {
			t.Fatalf("%s: %v, %q; a half is lost: %t", s, err, in.bad, lost)
		}
		if lost && json.Unmarshal(got, &value) == nil {
			t.Fatalf("%s: what is passed on is a document: %s", s, got)
		}
	})
}

func TestInputIsBounded(t *testing.T) {
	in := newInput(sourceOf(t, strings.Repeat(" ", 100)))
	in.limit = 64
	if _, err := io.ReadAll(in); err == nil || !strings.HasPrefix(in.bad.String(), "The document is larger than") {
		t.Errorf("a long document: %v, %q", err, in.bad)
	}
}

func TestReadFailure(t *testing.T) {
	broken := errors.New("the disk is gone")
	in := newInput(sourceOf(t, ""))
	in.r = io.MultiReader(strings.NewReader(`{"standpoint": 1, `), iotest.ErrReader(broken))
	var got []error
	(&Document{src: in.src}).read(in, func(_ exchange.Row, err error) bool {
		got = append(got, err)
		return true
	})
	if len(got) != 1 || !errors.Is(got[0], broken) {
		t.Errorf("got %v, want the error of the reader", got)
	}
}
