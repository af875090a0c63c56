package render

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"standpoint/app/notes"
)

// Markdown writes the document as CommonMark with tables as GitHub and pandoc read them. Text is escaped, so that quotes come out
// verbatim when it is rendered. What leads to another part of the document leads to an anchor in HTML, which CommonMark keeps.
func Markdown(ctx context.Context, w io.Writer, d notes.Document) error {
	m := &markdown{w: bufio.NewWriter(w)}
	m.block(notes.Heading{Level: 1, Text: notes.Text{{Text: d.Title}}}, "")
	for _, b := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		m.w.WriteByte('\n') //nolint:errcheck // bufio keeps the error for Flush
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
	notes []notes.Text // footnotes so far
	signs signs
}

// line writes one line behind an indentation, without white space at its end.
func (m *markdown) line(indent, s string) {
	m.w.WriteString(strings.TrimRight(indent+s, " ")) //nolint:errcheck // bufio keeps the error for Flush
	m.w.WriteByte('\n')                               //nolint:errcheck // likewise
}

func (m *markdown) block(b notes.Block, indent string) {
	switch b := b.(type) {
	case notes.Heading:
		m.line(indent, strings.Repeat("#", b.Level)+" "+anchor(b.Anchor)+m.inline(b.Text))
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
		m.line(indent, lineStart(anchor(q.Anchor)+lead))
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

// anchor returns the place to which a link to an anchor leads.
func anchor(name string) string {
	if name == "" {
		return ""
	}
	return `<a id="` + name + `"></a>`
}

// passage writes the text with its marks, a number behind the last word of each, then what they say.
func (m *markdown) passage(p notes.Passage, indent string) {
	for _, paragraph := range p.Paragraphs() {
		var line strings.Builder
		shown := m.signs.pieces(paragraph)
		for n, piece := range paragraph {
			words := escape(shown[n])
			if len(piece.Marks) > 0 {
				words = "<mark>" + words + "</mark>"
			}
			line.WriteString(words)
			for _, i := range piece.End {
				fmt.Fprintf(&line, "<sup>[%d](#%s)</sup>", p.Marks[i].Number, p.Marks[i].Anchor)
			}
		}
		m.line(indent, lineStart(strings.TrimSpace(line.String())))
		m.line(indent, "")
	}
	for _, mark := range p.Marks {
		var item notes.Item
		for _, more := range mark.Lines[1:] {
			item.Blocks = append(item.Blocks, notes.Paragraph{Text: more})
		}
		m.line(indent, "- "+anchor(mark.Anchor)+m.lead(mark.Number, mark.Lines[0]))
		for _, b := range item.Blocks {
			m.line(indent, "")
			m.block(b, indent+"  ")
		}
	}
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
		m.line("", fmt.Sprintf("%s<sup>[%d](#footnote-sign-%d)</sup> %s", anchor(fmt.Sprintf("footnote-%d", n)), n, n, m.inline(m.notes[i])))
	}
}

// escapedParagraphs returns the lines of s that are not blank, each as a paragraph of its own.
func (m *markdown) escapedParagraphs(s string) []string {
	var paragraphs []string
	for line := range strings.Lines(m.signs.shown(s)) {
		if line = strings.TrimSpace(line); line != "" {
			paragraphs = append(paragraphs, lineStart(escape(line)))
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
		m.line(indent, "- "+anchor(item.Anchor)+lineStart(m.inline(item.Text)))
		for _, b := range item.Blocks {
			m.line(indent, "")
			m.block(b, indent+"  ")
		}
	}
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
	for _, r := range t {
		s.WriteString(m.run(r))
	}
	return strings.TrimSpace(s.String())
}

func (m *markdown) run(r notes.Run) string {
	s := m.styled(r)
	if r.Note == nil {
		return s
	}
	m.notes = append(m.notes, r.Note)
	n := len(m.notes)
	return s + fmt.Sprintf("%s<sup>[%d](#footnote-%d)</sup>", anchor(fmt.Sprintf("footnote-sign-%d", n)), n, n)
}

func (m *markdown) styled(r notes.Run) string {
	s := escape(oneLine(m.signs.shown(r.Text)))
	mark := map[notes.Style]string{notes.Emphasis: "*", notes.Strong: "**"}[r.Style]
	core := strings.TrimSpace(s)
	if mark != "" && core != "" {
		before, after, _ := strings.Cut(s, core)
		s = before + mark + core + mark + after
	}
	switch {
	case r.Link != "":
		return link(s, r.Link)
	case r.To != "":
		return "[" + s + "](#" + r.To + ")"
	}
	return s
}

// link returns a link. Its address stands between pointed brackets, where only few characters need care.
func link(text, address string) string {
	if autolink.MatchString(address) && text == escape(address) {
		return "<" + address + ">"
	}
	address = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "%0A", "\\", "%5C", "&", "&amp;").Replace(address)
	return "[" + text + "](<" + address + ">)"
}

// oneLine returns s with a space in place of each line end.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

var (
	autolink  = regexp.MustCompile(`^https?://[^\s<>&\\]+$`)
	special   = regexp.MustCompile("[\\\\`*_\\[\\]<~$]")
	entity    = regexp.MustCompile(`&([#0-9A-Za-z])`)
	shortcode = regexp.MustCompile(`:([0-9A-Za-z_+\-]+):`)
	block     = regexp.MustCompile(`^([#>+\-=|:]|\d{1,9}[.)])`)
)

// escape returns s so that Markdown renders it as it is, wherever it stands in a line.
func escape(s string) string {
	s = special.ReplaceAllString(s, `\$0`)
	s = entity.ReplaceAllString(s, `\&$1`)
	return shortcode.ReplaceAllString(s, `\:$1:`)
}

// lineStart returns an escaped line so that it does not begin a heading, a list or anything else but a paragraph.
func lineStart(s string) string {
	return block.ReplaceAllStringFunc(s, func(start string) string {
		return start[:len(start)-1] + `\` + start[len(start)-1:]
	})
}
