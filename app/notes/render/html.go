package render

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/bidi"

	"standpoint/app/notes"
)

// HTML writes the document as one page that needs nothing beside itself: it has no script and asks no network, which its content
// security policy says to the browser. The words of a quote stand in it as they are, a paragraph for each of their lines.
func HTML(ctx context.Context, w io.Writer, d notes.Document) error {
	p := &page{w: bufio.NewWriter(w), words: WordsIn(d.Language), colours: map[string]int{}}
	p.head(d)
	for _, b := range d.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if h, is := b.(notes.Heading); is {
			p.section(h.Level)
		}
		p.block(b)
	}
	p.section(0)
	p.footnotes()
	if said := p.signs.said(d.Language); said != "" {
		p.put(`<p class="signs">`, html.EscapeString(said), "</p>\n")
	}
	p.put("</main>\n</body>\n</html>\n")
	return p.w.Flush()
}

// page writes blocks; what it writes to keeps the first error until it is flushed.
type page struct {
	w        *bufio.Writer
	words    Words
	signs    signs
	notes    []notes.Text   // footnotes so far
	sections []int          // levels of those that are open
	colours  map[string]int // of marks: the number of the class of each
	own      bool           // a text stands where its first letter is read from
}

// put writes markup.
func (p *page) put(markup ...string) {
	for _, s := range markup {
		p.w.WriteString(s) //nolint:errcheck // bufio keeps the error for Flush
	}
}

// escaped returns words as they stand in HTML.
func (p *page) escaped(words string) string { return html.EscapeString(p.signs.shown(words)) }

//go:embed html.css
var pageStyle string

// head writes all that stands above the blocks.
func (p *page) head(d notes.Document) {
	style := pageStyle + p.styleOfMarks(d.Blocks)
	hash := sha256.Sum256([]byte(style))
	p.put("<!DOCTYPE html>\n<html", attribute("lang", language(d.Language)), ">\n<head>\n<meta charset=\"utf-8\">\n")
	p.put(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`,
		base64.StdEncoding.EncodeToString(hash[:]), `'; base-uri 'none'; form-action 'none'">`, "\n")
	p.put(`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n")
	title := p.escaped(d.Title)
	p.put("<title>", title, "</title>\n<style>", style, "</style>\n</head>\n<body>\n<main")
	if len(p.colours) > 0 {
		p.put(attribute("class", "annotated"))
	}
	p.put(">\n<h1 dir=\"auto\">", title, "</h1>\n")
}

// attribute returns an attribute with its value, and a space before it.
func attribute(name, value string) string { return " " + name + `="` + html.EscapeString(value) + `"` }

// id returns the attribute by which links lead to a place; "" for none.
func id(anchor string) string {
	if !isAnchor(anchor) {
		return ""
	}
	return attribute("id", anchor)
}

// section ends the sections that a heading of a level ends, and begins its own. Level 0 ends all.
func (p *page) section(level int) {
	for len(p.sections) > 0 && p.sections[len(p.sections)-1] >= level {
		p.sections = p.sections[:len(p.sections)-1]
		p.put("</section>\n")
	}
	if level > 0 {
		p.sections = append(p.sections, level)
		p.put("<section>\n")
	}
}

func (p *page) block(b notes.Block) {
	switch b := b.(type) {
	case notes.Heading:
		p.textBlock("h"+strconv.Itoa(min(max(b.Level, 2), 6)), id(b.Anchor), b.Text)
	case notes.Paragraph:
		p.textBlock("p", "", b.Text)
	case notes.Quote:
		p.quote(b)
	case notes.List:
		p.list(b)
	case notes.Table:
		p.table(b)
	case notes.Passage:
		p.passage(b)
	}
}

// textBlock writes a text. One that is somebody's own, which is one run, stands where its first letter is read from: what tells that must
// not be isolated.
func (p *page) textBlock(tag, attributes string, t notes.Text) {
	p.own = len(t) == 1 && strings.ContainsFunc(t[0].Text, turned)
	if p.own {
		attributes += ` dir="auto"`
	}
	p.put("<", tag, attributes, ">")
	p.inline(t)
	p.put("</", tag, ">\n")
	p.own = false
}

func (p *page) paragraph(t notes.Text) {
	p.put("<p>")
	p.inline(t)
	p.put("</p>\n")
}

func (p *page) quote(q notes.Quote) {
	if q.Words == "" { // they stand elsewhere
		p.put(`<p class="lead"`, id(q.Anchor), ">", number(q.Number, ""))
		p.inline(q.Lead)
		p.put("</p>\n")
		return
	}
	p.put(`<figure class="quote"`, id(q.Anchor), ">")
	if q.Number > 0 || len(q.Lead) > 0 {
		anchor := q.Anchor
		if !isAnchor(anchor) {
			anchor = ""
		}
		p.put("<figcaption>", number(q.Number, anchor))
		p.inline(q.Lead)
		p.put("</figcaption>")
	}
	p.put(`<blockquote dir="auto"`, attribute("lang", language(q.Language)), ">")
	p.lines(q.Words)
	p.put("</blockquote>")
	if q.Translation != "" {
		p.put(`<blockquote class="translation" dir="auto" lang="">`)
		p.lines(q.Translation)
		p.put("</blockquote>")
	}
	p.put("</figure>\n")
}

// number returns the number of a quote or a comment, which leads to a place; "" for none.
func number(number int, anchor string) string {
	switch {
	case number == 0:
		return ""
	case anchor == "":
		return fmt.Sprintf(`<span class="number">%d </span>`, number)
	}
	return fmt.Sprintf(`<a class="number" href="#%s">%d </a>`, anchor, number)
}

// lines writes each line of words as a paragraph.
func (p *page) lines(words string) {
	for line := range strings.SplitSeq(p.signs.shown(words), "\n") {
		p.put("<p>", html.EscapeString(line), "</p>")
	}
}

func (p *page) list(l notes.List) {
	p.put("<ul>\n")
	for _, item := range l.Items {
		p.put("<li", id(item.Anchor), ">")
		p.paragraph(item.Text)
		for _, b := range item.Blocks {
			p.block(b)
		}
		p.put("</li>\n")
	}
	p.put("</ul>\n")
}

func (p *page) table(t notes.Table) {
	cell := func(column int, tag, scope string, words notes.Text) {
		p.put("<", tag, scope)
		if column < len(t.Numbers) && t.Numbers[column] {
			p.put(attribute("class", "count"))
		}
		p.put(">")
		p.inline(words)
		p.put("</", tag, ">")
	}
	p.put("<div class=\"table\"><table>\n<thead><tr>")
	for i, c := range t.Head {
		cell(i, "th", attribute("scope", "col"), c)
	}
	p.put("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.put("<tr>")
		for i, c := range row {
			if i == 0 {
				cell(i, "th", attribute("scope", "row"), c)
				continue
			}
			cell(i, "td", "", c)
		}
		p.put("</tr>\n")
	}
	p.put("</tbody>\n</table></div>\n")
}

func (p *page) inline(t notes.Text) {
	for _, r := range t {
		p.run(r)
	}
}

// run writes a piece of text in its style, and leads where it leads; behind it stands the sign of its footnote.
func (p *page) run(r notes.Run) {
	var open, shut string
	around := func(tag, attributes string) { open, shut = open+"<"+tag+attributes+">", "</"+tag+">"+shut }
	switch to := address(r.Link); {
	case to != "" && r.Text == r.Link:
		around("a", attribute("href", to)+` class="address"`)
	case to != "":
		around("a", attribute("href", to)+` class="away"`)
	case isAnchor(r.To):
		around("a", attribute("href", "#"+r.To))
	}
	switch r.Style {
	case notes.Strong:
		around("strong", "")
	case notes.Emphasis:
		around("em", "")
	}
	words := p.escaped(r.Text)
	if !p.own && strings.ContainsFunc(r.Text, turned) { // the quotation marks of notes stand as in their language
		bare := strings.TrimFunc(r.Text, ofTheLine)
		before, behind, _ := strings.Cut(r.Text, bare)
		words = p.escaped(before) + "<bdi>" + p.escaped(bare) + "</bdi>" + p.escaped(behind)
	}
	p.put(open, words, shut)
	if r.Note != nil {
		p.notes = append(p.notes, r.Note)
		n := len(p.notes)
		p.put(fmt.Sprintf(`<sup class="ref"><a id="sign_%d" href="#note_%d" role="doc-noteref"%s>%d</a></sup>`,
			n, n, attribute("aria-label", fmt.Sprintf(p.words.Note, n)), n))
	}
}

// ofTheLine reports whether a character at an end of words belongs to the line in which they stand, and runs as that does.
func ofTheLine(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("„‚\"'", r)
}

// turned reports whether a character has words stand from right to left, or says something of their direction.
func turned(r rune) bool {
	if r < '\u0590' {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDF, bidi.PDI:
		return true
	}
	return false
}

// footnotes writes the footnotes at the end; each leads back to where its sign stands.
func (p *page) footnotes() {
	if len(p.notes) == 0 {
		return
	}
	p.put(`<section class="footnotes" role="doc-endnotes"`, attribute("aria-label", p.words.Notes), ">\n<ol>\n")
	for i := 0; i < len(p.notes); i++ { // a footnote may have another
		p.put(fmt.Sprintf(`<li id="note_%d"><p>`, i+1))
		p.inline(p.notes[i])
		p.put(fmt.Sprintf(` <a class="back" href="#sign_%d" role="doc-backlink"%s>↩</a></p></li>`, i+1,
			attribute("aria-label", p.words.Back)), "\n")
	}
	p.put("</ol>\n</section>\n")
}

// passagesIn returns the passages among blocks and in their lists.
func passagesIn(blocks []notes.Block) []notes.Passage {
	var list []notes.Passage
	for _, b := range blocks {
		switch b := b.(type) {
		case notes.Passage:
			list = append(list, b)
		case notes.List:
			for _, item := range b.Items {
				list = append(list, passagesIn(item.Blocks)...)
			}
		}
	}
	return list
}

// styleOfMarks returns the style of the marks of all passages: their colours, which stand in the style as no element may have one of
// its own, and which note belongs to which mark beside it.
func (p *page) styleOfMarks(blocks []notes.Block) string {
	most := 0
	for _, passage := range passagesIn(blocks) {
		for _, m := range passage.Marks {
			if _, known := p.colours[m.Colour]; !known {
				p.colours[m.Colour] = len(p.colours)
			}
		}
		for _, paragraph := range passage.Paragraphs() {
			begun := 0
			for _, piece := range paragraph {
				begun += len(piece.Begin)
			}
			most = max(most, begun)
		}
	}
	if len(p.colours) == 0 {
		return ""
	}
	var style, dark strings.Builder
	colours := slices.SortedFunc(maps.Keys(p.colours), func(a, b string) int { return p.colours[a] - p.colours[b] })
	for i, colour := range colours {
		c, is := toneOf(colour)
		if !is {
			c = tone{122, 124, 130}
		}
		rule := func(to *strings.Builder, page, ink tone) {
			fmt.Fprintf(to, ".c%d{--tint:%s;--line:%s}\n", i, c.tintOn(page), c.lineOn(page, ink))
		}
		rule(&style, lightPage, lightInk)
		rule(&dark, darkPage, darkInk)
	}
	fmt.Fprintf(&style, "@media screen and (prefers-color-scheme: dark) {\n%s}\n", dark.String())
	for k := range most {
		fmt.Fprintf(&style, ".beside:has(mark.k%d:hover, a.k%[1]d:focus) .note.k%[1]d, .beside:has(.note.k%[1]d:is(:hover, :focus-within)) "+
			"mark.k%[1]d{background:var(--lit);outline:2px solid var(--lit)}\n", k)
	}
	return style.String()
}
