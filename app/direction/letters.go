package direction

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Part is a piece of a word that runs from right to left.
type Part struct {
	Text string
	Sign bool // no letters: one grapheme cluster
}

// Parts cuts a word from right to left so that letters, which must stay
// together to be joined, share a part with nothing else, and all else is one
// grapheme cluster a part. Fyne draws the parts of a string that come from
// different fonts in the order of the text, from left to right, and the full
// stop after a Hebrew word is often in another font than the word.
func Parts(word string) []Part {
	var out []Part
	at, state := 0, -1
	before := unicode.Common
	for rest := word; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		script := scriptOf(cluster)
		if last := len(out) - 1; last >= 0 && script != nil && script == before {
			end := len(word) - len(rest)
			out[last].Text = word[at:end]
		} else {
			at = len(word) - len(rest) - len(cluster)
			out = append(out, Part{Text: cluster, Sign: script == nil})
		}
		before = script
	}
	return out
}

// scriptOf is the script of a letter, or Common for one of a script that is
// rarely met beside others; nil if the cluster is no letter.
func scriptOf(cluster string) *unicode.RangeTable {
	r, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case !unicode.In(r, unicode.L, unicode.M, unicode.Cf):
		return nil
	case unicode.Is(unicode.Hebrew, r):
		return unicode.Hebrew
	case unicode.Is(unicode.Arabic, r):
		return unicode.Arabic
	}
	return unicode.Common
}

// Joiner makes a letter look as if another were joined to it there.
const Joiner = "\u200d"

const (
	rightToLeftMark = "\u200f"
	wordJoiner      = "\u2060"
)

// Drawn is the string to draw for a part of a line that has one level, or, with a cut before or after it, for a part of
// that part. Fyne puts a string on the baseline of the fonts that it takes for it; the invisible sign at its beginning
// makes the text's font one of them, so that a sign from another font is not higher than the words beside it.
func Drawn(p Part, level uint8, cutBefore, cutAfter bool) string {
	switch {
	case level == 0:
		return p.Text
	case level%2 == 0:
		return wordJoiner + p.Text
	case p.Sign:
		return wordJoiner + mirrored(p.Text)
	}
	return rightToLeft(p.Text, cutBefore, cutAfter)
}

// rightToLeft makes the shaper read all of a word from right to left, and join
// its letters to those that were cut off at either end.
func rightToLeft(word string, cutBefore, cutAfter bool) string {
	if cutBefore {
		word = Joiner + word
	}
	if cutAfter {
		word += Joiner
	}
	return rightToLeftMark + word + rightToLeftMark
}

// mirrored is a sign as it looks from right to left (rule L4), with the accents
// that stand on it.
func mirrored(sign string) string {
	r, size := utf8.DecodeRuneInString(sign)
	if other, ok := mirrorImages[r]; ok {
		return string(other) + sign[size:]
	}
	return sign
}

// mirrorImages are the signs of ordinary texts that have Bidi_Mirrored and
// another character as their mirror image.
var mirrorImages = bothWays(map[rune]rune{
	'(': ')', '[': ']', '{': '}', '<': '>', '«': '»', '‹': '›',
	'≤': '≥', '≪': '≫', '≲': '≳', '⁅': '⁆', '⁽': '⁾', '₍': '₎', '⟦': '⟧', '⟨': '⟩', '⟪': '⟫', '❨': '❩', '❲': '❳',
	'〈': '〉', '《': '》', '「': '」', '『': '』', '【': '】', '〔': '〕', '（': '）', '［': '］', '｛': '｝', '＜': '＞',
})

func bothWays(pairs map[rune]rune) map[rune]rune {
	both := make(map[rune]rune, 2*len(pairs))
	for a, b := range pairs {
		both[a], both[b] = b, a
	}
	return both
}
