package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAPatternMarksWhatItMatchesInEveryScript(t *testing.T) {
	for _, test := range []struct {
		name, text, pattern string
		want                []string
	}{
		{"case is the same", "Ferry, FERRY, ferries", `ferr(y|ies)\b`, []string{"Ferry", "FERRY", "ferries"}},
		{"unless it says otherwise", "Ferry, ferry", `(?-i)ferry`, []string{"ferry"}},
		{"accents are what they are", "Café, cafe", `café`, []string{"Café"}},
		{"the ends of lines", "The end\nThe start", `^the \w+$`, []string{"The end", "The start"}},
		{"behind letters of several bytes", "Ёлка и мир, 停火 3,5 %", `[0-9],[0-9]`, []string{"3,5"}},
		{"Han", "他说停火协议已经生效", `停火.{2}`, []string{"停火协议"}},
		{"never a part of a letter", "cafe\u0301s", `e`, []string{"e\u0301"}},
		{"over the end of a line", "no\nyes", `no\s+yes`, []string{"no\nyes"}},
		{"nothing between letters", "aab", `x*`, nil},
		{"signs alone", "What???", `\?+`, []string{"???"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := ParsePattern(test.pattern)
			if err != nil {
				t.Fatal(err)
			}
			b := mustBody(t, test.text)
			var got []string
			for _, s := range p.Places(b) {
				got = append(got, b.Slice(s))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAWrongPatternSaysWhatIsWrongAndWhere(t *testing.T) {
	for typed, want := range map[string]string{
		`мир(a|b`:   "Regular expression: the bracket ( at character 4 is not closed.",
		`(a)[(](b`:  "Regular expression: the bracket ( at character 7 is not closed.",
		`(a)\(b)c`:  "Regular expression: the bracket ) at character 7 closes nothing.",
		`[]a)](b))`: "Regular expression: the bracket ) at character 9 closes nothing.",
		`ab[cd`:     "Regular expression: the set that begins with [ at character 3 is not closed.",
		`a|*b`:      "Regular expression: nothing stands before “*” at character 3 that could be repeated.",
		`a+b**`:     "Regular expression: “**” at character 4 repeats a repeat.",
		`a{2000}`:   "Regular expression: “{2000}” at character 2 repeats too often; 1,000 times is the most.",
		`x[z-a]`:    "Regular expression: “z-a” at character 3 is no range or class of characters.",
		`\\y\y`:     "Regular expression: “\\y” at character 4 cannot be read.",
		`é\`:        "Regular expression: nothing follows the backslash at character 2.",
		`(?<=a)b`:   "Regular expression: “(?<=a)b” at character 1 cannot be read.",
		`\p{Nope}`:  "Regular expression: “\\p{Nope}” at character 1 is no range or class of characters.",
	} {
		if _, err := ParsePattern(typed); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", typed, err, want)
		}
	}
}

func TestAPatternThatWouldTakeTooMuchIsRefused(t *testing.T) {
	long := make([]byte, LongestPattern+1)
	for i := range long {
		long[i] = 'a'
	}
	for _, typed := range []string{string(long), `((a{100}){100}){100}`} {
		if _, err := ParsePattern(typed); err == nil {
			t.Errorf("%.20s… is taken", typed)
		}
	}
}

// Whatever is typed is a pattern, or is said to be none.
func FuzzPattern(f *testing.F) {
	for _, typed := range []string{`(`, `)`, `[`, `a**`, `\`, `\Q(\E)`, `[^]]`, `(?P<x>a)`, `x{1001}`, "\xff", `\pN`} {
		f.Add(typed, "Ёлка (停火)")
	}
	f.Fuzz(func(t *testing.T, typed, s string) {
		b, err := NewBody(s)
		if err != nil {
			t.Skip()
		}
		p, err := ParsePattern(typed)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("nothing is said")
			}
			return
		}
		checkSpans(t, b, p.Places(b))
	})
}

// checkSpans wants spans in text order, without overlaps, none empty and none with a part of a letter.
func checkSpans(t rapid.TB, b *Body, spans []Span) {
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Empty() || s.End > b.Len() || b.Snap(s) != s {
			t.Fatalf("spans %v overlap, are empty or cut a letter of %+q", spans, b.String())
		}
		end = s.End
	}
}
