package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"standpoint/app/notes"
	"standpoint/store"
)

// marked is a passage while it is written.
type marked struct {
	*page
	notes.Passage
	lanes   []int       // of each mark: how far below the words its line runs
	beside  map[int]int // the marks that begin in the paragraph: the number of each there, from 0
	coders  bool        // whether more than one coder made the marks
	written []bool      // the marks whose comments were written
}

// passage writes the text with its marks in place, and beside each paragraph the comments of those that begin in it.
func (p *page) passage(of notes.Passage) {
	m := &marked{page: p, Passage: of, lanes: lanes(of.Marks), written: make([]bool, len(of.Marks))}
	m.coders = slices.ContainsFunc(of.Marks, func(x notes.Mark) bool { return x.By != of.Marks[0].By })
	for _, paragraph := range of.Paragraphs() {
		m.paragraph(paragraph)
	}
	var rest []int // of marks that cover no words
	for i, written := range m.written {
		if !written {
			rest = append(rest, i)
		}
	}
	m.beside = nil
	m.comments(rest)
}

// lanes gives each mark with a line below its words the first lane in which no other that reaches into its words runs.
func lanes(marks []notes.Mark) []int {
	of := make([]int, len(marks))
	var ends []int // where the last mark in each lane ends
	for i, m := range marks {
		if m.Kind == store.KindMention || len(m.Spans) == 0 {
			continue
		}
		lane := slices.IndexFunc(ends, func(end int) bool { return end <= m.Spans[0].Start })
		if lane < 0 {
			lane = len(ends)
			ends = append(ends, 0)
		}
		ends[lane] = m.Spans[len(m.Spans)-1].End
		of[i] = lane
	}
	return of
}

func (m *marked) paragraph(pieces []notes.Piece) {
	m.beside = map[int]int{}
	var begun []int
	for _, piece := range pieces {
		for _, i := range piece.Begin {
			m.beside[i] = len(begun)
			begun = append(begun, i)
		}
	}
	m.put(`<div class="beside"><p class="passage" dir="auto"`, attribute("lang", language(m.Language)), ">")
	shown := m.signs.pieces(pieces)
	for n, piece := range pieces {
		m.piece(piece, shown[n])
	}
	m.put("</p>")
	m.comments(begun)
	m.put("</div>\n")
}

// piece writes words within all marks that cover them: mentions, which are tinted, nearest to them.
func (m *marked) piece(piece notes.Piece, words string) {
	for _, i := range piece.Begin {
		if isAnchor(m.Marks[i].Anchor) {
			m.put(`<span`, attribute("id", textOf(m.Marks[i].Anchor)), `></span>`)
		}
		if sign := m.Marks[i].Sign(); sign != "" {
			m.put(`<span class="sign">`, sign, `</span>`)
		}
	}
	outside := slices.SortedFunc(slices.Values(piece.Marks), func(a, b int) int {
		mention := func(i int) int {
			if m.Marks[i].Kind == store.KindMention {
				return 1
			}
			return 0
		}
		return cmp.Or(mention(a)-mention(b), m.lanes[b]-m.lanes[a])
	})
	for _, i := range outside {
		m.put("<mark", attribute("class", m.class(i)), ">")
	}
	m.put(html.EscapeString(words), strings.Repeat("</mark>", len(outside)))
	for _, i := range piece.End {
		m.reference(i)
	}
}

// textOf returns the anchor of the words that a mark with an anchor marks; its own leads to the comment.
func textOf(anchor string) string { return "at_" + anchor }

// class returns how a mark looks: its kind, its colour, its lane, and which it is in its paragraph.
func (m *marked) class(i int) string {
	mark := m.Marks[i]
	class := fmt.Sprintf("%s c%d", kinds[mark.Kind], m.colours[mark.Colour])
	if mark.Kind != store.KindMention {
		class += fmt.Sprintf(" u%d", min(m.lanes[i], 3))
	}
	if k, here := m.beside[i]; here {
		class += fmt.Sprintf(" k%d", k)
	}
	return class
}

// kinds has the class of each kind of mark.
var kinds = map[store.Kind]string{
	store.KindHighlight: "highlight", store.KindMention: "mention", store.KindStatement: "statement", store.KindPosition: "position",
}

// reference writes the number of a mark behind its last words; it leads to the comment.
func (m *marked) reference(i int) {
	mark := m.Marks[i]
	if mark.Number == 0 {
		return
	}
	if !isAnchor(mark.Anchor) {
		m.put(fmt.Sprintf(`<sup class="ref">%d</sup>`, mark.Number))
		return
	}
	class := ""
	if k, here := m.beside[i]; here {
		class = attribute("class", fmt.Sprintf("k%d", k))
	}
	m.put(fmt.Sprintf(`<sup class="ref"><a href="#%s"%s%s>%d</a></sup>`, mark.Anchor, class,
		attribute("aria-label", fmt.Sprintf(m.words.Note, mark.Number)), mark.Number))
}

// comments writes what marks say.
func (m *marked) comments(of []int) {
	if len(of) == 0 {
		return
	}
	m.put(`<div class="margin">`)
	for _, i := range of {
		m.written[i] = true
		mark := m.Marks[i]
		class := "note c" + fmt.Sprint(m.colours[mark.Colour])
		words := "" // to which the comment leads
		if k, here := m.beside[i]; here {
			class += fmt.Sprintf(" k%d", k)
			if isAnchor(mark.Anchor) {
				words = textOf(mark.Anchor)
			}
		}
		m.put(`<div role="note"`, attribute("class", class), id(mark.Anchor), ">")
		for n, line := range mark.Lines {
			m.put("<p>")
			if n == 0 {
				m.put(number(mark.Number, words))
			}
			m.inline(line)
			if n == 0 && m.coders && mark.By != "" {
				m.put(`<span class="by"> · <bdi>`, m.escaped(mark.By), "</bdi></span>")
			}
			m.put("</p>")
		}
		m.put("</div>")
	}
	m.put("</div>")
}
