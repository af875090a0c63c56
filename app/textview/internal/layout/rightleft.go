package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// splitByLevel cuts pieces where the direction changes within them, and words
// from right to left where letters meet what is none.
func (r *Row) splitByLevel(levels []uint8, base uint8) {
	var split []piece
	for _, p := range r.pieces {
		for _, q := range r.levelPieces(p, levels) {
			if q.space || !q.rightToLeft() {
				split = append(split, q)
				continue
			}
			split = append(split, r.letterPieces(q)...)
		}
	}
	resetSpaces(r.Text, split, base)
	r.pieces = split
	r.measure()
}

// resetSpaces applies rule L1 of UAX #9: tabs, and white space before them and
// at the end of the row, run as the line does.
func resetSpaces(s string, pieces []piece, base uint8) {
	atEnd := true
	for i := len(pieces) - 1; i >= 0; i-- {
		p := &pieces[i]
		atEnd = p.space && (atEnd || s[p.from] == '\t')
		if atEnd {
			p.level = base
		}
	}
}

func (r *Row) levelPieces(p piece, levels []uint8) []piece {
	var out []piece
	from, start := p.from, p.start
	for from < p.to {
		to := from
		points := 0
		for to < p.to && levels[to] == levels[from] {
			_, size := utf8.DecodeRuneInString(r.Text[to:])
			to += size
			points++
		}
		q := p
		q.from, q.to, q.start, q.level = from, to, start, levels[from]
		out = append(out, q)
		from, start = to, start+points
	}
	return out
}

// letterPieces cuts a word from right to left so that letters, which must stay
// together to be joined, share a piece with nothing else, and all else is one
// grapheme cluster a piece. Fyne draws the parts of a string that come from
// different fonts in the order of the text, from left to right, and the full
// stop after a Hebrew word is often in another font than the word.
func (r *Row) letterPieces(p piece) []piece {
	var out []piece
	start, state := p.start, -1
	before := unicode.Common
	for at, rest := p.from, r.Text[p.from:p.to]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		script := scriptOf(cluster)
		if last := len(out) - 1; last >= 0 && script != nil && script == before {
			out[last].to += len(cluster)
		} else {
			q := p
			q.from, q.to, q.start, q.sign = at, at+len(cluster), start, script == nil
			out = append(out, q)
		}
		before = script
		at += len(cluster)
		start += utf8.RuneCountInString(cluster)
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

const (
	rightToLeftMark = "\u200f"
	joiner          = "\u200d"
	wordJoiner      = "\u2060"
)

// drawn is the string to draw for a part of the piece. Fyne puts a string on the
// baseline of the fonts that it takes for it; the invisible sign at its
// beginning makes the text's font one of them, so that a sign from another font
// is not higher than the words beside it.
func (p piece) drawn(part string, cutBefore, cutAfter bool) string {
	switch {
	case p.level == 0:
		return part
	case !p.rightToLeft():
		return wordJoiner + part
	case p.sign:
		return wordJoiner + mirrored(part)
	}
	return rightToLeft(part, cutBefore, cutAfter)
}

// rightToLeft makes the shaper read all of a word from right to left, and join
// its letters to those that were cut off at either end.
func rightToLeft(word string, cutBefore, cutAfter bool) string {
	if cutBefore {
		word = joiner + word
	}
	if cutAfter {
		word += joiner
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
