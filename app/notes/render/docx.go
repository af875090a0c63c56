package render

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"standpoint/app/notes"
)

// DOCX writes the document for Word and its like (ECMA-376, transitional): with styles, a table of contents that leads to the
// headings, footnotes, and each mark of a passage as a comment on its words.
func DOCX(ctx context.Context, w io.Writer, d notes.Document) error {
	x := newDocx(d)
	p := newPack(w, d.Made)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxPackageLinks},
		{"docProps/core.xml", x.properties()},
		{"word/styles.xml", x.styles()},
		{"word/numbering.xml", docxNumbering()},
		{"word/settings.xml", x.settings()},
		{"word/footer1.xml", x.footer()},
	} {
		if err := p.add(part.name, []byte(part.content)); err != nil {
			return err
		}
	}
	err := p.stream("word/document.xml", func(m *markup) error {
		x.main.markup = m
		return x.document(ctx)
	})
	if err != nil {
		return err
	}
	for _, s := range []struct {
		name, element, first string
		story                *story
		content              gathered
	}{
		{name: "comments", element: "w:comments", story: x.comments, content: x.commentParts},
		{name: "footnotes", element: "w:footnotes", first: docxSeparators, story: x.footnotes, content: x.footnoteParts},
	} {
		begin, end := docxOpen(s.element)+s.first, "</"+s.element+">"
		if err := p.add("word/"+s.name+".xml", []byte(begin), s.content.bytes(), []byte(end)); err != nil {
			return err
		}
		if err := p.add("word/_rels/"+s.name+".xml.rels", []byte(docxLinks("", s.story.links))); err != nil {
			return err
		}
	}
	if err := p.add("word/_rels/document.xml.rels", []byte(docxLinks(docxPartLinks, x.main.links))); err != nil {
		return err
	}
	return p.zip.Close()
}

// docx is a document that is being written.
type docx struct {
	doc   notes.Document
	words Words
	base  tongue
	signs signs

	main, comments, footnotes   *story
	commentParts, footnoteParts gathered

	entries   []entry // of the table of contents, for each heading of the document
	levels    int     // of the table of contents; 0: there is none
	bookmarks map[string]string
	bookmark  int // how many bookmarks were set
	comment   int // how many comments there are
	footnote  int // how many footnotes
}

func newDocx(d notes.Document) *docx {
	x := &docx{
		doc: d, words: WordsIn(d.Language), base: tongueOf(cmp.Or(d.Language, "en")), bookmarks: map[string]string{},
		commentParts: newGathered(), footnoteParts: newGathered(),
	}
	x.entries, x.levels = contents(d)
	x.main = &story{docx: x, footnoted: true}
	x.comments = &story{docx: x, markup: x.commentParts.markup}
	x.footnotes = &story{docx: x, markup: x.footnoteParts.markup}
	return x
}

// story is a text of the document with links of its own: the main one, the comments, the footnotes.
type story struct {
	*docx
	*markup
	links     []string // addresses, by the numbers of their links
	footnoted bool     // whether footnotes may stand in it
}

func (x *docx) document(ctx context.Context) error {
	s := x.main
	s.put(docxOpen("w:document"), "<w:body>")
	s.line(para{style: "Title"}, notes.Text{{Text: x.doc.Title}})
	heading := 0
	for i, b := range x.doc.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if h, ok := b.(notes.Heading); ok {
			if heading == 0 {
				s.contents()
			}
			heading++
			s.heading(h, heading)
			continue
		}
		var next notes.Block
		if i+1 < len(x.doc.Blocks) {
			next = x.doc.Blocks[i+1]
		}
		if err := s.block(ctx, b, next, 0); err != nil {
			return err
		}
	}
	if said := x.signs.said(x.doc.Language); said != "" {
		s.line(para{style: "Normal"}, notes.Text{{Text: said, Style: notes.Emphasis}})
	}
	s.put(docxSection, "</w:body></w:document>")
	return nil
}

// contents writes the table of contents: a field that Word can make anew, with what it would make of the document now.
func (s *story) contents() {
	if s.levels == 0 {
		return
	}
	s.put(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>`,
		`<w:sdtContent>`)
	s.line(para{style: "TOCHeading"}, notes.Text{{Text: s.words.Contents}})
	begin := fmt.Sprintf(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-%d" \n \h \z \u `+
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, s.levels)
	last := 0
	for i, e := range s.entries {
		if e.level > 0 {
			last = i
		}
	}
	for i, e := range s.entries {
		if e.level == 0 {
			continue
		}
		rightLeft := wordsRightLeft(e.words, s.base)
		s.begin(para{style: "TOC" + strconv.Itoa(e.level), rightLeft: rightLeft})
		s.put(begin, `<w:hyperlink w:anchor="`, contentsMark(i+1), `" w:history="1">`)
		begin = ""
		s.shown(e.words, look{}, rightLeft)
		s.put(`</w:hyperlink>`)
		if i == last {
			s.put(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		s.put(`</w:p>`)
	}
	s.put(`</w:sdtContent></w:sdt>`)
}

// contentsMark is the bookmark of a heading to which the table of contents leads.
func contentsMark(heading int) string { return fmt.Sprintf("_Toc%09d", heading) }

func (s *story) heading(h notes.Heading, number int) {
	rightLeft := lineRightLeft(h.Text, s.base)
	s.begin(para{style: "Heading" + strconv.Itoa(h.Level-1), rightLeft: rightLeft})
	s.anchor(h.Anchor)
	end := ""
	if number > 0 && s.entries[number-1].level > 0 {
		s.bookmark++
		id := strconv.Itoa(s.bookmark)
		s.put(`<w:bookmarkStart w:id="`, id, `" w:name="`, contentsMark(number), `"/>`)
		end = `<w:bookmarkEnd w:id="` + id + `"/>`
	}
	s.text(h.Text, rightLeft)
	s.put(end, `</w:p>`)
}

// block writes a block that stands within lists of a depth, and before another one or nothing.
func (s *story) block(ctx context.Context, b, next notes.Block, depth int) error {
	switch b := b.(type) {
	case notes.Heading:
		s.heading(b, 0)
	case notes.Paragraph:
		s.line(para{style: "Normal", indent: depth * listStep}, b.Text)
	case notes.Quote:
		s.quote(b, depth)
	case notes.List:
		return s.list(ctx, b, depth)
	case notes.Table:
		s.table(b, next, depth)
	case notes.Passage:
		return s.passage(ctx, b)
	}
	return nil
}

func (s *story) list(ctx context.Context, l notes.List, depth int) error {
	for _, item := range l.Items {
		s.line(para{style: "ListBullet", item: depth + 1}, item.Text)
		for i, b := range item.Blocks {
			var next notes.Block
			if i+1 < len(item.Blocks) {
				next = item.Blocks[i+1]
			}
			if err := s.block(ctx, b, next, depth+1); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// quote writes the line above the words, which stays with them, then the words and their translation.
func (s *story) quote(q notes.Quote, depth int) {
	anchor := q.Anchor
	if q.Number != 0 || len(q.Lead) > 0 {
		rightLeft := lineRightLeft(q.Lead, s.base)
		p := para{style: "QuoteLead", indent: depth * listStep, rightLeft: rightLeft, flush: q.Number == 0}
		if p.indent > 0 || p.flush {
			p.indent += leadIndent
		}
		s.begin(p)
		s.anchor(anchor)
		anchor = ""
		if q.Number != 0 {
			s.run(strconv.Itoa(q.Number)+"\t", look{strong: true}, rightLeft)
		}
		s.text(q.Lead, rightLeft)
		s.put(`</w:p>`)
	}
	t := tongueOf(q.Language)
	indent := 0
	if depth > 0 {
		indent = depth*listStep + quoteIndent
	}
	for _, words := range paragraphsOf(q.Words) {
		rightLeft := wordsRightLeft(words, t)
		s.begin(para{style: "Quote", indent: indent, rightLeft: rightLeft, bar: true})
		s.anchor(anchor)
		anchor = ""
		s.shown(words, look{tongue: t}, rightLeft)
		s.put(`</w:p>`)
	}
	for _, words := range translated(q) {
		rightLeft := wordsRightLeft(words, unknownTongue)
		s.begin(para{style: "QuoteTranslation", indent: indent, rightLeft: rightLeft, bar: true})
		s.shown(words, look{tongue: unknownTongue}, rightLeft)
		s.put(`</w:p>`)
	}
}

func (s *story) table(t notes.Table, next notes.Block, depth int) {
	indent := depth * listStep
	columns := widths(t, textWidth-indent)
	s.put(`<w:tbl><w:tblPr><w:tblStyle w:val="NotesTable"/><w:tblW w:w="`, strconv.Itoa(textWidth-indent), `" w:type="dxa"/>`,
		`<w:tblInd w:w="`, strconv.Itoa(indent), `" w:type="dxa"/>`,
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`,
		`<w:tblGrid>`)
	for _, width := range columns {
		s.put(`<w:gridCol w:w="`, strconv.Itoa(width), `"/>`)
	}
	s.put(`</w:tblGrid>`)
	row := func(cells []notes.Text, properties, style string) {
		s.put(`<w:tr><w:trPr><w:cantSplit/>`, properties, `</w:trPr>`)
		for i, c := range cells {
			s.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(columns[i]), `" w:type="dxa"/></w:tcPr>`)
			s.line(para{style: style, end: i < len(t.Numbers) && t.Numbers[i]}, c)
			s.put(`</w:tc>`)
		}
		s.put(`</w:tr>`)
	}
	row(t.Head, `<w:tblHeader/>`, "TableHeading")
	for _, cells := range t.Rows {
		row(cells, "", "TableText")
	}
	s.put(`</w:tbl>`)
	if _, table := next.(notes.Table); table || next == nil { // Word joins tables that follow each other, and ends with a paragraph
		s.put(`<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>`)
	}
}

// passage writes the text with its marks: their colours behind the words, a line beneath them, and a comment each.
func (s *story) passage(ctx context.Context, p notes.Passage) error {
	first := s.comment
	s.comment += len(p.Marks)
	t := tongueOf(p.Language)
	for _, paragraph := range p.Paragraphs() {
		if err := ctx.Err(); err != nil {
			return err
		}
		words := s.signs.pieces(paragraph)
		rightLeft := wordsRightLeft(strings.Join(words, ""), t)
		s.begin(para{style: "BodyText", rightLeft: rightLeft})
		for i, piece := range paragraph {
			for _, m := range piece.Begin {
				id := strconv.Itoa(first + m)
				s.anchor(p.Marks[m].Anchor)
				s.put(`<w:commentRangeStart w:id="`, id, `"/>`)
				s.comments.remark(p.Marks[m], id)
			}
			s.run(words[i], look{tongue: t, mark: markLookOf(p.Marks, piece.Marks)}, rightLeft)
			for _, m := range piece.End {
				id := strconv.Itoa(first + m)
				s.put(`<w:commentRangeEnd w:id="`, id, `"/>`)
				s.remarkSign(id)
			}
		}
		s.put(`</w:p>`)
	}
	if rest := wordless(p); len(rest) > 0 {
		s.begin(para{style: "BodyText"})
		for _, m := range rest {
			id := strconv.Itoa(first + m)
			s.anchor(p.Marks[m].Anchor)
			s.remarkSign(id)
			s.comments.remark(p.Marks[m], id)
		}
		s.put(`</w:p>`)
	}
	return nil
}

// remarkSign refers to a comment.
func (s *story) remarkSign(id string) {
	s.put(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="`, id, `"/></w:r>`)
}

// remark writes the comment of a mark.
func (s *story) remark(m notes.Mark, id string) {
	by := s.signs.shown(m.By)
	s.put(`<w:comment w:id="`, id, `" w:author="`, xmlEscape(by), `"`)
	if !m.At.IsZero() {
		s.put(` w:date="`, m.At.UTC().Format(time.RFC3339), `"`)
	}
	s.put(` w:initials="`, xmlEscape(initials(by)), `">`)
	for i, line := range m.Lines {
		rightLeft := lineRightLeft(line, s.base)
		s.begin(para{style: "CommentText", rightLeft: rightLeft})
		if i == 0 {
			s.put(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>`)
			if m.Number != 0 {
				s.run(strconv.Itoa(m.Number), look{strong: true}, rightLeft)
				s.run(" · ", look{}, rightLeft)
			}
		}
		s.text(line, rightLeft)
		s.put(`</w:p>`)
	}
	s.put(`</w:comment>`)
}
