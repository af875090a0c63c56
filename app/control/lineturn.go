package control

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/direction"
)

// betweenFacts is what stands between facts that read each on its own, as the parts of a line of the window's own do.
var betweenFacts = regexp.MustCompile(`[\s\p{Zs}]+·[\s\p{Zs}]+|[\s\p{Zs}]{2,}`)

// turnedLines are lines of runs of which some letters read from right to left. The text as a whole reads as its first fact does, and
// as a fact does its first letter; a day or a number reads from left to right. Where runs read each on its own, the text as a whole reads
// from left to right.
func turnedLines(runs []string, width float32, maxLines int, eachRun bool, measure widths) (lines [][]segment, rightToLeft bool) {
	var broken [][]piece
	end := 0 // of what is shown
	eachLine(runs, width, maxLines, measure, func(line []piece) {
		broken = append(broken, line)
		for _, p := range line {
			end = int(p.at) + len(p.given())
		}
	})
	shown := strings.ReplaceAll(strings.Join(runs, ""), "\n", " ")[:end]
	between := betweenFacts.FindAllStringIndex(shown, -1)
	first := shown
	if len(between) > 0 {
		first = shown[:between[0][0]]
	}
	turn := turn{measure: measure}
	if eachRun {
		turn.levels = turn.levelsOfRuns(shown, runs)
	} else {
		rightToLeft = direction.RightToLeft(first)
		turn.base = direction.Base(rightToLeft)
		turn.levels = turn.levelsOf(shown, between)
	}
	for _, line := range broken {
		lines = append(lines, turn.line(line))
	}
	return lines, rightToLeft
}

// turn orders the parts of lines as they are seen.
type turn struct {
	base    uint8   // level of the text as a whole
	levels  []uint8 // of its bytes
	measure widths
}

// turnPart is a part of a line that is drawn as one string, or the white space beside one.
type turnPart struct {
	direction.Part
	run   int
	level uint8
	space bool
}

func (p turnPart) leftward() bool { return p.level%2 == 1 }

// letters says that they may be joined to those of a neighbour.
func (p turnPart) letters() bool { return p.leftward() && !p.space && !p.Sign }

// levelsOf are the levels of the bytes of a text, of which each fact reads on its own.
func (t turn) levelsOf(s string, between [][]int) []uint8 {
	if len(between) == 0 {
		return direction.Levels(s, t.base == 1)
	}
	levels := make([]uint8, 0, len(s))
	for _, b := range between {
		levels = append(levels, direction.Isolated(s[len(levels):b[0]], t.base)...)
		for range b[1] - b[0] {
			levels = append(levels, t.base)
		}
	}
	return append(levels, direction.Isolated(s[len(levels):], t.base)...)
}

// levelsOfRuns are the levels of the bytes of a text, of which each run reads on its own, but for the white space and the
// quotation marks at its ends. A run without letters from right to left, a comma or a day, reads as the text does.
func (t turn) levelsOfRuns(s string, runs []string) []uint8 {
	levels := make([]uint8, 0, len(s))
	for _, run := range runs {
		words := s[len(levels):min(len(levels)+len(run), len(s))]
		if !direction.HasRightToLeft(words) {
			levels = append(levels, direction.Levels(words, t.base == 1)...)
			continue
		}
		bare := strings.TrimFunc(words, direction.IsOfTheLine)
		begin := strings.Index(words, bare)
		levels = append(levels, slices.Repeat([]uint8{t.base}, begin)...)
		levels = append(levels, t.levelsOf(bare, append(betweenFacts.FindAllStringIndex(bare, -1), []int{len(bare), len(bare)}))...)
		levels = append(levels, slices.Repeat([]uint8{t.base}, len(words)-begin-len(bare))...)
	}
	return levels
}

// line is a line from left to right.
func (t turn) line(all []piece) []segment {
	parts := t.parts(all)
	var line []segment
	x := float32(0)
	for _, i := range direction.Order(len(parts), func(i int) uint8 { return parts[i].level }) {
		p := parts[i]
		bare := strings.TrimSpace(p.Text)
		if bare == "" {
			x += t.measure(p.run, p.Text)
			continue
		}
		lead, trail, _ := strings.Cut(p.Text, bare)
		x += t.measure(p.run, lead)
		cutBefore := p.letters() && i > 0 && parts[i-1].run != p.run && parts[i-1].letters()
		cutAfter := p.letters() && i+1 < len(parts) && parts[i+1].run != p.run && parts[i+1].letters()
		p.Text = bare
		s := segment{run: p.run, text: direction.Drawn(p.Part, p.level, cutBefore, cutAfter), x: x}
		s.width = t.measure(s.run, s.text)
		line = append(line, s)
		x += s.width + t.measure(p.run, trail)
	}
	return line
}

// parts are those of a line in the order in which it is read, without the white space at its end. What runs from left to right is
// as long as it can be, so that it is kerned.
func (t turn) parts(all []piece) []turnPart {
	var whole []turnPart
	for _, p := range all {
		for from := 0; from < len(p.text); {
			next := turnPart{run: p.run, level: t.level(p, from), space: isSpaceAt(p.text, from)}
			to := from
			for to < len(p.text) && t.level(p, to) == next.level && isSpaceAt(p.text, to) == next.space {
				_, size := utf8.DecodeRuneInString(p.text[to:])
				to += size
			}
			next.Text = p.text[from:to]
			from = to
			if n := len(whole) - 1; n >= 0 && whole[n].run == next.run && whole[n].level == next.level &&
				(!next.leftward() || whole[n].space == next.space) {
				whole[n].Text += next.Text
				whole[n].space = whole[n].space && next.space
				continue
			}
			whole = append(whole, next)
		}
	}
	for n := len(whole); n > 0; n = len(whole) {
		last := &whole[n-1]
		if last.Text = strings.TrimRightFunc(last.Text, unicode.IsSpace); last.Text != "" {
			break
		}
		whole = whole[:n-1]
	}
	var parts []turnPart
	for _, p := range whole {
		if !p.leftward() || p.space {
			parts = append(parts, p)
			continue
		}
		for _, part := range direction.Parts(p.Text) {
			parts = append(parts, turnPart{Part: part, run: p.run, level: p.level})
		}
	}
	return parts
}

// level is that of a byte of a piece.
func (t turn) level(p piece, at int) uint8 {
	if at >= len(p.given()) {
		return t.base
	}
	return t.levels[int(p.at)+at]
}

// given is what a piece has of its run.
func (p piece) given() string {
	if p.cut {
		return strings.TrimSuffix(p.text, ellipsis)
	}
	return p.text
}

func isSpaceAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsSpace(r)
}

// apart measures words and the spaces between them one by one, as they are drawn where some read from right to left.
func (w widths) apart(run int, s string) float32 {
	width := float32(0)
	for from := 0; from < len(s); {
		to, space := from, isSpaceAt(s, from)
		for to < len(s) && isSpaceAt(s, to) == space {
			_, size := utf8.DecodeRuneInString(s[to:])
			to += size
		}
		width += w(run, s[from:to])
		from = to
	}
	return width
}
