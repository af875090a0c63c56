package notesview

import (
	"strconv"
	"strings"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/store"
)

// tints are the names of the palette's colours by what they are on paper.
var tints = paletteByLine()

func paletteByLine() map[string]string {
	names := map[string]string{}
	for name, line := range notes.Shades() {
		names[line] = name
	}
	return names
}

// passage shows a paragraph of an article with its marks; their comments stand beside it, or below where there is no room.
func (v *rowView) passage(r row) {
	v.column = wideColumn
	var runs []control.Run
	for _, piece := range r.pieces {
		run := control.Run{Text: piece.Words, Serif: true, Size: look.TextSize + 1}
		if n := len(piece.Marks); n > 0 {
			m := r.marks[piece.Marks[n-1]]
			if run.Behind = tints[m.Colour]; run.Behind == "" {
				run.Behind = "grey"
			}
			run.Lined = m.Kind == store.KindStatement || m.Kind == store.KindPosition
		}
		runs = append(runs, run)
		for _, ends := range piece.End {
			m := r.marks[ends]
			runs = append(runs, control.Run{
				Text: m.Sign() + "[" + strconv.Itoa(m.Number) + "]", Size: look.CaptionSize, Bold: true, Tone: toneOf(m),
			})
		}
	}
	v.add(part{beside: len(r.begins) > 0, above: quoteGap}, runs...)
	for n, at := range r.begins {
		v.comment(r, n, r.marks[at])
	}
}

// toneOf is the palette's colour of a mark, in which its number is written.
func toneOf(m notes.Mark) string {
	if m.Stance != store.StanceUnset {
		return look.StanceOf(string(m.Stance), m.Conditional).Colour
	}
	return tints[m.Colour]
}

// comment shows what a mark says.
func (v *rowView) comment(r row, n int, m notes.Mark) {
	p := part{beside: true, column: 1, above: quoteGap}
	small := control.Run{Size: look.CaptionSize + 1}
	head := notes.Text{{Text: strings.TrimSpace(m.Sign()+" ["+strconv.Itoa(m.Number)+"]") + "  ", Style: notes.Strong}}
	for i, line := range r.cited[n] {
		if i == 0 {
			line = joined(head, line)
		}
		v.text(p, line, small)
		p.above = 0
	}
	if m.By != "" && r.coders {
		v.add(p, control.Caption(m.By))
	}
}

// lines are the paragraphs of words; none of nothing.
func lines(s string) []string {
	var list []string
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) != "" {
			list = append(list, line)
		}
	}
	return list
}
