package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/notes"
)

// Markdown writes the document as CommonMark with tables as GitHub and pandoc read them. Text is escaped, so that quotes come out
// verbatim when it is rendered, a paragraph for each of their lines. What leads to another part of the document leads to an anchor in
// HTML, which CommonMark keeps; there are no others. A document without a title is a part of one: it begins with its first block.
func Markdown(ctx context.Context, w io.Writer, d notes.Document) error {
	m := &markdown{w: bufio.NewWriter(w), led: map[string]bool{}}
	m.follow(d.Blocks)
	if d.Title != "" {
		m.block(notes.Heading{Level: 1, Text: notes.Text{{Text: d.Title}}}, "")
	}
	for i, b := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if i > 0 || d.Title != "" {
			m.line("", "")
		}
		m.block(b, "")
	}
	m.footnotes()
	if said := m.signs.said(d.Language); said != "" {
		m.line("", "")
		m.line("", "*"+escape(said)+"*")
	}
	return m.w.Flush()
}

// markdown writes blocks; what it writes to keeps the first error until it is flushed.
type markdown struct {
	w     *bufio.Writer
	notes []notes.Text    // footnotes so far
	led   map[string]bool // anchors to which something leads
	signs signs
}

// follow finds the anchors to which blocks lead.
func (m *markdown) follow(blocks []notes.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case notes.Heading:
			m.followText(b.Text)
		case notes.Paragraph:
			m.followText(b.Text)
		case notes.Quote:
			m.followText(b.Lead)
		case notes.List:
			for _, item := range b.Items {
				m.followText(item.Text)
				m.follow(item.Blocks)
			}
		case notes.Table:
			for _, row := range slices.Concat([][]notes.Text{b.Head}, b.Rows) {
				m.followText(row...)
			}
		case notes.Passage:
			for _, mark := range b.Marks {
				m.led[mark.Anchor] = m.led[mark.Anchor] || mark.Number > 0 // from the number behind its words
				m.followText(mark.Lines...)
			}
		}
	}
}

func (m *markdown) followText(texts ...notes.Text) {
	for _, t := range texts {
		for _, r := range t {
			m.led[r.To] = true
			m.followText(r.Note)
		}
	}
}

// line writes one line behind an indentation, without white space at its end.
func (m *markdown) line(indent, s string) {
	m.w.WriteString(strings.TrimRight(indent+s, " ")) //nolint:errcheck // bufio keeps the error for Flush
	m.w.WriteByte('\n')                               //nolint:errcheck // likewise
}

func (m *markdown) block(b notes.Block, indent string) {
	switch b := b.(type) {
	case notes.Heading:
		m.line(indent, strings.Repeat("#", b.Level)+" "+m.anchor(b.Anchor)+headingEnd(m.inline(b.Text)))
	case notes.Paragraph:
		m.line(indent, lineStart(m.inline(b.Text)))
	case notes.Quote:
		m.quote(b, indent)
	case notes.List:
		m.list(b, indent)
	case notes.Table:
		m.table(b, indent)
	case notes.Passage:
		m.passage(b, indent)
	}
}

// quote writes the line above the words, then the words and their translation as paragraphs of one block quotation.
func (m *markdown) quote(q notes.Quote, indent string) {
	if lead := m.lead(q.Number, q.Lead); lead != "" {
		m.line(indent, lineStart(m.anchor(q.Anchor)+lead))
		if q.Words == "" {
			return
		}
		m.line(indent, "")
	}
	paragraphs := m.escapedParagraphs(q.Words)
	if q.Translation != "" {
		translated := m.escapedParagraphs(q.Translation)
		if len(translated) > 0 {
			translated[0] = "[" + translated[0]
			translated[len(translated)-1] += "]"
		}
		paragraphs = append(paragraphs, translated...)
	}
	for i, p := range paragraphs {
		if i > 0 {
			m.line(indent, ">")
		}
		m.line(indent, "> "+p)
	}
}

// lead returns what stands beside the number of a quote or a comment, behind the number.
func (m *markdown) lead(number int, words notes.Text) string {
	if number == 0 {
		return m.inline(words)
	}
	return strings.TrimSuffix(fmt.Sprintf("**%d** · %s", number, m.inline(words)), " · ")
}

// anchor returns the place to which links to an anchor lead, if there are any.
func (m *markdown) anchor(name string) string {
	if !isAnchor(name) || !m.led[name] {
		return ""
	}
	return place(name)
}

// place returns a place to which links lead.
func place(name string) string { return `<a id="` + name + `"></a>` }

// passage writes the text with its marks, the sign of a stance before them and a number behind the last word of each, then what they
// say.
func (m *markdown) passage(p notes.Passage, indent string) {
	for _, paragraph := range p.Paragraphs() {
		shown := m.signs.pieces(paragraph)
		var line strings.Builder
		for n, piece := range paragraph {
			for _, i := range piece.Begin {
				line.WriteString(escape(p.Marks[i].Sign()))
			}
			words := edges(escape(shown[n]), n == 0, n == len(paragraph)-1)
			if len(piece.Marks) > 0 {
				words = "<mark>" + words + "</mark>"
			}
			line.WriteString(words)
			for _, i := range piece.End {
				line.WriteString(behind(p.Marks[i]))
			}
		}
		m.line(indent, lineStart(line.String()))
		m.line(indent, "")
	}
	for _, mark := range p.Marks {
		first, more := notes.Text(nil), mark.Lines
		if len(more) > 0 {
			first, more = more[0], more[1:]
		}
		m.line(indent, "- "+lineStart(m.anchor(mark.Anchor)+m.lead(mark.Number, first)))
		for _, t := range more {
			m.line(indent, "")
			m.block(notes.Paragraph{Text: t}, indent+"  ")
		}
	}
}

// behind returns the number that stands behind the last word of a mark.
func behind(mark notes.Mark) string {
	switch {
	case mark.Number == 0:
		return ""
	case !isAnchor(mark.Anchor):
		return fmt.Sprintf("<sup>%d</sup>", mark.Number)
	}
	return fmt.Sprintf("<sup>[%d](#%s)</sup>", mark.Number, mark.Anchor)
}

// footnotes writes the footnotes at the end; each leads back to where its sign stands.
func (m *markdown) footnotes() {
	if len(m.notes) > 0 {
		m.line("", "")
		m.line("", "---")
	}
	for i := 0; i < len(m.notes); i++ {
		m.line("", "")
		n := i + 1
		m.line("", fmt.Sprintf("%s<sup>[%d](#footnote-sign-%d)</sup> %s", place(fmt.Sprintf("footnote-%d", n)), n, n, m.inline(m.notes[i])))
	}
}

// escapedParagraphs returns the lines of s that are not empty, each as a paragraph of its own.
func (m *markdown) escapedParagraphs(s string) []string {
	var paragraphs []string
	for line := range strings.SplitSeq(m.signs.shown(s), "\n") {
		if line != "" {
			paragraphs = append(paragraphs, lineStart(edges(escape(line), true, true)))
		}
	}
	return paragraphs
}

func (m *markdown) list(l notes.List, indent string) {
	loose := slices.ContainsFunc(l.Items, func(i notes.Item) bool { return len(i.Blocks) > 0 })
	for i, item := range l.Items {
		if i > 0 && loose {
			m.line(indent, "")
		}
		words, below := m.anchor(item.Anchor)+m.inline(item.Text), item.Blocks
		if words == "" && len(below) > 0 { // an item that began with an empty line would end there
			m.first(below[0], indent)
			below = below[1:]
		} else {
			m.line(indent, "- "+lineStart(words))
		}
		for _, b := range below {
			m.line(indent, "")
			m.block(b, indent+"  ")
		}
	}
}

// first writes the first block of an item that has no words, behind the sign of the item.
func (m *markdown) first(b notes.Block, indent string) {
	out := m.w
	var written strings.Builder
	m.w = bufio.NewWriter(&written)
	m.block(b, indent+"  ")
	m.w.Flush() //nolint:errcheck // a Builder takes all
	m.w = out
	m.w.WriteString(indent + "- " + strings.TrimPrefix(written.String(), indent+"  ")) //nolint:errcheck // bufio keeps the error for Flush
}

func (m *markdown) table(t notes.Table, indent string) {
	m.row(t.Head, indent)
	rule := make([]string, len(t.Head))
	for i := range rule {
		rule[i] = "---"
		if i < len(t.Numbers) && t.Numbers[i] {
			rule[i] = "---:"
		}
	}
	m.line(indent, "| "+strings.Join(rule, " | ")+" |")
	for _, row := range t.Rows {
		m.row(row, indent)
	}
}

func (m *markdown) row(cells []notes.Text, indent string) {
	written := make([]string, len(cells))
	for i, c := range cells {
		written[i] = strings.ReplaceAll(m.inline(c), "|", `\|`)
	}
	m.line(indent, "| "+strings.Join(written, " | ")+" |")
}

// inline returns the text on one line, escaped and with its styles.
func (m *markdown) inline(t notes.Text) string {
	var s strings.Builder
	before := ' ' // what stands before the run
	for i, r := range t {
		after := ' '
		if r.Note == nil {
			after = neighbour(t[i+1:], utf8.DecodeRuneInString)
		}
		s.WriteString(m.run(r, before, after))
		switch {
		case r.Note != nil:
			before = '>'
		case r.Text != "":
			before = neighbour(t[i:i+1], utf8.DecodeLastRuneInString)
		}
	}
	return strings.Trim(s.String(), " \t")
}

// neighbour returns what stands beside the first of some runs that has words; '*' where its style has a sign there.
func neighbour(runs notes.Text, end func(string) (rune, int)) rune {
	for _, r := range runs {
		if c, size := end(r.Text); size > 0 {
			if r.Style != notes.Plain && c != ' ' && c != '\t' {
				return '*'
			}
			return c
		}
	}
	return ' '
}

func (m *markdown) run(r notes.Run, before, after rune) string {
	s := m.styled(r, before, after)
	if r.Note == nil {
		return s
	}
	m.notes = append(m.notes, r.Note)
	n := len(m.notes)
	return s + fmt.Sprintf("%s<sup>[%d](#footnote-%d)</sup>", place(fmt.Sprintf("footnote-sign-%d", n)), n, n)
}

// styles has the signs around words in a style, and the elements of HTML for where signs would stand for themselves.
var styles = map[notes.Style]struct{ sign, element string }{
	notes.Emphasis: {"*", "em"}, notes.Strong: {"**", "strong"},
}

func (m *markdown) styled(r notes.Run, before, after rune) string {
	words := oneLine(m.signs.shown(r.Text))
	s := escape(words)
	if core := strings.Trim(s, " \t"); core != "" && r.Style != notes.Plain {
		style := styles[r.Style]
		open, shut := style.sign, style.sign
		if !turnsStyle(words, before, after) {
			open, shut = "<"+style.element+">", "</"+style.element+">"
		}
		lead, tail, _ := strings.Cut(s, core)
		s = lead + open + core + shut + tail
	}
	switch to := address(r.Link); {
	case to != "":
		return link(s, r.Text, to)
	case isAnchor(r.To):
		return "[" + s + "](#" + r.To + ")"
	}
	return s
}

// turnsStyle reports whether signs around words begin and end a style: they do not beside white space within, nor between punctuation
// within and a letter outside.
func turnsStyle(words string, before, after rune) bool {
	core := strings.Trim(words, " \t")
	if !strings.HasPrefix(words, core) {
		before = ' '
	}
	if !strings.HasSuffix(words, core) {
		after = ' '
	}
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	apart := func(inside, outside rune) bool {
		switch {
		case outside == '*' || unicode.IsSpace(inside):
			return false
		case unicode.IsSpace(outside) || isPunctuation(outside):
			return true
		}
		return !isPunctuation(inside)
	}
	return apart(first, before) && apart(last, after)
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// link returns a link. Its address stands between pointed brackets, where only few characters need care.
func link(escaped, words, address string) string {
	if autolink.MatchString(address) && words == address {
		return "<" + address + ">"
	}
	address = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "%0A", "\\", "%5C", "&", "&amp;").Replace(address)
	return "[" + escaped + "](<" + address + ">)"
}

// oneLine returns s with a space in place of each line end.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

var (
	autolink  = regexp.MustCompile(`^https?://[^\s<>&\\]+$`)
	entity    = regexp.MustCompile(`&([#0-9A-Za-z])`)
	shortcode = regexp.MustCompile(`:([0-9A-Za-z_+\-]+):`)
	bareHost  = regexp.MustCompile(`(?i)\b(www)\.`)
	block     = regexp.MustCompile(`^([#>+\-=|:]|\d{1,9}[.)])`)
)

// escape returns s so that Markdown renders it as it is, wherever it stands in a line. Programs that make links of bare addresses do
// not, as they would show the signs by which something in them is escaped.
func escape(s string) string {
	s = special.Replace(s)
	if strings.Contains(s, ".") {
		s = bareHost.ReplaceAllString(s, `$1\.`)
	}
	s = strings.ReplaceAll(s, "://", `\://`)
	if strings.Contains(s, "&") {
		s = entity.ReplaceAllString(s, `\&$1`)
	}
	if strings.Count(s, ":") > 1 {
		s = shortcode.ReplaceAllString(s, `\:$1:`)
	}
	return s
}

// special puts a backslash before what means something wherever it stands.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "~", `\~`, "$", `\$`, "^", `\^`, "@", `\@`,
)

// edges writes the white space at the start and the end of a line as numbers, so that it stays.
func edges(escaped string, start, end bool) string {
	core := escaped
	if start {
		core = strings.TrimLeft(core, " \t")
	}
	lead := escaped[:len(escaped)-len(core)]
	tail := ""
	if end {
		trimmed := strings.TrimRight(core, " \t")
		tail, core = core[len(trimmed):], trimmed
	}
	return blanks.Replace(lead) + core + blanks.Replace(tail)
}

var blanks = strings.NewReplacer(" ", "&#32;", "\t", "&#9;")

// lineStart returns an escaped line so that it does not begin a heading, a list or anything else but a paragraph.
func lineStart(s string) string {
	return block.ReplaceAllStringFunc(s, func(start string) string {
		return start[:len(start)-1] + `\` + start[len(start)-1:]
	})
}

// headingEnd returns an escaped heading so that signs at its end do not close it.
func headingEnd(s string) string {
	if rest, is := strings.CutSuffix(s, "#"); is {
		return rest + `\#`
	}
	return s
}
