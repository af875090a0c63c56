package app

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"standpoint/store"
)

// files writes files into a folder of the test and returns their paths.
func files(t *testing.T, contents map[string]string) map[string]string {
	t.Helper()
	folder, paths := t.TempDir(), map[string]string{}
	for name, content := range contents {
		paths[name] = filepath.Join(folder, name)
		if err := os.WriteFile(paths[name], []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// importAll looks at files, and imports what is in them, unless it came in at once.
func (a *App) importAll(t testing.TB, paths []string) {
	t.Helper()
	a.transfers.bringIn(paths)
	a.transfers.arrivals.ImportTicked()
}

func (a *App) articleRows(t *testing.T) []store.ArticleRow {
	t.Helper()
	rows, _, err := a.Project.Articles(t.Context(), store.ArticleQuery{Sort: store.ArticlesByTitle, Page: store.Page{Limit: 20}})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// said is all that the window's dialogs say.
func (a *App) said() string {
	var words []string
	for _, overlay := range a.Window.Canvas().Overlays().List() {
		words = append(words, said(overlay))
	}
	return strings.Join(words, " ")
}

// said is all that an object on the screen says.
func said(object fyne.CanvasObject) string {
	var said []string
	for _, o := range test.LaidOutObjects(object) {
		if words, ok := o.(*canvas.Text); ok {
			said = append(said, words.Text)
		}
	}
	return strings.Join(said, " ")
}

func TestHalfDoneImportKeepsTheGoodFilesAndListsTheBad(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{
		"good.txt":  "Title: A good one\nDate: 2031-03-04\n\nThe harbour is open.",
		"empty.txt": "",
		"bytes.txt": "The harbour\x00 is open.",
	})
	a.transfers.bringIn([]string{paths["empty.txt"], paths["good.txt"], paths["bytes.txt"]})
	for _, name := range []string{"empty.txt", "bytes.txt"} {
		if words := said(a.transfers.arrivals.Middle()); !strings.Contains(words, name) {
			t.Errorf("%s is not named in %q", name, words)
		}
	}
	a.choose("Copy Why Files Cannot Be Read")
	if report := a.UI.Clipboard().Content(); strings.Count(report, "\n") != 2 || !strings.Contains(report, "empty.txt” is empty.") {
		t.Errorf("the report is %q", report)
	}
	a.press(fyne.KeyReturn)

	rows := a.articleRows(t)
	if len(rows) != 1 || rows[0].Title != "A good one" || rows[0].Published != "2031-03-04" {
		t.Errorf("articles: %+v", rows)
	}
	if a.articles.Article().Title != "A good one" {
		t.Error("the new article must be open")
	}
}

func TestSameArticleTwiceIsNamedAndNotAdded(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "Title: Harbour\nSource: The Courier\nDate: 2031-03-04\n\nThe harbour is open."})
	a.importAll(t, []string{paths["one.txt"]})
	a.importAll(t, []string{paths["one.txt"]})
	if n := len(a.articleRows(t)); n != 1 {
		t.Errorf("%d articles", n)
	}
	if words := a.waits(); !strings.Contains(words, "The same article is in the project, and is not added twice: Harbour · The Courier") {
		t.Errorf("the first is not named in %q", words)
	}
}

func TestWireCopyIsOfferedAndAddedWhenWanted(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{
		"one.txt": "Source: The Courier\nDate: 2031-03-04\n\nThe harbour is open.",
		"two.txt": "Source: The Mirror\nDate: 2031-03-05\n\nThe harbour is open.",
	})
	a.importAll(t, []string{paths["one.txt"]})
	a.importAll(t, []string{paths["two.txt"]})
	if n := len(a.articleRows(t)); n != 1 {
		t.Fatalf("%d articles before the answer", n)
	}
	a.press(fyne.KeySpace)
	a.press(fyne.KeyReturn)
	if n := len(a.articleRows(t)); n != 2 {
		t.Errorf("%d articles after saying yes", n)
	}
}

func TestDroppedFilesAreImported(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "The harbour is open.", "two.txt": "The strait is closed."})
	a.transfers.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(paths["one.txt"]), storage.NewFileURI(paths["two.txt"])})
	if n := len(a.articleRows(t)); n != 0 {
		t.Errorf("%d articles before anybody said so", n)
	}
	a.press(fyne.KeyReturn)
	if n := len(a.articleRows(t)); n != 2 {
		t.Errorf("%d articles", n)
	}
}

func TestPastedTextBecomesAnArticle(t *testing.T) {
	a := newTestApp(t)
	a.UI.Clipboard().SetContent("Title: Pasted\nSource: The Courier\n\nThe harbour is open.\r\nIt rains.")
	a.transfers.pasteArticle()
	rows := a.articleRows(t)
	if len(rows) != 1 || rows[0].Title != "Pasted" || rows[0].Source != "The Courier" {
		t.Fatalf("articles: %+v", rows)
	}
	if got := a.text().Body().String(); got != "The harbour is open.\nIt rains." {
		t.Errorf("body %q", got)
	}
}

func TestJSONOfAnotherProjectIsImported(t *testing.T) {
	a := newSampleApp(t)
	path := filepath.Join(t.TempDir(), "sample.json")
	if err := os.WriteFile(path, a.options.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	want := len(a.articleRows(t))
	a.projects.create(filepath.Join(t.TempDir(), "other.standpoint"))
	a.importAll(t, []string{path})
	if n := len(a.articleRows(t)); n != want {
		t.Errorf("%d articles, want %d", n, want)
	}
}

// wrappedMail is a text with lines broken at one width, under a date that is not sure.
const wrappedMail = "Title: Ferry\nDate: 3/4/2031\n\n" + `The minister of Norvia, Anna Kessel, said on Friday that her country
would never accept foreign observers on the bridge at Quill, and that
the talks would end if they came. The ferry, which has not sailed since
the winter, is to be repaired by the end of the month; the harbour pays
half of what it costs, and the wire service reported that the rest comes
from a fund that nobody has heard of.`

func TestWhatAPasteDidNotReadIsShownAndJoinedLinesCanBeKept(t *testing.T) {
	a := newTestApp(t)
	a.UI.Clipboard().SetContent(wrappedMail)
	a.transfers.pasteArticle()
	for _, words := range []string{"Line 2", "3/4/2031", "line ends were joined", "Keep the Lines"} {
		if !strings.Contains(a.said(), words) {
			t.Errorf("%q does not say %q", a.said(), words)
		}
	}
	if body := a.text().Body().String(); !strings.Contains(body, "her country would never") {
		t.Errorf("body %q", body)
	}
	a.answer(t, false)
	if body := a.text().Body().String(); !strings.Contains(body, "her country\nwould never") {
		t.Errorf("when the lines are kept, body %q", body)
	}
}

func TestEscAndEnterLeaveJoinedLinesAsTheyAre(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		a := newTestApp(t)
		a.UI.Clipboard().SetContent(wrappedMail)
		a.transfers.pasteArticle()
		a.TypedOver(&fyne.KeyEvent{Name: key})
		if a.IsCovered() {
			t.Errorf("%s does not close the message", key)
		}
		if body := a.text().Body().String(); !strings.Contains(body, "her country would never") {
			t.Errorf("after %s, body %q", key, body)
		}
	}
}

// A name that is not UTF-8 reaches the file as it is when it is dropped on the window.
func TestAFileWhoseNameIsNotUTF8IsBroughtInWhenItIsDropped(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems have no such names")
	}
	a := newTestApp(t)
	path := filepath.Join(t.TempDir(), "caf\xe9.txt")
	if err := os.WriteFile(path, []byte("The ferry\n\nThe ferry left at noon."), 0o600); err != nil {
		t.Fatal(err)
	}
	a.transfers.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if c, err := a.Project.Counts(t.Context()); err != nil || c.Articles != 1 {
		t.Errorf("%d articles came, %v: %s", c.Articles, err, a.said())
	}
}
