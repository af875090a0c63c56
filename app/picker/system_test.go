package picker

import (
	"context"
	"errors"
	"os"
	"path/filepath"
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

func newDesk(t *testing.T, answers ...func(question) (string, error)) *desk {
	t.Helper()
	a := test.NewTempApp(t)
	d := &desk{t: t, ui: make(chan func(), 8)}
	show := func(_ context.Context, q question) (string, error) {
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

func path(p string) func(question) (string, error) {
	return func(question) (string, error) { return p, nil }
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
	d.OpenFile(Request{Purpose: ForArticles, Filters: []Filter{Texts()}}, got.answer)
	if got.given != 0 {
		t.Fatal("answered before the UI goroutine came to it")
	}
	d.turn()
	if got.path != "/articles/one.txt" || got.err != nil {
		t.Errorf("got %q, %v", got.path, got.err)
	}
}

func TestFolderIsRememberedForEachPurpose(t *testing.T) {
	articles, projects := t.TempDir(), t.TempDir()
	d := newDesk(t,
		path(filepath.Join(articles, "one.txt")), path(filepath.Join(projects, "p.standpoint")), path("x"), path("y"))
	for _, p := range []Purpose{ForArticles, ForProject, ForArticles, ForProject} {
		d.OpenFile(Request{Purpose: p}, func(string, error) {})
		d.turn()
	}
	for i, want := range []string{"", "", articles, projects} {
		if got := d.questions[i].Folder; got != want {
			t.Errorf("question %d starts in %q, want %q", i, got, want)
		}
	}
}

func TestFolderThatIsGoneIsNotProposed(t *testing.T) {
	d := newDesk(t, path("x"))
	rememberFolder(d.folders, ForNotes, filepath.Join(t.TempDir(), "gone", "notes.md"))
	d.OpenFile(Request{Purpose: ForNotes}, func(string, error) {})
	d.turn()
	if got := d.questions[0].Folder; got != "" {
		t.Errorf("starts in %q", got)
	}
}

func TestGivingUpIsNoAnswer(t *testing.T) {
	d := newDesk(t, func(question) (string, error) { return "", ErrGivenUp })
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
	failures := map[string]func(question) (string, error){
		"panic": func(question) (string, error) { panic("no display") },
		"error": func(question) (string, error) { return "", errors.New("CommDlgExtendedError: 0x3003") },
	}
	for name, fail := range failures {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, fail)
			var got result
			d.SaveFile(Request{Title: "Save the notes", Filters: []Filter{Markdown()}}, got.answer)
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
	d.SaveFile(Request{Purpose: ForNotes, Name: "notes", Filters: []Filter{Markdown()}}, got.answer)
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
	d.SaveFile(Request{Filters: []Filter{Markdown()}}, got.answer)
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
		d.SaveFile(Request{Filters: []Filter{Markdown()}}, got.answer)
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
		d.SaveFile(Request{Filters: []Filter{Markdown()}}, got.answer)
		d.turn()
		tap(t, d.window, "Choose another name")
		d.turn()
		if got.path != other {
			t.Errorf("got %q, %v", got.path, got.err)
		}
		if name := d.questions[1].Name; name != "notes.md" {
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
