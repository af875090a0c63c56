package render

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/notes"
	"standpoint/store"
)

// What documents of word processors have in common.

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

// markLookOf mixes the colours of marks, lightened until black words stand on them with a contrast of 15 to 1. The line beneath has
// 3 to 1 against the page.
func markLookOf(marks []notes.Mark, covering []int) markLook {
	if len(covering) == 0 {
		return markLook{}
	}
	var mixed rgb
	look := markLook{kind: store.KindHighlight}
	for _, i := range covering {
		colour := colourOf(marks[i].Colour)
		tint := colour.towards(rgb{255, 255, 255}, func(c rgb) bool { return c.luminance() >= 0.7 })
		for n := range mixed {
			mixed[n] += tint[n] / float64(len(covering))
		}
		if slices.Index(lined, marks[i].Kind) > slices.Index(lined, look.kind) {
			look.kind = marks[i].Kind
			look.line = colour.towards(rgb{}, func(c rgb) bool { return c.luminance() <= 0.3 }).String()
		}
	}
	look.fill = mixed.String()
	return look
}

// rgb is a colour, 0 to 255 each.
type rgb [3]float64

// markerYellow is what a mark without a colour has.
var markerYellow = rgb{242, 193, 78}

// colourOf reads "#rrggbb".
func colourOf(s string) rgb {
	var r, g, b uint8
	if n, err := fmt.Sscanf(s, "#%02x%02x%02x", &r, &g, &b); n != 3 || err != nil {
		return markerYellow
	}
	return rgb{float64(r), float64(g), float64(b)}
}

func (c rgb) String() string {
	return fmt.Sprintf("%02X%02X%02X", uint8(math.Round(c[0])), uint8(math.Round(c[1])), uint8(math.Round(c[2])))
}

// towards mixes the colour with another, in steps, until it is as wished.
func (c rgb) towards(other rgb, wished func(rgb) bool) rgb {
	mixed := c
	for step := 1; step <= 20 && !wished(mixed); step++ {
		for n := range mixed {
			mixed[n] = c[n] + (other[n]-c[n])*float64(step)/20
		}
	}
	return mixed
}

// luminance is that of WCAG 2.2, 0 to 1.
func (c rgb) luminance() float64 {
	var sum float64
	for n, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := c[n] / 255
		if v <= 0.04045 {
			sum += weight * v / 12.92
		} else {
			sum += weight * math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return sum
}

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

// widths parts the width of a table among its columns by the words in them. The sum is the width.
func widths(t notes.Table, width int) []int {
	const least, most, padding = 6, 48, 4 // letters
	list := make([]int, len(t.Head))
	sum := 0
	for column := range list {
		letters := min(most, 1+utf8.RuneCountInString(t.Head[column].String())) // these are bold
		for _, row := range t.Rows {
			letters = max(letters, min(most, utf8.RuneCountInString(row[column].String())))
		}
		list[column] = max(least, letters) + padding
		sum += list[column]
	}
	left := width
	for column := range list {
		list[column] = width * list[column] / sum
		left -= list[column]
	}
	if len(list) > 0 {
		list[len(list)-1] += left
	}
	return list
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

// linkTarget returns where a link leads, so that word processors take it; "" where they would not.
func linkTarget(link string) string {
	scheme, rest, _ := strings.Cut(link, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "ftp", "mailto", "file":
	default:
		return ""
	}
	if strings.Trim(rest, "/") == "" {
		return ""
	}
	var out strings.Builder
	for i, r := range link {
		switch {
		case r <= ' ' || strings.ContainsRune("\"<>\\^`{|}", r):
			fmt.Fprintf(&out, "%%%02X", r)
		case (r == '[' || r == ']') && !strings.HasPrefix(rest, "//["):
			fmt.Fprintf(&out, "%%%02X", r)
		case r == '%' && !isEscape(link[i:]):
			out.WriteString("%25")
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
