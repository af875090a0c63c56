package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/text"
)

// zipped is a zip file with these entries: name, content, name, content …
func zipped(t testing.TB, entries ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: entries[i], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// unreadableFiles are files of formats without a reader, and what is said of each.
func unreadableFiles(t testing.TB) []struct{ name, in, says string } {
	docx := zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document/>")
	return []struct{ name, in, says string }{
		{"XHTML", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" ""><html xmlns=""></html>`, "a web page without text"},
		{"XML", `<?xml version="1.0" encoding="UTF-8"?><nitf><body>The ferry sails.</body></nitf>`, "an XML document"},
		{"PDF without NUL", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n", "a PDF document that is damaged"},
		{"PDF with NUL", "%PDF-1.7\n\x00\xff", "a PDF document that is damaged"},
		{"JSON that is cut off", `{"articles": [{"title": "Ferry", "text": "The fer`, "damaged or cut off"},
		{"UTF-7", "The caf+AOk- in Quill is open, +IBw-it is late+IB0- she said.", "UTF-7"},
		{"UTF-7 with one letter", "The caf+AOk- in Quill is open.", "UTF-7"},
		{"UTF-7 in Cyrillic", "+BB8EQAQ4BDIENQRC-, Quill. 1 +- 1.", "UTF-7"},
		{"DOCX without text", docx, "has no text"},
		{"DOCX that is cut off", docx[:len(docx)-30], "damaged or cut off"},
		{"XLSX", zipped(t, "xl/workbook.xml", "<workbook/>"), "a workbook"},
		{"PPTX", zipped(t, "ppt/presentation.xml", "<p/>"), "a PowerPoint presentation"},
		{"ODT", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office/>"), "has no text"},
		{"ODS", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument file"},
		{"EPUB", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", "<container/>"), "damaged or cut off"},
		{"zip of pictures", zipped(t, "ferry.png", "\x89PNG"), "an archive without files"},
		{"empty zip", zipped(t), "an archive without files"},
		{"old DOC", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 512), "an older Office"},
		{"gzip", "\x1F\x8B\x08\x00\x00", "a packed file"},
		{"tar", "a.txt" + strings.Repeat("\x00", 252) + "ustar\x0000", "a packed file"},
		{"PNG", "\x89PNG\r\n\x1A\n\x00\x00", "a picture"},
		{"WebP", "RIFF\x24\x00\x00\x00WEBPVP8 ", "a picture"},
		{"AVIF", "\x00\x00\x00\x20ftypavif\x00\x00", "a picture"},
		{"HEIC", "\x00\x00\x00\x18ftypheic\x00\x00", "a picture"},
		{"DjVu", "AT&TFORM\x00\x00\x01\x00DJVMDIRM", "a picture"},
		{"SVG", `<svg xmlns="http://www.w3.org/2000/svg"><text>The ferry sails.</text></svg>`, "a picture"},
		{"SVG as XML", `<?xml version="1.0"?><!-- a map --><!DOCTYPE svg><svg><text>The ferry sails.</text></svg>`, "a picture"},
		{"a project", "SQLite format 3\x00\x10\x00", "a database"},
		{"signs without width alone", "\u200b\u200b\n\u200d\u2060\ufeff\u00ad\n", "only signs that cannot be seen"},
		{"an accent on nothing", "\u0301\n\u200b", "only signs that cannot be seen"},
		{"blank letters", "\u3164\u2800", "only signs that cannot be seen"},
		{"a head over signs without width", "Title: Ferry\n\n\u200b\u200b", "no text"},
	}
}

func TestAFileThatCannotBeReadIsNamedForWhatItIs(t *testing.T) {
	for _, test := range unreadableFiles(t) {
		t.Run(test.name, func(t *testing.T) {
			p := mustProject(t)
			path := files(t, test.in)[0]
			r := mustImport(t, p, Options{}, path)
			if len(r.Added) != 0 || len(r.Failed) != 1 || !p.UndoTitle().IsZero() {
				t.Fatalf("%+v", r)
			}
			checkRefusal(t, r.Failed[0].Err, store.CodeInvalid, path, test.says)
			if strings.Count(r.Failed[0].Err.Error(), ". ") == 0 {
				t.Errorf("%q does not say what to do", r.Failed[0].Err)
			}
		})
	}
}

func TestAnArticleIsNotTakenForAnotherFormat(t *testing.T) {
	for _, in := range []string{
		"The page began with <html> and ended with </html>, the ministry said.",
		"<html> is the tag that a page begins with, the ministry explained."[1:],
		"<b>Quill</b> — the ferry sails again on Friday, the harbour said.",
		"<p> is the tag for a paragraph.\nThe ministry’s page had none.",
		"<Quill, Friday> The ferry sails again.",
		"<3 was all that the minister wrote.",
		"< Back\n\nThe ferry sails again.",
		"{Editor’s note: the names were changed.} The ferry sails again.",
		"{\"Ferry\": a play in three acts} opens in Quill on Friday.",
		"{} was what the form held, she said.",
		"{\"title\": \"Ferry\"} was what the programme printed.\nNobody knew why.",
		"[1] The ferry sails again.",
		"[\"Never,\" she said.] The ferry sails again.",
		"[1, 2]",
		"[“Never,” she said.]",
		"%PDF is what the file began with, the court heard.",
		"%PDF-1.4 files were sent to the court.",
		"PK was his name on the list.",
		"{\\rt was scrawled on the wall.",
		"Call +49 30 1234567 or +4930123456, or write to C++@quill.example.",
		"1+1=2, and 2+2=4.",
		"The price rose by +5%, the fare by +10-15%.",
		"Grades of A+and B+ were given, and A+-.",
		"The forecast is for +8- to +12-degree days.",
		"From: Anna Kessel\nTo: the harbour\nSubject: the ferry\n\nThe ferry sails again.",
		"Received: a letter.\n\nThe ferry sails again.",
		"II was the number on the door.",
		"GIF was the word of the year.",
		"RIFF was the name of the tune.",
		"AT&T formed a group.",
		"<svg> is the tag that a drawing begins with.",
		"The ustar archive. " + strings.Repeat("The ferry sails. ", 14) + "ustar.",
		"BM 12 is the number of the ferry.",
		"$B was written on the case.",
		"<?xml was the first word that the clerk saw.",
		"政府表示同意。",
		"قال مُحَمَّد نعم.",
	} {
		d, err := parseOne(t, "news.txt", []byte(in), Options{})
		if err != nil || d.Body != in {
			t.Errorf("%q: body %q, %v", in, d.Body, err)
		}
	}
}

func TestEveryFormatHasAReaderOrASentenceInItsPlace(t *testing.T) {
	for _, f := range formats() {
		isRead := f.read != nil || f.list != nil
		if f.is == nil || isRead == (f.refuse != nil) || f.read != nil && f.list != nil {
			t.Errorf("%+v must have one reader, or a sentence", f)
		}
		if !isRead && !strings.HasSuffix(f.refuse("a.txt").Error(), ".") {
			t.Errorf("%v is no sentence", f.refuse("a.txt"))
		}
	}
	if last := formats()[len(formats())-1]; !last.is(nil) || last.read == nil {
		t.Error("the last format must fit every file")
	}
}

// What any reader hands out can be stored: valid UTF-8 without carriage returns,
// NUL and white space at its ends, under a title that can be seen.
func TestNoReaderReturnsWhatCannotBeStored(t *testing.T) {
	samples := []string{
		"Title: Ferry\r\nDate: 3/4/2025\r\n", "\r", "\r\n", "\n", "\x00", "\xff", "\uFEFF", "\u200b", "\x1b[31m", "\u202e",
		"“Never,” she", " said\u00ad", "# \u0300",
	}
	for _, f := range unreadableFiles(t) {
		samples = append(samples, f.in)
	}
	for i, f := range formats() {
		if f.read == nil {
			continue
		}
		t.Run(fmt.Sprint("format ", i), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(samples), rapid.String(), rapid.StringMatching(`[a-z ]{20,60}-?\n`)), 0,
					12).Draw(t, "parts")
				drafts, err := f.read(newFile(t.Context(), "any.txt", "", []byte(strings.Join(parts, "")),
					Options{KeepLines: rapid.Bool().Draw(t, "keep lines")}))
				if err != nil {
					return
				}
				for _, d := range drafts {
					checkStorable(t, d)
				}
			})
		})
	}
}

// checkStorable demands that a draft can be stored as it is.
func checkStorable(t interface{ Fatalf(string, ...any) }, d Draft) {
	if err := text.Validate([]byte(d.Body)); err != nil || strings.TrimSpace(d.Body) != d.Body || !text.IsVisible(d.Body) {
		t.Fatalf("body %q: %v", d.Body, err)
	}
	if !text.IsVisible(d.Article.Title) || strings.ContainsAny(d.Article.Title, "\r\n\x00\x1b\u202e") {
		t.Fatalf("title %q of %q", d.Article.Title, d.Body)
	}
	for _, h := range d.Highlights {
		if h.Span.Start < 0 || h.Span.Start >= h.Span.End || h.Span.End > utf8.RuneCountInString(d.Body) {
			t.Fatalf("the highlight %v is not in a text of %d characters", h.Span, utf8.RuneCountInString(d.Body))
		}
	}
}

func FuzzFormat(f *testing.F) {
	for _, file := range unreadableFiles(f) {
		f.Add([]byte(file.in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if f := formatOf(data); f.read == nil && f.list == nil && f.refuse == nil {
			t.Fatal("no format fits")
		}
	})
}

// zippedTight is a zip file with one entry, packed as tightly as can be.
func zippedTight(t testing.TB, name string, content []byte) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// writeIn writes a file into a folder, with the folders that it stands in.
func writeIn(t testing.TB, folder, name, content string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A mail that was written by hand, or saved by a small program, has no more at its head than who, when and what about.
func TestAFileThatIsNamedAMailAndBeginsAsOneIsAMail(t *testing.T) {
	const mail = "From: The Harbour Letter <letter@example.org>\nSubject: The ferry\nDate: Tue, 04 Mar 2031 09:00:00 +0100\n\n" +
		"The ferry left at noon.\n"
	d, err := parseOne(t, "ferry.eml", []byte(mail), Options{})
	if err != nil || d.Article.Title != "The ferry" || d.Article.Source != "The Harbour Letter" || d.Body != "The ferry left at noon." {
		t.Errorf("it is %+v with %q, %v", d.Article, d.Body, err)
	}
	for name, text := range map[string]string{"ferry.txt": mail, "prose.eml": "From: here to there\nit was a long way.\n\nThe ferry left."} {
		if d, err := parseOne(t, name, []byte(text), Options{}); err != nil || !strings.HasPrefix(d.Body, "From:") {
			t.Errorf("%s is taken for a mail: %q, %v", name, d.Body, err)
		}
	}
}
