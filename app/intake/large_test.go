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
				checkRefusal(t, err, store.CodeInvalid, name, "50 MB")
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
