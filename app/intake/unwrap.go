package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is wrapped if a program broke its lines at one width, as mail, wire
// services and copied PDF do: then nearly every line is as long as it can be,
// that is, the first word of the next had no room on it, and sentences go on
// over the line ends. Verse, lists, tables, dialogue and addresses are broken
// where their sense ends, and so are not as long as they can be.
//
// Widths and lengths are in code points.
const (
	leastWidth  = 24  // narrower columns are lists
	usualWidth  = 36  // narrower than this needs more lines to be believed
	looseWidth  = 50  // narrower columns are not recognised where lengths vary
	mostWidth   = 140 // wider lines are paragraphs
	leastJoins  = 4
	manyJoins   = 12
	looseJoins  = 8  // where lengths vary, or large letters are many
	looseMargin = 10 // of letters that are not all of one width, so much of the width may be missing: a tenth
)

// unwrapped is a text without the line ends of a width.
type unwrapped struct {
	text     string
	joins    int      // how many line ends became spaces, or nothing
	width    int      // that the lines were broken at
	doubtful []string // words whose hyphen at a line end was kept, but may be no part of them
}

// unwrap joins the lines of a text that was wrapped, into its paragraphs. Any
// other text comes back as it is.
func unwrap(s string) unwrapped {
	if isUnspaced(s) {
		return unwrapped{text: s}
	}
	lines := textLines(s)
	w, ok := findWrapping(lines)
	if !ok {
		return unwrapped{text: s}
	}
	return w.join(s, lines)
}

// isUnspaced reports whether much of a text is in scripts that may break lines
// anywhere, so that no space stands for a line end.
func isUnspaced(s string) bool {
	const share = 10
	letters, unspaced := 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
			unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan) {
			unspaced++
		}
	}
	return unspaced*share > letters
}

// itemKind is how a line begins that may be an item of a list.
type itemKind int

const (
	noItem itemKind = iota
	bulletItem
	dashItem
	numberItem
)

var (
	quoteMark = regexp.MustCompile(`^(?:>[ \t]?)+`)
	tableGap  = regexp.MustCompile(`\S(?:\t| {3,})\S|\|.*\|`)
	doubleGap = regexp.MustCompile(`[^\s.!?:”"’)]  \S`)
	listMark  = regexp.MustCompile(`^(?:([•‣▪◦●○■□*·+])|([-–—―])|\(?(?:\d{1,3}|[a-z])[.)])\s`)
	letterDot = regexp.MustCompile(`^[a-z]\.`)
)

func textLines(s string) []textLine {
	lines := make([]textLine, 0, strings.Count(s, "\n")+1)
	for raw := range strings.SplitSeq(s, "\n") {
		l := textLine{raw: raw}
		quote := quoteMark.FindString(raw)
		l.quote = strings.Map(onlyQuote, quote)
		rest := strings.TrimRightFunc(raw[len(quote):], unicode.IsSpace)
		l.s = strings.TrimLeftFunc(rest, unicode.IsSpace)
		l.indent = utf8.RuneCountInString(rest) - utf8.RuneCountInString(l.s)
		l.length = utf8.RuneCountInString(rest)
		word := l.s
		if end := strings.IndexFunc(word, unicode.IsSpace); end >= 0 {
			word = word[:end]
		}
		l.first = utf8.RuneCountInString(word)
		l.fixed = !strings.ContainsFunc(l.s, isWordRune) || hasTableGap(l.s) || hasDoubleGaps(l.s)
		l.item = itemOf(l.s)
		lines = append(lines, l)
	}
	return lines
}

// hasTableGap reports whether a line is a row of a table. The expression, which reads each letter, is asked only where it may match.
func hasTableGap(s string) bool {
	may := strings.Contains(s, "\t") || strings.Contains(s, "   ") || strings.Count(s, "|") > 1
	return may && tableGap.MatchString(s)
}

// hasDoubleGaps reports whether a line has several gaps of two spaces within sentences.
func hasDoubleGaps(s string) bool {
	return strings.Contains(s, "  ") && len(doubleGap.FindAllString(s, 2)) > 1
}

func onlyQuote(r rune) rune {
	if r == '>' {
		return r
	}
	return -1
}

func itemOf(s string) itemKind {
	mark := listMark.FindStringSubmatch(s)
	switch {
	case mark == nil || letterDot.MatchString(s):
		return noItem
	case mark[1] != "":
		return bulletItem
	case mark[2] != "":
		return dashItem
	}
	return numberItem
}

// isAddress reports whether the line is an address of the web and nothing else.
func (l textLine) isAddress() bool {
	return strings.Contains(l.s, "://") && !strings.ContainsFunc(l.s, unicode.IsSpace)
}

// isEnded reports whether a sentence, or a part of one before a list, ends with
// the line.
func (l textLine) isEnded() bool {
	s := strings.TrimRight(l.s, "”’\"'»›)]“‘")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;؟۔।", last)
}

// goesOn reports whether the line surely continues the one before: it begins
// with a small letter, or in a script without them where no sentence has ended.
func (l textLine) goesOn(before textLine) bool {
	for _, r := range l.s {
		switch {
		case unicode.IsLower(r):
			return true
		case unicode.IsLetter(r):
			return !unicode.IsUpper(r) && !unicode.IsTitle(r) && !before.isEnded()
		case unicode.IsNumber(r):
			return false
		}
	}
	return false
}

// areNeighbours reports whether the two lines can be of one paragraph at all.
func areNeighbours(l, next textLine) bool {
	return !l.fixed && !next.fixed && l.quote == next.quote
}

// wrapping is how a text was wrapped.
type wrapping struct {
	width  int
	margin int // how many code points may be missing at the end of a line that is as long as it can be

	wrapped []bool // for each line, whether it is of a block that was wrapped
}

// isFull reports whether the first word of the next line had no room on l.
func (w wrapping) isFull(l, next textLine) bool {
	return l.length <= w.width && l.length+1+next.first > w.width-w.margin
}

// evidence is what speaks for a wrapping and against it.
type evidence struct {
	full    int // lines that are as long as they can be
	ended   int // of these, those that end a sentence
	goOn    int // of these, those whose sentence surely goes on
	torn    int // lines that are nearly as long as they can be, and whose sentence surely goes on
	against int // lines that are too long, or too short though no sentence has ended
	near    int // of these, those that are not much shorter than the width
	apart   int // lines of blocks that were not wrapped, but for much shorter ones
}

func (e *evidence) add(f evidence) {
	e.full += f.full
	e.ended += f.ended
	e.goOn += f.goOn
	e.torn += f.torn
	e.against += f.against
	e.near += f.near
	e.apart += f.apart
}

// findWrapping returns how the lines were wrapped, and which of them; false if
// none were.
func findWrapping(lines []textLine) (wrapping, bool) {
	exact, loose := likeliest(lines, false), likeliest(lines, true)
	e, l := exact.look(lines), loose.look(lines)
	// An exact width that leaves lines which go on in mid-sentence is a chance.
	if loose.believes(l) && (e.torn > 0 || e.full*20 < l.full*17) {
		return loose, true
	}
	return exact, exact.believes(e)
}

// likeliest returns the least width at which most lines are full.
func likeliest(lines []textLine, loose bool) wrapping {
	margin := func(width int) int {
		if loose {
			return width / looseMargin
		}
		return 0
	}
	var votes [mostWidth + 2]int // at a width, how many more lines are full than at the one before
	for i, l := range lines[:len(lines)-1] {
		if next := lines[i+1]; areNeighbours(l, next) && l.length <= mostWidth {
			to := l.length + next.first
			to = min(to+margin(to), mostWidth)
			votes[max(l.length, leastWidth)]++
			votes[max(to, leastWidth-1)+1]--
		}
	}
	best, upTo, most, now := 0, 0, 0, 0
	for width := leastWidth; width <= mostWidth; width++ {
		now += votes[width]
		if now > most {
			best, most = width, now
		}
		if now == most {
			upTo = width
		}
	}
	// The last line of a paragraph, which has no vote, may be the longest.
	for _, l := range lines {
		if l.length <= upTo {
			best = max(best, l.length)
		}
	}
	return wrapping{width: best, margin: margin(best)}
}

// look counts what the lines say of a wrapping, and notes which blocks of them,
// with blank lines around, were wrapped: verse or an address in a wrapped text
// was not.
func (w *wrapping) look(lines []textLine) evidence {
	var all evidence
	w.wrapped = make([]bool, len(lines))
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && areNeighbours(lines[end-1], lines[end]) {
			end++
		}
		e := w.lookAt(lines[start:end])
		if e.full >= 2*e.against {
			all.add(e)
			for i := start; i < end; i++ {
				w.wrapped[i] = true
			}
		} else {
			all.apart += e.near + e.full
		}
		start = end
	}
	return all
}

// lookAt counts what a block says.
func (w wrapping) lookAt(block []textLine) evidence {
	const tooLong = 3 // no program that wraps leaves such a line
	var e evidence
	for i, l := range block {
		if !l.fixed && l.length > w.width && strings.ContainsFunc(l.s, unicode.IsSpace) {
			e.against += tooLong
			e.near++
		}
		if i+1 == len(block) || l.length > w.width {
			continue
		}
		next := block[i+1]
		switch {
		case w.isFull(l, next):
			e.full++
			if l.isEnded() {
				e.ended++
			}
			if next.goesOn(l) {
				e.goOn++
			}
		case l.isEnded() || next.item != noItem:
		default:
			e.against++
			switch {
			case w.isTorn(l, next):
				e.torn++
			case l.length*2 >= w.width:
				e.near++
			}
		}
	}
	return e
}

// isTorn reports whether a line that could be longer was broken for its width all the same, as its sentence goes on.
func (w wrapping) isTorn(l, next textLine) bool {
	return l.length <= w.width && l.length*4 >= w.width*3 && !l.isEnded() && next.item == noItem && next.goesOn(l)
}

// believes reports whether the evidence is enough.
func (w wrapping) believes(e evidence) bool {
	switch {
	case w.width < leastWidth || e.full < leastJoins || e.full < e.apart || e.full < looseJoins && e.near+e.torn+e.apart > 0:
		return false
	case w.margin > 0:
		return w.width >= looseWidth && e.full >= looseJoins && e.full >= 4*(e.against-e.torn) && e.full >= 2*e.apart &&
			e.goOn*10 >= e.full*4 && e.ended*10 <= e.full*4
	case w.width < usualWidth && (e.full < manyJoins || e.full < 6*(e.against+e.apart)):
		return false
	}
	least := 3 // of ten full lines, those that must go on in a small letter
	if e.full >= looseJoins && e.full >= 10*e.against {
		least = 2 // as in German, where many words begin with a large one
	}
	return e.goOn*10 >= e.full*least && e.ended*2 <= e.full
}

// join joins the lines of each paragraph.
func (w wrapping) join(s string, lines []textLine) unwrapped {
	u := unwrapped{width: w.width}
	items := numberedIn(lines)
	h := hyphens{lines: lines}
	var out strings.Builder
	out.Grow(len(s))
	open := false // the present line continues a paragraph
	for i, l := range lines {
		last := i+1 == len(lines)
		text := l.raw
		if open {
			text = l.s + l.raw[len(strings.TrimRightFunc(l.raw, unicode.IsSpace)):]
		}
		if last || !w.wrapped[i] || !w.joins(l, lines[i+1], open, items[i+1]) {
			open = false
			out.WriteString(text)
			if !last {
				out.WriteByte('\n')
			}
			continue
		}
		open = true
		u.joins++
		text = strings.TrimRightFunc(text, unicode.IsSpace)
		g := h.between(text, lines[i+1].s)
		out.WriteString(strings.TrimSuffix(text, g.drop))
		out.WriteString(g.space)
		if g.doubtful != "" {
			u.doubtful = append(u.doubtful, g.doubtful)
		}
	}
	u.text = out.String()
	return u
}

// numberedIn returns for each line how many lines of its block, which blank ones
// enclose, begin with a number as items do.
func numberedIn(lines []textLine) []int {
	counts := make([]int, len(lines))
	for start := 0; start < len(lines); {
		end, n := start, 0
		for ; end < len(lines) && lines[end].s != ""; end++ {
			if lines[end].item == numberItem {
				n++
			}
		}
		for i := start; i < end; i++ {
			counts[i] = n
		}
		start = end + 1
	}
	return counts
}

// joins reports whether next continues l. open says that l itself continues a
// paragraph, numbered how many lines around next begin with a number.
func (w wrapping) joins(l, next textLine, open bool, numbered int) bool {
	if !areNeighbours(l, next) || !w.staysInParagraph(l, next, open) || isItem(l, next, numbered) {
		return false
	}
	full := w.isFull(l, next)
	switch {
	case next.isAddress():
		return full && !l.isEnded() && !l.isAddress()
	case l.isAddress():
		return full && next.goesOn(l)
	case full:
		return true
	}
	return w.margin > 0 && w.isTorn(l, next)
}

// staysInParagraph reports whether the indents of two lines can be those of one
// paragraph: equal, that of a first line, or hanging under an item.
func (w wrapping) staysInParagraph(l, next textLine, open bool) bool {
	switch {
	case next.indent > l.indent:
		return l.item != noItem
	case next.indent < l.indent:
		return !open
	}
	return true
}

// isItem reports whether next begins an item of a list, and is not prose that a
// dash or a day has come first in ("on May⏎16. She said").
func isItem(l, next textLine, numbered int) bool {
	switch next.item {
	case bulletItem:
		return true
	case dashItem:
		return l.isEnded() || !next.goesOn(l)
	case numberItem:
		return l.isEnded() || numbered > 1
	case noItem:
	}
	return false
}
