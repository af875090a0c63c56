package picker

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// desk is a picker in a window of the test driver, with native dialogs that
// answer as the test says and a UI goroutine that the test turns by hand.
type desk struct {
	*System
	t         *testing.T
	ui        chan func()
	questions []question
}

func newDesk(t *testing.T, answers ...func(question) ([]string, error)) *desk {
	t.Helper()
	a := test.NewTempApp(t)
	d := &desk{t: t, ui: make(chan func(), 8)}
	show := func(_ context.Context, q question) ([]string, error) {
		d.questions = append(d.questions, q)
		answer := answers[0]
		answers = answers[1:]
		return answer(q)
	}
	window := test.NewTempWindow(t, container.NewStack())
	window.Resize(fyne.NewSize(900, 700))
	d.System = newSystem(window, a.Preferences(), func(f func()) { d.ui <- f }, show)
	t.Cleanup(d.Close)
	return d
}

// turn runs what waits for the UI goroutine.
func (d *desk) turn() { (<-d.ui)() }

func path(p ...string) func(question) ([]string, error) {
	return func(question) ([]string, error) { return p, nil }
}

// result is an Answer that keeps what it is given.
type result struct {
	path  string
	err   error
	given int
}

func (r *result) answer(path string, err error) { r.path, r.err, r.given = path, err, r.given+1 }

func TestOpenAnswersOnTheUIGoroutine(t *testing.T) {
	d := newDesk(t, path("/articles/one.txt"))
	var got result
	d.OpenFile(Request{Purpose: ForImport, Filters: []Filter{Importable()}}, got.answer)
	if got.given != 0 {
		t.Fatal("answered before the UI goroutine came to it")
	}
	d.turn()
	if got.path != "/articles/one.txt" || got.err != nil {
		t.Errorf("got %q, %v", got.path, got.err)
	}
}

func TestEveryPurposeBeginsInTheFolderLastUsedForIt(t *testing.T) {
	purposes := []Purpose{
		ForOpening, ForNewProjects, ForImport, ForImportFolder, ForWatching, ForNotes, ForFigures, ForJSON, ForBackups,
		ForBackupFolder, ForRestoring, ForMerging,
	}
	folders := map[Purpose]string{}
	var answers []func(question) ([]string, error)
	for range 2 {
		for _, p := range purposes {
			if folders[p] == "" {
				folders[p] = t.TempDir()
			}
			chosen := filepath.Join(folders[p], "chosen")
			if browses(p) {
				chosen = folders[p]
			}
			answers = append(answers, path(chosen))
		}
	}
	if len(folders) != len(purposes) {
		t.Errorf("%d purposes share %d folders", len(purposes), len(folders))
	}
	d := newDesk(t, answers...)
	for i := range answers {
		p := purposes[i%len(purposes)]
		switch r := (Request{Purpose: p}); {
		case browses(p):
			d.OpenFolder(r, func(string, error) {})
		case p == ForImport:
			d.OpenFiles(r, func([]string, error) {})
		case p == ForOpening || p == ForMerging:
			d.OpenFile(r, func(string, error) {})
		default:
			d.SaveFile(r, func(string, error) {})
		}
		d.turn()
	}
	for i, q := range d.questions[len(purposes):] {
		if got, want := string(q.Folder), folders[purposes[i]]; got != want {
			t.Errorf("%s begins in %q, want %q", purposes[i], got, want)
		}
	}
}

func browses(p Purpose) bool { return p == ForImportFolder || p == ForWatching || p == ForBackupFolder }

func TestFolderThatIsGoneGivesWayToTheNearestThatIsThere(t *testing.T) {
	home, there := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	begins := func() string {
		t.Helper()
		d := newDesk(t, path("x"))
		rememberFolder(d.folders, ForNotes, filepath.Join(there, "gone", "deeper", "notes.md"))
		d.OpenFile(Request{Purpose: ForNotes}, func(string, error) {})
		d.turn()
		return string(d.questions[0].Folder)
	}
	if got := begins(); got != there {
		t.Errorf("begins in %q, want the parent %q", got, there)
	}
	there = filepath.Join(string(filepath.Separator), "no such folder at the root of the disk")
	if got := begins(); got != home {
		t.Errorf("without the parent it begins in %q, want the home %q", got, home)
	}
	if runtime.GOOS == "windows" {
		return // where the folder for documents is no variable
	}
	papers := filepath.Join(home, "Documents")
	if err := os.Mkdir(papers, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := begins(); got != papers {
		t.Errorf("without the parent it begins in %q, want the documents %q", got, papers)
	}
}

func TestProposedNameIsOneThatNoFileHas(t *testing.T) {
	folder := t.TempDir()
	d := newDesk(t, path("x.md"), path("x.md"))
	rememberFolder(d.folders, ForNotes, filepath.Join(folder, "earlier.md"))
	for range 2 {
		d.SaveFile(Request{Purpose: ForNotes, Name: "Talks: who?.md"}, func(string, error) {})
		d.turn()
		rememberFolder(d.folders, ForNotes, filepath.Join(folder, "earlier.md"))
		if err := os.WriteFile(filepath.Join(folder, d.questions[len(d.questions)-1].Name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if first, second := d.questions[0].Name, d.questions[1].Name; first != "Talks- who-.md" || second != "Talks- who- 2.md" {
		t.Errorf("proposed are %q, and %q when that is there", first, second)
	}
}

func TestSeveralFilesAreAskedForAndAnswered(t *testing.T) {
	d := newDesk(t, path("/articles/one.txt", "/articles/two.txt"))
	var got []string
	d.OpenFiles(Request{Purpose: ForImport}, func(paths []string, err error) {
		if err != nil {
			t.Error(err)
		}
		got = paths
	})
	d.turn()
	if !d.questions[0].Several {
		t.Error("the dialog was asked for one file")
	}
	if !slices.Equal(got, []string{"/articles/one.txt", "/articles/two.txt"}) {
		t.Errorf("got %q", got)
	}
}

func TestGivingUpIsNoAnswer(t *testing.T) {
	d := newDesk(t, func(question) ([]string, error) { return nil, ErrGivenUp })
	var got result
	d.OpenFile(Request{}, got.answer)
	d.turn()
	if !errors.Is(got.err, ErrGivenUp) {
		t.Errorf("got %q, %v", got.path, got.err)
	}
	if d.window.Canvas().Overlays().Top() != nil {
		t.Error("Fyne's dialog is shown after the person gave up in the native one")
	}
}

func TestOneDialogAtATime(t *testing.T) {
	d := newDesk(t, path("/first.txt"), path("/third.txt"))
	var first, second, third result
	d.OpenFile(Request{}, first.answer)
	d.OpenFile(Request{}, second.answer)
	if !errors.Is(second.err, ErrGivenUp) {
		t.Errorf("a second dialog was asked for while the first was open: %q, %v", second.path, second.err)
	}
	d.turn()
	d.OpenFile(Request{}, third.answer)
	d.turn()
	if first.path != "/first.txt" || third.path != "/third.txt" {
		t.Errorf("got %q and %q", first.path, third.path)
	}
}

func TestFyneDialogStandsInForOneThatFails(t *testing.T) {
	failures := map[string]func(question) ([]string, error){
		"panic": func(question) ([]string, error) { panic("no display") },
		"error": func(question) ([]string, error) { return nil, errors.New("CommDlgExtendedError: 0x3003") },
	}
	for name, fail := range failures {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, fail)
			var got result
			d.SaveFile(Request{Title: "Save the notes", Filters: []Filter{Document("Markdown", "md")}}, got.answer)
			d.turn()
			if d.window.Canvas().Overlays().Top() == nil {
				t.Fatal("no dialog in the window")
			}
			if got.given != 0 {
				t.Errorf("answered %q, %v before the person did", got.path, got.err)
			}
			tap(t, d.window, "Cancel")
			if !errors.Is(got.err, ErrGivenUp) {
				t.Errorf("got %q, %v", got.path, got.err)
			}
		})
	}
}

func TestFyneDialogLeavesTheNameFree(t *testing.T) {
	folder := t.TempDir()
	d := newDesk(t)
	d.native = nil
	rememberFolder(d.folders, ForNotes, filepath.Join(folder, "earlier.md"))
	var got result
	d.SaveFile(Request{Purpose: ForNotes, Name: "notes", Filters: []Filter{Document("Markdown", "md")}}, got.answer)
	tap(t, d.window, "Save")
	if want := filepath.Join(folder, "notes.md"); got.path != want || got.err != nil {
		t.Errorf("got %q, %v, want %q", got.path, got.err, want)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("the dialog left %v behind", left)
	}
}

func TestSaveAddsTheExtension(t *testing.T) {
	d := newDesk(t, path("/nowhere/notes"))
	var got result
	d.SaveFile(Request{Filters: []Filter{Document("Markdown", "md")}}, got.answer)
	d.turn()
	if got.path != "/nowhere/notes.md" {
		t.Errorf("got %q, %v", got.path, got.err)
	}
}

func TestSaveAsksBeforeReplacingWhatTheDialogDidNotSee(t *testing.T) {
	folder := t.TempDir()
	there := filepath.Join(folder, "notes.md")
	if err := os.WriteFile(there, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	typed := path(filepath.Join(folder, "notes"))

	t.Run("replace", func(t *testing.T) {
		d := newDesk(t, typed)
		var got result
		d.SaveFile(Request{Filters: []Filter{Document("Markdown", "md")}}, got.answer)
		d.turn()
		if got.given != 0 {
			t.Fatal("answered without asking")
		}
		tap(t, d.window, "Replace")
		if got.path != there {
			t.Errorf("got %q, %v", got.path, got.err)
		}
	})
	t.Run("another name", func(t *testing.T) {
		other := filepath.Join(folder, "other.md")
		d := newDesk(t, typed, path(other))
		var got result
		d.SaveFile(Request{Filters: []Filter{Document("Markdown", "md")}}, got.answer)
		d.turn()
		tap(t, d.window, "Choose another name")
		d.turn()
		if got.path != other {
			t.Errorf("got %q, %v", got.path, got.err)
		}
		if name := d.questions[1].Name; name != "notes 2.md" {
			t.Errorf("the second dialog proposes %q", name)
		}
	})
}

// tap presses the button with that text in the window's topmost dialog.
func tap(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", text)
}
