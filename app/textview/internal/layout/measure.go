package layout

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

func (r *Row) measure() {
	for i := range r.pieces {
		p := &r.pieces[i]
		if p.space {
			p.width = r.widths.spaces(r.Text[p.from:p.to])
		} else {
			p.standIn = r.widths.needsStandIn(r.Text[p.from:p.to])
			p.width = r.widths.in(r.Text[p.from:p.to], p.standIn)
		}
	}
}

// cut finds the words and the spaces between them.
func (r *Row) cut() {
	at, start := 0, 0
	for at < len(r.Text) {
		first, size := utf8.DecodeRuneInString(r.Text[at:])
		end, points := at+size, 1
		space := spaceAt(r.Text, at)
		for end < len(r.Text) && (first != '\t' || !space) {
			next, size := utf8.DecodeRuneInString(r.Text[end:])
			if spaceAt(r.Text, end) != space || (space && next == '\t') ||
				(!space && end-at >= longestToken && isClusterBoundary(r.Text[at:], end-at)) {
				break
			}
			end += size
			points++
		}
		r.pieces = append(r.pieces, piece{from: at, to: end, start: start, space: space})
		at, start = end, start+points
	}
	for i := len(r.pieces) - 1; i >= 0 && r.pieces[i].space; i-- {
		r.pieces[i].hanging = !r.Last || r.Empty
	}
}

func isClusterBoundary(s string, at int) bool {
	state := -1
	for rest, length := s, 0; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		length += len(cluster)
		if length >= at {
			return length == at
		}
	}
	return true
}
