package render_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/assets"
	"standpoint/store"
)

// `make document-test` names the folder; without it the test that needs office programs is skipped.
var offices = flag.String("offices", "", "an empty folder in which documents are made, and turned into others by office programs")

// sampleProject returns a project with the sample in it.
func sampleProject(t testing.TB) *store.Project {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC) } // sources tell on which day they were brought in
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "Canal talks.standpoint"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := standpoint.Import(t.Context(), p, bytes.NewReader(assets.Sample), "sample", exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// sample returns notes of a kind on the sample project.
func sample(t testing.TB, kind notes.Kind) notes.Document {
	t.Helper()
	d, err := notes.Build(t.Context(), sampleProject(t), notes.Options{Kind: kind, Made: "2026-04-05"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOfficeProgramsReadNotes lets LibreOffice turn documents into PDF, in which pdftotext finds each quote, and into its own format,
// in which quotes and comments stand as they were.
func TestOfficeProgramsReadNotes(t *testing.T) {
	if *offices == "" {
		t.Skip("make document-test runs this")
	}
	documents := map[string]notes.Document{
		"sample": sample(t, notes.KindArticles), "annotated": sample(t, notes.KindAnnotated), "scripts": foreign(t),
	}
	var paths []string
	for name, d := range documents {
		for format := range officeFormats {
			path := filepath.Join(*offices, name+"-"+format+"."+format)
			if err := os.WriteFile(path, []byte(made(t, format, d)), 0o644); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	settings := t.TempDir()
	for _, to := range []string{"pdf", "fodt"} {
		arguments := []string{"-env:UserInstallation=file://" + settings, "--headless", "--convert-to", to, "--outdir", *offices}
		if said, err := exec.Command("soffice", append(arguments, paths...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
	}
	for _, path := range paths {
		name, format, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), "-")
		base := strings.TrimSuffix(path, filepath.Ext(path))
		t.Run(name+"/"+format, func(t *testing.T) {
			quotes := quotesOf(documents[name].Blocks)
			paper, err := exec.Command("pdftotext", base+".pdf", "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			printed := squeeze(norm.NFKC.String(string(paper)))
			for _, q := range quotes {
				for _, words := range inOrder(q) {
					if words = squeeze(norm.NFKC.String(words)); !strings.Contains(printed, words) {
						t.Errorf("the printed page has not\n%s\n%s", words, printed)
					}
				}
			}
			flat, err := os.ReadFile(base + ".fodt")
			if err != nil {
				t.Fatal(err)
			}
			read := readOpenDocument(t, parsed(t, string(flat)))
			there := map[string]bool{}
			for _, p := range read.paragraphs {
				there[p.text] = true
			}
			for _, q := range quotes {
				if !there[q] {
					t.Errorf("LibreOffice does not read %q", q)
				}
			}
			wrote := officeFormats[format](t, made(t, format, documents[name]))
			if diff := cmp.Diff(sameWritten(wrote.comments), sameWritten(read.comments), cmp.AllowUnexported(officeComment{})); diff != "" {
				t.Errorf("comments, -written +read by LibreOffice\n%s", diff)
			}
		})
	}
}

// quotesOf returns the lines of all quotes in blocks.
func quotesOf(blocks []notes.Block) []string {
	var list []string
	for _, b := range blocks {
		switch b := b.(type) {
		case notes.Quote:
			list = append(list, lines(b.Words)...)
		case notes.List:
			for _, item := range b.Items {
				list = append(list, quotesOf(item.Blocks)...)
			}
		}
	}
	return list
}

// inOrder returns the parts of words that pdftotext gives in the order in which they are read: the whole, but of what runs from right
// to left each word.
func inOrder(words string) []string {
	if !strings.ContainsAny(words, "اשل") {
		return []string{words}
	}
	return strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// sameWritten returns comments without what office programs write in a way of their own: parts of seconds, and which of those that
// begin at the same word comes first.
func sameWritten(comments []officeComment) []officeComment {
	list := slices.Clone(comments)
	for i := range list {
		list[i].at = strings.TrimSuffix(strings.TrimRight(strings.TrimSuffix(list[i].at, "Z"), "0"), ".")
	}
	slices.SortFunc(list, func(a, b officeComment) int { return strings.Compare(a.text, b.text) })
	return list
}
