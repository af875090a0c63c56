package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/notes"
	"standpoint/store"
)

// What documents of word processors have in common.

// Measures, in twentieths of a point.
const (
	textWidth   = 9354 // of a page of A4 between its margins
	listStep    = 480  // by which each list in another one is indented
	bulletHang  = 260  // by which a bullet stands before its item
	leadIndent  = 480  // of the line above a quote: items beneath it stand beneath it
	quoteIndent = 760  // of a quote, whose bar stands beneath the line above
)

// look is how a run is set. The zero value is as its paragraph is.
type look struct {
	strong, emphasis bool
	link             linkKind
	rightLeft        bool
	tongue           tongue // of the words; the zero value is that of the document
	mark             markLook
}

// linkKind says whether a run leads somewhere.
type linkKind int

const (
	linkNone   linkKind = iota
	linkOut             // to an address
	linkWithin          // to a part of the document
)

// markLook is how marks set the words that they cover.
type markLook struct {
	fill string // behind the words, "RRGGBB"; "" for none
	line string // the colour of the line beneath them, "RRGGBB"; "" for none
	kind store.Kind
}

// lined are the kinds of annotations that have a line beneath them, of which the later wins.
var lined = []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}

var paper, ink = tone{255, 255, 255}, tone{}

// markerYellow is what a mark without a colour has.
var markerYellow = tone{242, 193, 78}

// markLookOf mixes the colours of marks, as a ground for black words. The line beneath can be seen on the page.
func markLookOf(marks []notes.Mark, covering []int) markLook {
	if len(covering) == 0 {
		return markLook{}
	}
	var ground tone
	look := markLook{kind: store.KindHighlight}
	for _, i := range covering {
		colour, known := toneOf(marks[i].Colour)
		if !known {
			colour = markerYellow
		}
		for n, part := range colour.tintOn(paper) {
			ground[n] += part / float64(len(covering))
		}
		if slices.Index(lined, marks[i].Kind) > slices.Index(lined, look.kind) {
			look.kind = marks[i].Kind
			look.line = hex(colour.lineOn(paper, ink))
		}
	}
	look.fill = hex(ground)
	return look
}

// hex writes a colour as "RRGGBB".
func hex(t tone) string { return strings.ToUpper(t.String()[1:]) }

// entry is a line of the table of contents, which leads to a heading.
type entry struct {
	level int // 1 or 2
	words string
}

const (
	fewHeadings  = 3  // a document with no more has no table of contents
	manyHeadings = 60 // with more, only the first level is in it
)

// contents returns an entry of the table of contents for each heading of the document, and how many levels the table has, 0 if there
// is none; of a heading that is not in it level is 0. The second level is in it if its headings say where one is: not if they are
// the same in each part of the document.
func contents(d notes.Document) (list []entry, levels int) {
	seen := map[string]bool{}
	same := false
	inTwoLevels := 0
	for _, b := range d.Blocks {
		h, ok := b.(notes.Heading)
		if !ok {
			continue
		}
		e := entry{level: h.Level - 1, words: oneLine(h.Text.String())}
		list = append(list, e)
		if e.level == 2 {
			same = same || seen[e.words]
			seen[e.words] = true
		}
		if e.level <= 2 {
			inTwoLevels++
		}
	}
	switch {
	case len(list) <= fewHeadings:
		levels = 0
	case inTwoLevels > manyHeadings || same:
		levels = 1
	default:
		levels = 2
	}
	for i := range list {
		if list[i].level > levels {
			list[i].level = 0
		}
	}
	return list, levels
}

// paragraphsOf returns the lines of words that are not blank, as they are.
func paragraphsOf(words string) []string {
	var list []string
	for line := range strings.SplitSeq(words, "\n") {
		if strings.TrimSpace(line) != "" {
			list = append(list, line)
		}
	}
	return list
}

// translated returns a translation in paragraphs, in brackets.
func translated(q notes.Quote) []string {
	list := paragraphsOf(q.Translation)
	if len(list) > 0 {
		list[0] = "[" + list[0]
		list[len(list)-1] += "]"
	}
	return list
}

// widths parts the width of a table among its columns, in twentieths of a point: each has room for its longest word, and as much
// more as its words need. The sum is the width.
func widths(t notes.Table, width int) []int {
	const letter, padding, longWord, longCell = 130, 230, 18, 48
	least, wanted := make([]int, len(t.Head)), make([]int, len(t.Head))
	leastSum, wantedSum := 0, 0
	for column := range t.Head {
		word, cell := 0, 0
		for row := -1; row < len(t.Rows); row++ {
			words := t.Head[column].String()
			if row >= 0 {
				words = t.Rows[row][column].String()
			}
			cell = max(cell, min(longCell, utf8.RuneCountInString(words)))
			for w := range strings.FieldsSeq(words) {
				word = max(word, min(longWord, utf8.RuneCountInString(w)))
			}
		}
		least[column], wanted[column] = word*letter+padding, cell*letter+padding
		leastSum += least[column]
		wantedSum += wanted[column]
	}
	left := width
	for column := range wanted {
		if leastSum < width && wantedSum > width {
			wanted[column] = least[column] + (wanted[column]-least[column])*(width-leastSum)/(wantedSum-leastSum)
		} else {
			wanted[column] = wanted[column] * width / wantedSum
		}
		left -= wanted[column]
	}
	if len(wanted) > 0 {
		wanted[len(wanted)-1] += left
	}
	return wanted
}

// initials returns the first letters of a name, three at most.
func initials(name string) string {
	var letters []rune
	for word := range strings.FieldsSeq(name) {
		at := strings.IndexFunc(word, unicode.IsLetter)
		if at >= 0 && len(letters) < 3 {
			r, _ := utf8.DecodeRuneInString(word[at:])
			letters = append(letters, unicode.ToUpper(r))
		}
	}
	return string(letters)
}

// wordless are the marks of a passage that cover no words: their comments stand behind it.
func wordless(p notes.Passage) []int {
	begun := make([]bool, len(p.Marks))
	for _, paragraph := range p.Paragraphs() {
		for _, piece := range paragraph {
			for _, m := range piece.Begin {
				begun[m] = true
			}
		}
	}
	var list []int
	for m := range begun {
		if !begun[m] {
			list = append(list, m)
		}
	}
	return list
}

// linkTarget returns where a link leads, as an address that word processors take; "" where a document may not lead.
func linkTarget(link string) string {
	link = address(link)
	var out strings.Builder
	for i, r := range link {
		switch {
		case r <= ' ' || strings.ContainsRune("\"<>\\^`{|}", r),
			(r == '[' || r == ']') && !strings.Contains(link, "://["),
			r == '%' && !isEscape(link[i:]):
			fmt.Fprintf(&out, "%%%02X", r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// isEscape reports whether s begins with a byte of an address that is written as %2F.
func isEscape(s string) bool {
	const digits = "0123456789abcdefABCDEF"
	return len(s) > 2 && strings.IndexByte(digits, s[1]) >= 0 && strings.IndexByte(digits, s[2]) >= 0
}

// aside returns what a footnote says, to stand behind the words where there can be none.
func aside(note notes.Text) notes.Text {
	return slices.Concat(notes.Text{{Text: " ("}}, note, notes.Text{{Text: ")"}})
}
