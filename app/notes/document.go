// Package notes turns a project, or some of its articles, into a Document that can be printed and cited: what each
// article says, who says it, and who stands where, in the article's own words. It owns how dates and citations are
// written for people. Renderers write a Document in a format; the store is only read.
package notes

import "strings"

// Document is what notes say, as plain data for a renderer.
type Document struct {
	Title  string
	Blocks []Block
}

// Block is a Heading, Paragraph, Quote, List or Table.
type Block interface{ block() }

// Heading begins a part of the document. Level 1 is the document's title.
type Heading struct {
	Level int
	Text  Text
}

// Paragraph is a paragraph of text.
type Paragraph struct{ Text Text }

// Quote is a verbatim quotation.
type Quote struct {
	Words       string // as they stand in the article; an LF parts paragraphs, " … " parts spans
	Translation string // of the words; "" when there is none
	Source      Text   // who said it and where it stands; may be empty
}

// List is a list of items, in order but not numbered.
type List struct{ Items []Item }

// Item is one item of a List: a line and what belongs beneath it.
type Item struct {
	Text   Text
	Blocks []Block
}

// Table is a table with a head. Every row has as many cells as the head.
type Table struct {
	Head    []Text
	Numbers []bool // columns that hold numbers
	Rows    [][]Text
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Quote) block()     {}
func (List) block()      {}
func (Table) block()     {}

// Text is text in runs of one style.
type Text []Run

// Run is a piece of text in one style.
type Run struct {
	Text  string
	Style Style
	Link  string // an address; "" for none
}

// Style is how a run is set.
type Style uint8

// The styles of a run.
const (
	Plain Style = iota
	Emphasis
	Strong
)

// String returns the text without its styles.
func (t Text) String() string {
	var s strings.Builder
	for _, r := range t {
		s.WriteString(r.Text)
	}
	return s.String()
}

func plain(s string) Text    { return Text{{Text: s}} }
func strong(s string) Text   { return Text{{Text: s, Style: Strong}} }
func emphasis(s string) Text { return Text{{Text: s, Style: Emphasis}} }

// and returns the text followed by others.
func (t Text) and(others ...Text) Text {
	joined := t[:len(t):len(t)]
	for _, o := range others {
		joined = append(joined, o...)
	}
	return joined
}

// joinText returns the parts that are not empty with a separator between them.
func joinText(separator string, parts ...Text) Text {
	var joined Text
	for _, p := range parts {
		if len(p) == 0 || p.String() == "" {
			continue
		}
		if len(joined) > 0 {
			joined = append(joined, Run{Text: separator})
		}
		joined = append(joined, p...)
	}
	return joined
}

// enumerate joins names as a sentence does: "a", "a and b", "a, b and c".
func enumerate(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}
