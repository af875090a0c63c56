package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFindAll(t *testing.T) {
	for _, test := range []struct {
		name, text, query string
		want              []string
	}{
		{"case", "Peace, PEACE and peace", "peace", []string{"Peace", "PEACE", "peace"}},
		{"part of a word", "unpeaceful", "peace", []string{"peace"}},
		{"accents", "café, cafe\u0301s", "CAFE", []string{"café", "cafe\u0301"}},
		{"accents in the query", "resume", "résumé", []string{"resume"}},
		{"yo", "Всё ещё", "еще", []string{"ещё"}},
		{"short i", "мой мои", "мои", []string{"мои"}},
		{"Turkish", "İstanbul ıstanbul", "istanbul", []string{"İstanbul", "ıstanbul"}},
		{"ligature", "the oﬃce", "ffi", []string{"ﬃ"}},
		{"part of a ligature", "the oﬃce of", "f", []string{"ﬃ", "f"}},
		{"apostrophe", "Velia’s plan", "velia's", []string{"Velia’s"}},
		{"quotation marks", "“No,” he said", `"no,"`, []string{"“No,”"}},
		{"grows on folding", "ß½ß straße x", "x", []string{"x"}},
		{"shrinks on folding", "e\u0301e\u0301 مُحَمَّد x", "x", []string{"x"}},
		{"Arabic without vowels", "قال مُحَمَّد نعم", "محمد", []string{"مُحَمَّد"}},
		{"Han", "北京市政府", "政府", []string{"政府"}},
		{"Hangul", "대한민국", "민국", []string{"민국"}},
		{"Hangul in parts", "\u1112\u1161\u11AB국", "한국", []string{"\u1112\u1161\u11AB국"}},
		{"consonant alone", "कि", "क", []string{"कि"}},
		{"emoji of a family", "a👨‍👩‍👧b", "👩", []string{"👨‍👩‍👧"}},
		{"each grapheme once", "a👨‍👨‍👧b", "👨", []string{"👨‍👨‍👧"}},
		{"no overlaps", "aaaa", "aa", []string{"aa", "aa"}},
		{"across words", "the peace plan", "e p", []string{"e p", "e p"}},
		{"empty", "abc", "", nil},
		{"blank", "a b", " ", nil},
		{"only marks", "a\u0301", "\u0301", nil},
		{"nowhere", "abc", "x", nil},
		{"in nothing", "", "x", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := mustBody(t, test.text)
			var got []string
			for _, s := range FindAll(b, test.query) {
				got = append(got, b.Slice(s))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatStandsThereIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		s := b.Snap(anySpan(t, b))
		query := b.Slice(s)
		hits := FindAll(b, query)
		if len(hits) == 0 && strings.TrimSpace(Fold(query)) != "" {
			t.Fatalf("%+q is not found in %+q", query, b.String())
		}
		end := 0
		for _, hit := range hits {
			if hit.Start < end || hit.Empty() || b.Snap(hit) != hit {
				t.Fatalf("hits %v overlap or cut a grapheme", hits)
			}
			if !strings.Contains(Fold(b.Slice(hit)), Fold(query)) {
				t.Fatalf("%+q is found as %+q", query, b.Slice(hit))
			}
			end = hit.End
		}
	})
}

func TestPlacesAgreeWithFoldingUpTo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBody(t)
		p := places{folded: b.folded()}
		for offset := range p.s {
			start, end := p.of(offset)
			if start < 0 || start >= end || end > b.Len() {
				t.Fatalf("byte %d of the fold came from %d to %d of %d", offset, start, end, b.Len())
			}
			if before := len(Fold(b.Slice(Span{0, start}))); before > offset {
				t.Fatalf("byte %d of the fold came from %d, but what stands before folds to %d bytes", offset, start, before)
			}
			if through := len(Fold(b.Slice(Span{0, end}))); through <= offset {
				t.Fatalf("byte %d of the fold came from up to %d, which folds to %d bytes", offset, end, through)
			}
		}
	})
}
