package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"standpoint/store"
)

// compoundFile is what Office makes of a document with a password: a file of the older kind, with the names of its parts in UTF-16.
func compoundFile(parts ...string) string {
	var b bytes.Buffer
	b.WriteString("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 1016))
	for _, part := range parts {
		for _, r := range part {
			b.Write([]byte{byte(r), 0})
		}
		b.WriteString(strings.Repeat("\x00", 64))
	}
	return b.String()
}

// picturePDF is a document of a page without text, as a scanner writes it.
func picturePDF() string {
	var b strings.Builder
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R >>", "<< /Length 18 >>\nstream\n10 10 80 80 re f \nendstream",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", table)
	return b.String()
}

// manyEntries is an archive of so many empty files.
func manyEntries(t testing.TB, n int) string {
	t.Helper()
	entries := make([]string, 0, 2*n)
	for i := range n {
		entries = append(entries, fmt.Sprint(i, ".txt"), "")
	}
	return zipped(t, entries...)
}

func TestABadFileIsNamedWithItsReason(t *testing.T) {
	const odt = "application/vnd.oasis.opendocument.text"
	entities := `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ferry"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r>` +
		`<w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
	for _, test := range []struct{ name, in, says string }{
		{"Word or Excel with a password", compoundFile("EncryptionInfo", "EncryptedPackage"), "has a password"},
		{"OpenDocument with a password", zipped(t, "mimetype", odt, "content.xml", "\x9c\x13\x88", "META-INF/manifest.xml",
			`<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>`), "has a password"},
		{"PDF with a password", documentFile(t, "locked.pdf"), "with a password"},
		{
			"a book that is locked", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<c><rootfile full-path="p.opf"/></c>`,
				"META-INF/encryption.xml", `<e><CipherReference URI="a.xhtml"/></e>`, "p.opf",
				`<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`, "a.xhtml", "\x9c\x13"),
			"is protected",
		},
		{"an entry with a password", lockedEntry(t), "has a password"},
		{"an older Word document", compoundFile("WordDocument"), "an older Office"},
		{"a document that is cut off", documentFile(t, "report.docx")[:4000], "damaged or cut off"},
		{"a book that is cut off", documentFile(t, "letter.epub")[:3000], "damaged or cut off"},
		{"an OpenDocument text that is cut off", documentFile(t, "report.odt")[:9000], "damaged or cut off"},
		{"a PDF that is cut off", documentFile(t, "report.pdf")[:700], "damaged or cut off"},
		{"a workbook that is cut off", workbook(t, []string{"Title", "Body"}, []string{"Ferry", "It sails."})[:900], "damaged or cut off"},
		{
			"an entry that unfolds to much more than it takes", zippedTight(t, "word/document.xml", bytes.Repeat([]byte("a"), 60_000_000)),
			"unfolds to more than",
		},
		{"too many entries", manyEntries(t, mostEntries+1), "unfolds to more than"},
		{"archives within archives", nested(t, mostNesting+2), "archives within archives"},
		{"elements within elements", docxFile(t, strings.Repeat("<w:p>", mostDepth+1)), "unfolds to more than"},
		{"groups within groups", `{\rtf1 ` + strings.Repeat("{", 20_000), "unfolds to more than"},
		{"entities of entities", zipped(t, "word/document.xml", entities), "damaged or cut off"},
		{"nothing", "", "is empty"},
		{"a scan", picturePDF(), "it is a scan"},
		{"a document of pictures", docxFile(t, `<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>`), "has no text"},
		{"a page of pictures", `<html><body><img src="a.png"></body></html>`, "without text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafts, err := Parse(t.Context(), "bad.file", []byte(test.in), Options{})
			if err == nil {
				t.Fatalf("it was read as %+v", drafts)
			}
			checkRefusal(t, err, store.CodeInvalid, "bad.file", test.says)
			if strings.Count(err.Error(), ". ") == 0 {
				t.Errorf("%q does not say what to do", err)
			}
		})
	}
}

func documentFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "documents", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// lockedEntry is an archive whose only file says that it has a password.
func lockedEntry(t testing.TB) string {
	data := []byte(zipped(t, "a.txt", "The ferry sails."))
	data[6] |= 1 // in the head of the entry
	at := bytes.Index(data, []byte("PK\x01\x02"))
	data[at+8] |= 1 // and in the list of entries
	return string(data)
}

// However a document was cut off, there is an article or a reason, and nothing else.
func TestADocumentThatIsCutOffAnywhereIsReadOrNamed(t *testing.T) {
	for _, name := range producedDocuments {
		data := documentFile(t, name)
		for part := range 20 {
			drafts, err := Parse(t.Context(), name, []byte(data[:len(data)*part/20]), Options{})
			if err != nil {
				checkRefusal(t, err, store.CodeInvalid, name)
				continue
			}
			for _, d := range drafts {
				checkStorable(t, d)
			}
		}
	}
}

func TestAFileIsReadByItsContentWhateverItsName(t *testing.T) {
	for _, test := range []struct{ document, name string }{
		{"report.docx", "report.pdf"},
		{"report.pdf", "report.txt"},
		{"letter.html", "letter.docx"},
		{"letter.rtf", "letter.doc"},
		{"letter.epub", "letter"},
	} {
		d, err := parseOne(t, test.name, []byte(documentFile(t, test.document)), Options{})
		if err != nil || !strings.Contains(d.Body, "Jon Venn") && !strings.Contains(d.Body, "Anna Kessel") {
			t.Errorf("%s as %s: %v", test.document, test.name, err)
		}
	}
}

func TestAFileOfTenGigabytesIsRefusedUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.pdf")
	write(t, path, "")
	if err := os.Truncate(path, 10_000_000_000); err != nil {
		t.Skipf("this disk has no files with holes: %v", err)
	}
	_, err := ReadFile(t.Context(), path, Options{})
	checkRefusal(t, err, store.CodeInvalid, "huge.pdf", "10000 MB", "50 MB")
}

func TestLinksThatLeadInACircleAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right that few have there")
	}
	folder := t.TempDir()
	writeIn(t, folder, "a/b.txt", "The ferry sails.")
	for link, to := range map[string]string{"a/loop": "..", "self": "self", "device.txt": os.DevNull, "same.txt": "a/b.txt"} {
		if err := os.Symlink(to, filepath.Join(folder, filepath.FromSlash(link))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("nowhere", filepath.Join(folder, "lost.txt")); err != nil {
		t.Fatal(err)
	}
	found := Find(t.Context(), []string{folder})
	if len(found.Files) != 2 { // the file, and the link to it
		t.Errorf("%+v", found)
	}
	says := map[string]string{
		"a/loop": "a link to a folder", "self": "cannot be read", "device.txt": "a device or a pipe", "lost.txt": "a link to what is not there",
	}
	for _, f := range found.Failed {
		name, _ := filepath.Rel(folder, f.Path)
		checkRefusal(t, f.Err, store.CodeOf(f.Err), f.Path, says[filepath.ToSlash(name)])
		delete(says, filepath.ToSlash(name))
	}
	if len(says) > 0 {
		t.Errorf("not told of: %v", says)
	}
	for _, path := range []string{filepath.Join(folder, "self"), filepath.Join(folder, "device.txt")} {
		_, err := ReadFile(t.Context(), path, Options{})
		checkRefusal(t, err, store.CodeInvalid, path)
	}
}

// Nothing of an archive is written to the disk. A name that climbs is told of all the same, and the rest is read.
func TestANameInAnArchiveLeadsNowhere(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, name := range []string{"../../climbed.txt", "/tmp/climbed.txt", `..\..\climbed.txt`, "a/../../climbed.txt"} {
		d, err := parseOne(t, "a.zip", []byte(zipped(t, name, "It climbs.", "ferry.txt", "It sails.")), Options{})
		if err != nil || d.Body != "It sails." || len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), "leads out of the archive") {
			t.Errorf("%s: %q, %v, %v", name, d.Body, d.Notes, err)
		}
		_, err = Parse(t.Context(), "a.zip", []byte(zipped(t, name, "It climbs.")), Options{})
		checkRefusal(t, err, store.CodeInvalid, "a.zip", "leads out of the archive")
	}
	for _, at := range []string{folder, filepath.Dir(folder), filepath.Dir(filepath.Dir(folder))} {
		if _, err := os.Stat(filepath.Join(at, "climbed.txt")); err == nil {
			t.Errorf("a file was written to %s", at)
		}
	}
}

// What is no more than the beginning of a file is named as that, and no article comes of it.
func TestTheFirstSignsOfAFormatAreNoArticle(t *testing.T) {
	for _, test := range []struct{ name, in, says string }{
		{"a.pdf", "%PDF-1.4", "format PDF"},
		{"a", "%PDF-1.4", "format PDF"},
		{"a.txt", byteOrderMark + "%PDF-2.0 %\xE2\xE3", "format PDF"},
		{"a.pdf", "%PDF", "format PDF"},
		{"a.docx", "PK", "format ZIP"},
		{"a.docx", "PK\x03\x04", "damaged or cut off"},
		{"a.rtf", `{\rt`, "format RTF"},
		{"a.rtf", `{\rtf1\ansi{\fonttbl{\f0 Tim`, "cut off"},
		{"a.eml", "MIME-Version: 1.0", "head of a message"},
		{"a.mbox", "From a@example.org Tue Mar  4 09:00:00 2031", "head of a message"},
		{"a", "<html", "format HTML"},
		{"a.html", "<!DOC", "format HTML"},
		{"a.html", "<html><head><ti", "cut off"},
		{"a.xml", "<?xml", "format XML"},
		{"a.ris", "TY  -", "format RIS"},
		{"a.ris", "TY  - NEWS", "list without articles"},
		{"a.bib", "@book{ferry", "format BibTeX"},
		{"a.json", "{", "format JSON"},
		{"a.json", "[]", "list without articles"},
		{"a.csv", "Title,Date,Text", "list without articles"},
		{"a.tsv", "Title\tText\n", "list without articles"},
		{"a.txt", "1 of 20 DOCUMENTS", "list without articles"},
		{"a.png", "\x89PNG", "format PNG"},
		{"a.ps", "%!PS-Adobe-3.0\n", "PostScript"},
		{"a.svg", `<svg xmlns="s"><text>Ferry</text></svg>`, "a picture"},
		{"a.txt", "---", "no words"},
		{"a.txt", byteOrderMark, "is empty"},
		{"a.txt", "\xFF\xFE", "is empty"},
	} {
		drafts, err := Parse(t.Context(), test.name, []byte(test.in), Options{})
		if err == nil {
			t.Errorf("%s with %q was read as %+v", test.name, test.in, drafts)
			continue
		}
		checkRefusal(t, err, store.CodeInvalid, test.name, test.says)
	}
	for _, in := range []string{"%PDF-1.4 begins each such file, said the engineer.", "No", "🚢", "PK", "{a note}", "From: a harbour"} {
		if d, err := parseOne(t, "a.txt", []byte(in), Options{}); err != nil || d.Body != in {
			t.Errorf("%q: %q, %v", in, d.Body, err)
		}
	}
}

func TestWhatIsReadOfADocumentThatIsCutOffSaysThatItsEndIsMissing(t *testing.T) {
	const mail = "From: a@example.org\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n" +
		"--b\nContent-Type: text/plain\n\nThe ferry sails at noon.\n"
	for _, test := range []struct {
		name, in string
		isCut    bool
	}{
		{"a.rtf", `{\rtf1 The ferry sails at noon.}`, false},
		{"a.rtf", `{\rtf1 The ferry sails at no`, true},
		{"a.eml", mail + "--b--\n", false},
		{"a.eml", mail, true},
		{"a.html", "<html><body><p>The ferry sails at noon.</body></html>", false},
		{"a.html", "<!doctype html><title>Ferry</title><p>The ferry sails at noon.", false}, // with all that may be left out
		{"a.html", "<html><body><p>The ferry sails at no", true},
	} {
		d, err := parseOne(t, test.name, []byte(test.in), Options{})
		if isCut := strings.Contains(fmt.Sprint(d.Notes), "cut off"); err != nil || isCut != test.isCut {
			t.Errorf("%q: %v, %v", test.in, d.Notes, err)
		}
	}
}
