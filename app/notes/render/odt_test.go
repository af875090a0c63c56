package render_test

import (
	"archive/zip"
	"regexp"
	"slices"
	"strings"
	"testing"

	"standpoint/app/notes"
)

func TestOdtBeginsWithItsTypeInTheOpen(t *testing.T) {
	archive := made(t, "odt", foreign(t))
	const kind = "mimetypeapplication/vnd.oasis.opendocument.text"
	if !strings.HasPrefix(archive[30:], kind) { // behind the head of the first part
		t.Errorf("the archive begins with %q", archive[:100])
	}
	z, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	if first := z.File[0]; first.Method != zip.Store || len(first.Extra) > 0 {
		t.Errorf("its first part is %+v", first.FileHeader)
	}
}

func TestOdtIsWhole(t *testing.T) {
	parts, order := unpacked(t, made(t, "odt", foreign(t)))
	want := []string{"/"}
	for _, name := range order {
		if name != "mimetype" && !strings.HasPrefix(name, "META-INF/") {
			want = append(want, name)
		}
	}
	var listed []string
	for _, e := range parsed(t, parts["META-INF/manifest.xml"]).all("manifest:file-entry") {
		listed = append(listed, e.attrs["manifest:full-path"])
	}
	slices.Sort(want)
	slices.Sort(listed)
	if !slices.Equal(want, listed) {
		t.Errorf("the manifest lists %q, not %q", listed, want)
	}
}

func TestOdtRefersToWhatIsThere(t *testing.T) {
	parts, _ := unpacked(t, made(t, "odt", foreign(t)))
	content, styles := parsed(t, parts["content.xml"]), parsed(t, parts["styles.xml"])
	defined := map[string]bool{}
	for _, part := range []*element{content, styles} {
		for _, name := range []string{"style:style", "text:list-style", "style:page-layout"} {
			for _, s := range part.all(name) {
				if defined[s.attrs["style:name"]] {
					t.Errorf("there are two styles %q", s.attrs["style:name"])
				}
				defined[s.attrs["style:name"]] = true
				if names := s.names(); name == "style:style" && !slices.IsSorted(names) { // paragraph-properties, then text-properties
					t.Errorf("the style %q has %v", s.attrs["style:name"], names)
				}
			}
		}
	}
	places := map[string]bool{}
	for _, b := range content.all("text:bookmark") {
		if places[b.attrs["text:name"]] {
			t.Errorf("there are two bookmarks %q", b.attrs["text:name"])
		}
		places[b.attrs["text:name"]] = true
	}
	for _, part := range []*element{content, styles} {
		part.each(func(e *element) {
			for name, value := range e.attrs {
				if strings.HasSuffix(name, "style-name") && !defined[value] {
					t.Errorf("%s has a style %q that there is not", e.name, value)
				}
			}
			if to, within := strings.CutPrefix(e.attrs["xlink:href"], "#"); within && !places[to] {
				t.Errorf("a link leads to %q, which is not there", to)
			} else if !within && to != "" && !strings.HasPrefix(to, "https://example.org/") {
				t.Errorf("a link leads to %q", to)
			}
		})
	}
	if entries := len(content.first("text:index-body").all("text:a")); entries != 4 {
		t.Errorf("the table of contents has %d links", entries)
	}
	if got := len(content.all("text:note")); got != 1 {
		t.Errorf("there are %d footnotes", got)
	}
}

// In a list LibreOffice takes no table, and lets no number hang before the line above a quote.
func TestOdtHasTablesAndQuotesOutsideOfLists(t *testing.T) {
	table := notes.Table{Head: []notes.Text{plainText("a")}}
	quote := notes.Quote{Number: 1, Lead: plainText("Ada"), Words: "words"}
	blocks := []notes.Block{table, quote, notes.Paragraph{Text: plainText("c")}}
	inner := notes.List{Items: []notes.Item{{Text: plainText("b"), Blocks: blocks}}}
	list := notes.List{Items: []notes.Item{{Text: plainText("d"), Blocks: []notes.Block{inner}}}}
	parts, _ := unpacked(t, made(t, "odt", notes.Document{Title: "t", Blocks: []notes.Block{list}}))
	content := parsed(t, parts["content.xml"])
	if tables := content.all("table:table"); len(tables) != 1 || tables[0].inside["text:list"] {
		t.Error("the table is not there, or in a list")
	}
	for _, p := range content.all("text:p") {
		if p.words() == "1Ada" && p.inside["text:list"] {
			t.Error("the line above the quote is in a list")
		}
	}
	if got := content.first("office:text").words(); got != "tdba1Adawordsc" {
		t.Errorf("the words are %q", got)
	}
}

func TestOdtSaysNothingThatItDoesNotShow(t *testing.T) {
	parts, _ := unpacked(t, made(t, "odt", foreign(t)))
	if got := parsed(t, parts["meta.xml"]).words(); got != "2026-04-05T00:00:00Words & <signs> in many scripts" {
		t.Errorf("the properties are %q", got)
	}
	parts, _ = unpacked(t, made(t, "odt", notes.Document{Title: "t"}))
	if got := parsed(t, parts["meta.xml"]).words(); got != "t" {
		t.Errorf("the properties of a document without a day are %q", got)
	}
}

func TestOdtNamesTheLanguageOfEachQuote(t *testing.T) {
	want := []string{
		"language-complex ar-EG", "language-complex he-IL", "language-asian zh-CN", "language-asian zh-TW", "language-asian ja-JP",
		"language-asian ko-KR", "language ru-RU", "language en-US", "language el-GR",
		"language zxx-none language-asian zxx-none language-complex zxx-none",
	}
	d := readOdt(t, made(t, "odt", foreign(t)))
	for i, q := range foreignQuotes {
		for _, p := range d.paragraphs {
			if p.text == lines(q.Words)[0] && p.language != want[i] {
				t.Errorf("the language of %q is %q, not %q", p.text, p.language, want[i])
			}
		}
	}
}

// LibreOffice drops the indent of the lines below the first if a paragraph says only that of the first, and the other way round.
func TestAnIndentOfOpenDocumentSaysThatOfTheFirstLineToo(t *testing.T) {
	quote := func(number int) notes.Block {
		return notes.Quote{Number: number, Lead: plainText("Ada"), Words: "words"}
	}
	d := notes.Document{Title: "t", Blocks: []notes.Block{
		quote(1), quote(0), notes.List{Items: []notes.Item{{Text: plainText("item"), Blocks: []notes.Block{quote(2), quote(0)}}}},
	}}
	parts, _ := unpacked(t, made(t, "odt", d))
	content := parts["content.xml"]
	properties := regexp.MustCompile(`style:parent-style-name="Quote_20_Lead"><style:paragraph-properties ([^>]*)/>`)
	styles := properties.FindAllStringSubmatch(content, -1)
	if len(styles) != 3 {
		t.Errorf("there are %d styles of lines above words, want one that is flush, and two in a list", len(styles))
	}
	for _, s := range styles {
		if !strings.Contains(s[1], "fo:margin-left=") || !strings.Contains(s[1], "fo:text-indent=") {
			t.Errorf("a line above words has %s", s[1])
		}
	}
}
