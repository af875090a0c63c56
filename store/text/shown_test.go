package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"standpoint/store/text"
)

func TestWhatIsShownDoesNoHarm(t *testing.T) {
	for given, want := range map[string]string{
		"Mara Venn":                       "Mara Venn",
		"two\nlines\tand a tab":           "two\nlines\tand a tab",
		"\x1b[31mred":                     "<U+001B>[31mred",
		"bell\a, delete\x7f":              "bell<U+0007>, delete<U+007F>",
		"c1 \u009b31m":                    "c1 <U+009B>31m",
		"back \u202enneV":                 "back <U+202E>nneV",
		"sep\u2028arated":                 "sep<U+2028>arated",
		"not text \xe9.":                  "not text <E9>.",
		"\u2067שלום\u2069 said":           "\u2067שלום\u2069 said", // ends where it should
		"\u2067שלום":                      "<U+2067>שלום",
		"a\u2069b":                        "a<U+2069>b",
		"\u202bא\u2069":                   "<U+202B>א<U+2069>",
		"\u2067א\nב\u2069":                "<U+2067>א\nב<U+2069>",
		"\u200fעברית, soft\u00adhyphen":   "\u200fעברית, soft\u00adhyphen",
		"\ufffd is a sign like any other": "\ufffd is a sign like any other",
		"👩\u200d🚀":                        "👩\u200d🚀",
	} {
		if got := text.Shown(given); got != want {
			t.Errorf("%q is shown as %q, want %q", given, got, want)
		}
	}
}

func TestATitleMadeOfATextDoesNoHarm(t *testing.T) {
	if got := text.Title("\x1b[1mTalks\u202e begin.\a\nMore.", 80); got != "[1mTalks begin." {
		t.Errorf("the title is %q", got)
	}
	if got := text.Harmless("a\u009b\tb\n\xff"); got != "a\tb\n" {
		t.Errorf("without harm it is %q", got)
	}
}

func TestWhatIsShownIsShownAsItIs(t *testing.T) {
	signs := []rune("aя\n\t\x1b\a\u009b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u200b\u0301")
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.SampledFrom(signs)).Draw(t, "signs")) + rapid.SampledFrom([]string{"", "\xff", "\xe2\x82"}).Draw(t, "end")
		shown := text.Shown(s)
		if text.Shown(shown) != shown || !utf8.ValidString(shown) {
			t.Fatalf("%q is shown as %q", s, shown)
		}
		if strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			t.Fatalf("%q is shown as %q, with a control character", s, shown)
		}
		if _, harm := text.FirstHarm(s); harm != (shown != s || strings.ContainsAny(s, "\n\t")) {
			t.Fatalf("%q: harm %t, shown as %q", s, harm, shown)
		}
	})
}

func TestTheFirstHarmIsToldWithItsPlace(t *testing.T) {
	for line, want := range map[string]struct {
		position int
		sign     string
	}{
		"яв\x1b\a":      {2, "<U+001B>"},
		"a\tb\x1b":      {1, "<U+0009>"},
		"a\x1b\n":       {1, "<U+001B>"},
		"\u2067a\x1b":   {0, "<U+2067>"},
		"é\xe9":         {1, "<E9>"},
		"two\nlines":    {3, "<U+000A>"},
		"x\u2067y\tz":   {1, "<U+2067>"},
		"\u2067y\u2069": {-1, ""},
	} {
		h, found := text.FirstHarm(line)
		if found != (want.position >= 0) || found && (h.Position != want.position || h.String() != want.sign) {
			t.Errorf("%q: %v at %d, %t; want %v", line, h, h.Position, found, want)
		}
	}
}

func TestANameOfNothingButInvisibleSignsIsNotVisible(t *testing.T) {
	for _, name := range []string{
		"", " ", "\u200b", "\u0301", "\u00a0\u3000", "\u00ad\u2060\ufeff", "\u3164", "\u2800", "\u200f\u202e", "\ufe0f", "\U000E0041", "\x1b",
		"\xff", "\u0301\u200d\u034f",
	} {
		if text.IsVisible(name) {
			t.Errorf("%q counts as visible", name)
		}
	}
	for _, name := range []string{"V", "7", "Ω", "é", "e\u0301", "C++", "?", "🇳🇴", "☂", "नि", "ا", "한"} {
		if !text.IsVisible(name) {
			t.Errorf("%q counts as invisible", name)
		}
	}
}

func TestNamesThatLookAlikeHaveOneFold(t *testing.T) {
	for _, name := range []string{
		"Ve\u200bnn", "VENN", " Venn ", "Ve\u00adnn", "Ve\u034fnn", "\u2067Venn\u2069", "Ve\u3164nn", "Ve\x1bnn", "Venn\ufe0f", "\u2800Venn",
	} {
		if got := text.FoldName(name); got != "venn" {
			t.Errorf("%q folds to %q", name, got)
		}
	}
	if a, b := text.FoldName("Mara  Venn"), text.FoldName("Mara\u00a0\u200bVenn"); a != b || a != "mara venn" {
		t.Errorf("%q and %q", a, b)
	}
}
