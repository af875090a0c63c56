package intake

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"standpoint/store"
)

// fuzzReader feeds a reader: whatever the bytes are, it hands out what can be stored, or refuses it in a sentence that names the file.
// packed puts them where a document has its text, as nobody comes through the sums of an archive by chance; nil: they are the file.
func fuzzReader(f *testing.F, read func(*file) ([]Draft, error), packed func(testing.TB, []byte) []byte, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if packed != nil {
			data = packed(t, data)
		}
		drafts, err := read(newFile(t.Context(), "fuzz.txt", "", data, Options{}))
		if err != nil {
			if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), "fuzz.txt") {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		if len(drafts) == 0 {
			t.Fatal("neither an article nor a reason")
		}
		for _, d := range drafts {
			checkStorable(t, d)
		}
	})
}

// inArchive makes a packer that puts the bytes into one entry of an archive, among others.
func inArchive(entry string, others ...string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, data []byte) []byte {
		return []byte(zipped(t, append(others, entry, string(data))...))
	}
}

// made is a document in testdata; entry names what of an archive is wanted, "" the whole file.
func made(f *testing.F, name, entry string) string {
	f.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "documents", name))
	if err != nil {
		f.Fatal(err)
	}
	if entry == "" {
		return string(data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		f.Fatal(err)
	}
	content, err := (&file{ctx: f.Context(), budget: newBudget(0)}).entry(z, entry)
	if err != nil || content == nil {
		f.Fatalf("%s in %s: %v", entry, name, err)
	}
	return string(content)
}

func FuzzReadDOCX(f *testing.F) {
	const document = "word/document.xml"
	fuzzReader(f, readDOCX, inArchive(document, "word/numbering.xml", made(f, "report.docx", "word/numbering.xml"),
		"word/comments.xml", made(f, "report.docx", "word/comments.xml"), "word/footnotes.xml", made(f, "report.docx", "word/footnotes.xml")),
		made(f, "report.docx", document), made(f, "letter.docx", document))
}

func FuzzReadODT(f *testing.F) {
	const document = "content.xml"
	fuzzReader(f, readODT, inArchive(document, "mimetype", "application/vnd.oasis.opendocument.text"), made(f, "report.odt", document),
		made(f, "letter.odt", document))
}

func FuzzReadEPUB(f *testing.F) {
	const chapter = "OEBPS/sections/section0001.xhtml"
	fuzzReader(f, readEPUB, inArchive(chapter, "mimetype", "application/epub+zip", "META-INF/container.xml", made(f, "report.epub",
		"META-INF/container.xml"), "OEBPS/content.opf", made(f, "report.epub", "OEBPS/content.opf")), made(f, "report.epub", chapter))
}

func FuzzReadXLSX(f *testing.F) {
	book := workbook(f, []string{"Title", "Date", "Body"}, []string{"Harbour talks end", "2031-05-16", twoParagraphs})
	z, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	if err != nil {
		f.Fatal(err)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	var others []string
	var seed string
	for _, e := range z.File {
		content, err := (&file{ctx: f.Context(), budget: newBudget(0)}).unfold(e)
		if err != nil {
			f.Fatal(err)
		}
		if e.Name == sheet {
			seed = string(content)
			continue
		}
		others = append(others, e.Name, string(content))
	}
	fuzzReader(f, readXLSX, inArchive(sheet, others...), seed)
}

func FuzzReadZip(f *testing.F) {
	fuzzReader(f, readZip, nil, zipped(f, "a.txt", "The ferry sails.", "b/c.html", "<p>The ferry sails.</p>"), nested(f, 2))
}

func FuzzReadPDF(f *testing.F) {
	fuzzReader(f, readPDF, nil, made(f, "report.pdf", ""), made(f, "columns.pdf", ""))
}

func FuzzReadRTF(f *testing.F) {
	fuzzReader(f, readRTF, nil, made(f, "report.rtf", ""), made(f, "letter.rtf", ""), `{\rtf1\ansicpg1251\u1055?\'cf{\footnote \'cf}\par}`)
}

func FuzzReadHTML(f *testing.F) {
	seeds := []string{made(f, "letter.html", ""), newsPage(linkedData), "<html><body>" + factiva("HD", "Ferry", "TD", "It sails.")}
	for _, l := range layouts {
		seeds = append(seeds, l.page(stories[0]))
	}
	fuzzReader(f, readHTML, nil, seeds...)
}

const envelope = "From: Courier Alerts <alerts@courier.example>\r\nDate: Fri, 16 May 2031 10:20:00 +0200\r\nSubject: " +
	"=?utf-8?q?Harbour_talks_end?=\r\nMIME-Version: 1.0\r\nMessage-ID: <1@courier.example>\r\n"

func FuzzReadMHTML(f *testing.F) {
	fuzzReader(f, readMHTML, nil, "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/harbour\r\n"+
		"Subject: Harbour\r\n"+
		"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"XX\"\r\n\r\n--XX\r\nContent-Type: text/html\r\n"+
		"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>The ferry =\r\nsails.</p>\r\n--XX--\r\n")
}

func FuzzReadMail(f *testing.F) {
	fuzzReader(f, readMail, nil, envelope+"\r\n"+twoParagraphs, envelope+"Content-Type: multipart/alternative; boundary=XX\r\n\r\n--XX\r\n"+
		"Content-Type: text/html; charset=utf-8\r\n\r\n<p>The ferry sails.</p>\r\n--XX--\r\n")
}

func FuzzReadMbox(f *testing.F) {
	fuzzReader(f, readMbox, nil, "From a@b Fri May 16 10:20:00 2031\n"+envelope+"\nThe ferry sails.\n\nFrom a@b Fri May 16 10:20:00 2031\n"+
		envelope+"\n>From the quay.\n")
}

func FuzzReadJSON(f *testing.F) {
	fuzzReader(f, listed(jsonRecords), nil, `{"title":"Ferry","text":"It sails."}`, `[{"type":"article","title":"Ferry",`+
		`"issued":{"date-parts":[[2031,5]]},"abstract":"It sails."}]`)
}

func FuzzReadRIS(f *testing.F) {
	fuzzReader(f, listed(risRecords), nil, "TY  - NEWS\nTI  - Ferry\nDA  - 2031/05/16\nAB  - It sails.\nER  - \n")
}

func FuzzReadBibTeX(f *testing.F) {
	fuzzReader(f, listed(bibtexRecords), nil, "@article{a,\n title = {H\\\"{a}fen {Talks}},\n date = \"2031\",\n abstract = {It sails.}\n}\n")
}

func FuzzReadCSV(f *testing.F) {
	fuzzReader(f, listed(csvRecords), nil, "Title;Date;Text\nFerry;16 May 2031;\"It\nsails.\"\n", "title\tbody\nFerry\tIt sails.\n")
}

func FuzzReadText(f *testing.F) {
	fuzzReader(f, readText, nil, nexisUni, nexisOlder, "Title: Ferry\nDate: 16/5/2031\n\nIt sails.",
		"---\ntitle: 'Ferry'\nauthor:\n- \"[[Ida]]\"\ndate: 16/5/2031 # as printed\n---\nIt sails.", strings.Repeat("_", 60)+
			"\nTitle: Ferry\n\nFull text: It sails.\n"+strings.Repeat("_", 60))
}

// `make soak` runs all that are named so.
func TestEveryReaderHasAFuzzTarget(t *testing.T) {
	source, err := os.ReadFile("fuzz_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range formats() {
		var reader any = format.read
		if format.list != nil {
			reader = format.list
		} else if format.read == nil {
			continue
		}
		name := runtime.FuncForPC(reflect.ValueOf(reader).Pointer()).Name()
		name = strings.TrimSuffix(strings.TrimPrefix(name[strings.LastIndexByte(name, '.')+1:], "read"), "Records")
		if !strings.Contains(strings.ToLower(string(source)), "func fuzzread"+strings.ToLower(name)+"(") {
			t.Errorf("there is no FuzzRead%s", name)
		}
	}
}
