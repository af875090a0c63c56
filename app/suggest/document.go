package suggest

import (
	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// Facts are what is known of the article whose text is read.
type Facts struct {
	Article   store.ID
	Published store.Date // "" if nobody knows
	Language  string     // a tag of BCP 47; "": by the text
	Source    string     // the outlet
}

// FactsOf are what is known of an article.
func FactsOf(a store.Article) Facts {
	return Facts{Article: a.ID, Published: a.Published, Language: a.Language, Source: a.Source}
}

// document is the text of an article, read once for all that may be annotated in it.
type document struct {
	Text
	Facts
	words     []word // of the whole text, in order
	apart     []bool // as words, those of phrases that stand between others, with the commas around them; nil if there are none
	written   []word // as words, with what names alone are read without: “l’avocate”; nil if there is none such
	guess     string // the language by the words, once it was asked for; "" if they do not tell
	guessed   bool
	tags      []tagger.Tag // of the words; none if the text is not English
	sentences []span2      // of the words
	quotes    []text.Quotation

	// How the words are written, for their names.
	begins, headline []bool                // as the words: the first of a sentence; of a line whose words are all written large
	adjectives       map[string][]string   // by their first letters, what may be called after a state
	ofState          map[string]stateSense // folded words that are spoken of as of a state
	ofFirm           map[string]bool       // folded words that are spoken of as of a company
	towns            map[string]bool       // folded words for states that are towns here; nil until that is asked for
	nouns            map[string]bool       // folded words that a German text has with an article
	noisy            bool                  // the text cares little for capitals, as posts do
	listings         listings              // names that the tables have
	stems            func(string) []string
	pairs            map[string]int  // how often two words stand with “and” after one “the”, once that was asked for
	within, small    map[string]bool // folded words that are written large within a sentence; that are written small

	whom       []mention // those whom it names, as they stand in it, once they were asked for
	said       *sayer    // once the statements were asked for
	timesFound []timed   // once they were asked for
	timesRead  bool
}

// mostOfSentence is how many words a sentence has at most: a longer one is a list or no prose at all, and is read in pieces.
const mostOfSentence = 400

// rest lets what is read wait for its turn.
func (d *document) rest() {
	if d.Rest != nil {
		d.Rest()
	}
}

// newDocument reads a text into words and sentences.
func newDocument(t Text, f Facts) *document {
	const lettersOfWord = 4 // at least, with its space and its share of marks
	d := &document{Text: t, Facts: f, quotes: t.Body.Quotations(), words: make([]word, 0, t.Body.Len()/lettersOfWord)}
	for _, line := range t.Body.Paragraphs() {
		d.rest()
		for s := range t.Body.Sentences(line) {
			first := len(d.words)
			d.words = append(d.words, wordsOf(t.Body, s)...)
			for ; len(d.words)-first > mostOfSentence; first += mostOfSentence {
				d.sentences = append(d.sentences, span2{first, first + mostOfSentence})
			}
			if len(d.words) > first {
				d.sentences = append(d.sentences, span2{first, len(d.words)})
			}
		}
	}
	d.english = judge(d.isEnglish())
	d.tag()
	d.full = fullNames{}
	for _, s := range d.sentences {
		if !d.isHeadline(s) {
			d.full.read(d.words[s[0]:s[1]])
		}
	}
	return d
}
