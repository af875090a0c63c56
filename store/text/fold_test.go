package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFoldSeesSpellingsAsOne(t *testing.T) {
	for _, spellings := range [][]string{
		{"cafe", "Café", "CAFÉ", "cafe\u0301", "ＣＡＦＥ"},
		{"istanbul", "İstanbul", "Istanbul", "ıstanbul", "ISTANBUL"},
		{"все еще", "Всё ещё", "ВСЁ ЕЩЁ", "все\u0301 еще"},
		{"мой", "Мой", "МОЙ", "мои\u0306", "мо\u0301й"},
		{"київ", "Київ", "КИЇВ", "киі\u0308в"},
		{"strasse", "Straße", "STRASSE", "STRAẞE"},
		{"lodz", "Łódź", "ŁÓDŹ"},
		{"final", "ﬁnal", "Final"},
		{"σοφοσ", "σοφος", "Σοφός", "ΣΟΦΟΣ"},
		{"velia's", "Velia’s", "Veliaʼs", "VELIA＇S"},
		{"don't", "don´t", "don\u1FFDt", "don′t"},
		{"\"no\"", "“No”", "„no“", "«NO»"},
		{"anti-war", "anti‑war", "anti–war", "Anti−War"},
		{"a b", "a\u00A0b", "a\u2009b"},
		{"word", "wo\u00ADrd", "w\u200Bord"},
		{"محمد", "مُحَمَّد", "محمـــد"},
		{"احمد", "أحمد"},
		{"'n", "ŉ"},
		{"12", "١٢", "۱۲", "１２"},
		{"שלום", "שָׁלוֹם"},
		{"ガス", "ｶﾞｽ", "カ\u3099ス"},
		{"한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "ㅎㅏ\u11AB글"},
		{"", "\u0301", "\u200D"},
	} {
		for _, s := range spellings {
			if got := Fold(s); got != spellings[0] {
				t.Errorf("Fold(%q): %q (%+q), want %q", s, got, got, spellings[0])
			}
		}
	}
}

func TestFoldKeepsLettersApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"й", "и"},
		{"ї", "і"},
		{"ґ", "г"},
		{"が", "か"},
		{"ぱ", "は"},
		{"한", "하"},
		{"कि", "क"},
		{"की", "कि"},
		{"กิน", "กน"},
		{"น้ำ", "นำ"},
		{"ў", "у"},
		{"ы", "и"},
	} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q fold to the same %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func TestFoldIgnoresCaseOfEveryCodePoint(t *testing.T) {
	full := cases.Fold()
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !unicode.IsLetter(r) {
			continue
		}
		want := Fold(string(r))
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if got := Fold(string(other)); got != want && unicode.IsLetter(other) {
				t.Fatalf("Fold(%q): %q, but Fold(%q): %q", other, got, r, want)
			}
		}
		if strings.ContainsRune(norm.NFD.String(string(r)), '\u0345') {
			continue // full case folding makes a letter of the iota under a vowel
		}
		if got := Fold(full.String(string(r))); got != want {
			t.Fatalf("Fold of %q in full case folding: %q, want %q", r, got, want)
		}
	}
}

func TestFoldOfAFoldIsTheSame(t *testing.T) {
	checkFold(t, "\u3145\ufcf3\u3159") // letters of a Hangul syllable, and what folds to nothing between them
	rapid.Check(t, func(t *rapid.T) {
		checkFold(t, anyText(t))
	})
}

func checkFold(t rapid.TB, s string) {
	once := Fold(s)
	if again := Fold(once); again != once {
		t.Fatalf("Fold(%+q): %+q, folded again: %+q", s, once, again)
	}
	if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) {
		t.Fatalf("Fold(%+q): %+q is not UTF-8 in NFC", s, once)
	}
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		if got := Fold(form.String(s)); got != once {
			t.Fatalf("Fold(%+q): %+q, but of its normal form %d: %+q", s, once, form, got)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range pieces {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || longestMarks(s) > 20 {
			t.Skip() // x/text breaks longer runs of marks up
		}
		checkFold(t, s)
		if tokens := SearchTokens(s); SearchTokens(tokens) != tokens && !strings.ContainsFunc(tokens, isUnspaced) {
			t.Fatalf("tokens %q change when they are taken again", tokens)
		}
	})
}

func longestMarks(s string) int {
	longest, run := 0, 0
	for _, r := range norm.NFKD.String(s) {
		if run++; !joins(r) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

func TestSearchTokens(t *testing.T) {
	for in, want := range map[string]string{
		"Velia’s “Peace-Plan”, 2025!": "velia s peace plan 2025",
		"Всё ещё":                     "все еще",
		"北京市政府":                       "北京 京市 市政 政府",
		"在 x":                         "在 x",
		"新冠COVID后":                    "新冠 covid 后",
		"タワーは高い":                      "タワ ワー ーは は高 高い",
		"กินข้าว":                     "กิน นข้ ข้า าว",
		"हिन्दी में":                  "हिन्दी में",
		"한국어 뉴스":                      "한국어 뉴스",
		" \n—":                        "",
		"no🇺🇦flag":                    "no flag",
	} {
		if got := SearchTokens(in); got != want {
			t.Errorf("SearchTokens(%q): %q, want %q", in, got, want)
		}
	}
}

// What is looked up must be among what was indexed.
func TestTokensOfAWordAreFoundInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := someOf(t, []string{"Velia", "мир", "政府", "กินข้าว", "हिन्दी", "سلام", "تُ", "café", "タワー"}, 8)
		all := " " + SearchTokens(strings.Join(words, ", ")) + " "
		for _, word := range words {
			if tokens := SearchTokens(strings.ToUpper(word)); !strings.Contains(all, " "+tokens+" ") {
				t.Fatalf("%q is not in %q", tokens, all)
			}
		}
	})
}
