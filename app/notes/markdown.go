package notes

import (
	"bufio"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Markdown writes the document as CommonMark with tables as GitHub and pandoc read them. Text is escaped, so that quotes
// come out verbatim when it is rendered.
func Markdown(w io.Writer, d Document) error {
	m := &markdown{w: bufio.NewWriter(w)}
	m.block(Heading{Level: 1, Text: plain(d.Title)}, "")
	for _, b := range d.Blocks {
		m.w.WriteByte('\n') //nolint:errcheck // bufio keeps the error for Flush
		m.block(b, "")
	}
	return m.w.Flush()
}

// markdown writes blocks; what it writes to keeps the first error until it is flushed.
type markdown struct{ w *bufio.Writer }

// line writes one line behind an indentation, without white space at its end.
func (m *markdown) line(indent, s string) {
	m.w.WriteString(strings.TrimRight(indent+s, " ")) //nolint:errcheck // bufio keeps the error for Flush
	m.w.WriteByte('\n')                               //nolint:errcheck // likewise
}

func (m *markdown) block(b Block, indent string) {
	switch b := b.(type) {
	case Heading:
		m.line(indent, strings.Repeat("#", b.Level)+" "+inline(b.Text))
	case Paragraph:
		m.line(indent, lineStart(inline(b.Text)))
	case Quote:
		m.quote(b, indent)
	case List:
		m.list(b, indent)
	case Table:
		m.table(b, indent)
	}
}

// quote writes the words, their translation and their source as paragraphs of one block quotation.
func (m *markdown) quote(q Quote, indent string) {
	paragraphs := escapedParagraphs(q.Words)
	if q.Translation != "" {
		translated := escapedParagraphs(q.Translation)
		if len(translated) > 0 {
			translated[0] = "[" + translated[0]
			translated[len(translated)-1] += "]"
		}
		paragraphs = append(paragraphs, translated...)
	}
	if len(q.Source) > 0 {
		paragraphs = append(paragraphs, "— "+inline(q.Source))
	}
	for i, p := range paragraphs {
		if i > 0 {
			m.line(indent, ">")
		}
		m.line(indent, "> "+p)
	}
}

// escapedParagraphs returns the lines of s that are not blank, each as a paragraph of its own.
func escapedParagraphs(s string) []string {
	var paragraphs []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			paragraphs = append(paragraphs, lineStart(escape(line)))
		}
	}
	return paragraphs
}

func (m *markdown) list(l List, indent string) {
	loose := slices.ContainsFunc(l.Items, func(i Item) bool { return len(i.Blocks) > 0 })
	for i, item := range l.Items {
		if i > 0 && loose {
			m.line(indent, "")
		}
		m.line(indent, "- "+lineStart(inline(item.Text)))
		for _, b := range item.Blocks {
			m.line(indent, "")
			m.block(b, indent+"  ")
		}
	}
}

func (m *markdown) table(t Table, indent string) {
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

func (m *markdown) row(cells []Text, indent string) {
	written := make([]string, len(cells))
	for i, c := range cells {
		written[i] = strings.ReplaceAll(inline(c), "|", `\|`)
	}
	m.line(indent, "| "+strings.Join(written, " | ")+" |")
}

// inline returns the text on one line, escaped and with its styles.
func inline(t Text) string {
	var s strings.Builder
	for _, r := range t {
		s.WriteString(run(r))
	}
	return strings.TrimSpace(s.String())
}

func run(r Run) string {
	s := escape(oneLine(r.Text))
	if r.Link != "" {
		return link(s, r.Link)
	}
	mark := map[Style]string{Emphasis: "*", Strong: "**"}[r.Style]
	core := strings.TrimSpace(s)
	if mark == "" || core == "" {
		return s
	}
	before, after, _ := strings.Cut(s, core)
	return before + mark + core + mark + after
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
