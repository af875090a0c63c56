package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"standpoint/store/text"
)

// invented is a page of our own invention.
type invented struct {
	name   string
	layout layout
	story  story
	kept   bool // aside while the reader was written: its layout was not looked at
}

// inventedPages are fifty pages and more: every layout with three stories. Each third layout is kept aside.
func inventedPages() []invented {
	var pages []invented
	for i, l := range layouts {
		for n := range 3 {
			s := stories[(2*i+n*3)%len(stories)]
			pages = append(pages, invented{fmt.Sprintf("%s, %s %d", l.name, s.language, n), l, s, i%3 == 2})
		}
	}
	return pages
}

func (p invented) body() []string {
	if p.layout.body == nil {
		return captioned(p.story)
	}
	return p.layout.body(p.story)
}

func TestTheArticleOfAPageIsFoundInLayoutsOfManySites(t *testing.T) {
	const least, leastOfOne = 0.96, 0.85 // word F1
	pages := inventedPages()
	if len(pages) < 50 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, kept := range []bool{false, true} {
		sum, n, worst, where := 0.0, 0, 1.0, ""
		for _, p := range pages {
			if p.kept != kept {
				continue
			}
			d, err := parseOne(t, p.name, []byte(p.layout.page(p.story)), Options{})
			if err != nil {
				t.Errorf("%s: %v", p.name, err)
				continue
			}
			checkStorable(t, d)
			f := wordF1(strings.Join(p.body(), "\n"), d.Body)
			sum, n = sum+f, n+1
			if f < worst {
				worst, where = f, p.name
			}
			if f < leastOfOne {
				t.Errorf("%s: word F1 %.3f\n%s", p.name, f, d.Body)
			}
			if whole := wholeParagraphs(p.body(), d.Body); whole*5 < len(p.body())*4 {
				t.Errorf("%s: only %d of %d paragraphs stand by themselves\n%s", p.name, whole, len(p.body()), d.Body)
			}
			checkPageFields(t, p, d)
		}
		t.Logf("word F1 of %d pages (kept aside: %t): %.4f, the worst %.3f (%s)", n, kept, sum/float64(n), worst, where)
		if sum/float64(n) < least {
			t.Errorf("word F1 of %d pages (kept aside: %t) is %.4f, not %.2f", n, kept, sum/float64(n), least)
		}
	}
}

// wholeParagraphs is how many of these paragraphs are lines of a body.
func wholeParagraphs(paragraphs []string, body string) int {
	lines := strings.Split(strings.ReplaceAll(body, "• ", ""), "\n")
	n := 0
	for _, p := range paragraphs {
		if slices.Contains(lines, p) {
			n++
		}
	}
	return n
}

// checkPageFields demands what the page says of its article for programs, and nothing made up where it says nothing.
func checkPageFields(t *testing.T, p invented, d Draft) {
	t.Helper()
	a, s := d.Article, p.story
	for _, field := range []struct{ name, got, want string }{
		{"title", a.Title, s.title},
		{"source", a.Source, s.outlet},
		{"author", a.Author, s.author},
		{"date", string(a.Published), s.date},
		{"url", a.URL, s.url},
	} {
		if !strings.Contains(p.layout.says, field.name) {
			field.want = ""
		}
		if field.got != field.want {
			t.Errorf("%s: %s %q, want %q", p.name, field.name, field.got, field.want)
		}
	}
	if a.Language != s.language {
		t.Errorf("%s: language %q, want %q", p.name, a.Language, s.language)
	}
}

// wordF1 is how well the words of a text are found again, and only they: the harmonic mean of both shares. Of scripts without spaces each
// sign is a word.
func wordF1(want, got string) float64 {
	count := func(s string) map[string]int {
		counts := map[string]int{}
		for _, w := range wordsOf(s) {
			counts[w]++
		}
		return counts
	}
	a, b := count(want), count(got)
	both, all, found := 0, 0, 0
	for w, n := range a {
		both += min(n, b[w])
		all += n
	}
	for _, n := range b {
		found += n
	}
	if all+found == 0 {
		return 1
	}
	return 2 * float64(both) / float64(all+found)
}

func wordsOf(s string) []string {
	var words []string
	isEnd := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }
	for _, word := range strings.FieldsFunc(text.Fold(s), isEnd) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }) {
			words = append(words, strings.Split(word, "")...)
			continue
		}
		words = append(words, word)
	}
	return words
}

func TestWordF1CountsWhatIsMissingAndWhatIsTooMuch(t *testing.T) {
	for _, test := range []struct {
		want, got string
		f1        float64
	}{
		{"a b c d", "d c b a", 1},
		{"a b c d", "a b", 2.0 / 3},
		{"a b", "a b c d", 2.0 / 3},
		{"a", "", 0},
		{"港の会談", "港の会談", 1},
	} {
		if got := wordF1(test.want, test.got); got != test.f1 {
			t.Errorf("%q, %q: %v, want %v", test.want, test.got, got, test.f1)
		}
	}
	if words := wordsOf("港の会談"); !slices.Equal(words, []string{"港", "の", "会", "談"}) {
		t.Errorf("%q", words)
	}
}
