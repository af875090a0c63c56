package app

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/store"
)

// openedFiles notes what is handed to the system.
func (a *App) openedFiles() *[]string {
	var opened []string
	a.Outside = func(u *url.URL) error {
		opened = append(opened, filepath.FromSlash(u.Path))
		return nil
	}
	return &opened
}

// importFile brings in a file of a folder “press”, and opens its article.
func (a *App) importFile(t *testing.T, name, content string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "press")
	file := filepath.Join(folder, name)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	a.importAll(t, []string{file})
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
}

const letter = "The harbour opens\n\nThe harbour of Norvia opens again, its master said on Friday.\n"

func TestAFileThatIsKeptIsOpenedAgain(t *testing.T) {
	a := newTestApp(t)
	opened := a.openedFiles()
	a.choose("Keep Original Files")
	a.importFile(t, "letter.txt", letter)
	a.choose("Open Original File")
	if len(*opened) != 1 || filepath.Base((*opened)[0]) != "letter.txt" {
		t.Fatalf("opened: %q", *opened)
	}
	data, err := os.ReadFile((*opened)[0])
	if err != nil || string(data) != letter {
		t.Errorf("opened is %q: %v", data, err)
	}
	a.originals.removeOpened()
	if _, err := os.Stat((*opened)[0]); !os.IsNotExist(err) {
		t.Errorf("it is left behind: %v", err)
	}
}

func TestWhereNoProgramOpensAFileItIsSaidWhereItLies(t *testing.T) {
	a := newTestApp(t)
	a.choose("Keep Original Files")
	a.importFile(t, "letter.txt", letter)
	var at string
	a.Outside = func(u *url.URL) error {
		at = filepath.FromSlash(u.Path)
		return errors.New("no such program")
	}
	a.choose("Open Original File")
	words := a.said()
	if !strings.Contains(words, "No program of your system opens “letter.txt”") || !strings.Contains(words, filepath.Base(filepath.Dir(at))) {
		t.Errorf("said is %q", words)
	}
}

func TestAFileThatMayDoSomethingIsOpenedAfterAWord(t *testing.T) {
	a := newTestApp(t)
	opened := a.openedFiles()
	a.choose("Keep Original Files")
	a.importFile(t, "page.html", "<html><h1>The harbour opens</h1><p>The harbour of Norvia opens again, its master said on Friday.</p></html>")
	a.choose("Open Original File")
	if !a.IsCovered() || len(*opened) != 0 {
		t.Fatalf("nothing is asked before %q is opened", *opened)
	}
	a.answer(t, true)
	if len(*opened) != 1 {
		t.Errorf("opened: %q", *opened)
	}
}

func TestFilesAreNotKeptUnlessThatIsChosen(t *testing.T) {
	a := newTestApp(t)
	opened := a.openedFiles()
	a.importFile(t, "letter.txt", letter)
	a.choose("Open Original File")
	if !a.IsCovered() || len(*opened) != 0 {
		t.Errorf("a file that is not kept is opened: %q", *opened)
	}
	if article := a.articles.Article(); article.File != "press/letter.txt" || article.Original != store.HashFile([]byte(letter)) {
		t.Errorf("its name and hash are not: %q, %q", article.File, article.Original)
	}
}

func TestWhetherFilesAreKeptIsRememberedWithTheProject(t *testing.T) {
	a := newTestApp(t)
	a.choose("Keep Original Files")
	path := a.Project.Path()
	a.projects.create(filepath.Join(t.TempDir(), "other.standpoint"))
	if a.originals.keeps {
		t.Error("in another project they are kept, too")
	}
	a.projects.open(path)
	if !a.originals.keeps {
		t.Error("it is forgotten")
	}
}

func TestAFileIsHandedToNoInterpreter(t *testing.T) {
	for file, want := range map[string]string{
		"press/letter.txt": "letter.txt", "press/page.HTML": "page.HTML", "x/report.pdf": "report.pdf",
		"x/run.bat": "run.bat.txt", "x/run.sh": "run.sh.txt", "x.zip/a:b.exe": "a-b.exe.txt", "x/no ending": "no ending.txt",
	} {
		if got := nameToOpen(file); got != want {
			t.Errorf("%s is opened as %s, want %s", file, got, want)
		}
	}
}
