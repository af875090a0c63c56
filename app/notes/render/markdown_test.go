package render_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
)

// page turns Markdown into HTML as GitHub does.
func page(t testing.TB, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// words returns the text of HTML, its white space collapsed as a browser does.
func words(page string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(page, ""))), " ")
}

// TestQuotesAreVerbatim renders quotes and compares the text that comes out with the words that went in.
func TestQuotesAreVerbatim(t *testing.T) {
	alphabet := []rune("ab  \n\n\t*_`#>-+=|~[]()<>!&;:\\\"'.10$@{}^“”«»é漢🇺🇦ش")
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom(alphabet), 1, 40, -1).Draw(rt, "words")
		for name, block := range map[string]notes.Block{
			"quote":     notes.Quote{Words: s},
			"paragraph": notes.Paragraph{Text: notes.Text{{Text: s}}},
			"item":      notes.List{Items: []notes.Item{{Text: notes.Text{{Text: s}}}}},
			"cell":      notes.Table{Head: []notes.Text{{{Text: s}}, {{Text: "b"}}}},
		} {
			var out bytes.Buffer
			if err := render.Markdown(t.Context(), &out, notes.Document{Title: "t", Blocks: []notes.Block{block}}); err != nil {
				rt.Fatal(err)
			}
			got := strings.TrimPrefix(words(page(t, out.String())), "t")
			want := s
			if name == "cell" {
				want += "b"
			}
			if squeeze(got) != squeeze(want) {
				rt.Fatalf("%s of %q is rendered as %q:\n%s", name, s, got, out.String())
			}
		}
	})
}

// squeeze leaves out white space, which Markdown is free to change.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestQuoteKeepsItsParagraphs(t *testing.T) {
	var out bytes.Buffer
	quote := notes.Quote{Words: "one\n    two\n\n# three", Number: 2, Lead: notes.Text{{Text: "A. Writer"}}}
	if err := render.Markdown(t.Context(), &out, notes.Document{Title: "t", Blocks: []notes.Block{quote}}); err != nil {
		t.Fatal(err)
	}
	got := page(t, out.String())
	want := "<h1>t</h1>\n<p><strong>2</strong> · A. Writer</p>\n<blockquote>\n<p>one</p>\n<p>two</p>\n<p># three</p>\n</blockquote>\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
