package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"standpoint/store"
	"standpoint/store/text"
)

// withStandfirst is the text of an article with what its page has between the headline and the text: the sentences that sum it up, and
// what is said below the picture there. Pages put them into a part of their own, in which there is too little text for it to be found.
func withStandfirst(root *html.Node, body string, known store.Article) string {
	head := pageHeadline(root, known.Title)
	if head == nil || body == "" {
		return body
	}
	first, _, _ := strings.Cut(body, "\n")
	beginning, whole := beginningOf(first), text.Fold(body)
	const most = 40 // blocks between them
	var missing []string
	seen := 0
	for n := range blocksBehind(head) {
		said := oneLine(textOf(n))
		if seen++; seen > most {
			break
		}
		if said == "" {
			continue
		}
		if strings.HasPrefix(text.Fold(said), beginning) {
			return strings.Join(append(missing, body), "\n\n")
		}
		if isStandfirst(n, said, known) && !strings.Contains(whole, text.Fold(said)) {
			missing = append(missing, said)
		}
	}
	return body // it does not follow the headline
}

// beginningOf is by how a paragraph is known again, folded.
func beginningOf(s string) string {
	const most = 60 // code points
	s = strings.TrimPrefix(s, "• ")
	for i := range s {
		if utf8.RuneCountInString(s[:i]) == most {
			s = s[:i]
			break
		}
	}
	return text.Fold(s)
}

// pageHeadline is the heading of a page that says the title of its article, else its only heading of the first rank; nil if there is none.
func pageHeadline(root *html.Node, title string) *html.Node {
	var firsts []*html.Node
	folded := text.Fold(oneLine(title))
	for n := range root.Descendants() {
		if n.DataAtom != atom.H1 && n.DataAtom != atom.H2 {
			continue
		}
		if folded != "" && text.Fold(oneLine(textOf(n))) == folded {
			return n
		}
		if n.DataAtom == atom.H1 {
			firsts = append(firsts, n)
		}
	}
	if len(firsts) == 1 {
		return firsts[0]
	}
	return nil
}

// blocksBehind hands out the blocks of a page behind one of them that hold no others.
func blocksBehind(n *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for next := following(n, false); next != nil; {
			isLeaf := blocks[next.DataAtom] > 0 && next.DataAtom != atom.Body && !holdsBlock(next)
			if isLeaf && !yield(next) {
				return
			}
			next = following(next, !isLeaf)
		}
	}
}

// following is the node of a page behind another, within it or not.
func following(n *html.Node, within bool) *html.Node {
	if within && n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}

func holdsBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if blocks[d.DataAtom] > 0 {
			return true
		}
	}
	return false
}

// standfirstNames are words in the class of the sentences that sum an article up, in the spelling of many sites.
var standfirstNames = []string{
	"standfirst", "lead", "lede", "dek", "deck", "subtitle", "sub-title", "subheadline", "subhead", "sub-heading", "subheading", "chapo",
	"chapeau", "ingress", "vorspann", "entradilla", "bajada", "sommario", "occhiello", "catenaccio", "lid", "intro", "introduction", "summary",
	"description", "excerpt", "abstract", "preamble", "manchet", "spoiler", "bigode", "linha-fina", "teaser", "kicker-text", "tagline",
}

// isStandfirst reports whether a block between the headline and the text is of the article: it is named so, is what is said below a
// picture, or stands beside the headline and is a sentence. Lines with the author, the hour or links are not.
func isStandfirst(n *html.Node, said string, known store.Article) bool {
	const few, sentence, line = 20, 40, 150 // code points
	length := utf8.RuneCountInString(said)
	if length < few || isClutter(n) || linkedMost(n) || holdsTime(n) || attribute(n, "itemprop") == "author" {
		return false
	}
	if n.DataAtom == atom.Li || n.DataAtom == atom.Tr || n.DataAtom == atom.Dt || n.DataAtom == atom.Dd {
		return false
	}
	if length < line && known.Author != "" && strings.Contains(text.Fold(said), text.Fold(known.Author)) {
		return false
	}
	if n.DataAtom == atom.Figcaption || namesStandfirst(n) {
		return true
	}
	return length >= sentence && standsByHeadline(n) && (endsSentence(said) || isHeading(n))
}

// namesStandfirst reports whether an element, or one around it that holds nothing else, is named as a standfirst.
func namesStandfirst(n *html.Node) bool {
	for up := n; up != nil && up.DataAtom != atom.Header && up.DataAtom != atom.Article && up.DataAtom != atom.Main; up = up.Parent {
		if up != n && oneLine(textOf(up)) != oneLine(textOf(n)) {
			return false
		}
		switch attribute(up, "itemprop") {
		case "description", "alternativeHeadline", "abstract":
			return true
		}
		if namesOne(attribute(up, "class"), standfirstNames) {
			return true
		}
	}
	return false
}

// standsByHeadline reports whether an element stands in one part with the headline, a heading before it or a header around both.
func standsByHeadline(n *html.Node) bool {
	for up := n; up.Parent != nil; up = up.Parent {
		for s := up.PrevSibling; s != nil; s = s.PrevSibling {
			if s.DataAtom == atom.H1 || s.DataAtom == atom.Hgroup {
				return true
			}
		}
		if up.DataAtom == atom.Header || up.DataAtom == atom.Hgroup || up.DataAtom == atom.Body {
			return false
		}
	}
	return false
}

func holdsTime(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Time {
			return true
		}
	}
	return n.DataAtom == atom.Time
}

// linkedMost reports whether more than half of what an element says leads to other pages.
func linkedMost(n *html.Node) bool {
	share := linkShares(n)[n]
	return share.linked*2 > share.text
}

// isStandfirstByName reports whether an element that another name of its would make clutter sums the article up: it has no links, and
// follows the headline.
func isStandfirstByName(n *html.Node) bool {
	before := previousElement(n)
	if before == nil || before.DataAtom != atom.H1 && before.DataAtom != atom.Hgroup || !namesOne(attribute(n, "class"), standfirstNames) {
		return false
	}
	return linkShares(n)[n].links == 0
}

// isTextAside reports whether what stands aside within an article is text of it, as a box with what is known: sentences without links that
// do not stand in the article once more, in a part that is not named as another thing.
func (c *cleaning) isTextAside(n *html.Node) bool {
	const few, most = 40, 50 // code points; such parts of a page
	if n.DataAtom != atom.Aside || isHidden(n) || attribute(n, "role") != "" || namesClutter(attribute(n, "class")) ||
		namesClutter(attribute(n, "id")) {
		return false
	}
	article := n.Parent
	for article != nil && article.DataAtom != atom.Article && attribute(article, "itemprop") != "articleBody" {
		article = article.Parent
	}
	if c.asides++; c.asides > most || article == nil || linkShares(n)[n].links > 0 {
		return false
	}
	around := oneLine(textOf(article))
	for d := range n.Descendants() {
		if d.DataAtom != atom.P {
			continue
		}
		said := oneLine(textOf(d))
		if utf8.RuneCountInString(said) >= few && endsSentence(said) {
			return strings.Count(around, strings.Trim(said, "“”\"«»„")) == 1
		}
	}
	return false
}

// namesOne reports whether a class of several has one of some names in it, as a word.
func namesOne(classes string, names []string) bool {
	for class := range strings.FieldsSeq(strings.ToLower(classes)) {
		if slices.ContainsFunc(names, func(name string) bool { return hasWord(class, name) }) {
			return true
		}
	}
	return false
}
