package render_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/extension"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/text"
)

// nesting draws documents in which everything stands in everything, as far as the type has it. Each word stands once.
type nesting struct {
	*rapid.T
	words                 []string
	anchors               []string
	items, quotes, tables int
}

func (n *nesting) word() string {
	n.words = append(n.words, fmt.Sprintf("w%dx", len(n.words)))
	return n.words[len(n.words)-1]
}

func (n *nesting) some(of string, most int) int { return rapid.IntRange(0, most).Draw(n.T, of) }

// anchor is a new one, or none.
func (n *nesting) anchor() string {
	if n.some("anchor", 1) == 0 {
		return ""
	}
	n.anchors = append(n.anchors, fmt.Sprintf("place-%d", len(n.anchors)))
	return n.anchors[len(n.anchors)-1]
}

func (n *nesting) text(least int, noted bool) (t notes.Text) {
	for range least + n.some("runs", 2) {
		r := notes.Run{Text: n.word() + " ", Style: notes.Style(n.some("style", 2))} //nolint:gosec // 0 to 2
		switch n.some("leads", 5) {
		case 0:
			r.Link = "https://a.example/?b=1&c=2"
		case 1:
			if len(n.anchors) > 0 {
				r.To = rapid.SampledFrom(n.anchors).Draw(n.T, "to")
			}
		case 2:
			if noted {
				r.Note = n.text(1, false)
			}
		}
		t = append(t, r)
	}
	return t
}

func (n *nesting) blocks(least, depth int) (list []notes.Block) {
	for range least + n.some("blocks", 3) {
		list = append(list, n.block(depth))
	}
	return list
}

func (n *nesting) block(depth int) notes.Block {
	most := 5
	if depth == 0 {
		most = 3 // no list
	}
	switch n.some("kind", most) {
	case 0:
		return notes.Heading{Level: 2 + n.some("level", 2), Text: n.text(1, false), Anchor: n.anchor()}
	case 1:
		return notes.Paragraph{Text: n.text(1, true)}
	case 2:
		n.quotes++
		q := notes.Quote{Anchor: n.anchor(), Number: n.some("number", 12), Lead: n.text(0, true), Words: n.word() + "\n\n" + n.word()}
		if n.some("translation", 1) > 0 {
			q.Translation = n.word()
		}
		return q
	case 3:
		return n.table()
	case 4:
		return n.passage()
	}
	var list notes.List
	for range 1 + n.some("items", 2) {
		item := notes.Item{Anchor: n.anchor(), Text: n.text(0, true)}
		item.Blocks = n.blocks(0, depth-1)
		if len(item.Text)+len(item.Blocks) == 0 {
			item.Text = n.text(1, true)
		}
		n.items++
		list.Items = append(list.Items, item)
	}
	return list
}

func (n *nesting) table() notes.Table {
	n.tables++
	columns := 1 + n.some("columns", 2)
	t := notes.Table{Numbers: make([]bool, columns)}
	for range columns {
		t.Head = append(t.Head, n.text(1, false))
	}
	for range 1 + n.some("rows", 2) {
		var row []notes.Text
		for range columns {
			row = append(row, n.text(1, false))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (n *nesting) passage() notes.Passage {
	words := make([]string, 2+n.some("words", 6))
	for i := range words {
		words[i] = n.word()
	}
	between := rapid.SampledFrom([]string{" ", "\n", "\n\n"}).Draw(n.T, "between")
	p := notes.Passage{Words: strings.Join(words, between)}
	for range n.some("marks", 3) {
		from := n.some("from", len(words)-1)
		to := from + n.some("more", len(words)-1-from)
		m := notes.Mark{
			Spans: []text.Span{{Start: strings.Index(p.Words, words[from]), End: strings.Index(p.Words, words[to]) + len(words[to])}},
			Kind:  store.KindStatement, By: "A", Colour: "#3C6CDC", Number: 1 + n.some("number", 9), Anchor: fmt.Sprintf("mark-%d", len(n.words)),
			Lines: []notes.Text{n.text(1, false)},
		}
		n.items++
		p.Marks = append(p.Marks, m)
	}
	slices.SortStableFunc(p.Marks, func(x, y notes.Mark) int { return x.Spans[0].Start - y.Spans[0].Start })
	return p
}

// TestAllWordsAreFoundHoweverBlocksAreNested writes random documents, and has another program's reader find each word, in pages once, as
// others have headings in a table of contents too; and in Markdown as many items, quotations and tables as went in.
func TestAllWordsAreFoundHoweverBlocksAreNested(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := &nesting{T: rt}
		d := notes.Document{Title: n.word(), Language: "en", Blocks: n.blocks(1, 3)}
		markdown := made(t, "markdown", d)
		page := rendered(t, markdown, extension.Table)
		root, err := xhtml.Parse(strings.NewReader(page))
		if err != nil {
			rt.Fatal(err)
		}
		for _, count := range []struct {
			of   atom.Atom
			want int
		}{{atom.Li, n.items}, {atom.Blockquote, n.quotes}, {atom.Table, n.tables}} {
			if got := len(all(root, func(e *xhtml.Node) bool { return e.DataAtom == count.of })); got != count.want {
				rt.Fatalf("%d of %s in Markdown, want %d:\n%s\n%s", got, count.of, count.want, markdown, page)
			}
		}
		var body strings.Builder
		for _, e := range all(browsed(t, d), func(e *xhtml.Node) bool { return e.DataAtom == atom.Body }) {
			body.WriteString(said(e))
		}
		read := map[string]string{
			"markdown": said(root), "github": pageWords(rt, rendered(t, markdown, extension.GFM)),
			"html": body.String(), "text": made(t, "text", d),
		}
		for format := range officeFormats {
			read[format] = xmlWords(t, made(t, format, d))
		}
		for _, format := range slices.Sorted(maps.Keys(read)) {
			joined := squeeze(read[format]) // marks part words
			for _, w := range n.words {
				found := strings.Count(joined, w)
				if page := format == "markdown" || format == "github" || format == "html"; found == 0 || found > 1 && page {
					rt.Fatalf("%s has %q %d times:\n%s", format, w, found, read[format])
				}
			}
		}
	})
}

// pageWords are all words of a page.
func pageWords(rt *rapid.T, page string) string {
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		rt.Fatal(err)
	}
	return said(root)
}

// xmlWords are all texts of the parts of an archive in which a word processor has words.
func xmlWords(t *testing.T, archive string) string {
	t.Helper()
	parts, order := unpacked(t, archive)
	var s strings.Builder
	for _, name := range order {
		switch name {
		case "word/document.xml", "word/comments.xml", "word/footnotes.xml", "content.xml":
			s.WriteString(parsed(t, parts[name]).words())
		}
	}
	return s.String()
}
