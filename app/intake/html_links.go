package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkShare is how much of the text of an element leads to other pages, in bytes without white space.
type linkShare struct {
	text, linked int
	links        int
}

// linkShares measures all elements below a node in one pass.
func linkShares(root *html.Node) map[*html.Node]linkShare {
	shares := map[*html.Node]linkShare{}
	var measure func(n *html.Node, isLink bool) linkShare
	measure = func(n *html.Node, isLink bool) linkShare {
		var all linkShare
		if n.Type == html.TextNode {
			for word := range strings.FieldsSeq(n.Data) {
				all.text += len(word)
			}
			if isLink {
				all.linked = all.text
			}
			return all
		}
		if href := attribute(n, "href"); n.DataAtom == atom.A && href != "" && !isNoteMark(n) && !isPlaceInPage(href) {
			isLink = true
			all.links++
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			part := measure(child, isLink)
			all.text, all.linked, all.links = all.text+part.text, all.linked+part.linked, all.links+part.links
		}
		shares[n] = all
		return all
	}
	measure(root, false)
	return shares
}

// isPlaceInPage reports whether an address is a place in the same page, as that of a footnote. A bare # is where scripts stand.
func isPlaceInPage(href string) bool { return strings.HasPrefix(href, "#") && len(href) > 1 }

// announcesLink reports whether all that an element says beside its link is a few words and a sign that points to it.
func announcesLink(n *html.Node) bool {
	const most = 30 // code points
	var words strings.Builder
	links := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			switch {
			case child.DataAtom == atom.A && attribute(child, "href") != "":
				links++
			case child.Type == html.TextNode:
				if links > 0 && strings.ContainsFunc(child.Data, unicode.IsLetter) {
					links++ // goes on behind it
				}
				words.WriteString(child.Data)
			default:
				walk(child)
			}
		}
	}
	walk(n)
	said := strings.TrimSpace(words.String())
	last, _ := utf8.DecodeLastRuneInString(said)
	return links == 1 && utf8.RuneCountInString(said) <= most && strings.ContainsRune(":：»>›→|", last)
}
