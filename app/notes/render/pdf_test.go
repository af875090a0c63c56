package render_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
	"standpoint/app/notes/render"
)

func asPDF(t testing.TB, d notes.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := render.PDF(t.Context(), &out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// pdfReader starts a reader of PDF once for all tests. What it is translated to is kept where app/intake keeps it.
var pdfReader = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if folder, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "standpoint", "pdf")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{
		Context: context.Background(), MaxTotal: 1, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
})

// openPDF opens a PDF in a reader that shares no code with the writer; done ends that.
func openPDF(t testing.TB, file []byte) (reader pdfium.Pdfium, document references.FPDF_DOCUMENT, done func()) {
	t.Helper()
	pool, err := pdfReader()
	if err != nil {
		t.Fatal(err)
	}
	reader, err = pool.GetInstance(time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		t.Fatal(err)
	}
	return reader, opened.Document, func() { _ = reader.Close() }
}

// pagesOf returns the text of each page of a PDF.
func pagesOf(t testing.TB, file []byte) []string {
	t.Helper()
	reader, document, done := openPDF(t, file)
	defer done()
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for i := range count.PageCount {
		page, err := reader.GetPageText(&requests.GetPageText{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}},
		})
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page.Text)
	}
	return pages
}

// TestQuotesInPDFAreVerbatim sets quotes of every sort of character, and finds the words in what a reader of PDF reads. Where lines end is
// the layout's.
func TestQuotesInPDFAreVerbatim(t *testing.T) {
	letters := strings.Split("ab  \n\tfi()<>\\&%{}[]*_`#~^.,;:!?-–—…“”„«»‘’1€₴№éßőñΑλφάЯжёїґўЎՀა\u200b\ufeff\x1b\x00\u007f", "")
	letters = append(letters, "ffl", "e\u0301", "q\u0308", "о\u0301", "В\u0301", "a\u0323", "longword")
	letter := rapid.SampledFrom(letters)
	rapid.Check(t, func(rt *rapid.T) {
		var blocks []notes.Block
		words := rapid.SliceOfN(rapid.SliceOfN(letter, 1, 120), 10, 20).Draw(rt, "words")
		for _, w := range words {
			blocks = append(blocks, notes.Quote{Words: strings.Join(w, "")}, notes.Paragraph{Text: notes.Text{{Text: "¶¶"}}})
		}
		var text strings.Builder
		for _, page := range pagesOf(t, asPDF(t, notes.Document{Title: "RUNNING", Blocks: blocks})) {
			text.WriteString(furniture.ReplaceAllString(page, ""))
		}
		got := strings.Split(text.String(), "¶¶")
		for i, w := range words {
			if want := read(render.Signs(strings.Join(w, ""))); read(got[i]) != want {
				rt.Fatalf("%q is read back as %q", want, got[i])
			}
		}
	})
}

// furniture is what stands on a page beside its text.
var furniture = regexp.MustCompile(`Page \d+ of \d+|RUNNING`)

// read leaves out of text what layout is free to change: white space, and where a word may be divided; a reader has a sign of its own for a
// hyphen at the end of a line.
func read(s string) string {
	return squeeze(strings.NewReplacer("\u0002", "-", "\ufffe", "-", "\u200b", "", "\ufeff", "").Replace(s))
}

func TestAPDFRefusesWhatItCannotSetAndSaysWhereItStands(t *testing.T) {
	for words, character := range map[string]string{
		"a ش b": "ش (U+0634)", "א": "א (U+05D0)", "漢": "漢 (U+6F22)", "🇺": "🇺 (U+1F1FA)", "a\u200fb": "\u200f (U+200F)",
		"q\u0308\u0301": "◌̈ (U+0308)", "a\u0338": "◌̸ (U+0338)", "दि": "द (U+0926)",
	} {
		d := everywhere(words)
		for i, block := range d.Blocks {
			var out bytes.Buffer
			part := notes.Document{Title: "t", Blocks: []notes.Block{
				notes.Heading{Level: 2, Text: notes.Text{{Text: "Second part"}}}, block,
			}}
			err := render.PDF(t.Context(), &out, part)
			_, heading := block.(notes.Heading)
			if err == nil || out.Len() > 0 || !strings.Contains(err.Error(), "stands another character: "+character) ||
				!strings.HasSuffix(err.Error(), "Write DOCX or HTML instead.") || !heading && !strings.Contains(err.Error(), "“Second part”") {
				t.Errorf("block %d with %q: %d bytes, %v", i, words, out.Len(), err)
			}
		}
		if err := render.PDF(t.Context(), io.Discard, notes.Document{Title: words}); err == nil {
			t.Errorf("the title %q is set", words)
		}
	}
}

func TestTheSameDocumentGivesTheSamePDFWithNothingThatItDoesNotShow(t *testing.T) {
	d := latin(t)
	first := asPDF(t, d)
	for range 3 {
		if !bytes.Equal(asPDF(t, d), first) {
			t.Fatal("the bytes differ")
		}
	}
	file := string(first)
	if !strings.Contains(file, "/CreationDate (D:20260405000000)") || !strings.Contains(file, "/Lang (en)") {
		t.Error("it does not have the day on which it was made, or no language")
	}
	d.Made = ""
	unmade := string(asPDF(t, d))
	for _, word := range []string{"/Producer", "/Author", "/Creator ", "D:1970"} {
		if strings.Contains(file+unmade, word) {
			t.Errorf("it has %s", word)
		}
	}
	if strings.Contains(unmade, "/CreationDate") || strings.Contains(unmade, "/ModDate") || len(pagesOf(t, []byte(unmade))) == 0 {
		t.Error("one that does not say when it was made has a date, or cannot be read")
	}
}

// latin is a document with all that the others have, in letters that a PDF is set in.
func latin(t testing.TB) notes.Document {
	d := foreign(t)
	for i, b := range d.Blocks {
		if q, is := b.(notes.Quote); is {
			q.Lead = plainText("A. Writer")
			d.Blocks[i] = q
		}
	}
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b notes.Block) bool {
		return render.PDF(t.Context(), io.Discard, notes.Document{Title: "t", Blocks: []notes.Block{b}}) != nil
	})
	return d
}

func TestAPDFHasAnOutlineAndLinks(t *testing.T) {
	d := latin(t)
	file := string(asPDF(t, d))
	var text strings.Builder
	for _, block := range d.Blocks {
		if h, is := block.(notes.Heading); is && !strings.Contains(file, "/Title ("+utf16BE(h.Text.String())+")") {
			t.Errorf("%q is not in the outline", h.Text)
		}
	}
	for _, want := range []string{"/URI (https://example.org/?a=1&b=2)", "/URI (https://example.org/a%20b?c=%5Bd%5D&e)"} {
		if !strings.Contains(file, want) {
			t.Errorf("there is no link %s", want)
		}
	}
	if within := strings.Count(file, "/Subtype /Link /Rect") - strings.Count(file, "/URI ("); within != 9 {
		t.Errorf("there are %d links within it", within)
	}
	for _, page := range pagesOf(t, []byte(file)) {
		text.WriteString(page)
	}
	for _, want := range []string{"p. 4", "The minister: ▼ oppose: the toll", "A footnote, with a link", "Министр заявил"} {
		if !strings.Contains(squeeze(text.String()), squeeze(want)) {
			t.Errorf("%q is not in it:\n%s", want, text.String())
		}
	}
}

// utf16BE writes text as a PDF has it.
func utf16BE(s string) string {
	out := "\xfe\xff"
	for _, u := range utf16.Encode([]rune(s)) {
		out += string([]byte{byte(u >> 8), byte(u)})
	}
	return out
}

// A heading is on the page on which what it is above begins, wherever the page ends; and a head of a table stands on each of its pages.
func TestNothingStandsAloneInAPDF(t *testing.T) {
	row := []notes.Text{plainText("row"), plainText("12")}
	for lines := 20; lines < 50; lines++ {
		var blocks []notes.Block
		for range lines {
			blocks = append(blocks, notes.Paragraph{Text: plainText("a")})
		}
		blocks = append(blocks,
			notes.Heading{Level: 2, Text: plainText("HEAD2")}, notes.Heading{Level: 3, Text: plainText("HEAD3")},
			notes.Quote{Number: 1, Lead: plainText("LEAD"), Words: strings.Repeat("words of it ", 12)},
			notes.List{Items: []notes.Item{{Text: plainText("FACT")}}},
			notes.Heading{Level: 4, Text: plainText("HEAD4")},
			notes.Table{Head: []notes.Text{plainText("WHO"), plainText("N")}, Rows: slices.Repeat([][]notes.Text{row}, 60)},
		)
		for n, page := range pagesOf(t, asPDF(t, notes.Document{Title: "t", Blocks: blocks})) {
			page = strings.ReplaceAll(page, "t HEAD2", "") // the running title
			for _, with := range []string{"HEAD3", "LEAD", "FACT"} {
				if strings.Contains(page, "HEAD2") != strings.Contains(page, with) {
					t.Errorf("page %d after %d lines has no %s, or it alone:\n%s", n+1, lines, with, page)
				}
			}
			if strings.Contains(page, "HEAD4") && !strings.Contains(page, "row") || strings.Contains(page, "row") != strings.Contains(page, "WHO") {
				t.Errorf("page %d after %d lines has a table without its head:\n%s", n+1, lines, page)
			}
		}
	}
}

// The text of each page, as a reader of PDF reads it.
func TestEveryBlockInPDF(t *testing.T) {
	d := every()
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b notes.Block) bool {
		return render.PDF(t.Context(), io.Discard, notes.Document{Title: "t", Blocks: []notes.Block{b}}) != nil
	})
	got := strings.ReplaceAll(strings.Join(pagesOf(t, asPDF(t, d)), "\n\f\n"), "\r\n", "\n")
	notestest.Golden(t, "every.pdf.txt", got)
}

func TestAPDFEndsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	if err := render.PDF(ctx, &out, latin(t)); !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("%d bytes, %v", out.Len(), err)
	}
}

func TestAPDFShowsSignsAndSaysWhatTheyMean(t *testing.T) {
	got := strings.Join(pagesOf(t, asPDF(t, everywhere("Ve\x1b[31mnn\x00\u007f\u202e\ufffe"))), "")
	if signs := strings.Count(got, "␛"); signs < 12 || !strings.Contains(squeeze(got), "sinddurchSymboleersetzt:␛für") {
		t.Errorf("%d signs:\n%s", signs, got)
	}
}
