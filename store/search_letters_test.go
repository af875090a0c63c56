package store_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"standpoint/store"
)

// What is typed is found however it is spelled in the text, and the marks stand on just those letters.
func TestASearchFindsAndMarksAWordInWhateverLettersItIsWritten(t *testing.T) {
	for _, c := range []struct{ letters, before, word, after, typed string }{
		{"Cyrillic yo", "Они ", "ещё", " спорят.", "еще"},
		{"Cyrillic ye for yo", "Они ", "еще", " спорят.", "ЕЩЁ"},
		{"Cyrillic with a stress", "Вот ", "за\u0301мок", " у реки.", "замок"},
		{"Ukrainian", "Місто ", "Київ", " чекає.", "київ"},
		{"Han within a sentence", "他说两国的", "停火", "协议已经生效。", "停火"},
		{"Han, a phrase", "他说两国的", "停火协议", "已经生效。", "停火协议"},
		{"kana", "彼は", "タワー", "を見た。", "タワー"},
		{"half-width kana", "彼は", "ｶﾞｽ", "を見た。", "ガス"},
		{"Thai", "เขา", "กินข้าว", "แล้ว", "กินข้าว"},
		{"Turkish dotted capital", "Dün ", "İSTANBUL", "’da toplandılar.", "istanbul"},
		{"Turkish dotless", "Dün ", "ISPARTA", "’da toplandılar.", "ısparta"},
		{"Turkish both", "Dün ", "Diyarbakır", "’da toplandılar.", "DİYARBAKIR"},
		{"Greek tonos", "Η ", "συμφωνία", " ισχύει.", "ΣΥΜΦΩΝΙΑ"},
		{"Greek final sigma", "Ο ", "λόγος", " του.", "λογοσ"},
		{"Greek polytonic", "Ἡ ", "ἀρχή", " τοῦ λόγου.", "αρχη"},
		{"Arabic harakat", "قال ", "مُحَمَّد", " ذلك.", "محمد"},
		{"Arabic alef with hamza", "قال ", "أحمد", " ذلك.", "احمد"},
		{"Arabic alef below", "ذهب ", "إلى", " هناك.", "الى"},
		{"Arabic tatweel", "قال ", "محمـــد", " ذلك.", "محمد"},
		{"Persian yeh and kaf", "او ", "یک", " نفر است.", "يك"},
		{"Hebrew niqqud", "הם רוצים ", "שָׁלוֹם", " עכשיו.", "שלום"},
		{"Vietnamese", "Ở ", "Việt", " Nam.", "viet"},
		{"Vietnamese d", "Trên ", "đường", " về.", "duong"},
		{"German sharp s", "In der ", "Straße", " steht es.", "strasse"},
		{"German capitals", "In der ", "STRASSE", " steht es.", "Straße"},
		{"German umlaut", "Frau ", "Müller", " sprach.", "muller"},
		{"Polish", "W ", "Łodzi", " i Gdańsku.", "lodzi"},
		{"Czech", "V ", "Příbrami", " mlčí.", "pribrami"},
		{"full width", "The ", "ＣＡＦＥ", " is shut.", "café"},
		{"ligature", "The ", "ﬁnal", " word.", "final"},
		{"Hangul", "어제 ", "한국", " 뉴스.", "한국"},
		{"Devanagari", "यह ", "हिन्दी", " में है।", "हिन्दी"},
		{"a soft hyphen within", "The ", "cease\u00adfire", " holds.", "ceasefire"},
		{"an emoji before", "👩‍👩‍👧 The ", "accord", " holds.", "accord"},
	} {
		for form, of := range map[string]norm.Form{"composed": norm.NFC, "decomposed": norm.NFD} {
			t.Run(c.letters+", "+form, func(t *testing.T) {
				p := newProject(t)
				body := of.String(c.before + c.word + c.after)
				do(t, p, "Add", func(b *store.Batch) error {
					_, err := b.AddArticle(store.Article{Title: "News"}, body)
					return err
				})
				hits, err := p.Search(t.Context(), store.SearchQuery{Text: c.typed})
				if err != nil || len(hits) != 1 {
					t.Fatalf("%s finds %d articles: %v", c.typed, len(hits), err)
				}
				want, letters := of.String(c.word), []rune(body)
				if s := hits[0].Span; string(letters[s.Start:s.End]) != want {
					t.Errorf("%s marks %q in the text, want %q", c.typed, string(letters[s.Start:s.End]), want)
				}
				if m, line := hits[0].Matches, []rune(hits[0].Snippet); len(m) != 1 || string(line[m[0].Start:m[0].End]) != want {
					t.Errorf("%s marks %v of %q", c.typed, m, hits[0].Snippet)
				}
			})
		}
	}
}
