package text

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

// clusters returns the grapheme clusters of the whole text, from its start.
func clusters(s string) []Span {
	var found []Span
	pos := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		found = append(found, Span{pos, pos + len(g.Runes())})
		pos += len(g.Runes())
	}
	return found
}

func TestGraphemeStepsAgreeWithTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		for _, cluster := range clusters(b.String()) {
			for pos := cluster.Start; pos < cluster.End; pos++ {
				if got := b.NextGrapheme(pos); got != cluster.End {
					t.Fatalf("NextGrapheme(%d) of %+q: %d, want %d", pos, b.String(), got, cluster.End)
				}
				if got := b.PrevGrapheme(pos + 1); got != cluster.Start {
					t.Fatalf("PrevGrapheme(%d) of %+q: %d, want %d", pos+1, b.String(), got, cluster.Start)
				}
			}
		}
		if b.NextGrapheme(b.Len()) != b.Len() || b.PrevGrapheme(0) != 0 {
			t.Fatal("a step leads out of the body")
		}
	})
}

func TestSnapNeverCutsAGrapheme(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		s := anySpan(t, b)
		snapped := b.Snap(s)
		if !s.Empty() && (snapped.Start > s.Start || snapped.End < s.End) {
			t.Fatalf("Snap(%v): %v is not around it", s, snapped)
		}
		if s.Empty() != snapped.Empty() || b.Snap(snapped) != snapped {
			t.Fatalf("Snap(%v): %v, and again %v", s, snapped, b.Snap(snapped))
		}
		for _, cluster := range clusters(b.String()) {
			for _, edge := range []int{snapped.Start, snapped.End} {
				if cluster.Start < edge && edge < cluster.End {
					t.Fatalf("Snap(%v): %v cuts %v in %+q", s, snapped, cluster, b.String())
				}
			}
		}
	})
}

func TestSnapKeepsWhatOneSees(t *testing.T) {
	for _, test := range []struct {
		name, text string
		in         Span
		want       string
	}{
		{"flag", "a🇺🇦b", Span{2, 3}, "🇺🇦"},
		{"second of two flags", "🇩🇪🇺🇦", Span{3, 4}, "🇺🇦"},
		{"family", "👨‍👩‍👧‍👦!", Span{3, 4}, "👨‍👩‍👧‍👦"},
		{"accent", "cafe\u0301s", Span{2, 4}, "fe\u0301"},
		{"Hangul", "\u1112\u1161\u11AB글", Span{1, 2}, "\u1112\u1161\u11AB"},
		{"Devanagari", "हिन्दी", Span{0, 1}, "हि"},
		{"Thai", "กิน", Span{0, 1}, "กิ"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := mustBody(t, test.text)
			if got := b.Slice(b.Snap(test.in)); got != test.want {
				t.Errorf("Snap(%v): %q, want %q", test.in, got, test.want)
			}
		})
	}
}

// What lets a step look at its surroundings only must hold for every code point.
func TestStandingAloneIsTrueOfEveryCodePoint(t *testing.T) {
	before := []string{
		"a", "é", "\u0301", "م", "한", "\u1112", "\u1161", "क", "क\u094D", "क\u094D\u200D", "कि", "😀", "😀\u200D", "🇺", "🇺🇦",
		"\u200D", "政", "\u00AD",
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || r == '\r' {
			continue
		}
		if standsAlone(r) {
			for _, s := range before {
				if n := uniseg.GraphemeClusterCount(s + string(r)); n != uniseg.GraphemeClusterCount(s)+1 {
					t.Fatalf("%U is said to stand alone, but joins %+q", r, s)
				}
			}
		}
		if isSureEdge(' ', r) && uniseg.GraphemeClusterCount(" "+string(r)) != 2 {
			t.Fatalf("%U joins the space before it", r)
		}
		if joined := uniseg.GraphemeClusterCount(string(r)+"a") == 1; joined != isPrepended(r) {
			t.Fatalf("isPrepended(%U): %v", r, isPrepended(r))
		}
	}
}
