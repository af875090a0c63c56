package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func wordsOf(s string) []string {
	b, err := NewBody(s)
	if err != nil {
		return nil
	}
	var found []string
	for pos := 0; pos < b.Len(); {
		end := b.NextWord(pos)
		start := b.PrevWord(end)
		if start < pos {
			break
		}
		found = append(found, b.Slice(Span{start, end}))
		pos = end
	}
	return found
}

func TestWordStepsGoFromWordToWord(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"English", "Velia’s can't-do: 3.5 per cent!", []string{"Velia’s", "can't", "do", "3.5", "per", "cent"}},
		{"lines", "one\n\n two", []string{"one", "two"}},
		{"Ukrainian", "п’ять об’єктів", []string{"п’ять", "об’єктів"}},
		{"Arabic", "مُحَمَّد قال", []string{"مُحَمَّد", "قال"}},
		{"Devanagari", "हिन्दी में", []string{"हिन्दी", "में"}},
		{"Thai", "กินข้าว แล้ว", []string{"กินข้าว", "แล้ว"}},
		{"Han", "政府 说", []string{"政", "府", "说"}},
		{"katakana", "タワーは", []string{"タワー", "は"}},
		{"emoji", "go 👨‍👩‍👧 on", []string{"go", "on"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wordsOf(test.text)); diff != "" {
				t.Errorf("words of %q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

func TestWordAt(t *testing.T) {
	for in, want := range map[string]string{
		"The min|ister said": "minister",
		"The| minister":      " ",
		"said|.":             ".",
		"line end|":          "end",
		"first|\nsecond":     "first",
		"first\n|second":     "second",
		"first\n|\nsecond":   "",
		"|":                  "",
		"a |cafe\u0301 b":    "cafe\u0301",
		"ข้าว|กิน":           "ข้าวกิน",
		"la 👨‍👩‍|👧 la":       "👨‍👩‍👧",
	} {
		b, pos := cut(t, in)
		if got := b.Slice(b.WordAt(pos)); got != want {
			t.Errorf("WordAt in %q: %q, want %q", in, got, want)
		}
	}
}

func TestWordsAgreeWithTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		var all []Span
		b.words(0, func(word Span, _ string) bool {
			all = append(all, word)
			return true
		})
		for _, word := range all {
			for pos := word.Start; pos < word.End; pos++ {
				if b.RuneAt(pos) == '\n' {
					continue
				}
				if got := b.WordAt(pos); got != word {
					t.Fatalf("WordAt(%d) in %+q: %v, want %v", pos, b.String(), got, word)
				}
			}
		}
	})
}

func TestWholeWordsCutNone(t *testing.T) {
	for in, want := range map[string]string{
		"The mi|nister sa|id.":    "minister said",
		"The| minister| said":     " minister",
		"He ca|n't. 3|.5":         "can't. 3.5",
		"قال الو|زير إن المي|ناء": "الوزير إن الميناء",
		"政|府|说":                   "府",
		"กิน|ข้าว แ|ล้ว":          "ข้าว แ", // where its words end only a dictionary knows
		"||":                      "",
	} {
		parts := strings.SplitN(in, "|", 3)
		start := len([]rune(parts[0]))
		b, err := NewBody(strings.ReplaceAll(in, "|", ""))
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Slice(b.WholeWords(Span{start, start + len([]rune(parts[1]))})); got != want {
			t.Errorf("%q grew to %q, want %q", in, got, want)
		}
	}
}
