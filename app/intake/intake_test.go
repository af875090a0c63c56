package intake

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/text"
)

func TestHead(t *testing.T) {
	for _, test := range []struct {
		name, in string
		article  store.Article
		body     string
	}{
		{
			"all fields",
			"Title: Talks begin in Quill\nSource: Harbour Gazette\nAuthor: I. Brandt\nDate: 2025-05-16\nURL: " +
				"https://gazette.example/talks?id=1\nSection: World\nLanguage: en-GB\n\nThe talks began.\n",
			store.Article{
				Title: "Talks begin in Quill", Source: "Harbour Gazette", Author: "I. Brandt", Published: "2025-05-16",
				URL: "https://gazette.example/talks?id=1", Section: "World", Language: "en-GB",
			},
			"The talks began.",
		},
		{
			"any case, any order, blank lines, indented",
			"\n \n  DATE : 2025-05-16T09:30:00+03:00\n\nsource: Harbour Gazette\ntItLe:Talks\n\n\nThe talks began.",
			store.Article{Title: "Talks", Source: "Harbour Gazette", Published: "2025-05-16T09:30:00+03:00"},
			"The talks began.",
		},
		{
			"date on a line of its own", "date 2025-05-16\nThe talks began.",
			store.Article{Title: "The talks began.", Published: "2025-05-16"},
			"The talks began.",
		},
		{
			"date runs into the text", " date 2025-05-16 The talks began. They ended.\nMore.",
			store.Article{Title: "The talks began.", Published: "2025-05-16"},
			"The talks began. They ended.\nMore.",
		},
		{
			"what runs on is a part of the date", "date 2025-05-16   20 met.  \nMore.",
			store.Article{Title: "20 met.", Published: "2025-05-16"},
			"20 met.  \nMore.",
		},
		{
			"only a year, with blanks after it", "date 2025 \t\nThe talks began.",
			store.Article{Title: "The talks began.", Published: "2025"},
			"The talks began.",
		},
		{
			"a year in a sentence", "Date 2025 is written on it.",
			store.Article{Title: "Date 2025 is written on it."},
			"Date 2025 is written on it.",
		},
		{
			"date runs into a quotation", "Title: Talks\nDate 2025-05-16 “No,” she said.",
			store.Article{Title: "Talks", Published: "2025-05-16"},
			"“No,” she said.",
		},
		{
			"date and time run into the text", "Date: 2025-05-16T09:30:00Z The talks began.",
			store.Article{Title: "The talks began.", Published: "2025-05-16T09:30:00Z"},
			"The talks began.",
		},
		{
			"only a month", "Date: 2025-05\nThe talks began.",
			store.Article{Title: "The talks began.", Published: "2025-05"},
			"The talks began.",
		},
		{
			"an empty field leaves the text too", "Title: Talks\nAuthor:\nThe talks began.",
			store.Article{Title: "Talks"},
			"The talks began.",
		},
		{
			"a language by its name", "Language: Norlandic\nThe talks began.",
			store.Article{Title: "The talks began.", Language: "Norlandic"},
			"The talks began.",
		},
		{
			"no head", "The talks began.\n\n  They ended.\n\n",
			store.Article{Title: "The talks began."},
			"The talks began.\n\n  They ended.",
		},
		{
			"a date that is none stays in the text, and the rest is read",
			"Title: Talks\nDate: unknown\nSource: Harbour Gazette\n\nThe talks began.",
			store.Article{Title: "Talks", Source: "Harbour Gazette"},
			"Date: unknown\n\nThe talks began.",
		},
		{
			"a day that is none", "date 2025-02-30 The talks began.",
			store.Article{Title: "date 2025-02-30 The talks began."},
			"date 2025-02-30 The talks began.",
		},
		{
			"a date in a sentence", "Date 2025-05-16 was agreed on.",
			store.Article{Title: "Date 2025-05-16 was agreed on."},
			"Date 2025-05-16 was agreed on.",
		},
		{
			"a field name later on", "The talks began.\nSource: close to the talks\nDate: 2025-05-16",
			store.Article{Title: "The talks began."},
			"The talks began.\nSource: close to the talks\nDate: 2025-05-16",
		},
		{
			"a sentence like a field",
			"Title: Talks\n\nSource: close to the talks said on Friday that nobody had signed.\nMore.",
			store.Article{Title: "Talks", Language: "en"},
			"Source: close to the talks said on Friday that nobody had signed.\nMore.",
		},
		{
			"a field twice", "Title: Talks\nTitle: a word\nMore.",
			store.Article{Title: "Talks"},
			"Title: a word\nMore.",
		},
		{
			"a word with a colon", "Quill: the talks began.",
			store.Article{Title: "Quill: the talks began."},
			"Quill: the talks began.",
		},
		{
			"an address with blanks", "URL: see below for it\nMore.",
			store.Article{Title: "More."},
			"URL: see below for it\nMore.",
		},
		{
			"a day alone below the title", "Talks begin\n\n16 May 2025\n\nThe talks began.",
			store.Article{Title: "Talks begin", Published: "2025-05-16"},
			"Talks begin\n\n16 May 2025\n\nThe talks began.",
		},
		{
			"a day alone above the title, in another language", "14 марта 2025 г.\nПорт закрыт до пятницы\nДокеры ждут.",
			store.Article{Title: "Порт закрыт до пятницы", Published: "2025-03-14"},
			"14 марта 2025 г.\nПорт закрыт до пятницы\nДокеры ждут.",
		},
		{
			"a day alone that can be two days, a year, and a day further down", "Talks begin\n03/04/2025\n2025\nOne.\n16 May 2025",
			store.Article{Title: "Talks begin"},
			"Talks begin\n03/04/2025\n2025\nOne.\n16 May 2025",
		},
		{
			"a day alone below a head with another", "Date: 2025-05-16\n\nTalks begin\n17 May 2025\nOne.",
			store.Article{Title: "Talks begin", Published: "2025-05-16"},
			"Talks begin\n17 May 2025\nOne.",
		},
		{
			"a heading of Markdown", "# Talks begin\n\nThe talks began.",
			store.Article{Title: "Talks begin"},
			"# Talks begin\n\nThe talks began.",
		},
		{
			"a number with its sign is no heading", "#4 leaves the harbour.\nMore.",
			store.Article{Title: "#4 leaves the harbour."},
			"#4 leaves the harbour.\nMore.",
		},
		{
			"only line feeds between", "\uFEFFTitle: Talks\r\nDate: 2025-05-16\r\rThe talks began.\r\n\r\nThey ended.\r",
			store.Article{Title: "Talks", Published: "2025-05-16"},
			"The talks began.\n\nThey ended.",
		},
		{
			"put together from several", "Title: Talks\n\uFEFFThe talks\uFEFF began.",
			store.Article{Title: "Talks"},
			"The talks\uFEFF began.",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := parseOne(t, "talks.txt", []byte(test.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.article, d.Article); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.body, d.Body); diff != "" {
				t.Errorf("body (-want +got):\n%s", diff)
			}
		})
	}
}

// Some programs write the name of their settings where the language is to stand.
func TestALanguageThatIsNoneOfADocumentIsToldByItsText(t *testing.T) {
	text := "<p>The talks in the harbour began on Monday, and nobody has said when they will end or who was there.</p>"
	for said, want := range map[string]string{"C": "en", "de": "de", "German": "de"} {
		book := zipped(t, "mimetype", "application/epub+zip",
			"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`,
			"p.opf", `<package><metadata><dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">`+said+`</dc:language></metadata>`+
				`<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
			"a.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><body>`+text+`</body></html>`)
		d, err := parseOne(t, "talks.epub", []byte(book), Options{})
		if err != nil || d.Article.Language != want {
			t.Errorf("%s is %q, %v", said, d.Article.Language, err)
		}
	}
}

func TestADateThatIsNoneIsToldOf(t *testing.T) {
	d, err := parseOne(t, "talks.txt", []byte("Date: last week\nThe talks began."), Options{})
	if err != nil || len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), "last week") {
		t.Errorf("notes: %q, %v", d.Notes, err)
	}
}

func TestTitleIsCutAtAWord(t *testing.T) {
	d, err := parseOne(t, "talks.txt", []byte("Ministers met again. More."), Options{})
	if err != nil || d.Article.Title != "Ministers met again." {
		t.Errorf("title: %q, %v", d.Article.Title, err)
	}
	d, err = parseOne(t, "talks.txt", []byte(strings.Repeat("word ", 40)), Options{})
	if err != nil || d.Article.Title != strings.TrimSpace(strings.Repeat("word ", 16))+"…" {
		t.Errorf("title: %q, %v", d.Article.Title, err)
	}
}

// What a file that was written for other programs says at its head.
func TestTheTalksInIstanbul(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "articles", "istanbul-talks.txt")
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing", path)
		}
		t.Skipf("%s is not beside this repository", path)
	}
	drafts, err := ReadFile(t.Context(), path, Options{})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	d := drafts[0]
	if d.Article.Published != "2025-05-16" || !strings.HasPrefix(d.Body, "The first direct talks") {
		t.Errorf("published %q, body %.40q", d.Article.Published, d.Body)
	}
	if !strings.HasSuffix(strings.TrimSpace(string(data)), d.Body) {
		t.Error("the body is not the rest of the file")
	}
	if n := len([]rune(d.Article.Title)); n > 80 || !strings.HasSuffix(d.Article.Title, "…") ||
		!strings.HasPrefix(d.Body, strings.TrimSuffix(d.Article.Title, "…")) {
		t.Errorf("title of %d characters: %q", n, d.Article.Title)
	}
}

func TestRefusedText(t *testing.T) {
	for _, test := range []struct {
		name, in string
		offset   int // of the byte, where one is to blame
		want     []string
	}{
		{"empty", "", 0, []string{"bad.txt", "empty"}},
		{"blank", "\uFEFF \n\t\r\n", 0, []string{"bad.txt", "empty"}},
		{"only a head", "Title: Talks\ndate 2025-05-16\n", 0, []string{"bad.txt", "no text"}},
		{"damaged UTF-8", "Title: Talks\r\nThe “café’s” “c\xe9”.\n", 38, []string{"bad.txt", "not UTF-8", "byte 38", "line 2"}},
		{"after a byte order mark", "\uFEFFa\rb\n\r\n\xff", 9, []string{"byte 9", "line 4"}},
		{"NUL", "a\nb\x00c", 3, []string{"bad.txt", "NUL", "byte 3", "line 2"}},
		{"UTF-16 with NUL", "\xff\xfea\x00\x00\x00", 1, []string{"bad.txt", "utf-16le", "NUL"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parseOne(t, "bad.txt", []byte(test.in), Options{})
			checkRefusal(t, err, store.CodeInvalid, test.want...)
			if invalid, ok := errors.AsType[*text.InvalidError](err); ok && invalid.Offset != test.offset {
				t.Errorf("offset %d, want %d", invalid.Offset, test.offset)
			}
		})
	}
}

// checkRefusal demands a sentence for the person with these words.
func checkRefusal(t *testing.T, err error, code store.Code, words ...string) {
	t.Helper()
	if store.CodeOf(err) != code {
		t.Fatalf("%v, want the code %s", err, code)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
	if !strings.HasSuffix(err.Error(), ".") {
		t.Errorf("%q is no sentence", err)
	}
}

func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write(t, path("locked.txt"), "text")
	if err := os.Chmod(path("locked.txt"), 0); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		path string
		code store.Code
		want []string
	}{
		{"missing", path("none.txt"), store.CodeNotFound, []string{"none.txt", "is not there"}},
		{"folder", dir, store.CodeInvalid, []string{dir, "is a folder"}},
		{"in a file", filepath.Join(path("locked.txt"), "x.txt"), store.CodeInvalid, []string{"x.txt", "cannot be read"}},
		{"no permission", path("locked.txt"), store.CodeInvalid, []string{"locked.txt", "may not be read"}},
		{"device", os.DevNull, store.CodeInvalid, []string{"device"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "no permission" && os.Geteuid() == 0 {
				t.Skip("the superuser may read every file")
			}
			_, err := ReadFile(t.Context(), test.path, Options{})
			checkRefusal(t, err, test.code, test.want...)
		})
	}
}

func TestALargeFileIsRefusedUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	write(t, path, "")
	if err := os.Truncate(path, 200_000_000); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := ReadFile(t.Context(), path, Options{})
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 1_000_000 {
		t.Errorf("refusing it takes %d bytes of memory", took)
	}
	checkRefusal(t, err, store.CodeInvalid, "large.txt", "200 MB", "50 MB")
}

func TestNoPermissionSaysWhatToDo(t *testing.T) {
	err := unreadable("locked.txt", &fs.PathError{Op: "open", Path: "locked.txt", Err: fs.ErrPermission})
	checkRefusal(t, err, store.CodeInvalid, "locked.txt", "may not be read", "ask its owner")
}

func TestReadingStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ReadFile(ctx, "any.txt", Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("ReadFile: %v", err)
	}
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "Title: Talks\n\nThe talks began.", " date 2025-05-16 The talks", "\uFEFFDate: 2025\r\nx", "Source:\rURL: a b\n\xff",
		"a\x00", "\xff\xfea", "Title:000T\nT", "Date: unknown\n\uFEFFx", "Language: en\nAuthor: é\n\n👨‍👩‍👧",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := parseOne(t, "fuzz.txt", data, Options{})
		if err != nil {
			if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), "fuzz.txt") {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		if err := text.Validate([]byte(d.Body)); err != nil {
			t.Fatal(err)
		}
		if d.Body == "" || strings.TrimSpace(d.Body) != d.Body {
			t.Fatalf("draft %+v", d)
		}
		kept, err := parseOne(t, "fuzz.txt", data, Options{KeepLines: true})
		if err != nil || letters(kept.Body) != letters(d.Body) {
			t.Fatalf("joined, %q has other letters than %q: %v", d.Body, kept.Body, err)
		}
		if utf8.Valid(data) && formatOf(data).plain && downloaded(string(data)) == nil && !isRestOf(kept.Body, lineEnds.Replace(string(data))) {
			t.Fatalf("the body %q is not the rest of %q", kept.Body, data)
		}
		if _, err := store.ParseDate(string(d.Article.Published)); err != nil {
			t.Fatal(err)
		}
	})
}

// letters is a text without what joining lines may change.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-‐>\u00AD", r) {
			return -1
		}
		return r
	}, s)
}

// isRestOf reports whether the lines of a body are lines of the text, in order: the last ones, and before them those of the
// head that were left.
func isRestOf(body, s string) bool {
	of := strings.Split(strings.TrimFunc(s, isBlank), "\n")
	lines := strings.Split(body, "\n")
	for i, line := range slices.Backward(lines) {
		for len(of) > 0 && i < len(lines)-1 && !endsWith(of[len(of)-1], line) {
			of = of[:len(of)-1] // a head line that was read
		}
		if len(of) == 0 || !endsWith(of[len(of)-1], line) {
			return false
		}
		of = of[:len(of)-1]
	}
	return true
}

func endsWith(line, end string) bool {
	return strings.HasSuffix(strings.TrimRightFunc(line, isBlank), strings.TrimRightFunc(end, isBlank))
}

func TestDateMayBeSpelledOut(t *testing.T) {
	for _, spelled := range []string{"7 May 2031", "May 7, 2031", "7 Jan 2031", "2031-05-07"} {
		d, err := parseOne(t, "news.txt", []byte("Date: "+spelled+"\nURL: https://example.org/ferry\n\nThe ferry sails."), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d.Article.Published == "" || d.Article.URL == "" || d.Body != "The ferry sails." {
			t.Errorf("%s: %+v", spelled, d)
		}
	}
}
