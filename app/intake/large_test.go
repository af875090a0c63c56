package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
)

// tooLargeToHold is how many bytes a file has at least that is read from the disk, where a test says so.
const tooLargeToHold = 1_000_000

// holdLittle has larger files read from the disk while a test runs.
func holdLittle(t testing.TB) {
	t.Helper()
	before := mostHeld
	t.Cleanup(func() { mostHeld = before })
	mostHeld = tooLargeToHold - 1
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
