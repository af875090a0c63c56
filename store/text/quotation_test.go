package text

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func quoted(b *Body) []string {
	var found []string
	for _, q := range b.Quotations() {
		found = append(found, b.Slice(q.Inner))
	}
	return found
}

func TestQuotations(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"English", `She said “we agree” and “we sign”.`, []string{"we agree", "we sign"}},
		{"straight", `She said "we agree" and "we sign".`, []string{"we agree", "we sign"}},
		{"British", "‘We agree,’ she said.", []string{"We agree,"}},
		{"British straight", "'We don't agree,' she said.", []string{"We don't agree,"}},
		{"nested", "“He told us ‘never’ twice,” she said.", []string{"He told us ‘never’ twice,", "never"}},
		{"nested straight", `"He told us 'never' twice," she said.`, []string{"He told us 'never' twice,", "never"}},
		{"nested at the end", "“He said ‘never’”", []string{"He said ‘never’", "never"}},
		{"German", "Er sagte: „Wir nennen es ‚Frieden‘.“", []string{"Wir nennen es ‚Frieden‘.", "Frieden"}},
		{"German books", "Er sagte: »Wir nennen es ›Frieden‹.«", []string{"Wir nennen es ›Frieden‹.", "Frieden"}},
		{"Polish", "Powiedział: „Nie”.", []string{"Nie"}},
		{"Swedish", "Han sade ”nej” igen.", []string{"nej"}},
		{"Ukrainian", "«Ми „за“ мир», — сказав він.", []string{"Ми „за“ мир", "за"}},
		{"French", "Il a dit : « Nous disons “non” ».", []string{" Nous disons “non” ", "non"}},
		{"Japanese", "大臣は「『平和』だ」と述べた", []string{"『平和』だ", "平和"}},
		{"Chinese", "他说“同意”和‘不’", []string{"同意", "不"}},
		{"straight in Chinese", `他说"同意"了`, []string{"同意"}},
		{"apostrophes", "Velia’s envoy didn't see the ministers’ plan.", nil},
		{"apostrophe in quotation", "‘Velia’s plan’ was his word.", []string{"Velia’s plan"}},
		{"plural in quotation", "‘The ministers’ demands are serious,’ he said.", []string{"The ministers’ demands are serious,"}},
		{"plural ends it", "The ‘ministers’ left and so did I.", []string{"ministers"}},
		{"short years", "In the ’90s and '80s they said 'no' to it.", []string{"no"}},
		{"Hebrew acronym", `דובר צה"ל אמר "לא" היום`, []string{"לא"}},
		{"not closed", "“We agree, she said.\nAnd then ” more.", nil},
		{"inner not closed", "“He said ‘never,” she told us.", []string{"He said ‘never,"}},
		{"odd straight", `He said "no" and "maybe.` + "\n" + `She said "yes".`, []string{"no", "yes"}},
		{"continued", "“First part.\n“Second part.”", []string{"Second part."}},
		{"with emoji", "👨‍👩‍👧 said “no 🇺🇦”!", []string{"no 🇺🇦"}},
		{"empty", `She said "" and left.`, []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, quoted(mustBody(t, test.text))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuotationAtIsTheInnermost(t *testing.T) {
	for in, want := range map[string]string{
		"“He said ‘ne|ver’ twice,” she said.": "never",
		"“He said |‘never’ twice,” she said.": "never",
		"“He said ‘never’| twice,” she said.": "He said ‘never’ twice,",
		"|“He said no,” she said.":            "He said no,",
	} {
		b, pos := cut(t, in)
		q, ok := b.QuotationAt(pos)
		if got := b.Slice(q.Inner); !ok || got != want {
			t.Errorf("QuotationAt in %q: %q, %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"“No,”| she said.", "“No,”\nshe |said “yes”."} {
		b, pos := cut(t, in)
		if q, ok := b.QuotationAt(pos); ok {
			t.Errorf("QuotationAt in %q: %q", in, b.Slice(q.Inner))
		}
	}
}

func TestQuotationsAreNested(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		all := b.Quotations()
		for i, q := range all {
			if i > 0 && all[i-1].Outer.Start >= q.Outer.Start {
				t.Fatalf("out of order: %v", all)
			}
			if strings.Contains(b.Slice(q.Outer), "\n") {
				t.Fatalf("%q crosses a line", b.Slice(q.Outer))
			}
			for _, other := range all[:i] {
				if q.Outer.Overlaps(other.Outer) && q.Outer.Union(other.Inner) != other.Inner {
					t.Fatalf("%v and %v cross each other in %q", other, q, b.String())
				}
			}
		}
	})
}

func TestQuoting(t *testing.T) {
	const sentence = "The envoy said “we will never sign a paper of that kind in this town” on Friday."
	for _, test := range []struct {
		passage string
		want    Quoting
	}{
		{"“we will never sign a paper of that kind in this town”", Direct},
		{"we will never sign a paper of that kind in this town", Direct},
		{"said “we will never sign a paper of that kind in this town”", Direct},
		{"The envoy said “we will never sign", Mixed},
		{"The envoy said", Indirect},
		{"The envoy said “", Indirect},
	} {
		b := mustBody(t, "Tamm said ‘no’.\n"+sentence)
		span := FindAll(b, test.passage)[0]
		if got := b.Quoting(span); got != test.want {
			t.Errorf("Quoting(%q): %s, want %s", test.passage, got, test.want)
		}
	}
	b := mustBody(t, "“He told us ‘never ever’”, she said")
	if got := b.Quoting(Span{0, b.Len()}); got != Mixed {
		t.Errorf("nested quotations are counted twice: %s", got)
	}
}

// A line of nothing but marks must not take time that grows with its square.
func TestManyMarksInOneLine(t *testing.T) {
	for _, s := range []string{"“", "‘a", "s' a", "’ ", "«»", "\"", "s’ a "} {
		started := time.Now()
		mustBody(t, strings.Repeat(s, 100_000)).Quotations()
		if took := time.Since(started); took > 2*time.Second {
			t.Errorf("%q a hundred thousand times takes %v", s, took)
		}
	}
}
