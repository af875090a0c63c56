package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"standpoint/store/text"
)

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

// isNoteMark reports whether an element is the number of a footnote, as books mark it.
func isNoteMark(n *html.Node) bool {
	return attribute(n, "epub:type") == "noteref" || attribute(n, "role") == "doc-noteref"
}

func previousElement(n *html.Node) *html.Node {
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode {
			return s
		}
	}
	return nil
}

// nextElement is the element behind one, nil if there is none or text stands between.
func nextElement(n *html.Node) *html.Node {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		switch {
		case next.Type == html.ElementNode:
			return next
		case next.Type == html.TextNode && text.IsVisible(next.Data):
			return nil
		}
	}
	return nil
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

// isLong reports whether a text is long enough to be an article's.
func isLong(s string) bool {
	const few = 140 // code points
	return utf8.RuneCountInString(s) > few
}
