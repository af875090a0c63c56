package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pieces are what breaks careless handling of text, one of each kind.
var pieces = []string{
	"a", "Z", "the", " ", "  ", "\t", "\n", ".", ". ", "? ", ", ", "'", "’", "\"", "“", "”", "‘", "«", "»", "„", "-", "—", "U.S. ", "Dr. ",
	"3.5", "7",
	"é", "e\u0301", "o\u0323\u0302", "\u0301", "ß", "ı", "İ", "ﬁ", "ﳳ", "´", "Ａ", "½", "…",
	"ё", "й", "и\u0306", "Ї", "Привет", "ґ",
	"م", "مُ", "أ", "ـ", "\u200F", "٣", "שלום", "צה\"ל",
	"政", "府。", "「", "」", "が", "か\u3099", "ｶﾞ", "ア", "한", "ㅅ", "ㅙ", "\u1112\u1161\u11AB",
	"กิ", "น้ำ", "हि", "न्दी", "क\u094D\u200D", "\u0600", "\U000111C2",
	"😀", "👍🏽", "👨‍👩‍👧‍👦", "🏴\U000E0067\U000E0062\U000E007F", "🇺", "🇺🇦", "❤️", "1️⃣", "\u200D", "\u00AD", "𝔸", "\U00020BB7",
}

// anyText draws a text of such pieces.
func anyText(t *rapid.T) string {
	return strings.Join(someOf(t, pieces, 40), "")
}

// someOf draws up to limit of the strings, long lists as often as short ones.
func someOf(t *rapid.T, all []string, limit int) []string {
	n := rapid.IntRange(0, limit).Draw(t, "number")
	return rapid.SliceOfN(rapid.SampledFrom(all), n, n).Draw(t, "pieces")
}

// anyBody draws a body of such pieces.
func anyBody(t *rapid.T) *Body { return mustBodyOf(t, anyText(t)) }

func mustBodyOf(t *rapid.T, s string) *Body {
	b, err := NewBody(s)
	if err != nil {
		t.Fatalf("a text of pieces is no body: %v", err)
	}
	return b
}

// anySpan draws a span of the body, perhaps empty.
func anySpan(t *rapid.T, b *Body) Span {
	start := rapid.IntRange(0, b.Len()).Draw(t, "start")
	return Span{start, rapid.IntRange(start, b.Len()).Draw(t, "end")}
}

func mustBody(t testing.TB, s string) *Body {
	t.Helper()
	b, err := NewBody(s)
	if err != nil {
		t.Fatalf("NewBody: %v", err)
	}
	return b
}

// cut returns a body of s without the one '|' in it, and the position of that.
func cut(t testing.TB, s string) (*Body, int) {
	t.Helper()
	before, after, ok := strings.Cut(s, "|")
	if !ok {
		t.Fatalf("no | in %q", s)
	}
	return mustBody(t, before+after), len([]rune(before))
}
