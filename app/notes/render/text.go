package render

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"standpoint/app/notes"
)

// textColumns is how long a line of plain text may be, in columns of a fixed pitch; signs of East Asia take two. A word that is longer
// stands on a line of its own.
const textColumns = 72

// Text writes the document as plain text for mail, in lines of 72 columns. Words of a quote stand behind "> " as they are, but that a
// line of layout ends in the place of one space, or between signs of East Asia.
func Text(ctx context.Context, w io.Writer, d notes.Document) error {
	p := &plainText{w: bufio.NewWriter(w)}
	p.block(notes.Heading{Level: 1, Text: notes.Text{{Text: d.Title}}}, "")
	for _, b := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.line("")
		p.block(b, "")
	}
	p.footnotes(WordsIn(d.Language).Notes)
	if said := p.signs.said(d.Language); said != "" {
		p.line("")
		p.wrapped("", "", said)
	}
	return p.w.Flush()
}

// plainText writes blocks; what it writes to keeps the first error until it is flushed.
type plainText struct {
	w     *bufio.Writer
	signs signs
	notes []notes.Text // footnotes so far
}

func (p *plainText) line(s string) {
	p.w.WriteString(s)  //nolint:errcheck // bufio keeps the error for Flush
	p.w.WriteByte('\n') //nolint:errcheck // likewise
}

// wrapped writes words in lines, behind an indentation of the first and one of the others.
func (p *plainText) wrapped(first, others, words string) {
	for _, line := range wrap(words, textColumns-columns(others)) {
		p.line(first + line)
		first = others
	}
}

func (p *plainText) block(b notes.Block, indent string) {
	switch b := b.(type) {
	case notes.Heading:
		p.heading(b, indent)
	case notes.Paragraph:
		p.wrapped(indent, indent, p.inline(b.Text))
	case notes.Quote:
		p.quote(b, indent)
	case notes.List:
		p.list(b, indent)
	case notes.Table:
		p.table(b, indent)
	case notes.Passage:
		p.passage(b, indent)
	}
}

// rules are the lines below headings, by their level.
var rules = [...]string{1: "=", 2: "-", 3: "~", 4: "."}

func (p *plainText) heading(h notes.Heading, indent string) {
	longest := 0
	for _, line := range wrap(p.inline(h.Text), textColumns-len(indent)) {
		p.line(indent + line)
		longest = max(longest, columns(line))
	}
	p.line(indent + strings.Repeat(rules[min(max(h.Level, 1), 4)], max(longest, 1)))
}

func (p *plainText) quote(q notes.Quote, indent string) {
	if q.Number > 0 || len(q.Lead) > 0 {
		p.comment(indent, q.Number, p.inline(q.Lead))
		if q.Words == "" {
			return
		}
		p.line("")
	}
	p.quoted(indent, p.signs.shown(q.Words))
	if q.Translation != "" {
		p.line(indent + ">")
		p.quoted(indent, "["+p.signs.shown(q.Translation)+"]")
	}
}

// quoted writes words as mail quotes them: each of their lines begins anew.
func (p *plainText) quoted(indent, words string) {
	for line := range strings.SplitSeq(words, "\n") {
		if line == "" {
			p.line(indent + ">")
			continue
		}
		p.wrapped(indent+"> ", indent+"> ", line)
	}
}

// comment writes paragraphs behind a number, if there is one, which all lines but the first leave free.
func (p *plainText) comment(indent string, number int, paragraphs ...string) {
	first, others := indent, indent
	if number > 0 {
		first = indent + reference(number) + " "
		others = strings.Repeat(" ", len(first))
	}
	for _, words := range paragraphs {
		p.wrapped(first, others, words)
		first = others
	}
}

// reference is how the document refers to a number.
func reference(number int) string { return "[" + strconv.Itoa(number) + "]" }

func (p *plainText) list(l notes.List, indent string) {
	for i, item := range l.Items {
		if i > 0 && len(l.Items[i-1].Blocks) > 0 {
			p.line("")
		}
		p.wrapped(indent+"- ", indent+"  ", p.inline(item.Text))
		for _, b := range item.Blocks {
			if _, list := b.(notes.List); !list {
				p.line("")
			}
			p.block(b, indent+"  ")
		}
	}
}

// table writes columns side by side where they have room, else each cell behind the name of its column.
func (p *plainText) table(t notes.Table, indent string) {
	rows := [][]string{p.cells(t.Head)}
	for _, r := range t.Rows {
		rows = append(rows, p.cells(r))
	}
	widths := make([]int, len(t.Head))
	room := textColumns - len(indent) + 2
	for i := range widths {
		for _, r := range rows {
			widths[i] = max(widths[i], columns(r[i]))
		}
		room -= widths[i] + 2
	}
	if room < 0 {
		p.cards(rows, indent)
		return
	}
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	for n, r := range rows {
		p.line(indent + aligned(r, widths, t.Numbers))
		if n == 0 {
			p.line(indent + strings.Join(rule, "  "))
		}
	}
}

func (p *plainText) cells(of []notes.Text) []string {
	list := make([]string, len(of))
	for i, c := range of {
		list[i] = p.inline(c)
	}
	return list
}

// aligned returns cells in columns of some widths, two spaces apart; numbers end where their column does.
func aligned(cells []string, widths []int, numbers []bool) string {
	var line strings.Builder
	for i, c := range cells {
		free := strings.Repeat(" ", widths[i]-columns(c))
		if i < len(numbers) && numbers[i] {
			c = free + c
		} else {
			c += free
		}
		if i > 0 {
			line.WriteString("  ")
		}
		line.WriteString(c)
	}
	return strings.TrimRight(line.String(), " ")
}

// cards writes each row of a table in lines of their own: the name of the column, and the cell if it has words.
func (p *plainText) cards(rows [][]string, indent string) {
	for n, r := range rows[1:] {
		if n > 0 {
			p.line("")
		}
		for i, c := range r {
			if c != "" {
				p.wrapped(indent, indent+"  ", rows[0][i]+": "+c)
			}
		}
	}
}

// passage writes a text whose marked words stand between low lines, the number of each mark behind them; what marks say stands below
// their paragraph.
func (p *plainText) passage(of notes.Passage, indent string) {
	written := make([]bool, len(of.Marks))
	say := func(marks []int) {
		for _, i := range marks {
			written[i] = true
			p.comment(indent+"    ", of.Marks[i].Number, p.cells(of.Marks[i].Lines)...)
		}
	}
	for n, paragraph := range of.Paragraphs() {
		if n > 0 {
			p.line("")
		}
		p.wrapped(indent, indent, p.marked(of, paragraph))
		var begun []int
		for _, piece := range paragraph {
			begun = append(begun, piece.Begin...)
		}
		if len(begun) > 0 {
			p.line("")
			say(begun)
		}
	}
	for i := range of.Marks {
		if !written[i] {
			say([]int{i})
		}
	}
}

// marked returns a paragraph of a passage on one line, with the signs of its marks.
func (p *plainText) marked(of notes.Passage, paragraph []notes.Piece) string {
	var line strings.Builder
	shown := p.signs.pieces(paragraph)
	within := false
	turn := func(to bool) {
		if within != to {
			line.WriteByte('_')
		}
		within = to
	}
	for n, piece := range paragraph {
		turn(len(piece.Marks) > 0)
		for _, i := range piece.Begin {
			line.WriteString(of.Marks[i].Sign())
		}
		line.WriteString(shown[n])
		if len(piece.End) > 0 {
			turn(false)
		}
		for _, i := range piece.End {
			if of.Marks[i].Number > 0 {
				line.WriteString(reference(of.Marks[i].Number))
			}
		}
	}
	turn(false)
	return line.String()
}

// inline returns the text on one line: addresses between pointed brackets, raised numbers for footnotes.
func (p *plainText) inline(t notes.Text) string {
	var s strings.Builder
	for _, r := range t {
		words := oneLine(p.signs.shown(r.Text))
		switch to := address(r.Link); {
		case to != "" && to == r.Text:
			words = "<" + words + ">"
		case to != "":
			words += " <" + to + ">"
		}
		s.WriteString(words)
		if r.Note != nil {
			p.notes = append(p.notes, r.Note)
			if words != "" && unicode.IsDigit(rune(words[len(words)-1])) {
				s.WriteByte(' ') // not a power
			}
			s.WriteString(raised(len(p.notes)))
		}
	}
	return s.String()
}

// raised returns a number in raised figures.
func raised(n int) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").
		Replace(strconv.Itoa(n))
}

// footnotes writes the footnotes under a heading.
func (p *plainText) footnotes(heading string) {
	if len(p.notes) == 0 {
		return
	}
	p.line("")
	p.heading(notes.Heading{Level: 2, Text: notes.Text{{Text: heading}}}, "")
	p.line("")
	for i := 0; i < len(p.notes); i++ { // a footnote may have another
		sign := raised(i+1) + " "
		p.wrapped(sign, strings.Repeat(" ", columns(sign)), p.inline(p.notes[i]))
	}
}

// columns is how much room words take, in columns of a fixed pitch.
func columns(s string) int {
	if isPlainASCII(s) {
		return len(s)
	}
	return uniseg.StringWidth(s)
}

func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// wrap returns words in lines of some columns. A line ends in the place of one space, or beside a sign of East Asia.
func wrap(words string, width int) []string {
	if len(words) <= width { // no character takes more columns than bytes
		return []string{words}
	}
	var lines []string
	var line strings.Builder
	used := 0
	for _, part := range unbroken(words) {
		if used > 0 && used+columns(strings.TrimRight(part, " ")) > width {
			lines = append(lines, strings.TrimSuffix(line.String(), " "))
			line.Reset()
			used = 0
		}
		line.WriteString(part)
		used += columns(part)
	}
	return append(lines, line.String())
}

// unbroken returns words in the parts between which a line may end; spaces stand at the end of a part.
func unbroken(words string) []string {
	var parts []string
	if isPlainASCII(words) {
		for words != "" {
			end := strings.IndexByte(words, ' ')
			if end < 0 {
				return append(parts, words)
			}
			for end < len(words) && words[end] == ' ' {
				end++
			}
			parts = append(parts, words[:end])
			words = words[end:]
		}
		return parts
	}
	state, part := -1, ""
	for words != "" {
		var segment string
		segment, words, _, state = uniseg.FirstLineSegmentInString(words, state)
		part += segment
		last, _ := utf8.DecodeLastRuneInString(part)
		next, _ := utf8.DecodeRuneInString(words)
		if last == ' ' || isWide(last) || isWide(next) {
			parts = append(parts, part)
			part = ""
		}
	}
	if part != "" {
		parts = append(parts, part)
	}
	return parts
}

// isWide reports whether a sign takes two columns.
func isWide(r rune) bool { return r >= '\u1100' && uniseg.StringWidth(string(r)) == 2 }
