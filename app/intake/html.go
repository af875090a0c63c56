package intake

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"

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
	if records := pageDownload(root, s.text); records != nil {
		f.place = PlaceDownload
		return f.recordDrafts(records)
	}
	d, err := f.pageDraft(root, nil)
	d.Notes = append(s.note(), d.Notes...)
	return f.ofCut(isCutPage(s.text), []Draft{d}, err)
}

// isCutPage reports whether a page begins and does not end. Who leaves out the tags that end it, as is allowed, leaves out those that begin
// it as well, or would be told that perhaps something is missing.
func isCutPage(page string) bool {
	page = asciiLower([]byte(page))
	return strings.Contains(page, "<html") && !strings.Contains(page, "</html") && !strings.Contains(page, "</body")
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
	d.Body = fuller(f.articleOf(root, d.Article), meta.body)
	if !text.IsVisible(d.Body) {
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” is a web page without text; perhaps its text comes only when a browser shows it. %s", f.name, fromBrowser)
	}
	d.titledByText()
	d.dateByText()
	return d, nil
}

// fuller is the text that readers see of a page; that of its data for programs where they see a beginning of it at most, as before a
// script has put it there.
func fuller(seen, linked string) string {
	if isLong(linked) && len(linked) > 2*len(seen) {
		return linked
	}
	return seen
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

// articleOf returns the text of the article in a page. What the page marks up as the article's body is taken as it is; else it is found
// by how much text there is where; a page in which nothing stands out is taken whole.
func (f *file) articleOf(root *html.Node, known store.Article) string {
	clean := cleaned(root)
	if body := markedBody(clean); body != nil {
		if s := bodyOf(body, known); isLong(s) {
			return withStandfirst(clean, s, known)
		}
	}
	found := mostText(clean, known)
	if !isLong(found) { // perhaps the article stands in what looks like clutter
		found = longer(found, mostText(root, known))
	}
	if isLong(found) {
		return withStandfirst(clean, found, known)
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
