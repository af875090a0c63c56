package render_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/text"
)

// htmlFormat is the format by its name, so that a test does as the program does.
func htmlFormat(t testing.TB) render.Format {
	t.Helper()
	f, found := render.Find("html")
	if !found {
		t.Fatal("there is no HTML")
	}
	return f
}

// browsed returns a document as a browser reads it.
func browsed(t testing.TB, d notes.Document) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(written(t, htmlFormat(t), d)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all returns the elements below a node that are wanted.
func all(root *html.Node, wanted func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && wanted(n) {
			list = append(list, n)
		}
	}
	return list
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// said returns the words below a node, without the numbers and signs that the page puts among them.
func said(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.DataAtom == atom.Sup || hasClass(n, "sign") || hasClass(n, "number") {
		return ""
	}
	var s strings.Builder
	for c := range n.ChildNodes() {
		s.WriteString(said(c))
	}
	return s.String()
}

// paragraphsOf returns the words of each paragraph below the elements, in lines.
func paragraphsOf(elements []*html.Node) string {
	var list []string
	for _, e := range elements {
		for _, p := range all(e, func(n *html.Node) bool { return n.DataAtom == atom.P }) {
			list = append(list, said(p))
		}
	}
	return strings.Join(list, "\n")
}

// awkwardWords are of letters, white space and every sign that means something in a format.
func awkwardWords() *rapid.Generator[string] {
	alphabet := []rune("ab  \n\n\t*_`#>-+=|~[]()<>!&;:\\\"'.10$@{}^/%“”«»é漢🇺🇦شא\u200f\u00a0")
	return rapid.OneOf(rapid.StringOfN(rapid.RuneFrom(alphabet), 1, 40, -1),
		rapid.SampledFrom([]string{
			"<!-- a -->", "a\n===", "a\n---", "    code", "\ttab", "a\\", "a  \nb", "&amp;", "```\na\n```", "[a]: b", "~~a~~",
			"1) a", "<script>alert(1)</script>", "a\n\n\nb", "https://a.example/?b&c",
			"]]>", "<b>", "| a | b |\n|---|---|", " ", "\n", "- [ ] a", "a@b.example",
			"www.a_b.example/_c_", "a https://a_b.example/*c*?d=~e~&f) g", "# a #", "a ##", "{#a}", ":b:", "    a  ",
		}))
}

func TestWordsComeBackFromHTMLAsTheyAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := awkwardWords().Draw(rt, "words")
		run := notes.Text{{Text: words}}
		n := len([]rune(words))
		start := rapid.IntRange(0, n-1).Draw(rt, "start")
		end := rapid.IntRange(start+1, n).Draw(rt, "end")
		root := browsed(t, notes.Document{Title: words, Blocks: []notes.Block{
			notes.Quote{Words: words, Translation: words, Lead: run, Number: 3},
			notes.List{Items: []notes.Item{{Text: run}}},
			notes.Table{Head: []notes.Text{run}, Rows: [][]notes.Text{{run}}},
			notes.Passage{Words: words, Marks: []notes.Mark{
				{Spans: []text.Span{{Start: start, End: end}}, Number: 1, Anchor: "m", Lines: []notes.Text{run}},
			}},
			notes.Paragraph{Text: notes.Text{{Text: words, Note: run}}},
		}})
		only := func(wanted func(*html.Node) bool) string {
			found := all(root, wanted)
			if len(found) == 0 {
				return "nothing"
			}
			if p := all(found[0], func(n *html.Node) bool { return n.DataAtom == atom.P }); len(p) == 1 {
				return said(p[0])
			}
			return said(found[0])
		}
		is := func(a atom.Atom) func(*html.Node) bool { return func(n *html.Node) bool { return n.DataAtom == a } }
		of := func(class string) func(*html.Node) bool { return func(n *html.Node) bool { return hasClass(n, class) } }
		for name, got := range map[string]string{
			"quote":       paragraphsOf(all(root, func(n *html.Node) bool { return n.DataAtom == atom.Blockquote && !hasClass(n, "translation") })),
			"translation": paragraphsOf(all(root, of("translation"))),
			"item":        only(is(atom.Li)),
			"cell":        only(func(n *html.Node) bool { return attr(n, "scope") == "row" }),
			"title":       only(is(atom.H1)),
			"lead":        only(is(atom.Figcaption)),
			"comment":     only(of("note")),
			"footnote":    strings.TrimSuffix(only(of("footnotes")), " ↩"),
		} {
			if got != words {
				rt.Fatalf("the %s is read as %q", name, got)
			}
		}
		var paragraphs []string
		for _, p := range all(root, func(n *html.Node) bool { return hasClass(n, "passage") }) {
			paragraphs = append(paragraphs, strings.TrimLeft(said(p), " \t\u00a0"))
		}
		var want []string
		for line := range strings.SplitSeq(words, "\n") {
			if strings.TrimSpace(line) != "" {
				want = append(want, strings.TrimLeft(line, " \t\u00a0"))
			}
		}
		if diff := cmp.Diff(want, paragraphs); diff != "" {
			rt.Fatalf("the passage (-want +got):\n%s", diff)
		}
	})
}

// What a project holds can have been made by anyone. Whatever stands in a place of a document, the page has the elements and
// attributes that it writes by itself and no others, leads nowhere but to places of the web, mail, a file and itself, and has one
// style, that of which its policy has the sum.
func TestNothingInAPageCanRun(t *testing.T) {
	hostile := rapid.OneOf(rapid.SampledFrom([]string{
		"javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
		"#a\" onclick=\"x",
		"\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "</title><svg onload=alert(1)>",
		"--><script>",
		"red;}*{background:url(https://a.example)}", "#123456;}", "#12345g", "#c43d4d", "en\" onload=\"x", "de-CH", "//a.example/x",
		"https://a.example/<x>\"'",
		"mailto:a@b.example?subject=\"", "file:///etc/hosts", "mark-1", "note_1", "a b", "<!--", "]]>", "\u202e",
		"\x00", "%00", "&#106;avascript:alert(1)",
	}), awkwardWords())
	elements := strings.Fields("html head meta title style body main h1 h2 h3 h4 section p figure figcaption blockquote ul ol li " +
		"div table thead tbody tr th td a strong em bdi sup span mark")
	attributes := strings.Fields("lang dir charset http-equiv content name id class href role aria-label scope")
	rapid.Check(t, func(rt *rapid.T) {
		draw := func() string { return hostile.Draw(rt, "words") }
		run := notes.Text{
			{Text: draw(), Link: draw(), Note: notes.Text{{Text: draw(), Link: draw()}}},
			{Text: draw(), To: draw()},
			{Text: draw(), To: "mark-1", Style: notes.Strong},
		}
		mark := notes.Mark{
			Spans: []text.Span{{End: 1}}, Kind: store.KindPosition, Stance: store.Stance(draw()), Colour: draw(), Anchor: draw(), Number: 1,
			By:    draw(),
			Lines: []notes.Text{run},
		}
		other := mark
		other.By, other.Colour, other.Kind = draw(), draw(), store.Kind(draw())
		d := notes.Document{Title: draw(), Language: draw(), Made: store.Day(draw()), Blocks: []notes.Block{
			notes.Heading{Level: 2, Text: run, Anchor: draw()},
			notes.Quote{Anchor: draw(), Number: 1, Lead: run, Words: draw(), Language: draw(), Translation: draw()},
			notes.List{Items: []notes.Item{{Text: run, Blocks: []notes.Block{notes.Paragraph{Text: run}}}}},
			notes.Table{Head: []notes.Text{run}, Rows: [][]notes.Text{{run}}},
			notes.Passage{Words: draw(), Language: draw(), Marks: []notes.Mark{mark, other}},
		}}
		page := written(t, htmlFormat(t), d)
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			rt.Fatal(err)
		}
		var style, policy string
		for _, n := range all(root, func(*html.Node) bool { return true }) {
			if !slices.Contains(elements, n.Data) {
				rt.Fatalf("there is an element <%s>:\n%s", n.Data, page)
			}
			for _, a := range n.Attr {
				if !slices.Contains(attributes, a.Key) {
					rt.Fatalf("there is an attribute %s=%q:\n%s", a.Key, a.Val, page)
				}
			}
			if to, err := url.Parse(attr(n, "href")); err != nil || !slices.Contains([]string{"", "http", "https", "mailto", "file"}, to.Scheme) ||
				to.Scheme == "" && attr(n, "href") != "" && !strings.HasPrefix(attr(n, "href"), "#") {
				rt.Fatalf("there is a link to %q: %v", attr(n, "href"), err)
			}
			switch {
			case n.DataAtom == atom.Style && style != "":
				rt.Fatalf("there are two styles:\n%s", page)
			case n.DataAtom == atom.Style:
				style = n.FirstChild.Data
			case attr(n, "http-equiv") == "Content-Security-Policy":
				policy = attr(n, "content")
			}
		}
		sum := sha256.Sum256([]byte(style))
		want := fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'",
			base64.StdEncoding.EncodeToString(sum[:]))
		if policy != want {
			rt.Fatalf("the policy is %q, want %q", policy, want)
		}
		if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
			rt.Fatalf("the style asks for something:\n%s", style)
		}
	})
}

func TestEachLinkWithinAPageLeadsSomewhere(t *testing.T) {
	root := browsed(t, every())
	ids := map[string]int{}
	for _, n := range all(root, func(n *html.Node) bool { return attr(n, "id") != "" }) {
		ids[attr(n, "id")]++
	}
	links := 0
	for _, n := range all(root, func(n *html.Node) bool { return strings.HasPrefix(attr(n, "href"), "#") }) {
		links++
		if to := attr(n, "href")[1:]; ids[to] != 1 {
			t.Errorf("%d places are called %q", ids[to], to)
		}
	}
	if links < 20 {
		t.Errorf("there are only %d links", links)
	}
}

// A word that stands from right to left, among others, turns only itself.
func TestWordsFromRightToLeftAreApartFromOthers(t *testing.T) {
	root := browsed(t, notes.Document{Title: "t", Language: "en", Blocks: []notes.Block{
		notes.Paragraph{Text: notes.Text{{Text: "מאיה", Style: notes.Strong}, {Text: " · 3"}}},
		notes.Quote{Words: "مساءً 10", Language: "ar"},
	}})
	if found := all(root, func(n *html.Node) bool { return n.DataAtom == atom.Bdi }); len(found) != 1 || said(found[0]) != "מאיה" {
		t.Errorf("%d words are apart", len(found))
	}
	quote := all(root, func(n *html.Node) bool { return n.DataAtom == atom.Blockquote })[0]
	if attr(quote, "lang") != "ar" || attr(quote, "dir") != "auto" {
		t.Errorf("the quote has %v", quote.Attr)
	}
}

// Marks over the same words lie within one another, and their lines run in lanes of their own.
func TestMarksThatOverlapAreAllThere(t *testing.T) {
	root := browsed(t, notes.Document{Title: "t", Blocks: []notes.Block{passage()}})
	var nested []string
	for _, n := range all(root, func(n *html.Node) bool { return n.DataAtom == atom.Mark && n.Parent.DataAtom == atom.Mark }) {
		nested = append(nested, attr(n.Parent, "class")+" > "+attr(n, "class")+": "+said(n))
	}
	want := []string{"highlight c1 u1 k1 > statement c0 u0 k0: leaves at ten", "position c3 u1 k1 > statement c2 u0 k0: We will not sail"}
	if diff := cmp.Diff(want, nested); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatStandsAtTheEndsOfANameFromTheRightBelongsToTheLine(t *testing.T) {
	d := notes.Document{Title: "t", Blocks: []notes.Block{notes.Paragraph{Text: notes.Text{{Text: " „חיפה“ "}, {Text: "[6]"}}}}}
	if page := made(t, "html", d); !strings.Contains(page, "<p> „<bdi>חיפה</bdi>“ [6]</p>") {
		t.Errorf("the page is\n%s", page)
	}
}
