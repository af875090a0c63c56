package intake

import (
	"bytes"
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// readHTML reads a web page, saved from a browser or by itself: the article in it, without what surrounds it on the page. A page that a
// database of newspapers made holds several.
func readHTML(f *file) ([]Draft, error) {
	root, s, err := f.parsePage("")
	if err != nil {
		return nil, err
	}
	if records := factivaPage(root); records != nil {
		f.place = PlaceDownload
		return f.recordDrafts(records)
	}
	d, err := f.pageDraft(root, nil)
	d.Notes = append(s.note(), d.Notes...)
	return []Draft{d}, err
}

// parsePage parses a web page. declared is the encoding that came with it, "" if none did.
func (f *file) parsePage(declared string) (*html.Node, decoded, error) {
	s, err := f.decode(cmp.Or(declared, declaredEncoding(f.data)))
	if err != nil {
		return nil, s, err
	}
	root, err := html.ParseWithOptions(strings.NewReader(s.text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, s, refusal(store.CodeInvalid, err, "“%s” is a web page that cannot be read (%v). %s", f.name, err, fromBrowser)
	}
	if depthOf(root) > mostDepth {
		return nil, s, refusal(store.CodeInvalid, nil, "“%s” is a web page whose parts are nested more than %d deep. %s", f.name, mostDepth,
			fromBrowser)
	}
	return root, s, nil
}

// pageDraft makes an article of a page. at is where it came from, nil if only the page can say.
func (f *file) pageDraft(root *html.Node, at *url.URL) (Draft, error) {
	meta := readPageMetadata(root)
	d := meta.draft()
	if at != nil && d.Article.URL == "" {
		d.Article.URL = at.String()
		d.from(FieldURL, Provenance{Place: PlacePage})
	}
	d.Body = f.articleOf(root, d.Article)
	if !text.IsVisible(d.Body) {
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” is a web page without text; perhaps its text comes only when a browser shows it. %s", f.name, fromBrowser)
	}
	d.titledByText()
	return d, nil
}

var fromBrowser = say.Of("Open it in a browser, copy the article’s text, and paste it as an article.")

// declaredEncoding is the encoding that a page says in its head, "" if it says none.
func declaredEncoding(data []byte) string {
	const head = 4096
	_, name, certain := charset.DetermineEncoding(data[:min(head, len(data))], "text/html")
	if !certain && name == "windows-1252" { // what it says of every page that says nothing
		if !bytes.Contains(bytes.ToLower(data[:min(head, len(data))]), []byte("charset")) {
			return ""
		}
	}
	return name
}

// depthOf is how many elements stand within one another at most, without going deeper into the stack for it.
func depthOf(root *html.Node) int {
	deepest, depth := 0, 0
	for n := root; n != nil; {
		deepest = max(deepest, depth)
		if n.FirstChild != nil {
			n, depth = n.FirstChild, depth+1
			continue
		}
		for n != nil && n.NextSibling == nil {
			n, depth = n.Parent, depth-1
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return deepest
}

// articleOf returns the text of the article in a page. What the page marks up as the article's body is taken as it is; else it is found
// by how much text there is where; a page in which nothing stands out is taken whole.
func (f *file) articleOf(root *html.Node, known store.Article) string {
	clean := cleaned(root)
	if body := markedBody(clean); body != nil {
		if s := bodyOf(body, known); isLong(s) {
			return s
		}
	}
	found := mostText(clean, known)
	if !isLong(found) { // perhaps the article stands in what looks like clutter
		found = longer(found, mostText(root, known))
	}
	if isLong(found) {
		return found
	}
	return longer(found, bodyOf(clean, known))
}

// mostText is the text of the part of a page where most of its text stands.
func mostText(root *html.Node, known store.Article) string {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseDocument(root, nil)
	if err != nil || found.Node == nil {
		return ""
	}
	for n := range found.Node.Descendants() { // elements that it made have names alone
		if n.Type == html.ElementNode {
			n.DataAtom = atom.Lookup([]byte(n.Data))
		}
	}
	return bodyOf(found.Node, known)
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// isLong reports whether a text is long enough to be an article's.
func isLong(s string) bool {
	const few = 140 // code points
	return utf8.RuneCountInString(s) > few
}

// cleaned is a copy of a page without what is never part of an article's text.
func cleaned(root *html.Node) *html.Node {
	copied := &html.Node{Type: root.Type, DataAtom: root.DataAtom, Data: root.Data, Namespace: root.Namespace, Attr: root.Attr}
	for child := root.FirstChild; child != nil; child = child.NextSibling {
		if child.Type != html.CommentNode && !isClutter(child) {
			copied.AppendChild(cleaned(child))
		}
	}
	return copied
}

// clutter are elements that show no text of the article.
var clutter = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Button: true, atom.Input: true, atom.Select: true, atom.Label: true,
	atom.Textarea: true, atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Dialog: true, atom.Audio: true, atom.Video: true,
	atom.Menu: true,
}

// clutterNames are words in the class or id of parts of a page that are none of the article, in the spelling of many sites.
var clutterNames = []string{
	"share", "sharing", "social", "related", "recommend", "readmore", "read-more", "also-read", "readalso", "newsletter", "subscribe",
	"subscription", "paywall", "promo", "advert", "advertisement", "sponsor", "outbrain", "taboola", "comments", "comment-list", "disqus",
	"breadcrumb", "breadcrumbs", "cookie", "consent", "navigation", "navbar", "menu", "sidebar", "byline", "dateline-meta", "author-bio",
	"author-box", "tags", "tag-list", "topics", "most-read", "mostread", "popular", "trending", "pagination", "pager", "footer", "print-only",
	"visually-hidden", "sr-only", "skip-link", "toolbar", "copyright", "correction-form", "login", "signup", "teaser", "teasers",
}

func isClutter(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if isNote(n) {
		return false
	}
	if clutter[n.DataAtom] || isHidden(n) || clutterElements[n.Data] || isSmallForm(n) || isPullQuote(n) {
		return true
	}
	switch attribute(n, "role") {
	case "doc-backlink", "navigation", "banner", "complementary", "contentinfo", "dialog", "alert", "search", "menu":
		return true
	}
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Main || n.DataAtom == atom.Article {
		return false
	}
	return namesClutter(attribute(n, "class")) || namesClutter(attribute(n, "id")) || attribute(n, "itemprop") == "author"
}

// clutterElements are such elements of AMP, which has its own.
var clutterElements = map[string]bool{
	"amp-consent": true, "amp-ad": true, "amp-sticky-ad": true, "amp-auto-ads": true, "amp-embed": true, "amp-sidebar": true,
	"amp-social-share": true, "amp-list": true, "amp-lightbox": true, "amp-user-notification": true, "amp-next-page": true, "amp-menu": true,
}

// isSmallForm reports whether an element is a form to be filled in. Some sites put the whole page into one, which is none.
func isSmallForm(n *html.Node) bool {
	const most = 600 // bytes
	return n.DataAtom == atom.Form && len(textOf(n)) <= most
}

// isPullQuote reports whether an element shows again, in large letters, what stands in the text.
func isPullQuote(n *html.Node) bool {
	if n.DataAtom != atom.Blockquote && n.DataAtom != atom.Div && n.DataAtom != atom.Figure {
		return false
	}
	class := strings.ReplaceAll(strings.ToLower(attribute(n, "class")), "-", "")
	if !strings.Contains(class, "pullquote") && !strings.Contains(class, "pullout") {
		return false
	}
	quote := oneLine(textOf(n))
	return quote == "" || n.Parent != nil && strings.Count(oneLine(textOf(n.Parent)), quote) > 1
}

// isNote reports whether an element is a footnote, as books mark them.
func isNote(n *html.Node) bool {
	switch attribute(n, "epub:type") {
	case "footnote", "endnote", "rearnote":
		return true
	}
	role := attribute(n, "role")
	return role == "doc-footnote" || role == "doc-endnote"
}

// isNoteMark reports whether an element is the number of a footnote, as books mark it.
func isNoteMark(n *html.Node) bool {
	return attribute(n, "epub:type") == "noteref" || attribute(n, "role") == "doc-noteref"
}

// consentNames stand, also within a word, in the names of notices on cookies, which may be longer than the article.
var consentNames = []string{
	"cookie", "consent", "gdpr", "onetrust", "didomi", "usercentrics", "qc-cmp", "sp_message", "truste", "borlabs", "klaro",
}

// namesClutter reports whether the classes or the id of an element say that it is none of the article. A long class may hold such a word
// as a part, "article__share-tools".
func namesClutter(value string) bool {
	for _, class := range strings.Fields(strings.ToLower(value)) {
		if slices.ContainsFunc(consentNames, func(name string) bool { return strings.Contains(class, name) }) {
			return true
		}
		for _, name := range clutterNames {
			at := strings.Index(class, name)
			if at < 0 {
				continue
			}
			before, after := class[:at], class[at+len(name):]
			if isWordEdge(before, true) && isWordEdge(after, false) {
				return true
			}
		}
	}
	return false
}

// isWordEdge reports whether a word of a class ends here: at the class's end, at a dash, an underscore or a figure.
func isWordEdge(rest string, before bool) bool {
	if rest == "" {
		return true
	}
	c := rest[0]
	if before {
		c = rest[len(rest)-1]
	}
	return !('a' <= c && c <= 'z')
}

// isHidden reports whether an element says that it is not shown.
func isHidden(n *html.Node) bool {
	if _, hidden := attributeOf(n, "hidden"); hidden || attribute(n, "aria-hidden") == "true" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// markupBody is a piece of markup as a body; false if it cannot be read as one.
func markupBody(s string) (string, bool) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil || depthOf(root) > mostDepth {
		return "", false
	}
	return bodyOf(cleaned(root), store.Article{}), true
}

func attribute(n *html.Node, key string) string {
	value, _ := attributeOf(n, key)
	return value
}

func attributeOf(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// markedBody returns the element that a page marks as the body of its article; nil if none does, or several do, as on a live blog.
func markedBody(root *html.Node) *html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && strings.EqualFold(attribute(n, "itemprop"), "articleBody") {
			found = append(found, n)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

// bodyOf writes the text of an element as a body. A heading at its beginning that is the article's title is left out, as the title has a
// place of its own.
func bodyOf(root *html.Node, known store.Article) string {
	write := func(links map[*html.Node]linkShare) string {
		p := pageWriter{title: text.Fold(strings.Join(strings.Fields(known.Title), " ")), links: links}
		p.node(root)
		body, _ := p.body()
		body, _ = withoutHead(body, nil, known.Title, known.Author)
		return body
	}
	if body := write(linkShares(root)); isLong(body) {
		return body
	}
	return write(nil) // a page of links
}

// pageWriter writes the text of a page.
type pageWriter struct {
	bodyWriter
	title string // folded
	lists []listState
	links map[*html.Node]linkShare // of each element; nil if lists of links are kept
	flat  int                      // cells of a table that we are in, in which nothing ends a line
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
	if n.DataAtom == atom.Head || isClutter(n) || p.repeatsTitle(n) || p.leadsElsewhere(n) {
		return
	}
	gap := blocks[n.DataAtom]
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
	p.element(n)
	p.gap(gap)
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

// holdsParagraph reports whether a div stands for a paragraph by itself: it has text of its own.
func holdsParagraph(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode && strings.TrimSpace(child.Data) != "" {
			return true
		}
	}
	return false
}

func previousElement(n *html.Node) *html.Node {
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode {
			return s
		}
	}
	return nil
}

// textOf is all text within a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	return b.String()
}
