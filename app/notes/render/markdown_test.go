package render_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafe "github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store/text"
)

// rendered returns Markdown as HTML, as CommonMark says it, and with what GitHub adds if that is wanted. Raw HTML stays, as it does on
// GitHub for the few elements that the notes have.
func rendered(t testing.TB, markdown string, extensions ...goldmark.Extender) string {
	t.Helper()
	var out bytes.Buffer
	as := goldmark.New(goldmark.WithExtensions(extensions...), goldmark.WithRendererOptions(unsafe.WithUnsafe()))
	if err := as.Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestWordsComeBackFromMarkdownAsTheyAre renders a document by CommonMark and by what GitHub adds, reads the page that comes of it,
// and compares its words with those that went in.
func TestWordsComeBackFromMarkdownAsTheyAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := awkwardWords().Draw(rt, "words")
		n := len([]rune(words))
		start := rapid.IntRange(0, n-1).Draw(rt, "start")
		end := rapid.IntRange(start+1, n).Draw(rt, "end")
		styled := notes.Text{
			{Text: words, Style: notes.Style(rapid.IntRange(0, 2).Draw(rt, "style"))},
			{Text: rapid.SampledFrom([]string{"", "a", " ", "(", "漢"}).Draw(rt, "after")},
			{Text: words, Style: notes.Style(rapid.IntRange(0, 2).Draw(rt, "style"))},
		}
		quote := notes.Quote{Words: words, Number: rapid.IntRange(0, 1).Draw(rt, "number"), Lead: styled, Translation: words}
		mark := notes.Mark{Spans: []text.Span{{Start: start, End: end}}, Number: 1, Anchor: "m", Lines: []notes.Text{styled}}
		markdown := made(t, "markdown", notes.Document{Title: words, Blocks: []notes.Block{
			notes.Paragraph{Text: styled},
			quote,
			notes.Passage{Words: words, Marks: []notes.Mark{mark}},
			notes.List{Items: []notes.Item{{Text: append(plainText("a"), styled...), Blocks: []notes.Block{notes.Quote{Words: words}}}}},
			notes.Paragraph{Text: notes.Text{{Text: "b", Note: styled}, {Text: words, Link: "https://a.example/"}, {Text: words, To: "m"}}},
			notes.Table{Head: []notes.Text{styled, plainText("c")}, Rows: [][]notes.Text{{styled, plainText("d")}}},
		}})
		tables := []goldmark.Extender{extension.Table}
		for name, extensions := range map[string][]goldmark.Extender{"CommonMark": tables, "GitHub": {extension.GFM}} {
			page := rendered(t, markdown, extensions...)
			root, err := xhtml.Parse(strings.NewReader(page))
			if err != nil {
				rt.Fatal(err)
			}
			of := func(a atom.Atom) func(*xhtml.Node) bool { return func(n *xhtml.Node) bool { return n.DataAtom == a } }
			var exact []string // the lines that have something
			for line := range strings.SplitSeq(words, "\n") {
				if line != "" {
					exact = append(exact, line)
				}
			}
			quotes := all(root, of(atom.Blockquote))
			var translated []string
			translated = append(translated, exact...)
			if len(exact) > 0 {
				translated[0] = "[" + translated[0]
				translated[len(translated)-1] += "]"
			}
			if len(exact) > 0 {
				if len(quotes) != 2 {
					rt.Fatalf("%s reads %d quotes:\n%s\n%s", name, len(quotes), markdown, page)
				}
				if diff := cmp.Diff(strings.Join(slices.Concat(exact, translated), "\n"), paragraphsOf(quotes[:1])); diff != "" {
					rt.Fatalf("%s reads the quote (-want +got):\n%s\n%s", name, diff, markdown)
				}
				if diff := cmp.Diff(strings.Join(exact, "\n"), paragraphsOf(quotes[1:])); diff != "" {
					rt.Fatalf("%s reads the quote in a list (-want +got):\n%s\n%s", name, diff, markdown)
				}
			}
			two := squeeze(words + styled[1].Text + words)
			for what, want := range map[string]struct {
				words string
				a     atom.Atom
				n     int
			}{"title": {squeeze(words), atom.H1, 0}, "cell": {two, atom.Td, 0}, "head": {two, atom.Th, 0}} {
				found := all(root, of(want.a))
				if len(found) == 0 || squeeze(said(found[want.n])) != want.words {
					rt.Fatalf("%s reads the %s otherwise:\n%s\n%s", name, what, markdown, page)
				}
			}
			whole := strings.ReplaceAll(squeeze(said(root)), "1·", "1") // no words have that dot
			lead := two
			if quote.Number > 0 {
				lead = "1" + two
			}
			first := squeeze(words+two+lead) + squeeze(strings.Join(slices.Concat(exact, translated), "")+words)
			if !strings.HasPrefix(whole, first) {
				rt.Fatalf("%s reads %q, want first %q:\n%s", name, whole, first, markdown)
			}
			if !strings.HasSuffix(whole, two+"d"+two) {
				rt.Fatalf("%s reads the footnote otherwise:\n%s", name, markdown)
			}
			for _, n := range all(root, func(n *xhtml.Node) bool { return n.DataAtom == atom.A }) {
				if to := attr(n, "href"); to != "" && to != "https://a.example/" && !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "mailto:") {
					rt.Fatalf("%s reads a link to %q:\n%s", name, to, markdown)
				}
			}
		}
	})
}

// squeeze leaves out white space, which Markdown is free to change outside of quotes.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// A document has the anchors to which something leads, and no others.
func TestMarkdownHasTheAnchorsThatAreNeeded(t *testing.T) {
	got := made(t, "markdown", every())
	anchors := regexp.MustCompile(`<a id="([^"]+)">`).FindAllStringSubmatch(got, -1)
	var names []string
	for _, a := range anchors {
		names = append(names, a[1])
		if !strings.Contains(got, "(#"+a[1]+")") {
			t.Errorf("nothing leads to %q", a[1])
		}
	}
	for _, l := range regexp.MustCompile(`\(#([^)]+)\)`).FindAllStringSubmatch(got, -1) {
		if !slices.Contains(names, l[1]) {
			t.Errorf("there is no %q", l[1])
		}
	}
	if len(names) < 10 || strings.Contains(got, "quote-2") {
		t.Errorf("there are %q", names)
	}
}

func TestQuoteKeepsItsParagraphs(t *testing.T) {
	var out bytes.Buffer
	quote := notes.Quote{Words: "one\n    two\n\n# three", Number: 2, Lead: notes.Text{{Text: "A. Writer"}}}
	if err := render.Markdown(t.Context(), &out, notes.Document{Title: "t", Blocks: []notes.Block{quote}}); err != nil {
		t.Fatal(err)
	}
	got := rendered(t, out.String())
	want := "<h1>t</h1>\n<p><strong>2</strong> · A. Writer</p>\n<blockquote>\n<p>one</p>\n<p>    two</p>\n<p># three</p>\n</blockquote>\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
