package render

import "strings"

// Words are what a format says by itself, beside what the document says.
type Words struct {
	Language string // BCP 47
	Contents string // above a table of contents
	Notes    string // above footnotes, and of the notes beside a text
	Note     string // of one: "Note %d"
	Back     string // from a footnote to its sign
	Page     string // "Page %d of %d": which, and of how many
	Signs    string // the sentence of a document in which signs stand in the place of characters that cannot be shown
}

// wordings has a language in each line, the usual one first.
var wordings = []Words{
	{
		Language: "en", Contents: "Contents", Notes: "Notes", Note: "Note %d", Back: "Back to the text", Page: "Page %d of %d",
		Signs: "Characters that cannot be shown stand as their signs: ␛ for U+001B, <U+202E> for others.",
	},
	{
		Language: "de", Contents: "Inhalt", Notes: "Anmerkungen", Note: "Anmerkung %d", Back: "Zurück zum Text", Page: "Seite %d von %d",
		Signs: "Zeichen, die sich nicht darstellen lassen, sind durch Symbole ersetzt: ␛ für U+001B, <U+202E> für andere.",
	},
}

// WordsIn returns the words in a language, BCP 47; in English where there are none in it.
func WordsIn(language string) Words {
	base, _, _ := strings.Cut(language, "-")
	for _, w := range wordings {
		if w.Language == base {
			return w
		}
	}
	return wordings[0]
}
