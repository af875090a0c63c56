package text

import (
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestQueriesFindWhatStandsThere(t *testing.T) {
	for _, test := range []struct {
		name, text, query string
		want              []string
	}{
		{"phrase over a comma", "Kessel, said the minister.", `"Kessel said"`, []string{"Kessel, said"}},
		{"phrase over a line end", "Anna\nKessel said no.", `"anna kessel"`, []string{"Anna\nKessel"}},
		{"phrase that does not stand there", "Kessel has said", `"Kessel said"`, nil},
		{"words one after another first", "said Kessel. Kessel said so", "kessel said", []string{"Kessel said"}},
		{"words apart, in text order", "They said that Kessel left.", "kessel said", []string{"said", "Kessel"}},
		{"beginning of the last word", "The ceasefire holds", "cease", []string{"cease"}},
		{"whole word once it is ended", "The ceasefire holds", "cease ", nil},
		{"not within a word", "unceasing", "ceasing", nil},
		{"a word with a hyphen", "re-leased, leased again", "re-leased", []string{"re-leased"}},
		{"accents", "Café, cafe\u0301", "cafe", []string{"Café", "cafe\u0301"}},
		{"Han within a sentence", "他说停火协议已经生效。", "停火", []string{"停火"}},
		{"Han, longer than a pair", "他说停火协议已经生效。", "停火协议", []string{"停火协议"}},
		{"quotation not closed yet", "Kessel — said", `“Kessel sa`, []string{"Kessel — sa"}},
		{"nothing but marks", "a, b", `",.!"`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := mustBody(t, test.text)
			spans, _ := ParseQuery(test.query, nil).Find(b)
			var got []string
			for _, s := range spans {
				got = append(got, b.Slice(s))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsCopiedFromATextIsFoundInItAsAPhrase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		words := b.Slice(b.Snap(anySpan(t, b)))
		if strings.ContainsFunc(words, func(r rune) bool { return plainMark(r) == '"' }) {
			return
		}
		q := ParseQuery(words, nil)
		spans, found := q.Find(b)
		if parts := len(q.Sought()); q.IsPlain() && parts == 1 && found != (len(spans) > 0) {
			t.Fatalf("%+q is found: %v, at %v", words, found, spans)
		}
		end := 0
		for _, s := range spans {
			if s.Start < end || s.Empty() || b.Snap(s) != s {
				t.Fatalf("spans %v overlap, are empty or cut a grapheme", spans)
			}
			end = s.End
		}
	})
}

// Somebody may paste an article into the field for a search: ten times the words take ten times the memory.
func TestALongQueryTakesAsMuchMoreAsItIsLonger(t *testing.T) {
	for _, unit := range []string{"said ", "said AND ", "said OR heard ", "NOT said ", "said NEAR heard ", "(said) ", "sai* "} {
		taken := func(times int) uint64 {
			typed := strings.Repeat(unit, times)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			ParseQuery(typed, nil)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		if few, many := taken(500), taken(5000); many > 20*few {
			t.Errorf("%q: %d bytes for 500, %d for 5,000", unit, few, many)
		}
	}
}
