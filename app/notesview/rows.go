package notesview

import (
	"slices"
	"strconv"
	"strings"

	"standpoint/app/notes"
	"standpoint/store"
)

// rowKind is what a row of the preview shows.
type rowKind uint8

const (
	rowTitle rowKind = iota
	rowHeading
	rowParagraph
	rowQuote
	rowItem    // of a list
	rowHead    // of a table
	rowCells   // of a table
	rowPassage // a paragraph of it, with the comments of the marks that begin in it
	rowNote    // a footnote
	rowLine    // of what a template makes
)

// row is what the preview shows of a document between two gaps.
type row struct {
	kind   rowKind
	level  uint8 // of a heading
	depth  uint8 // of an item and what is beneath it, from 0
	block  int32 // of the document, the one that it is of; -1 of the title and of footnotes
	at     int32 // the item, the row of the table or the paragraph in its block
	key    rowKey
	text   notes.Text     // without footnotes, whose signs stand in it
	quote  *notes.Quote   // of rowQuote
	cells  []notes.Text   // of rowHead and rowCells
	table  *shape         // likewise
	marks  []notes.Mark   // of the passage
	pieces []notes.Piece  // of rowPassage
	cited  [][]notes.Text // of rowPassage: the lines of each mark that begins in it, without footnotes
	begins []int          // of rowPassage: these marks
	coders bool           // of rowPassage: its marks are of several coders

	item store.ID // of a report: the part that it is of; zero for none
	sign string   // of rowParagraph below a quote in a report: that its annotation says something else now, or is gone
}

// rowKey tells a row from the others of its document, and is the same in a document that says more or less.
type rowKey struct {
	part string // the headings over it
	of   string // what it is of, or which of the rows under the heading
}

// shape is how the columns of a table share its width.
type shape struct {
	numbers []bool
	ends    []float32 // of the columns, in parts of the width
	letters float32   // that all columns have room for, in code points
}

// pages are a document in rows, and where its links lead.
type pages struct {
	document notes.Document
	rows     []row
	places   map[string]int // of the rows that have an anchor
}

// lay divides a document into rows.
func lay(d notes.Document) pages {
	l := &layer{pages: pages{document: d, places: map[string]int{}}, block: -1}
	l.add(row{kind: rowTitle, text: notes.Text{{Text: d.Title}}}, "")
	for i, b := range d.Blocks {
		l.block = int32(i)
		l.lay(b)
	}
	l.block = -1
	for i, note := range l.notes {
		l.add(row{kind: rowNote, at: int32(i), text: note}, noteAnchor(i+1))
	}
	return l.pages
}

// layer divides the blocks of a document.
type layer struct {
	pages
	block, at int32
	depth     uint8
	parts     [5]string // the headings over what follows, by their level
	part      string    // the same as one
	inPart    int       // rows under the last of them
	notes     []notes.Text
}

func (l *layer) add(r row, anchor string) {
	r.block, r.depth = l.block, l.depth
	if r.kind != rowNote {
		r.at = l.at
	}
	if r.kind == rowHeading {
		l.inPart = 0
		clear(l.parts[r.level:])
		if l.parts[r.level] = anchor; anchor == "" {
			l.parts[r.level] = r.text.String()
		}
		l.part = strings.Join(l.parts[:], "\n")
	}
	r.key = rowKey{l.part, strconv.Itoa(l.inPart)}
	if r.quote != nil && r.quote.Of != (store.ID{}) {
		r.key.of = r.quote.Of.String()
	}
	l.inPart++
	if anchor != "" {
		l.places[anchor] = len(l.rows)
	}
	l.rows = append(l.rows, r)
}

func (l *layer) lay(b notes.Block) {
	switch b := b.(type) {
	case notes.Heading:
		l.add(row{kind: rowHeading, level: uint8(min(max(b.Level, 2), 4)), text: l.cite(b.Text)}, b.Anchor)
	case notes.Paragraph:
		l.add(row{kind: rowParagraph, text: l.cite(b.Text)}, "")
	case notes.Quote:
		l.add(row{kind: rowQuote, quote: &b, text: l.cite(b.Lead)}, b.Anchor)
	case notes.List:
		l.list(b)
	case notes.Table:
		l.table(b)
	case notes.Passage:
		l.passage(b)
	}
}

func (l *layer) list(b notes.List) {
	for i, item := range b.Items {
		if l.depth == 0 {
			l.at = int32(i)
		}
		if len(item.Text) > 0 || len(item.Blocks) == 0 {
			l.add(row{kind: rowItem, text: l.cite(item.Text)}, item.Anchor)
		} else if item.Anchor != "" { // it begins with a block
			l.places[item.Anchor] = len(l.rows)
		}
		l.depth++
		for _, beneath := range item.Blocks {
			l.lay(beneath)
		}
		l.depth--
	}
	if l.depth == 0 {
		l.at = 0
	}
}

func (l *layer) table(b notes.Table) {
	of := shapeOf(b)
	cells := func(kind rowKind, texts []notes.Text) {
		cited := make([]notes.Text, len(texts))
		for i, t := range texts {
			cited[i] = l.cite(t)
		}
		l.add(row{kind: kind, cells: cited, table: of}, "")
	}
	cells(rowHead, b.Head)
	for i, texts := range b.Rows {
		if l.depth == 0 {
			l.at = int32(i)
		}
		cells(rowCells, texts)
	}
	if l.depth == 0 {
		l.at = 0
	}
}

// shapeOf gives the columns of a table width by what they hold, as far as a few words need it.
func shapeOf(b notes.Table) *shape {
	const few, many = 6, 44 // code points
	s := &shape{numbers: b.Numbers}
	wide := make([]float32, len(b.Head))
	all := float32(0)
	for i, head := range b.Head {
		longest := len([]rune(head.String()))
		for _, cells := range b.Rows {
			longest = max(longest, len([]rune(cells[i].String())))
		}
		wide[i] = float32(min(max(longest, few), many))
		all += wide[i]
	}
	s.letters = all
	end := float32(0)
	for _, w := range wide {
		end += w / all
		s.ends = append(s.ends, end)
	}
	return s
}

func (l *layer) passage(b notes.Passage) {
	several := slices.ContainsFunc(b.Marks, func(m notes.Mark) bool { return m.By != b.Marks[0].By })
	for i, pieces := range b.Paragraphs() {
		l.at = int32(i)
		r := row{kind: rowPassage, marks: b.Marks, pieces: pieces, coders: several}
		for _, p := range pieces {
			for _, m := range p.Begin {
				l.places[b.Marks[m].Anchor] = len(l.rows)
				var lines []notes.Text
				for _, line := range b.Marks[m].Lines {
					lines = append(lines, l.cite(line))
				}
				r.begins, r.cited = append(r.begins, m), append(r.cited, lines)
			}
		}
		l.add(r, "")
	}
	l.at = 0
}

// cite puts a sign in place of each footnote of a text, and keeps the footnote for the end.
func (l *layer) cite(t notes.Text) notes.Text {
	has := false
	for _, r := range t {
		has = has || r.Note != nil
	}
	if !has {
		return t
	}
	var cited notes.Text
	for _, r := range t {
		note := r.Note
		r.Note = nil
		cited = append(cited, r)
		if note != nil {
			l.notes = append(l.notes, note)
			n := len(l.notes)
			cited = append(cited, notes.Run{Text: raised(n), To: noteAnchor(n)})
		}
	}
	return cited
}

// noteAnchor is that of a footnote. No other anchor has a stop in it.
func noteAnchor(n int) string { return "note." + strconv.Itoa(n) }

// raised writes the number of a footnote as its sign.
func raised(n int) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").
		Replace(strconv.Itoa(n))
}

// section is the last row of the part that a row is in: of a heading down to the next of its level or above, of another row that of the
// heading over it. first is that heading, or the title.
func (p pages) section(at int) (first, last int) {
	first, last = at, len(p.rows)-1
	for first > 0 && p.rows[first].kind != rowHeading {
		first--
	}
	if p.rows[first].kind == rowTitle {
		return first, last
	}
	for i := first + 1; i < len(p.rows); i++ {
		if p.rows[i].kind == rowHeading && p.rows[i].level <= p.rows[first].level {
			return first, i - 1
		}
	}
	return first, last
}

// find is where a row of another document stands in this one: itself, else the lowest heading over it that is there; -1 if none is.
func (p pages) find(key rowKey) int {
	heading, deep := -1, 0
	for i := range p.rows {
		r := &p.rows[i]
		if r.key == key {
			return i
		}
		if over := strings.TrimRight(r.key.part, "\n"); r.kind == rowHeading && len(over) > deep && strings.HasPrefix(key.part+"\n", over+"\n") {
			heading, deep = i, len(over)
		}
	}
	return heading
}
