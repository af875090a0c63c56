package intake

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfPage is a page as lines. All lengths are in points.
type pdfPage struct {
	pdfBox
	lines []pdfLine
	aside []pdfLine // that are turned, as the names of photographers beside their pictures
}

// newPDFPage is a page with what stands on it; what is outside of it nobody sees.
func newPDFPage(box pdfBox, lines []pdfLine) pdfPage {
	p := pdfPage{pdfBox: box}
	for _, line := range lines {
		isOutside := line.right <= box.left || line.left >= box.right || line.top <= box.bottom || line.bottom >= box.top
		switch {
		case isOutside:
		case line.turn != upright:
			p.aside = append(p.aside, line)
		default:
			p.lines = append(p.lines, line)
		}
	}
	return p
}

// pdfLine is a line of a page, or the part of it that stands in one column.
type pdfLine struct {
	words                    string
	left, right, bottom, top float64
	base                     float64 // the line on which the letters stand
	size                     float64 // of the letters
	turn                     pdfTurn
	isLeftwards              bool  // it is read to the left
	column                   edges // that it stands in
	row                      bool  // of a table, with several cells
	cells                    int   // put together from so many that stand apart; 0 if it is one
}

// pdfBody puts the text of pages together: columns in their order, without headers and footers, lines joined into paragraphs.
func pdfBody(pages []pdfPage) string {
	pages = withoutRunningHeads(pages)
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
		lines = mirrored(lines)
		lines = ordered(joinedRows(withInitials(lines)))
		if i > 0 && len(lines) > 0 {
			lines[0].top = math.Inf(1) // no gap can be measured across pages
		}
		all = append(all, lines...)
		for _, line := range page.aside {
			if line.words = strings.TrimSpace(line.words); !repeated[edgeKey(line.words)] {
				all = append(all, line)
			}
		}
	}
	return joinedParagraphs(all)
}

// mirrored are the lines of a page that is read to the left as if it were read to the right, so that what holds of columns, indents and the
// ends of lines holds of it too. Others stay as they are.
func mirrored(lines []pdfLine) []pdfLine {
	leftwards := 0
	for _, line := range lines {
		if line.isLeftwards {
			leftwards++
		}
	}
	if leftwards*2 <= len(lines) {
		return lines
	}
	for i := range lines {
		lines[i].left, lines[i].right = -lines[i].right, -lines[i].left
	}
	return lines
}

// isEdge reports whether a line stands where headers and footers do.
func (p pdfPage) isEdge(line pdfLine) bool {
	const edge = 0.14 // of the height
	height := p.top - p.bottom
	return height > 0 && (line.bottom > p.top-height*edge || line.top < p.bottom+height*edge)
}

var pageNumber = regexp.MustCompile(`(?i)^[-–—\s]*(?:(?:page|seite|pagina|página|strona|sayfa|страница|стор\.?|стр\.?|p\.|s\.)\s*)?` +
	`\d{1,4}(?:\s*(?:/|of|von|de|di|из|з|z)\s*\d{1,4})?[-–—\s]*$`)

func (p pdfPage) isNumber(line pdfLine) bool {
	return p.isEdge(line) && pageNumber.MatchString(line.words)
}

// withoutRunningHeads takes off what stands in one row with the number of a page: the name of a chapter, say, which differs from page to
// page. Numbers are those of pages if they count on.
func withoutRunningHeads(pages []pdfPage) []pdfPage {
	type row struct{ page, begins int } // the first page would have this number
	numbers := map[row][]pdfLine{}
	seen := map[int]map[int]bool{}
	for i, page := range pages {
		for _, line := range page.lines {
			words := strings.TrimSpace(line.words)
			if line.words = words; !page.isNumber(line) {
				continue
			}
			n, err := strconv.Atoi(firstNumber.FindString(words))
			if err != nil {
				continue
			}
			numbers[row{i, n - i}] = append(numbers[row{i, n - i}], line)
			if seen[n-i] == nil {
				seen[n-i] = map[int]bool{}
			}
			seen[n-i][i] = true
		}
	}
	kept := slices.Clone(pages)
	for at, rows := range numbers {
		if len(seen[at.begins]) < 2 {
			continue
		}
		kept[at.page].lines = slices.DeleteFunc(slices.Clone(kept[at.page].lines), func(line pdfLine) bool {
			return slices.ContainsFunc(rows, func(number pdfLine) bool { return math.Abs(number.base-line.base) < 0.3*number.size })
		})
	}
	return kept
}

var firstNumber = regexp.MustCompile(`\d+`)

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
		for _, line := range page.aside {
			here[edgeKey(strings.TrimSpace(line.words))] = true
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

// A first letter is an initial if it is so many times as large as the letters beside it.
const largeInitial = 1.8

// withInitials puts a large first letter, which several lines stand beside, before the first of these.
func withInitials(lines []pdfLine) []pdfLine {
	for i := 0; i < len(lines); i++ {
		initial := lines[i]
		if utf8.RuneCountInString(initial.words) != 1 || !startsUpper(initial.words) {
			continue
		}
		first := -1
		for j, line := range lines {
			gap := line.left - initial.right
			isBeside := line.middle() < initial.top && line.middle() > initial.bottom && gap > -line.size && gap < initial.size &&
				initial.size >= largeInitial*line.size
			if isBeside && (first < 0 || line.base > lines[first].base) {
				first = j
			}
		}
		if first < 0 {
			continue
		}
		lines[first].words = initial.words + strings.TrimSpace(lines[first].words)
		lines = slices.Delete(lines, i, i+1)
		i--
	}
	return lines
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

// joinedParagraphs joins lines into paragraphs. A paragraph ends before a gap that is larger than usual, before an indented line, before a
// change of the letters' size, and after a line that ends a sentence far from the right edge.
func joinedParagraphs(lines []pdfLine) string {
	gap := usualGap(lines)
	known := hyphens{lines: make([]textLine, len(lines))}
	for i := range lines {
		lines[i].words = normalizedLigatures(lines[i].words)
		known.lines[i].s = lines[i].words
	}
	var b []byte
	for i, line := range lines {
		if i > 0 {
			before := lines[i-1]
			switch {
			case before.row && line.row || beginsItem(before.words) && beginsItem(line.words):
				b = append(b, '\n')
			case before.turn != line.turn || before.row || line.row || beginsItem(line.words) ||
				startsParagraph(before, line, gap, edgesAt(lines, i-1), edgesAt(lines, i)):
				b = append(b, "\n\n"...)
			default:
				join := known.betweenColumnLines(before.words, line.words)
				b = append(bytes.TrimSuffix(b, []byte(join.drop)), join.space...)
			}
		}
		b = append(b, line.words...)
	}
	return strings.TrimSpace(string(b))
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
	return gaps[(len(gaps)-1)/2]
}

// stepBetween is how far a line's base stands below that of the line before it, in sizes of its letters.
func stepBetween(before, line pdfLine) float64 {
	if line.size <= 0 || math.IsInf(line.top, 1) {
		return 0
	}
	return (before.base - line.base) / max(line.size, 1)
}

// edges are where the lines around one begin and end.
type edges struct{ left, right float64 }

// edgesAt measures the column that a line stands in by the lines near it, of letters of its size: a heading may span several. Lines of
// other columns count where it has hardly any of its own.
func edgesAt(lines []pdfLine, at int) edges {
	const around, few = 60, 3
	line := lines[at]
	e, wide := edges{left: line.left, right: line.right}, edges{left: line.left, right: line.right}
	n := 0
	for _, other := range lines[max(0, at-around):min(len(lines), at+around)] {
		if other.left >= line.right || other.right <= line.left || math.Abs(other.size-line.size) > 0.15*line.size {
			continue
		}
		wide.left, wide.right = min(wide.left, other.left), max(wide.right, other.right)
		if near := 2 * line.size; math.Abs(other.column.left-line.column.left) < near &&
			math.Abs(other.column.right-line.column.right) < near {
			n++
			e.left, e.right = min(e.left, other.left), max(e.right, other.right)
		}
	}
	if n < few {
		return wide
	}
	return e
}

// startsParagraph reports whether a line begins a paragraph; was are the edges of the column of the line before it, e of its own.
func startsParagraph(before, line pdfLine, gap float64, was, e edges) bool {
	size := max(line.size, 1)
	step := stepBetween(before, line)
	isNewColumn := step <= 0
	short := before.right < was.right-4*size
	ends := endsSentence(before.words)
	switch {
	case math.Abs(before.size-line.size) > 0.15*size:
		return true
	case !isNewColumn && step > 1.35*gap:
		return true
	case line.left > e.left+0.8*size && line.left < e.left+5*size && before.left < line.left-0.5*size && (ends || step > 0):
		return true
	case isBroken(before.words, line.words):
		return false
	}
	isShort := short && before.right < was.left+(was.right-was.left)*0.6
	if isNewColumn {
		return short && ends || isShort && startsUpper(line.words)
	}
	return short && ends || startsUpper(line.words) && (isShort || isListed(before, line))
}

// isListed reports whether two lines are items of a list whose bullets are no letters: they are indented alike, and the first word of the
// second would have found room in the first.
func isListed(before, line pdfLine) bool {
	isIndented := line.left > line.column.left+1.5*line.size && math.Abs(line.left-before.left) < 0.5*line.size
	first, _, _ := strings.Cut(line.words, " ")
	letters := max(utf8.RuneCountInString(line.words), 1)
	width := (line.right - line.left) * float64(utf8.RuneCountInString(first)) / float64(letters)
	return isIndented && before.right+width+line.size < before.column.right
}

// beginsItem reports whether a line begins as an item of a list does.
func beginsItem(s string) bool { return pdfItem.MatchString(s) }

var pdfItem = regexp.MustCompile(`^(?:[•▪●◦‣∙■–] ?\S|\d{1,2}[.)] \S)`)

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”“’»«)]*」』")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？؟।۔", r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([•–—- "))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// isBroken reports whether a line ends within a word.
func isBroken(before, line string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	stem, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	next, _ := utf8.DecodeRuneInString(line)
	return (last == '-' || last == '\u2010') && unicode.IsLetter(stem) && unicode.IsLetter(next)
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00AD", "")

// symbolBullets are bullets of fonts whose signs have no meaning of their own, as Word takes them for lists.
var symbolBullets = regexp.MustCompile(`^[\x{F0B7}\x{F0A7}\x{F0D8}\x{F0FC}\x{F076}\x{F0A8}]`)

// normalizedLigatures writes signs for several letters as those letters, so that words are found.
func normalizedLigatures(s string) string {
	s = symbolBullets.ReplaceAllString(s, "•")
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, ligatures.Replace(s)), string(utf8.RuneError))
}
