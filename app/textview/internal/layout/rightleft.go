package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/direction"
	"standpoint/store/text"
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

func (r *Row) letterPieces(p piece) []piece {
	var out []piece
	at, start := p.from, p.start
	for _, part := range direction.Parts(r.Text[p.from:p.to]) {
		q := p
		q.from, q.to, q.start, q.sign = at, at+len(part.Text), start, part.Sign
		out = append(out, q)
		at += len(part.Text)
		start += utf8.RuneCountInString(part.Text)
	}
	return out
}

// ReadsRightToLeft says that a body does, as its first line with letters.
func ReadsRightToLeft(b *text.Body) bool {
	for _, line := range b.Paragraphs() {
		s := b.Slice(line)
		if strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			return direction.RightToLeft(s)
		}
	}
	return false
}
