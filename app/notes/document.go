// Package notes turns a project, or a part of it, into a Document that can be printed and cited: what each article says, who says
// it, and who stands where, in the article's own words. It owns how dates and citations are written for people. Package render
// writes a Document in a format; the store is only read.
package notes

import (
	"strings"
	"time"

	"standpoint/store"
	"standpoint/store/text"
)

// Document is what notes say, as plain data for a renderer and the preview.
type Document struct {
	Title    string
	Language string    // of what the notes say by themselves, BCP 47; quotes have their own
	Made     store.Day // when they were made, as they say; "" when they do not say
	Part     bool      // it has only the first articles, actors or issues: to be shown, not to be handed on
	Blocks   []Block
	Items    []store.ID // of a report: for each block the part that it is of, none for what stands behind all; nil of other documents
}

// Block is a Heading, Paragraph, Quote, List, Table or Passage.
type Block interface{ block() }

// Heading begins a part of the document. Level 1 is the document's title, which is no block.
type Heading struct {
	Level  int // 2 to 4
	Text   Text
	Anchor string // by which Run.To leads here; "" for none. Anchors are ASCII letters, digits and hyphens, each given once
}

// Paragraph is a paragraph of text.
type Paragraph struct{ Text Text }

// Quote is a verbatim quotation with a line above it, which says whose words they are; or that line alone, where it refers to the words of
// another quote.
type Quote struct {
	Anchor      string   // by which Run.To leads here; "" for none
	Number      int      // by which the document refers to it, from 1; 0 for none
	Lead        Text     // who says it, in what way, and where; may be empty
	Words       string   // as they stand in the article; an LF parts paragraphs, " … " parts spans; "" for none
	Language    string   // of the words, BCP 47; "" when it is not known
	Translation string   // of the words, into whatever language; "" when there is none
	Of          store.ID // the annotation whose words they are; none: of several
}

// List is a list of items, in order but not numbered.
type List struct{ Items []Item }

// Item is one item of a List: a line and what belongs beneath it.
type Item struct {
	Anchor string // by which Run.To leads here; "" for none
	Text   Text
	Blocks []Block
}

// Table is a table with a head. Every row has as many cells as the head.
type Table struct {
	Head    []Text
	Numbers []bool // columns that hold numbers
	Rows    [][]Text
}

// Passage is a whole text with marks in place.
type Passage struct {
	Words    string // LF parts paragraphs
	Language string // of the words, BCP 47; "" when it is not known
	Marks    []Mark // in the order of their first words; they may overlap
}

// Mark is what an annotation marks of a Passage, and the comment that belongs to it.
type Mark struct {
	Spans       []text.Span // code points of the words of the passage, in order, apart from one another, none empty
	Kind        store.Kind
	Stance      store.Stance // of a position
	Conditional bool         // a position that is taken under a condition
	Colour      string       // of the actor or the tag, "#rrggbb"; "" for none
	Anchor      string       // by which Run.To leads here
	Number      int          // by which the document refers to it, from 1
	By          string       // the coder; "" when not known
	At          time.Time    // when it was made; zero when not known
	Lines       []Text       // what the comment says, a paragraph each; one at least
	Of          store.ID     // the annotation
}

// Sign tells the stance of a position without colour: ▲, ▼, ● or ?, with ◇ under a condition; "" of what has no stance.
func (m Mark) Sign() string {
	sign := stanceSign(m.Stance)
	if sign != "" && m.Conditional {
		sign += "◇"
	}
	return sign
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Quote) block()     {}
func (List) block()      {}
func (Table) block()     {}
func (Passage) block()   {}

// Text is text in runs of one style.
type Text []Run

// Run is a piece of text in one style. It has a Link or a To or neither.
type Run struct {
	Text  string
	Style Style
	Link  string // an address of the web, mail or file; "" for none
	To    string // the anchor of a part of this document; "" for none
	Note  Text   // of a footnote whose sign stands behind the text; nil for none
}

// Style is how a run is set.
type Style uint8

// The styles of a run.
const (
	Plain Style = iota
	Emphasis
	Strong
)

// String returns the text without its styles and footnotes.
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
