package intake

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cleaned is a copy of a page without what is never part of an article's text.
func cleaned(root *html.Node) *html.Node { return (&cleaning{}).copied(root) }

// cleaning copies a page.
type cleaning struct {
	asides int // that were looked at
}

func (c *cleaning) copied(root *html.Node) *html.Node {
	copied := &html.Node{Type: root.Type, DataAtom: root.DataAtom, Data: root.Data, Namespace: root.Namespace, Attr: root.Attr}
	for child := root.FirstChild; child != nil; child = child.NextSibling {
		isText := c.isTextAside(child)
		if child.Type == html.CommentNode || !isText && isClutter(child) {
			continue
		}
		part := c.copied(child)
		if isText {
			part.DataAtom, part.Data = atom.Section, atom.Section.String()
		}
		copied.AppendChild(part)
	}
	return copied
}

// clutter are elements that show no text of the article.
var clutter = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Button: true, atom.Input: true, atom.Select: true, atom.Label: true,
	atom.Textarea: true, atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Dialog: true, atom.Audio: true, atom.Video: true,
	atom.Menu: true, atom.Rt: true, atom.Rp: true,
}

// clutterNames are words in the class or id of parts of a page that are none of the article, in the spelling of many sites.
var clutterNames = []string{
	"share", "sharing", "social", "related", "recommend", "readmore", "read-more", "also-read", "readalso", "newsletter", "subscribe",
	"subscription", "paywall", "promo", "advert", "advertisement", "sponsor", "outbrain", "taboola", "comments", "comment-list", "disqus",
	"breadcrumb", "breadcrumbs", "cookie", "consent", "navigation", "navbar", "menu", "sidebar", "byline", "dateline-meta", "author-bio",
	"author-box", "tags", "tag-list", "topics", "most-read", "mostread", "popular", "trending", "pagination", "pager", "footer", "print-only",
	"visually-hidden", "sr-only", "screen-reader-text", "relatedposts", "entry-meta", "post-meta", "article-meta", "entry-footer",
	"skip-link", "toolbar", "copyright", "correction-form", "login", "signup", "teaser", "teasers",
}

func isClutter(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if isNote(n) || isStandfirstByName(n) {
		return false
	}
	if clutter[n.DataAtom] || isHidden(n) || clutterElements[n.Data] || isSmallForm(n) || isPullQuote(n) {
		return true
	}
	if isPageBreak(n) {
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

// isBookClutter reports whether an element of a book shows no text of it. Books have boxes beside the text, and what a class of theirs is
// called says nothing.
func isBookClutter(n *html.Node) bool {
	isBox := n.DataAtom == atom.Aside || n.DataAtom == atom.Footer
	return n.Type == html.ElementNode && !isNote(n) &&
		(clutter[n.DataAtom] && !isBox || isHidden(n) || isPageBreak(n) || attribute(n, "role") == "doc-backlink")
}

// isPageBreak reports whether an element is the number of a page of the printed book.
func isPageBreak(n *html.Node) bool {
	return attribute(n, "role") == "doc-pagebreak" || attribute(n, "epub:type") == "pagebreak"
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
		if slices.ContainsFunc(clutterNames, func(name string) bool { return hasWord(class, name) }) {
			return true
		}
	}
	return false
}

// hasWord reports whether a class has a name in it that ends at the edges of words.
func hasWord(class, name string) bool {
	before, after, found := strings.Cut(class, name)
	return found && isWordEdge(before, true) && isWordEdge(after, false)
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
