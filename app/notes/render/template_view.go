package render

import (
	"strings"

	"standpoint/app/notes"
)

// What templates see of a document. The names of the fields are promised by docs/notes-template.md.
type (
	templateDocument struct {
		Title, Language, Made string
		Blocks                []templateBlock
		Quotes                []templateBlock // all of them, in order, also those within lists
		Signs                 string          // the sentence on signs that stand for characters; "" if there are none
	}

	// templateBlock is any block: Kind says which, and so which fields have something.
	templateBlock struct {
		Kind        string // "heading", "paragraph", "quote", "list", "table", "passage"
		Level       int
		Anchor      string
		Number      int
		Text        templateText
		Lead        templateText
		Words       string
		Language    string
		Translation string
		Items       []templateItem
		Head        []templateText
		Rows        [][]templateText
		Paragraphs  [][]templatePiece
		Marks       []templateMark
	}

	templateItem struct {
		Anchor string
		Text   templateText
		Blocks []templateBlock
	}

	// templateText is text in runs; printed it is their words.
	templateText []templateRun

	templateRun struct {
		Text             string
		Strong, Emphasis bool
		Link, To         string
		Note             templateText
	}

	templatePiece struct {
		Words             string
		Marks, Begin, End []templateMark
	}

	templateMark struct {
		Kind, Sign, Colour, Anchor, By string
		Number                         int
		Lines                          []templateText
	}
)

// String returns the words of all runs.
func (t templateText) String() string {
	var s strings.Builder
	for _, r := range t {
		s.WriteString(r.Text)
	}
	return s.String()
}

// viewer turns a document into what templates see.
type viewer struct {
	signs  signs
	quotes []templateBlock
}

func templateView(d notes.Document) templateDocument {
	v := &viewer{}
	view := templateDocument{Title: v.signs.shown(d.Title), Language: d.Language, Made: string(d.Made), Blocks: v.blocks(d.Blocks)}
	view.Quotes, view.Signs = v.quotes, v.signs.said(d.Language)
	return view
}

func (v *viewer) blocks(of []notes.Block) []templateBlock {
	list := make([]templateBlock, len(of))
	for i, b := range of {
		list[i] = v.block(b)
	}
	return list
}

func (v *viewer) block(b notes.Block) templateBlock {
	switch b := b.(type) {
	case notes.Heading:
		return templateBlock{Kind: "heading", Level: b.Level, Anchor: b.Anchor, Text: v.text(b.Text)}
	case notes.Paragraph:
		return templateBlock{Kind: "paragraph", Text: v.text(b.Text)}
	case notes.Quote:
		if b.Words == "" { // the words stand elsewhere
			return templateBlock{Kind: "paragraph", Text: v.text(b.Lead)}
		}
		quote := templateBlock{
			Kind: "quote", Anchor: b.Anchor, Number: b.Number, Lead: v.text(b.Lead), Words: v.signs.shown(b.Words), Language: b.Language,
			Translation: v.signs.shown(b.Translation),
		}
		v.quotes = append(v.quotes, quote)
		return quote
	case notes.List:
		list := templateBlock{Kind: "list"}
		for _, item := range b.Items {
			list.Items = append(list.Items, templateItem{Anchor: item.Anchor, Text: v.text(item.Text), Blocks: v.blocks(item.Blocks)})
		}
		return list
	case notes.Table:
		table := templateBlock{Kind: "table", Head: v.texts(b.Head)}
		for _, row := range b.Rows {
			table.Rows = append(table.Rows, v.texts(row))
		}
		return table
	case notes.Passage:
		return v.passage(b)
	}
	return templateBlock{}
}

func (v *viewer) passage(p notes.Passage) templateBlock {
	passage := templateBlock{Kind: "passage", Language: p.Language, Words: v.signs.shown(p.Words)}
	for _, m := range p.Marks {
		passage.Marks = append(passage.Marks, templateMark{
			Kind: string(m.Kind), Sign: m.Sign(), Colour: m.Colour, Anchor: m.Anchor, By: v.signs.shown(m.By),
			Number: m.Number, Lines: v.texts(m.Lines),
		})
	}
	these := func(numbers []int) []templateMark {
		var list []templateMark
		for _, i := range numbers {
			list = append(list, passage.Marks[i])
		}
		return list
	}
	for _, paragraph := range p.Paragraphs() {
		shown := v.signs.pieces(paragraph)
		var pieces []templatePiece
		for n, piece := range paragraph {
			pieces = append(pieces, templatePiece{Words: shown[n], Marks: these(piece.Marks), Begin: these(piece.Begin), End: these(piece.End)})
		}
		passage.Paragraphs = append(passage.Paragraphs, pieces)
	}
	return passage
}

func (v *viewer) texts(of []notes.Text) []templateText {
	list := make([]templateText, len(of))
	for i, t := range of {
		list[i] = v.text(t)
	}
	return list
}

func (v *viewer) text(of notes.Text) templateText {
	var t templateText
	for _, r := range of {
		t = append(t, templateRun{
			Text: v.signs.shown(r.Text), Strong: r.Style == notes.Strong, Emphasis: r.Style == notes.Emphasis, Link: address(r.Link), To: r.To,
			Note: v.text(r.Note),
		})
	}
	return t
}
