package render

import (
	"fmt"
	"strings"
	"unicode"

	"standpoint/app/notes"
	"standpoint/store/text"
)

// signs puts a sign that can be seen in the place of each character that a format cannot hold, or that does harm to what stands
// around it: ␛ for U+001B, <U+202E> for what has no sign of its own. Line feeds and tabs stay. Every format has one for a document,
// lets all words through it, and says at the end what the signs mean if there are any.
type signs struct{ put bool }

// shown returns words with signs.
func (s *signs) shown(words string) string {
	seen := text.ShownAs(words, sign)
	if strings.ContainsFunc(seen, isNoncharacter) {
		var out strings.Builder
		for _, r := range seen {
			if isNoncharacter(r) {
				fmt.Fprintf(&out, "<U+%04X>", r)
				continue
			}
			out.WriteRune(r)
		}
		seen = out.String()
	}
	s.put = s.put || seen != words
	return seen
}

// pieces returns the words of each piece of a paragraph with signs. What turns the direction in one piece and is ended in another
// stays.
func (s *signs) pieces(paragraph []notes.Piece) []string {
	list := make([]string, len(paragraph))
	var whole strings.Builder
	for i, p := range paragraph {
		list[i] = p.Words
		whole.WriteString(p.Words)
	}
	if (&signs{}).shown(whole.String()) == whole.String() {
		return list
	}
	for i := range list {
		list[i] = s.shown(list[i])
	}
	return list
}

// said returns the sentence that says what the signs mean, in a language; "" if there are none.
func (s *signs) said(language string) string {
	if !s.put {
		return ""
	}
	return WordsIn(language).Signs
}

// sign returns the picture of a control character, or the number of what has none.
func sign(h text.Harm) string {
	switch {
	case h.Rune < ' ':
		return string('\u2400' + h.Rune)
	case h.Rune == unicode.MaxASCII:
		return "\u2421"
	}
	return h.String()
}

// isNoncharacter reports whether Unicode will never have a character there, so that XML and many programs refuse it.
func isNoncharacter(r rune) bool { return r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF }
