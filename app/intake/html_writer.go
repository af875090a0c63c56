package intake

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"standpoint/store"
	"standpoint/store/text"
)

// bodyOf writes the text of an element as a body. A heading at its beginning that is the article's title is left out, as the title has a
// place of its own.
func bodyOf(root *html.Node, known store.Article) string {
	write := func(links map[*html.Node]linkShare) string {
		p := pageWriter{title: text.Fold(strings.Join(strings.Fields(known.Title), " ")), links: links}
		p.node(root)
		p.endsWithoutHeading()
		body, _ := p.body()
		body, _ = withoutHead(body, nil, known.Title, known.Author)
		return body
	}
	if body := write(linkShares(root)); isLong(body) {
		return body
	}
	return write(nil) // a page of links
}

// markupBody is a piece of markup as a body; false if it cannot be read as one.
func markupBody(s string) (string, bool) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil || depthOf(root) > mostDepth {
		return "", false
	}
	return bodyOf(cleaned(root), store.Article{}), true
}

// pageWriter writes the text of a page.
type pageWriter struct {
	bodyWriter
	title  string // folded
	isBook bool
	lists  []listState
	links  map[*html.Node]linkShare // of each element; nil if lists of links are kept
	flat   int                      // cells of a table that we are in, in which nothing ends a line

	heading [2]int // bytes of what was written between which the last heading stands
}

// listState is how the items of a list begin.
type listState struct {
	numbered bool
	next     int
}

// blocks are elements that stand in lines of their own, and how many line ends part them from what is around them.
var blocks = map[atom.Atom]int{
	atom.P: gapParagraph, atom.Div: gapLine, atom.Section: gapParagraph, atom.Article: gapParagraph, atom.Main: gapParagraph,
	atom.H1: gapParagraph, atom.H2: gapParagraph, atom.H3: gapParagraph, atom.H4: gapParagraph, atom.H5: gapParagraph,
	atom.H6: gapParagraph, atom.Blockquote: gapParagraph, atom.Pre: gapParagraph, atom.Ul: gapParagraph, atom.Ol: gapParagraph,
	atom.Dl: gapParagraph, atom.Dt: gapLine, atom.Dd: gapLine, atom.Li: gapLine, atom.Table: gapParagraph, atom.Tr: gapLine,
	atom.Figure: gapParagraph, atom.Figcaption: gapParagraph, atom.Header: gapParagraph, atom.Hr: gapParagraph, atom.Address: gapParagraph,
	atom.Details: gapParagraph, atom.Summary: gapLine, atom.Caption: gapLine, atom.Body: gapParagraph, atom.Center: gapParagraph,
	atom.Hgroup: gapParagraph, atom.Fieldset: gapParagraph,
}

func (p *pageWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.write(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
		p.children(n)
		return
	default:
		return
	}
	isOut := isClutter
	if p.isBook {
		isOut = isBookClutter
	}
	gap := blocks[n.DataAtom]
	if n.DataAtom == atom.Head || isOut(n) || p.repeatsTitle(n) || p.leadsElsewhere(n) || gap > 0 && !p.isBook && p.announces(n) {
		return
	}
	if p.flat > 0 && gap > 0 {
		p.space = true
		p.element(n)
		p.space = true
		return
	}
	if len(p.lists) > 0 && (n.DataAtom == atom.Ul || n.DataAtom == atom.Ol) {
		gap = gapLine // a list within a list
	}
	if gap == gapLine && n.DataAtom == atom.Div && holdsParagraph(n) {
		gap = gapParagraph
	}
	p.gap(gap)
	if n.DataAtom == atom.Tr {
		p.startRow()
	}
	before := len(p.b)
	p.element(n)
	if isHeading(n) && len(p.b) > before {
		p.heading = [2]int{before, len(p.b)}
	}
	p.gap(gap)
}

// isHeading reports whether an element is a heading within an article.
func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// endsWithoutHeading takes off a heading below which there is nothing: it was one over what is none of the article.
func (p *pageWriter) endsWithoutHeading() {
	if from, to := p.heading[0], p.heading[1]; from > 0 && to == len(p.b) {
		p.b = p.b[:from]
	}
}

func (p *pageWriter) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		if p.flat > 0 {
			p.space = true
			return
		}
		p.gap(min(p.ends+1, gapParagraph))
	case atom.A:
		if isNoteMark(n) && n.Parent != nil && n.Parent.DataAtom != atom.Sup {
			p.superscript(n)
			return
		}
		p.children(n)
	case atom.Ul, atom.Ol:
		start, err := strconv.Atoi(attribute(n, "start"))
		if err != nil {
			start = 1
		}
		p.lists = append(p.lists, listState{numbered: n.DataAtom == atom.Ol, next: start})
		p.children(n)
		p.lists = p.lists[:len(p.lists)-1]
	case atom.Li:
		p.item(p.itemMark())
		p.children(n)
		p.marked = false
	case atom.Sup:
		p.superscript(n)
	case atom.Td, atom.Th:
		p.tableCell(n)
	case atom.Pre:
		p.raw = true
		p.children(n)
		p.raw = false
	case atom.Q:
		p.write("“")
		p.children(n)
		p.write("”")
	case atom.Img:
	default:
		p.children(n)
	}
}

func (p *pageWriter) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.node(child)
	}
}

// tableCell writes a cell of a table. The cells of a row of figures or names stand in one line; those of a table that only puts the parts
// of a page in their places are parted as paragraphs.
func (p *pageWriter) tableCell(n *html.Node) {
	if n.Parent == nil || !isRowOfData(n.Parent) {
		p.gap(gapParagraph)
		p.children(n)
		p.gap(gapParagraph)
		return
	}
	if previousElement(n) != nil {
		p.cell()
	}
	p.flat++
	p.children(n)
	p.flat--
	p.space = false
}

// isRowOfData reports whether a row of a table has several cells, none of which holds as much as a paragraph.
func isRowOfData(row *html.Node) bool {
	const most = 300 // bytes in a cell
	cells := 0
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.Type != html.ElementNode {
			continue
		}
		if cells++; len(textOf(cell)) > most {
			return false
		}
	}
	return cells > 1
}

// itemMark is what an item of the innermost list begins with.
func (p *pageWriter) itemMark() string {
	if len(p.lists) == 0 {
		return "•"
	}
	list := &p.lists[len(p.lists)-1]
	if !list.numbered {
		return "•"
	}
	list.next++
	return strconv.Itoa(list.next-1) + "."
}

// superscript writes the number of a footnote in brackets, that it is not taken for a figure of the text.
func (p *pageWriter) superscript(n *html.Node) {
	number := oneLine(textOf(n))
	if _, err := strconv.Atoi(number); err == nil && (isNoteMark(n) || linksWithin(n)) {
		begins := p.runes == 0 || p.ends > 0 // the note itself, not a place that it belongs to
		p.write("[" + number + "]")
		p.space = p.space || begins
		return
	}
	p.children(n)
}

// linksWithin reports whether a node is in or holds a link to a place within a page.
func linksWithin(n *html.Node) bool {
	if n.Parent != nil && strings.Contains(attribute(n.Parent, "href"), "#") {
		return true
	}
	for d := range n.Descendants() {
		if strings.Contains(attribute(d, "href"), "#") {
			return true
		}
	}
	return false
}

// repeatsTitle reports whether an element is a heading before the text that only says the title.
func (p *pageWriter) repeatsTitle(n *html.Node) bool {
	if p.runes > 0 || p.title == "" || n.DataAtom != atom.H1 && n.DataAtom != atom.H2 {
		return false
	}
	return text.Fold(strings.Join(strings.Fields(textOf(n)), " ")) == p.title
}

// leadsElsewhere reports whether an element only names other articles: a list of links, a paragraph that is a link, or one that says
// “Read also” before it.
func (p *pageWriter) leadsElsewhere(n *html.Node) bool {
	share, known := p.links[n]
	if !known || share.links == 0 || share.text == 0 {
		return false
	}
	switch n.DataAtom {
	case atom.P:
		return share.linked == share.text || share.linked*2 > share.text && announcesLink(n)
	case atom.Li, atom.Div, atom.Ul, atom.Ol, atom.Td, atom.Section:
		const nearly = 10 // parts of all but one
		return share.linked == share.text || share.links > 1 && (share.text-share.linked)*nearly < share.text || announcesLink(n)
	}
	return false
}

// announces reports whether an element says what follows on the page, and that is none of the article: “Advertisement”, or a heading over
// links to other articles.
func (p *pageWriter) announces(n *html.Node) bool {
	const most = 80 // bytes
	if share, known := p.links[n]; !known || share.text > most {
		return false
	}
	if advertisement[strings.Trim(text.Fold(oneLine(textOf(n))), "-–—:.·•[]() ")] {
		return true
	}
	next := nextElement(n)
	return isHeading(n) && next != nil && p.leadsElsewhere(next)
}

// advertisement are the words over what is advertised on a page, folded.
var advertisement = foldedWords("advertisement", "advertising", "story continues below advertisement",
	"article continues below advertisement", "anzeige", "werbung", "publicité", "la suite après la publicité", "publicidad", "publicidade",
	"continua após a publicidade", "pubblicità", "advertentie", "annons", "reklama", "reklam", "реклама", "إعلان", "اعلانات", "تبلیغات",
	"פרסומת", "विज्ञापन", "广告", "廣告", "広告", "광고")

func foldedWords(words ...string) map[string]bool {
	folded := make(map[string]bool, len(words))
	for _, w := range words {
		folded[text.Fold(w)] = true
	}
	return folded
}
