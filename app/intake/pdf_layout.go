package intake

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfPage is a page as lines. All lengths are in points, from the lower left corner.
type pdfPage struct {
	width, height float64
	lines         []pdfLine
}

// pdfLine is a line of a page, or the part of it that stands in one column.
type pdfLine struct {
	words                    string
	left, right, bottom, top float64
	size                     float64 // of the letters
	row                      bool    // of a table, with several cells
	cells                    int     // put together from so many that stand apart; 0 if it is one
}

// pdfBody puts the text of pages together: columns in their order, without headers and footers, lines joined into paragraphs.
func pdfBody(pages []pdfPage) string {
	repeated := repeatedLines(pages)
	var all []pdfLine
	for i, page := range pages {
		var lines []pdfLine
		for _, line := range page.lines {
			if line.words = strings.TrimSpace(line.words); line.words != "" && !(page.isEdge(line) && repeated[edgeKey(line.words)]) &&
				!page.isNumber(line) {
				lines = append(lines, line)
			}
		}
		lines = ordered(joinedRows(lines))
		if i > 0 && len(lines) > 0 {
			lines[0].top = math.Inf(1) // no gap can be measured across pages
		}
		all = append(all, lines...)
	}
	return joinedParagraphs(all)
}

// isEdge reports whether a line stands where headers and footers do.
func (p pdfPage) isEdge(line pdfLine) bool {
	const edge = 0.12 // of the height
	return p.height > 0 && (line.bottom > p.height*(1-edge) || line.top < p.height*edge)
}

var pageNumber = regexp.MustCompile(`(?i)^[-–—\s]*(?:(?:page|seite|pagina|página|strona|sayfa|страница|стор\.?|стр\.?|p\.|s\.)\s*)?` +
	`\d{1,4}(?:\s*(?:/|of|von|de|di|из|з|z)\s*\d{1,4})?[-–—\s]*$`)

func (p pdfPage) isNumber(line pdfLine) bool {
	return p.isEdge(line) && pageNumber.MatchString(line.words)
}

// edgeKey is a line without its figures, which may be the number of the page.
func edgeKey(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, strings.Join(strings.Fields(words), " "))
}

// repeatedLines are lines at the edges of several pages, by their key.
func repeatedLines(pages []pdfPage) map[string]bool {
	seen := map[string]int{}
	for _, page := range pages {
		here := map[string]bool{}
		for _, line := range page.lines {
			if words := strings.TrimSpace(line.words); words != "" && page.isEdge(line) {
				here[edgeKey(words)] = true
			}
		}
		for key := range here {
			seen[key]++
		}
	}
	repeated := map[string]bool{}
	for key, n := range seen {
		repeated[key] = n >= 2 && n*3 >= len(pages) || n >= 3
	}
	return repeated
}

// joinedRows puts together what stands in one row close to each other: a program may write a line in pieces.
func joinedRows(lines []pdfLine) []pdfLine {
	var joined []pdfLine
	for _, line := range lines {
		if n := len(joined); n > 0 {
			before := &joined[n-1]
			middle := (line.bottom + line.top) / 2
			gap := line.left - before.right
			if middle > before.bottom && middle < before.top && gap > -line.size && gap < 1.5*line.size {
				if gap > 0.15*line.size && !strings.HasSuffix(before.words, " ") {
					before.words += " "
				}
				before.words += line.words
				before.right = max(before.right, line.right)
				before.bottom, before.top = min(before.bottom, line.bottom), max(before.top, line.top)
				continue
			}
		}
		joined = append(joined, line)
	}
	return joined
}

// ordered returns lines in the order in which people read them: what spans the page first, then column by column. A document of one
// column, or one whose order is right already, stays as it is.
func ordered(lines []pdfLine) []pdfLine {
	gutter, ok := gutterOf(lines)
	if !ok {
		return joinedCells(topDown(lines))
	}
	var result, left, right []pdfLine
	flush := func() {
		result = append(result, ordered(left)...)
		result = append(result, ordered(right)...)
		left, right = nil, nil
	}
	for _, line := range topDown(lines) {
		switch {
		case line.right <= gutter:
			left = append(left, line)
		case line.left >= gutter:
			right = append(right, line)
		default:
			flush()
			result = append(result, line)
		}
	}
	flush()
	return result
}

// joinedCells makes one line of what stands in one row of one column, apart: the cells of a table. A single row is none: its words were
// only spread to fill the column.
func joinedCells(lines []pdfLine) []pdfLine {
	var joined []pdfLine
	for _, line := range lines {
		if n := len(joined); n > 0 {
			before := &joined[n-1]
			if middle := (line.bottom + line.top) / 2; middle > before.bottom && middle < before.top {
				before.words += " | " + line.words
				before.right = max(before.right, line.right)
				before.cells = max(before.cells, 1) + 1
				continue
			}
		}
		joined = append(joined, line)
	}
	for i := range joined {
		isRow := func(j int) bool { return j >= 0 && j < len(joined) && joined[j].cells > 1 }
		if !isRow(i) {
			continue
		}
		if joined[i].row = isRow(i-1) || isRow(i+1); !joined[i].row {
			joined[i].words = strings.ReplaceAll(joined[i].words, " | ", " ")
		}
	}
	return joined
}

// topDown sorts lines from the top of a page to its bottom; those of one row from left to right.
func topDown(lines []pdfLine) []pdfLine {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b pdfLine) int {
		middle := (b.bottom + b.top) / 2
		switch {
		case middle > a.bottom && middle < a.top: // of one row
			return int(math.Copysign(1, a.left-b.left))
		case (a.bottom+a.top)/2 > middle:
			return -1
		}
		return 1
	})
	return sorted
}

// gutterOf finds the empty stripe between two columns: no line but few that span the page cross it, and many lines stand on both sides.
func gutterOf(lines []pdfLine) (x float64, ok bool) {
	const leastLines = 4 // in each column
	if len(lines) < 2*leastLines {
		return 0, false
	}
	from, to := math.Inf(1), math.Inf(-1)
	for _, line := range lines {
		from, to = min(from, line.left), max(to, line.right)
	}
	best, bestCrossing := 0.0, len(lines)
	for _, line := range lines {
		x := line.left - 1
		if x < from+(to-from)*0.2 || x > from+(to-from)*0.8 {
			continue
		}
		left, right, crossing := 0, 0, 0
		for _, other := range lines {
			switch {
			case other.right <= x:
				left++
			case other.left >= x:
				right++
			default:
				crossing++
			}
		}
		if left >= leastLines && right >= leastLines && crossing < bestCrossing && isFilled(lines, from, x) && isFilled(lines, x, to) {
			best, bestCrossing = x, crossing
		}
	}
	return best, bestCrossing*4 < len(lines)
}

// isFilled reports whether the lines between two places fill most of what is there, as those of a column do; cells of a table do not.
func isFilled(lines []pdfLine, from, to float64) bool {
	var widths []float64
	for _, line := range lines {
		if line.left >= from && line.right <= to {
			widths = append(widths, line.right-line.left)
		}
	}
	slices.Sort(widths)
	return len(widths) > 0 && widths[len(widths)/2]*2 > to-from
}

// joinedParagraphs joins lines into paragraphs. A paragraph ends before a gap that is larger than usual, before an indented line, before a
// change of the letters' size, and after a line that ends a sentence far from the right edge.
func joinedParagraphs(lines []pdfLine) string {
	gap := usualGap(lines)
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			before := lines[i-1]
			switch {
			case before.row && line.row || beginsItem(before.words) && beginsItem(line.words):
				b.WriteString("\n")
			case before.row || line.row || beginsItem(line.words) || startsParagraph(before, line, gap, edgesAt(lines, i)):
				b.WriteString("\n\n")
			default:
				line.words = continued(&b, before.words, line.words)
			}
		}
		b.WriteString(line.words)
	}
	return strings.TrimSpace(normalizedLigatures(b.String()))
}

// usualGap is the distance from a line to the next that most lines have, in sizes of their letters.
func usualGap(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if g := stepBetween(lines[i-1], lines[i]); g > 0.5 && g < 4 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 1.2
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// stepBetween is how far a line's base stands below that of the line before it, in sizes of its letters.
func stepBetween(before, line pdfLine) float64 {
	if line.size <= 0 || math.IsInf(line.top, 1) {
		return 0
	}
	return (before.bottom - line.bottom) / max(line.size, 1)
}

// edges are where the lines around one begin and end.
type edges struct{ left, right float64 }

// edgesAt measures the column that a line stands in by the lines near it, of letters of its size: a heading may span several.
func edgesAt(lines []pdfLine, at int) edges {
	const around = 60
	e := edges{left: math.Inf(1), right: math.Inf(-1)}
	for _, line := range lines[max(0, at-around):min(len(lines), at+around)] {
		if line.left < lines[at].right && line.right > lines[at].left && math.Abs(line.size-lines[at].size) <= 0.15*line.size {
			e.left, e.right = min(e.left, line.left), max(e.right, line.right)
		}
	}
	return e
}

func startsParagraph(before, line pdfLine, gap float64, e edges) bool {
	size := max(line.size, 1)
	step := stepBetween(before, line)
	isNewColumn := step <= 0
	short := before.right < e.right-4*size
	ends := endsSentence(before.words)
	switch {
	case math.Abs(before.size-line.size) > 0.15*size:
		return true
	case !isNewColumn && step > 1.35*gap:
		return true
	case line.left > e.left+0.8*size && line.left < e.left+5*size && before.left < line.left-0.5*size && (ends || step > 0):
		return true
	case isNewColumn:
		return ends && short
	}
	return short && ends || short && before.right < e.left+(e.right-e.left)*0.6 && startsUpper(line.words)
}

// beginsItem reports whether a line begins as an item of a list does.
func beginsItem(s string) bool { return pdfItem.MatchString(s) }

var pdfItem = regexp.MustCompile(`^(?:[•▪●◦‣∙■–] ?\S|\d{1,2}[.)] \S)`)

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”’»)]*")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？", r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([•–—- "))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// continued joins a line to the one before it in its paragraph: a word that was broken is put together.
func continued(b *strings.Builder, before, line string) string {
	joined, hyphen := brokenWord(before, line)
	if !hyphen {
		if isUnspaced(before) {
			return line
		}
		return " " + line
	}
	if joined {
		s := strings.TrimRight(b.String(), " ")
		s = s[:len(s)-lastSize(s)]
		b.Reset()
		b.WriteString(s)
	}
	return line
}

func lastSize(s string) int {
	_, size := utf8.DecodeLastRuneInString(s)
	return size
}

// brokenWord reports whether a line ends with a hyphen within a word, and whether the word is written without it.
func brokenWord(before, line string) (joined, hyphen bool) {
	before = strings.TrimRight(before, " ")
	last, size := utf8.DecodeLastRuneInString(before)
	if last != '-' && last != '\u2010' && last != '\u00AD' {
		return false, false
	}
	r, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	next, _ := utf8.DecodeRuneInString(line)
	if !unicode.IsLetter(r) {
		return false, false
	}
	return unicode.IsLower(next), unicode.IsLetter(next)
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00AD", "")

// normalizedLigatures writes signs for several letters as those letters, so that words are found.
func normalizedLigatures(s string) string {
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, ligatures.Replace(s)), string(utf8.RuneError))
}
