package render_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
)

// filled returns what a template makes of a document.
func filled(t testing.TB, source string, d notes.Document) string {
	t.Helper()
	f, err := render.Template(source)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, f, d)
}

// The page that explains templates shows one whole example, and what comes of it.
func TestTheTemplateInTheDocsWritesWhatTheyShow(t *testing.T) {
	docs, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "notes-template.md"))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(docs), "```")
	if len(parts) != 5 {
		t.Fatalf("the docs have %d examples, not the template and its result", len(parts)/2)
	}
	source, want := strings.TrimPrefix(parts[1], "gotemplate\n"), strings.TrimPrefix(parts[3], "text\n")
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(filled(t, source, every()), "\n")); diff != "" {
		t.Errorf("(-docs +written):\n%s", diff)
	}
}

func TestTemplatesSeeEachBlock(t *testing.T) {
	got := filled(t, `{{range .Blocks}}{{.Kind}} {{.Level}} {{.Number}} {{.Text}}{{.Lead}}{{len .Items}}{{len .Rows}}{{len .Marks}}
{{end}}{{len .Quotes}} {{.Made}} {{.Signs}}`, every())
	want := `paragraph 0 0 One article, five statements. See the ferry and the archive; not a script.000
heading 2 0 Who stands where000
list 0 0 200
heading 2 0 Night shift at the ferry000
paragraph 0 0 The Skerry Post · 3 May 2026000
table 0 0 030
heading 3 0 Statements and positions000
quote 0 1 Skerry Harbour Board to the crews · ¶ 2000
list 0 0 100
quote 0 2 مجلس الميناء · ¶ 3000
quote 0 3 Lio Tarn · ¶ 4000
quote 0 0 000
heading 4 0 The text000
passage 0 0 008
4 2026-05-20 Characters that cannot be shown stand as their signs: ␛ for U+001B, <U+202E> for others.`
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got = filled(t, `{{range .Blocks}}{{range .Paragraphs}}{{range .}}{{range .Begin}}<{{.Number}}{{.Sign}} {{.Kind}} {{.By}} {{.Colour}}: `+
		`{{index .Lines 0}}>{{end}}{{.Words}}{{end}}|{{end}}{{end}}`, every())
	want = "<1 statement E. M. #c43d4d: Skerry Harbour Board>The last ferry of Skerry <2 highlight L. #737c06: number>leaves at ten, the "
	if !strings.HasPrefix(got, want) {
		t.Errorf("the passage is %q", got)
	}
}

func TestFunctionsOfTemplates(t *testing.T) {
	for source, want := range map[string]string{
		`{{markdown "# *a*\n<b>"}}`:                  `\# \*a\* \<b>`,
		`{{html "<b> & \"c\""}}`:                     `&lt;b&gt; &amp; &#34;c&#34;`,
		`{{oneline " a\n  b "}}`:                     `a b`,
		`{{wrap 7 "aa bb cc dd\nee" | prefix "> "}}`: "> aa bb\n> cc dd\n> ee",
		`{{date "02.01.2006" .Made}}`:                "20.05.2026",
		`{{date "02.01.2006" ""}}`:                   "",
		`{{printf "%03d" 7}}{{print "a" 1}}`:         "007a1",
	} {
		if got := filled(t, source, every()); got != want {
			t.Errorf("%s gives %q, want %q", source, got, want)
		}
	}
}

func TestWhatIsWrongWithATemplateIsToldWithItsLine(t *testing.T) {
	for source, want := range map[string]string{
		"a\n{{if}}":            "line 2 of the template: missing value for if",
		"a\n{{range .Blocks}}": "line 2 of the template: unexpected EOF",
		"\n{{readFile `x`}}":   `line 2 of the template: function "readFile" not defined`,
		"a\n\n{{.Titel}}": "line 3 of the template: there is no field Titel in .Titel; " +
			"there are Blocks, Language, Made, Quotes, Signs, Title",
		"{{range .Quotes}}\n{{.Lead}}{{.Who}}{{end}}": "line 2 of the template: there is no field Who in .Who; " +
			"there are Anchor, Head, Items, Kind, Language, Lead, Level, Marks, Number, Paragraphs, Rows, Text, Translation, Words",
		`{{date "2006" "yesterday"}}`: `line 1 of the template, in date "2006" "yesterday": date: yesterday is no day`,
		`{{index .Blocks 99}}`:        "line 1 of the template, in index .Blocks 99: index: index out of range: 99",
		`{{.Title.Words}}`:            "line 1 of the template, in .Title.Words: can't evaluate field Words in type string",
	} {
		f, err := render.Template(source)
		if err == nil {
			err = f.Write(t.Context(), io.Discard, every())
		}
		if err == nil || err.Error() != want {
			t.Errorf("%q\n got %v\nwant %s", source, err, want)
		}
	}
}

func TestTheNameOfATemplateSaysWhatItsFilesEndWith(t *testing.T) {
	for name, want := range map[string]string{
		"wiki.md.tmpl": ".md", "wiki.md": ".md", "a.b/Wiki.TEX.Tmpl": ".TEX", "wiki.tmpl": ".txt", "wiki": ".txt", "wiki.": ".txt",
		".tmpl": ".txt", ".wiki": ".txt", "talks 2026. May": ".txt", "a.gotmpl": ".txt", "list.a very long": ".txt",
	} {
		if got := render.TemplateExtension(name); got != want {
			t.Errorf("%q writes %q, want %q", name, got, want)
		}
	}
}

func TestTheFileOfATemplateIsReadAsText(t *testing.T) {
	folder := t.TempDir()
	for source, want := range map[string]string{
		"\uFEFF{{.Title}}":                    "",
		"\xff\xfe{\x00":                       "the template is no text in UTF-8",
		"a\x00":                               "the template is no text in UTF-8",
		strings.Repeat("words ", 4*1024*1024): "the template has more than 4 MB",
	} {
		path := filepath.Join(folder, "wiki.md.tmpl")
		if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := render.ReadTemplate(path)
		switch {
		case want != "":
			if err == nil || err.Error() != want {
				t.Errorf("%.20q: %v", source, err)
			}
		case err != nil || f.Extension != ".md" || written(t, f, every()) != every().Title:
			t.Errorf("%.20q gives %+v, %v", source, f, err)
		}
	}
	if _, err := render.ReadTemplate(folder); err == nil || err.Error() != "the template is a folder, not a file" {
		t.Errorf("a folder: %v", err)
	}
	if _, err := render.ReadTemplate(filepath.Join(folder, "none")); !os.IsNotExist(err) {
		t.Errorf("none: %v", err)
	}
}

// cancelling ends a context after some writes.
type cancelling struct {
	bytes.Buffer
	end context.CancelFunc
}

func (c *cancelling) Write(b []byte) (int, error) {
	c.end()
	return c.Buffer.Write(b)
}

func TestATemplateThatRepeatsWithoutEndEndsWithItsContext(t *testing.T) {
	for _, source := range []string{
		`{{range 1000000000000}}{{end}}`,
		`{{range 1000000000000}}{{if eq . 1}}{{range 1000000000000}}{{end}}{{end}}{{end}}`,
		`{{if true}}{{with 1}}{{range 1000000000000}}{{else}}{{end}}{{end}}{{end}}`,
		`{{define "a"}}{{range 1000000000000}}{{end}}{{end}}{{template "a"}}`,
	} {
		f, err := render.Template(source)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- f.Write(ctx, io.Discard, every()) }()
		cancel()
		if err := <-done; err != context.Canceled { //nolint:errorlint // exactly this is promised
			t.Errorf("%s ends with %v", source, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	f, err := render.Template(`{{range 1000000000000}}some words{{end}}`)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write(ctx, &cancelling{end: cancel}, every()); err != context.Canceled { //nolint:errorlint // exactly this is promised
		t.Errorf("it ends with %v", err)
	}
}

func TestATemplateCannotFillTheMemory(t *testing.T) {
	for source, want := range map[string]string{
		`{{$a := "0123456789"}}{{range 60}}{{$a = print $a $a}}{{end}}`: "line 1 of the template, in print $a $a: " +
			"print: a function returns more than 1 MB",
		`{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`: "line 1 of the template, in {{template \"a\"}}: " +
			"exceeded maximum template depth (100000)",
		`{{$a := printf "%1000000s" "a"}}{{range 1000}}{{$a}}{{end}}`: "the template writes more than 256 MB",
	} {
		f, err := render.Template(source)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Write(t.Context(), io.Discard, every()); err == nil || err.Error() != want {
			t.Errorf("%s ends with %v", source, err)
		}
	}
}
