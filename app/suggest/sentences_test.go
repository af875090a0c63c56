package suggest_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// sentencesByLanguage are the lines of the articles by which rules are made, cut where a sentence or a clause may end.
func sentencesByLanguage(t *testing.T) map[string][]string {
	articles, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	ends := func(r rune) bool { return strings.ContainsRune(".\n", r) }
	all := map[string][]string{}
	for i := range articles {
		if a := &articles[i]; !a.Kept {
			all[a.Language] = append(all[a.Language], strings.FieldsFunc(a.Body.String(), ends)...)
		}
	}
	return all
}

// Sentences as people write them, in whatever order, cut off anywhere and in whatever language they are said to be, are read, and what is
// proposed stands in them.
func TestSentencesOfArticlesInAnyOrderAreRead(t *testing.T) {
	known := suggest.Know(map[store.ID]store.Name{{15: 1}: {ID: store.ID{15: 1}, Name: "Mara Ellin", Kind: store.ActorPerson}})
	languages := []string{"en", "de", "fr", "es", "uk", "ru"}
	sentences := sentencesByLanguage(t)
	rapid.Check(t, func(t *rapid.T) {
		written := rapid.SampledFrom(languages).Draw(t, "written")
		language := rapid.SampledFrom(append(languages, written, written, written, written, "", "it")).Draw(t, "language")
		words := rapid.SliceOfN(rapid.SampledFrom(sentences[written]), 1, 6).Draw(t, "sentences")
		body := []rune(strings.Join(words, rapid.SampledFrom([]string{". ", ".\n", "\n", ", ", ": ", " "}).Draw(t, "between")))
		if rapid.Bool().Draw(t, "cut") {
			body = body[rapid.IntRange(0, len(body)/2).Draw(t, "from"):]
			body = body[:len(body)-rapid.IntRange(0, len(body)/2).Draw(t, "less")]
		}
		b, err := text.NewBody(string(body))
		if err != nil {
			t.Skip(err)
		}
		r := suggest.Reader{Known: known, Dates: true}
		for _, p := range r.Read(suggest.Text{Known: known, Body: b}, suggest.Facts{Published: "2031-03-04", Language: language}) {
			if wrong := breaches(b, p); len(wrong) > 0 {
				t.Fatalf("%q: %s", b.String(), wrong)
			}
		}
	})
}

// Every sentence by itself, from each of its words on and up to each of them, is read: what stands at an end of a text has nothing beyond
// it.
func TestEveryPartOfASentenceIsReadAsATextOfItsOwn(t *testing.T) {
	known := suggest.Know(nil)
	const longest = 40 // words
	for language, sentences := range sentencesByLanguage(t) {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			r := suggest.Reader{Known: known, Dates: true}
			for _, sentence := range sentences {
				words := strings.Fields(sentence)
				words = words[:min(len(words), longest)]
				for i := range words {
					for _, part := range [][]string{words[i:], words[:i+1]} {
						b, err := text.NewBody(strings.Join(part, " "))
						if err != nil {
							continue
						}
						r.Read(suggest.Text{Known: known, Body: b}, suggest.Facts{Published: "2031-03-04", Language: language})
					}
				}
			}
		})
	}
}
