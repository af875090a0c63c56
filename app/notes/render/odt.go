package render

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/app/notes"
)

// ODT writes the document for LibreOffice and its like (OpenDocument 1.3): with styles, a table of contents that leads to the
// headings, footnotes, and each mark of a passage as an annotation of its words.
func ODT(ctx context.Context, w io.Writer, d notes.Document) error {
	x := &odt{
		gathered: newGathered(), doc: d, words: WordsIn(d.Language), base: tongueOf(cmp.Or(d.Language, "en")), styles: newOdtStyles(),
		footnoted: true,
	}
	x.entries, x.levels = contents(d)
	if err := x.document(ctx); err != nil { // it is gathered first: what it says of styles stands above it
		return err
	}
	p := newPack(w, d.Made)
	if err := p.store("mimetype", odtType); err != nil {
		return err
	}
	for _, part := range []struct {
		name    string
		content [][]byte
	}{
		{"META-INF/manifest.xml", [][]byte{[]byte(odtManifest)}},
		{"meta.xml", [][]byte{[]byte(x.meta())}},
		{"styles.xml", [][]byte{[]byte(x.stylesPart())}},
		{"content.xml", [][]byte{[]byte(odtOpen("document-content")), []byte(x.styles.written()), x.bytes(), []byte(odtEnd)}},
	} {
		if err := p.add(part.name, part.content...); err != nil {
			return err
		}
	}
	return p.zip.Close()
}

// odt is a document that is being written.
type odt struct {
	gathered
	doc    notes.Document
	words  Words
	base   tongue
	signs  signs
	styles *odtStyles

	entries    []entry // of the table of contents, for each heading of the document
	levels     int     // of the table of contents; 0: there is none
	footnoted  bool    // whether footnotes may stand in what is being written
	footnote   int     // how many footnotes there are
	annotation int     // how many annotations
	table      int     // how many tables
}

func (x *odt) document(ctx context.Context) error {
	x.put(`<office:body><office:text>`)
	x.line(odtPara{parent: "Title"}, notes.Text{{Text: x.doc.Title}})
	heading := 0
	for _, b := range x.doc.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if h, ok := b.(notes.Heading); ok {
			if heading == 0 {
				x.contents()
			}
			heading++
			x.heading(h, heading)
			continue
		}
		if err := x.block(ctx, b, 0); err != nil {
			return err
		}
	}
	if said := x.signs.said(x.doc.Language); said != "" {
		x.line(odtPara{parent: "Text_20_body"}, notes.Text{{Text: said, Style: notes.Emphasis}})
	}
	x.put(`</office:text></office:body>`)
	return nil
}

// contents writes the table of contents: how it is made, and what is in it now.
func (x *odt) contents() {
	if x.levels == 0 {
		return
	}
	title := xmlEscape(x.words.Contents)
	x.put(`<text:table-of-content text:name="`, title, `" text:style-name="Contents" text:protected="true">`,
		`<text:table-of-content-source text:outline-level="`, strconv.Itoa(x.levels), `">`,
		`<text:index-title-template text:style-name="Contents_20_Heading">`, title, `</text:index-title-template>`)
	for level := range x.levels {
		n := strconv.Itoa(level + 1)
		x.put(`<text:table-of-content-entry-template text:outline-level="`, n, `" text:style-name="Contents_20_`, n, `">`,
			`<text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/>`,
			`<text:index-entry-link-end/></text:table-of-content-entry-template>`)
	}
	x.put(`</text:table-of-content-source><text:index-body><text:index-title text:name="`, title, `_Head" text:style-name="Contents">`)
	x.line(odtPara{parent: "Contents_20_Heading"}, notes.Text{{Text: x.words.Contents}})
	x.put(`</text:index-title>`)
	for i, e := range x.entries {
		if e.level > 0 {
			x.begin(odtPara{parent: "Contents_20_" + strconv.Itoa(e.level), rightLeft: wordsRightLeft(e.words, x.base)})
			x.put(`<text:a xlink:type="simple" xlink:href="#`, odtContentsMark(i+1), `" text:style-name="Index_20_Link"`,
				` text:visited-style-name="Index_20_Link">`)
			x.shown(e.words, look{})
			x.put(`</text:a></text:p>`)
		}
	}
	x.put(`</text:index-body></text:table-of-content>`)
}

// odtContentsMark is the bookmark of a heading to which the table of contents leads.
func odtContentsMark(heading int) string { return "contents-" + strconv.Itoa(heading) }

func (x *odt) heading(h notes.Heading, number int) {
	level := strconv.Itoa(h.Level - 1)
	style := x.styles.paragraph(odtPara{parent: "Heading_20_" + level, rightLeft: lineRightLeft(h.Text, x.base)})
	x.put(`<text:h text:style-name="`, style, `" text:outline-level="`, level, `">`)
	x.anchor(h.Anchor)
	if number > 0 && x.entries[number-1].level > 0 {
		x.anchor(odtContentsMark(number))
	}
	x.text(h.Text)
	x.put(`</text:h>`)
}

// block writes a block that stands within lists of a depth.
func (x *odt) block(ctx context.Context, b notes.Block, depth int) error {
	switch b := b.(type) {
	case notes.Heading:
		x.heading(b, 0)
	case notes.Paragraph:
		x.line(odtPara{parent: "Text_20_body"}, b.Text)
	case notes.Quote:
		x.outside(depth, func() { x.quote(b, depth) }) // in a list LibreOffice lets no first line begin before the others
	case notes.List:
		return x.list(ctx, b, depth)
	case notes.Table:
		x.outside(depth, func() { x.tableOf(b, depth) })
	case notes.Passage:
		return x.passage(ctx, b)
	}
	return nil
}

func (x *odt) list(ctx context.Context, l notes.List, depth int) error {
	x.put(`<text:list text:style-name="Bullets">`)
	for _, item := range l.Items {
		x.put(`<text:list-item>`)
		x.begin(odtPara{parent: "List_20_Bullet", rightLeft: x.base.kind == rightToLeft}) // below one another, on the side of the notes
		x.text(item.Text)
		x.put(`</text:p>`)
		for _, b := range item.Blocks {
			if err := x.block(ctx, b, depth+1); err != nil {
				return err
			}
		}
		x.put(`</text:list-item>`)
	}
	x.put(`</text:list>`)
	return ctx.Err()
}

// outside writes what cannot stand in a list: the lists around it end before it, and go on behind it without a bullet.
func (x *odt) outside(depth int, write func()) {
	x.put(strings.Repeat(`</text:list-item></text:list>`, depth))
	write()
	x.put(strings.Repeat(`<text:list text:style-name="Bullets" text:continue-numbering="true"><text:list-item>`, depth))
}

// quote writes the line above the words, which stays with them, then the words and their translation.
func (x *odt) quote(q notes.Quote, depth int) {
	anchor := q.Anchor
	if q.Number != 0 || len(q.Lead) > 0 {
		p := odtPara{parent: "Quote_20_Lead", indent: indentOf(depth, leadIndent), rightLeft: lineRightLeft(q.Lead, x.base)}
		if p.flush = q.Number == 0; p.flush {
			p.indent = depth*listStep + leadIndent
		}
		p.hanging = p.indent > 0 && !p.flush
		x.begin(p)
		x.anchor(anchor)
		anchor = ""
		if q.Number != 0 {
			x.run(strconv.Itoa(q.Number), look{strong: true})
			x.put(`<text:tab/>`)
		}
		x.text(q.Lead)
		x.put(`</text:p>`)
	}
	t := tongueOf(q.Language)
	for _, words := range paragraphsOf(q.Words) {
		x.begin(odtPara{parent: "Quotations", indent: indentOf(depth, quoteIndent), bar: true, rightLeft: wordsRightLeft(words, t)})
		x.anchor(anchor)
		anchor = ""
		x.shown(words, look{tongue: t})
		x.put(`</text:p>`)
	}
	for _, words := range translated(q) {
		rightLeft := wordsRightLeft(words, unknownTongue)
		x.begin(odtPara{parent: "Quote_20_Translation", indent: indentOf(depth, quoteIndent), bar: true, rightLeft: rightLeft})
		x.shown(words, look{tongue: unknownTongue})
		x.put(`</text:p>`)
	}
}

// indentOf returns how far a paragraph within lists of a depth is indented; 0 where its style says so.
func indentOf(depth, indent int) int {
	if depth == 0 {
		return 0
	}
	return depth*listStep + indent
}

func (x *odt) tableOf(t notes.Table, depth int) {
	x.table++
	indent := depth * listStep
	name := x.styles.table(widths(t, textWidth-indent), indent)
	x.put(`<table:table table:name="Table`, strconv.Itoa(x.table), `" table:style-name="`, name, `">`)
	for column := range t.Head {
		x.put(`<table:table-column table:style-name="`, name, `.`, strconv.Itoa(column+1), `"/>`)
	}
	row := func(cells []notes.Text, cell, paragraph string) {
		x.put(`<table:table-row table:style-name="Row">`)
		for i, c := range cells {
			x.put(`<table:table-cell table:style-name="`, cell, `" office:value-type="string">`)
			x.line(odtPara{parent: paragraph, end: i < len(t.Numbers) && t.Numbers[i]}, c)
			x.put(`</table:table-cell>`)
		}
		x.put(`</table:table-row>`)
	}
	x.put(`<table:table-header-rows>`)
	row(t.Head, "HeadCell", "Table_20_Heading")
	x.put(`</table:table-header-rows>`)
	for _, cells := range t.Rows {
		row(cells, "Cell", "Table_20_Contents")
	}
	x.put(`</table:table>`)
}

// passage writes the text with its marks: their colours behind the words, a line beneath them, and an annotation each.
func (x *odt) passage(ctx context.Context, p notes.Passage) error {
	first := x.annotation
	x.annotation += len(p.Marks)
	t := tongueOf(p.Language)
	for _, paragraph := range p.Paragraphs() {
		if err := ctx.Err(); err != nil {
			return err
		}
		words := x.signs.pieces(paragraph)
		x.begin(odtPara{parent: "Article_20_Text", rightLeft: wordsRightLeft(strings.Join(words, ""), t)})
		for i, piece := range paragraph {
			for _, m := range piece.Begin {
				x.anchor(p.Marks[m].Anchor)
				x.remark(p.Marks[m], "mark-"+strconv.Itoa(first+m+1))
			}
			x.run(words[i], look{tongue: t, mark: markLookOf(p.Marks, piece.Marks)})
			for _, m := range piece.End {
				x.put(`<office:annotation-end office:name="mark-`, strconv.Itoa(first+m+1), `"/>`)
			}
		}
		x.put(`</text:p>`)
	}
	if rest := wordless(p); len(rest) > 0 {
		x.begin(odtPara{parent: "Article_20_Text"})
		for _, m := range rest {
			x.anchor(p.Marks[m].Anchor)
			x.remark(p.Marks[m], "")
		}
		x.put(`</text:p>`)
	}
	return nil
}

// remark writes the annotation of a mark; without a name it covers no words.
func (x *odt) remark(m notes.Mark, name string) {
	x.footnoted = false
	if name == "" {
		x.put(`<office:annotation>`)
	} else {
		x.put(`<office:annotation office:name="`, name, `">`)
	}
	if m.By != "" {
		x.put(`<dc:creator>`, xmlEscape(x.signs.shown(m.By)), `</dc:creator>`)
	}
	if !m.At.IsZero() {
		x.put(`<dc:date>`, m.At.UTC().Format(time.RFC3339), `</dc:date>`)
	}
	if m.By != "" {
		x.put(`<meta:creator-initials>`, xmlEscape(initials(m.By)), `</meta:creator-initials>`)
	}
	for i, line := range m.Lines {
		x.begin(odtPara{parent: "Comment", rightLeft: lineRightLeft(line, x.base)})
		if i == 0 && m.Number != 0 {
			x.run(strconv.Itoa(m.Number), look{strong: true})
			x.run(" · ", look{})
		}
		x.text(line)
		x.put(`</text:p>`)
	}
	x.put(`</office:annotation>`)
	x.footnoted = true
}

// begin begins a paragraph.
func (x *odt) begin(p odtPara) { x.put(`<text:p text:style-name="`, x.styles.paragraph(p), `">`) }

// line writes a paragraph of what notes say.
func (x *odt) line(p odtPara, t notes.Text) {
	p.rightLeft = lineRightLeft(t, x.base)
	x.begin(p)
	x.text(t)
	x.put(`</text:p>`)
}

// anchor sets the bookmark to which links to an anchor lead.
func (x *odt) anchor(name string) {
	if name != "" {
		x.put(`<text:bookmark text:name="`, xmlEscape(name), `"/>`)
	}
}

// text writes what notes say.
func (x *odt) text(t notes.Text) {
	for _, r := range settled(t, x.base) {
		l := look{strong: r.Style == notes.Strong, emphasis: r.Style == notes.Emphasis}
		end := ""
		if link := linkTarget(r.Link); r.To != "" {
			end = `</text:a>`
			x.put(`<text:a xlink:type="simple" xlink:href="#`, xmlEscape(r.To), `" text:style-name="Internal_20_Link"`,
				` text:visited-style-name="Internal_20_Link">`)
		} else if link != "" {
			end = `</text:a>`
			x.put(`<text:a xlink:type="simple" xlink:href="`, xmlEscape(link), `" text:style-name="Internet_20_link"`,
				` text:visited-style-name="Internet_20_link">`)
		}
		x.shown(oneLine(r.Text), l)
		x.put(end)
		switch {
		case r.Note == nil:
		case x.footnoted:
			x.note(r.Note)
		default:
			x.text(aside(r.Note))
		}
	}
}

// note writes a footnote where its sign stands.
func (x *odt) note(t notes.Text) {
	x.footnote++
	n := strconv.Itoa(x.footnote)
	x.put(`<text:note text:id="footnote-`, n, `" text:note-class="footnote"><text:note-citation>`, n, `</text:note-citation><text:note-body>`)
	x.footnoted = false
	x.line(odtPara{parent: "Footnote"}, t)
	x.footnoted = true
	x.put(`</text:note-body></text:note>`)
}

// shown writes words, with signs for what cannot be shown.
func (x *odt) shown(words string, l look) { x.run(x.signs.shown(words), l) }

// run writes words that can be shown. Of white space readers keep only a single space between words: all other has an element.
func (x *odt) run(words string, l look) {
	if words == "" {
		return
	}
	if style := x.styles.text(l); style != "" {
		x.put(`<text:span text:style-name="`, style, `">`)
		defer x.put(`</text:span>`)
	}
	for words != "" {
		at := strings.IndexAny(words, " \t")
		if at < 0 {
			break
		}
		before, rest := words[:at], strings.TrimLeft(words[at:], " ")
		count := len(words) - at - len(rest)
		x.put(xmlEscape(before))
		switch {
		case count == 0:
			x.put(`<text:tab/>`)
			rest = rest[1:]
		case count == 1 && before != "" && rest != "" && rest[0] != '\t':
			x.put(" ")
		default:
			x.put(`<text:s text:c="`, strconv.Itoa(count), `"/>`)
		}
		words = rest
	}
	x.put(xmlEscape(words))
}

// odtPara is how a paragraph is set, beside its style.
type odtPara struct {
	parent    string // the name of its style
	indent    int    // twentieths of a point; 0: that of the style
	flush     bool   // the first line begins where the others do
	hanging   bool   // the first line begins before the others, with a number
	end       bool   // the lines end at the margin: numbers
	bar       bool   // the style has a bar at the side at which the lines begin
	rightLeft bool
}

// odtStyles are the styles that a document uses beside those that have names for people.
type odtStyles struct {
	runs       map[look]string
	paragraphs map[odtPara]string
	tables     map[string]string
	list       []string
}

func newOdtStyles() *odtStyles {
	return &odtStyles{runs: map[look]string{}, paragraphs: map[odtPara]string{}, tables: map[string]string{}}
}

// text returns the style of a run; "" for none.
func (s *odtStyles) text(l look) string {
	if l == (look{}) {
		return ""
	}
	name, known := s.runs[l]
	if !known {
		name = "T" + strconv.Itoa(len(s.runs)+1)
		s.runs[l] = name
		s.list = append(s.list, `<style:style style:name="`+name+`" style:family="text"><style:text-properties`+odtLook(l)+`/></style:style>`)
	}
	return name
}

// paragraph returns the style of a paragraph.
func (s *odtStyles) paragraph(p odtPara) string {
	if p.indent == 0 && !p.flush && !p.end && !p.rightLeft {
		return p.parent
	}
	name, known := s.paragraphs[p]
	if !known {
		name = "P" + strconv.Itoa(len(s.paragraphs)+1)
		s.paragraphs[p] = name
		s.list = append(s.list, `<style:style style:name="`+name+`" style:family="paragraph" style:parent-style-name="`+p.parent+`">`+
			`<style:paragraph-properties`+odtParaLook(p)+`/></style:style>`)
	}
	return name
}

// table returns the style of a table with columns of widths; that of a column has its number behind a point.
func (s *odtStyles) table(columns []int, indent int) string {
	key := strconv.Itoa(indent)
	sum := 0
	for _, width := range columns {
		key += " " + strconv.Itoa(width)
		sum += width
	}
	name, known := s.tables[key]
	if known {
		return name
	}
	name = "Table" + strconv.Itoa(len(s.tables)+1)
	s.tables[key] = name
	s.list = append(s.list, `<style:style style:name="`+name+`" style:family="table"><style:table-properties style:width="`+points(sum)+
		`" table:align="left" fo:margin-left="`+points(indent)+`" fo:margin-top="4pt" fo:margin-bottom="10pt"/></style:style>`)
	for i, width := range columns {
		s.list = append(s.list, `<style:style style:name="`+name+`.`+strconv.Itoa(i+1)+`" style:family="table-column">`+
			`<style:table-column-properties style:column-width="`+points(width)+`"/></style:style>`)
	}
	return name
}

func (s *odtStyles) written() string {
	return `<office:automatic-styles>` + odtFixedStyles + strings.Join(s.list, "") + `</office:automatic-styles>`
}

// points writes a measure that is given in twentieths of a point.
func points(twentieths int) string {
	return strconv.FormatFloat(float64(twentieths)/20, 'f', -1, 64) + "pt"
}

// odtParaLook are the properties of a paragraph that are not those of its style.
func odtParaLook(p odtPara) string {
	var b strings.Builder
	if p.indent > 0 {
		b.WriteString(` fo:margin-left="` + points(p.indent) + `"`)
	}
	switch { // LibreOffice takes the indent of the first line and that of the others together from a style
	case p.flush:
		b.WriteString(` fo:text-indent="0pt"`)
	case p.hanging:
		b.WriteString(` fo:text-indent="` + points(-leadIndent) + `"`)
	}
	if p.end || p.rightLeft {
		b.WriteString(` fo:text-align="right"`)
	}
	if p.rightLeft {
		b.WriteString(` style:writing-mode="rl-tb"`)
		if p.bar {
			b.WriteString(` fo:border-left="none" fo:padding-left="0pt" fo:border-right="` + odtBar + `" fo:padding-right="12pt"`)
		}
	}
	return b.String()
}

// odtLook are the properties of a run.
func odtLook(l look) string {
	var b strings.Builder
	all := func(name, value string) {
		for _, of := range []string{"fo:" + name, "style:" + name + "-asian", "style:" + name + "-complex"} {
			b.WriteString(` ` + of + `="` + value + `"`)
		}
	}
	if l.strong {
		all("font-weight", "bold")
	}
	if l.emphasis {
		all("font-style", "italic")
	}
	if m := l.mark; m.fill != "" {
		b.WriteString(` fo:background-color="#` + m.fill + `"`)
		if m.line != "" {
			style := odtLines[m.kind]
			b.WriteString(` style:text-underline-style="` + style[0] + `" style:text-underline-type="` + style[1] +
				`" style:text-underline-width="auto" style:text-underline-color="#` + m.line + `"`)
		}
	}
	switch t := l.tongue; {
	case t == (tongue{}):
	case t == unknownTongue:
		all("language", t.language)
		all("country", t.country)
	default:
		prefix, suffix := "fo:", ""
		if at := slices.Index([]script{eastAsian, rightToLeft}, t.kind); at >= 0 {
			prefix, suffix = "style:", []string{"-asian", "-complex"}[at]
		}
		b.WriteString(` ` + prefix + `language` + suffix + `="` + t.language + `" ` + prefix + `country` + suffix + `="` + t.country + `"`)
	}
	return b.String()
}
