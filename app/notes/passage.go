package notes

import (
	"slices"
	"strings"
)

// Piece is words of a Passage that the same marks cover.
type Piece struct {
	Words string
	Marks []int // of the passage's, in their order, that cover the words
	Begin []int // marks whose first word is the first of these
	End   []int // marks whose last word is the last of these
}

// Paragraphs returns the words of the passage in pieces, a paragraph each; lines without words are left out. A mark that covers no
// words begins and ends nowhere.
func (p Passage) Paragraphs() [][]Piece {
	words := []rune(p.Words)
	cuts := []int{0, len(words)}
	for _, m := range p.Marks {
		for _, s := range m.Spans {
			cuts = append(cuts, s.Start, s.End)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var paragraphs [][]Piece
	var paragraph []Piece
	end := func() {
		if len(paragraph) > 0 {
			paragraphs = append(paragraphs, paragraph)
		}
		paragraph = nil
	}
	open := p.covering(cuts)
	for i := 0; i+1 < len(cuts); i++ {
		lines := strings.Split(string(words[cuts[i]:cuts[i+1]]), "\n")
		for n, line := range lines {
			if n > 0 {
				end()
			}
			if line != "" && (strings.TrimSpace(line) != "" || len(paragraph) > 0) {
				paragraph = append(paragraph, Piece{Words: line, Marks: open[i]})
			}
		}
	}
	end()
	p.placeEnds(paragraphs)
	return paragraphs
}

// covering returns which marks cover the words from each cut to the next.
func (p Passage) covering(cuts []int) [][]int {
	open := make([][]int, len(cuts))
	for i, m := range p.Marks {
		for _, s := range m.Spans {
			from, _ := slices.BinarySearch(cuts, s.Start)
			for at := from; at < len(cuts) && cuts[at] < s.End; at++ {
				open[at] = append(open[at], i)
			}
		}
	}
	return open
}

// placeEnds says of each mark in which piece it begins and in which it ends.
func (p Passage) placeEnds(paragraphs [][]Piece) {
	first, last := make([]*Piece, len(p.Marks)), make([]*Piece, len(p.Marks))
	for _, paragraph := range paragraphs {
		for i := range paragraph {
			for _, m := range paragraph[i].Marks {
				if first[m] == nil {
					first[m] = &paragraph[i]
				}
				last[m] = &paragraph[i]
			}
		}
	}
	for m := range p.Marks {
		if first[m] != nil {
			first[m].Begin = append(first[m].Begin, m)
			last[m].End = append(last[m].End, m)
		}
	}
}
