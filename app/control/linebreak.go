package control

import (
	"slices"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"standpoint/app/direction"
)

// ellipsis ends a text that was cut.
const ellipsis = "…"

// widths measures a text in the style of the run with that index, in pixels.
type widths func(run int, s string) float32

// piece is what a line cannot be broken within: a word and the spaces after it.
type piece struct {
	run  int
	text string
	// glued pieces stay on the line of the one before: a comma after a bold name.
	glued bool
	cut   bool  // ends in an ellipsis of ours
	at    int32 // byte in all runs together
}

// segment is a part of a line in one style.
type segment struct {
	run   int
	text  string // as it is drawn
	x     float32
	width float32
}

// breakLines lays runs out in lines of at most that width. What does not fit into
// the last line is cut and ends in an ellipsis. It breaks where UAX #14 allows, and
// within a word only when the word alone is wider than a line. The segments of a line
// are in order from left to right; rightToLeft says that the text reads the other way. eachRun has runs read each on its own.
func breakLines(runs []string, width float32, maxLines int, eachRun bool, measure widths) (lines [][]segment, rightToLeft bool) {
	if slices.ContainsFunc(runs, direction.HasRightToLeft) {
		return turnedLines(runs, width, maxLines, eachRun, measure.apart)
	}
	eachLine(runs, width, maxLines, measure, func(line []piece) { lines = append(lines, join(line, measure)) })
	return lines, false
}

// eachLine hands out the pieces of each line.
func eachLine(runs []string, width float32, maxLines int, measure widths, line func([]piece)) {
	rest := pieces(runs)
	for n := 1; len(rest) > 0 && n <= maxLines; n++ {
		fit := fitting(rest, width, measure)
		switch {
		case fit == len(rest):
			line(rest)
			rest = nil
		case n == maxLines:
			line(cut(rest, width, measure))
			rest = nil
		case fit == 0:
			head, tail := divide(rest[0], width, measure)
			line([]piece{head})
			if rest = rest[1:]; tail.text != "" {
				rest = append([]piece{tail}, rest...)
			}
		default:
			line(rest[:fit])
			rest = rest[fit:]
		}
	}
}

// pieces divides runs at their possible line breaks; a line feed counts as a space.
func pieces(runs []string) []piece {
	var all []piece
	open := false // the last piece may go on
	at := 0
	for run, text := range runs {
		text = strings.ReplaceAll(text, "\n", " ")
		state := -1
		for len(text) > 0 {
			var part string
			part, text, _, state = uniseg.FirstLineSegmentInString(text, state)
			all = append(all, piece{run: run, text: part, glued: open, at: int32(at)})
			at += len(part)
			open = false
		}
		if len(all) > 0 {
			end := all[len(all)-1].text
			open = strings.TrimRightFunc(end, unicode.IsSpace) == end
		}
	}
	return all
}

// fitting is how many pieces fit into the width; the spaces at the end need no room.
func fitting(all []piece, width float32, measure widths) int {
	x, fit := float32(0), 0
	for i := 0; i < len(all); {
		next := i + 1
		for next < len(all) && all[next].glued {
			next++
		}
		for ; i < next; i++ {
			bare := strings.TrimRightFunc(all[i].text, unicode.IsSpace)
			if x+measure(all[i].run, bare) > width {
				return fit
			}
			x += measure(all[i].run, all[i].text)
		}
		fit = next
	}
	return fit
}

// divide cuts a piece that is wider than a line; the head has one letter at least.
func divide(p piece, width float32, measure widths) (head, tail piece) {
	n := longest(p.text, func(s string) bool { return measure(p.run, s) <= width })
	if n == 0 {
		first, _, _, _ := uniseg.FirstGraphemeClusterInString(p.text, -1)
		n = len(first)
	}
	return piece{run: p.run, text: p.text[:n], at: p.at}, piece{run: p.run, text: p.text[n:], at: p.at + int32(n)}
}

// cut fills one line and ends it in an ellipsis.
func cut(all []piece, width float32, measure widths) []piece {
	var kept []piece
	x := float32(0)
	for _, p := range all {
		room := width - x - measure(p.run, ellipsis)
		if w := measure(p.run, p.text); w <= room {
			kept = append(kept, p)
			x += w
			continue
		}
		n := longest(p.text, func(s string) bool { return measure(p.run, s) <= room })
		p.text, p.cut = strings.TrimRightFunc(p.text[:n], unicode.IsSpace)+ellipsis, true
		kept = append(kept, p)
		break
	}
	return kept
}

// longest is the length in bytes of the longest beginning that fits, at a grapheme's end.
func longest(s string, fits func(string) bool) int {
	ends := []int{0}
	for g, at := uniseg.NewGraphemes(s), 0; g.Next(); {
		at += len(g.Str())
		ends = append(ends, at)
	}
	low, high := 0, len(ends)-1
	for low < high {
		middle := (low + high + 1) / 2
		if fits(s[:ends[middle]]) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return ends[low]
}

// join puts pieces of one style together and gives each its place. Spaces at the
// border of two styles are room between them rather than text: some drivers draw
// no space that a text begins with.
func join(all []piece, measure widths) []segment {
	var line []segment
	for _, p := range all {
		if n := len(line); n > 0 && line[n-1].run == p.run {
			line[n-1].text += p.text
			continue
		}
		line = append(line, segment{run: p.run, text: p.text})
	}
	x := float32(0)
	shown := line[:0]
	for _, s := range line {
		bare := strings.TrimSpace(s.text)
		whole := measure(s.run, s.text)
		if bare == "" {
			x += whole
			continue
		}
		lead, _, _ := strings.Cut(s.text, bare)
		indent := measure(s.run, lead)
		shown = append(shown, segment{run: s.run, text: bare, x: x + indent, width: measure(s.run, bare)})
		x += whole
	}
	return shown
}
