package candidates

import (
	"strings"
	"time"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Piece is some words of a text.
type Piece struct {
	Text   string
	Differ bool // the other text has others, or none
}

// Pair is a paragraph of a text beside that of another; one of them may be empty.
type Pair struct{ Left, Right []Piece }

// Differences puts two texts beside one another, paragraph by paragraph, and marks the words that differ.
func Differences(left, right string) []Pair {
	const patience = 2 * time.Second // after which what is left is one difference
	var table wordTable
	a, b := table.coded(left), table.coded(right)
	d := diffmatchpatch.New()
	d.DiffTimeout = patience
	var w pairWriter
	for _, part := range d.DiffMainRunes(a, b, false) {
		for _, code := range part.Text {
			w.word(table.words[code-firstCode], part.Type)
		}
	}
	w.flush()
	return w.pairs
}

// wordTable gives each word a character that stands for it, so that words are compared as a whole.
type wordTable struct {
	codes map[string]rune
	words []string
}

// firstCode begins a range of characters that is long enough for all words, and is valid in strings.
const firstCode = 0xE000

func (t *wordTable) coded(s string) []rune {
	if t.codes == nil {
		t.codes = map[string]rune{}
	}
	var list []rune
	for _, word := range splitWords(s) {
		code, have := t.codes[word]
		if !have {
			code = firstCode + rune(len(t.words)) //nolint:gosec // there are not so many words
			t.codes[word] = code
			t.words = append(t.words, word)
		}
		list = append(list, code)
	}
	return list
}

// splitWords splits a text into words, each with the spaces behind it, and line ends, which stand for themselves.
func splitWords(s string) []string {
	var list []string
	begin, spaces := 0, false
	for i, r := range s {
		switch {
		case r == '\n':
			if i > begin {
				list = append(list, s[begin:i])
			}
			list = append(list, "\n")
			begin, spaces = i+1, false
		case unicode.IsSpace(r):
			spaces = true
		case spaces || isUnspaced(r):
			if i > begin {
				list = append(list, s[begin:i])
			}
			begin, spaces = i, false
		}
	}
	if begin < len(s) {
		list = append(list, s[begin:])
	}
	return list
}

// pairWriter puts words into pairs of paragraphs.
type pairWriter struct {
	pairs []Pair
	pair  Pair
}

func (w *pairWriter) word(word string, of diffmatchpatch.Operation) {
	if word == "\n" {
		w.flush()
		return
	}
	if of != diffmatchpatch.DiffInsert {
		w.pair.Left = appendWord(w.pair.Left, word, of != diffmatchpatch.DiffEqual)
	}
	if of != diffmatchpatch.DiffDelete {
		w.pair.Right = appendWord(w.pair.Right, word, of != diffmatchpatch.DiffEqual)
	}
}

func appendWord(pieces []Piece, word string, differ bool) []Piece {
	if n := len(pieces); n > 0 && pieces[n-1].Differ == differ {
		pieces[n-1].Text += word
		return pieces
	}
	return append(pieces, Piece{word, differ})
}

// flush ends the present paragraphs.
func (w *pairWriter) flush() {
	if len(w.pair.Left)+len(w.pair.Right) > 0 {
		w.pairs = append(w.pairs, w.pair)
	}
	w.pair = Pair{}
}

// Words are the pieces as one text.
func Words(pieces []Piece) string {
	var s strings.Builder
	for _, p := range pieces {
		s.WriteString(p.Text)
	}
	return strings.TrimSpace(s.String())
}
