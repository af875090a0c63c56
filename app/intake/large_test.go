package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"standpoint/store"
)

// tooLargeToHold is how many bytes a file has at least that is read from the disk, where a test says so.
const tooLargeToHold = 1_000_000

// holdLittle has larger files read from the disk while a test runs.
func holdLittle(t testing.TB) {
	t.Helper()
	before, lists := mostHeld, mostListHeld
	t.Cleanup(func() { mostHeld, mostListHeld = before, lists })
	mostHeld, mostListHeld = tooLargeToHold-1, tooLargeToHold-1
}

// takeSmallPieces has no piece of a file taken that is larger than one that is held here, while a test runs.
func takeSmallPieces(t testing.TB) {
	t.Helper()
	before := mostPiece
	t.Cleanup(func() { mostPiece = before })
	mostPiece = tooLargeToHold
}

// padded makes a file larger than one may be that is read as a whole, by adding to it as often as it takes.
func padded(t testing.TB, name string, write func(w io.Writer, i int)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, size := 0, int64(0); size < tooLargeToHold; i++ {
		write(f, i)
		if size, err = f.Seek(0, io.SeekCurrent); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// readAll reads a file in portions, and how many articles there are.
func readAll(ctx context.Context, t testing.TB, path string, o Options) (first, last Draft, n int) {
	t.Helper()
	for list := range ReadFiles(ctx, []string{path}, o) {
		for _, r := range list {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			if n == 0 {
				first = r.Draft
			}
			last = r.Draft
			n++
		}
	}
	return first, last, n
}

func TestAMailboxOfAnySizeIsRead(t *testing.T) {
	holdLittle(t)
	filler := strings.Repeat("The harbour of Arland is closed. \n", 1_000)
	messages := 0
	path := padded(t, "wire.mbox", func(w io.Writer, i int) {
		messages++
		fmt.Fprintf(w, "From wire@example.org Fri May 16 10:00:00 2031\nFrom: Wire <wire@example.org>\nSubject: Day %d\nMIME-Version: 1.0\n"+
			"Date: Fri, 16 May 2031 10:00:00 +0000\nMessage-ID: <%d@example.org>\nContent-Type: text/plain\n\n>From the quay: %s\n", i, i, filler)
	})
	_, last, n := readAll(t.Context(), t, path, Options{})
	if want := fmt.Sprintf("Day %d", messages-1); n != messages || last.Article.Title != want {
		t.Errorf("%d of %d messages, the last %q", n, messages, last.Article.Title)
	}
	if !strings.HasPrefix(last.Body, "From the quay: The harbour") {
		t.Errorf("it begins with %.40q", last.Body)
	}
}

// What no packer makes smaller, such as the pictures of a document, makes an archive large.
func TestAnArchiveOfAnySizeIsRead(t *testing.T) {
	holdLittle(t)
	for name, test := range map[string]struct{ entry, content, want string }{
		"texts.zip": {"ferry.txt", "The ferry sails.", "The ferry sails."},
		"report.docx": {
			"word/document.xml", `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>It sails.</w:t></w:r></w:p></w:body></w:document>`,
			"It sails.",
		},
		"book.xlsx": {"xl/workbook.xml", "<workbook/>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			write(t, path, string(archiveWithPictures(t, test.entry, test.content)))
			if test.want == "" {
				_, err := ReadFile(t.Context(), path, Options{})
				checkRefusal(t, err, store.CodeInvalid, name, "without rows")
				return
			}
			d, _, n := readAll(t.Context(), t, path, Options{Originals: true})
			if n != 1 || d.Body != test.want {
				t.Errorf("%d articles, the first %q", n, d.Body)
			}
			data, err := os.ReadFile(path)
			if err != nil || d.Article.Original == "" || store.HashFile(data) == "" {
				t.Errorf("it is said to come of %q; %v", d.Article.Original, err)
			}
		})
	}
}

func archiveWithPictures(t testing.TB, entry, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	picture := make([]byte, 100_000)
	if _, err := rand.Read(picture); err != nil {
		t.Fatal(err)
	}
	for i := range tooLargeToHold/len(picture) + 1 {
		addEntry(t, z, fmt.Sprintf("media/%d.png", i), picture)
	}
	addEntry(t, z, entry, []byte(content))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func addEntry(t testing.TB, z *zip.Writer, name string, content []byte) {
	t.Helper()
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(content)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestATableOfAnySizeIsReadInWhateverEncoding(t *testing.T) {
	holdLittle(t)
	body := "Le bac part à l’heure, a dit la ministre, et l’été s’achève au café du port où personne n’attend. "
	for _, test := range []struct {
		name, encoding string
		write          func(row int) string
	}{
		{"rows.csv", "utf-8", func(row int) string { return fmt.Sprintf("Day %d,03/04/2031,\"%s\nÉté.\"\n", row, body) }},
		{"rows.csv", "windows-1252", func(row int) string { return fmt.Sprintf("Day %d,03/04/2031,\"%s\nÉté.\"\n", row, body) }},
		{"rows.csv", "utf-16le", func(row int) string { return fmt.Sprintf("Day %d,03/04/2031,\"%s\nÉté.\"\n", row, body) }},
		{"rows.jsonl", "utf-8", func(row int) string {
			return fmt.Sprintf(`{"title":"Day %d","date":"03/04/2031","body":"%s\nÉté."}`+"\n", row, body)
		}},
		{"rows.json", "utf-8", func(row int) string {
			return fmt.Sprintf(`%c{"title":"Day %d","date":"03/04/2031","body":"%s\nÉté."}`+"\n", "[,"[min(row, 1)], row, body)
		}},
	} {
		t.Run(test.name+" in "+test.encoding, func(t *testing.T) {
			enc, err := htmlindex.Get(test.encoding)
			if err != nil {
				t.Fatal(err)
			}
			out := enc.NewEncoder()
			rows := 0
			path := padded(t, test.name, func(w io.Writer, i int) {
				s := test.write(i)
				if i == 0 && strings.HasSuffix(test.name, ".csv") {
					s = "title,date,body\n" + s
					if strings.HasPrefix(test.encoding, "utf-16") {
						s = byteOrderMark + s
					}
				}
				if rows++; i == 500 { // what only this row says is true of all
					s = strings.Replace(s, "03/04", "23/04", 1)
				}
				coded, err := out.String(s)
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprint(w, coded)
			})
			if strings.HasSuffix(test.name, ".json") {
				appendTo(t, path, "]")
			}
			first, last, n := readAll(t.Context(), t, path, Options{})
			want := want{title: fmt.Sprint("Day ", rows-1), date: "2031-04-03", language: "fr", body: body + "\nÉté."}
			if got := wanted(last); n != rows || got != want || first.Article.Title != "Day 0" {
				t.Errorf("%d of %d rows, the last %+v, want %+v", n, rows, got, want)
			}
		})
	}
}

func appendTo(t testing.TB, path, s string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = f.WriteString(s)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestAListOfReferencesOfAnySizeIsReadInWhateverEncoding(t *testing.T) {
	holdLittle(t)
	body := "Le bac part à l’heure, a dit la ministre, et l’été s’achève au café du port où personne n’attend. "
	ris := func(row int) string {
		return fmt.Sprintf("TY  - NEWS\nTI  - Day %d\nDA  - 2031/05/16\nAB  - %s\nÉté, {page 2}.\nER  - \n\n", row, body)
	}
	bib := func(row int) string {
		return fmt.Sprintf("Line %d @ port.\n@article{\n  day%d,\n  title = {Day %d},\n  date = {2031-05-16},\n  abstract = {%s\n"+
			"Été, {page 2}.}\n}\n", row, row, row, body)
	}
	for _, test := range []struct {
		name, encoding, lineEnd string
		write                   func(row int) string
		want                    string
	}{
		{"list.ris", "utf-8", "\n", ris, strings.TrimSpace(body) + "\nÉté, {page 2}."},
		{"list.ris", "windows-1252", "\r\n", ris, strings.TrimSpace(body) + "\nÉté, {page 2}."},
		{"list.ris", "utf-16le", "\r", ris, strings.TrimSpace(body) + "\nÉté, {page 2}."},
		{"list.bib", "utf-8", "\n", bib, body + "\nÉté, page 2."},
		{"list.bib", "windows-1252", "\r", bib, body + "\nÉté, page 2."},
	} {
		t.Run(fmt.Sprintf("%s in %s with %q", test.name, test.encoding, test.lineEnd), func(t *testing.T) {
			enc, err := htmlindex.Get(test.encoding)
			if err != nil {
				t.Fatal(err)
			}
			out := enc.NewEncoder()
			rows := 0
			path := padded(t, test.name, func(w io.Writer, i int) {
				s := strings.ReplaceAll(test.write(i), "\n", test.lineEnd)
				if i == 0 && strings.HasSuffix(test.name, ".bib") {
					_, s, _ = strings.Cut(s, test.lineEnd) // it begins with an entry
				}
				if i == 0 && strings.HasPrefix(test.encoding, "utf-16") {
					s = byteOrderMark + s
				}
				rows++
				coded, err := out.String(s)
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprint(w, coded)
			})
			first, last, n := readAll(t.Context(), t, path, Options{})
			want := want{title: fmt.Sprint("Day ", rows-1), date: "2031-05-16", language: "fr", body: test.want}
			if got := wanted(last); n != rows || got != want || first.Article.Title != "Day 0" {
				t.Errorf("%d of %d references, the last %+v, want %+v", n, rows, got, want)
			}
		})
	}
}

// A brace that is never closed, or a field without an end, would take all that follows into memory.
func TestAReferenceWithoutEndIsRefusedBeforeItFillsTheMemory(t *testing.T) {
	holdLittle(t)
	takeSmallPieces(t)
	for name, begins := range map[string]string{
		"list.ris": "TY  - NEWS\nTI  - Day\nAB  - It sails.\nER  - \nTY  - NEWS\nAB  - It sails.\n",
		"list.bib": "@article{a,\n title = {Day},\n abstract = {It sails.}}\n@article{b,\n abstract = {It sails.\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		write(t, path, begins+strings.Repeat("The ferry sails.\n", 2*tooLargeToHold/17))
		_, err := ReadFile(t.Context(), path, Options{})
		checkRefusal(t, err, store.CodeInvalid, name, "after 1 of them", "more than 1 MB")
	}
}

// Records of a list may be as long as books: a thousand of them are more than memory should hold.
func TestWhatColumnsHoldIsToldByNoMoreThanMemoryShouldHold(t *testing.T) {
	taken := 0
	long := strings.Repeat("The ferry sails. ", enoughWords/170)
	list := recordList{records: func(yield func(record, error) bool) {
		for taken < enoughRecords && yield(record{fields: []recordField{{"body", long}}}, nil) {
			taken++
		}
	}}
	if first, all, err := list.beginning(); all || err != nil || len(first) > 12 || taken > 12 {
		t.Errorf("%d of %d records, all %v, %v", len(first), taken, all, err)
	}
}

// The first place that is no UTF-8 may be far from the beginning.
func TestATableThatIsDamagedFarBehindIsNamed(t *testing.T) {
	holdLittle(t)
	path := padded(t, "rows.csv", func(w io.Writer, i int) {
		if i == 0 {
			fmt.Fprint(w, "title,date,body\n")
		}
		fmt.Fprintf(w, "Day %d,2031-05-16,Le bac part à l’heure où il part.\n", i)
	})
	appendTo(t, path, "Day,2031-05-16,Le bac part à \xff l’heure.\n")
	_, err := ReadFile(t.Context(), path, Options{})
	checkRefusal(t, err, store.CodeInvalid, "rows.csv", "is not UTF-8 text")
}

func TestAFileIsLeftOnTheDiskIfItsNameAndItsContentSayThatItHoldsMany(t *testing.T) {
	before := mostListHeld
	t.Cleanup(func() { mostListHeld = before })
	mostListHeld = 100
	archive := zipped(t, "one.txt", strings.Repeat("The ferry sails. ", 100))
	for name, test := range map[string]struct {
		content string
		onDisk  bool
	}{
		"a.zip":     {archive, true},
		"a.dat":     {archive, false},
		"page.zip":  {"<html><body><p>" + strings.Repeat("The ferry sails. ", 100) + "</p></body></html>", false},
		"small.zip": {"PK", false},
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		opened, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		f := file{ctx: t.Context(), name: name}
		err = f.load(opened)
		if err != nil || (f.disk != nil) != test.onDisk || f.size() != int64(len(test.content)) {
			t.Errorf("%s: %v, on the disk: %t, %d bytes", name, err, f.disk != nil, f.size())
		}
		if f.disk == nil && len(f.data) != len(test.content) {
			t.Errorf("%s: %d bytes are held", name, len(f.data))
		}
		_ = opened.Close()
	}
}
