package layout

import (
	"strings"
	"unicode/utf8"

	"standpoint/app/direction"
	"standpoint/store/text"
)

// Run is a part of a row to draw as one string.
type Run struct {
	Span     text.Span
	Text     string
	X, Width float32
	StandIn  bool // in the font that stands in for the text's
}

// Runs are what to draw of the row. Words from right to left are runs of their
// own, and so is each sign beside them, and each word in the font that stands in, as
// the spaces of the fonts behind it are of any width; everything else is as long as
// it can be, so that it is kerned.
func (r *Row) Runs() []Run {
	return r.RunsCut(nil)
}

// RunsCut are the runs of the row, cut at the given positions of the body
// too, so that the parts can be drawn in different colours. The positions are
// in ascending order.
func (r *Row) RunsCut(cuts []int) []Run {
	var runs []Run
	open := -1 // piece with which a run from left to right began
	flush := func(to int) {
		if open >= 0 {
			runs = append(runs, r.cutRun(open, to, cuts)...)
			open = -1
		}
	}
	for i, p := range r.pieces {
		tab := p.space && r.Text[p.from] == '\t'
		switch {
		case tab || p.hanging:
			flush(i)
		case p.rightToLeft():
			flush(i)
			if !p.space {
				runs = append(runs, r.cutRun(i, i+1, cuts)...)
			}
		case open >= 0 && (r.pieces[open].level != p.level || r.pieces[open].standIn || !p.space && p.standIn):
			flush(i)
			if !p.space {
				open = i
			}
		case open < 0 && !p.space:
			open = i
		}
	}
	flush(len(r.pieces))
	return runs
}

// cutRun is the run of pieces from..to, cut at positions within it.
func (r *Row) cutRun(from, to int, cuts []int) []Run {
	first, last := r.pieces[from], r.pieces[to-1]
	whole := text.Span{
		Start: r.Span.Start + first.start,
		End:   r.Span.Start + last.start + utf8.RuneCountInString(r.Text[last.from:last.to]),
	}
	var runs []Run
	start, startByte := whole.Start, first.from
	add := func(end, endByte int) {
		shown := r.widths.drawn(r.Text[startByte:endByte])
		part := text.Span{Start: start, End: end}
		start, startByte = end, endByte
		if strings.TrimFunc(shown, isSpace) == "" {
			return
		}
		shown = direction.Drawn(direction.Part{Text: shown, Sign: first.sign}, first.level, part.Start > whole.Start, part.End < whole.End)
		box := r.box(part, from, to)
		runs = append(runs, Run{Span: part, Text: shown, X: box.X, Width: box.Width, StandIn: first.standIn})
	}
	for _, cut := range cuts {
		if cut > start && cut < whole.End {
			add(cut, startByte+byteOffset(r.Text[startByte:], cut-start))
		}
	}
	add(whole.End, last.to)
	return runs
}
