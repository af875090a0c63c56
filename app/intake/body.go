package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

// bodyWriter puts the body of a document together: paragraphs parted by an empty line, items of a list, rows of a table and verses by a
// line end. White space within a paragraph is one space, as programs that show documents have it.
type bodyWriter struct {
	b          []byte
	runes      int  // code points written
	ends       int  // line ends owed before the next word
	space      bool // a space is owed before the next word
	parted     bool // the end of a paragraph within a cell is owed before the next word
	row        int  // how many code points there were at the beginning of the present row of a table
	marked     bool // the mark of an item was written, which its words follow in the same line
	raw        bool // white space is kept, as in what a page has preformatted
	open       map[string]*Highlight
	highlights []*Highlight
}

// Gaps that may stand between what is written.
const (
	gapLine      = 1
	gapParagraph = 2
)

// write adds words of the present paragraph. Control characters and soft hyphens, which nobody sees, are left out.
func (w *bodyWriter) write(s string) {
	if w.raw {
		w.writeRaw(s)
		return
	}
	for _, r := range s {
		switch {
		case r == '\u00A0' || r == '\u202F': // no-break spaces are the author's
			w.put(r)
		case unicode.IsSpace(r):
			w.space = true
		case unicode.IsControl(r) || r == '\u00AD' || r == '\uFEFF':
		default:
			w.put(r)
		}
	}
}

// writeRaw adds words with all their white space.
func (w *bodyWriter) writeRaw(s string) {
	for _, r := range lineEnds.Replace(s) {
		switch {
		case r == '\n':
			w.gap(w.ends + 1)
		case r == '\t' || !unicode.IsControl(r) && r != '\u00AD' && r != '\uFEFF':
			w.put(r)
		}
	}
}

// writeBoxes writes the texts of boxes, each in paragraphs of its own, and drops them.
func (w *bodyWriter) writeBoxes(boxes *[]string) {
	for _, box := range *boxes {
		for paragraph := range strings.SplitSeq(box, "\n\n") {
			w.gap(gapParagraph)
			w.write(paragraph)
		}
		w.gap(gapParagraph)
	}
	*boxes = nil
}

// put writes a character, after what is owed before it.
func (w *bodyWriter) put(r rune) {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	if r == '\u00A0' && !w.raw && !w.marked && (w.ends > 0 || w.runes == 0) {
		return // an indent of old pages
	}
	switch {
	case w.runes == 0:
	case w.ends > 0:
		w.b = append(w.b, "\n\n\n\n"[:min(w.ends, 4)]...)
		w.runes += min(w.ends, 4)
	case w.parted:
		w.b = utf8.AppendRune(w.b, partMark)
		w.runes++
	case w.space && r != '\u00A0' && w.b[len(w.b)-1] != cellMark:
		w.b = append(w.b, ' ')
		w.runes++
	}
	w.ends, w.space, w.parted, w.marked = 0, false, false, false
	w.b = utf8.AppendRune(w.b, r)
	w.runes++
}

// gap ends what is being written, and leaves at least so many line ends before what follows.
func (w *bodyWriter) gap(ends int) {
	if !w.marked {
		w.ends = max(w.ends, ends)
	}
}

// item begins an item of a list with its mark, a bullet or a number.
func (w *bodyWriter) item(mark string) {
	w.marked = false
	w.gap(gapLine)
	w.write(mark)
	w.space, w.marked = true, true
}

// begin opens a highlight that end with the same key closes; they may overlap.
func (w *bodyWriter) begin(key string, h Highlight) {
	if w.open == nil {
		w.open = map[string]*Highlight{}
	}
	h.Span = text.Span{Start: -1}
	w.open[key] = &h
	w.settle()
}

// settle begins the highlights that are open at the next character.
func (w *bodyWriter) settle() {
	for _, h := range w.open {
		if h.Span.Start < 0 {
			h.Span.Start = w.next()
		}
	}
}

// next is where the next character will stand.
func (w *bodyWriter) next() int {
	switch {
	case w.runes == 0:
		return 0
	case w.ends > 0:
		return w.runes + min(w.ends, 4)
	case w.parted, w.space:
		return w.runes + 1
	}
	return w.runes
}

// end closes a highlight. One without words is none.
func (w *bodyWriter) end(key string) {
	h, ok := w.open[key]
	if !ok {
		return
	}
	delete(w.open, key)
	if h.Span.End = w.runes; h.Span.Start < h.Span.End {
		w.highlights = append(w.highlights, h)
	}
}

// onLastWord puts a highlight on the word that was written last, if there is one.
func (w *bodyWriter) onLastWord(h Highlight) {
	rest := w.b
	for len(rest) > 0 {
		r, size := utf8.DecodeLastRune(rest)
		if unicode.IsSpace(r) || r == cellMark || r == partMark {
			break
		}
		rest = rest[:len(rest)-size]
	}
	h.Span = text.Span{Start: w.runes - utf8.RuneCount(w.b[len(rest):]), End: w.runes}
	if h.Span.Start < h.Span.End {
		w.highlights = append(w.highlights, &h)
	}
}

// body returns what was written, and the highlights in it.
func (w *bodyWriter) body() (string, []Highlight) {
	s, moves := laidOut(string(w.b))
	left := strings.TrimLeftFunc(s, isBlank)
	cut := utf8.RuneCountInString(s[:len(s)-len(left)])
	s = strings.TrimRightFunc(left, isBlank)
	length := utf8.RuneCountInString(s)
	var highlights []Highlight
	for _, h := range w.highlights {
		h.Span = text.Span{Start: max(moves.of(h.Span.Start)-cut, 0), End: min(moves.of(h.Span.End)-cut, length)}
		if h.Span.Start < h.Span.End {
			highlights = append(highlights, *h)
		}
	}
	return s, highlights
}

// dropHead takes title, author and date off the beginning of a body, where they stand as paragraphs: they have fields of their own. A date
// behind the title or the author is the article's, if nothing else says it.
func (d *Draft) dropHead() {
	d.Body, d.Highlights = withoutHead(d.Body, d.Highlights, d.Article.Title, d.Article.Author)
	const longest = 60 // bytes of a date
	first, _, more := strings.Cut(d.Body, "\n\n")
	if !more || len(first) > longest || d.Article.Title == "" && d.Article.Author == "" {
		return
	}
	read, err := parseDate(oneLine(first))
	if err != nil || d.Article.Published != "" && d.Article.Published != read.Date {
		return
	}
	if d.Article.Published == "" && read.changed {
		return
	}
	if d.Article.Published == "" {
		d.Article.Published = read.Date
		d.from(FieldDate, Provenance{Place: PlaceText})
	}
	d.Body, d.Highlights = withoutHead(d.Body, d.Highlights, first, "")
	d.Body, d.Highlights = withoutHead(d.Body, d.Highlights, d.Article.Title, d.Article.Author)
}

// withoutHead takes the title and the author off the beginning of a body, where they stand as paragraphs: they have fields of their own.
func withoutHead(body string, highlights []Highlight, title, author string) (string, []Highlight) {
	cut := 0
	for rest := body; ; {
		paragraph, after, more := strings.Cut(rest, "\n\n")
		said := text.Fold(oneLine(paragraph))
		if !more || said != text.Fold(title) && said != text.Fold(author) || said == "" {
			break
		}
		rest = strings.TrimLeftFunc(after, isBlank)
		cut = len(body) - len(rest)
	}
	runes := utf8.RuneCountInString(body[:cut])
	var kept []Highlight
	for _, h := range highlights {
		h.Span = text.Span{Start: max(h.Span.Start-runes, 0), End: h.Span.End - runes}
		if h.Span.Start < h.Span.End {
			kept = append(kept, h)
		}
	}
	return body[cut:], kept
}
